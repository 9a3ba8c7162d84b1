// The decision of a panel, to be printed, signed by hand and scanned.
import { textOf } from '../../domain/localized-text.ts';
import type { Texts, Winner } from '../../domain/messages.ts';
import type { Head } from '../../domain/verify/messages.ts';
import { sayMoment } from '../mail.ts';
import type { Block, Cell, Paper } from './paper.ts';
import type { Reader } from './receipt.ts';
import { type Words, wordsFor } from './words.ts';

export type Decided = {
  cycle: Texts;
  zone: string;
  group: string;
  category: Texts;
  /** Null where one panel judges for all countries. */
  country: Texts | null;
  countries: { [iso2: string]: Texts };
  number: number;
  outside: boolean;
  source: string | null;
  reasons: string;
  /** Those given for one whom it names. */
  reasonsOf: { [laureateId: string]: string };
  winners: Winner[];
  /** Entries that fewer sheets were enough for, and why. */
  lowered: { organisation: Texts; minimum: number; reason: string }[];
  titles: { [laureateId: string]: Texts };
  signedAt: string | null;
  /** Null where the name was erased. */
  members: { name: string | null; part: 'chair' | 'deputy' | 'member' }[];
  /** Of the record of the panel, as they are signed so far. */
  heads: Head[];
};

export function decisionPaper(decided: Decided, reader: Reader): Paper {
  const { language, words } = wordsFor(reader.language);
  const say = (texts: Texts) => textOf(texts, reader.language);
  const { cycle, group, category, country, number, source, reasons, winners, zone, signedAt } = decided;
  const signed =
    signedAt === null ? words.decision.notSigned : sayMoment({ at: signedAt, zone }, reader.language, reader.zone);
  const ofPlace = (place: Winner['place']) => winners.filter((winner) => winner.place === place);
  return {
    title: words.decision.title,
    subtitle: `${say(category)}${country === null ? '' : ` · ${say(country)}`} · ${say(cycle)}`,
    language,
    foot: `${words.decision.number} ${number} · ${group}`,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: words.decision.number, value: String(number) },
          { label: words.decision.signedAt, value: signed },
          ...(source === null ? [] : [{ label: words.note.source, value: source }]),
        ],
      },
      ...loweredOf(decided, words, say),
      ...(decided.outside ? [{ kind: 'notice' as const, text: words.decision.outside }] : []),
      ...placeOf(words.laureates, ofPlace('laureate'), decided, reader, words),
      ...placeOf(words.runnersUp, ofPlace('runner-up'), decided, reader, words),
      ...(reasons === '' ? [] : [heading(words.decision.reasons), { kind: 'text' as const, text: reasons }]),
      ...headsOf(decided, reader, words),
      heading(words.decision.signatures),
      { kind: 'signature', lines: linesOf(decided, words) },
      { kind: 'signature', lines: [words.where, words.date] },
    ],
  };
}

const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });

/** By these numbers anybody can check later copies against this paper. */
function headsOf({ heads, zone }: Decided, reader: Reader, words: Words): Block[] {
  const [head] = heads;
  if (head === undefined) return [];
  const rows = heads.map(({ point, number, size, root, at }) => ({
    label: `${words.record[point]}${number === null ? '' : ` ${number}`}`,
    value: `${root} · ${words.record.leaves} ${size} · ${sayMoment({ at, zone }, reader.language, reader.zone)}`,
  }));
  const keys = [...new Set(heads.map(({ key }) => key))].join(' ');
  return [
    heading(words.record.title),
    { kind: 'small', text: words.record.about },
    { kind: 'facts', rows: [...rows, { label: words.record.key, value: keys }] },
  ];
}

/** Said in the paper that is signed: who signs knows that fewer sheets stand behind these entries. */
function loweredOf({ lowered }: Decided, { decision }: Words, say: (texts: Texts) => string): Block[] {
  if (lowered.length === 0) return [];
  const rows = lowered.map(({ organisation, minimum, reason }) => ({
    label: say(organisation),
    value: `${decision.sheets} ${minimum}. ${reason}`,
  }));
  return [heading(decision.lowered), { kind: 'facts', rows }];
}

function placeOf(title: string, winners: Winner[], decided: Decided, reader: Reader, words: Words): Block[] {
  if (winners.length === 0 && title === words.runnersUp) return [];
  if (winners.length === 0) return [heading(title), { kind: 'text', text: words.decision.noAward }];
  const say = (texts: Texts | undefined) => (texts === undefined ? '' : textOf(texts, reader.language));
  const rows = winners.map(({ laureateId, order, organisation, country }): Cell[] => [
    String(order),
    {
      text: say(organisation),
      small: [say(decided.titles[laureateId]), decided.reasonsOf[laureateId] ?? '']
        .filter((line) => line !== '')
        .join('\n'),
    },
    say(decided.countries[country]) || country,
  ]);
  return [
    heading(title),
    { kind: 'table', columns: [words.sheet.order, words.organisation, words.country], shares: [1, 8, 3], rows },
  ];
}

/** A panel that judged on paper may have no members here: then a line for the chair alone. */
function linesOf({ members }: Decided, words: Words): string[] {
  if (members.length === 0) return [`${words.decision.chair}: ${words.name}`, words.signatureAndSeal];
  return members.map(({ name, part }) => `${words.decision[part]}: ${name ?? words.decision.erased}`);
}
