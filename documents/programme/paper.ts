// The programme on paper: the day by the clock, and who speaks by country in protocol order.
import type { ProgrammeTalk } from '../../db/read-models/programme-talks.ts';
import type { Programme } from '../../db/read-models/programmes.ts';
import { textOf } from '../../domain/localized-text.ts';
import { sayDay } from '../print/delegation.ts';
import type { Block, Cell, Paper } from '../print/paper.ts';
import { dayOf, type Moment, minuteOf, sayHours } from './day.ts';
import { stateOf } from './table.ts';
import { tellPlace, tellSession, tellTalk, tellVersion } from './telling.ts';
import { fillWords, programmeWords } from './words.ts';

/** `staff`: with every name, marked as not public. */
export function programmePaper(programme: Programme, asked: string, staff: boolean): Paper {
  const { language, words } = programmeWords(asked);
  const { plan } = programme;
  const say = (texts: { [language: string]: string }) => textOf(texts, language);
  const hides = [...programme.entries.map(({ talk }) => talk), ...programme.unplaced].some(
    ({ organisation }) => organisation === null,
  );
  const version = tellVersion(programme, language);
  const when = `${sayDay(plan.day, language)} ${sayHours(plan.opensAt, plan.closesAt, language)}`;
  return {
    title: say(plan.name),
    subtitle: [when, say(plan.venue), version].join('\n'),
    language,
    foot: [say(plan.name), version, ...(staff ? [words.internal] : [])].join(' · '),
    blocks: [
      ...(staff ? [{ kind: 'notice', text: words.internal } as const] : []),
      ...(hides ? [{ kind: 'notice', text: words.embargoed } as const] : []),
      ...hours(programme, language, staff),
      { kind: 'small', text: fillWords(words.zone, { zone: plan.zone }) },
      ...leftOut(programme, language, staff),
      ...byCountry(programme, language),
    ],
  };
}

/** One table for each stretch of the day under one theme; what stands between is a line of its own. */
function hours(programme: Programme, language: string, staff: boolean): Block[] {
  const { words } = programmeWords(language);
  const day = dayOf(programme);
  if (day.length === 0) return [{ kind: 'text', text: words.nothing }];
  const stretches: Moment[][] = [];
  for (const moment of day) {
    const last = stretches.at(-1);
    if (last !== undefined && last[0]?.block === moment.block) last.push(moment);
    else stretches.push([moment]);
  }
  return stretches.flatMap((stretch): Block[] => {
    const place = stretch[0]?.entries[0]?.place;
    if (place === undefined) return [{ kind: 'facts', rows: stretch.map((moment) => between(moment, language)) }];
    const rows = stretch.flatMap((moment) => rowsOf(programme, moment, language, staff));
    const table: Block = { kind: 'table', columns: [words.time, words.room, words.talk], shares: [4, 4, 13], rows };
    const heading: Block = { kind: 'heading', level: 2, text: tellPlace(programme, place, language).theme };
    return [heading, ...staffOf(programme, stretch, language), table];
  });
}

/** Who moderates in each room, where that is known. */
function staffOf(programme: Programme, stretch: Moment[], language: string): Block[] {
  const sessions = new Map(stretch.flatMap(({ entries }) => entries).map(({ session, place }) => [session, place]));
  return [...sessions].flatMap(([session, place]): Block[] => {
    const said = tellSession(programme, session, language);
    return said === '' ? [] : [{ kind: 'small', text: `${tellPlace(programme, place, language).room}: ${said}` }];
  });
}

const between = ({ from, to, title }: Moment, language: string) => ({
  label: sayHours(from, to, language),
  value: textOf(title ?? {}, language),
});

function rowsOf(programme: Programme, moment: Moment, language: string, staff: boolean): Cell[][] {
  const time = sayHours(moment.from, moment.to, language);
  return moment.entries.map(({ talk, place }, index) => [
    index === 0 ? time : '',
    tellPlace(programme, place, language).room,
    talkCell(programme, talk, language, staff),
  ]);
}

function talkCell(programme: Programme, talk: ProgrammeTalk, language: string, staff: boolean): Cell {
  const { title, organisation, speaker, country, category } = tellTalk(programme, talk, language);
  if (organisation === null) return title;
  const whose = title === organisation ? `${country} · ${category}` : `${organisation} · ${country} · ${category}`;
  const state = staff && talk.status !== 'confirmed' ? stateOf(talk, language) : '';
  return { text: title, small: [whose, speaker ?? '', state].filter((line) => line !== '').join('\n') };
}

function leftOut(programme: Programme, language: string, staff: boolean): Block[] {
  const { unplaced } = programme;
  const { words } = programmeWords(language);
  if (unplaced.length === 0) return [];
  const rows = unplaced.map((talk): Cell[] => [talkCell(programme, talk, language, staff)]);
  return [
    { kind: 'heading', level: 1, text: words.unplaced },
    { kind: 'table', columns: [words.talk], shares: [1], rows },
  ];
}

/** A longer day leaves no room under it. */
const fitsUnder = 8;

function byCountry(programme: Programme, language: string): Block[] {
  const { entries } = programme;
  if (entries.length === 0) return [];
  const { words } = programmeWords(language);
  const rows = inProtocolOrder(programme).flatMap((country) =>
    entries
      .filter(({ talk }) => talk.country === country)
      .map(({ talk, place }, index): Cell[] => {
        const told = tellTalk(programme, talk, language);
        const { room } = tellPlace(programme, place, language);
        const name = told.organisation ?? told.title;
        const from = sayHours(minuteOf(place.localStart), minuteOf(place.localEnd), language);
        return [index === 0 ? told.country : '', { text: name, small: told.speaker ?? '' }, `${from}\n${room}`];
      }),
  );
  return [
    ...(entries.length > fitsUnder ? [{ kind: 'page' } as const] : []),
    { kind: 'heading', level: 1, text: words.byCountry },
    { kind: 'table', columns: [words.country, words.organisation, words.time], shares: [5, 11, 5], rows },
  ];
}

/** By the English name, unless the host says otherwise; countries that it does not name stand behind those. */
export function inProtocolOrder({ entries, names, plan }: Pick<Programme, 'entries' | 'names' | 'plan'>): string[] {
  const english = (iso2: string) => textOf(names.countries[iso2] ?? { en: iso2 }, 'en');
  const said = plan.protocol === 'english-name' ? [] : plan.protocol;
  const rank = (iso2: string) => (said.includes(iso2) ? said.indexOf(iso2) : said.length);
  return [...new Set(entries.map(({ talk }) => talk.country))].sort(
    (a, b) => rank(a) - rank(b) || english(a).localeCompare(english(b), 'en'),
  );
}
