// The circulation note as a paper: what the endorsers read, and a page to reply on by hand.
import type { GroupNote, NoteLine } from '../../domain/cycle/note.ts';
import { textOf } from '../../domain/localized-text.ts';
import type { Texts } from '../../domain/messages.ts';
import { sayMoment } from '../mail.ts';
import type { Block, Cell, Paper } from './paper.ts';
import type { Reader } from './receipt.ts';
import { type Words, wordsFor } from './words.ts';

export type Circulated = {
  cycle: { title: Texts; number: number; year: number };
  zone: string;
  status: 'draft' | 'open' | 'concluded';
  silence: 'assent' | 'none';
  closesAt: string | null;
  fingerprint: string | null;
  fingerprints: { [group: string]: string };
  groups: GroupNote[];
};

export function notePaper(note: Circulated, reader: Reader): Paper {
  const { language, words } = wordsFor(reader.language);
  const { fingerprint, groups } = note;
  return {
    title: words.note.title,
    subtitle: textOf(note.cycle.title, reader.language),
    language,
    foot: fingerprint ?? words.note.draft,
    blocks: [
      ...standing(note, words),
      { kind: 'facts', rows: factsOf(note, reader, words) },
      { kind: 'small', text: words.note.meaning },
      ...groups.flatMap((group) => groupOf(note, group, reader, words)),
      { kind: 'page' },
      { kind: 'heading', level: 1, text: words.note.reply },
      { kind: 'text', text: words.note.replyHow },
      { kind: 'signature', lines: [words.note.countryOf, words.note.endorses, words.name, words.office] },
      { kind: 'signature', lines: [words.signatureAndSeal, words.date] },
    ],
  };
}

function standing({ status }: Circulated, words: Words): Block[] {
  if (status === 'open') return [];
  return [{ kind: 'notice', text: status === 'draft' ? words.note.draft : words.note.concluded }];
}

function factsOf({ closesAt, zone, silence, fingerprint }: Circulated, reader: Reader, words: Words) {
  const by = closesAt === null ? words.notStated : sayMoment({ at: closesAt, zone }, reader.language, reader.zone);
  return [
    { label: words.note.replyBy, value: by },
    { label: words.note.silence, value: silence === 'assent' ? words.note.assent : words.note.noAssent },
    ...(fingerprint === null ? [] : [{ label: words.note.whole, value: fingerprint }]),
  ];
}

function groupOf(note: Circulated, group: GroupNote, reader: Reader, words: Words): Block[] {
  const { category, country, decision, laureates, runnersUp } = group;
  const say = (texts: Texts) => textOf(texts, reader.language);
  const where = country === null ? '' : ` · ${say(country.names)}`;
  const signed = sayMoment({ at: decision.signedAt, zone: note.zone }, reader.language, reader.zone);
  const basis = decision.basis === 'scores' ? words.note.scores : words.note.outside;
  const source = decision.source === null ? '' : `\n${words.note.source}: ${decision.source}`;
  const fingerprint = note.fingerprints[group.group];
  return [
    { kind: 'heading', level: 1, text: `${say(category.names)}${where}` },
    {
      kind: 'text',
      text: `${words.note.decision} ${decision.number}, ${basis}; ${words.note.signed} ${signed}${source}`,
    },
    ...placeOf(words.laureates, laureates, reader, words),
    ...(runnersUp.length === 0 ? [] : placeOf(words.runnersUp, runnersUp, reader, words)),
    ...(fingerprint === undefined
      ? []
      : [{ kind: 'facts' as const, rows: [{ label: words.note.ofGroup, value: fingerprint }] }]),
  ];
}

function placeOf(title: string, lines: NoteLine[], reader: Reader, words: Words): Block[] {
  const heading: Block = { kind: 'heading', level: 2, text: title };
  if (lines.length === 0) return [heading, { kind: 'text', text: words.nobodyNamed }];
  const rows = lines.map((line): Cell[] => [
    String(line.order),
    { text: textOf(line.organisation, reader.language), small: detailsOf(line, reader.language, words) },
    textOf(line.country.names, reader.language),
  ]);
  const columns = [words.place, words.organisation, words.country];
  return [heading, { kind: 'table', columns, shares: [1, 8, 3], rows }];
}

/** Title, citation, score and what was verified, a line each. */
function detailsOf({ title, citation, score, verified }: NoteLine, language: string, words: Words): string {
  const cited = typeof citation === 'string' ? citation : citation === null ? '' : textOf(citation, language);
  const read =
    verified === null ? words.note.notVerified : words.note.verified.replace('{version}', String(verified.version));
  const points = score === null ? '' : words.note.score.replace('{score}', score);
  return [textOf(title, language), cited, points, read].filter((line) => line !== '').join('\n');
}
