// The sheet that a country signs, to be printed, signed by hand and scanned.
import type { SheetOfCategory, SigningSheet } from '../../db/read-models/signing-sheet.ts';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { findCountry } from '../../domain/definition-queries.ts';
import { textOf } from '../../domain/localized-text.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Block, Cell, Paper } from './paper.ts';
import type { Reader } from './receipt.ts';
import { type Words, wordsFor } from './words.ts';

type About = { cycle: Texts; definition: AwardDefinition };

export function sheetPaper(sheet: SigningSheet, { cycle, definition }: About, reader: Reader): Paper {
  const { language, words } = wordsFor(reader.language);
  const country = findCountry(definition, sheet.country)?.names ?? { en: sheet.country };
  const name = (category: string) =>
    textOf(definition.categories.find(({ key }) => key === category)?.names ?? { en: category }, reader.language);
  return {
    title: words.sheet.title,
    subtitle: `${textOf(country, reader.language)} · ${textOf(cycle, reader.language)}`,
    language,
    foot: sheet.sheet ?? `${sheet.country} · ${textOf(cycle, reader.language)}`,
    blocks: [
      ...(sheet.sheet === null ? [] : [{ kind: 'text' as const, text: words.sheet.statement }]),
      ...sheet.categories.flatMap((one) => categoryOf(one, name(one.category), reader, words)),
      ...(sheet.sheet === null ? [] : signing(sheet.sheet, words)),
    ],
  };
}

function categoryOf(one: SheetOfCategory, name: string, reader: Reader, words: Words): Block[] {
  const { status, nominations, unranked, waiting, sheet } = one;
  const standing = waiting !== null ? words.sheet.waiting : words.sheet[status];
  const rows = nominations.map(({ place, organisation, title, version, dossier }): Cell[] => [
    String(place),
    { text: textOf(organisation, reader.language), small: `${textOf(title, reader.language)}\n${dossier}` },
    String(version),
  ]);
  const columns = [words.sheet.order, words.sheet.nominee, words.version];
  return [
    { kind: 'heading', level: 1, text: `${name}: ${standing}` },
    ...(rows.length === 0
      ? [{ kind: 'text' as const, text: words.sheet.nothing }]
      : [{ kind: 'table' as const, columns, shares: [1, 9, 2], rows }]),
    ...(unranked.length === 0 ? [] : [{ kind: 'notice' as const, text: words.sheet.unranked }]),
    ...(rows.length === 0 ? [] : [{ kind: 'facts' as const, rows: [{ label: words.sheet.ofCategory, value: sheet }] }]),
  ];
}

const signing = (sheet: string, words: Words): Block[] => [
  { kind: 'heading', level: 1, text: words.signature },
  { kind: 'facts', rows: [{ label: words.sheet.ofAll, value: sheet }] },
  { kind: 'small', text: words.sheet.how },
  { kind: 'signature', lines: [words.name, words.office, words.signatureAndSeal, words.date] },
];
