// A delegation on paper: the letter that invites a participant, badges to cut out, the list of those who come.
import type { Capacity, Particulars } from '../../domain/delegation/messages.ts';
import { textOf } from '../../domain/localized-text.ts';
import type { Texts } from '../../domain/messages.ts';
import { delegationWords } from './delegation-words.ts';
import type { Block, Cell, Paper } from './paper.ts';

export type PrintedForum = {
  name: Texts;
  venue: Texts;
  zone: string;
  day: string;
  opensAt: number;
  closesAt: number;
};
export type PrintedParticipant = { capacity: Capacity; country: string; particulars: Particulars };

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** In Thai of the Buddhist Era, as the language has it. */
export const sayDay = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

const fill = (text: string, facts: { [name: string]: string }): string =>
  text.replaceAll(/\{(\w+)\}/g, (_found, name: string) => facts[name] ?? '');

/** With the honorific, in the script of the language where the name is known in it. */
export const fullName = ({ honorific, name, names }: Particulars, language: string): string => {
  const own = names[language] ?? name;
  // An honorific stands in one script, and is no part of a name in another.
  const fits = honorific !== '' && isLatin(honorific) === isLatin(own);
  return fits ? `${honorific} ${own}` : own;
};

const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text);

const lineOf = ({ positions, bodies }: Particulars, language: string): string[] =>
  [positions, bodies].map((texts) => textOf(texts, language)).filter((text) => text !== '');

export function invitationPaper(
  forum: PrintedForum,
  { capacity, particulars }: PrintedParticipant,
  country: Texts,
  asked: string,
): Paper {
  const { language, words } = delegationWords(asked);
  const say = (texts: Texts) => textOf(texts, language);
  const name = fullName(particulars, language);
  const hours = `${clock(forum.opensAt)}–${clock(forum.closesAt)}`;
  const facts = { forum: say(forum.name), country: say(country), name };
  const { assignedBy } = particulars;
  return {
    title: words.invitation,
    subtitle: say(forum.name),
    language,
    foot: say(forum.name),
    blocks: [
      {
        kind: 'facts',
        rows: [{ label: words.to, value: [name, ...lineOf(particulars, language)].join('\n') }],
      },
      { kind: 'text', text: fill(words.greeting, facts) },
      { kind: 'text', text: fill(words.body, facts) },
      {
        kind: 'facts',
        rows: [
          { label: words.when, value: sayDay(forum.day, language) },
          { label: words.hours, value: fill(words.inZone, { hours, zone: forum.zone }) },
          { label: words.where, value: say(forum.venue) },
          { label: words.of, value: say(country) },
          { label: words.as, value: words.capacity[capacity] },
          ...(assignedBy === '' ? [] : [{ label: words.assignedBy, value: assignedBy }]),
        ],
      },
      { kind: 'signature', lines: [words.forHost, words.date] },
      { kind: 'small', text: words.close },
    ],
  };
}

type Delegations = { forum: PrintedForum; participants: PrintedParticipant[]; countries: { [iso2: string]: Texts } };

export function badgesPaper({ forum, participants, countries }: Delegations, asked: string): Paper {
  const { language, words } = delegationWords(asked);
  const say = (texts: Texts) => textOf(texts, language);
  const land = (iso2: string) => say(countries[iso2] ?? { en: iso2 });
  const cards = participants.map(({ capacity, country, particulars }) => ({
    over: say(forum.name),
    name: particulars.printedName ?? particulars.name,
    lines: [...lineOf(particulars, language), `${land(country)} · ${words.capacity[capacity]}`],
  }));
  const empty: Block = { kind: 'text', text: words.nobody };
  return {
    ...{ title: words.badges, subtitle: say(forum.name), language, foot: `${say(forum.name)} · ${forum.day}` },
    blocks: cards.length === 0 ? [empty] : [{ kind: 'cards', cards }],
  };
}

/** Nothing on it that is the delegation's own: no needs, no journeys. */
export function participantsPaper({ forum, participants, countries }: Delegations, asked: string): Paper {
  const { language, words } = delegationWords(asked);
  const say = (texts: Texts) => textOf(texts, language);
  const byCountry = [...Map.groupBy(participants, ({ country }) => country)];
  const rowOf = ({ capacity, particulars }: PrintedParticipant, index: number): Cell[] => [
    String(index + 1),
    { text: fullName(particulars, language), small: particulars.printedName ?? '' },
    { text: lineOf(particulars, language)[0] ?? '', small: lineOf(particulars, language).slice(1).join('\n') },
    words.capacity[capacity],
  ];
  const blocks = byCountry.flatMap(([country, of]): Block[] => [
    { kind: 'heading', level: 1, text: say(countries[country] ?? { en: country }) },
    {
      kind: 'table',
      columns: [words.order, words.name, words.position, words.as],
      shares: [1, 5, 6, 4],
      rows: of.map(rowOf),
    },
  ]);
  const subtitle = `${say(forum.name)}\n${sayDay(forum.day, language)} · ${say(forum.venue)}`;
  const empty: Block = { kind: 'text', text: words.nobody };
  return {
    ...{ title: words.list, subtitle, language, foot: say(forum.name) },
    blocks: blocks.length === 0 ? [empty] : blocks,
  };
}
