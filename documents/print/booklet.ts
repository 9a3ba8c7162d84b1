// The booklet of an entry for its judges: the form as they may read it, then each attachment behind a bookmark.
import type { StoredFile } from '../../db/files.ts';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { attachmentsOf, findCountry, sectionsOf } from '../../domain/definition-queries.ts';
import { textOf } from '../../domain/localized-text.ts';
import type { Texts } from '../../domain/messages.ts';
import { sectionBlocks } from './answers.ts';
import type { Block, Paper } from './paper.ts';
import { sizeIn, type Words, wordsFor } from './words.ts';

export type EntryToPrint = {
  cycle: Texts;
  definition: AwardDefinition;
  country: string;
  category: string;
  version: number;
  organisation: Texts;
  title: Texts;
  content: { [field: string]: unknown };
  hidden: Set<string>;
  /** None where the award is judged without names. */
  files: StoredFile[];
};
type Setting = { language: string; words: Words; light: boolean };

export const isPicture = ({ type }: { type: string }) => type === 'image/png' || type === 'image/jpeg';
const isPages = ({ type }: { type: string }) => type === 'application/pdf';
/** More than this in all is not put into one booklet. */
const mostEnclosed = 100_000_000;

/** The files that the whole booklet shows, in the order of the form, as far as there is room. */
export function shownFiles(files: StoredFile[]): Set<string> {
  let sum = 0;
  const fitting = files.filter((file) => {
    if (file.state !== 'arrived' || !(isPicture(file) || isPages(file)) || sum + file.size > mostEnclosed) return false;
    sum += file.size;
    return true;
  });
  return new Set(fitting.map(({ fileId }) => fileId));
}

export function bookletPaper(entry: EntryToPrint, reader: { language: string }, light: boolean): Paper {
  const { language, words } = wordsFor(reader.language);
  const { definition, country, category, version, title } = entry;
  const say = (texts: Texts) => textOf(texts, reader.language);
  const blind = definition.judging.blind.nominee;
  const categoryName = say(definition.categories.find(({ key }) => key === category)?.names ?? { en: category });
  const rows = [
    ...(blind ? [] : [{ label: words.organisation, value: say(entry.organisation) }]),
    { label: words.country, value: say(findCountry(definition, country)?.names ?? { en: country }) },
    { label: words.category, value: categoryName },
    { label: words.version, value: String(version) },
  ];
  const setting = { language: reader.language, words, light };
  return {
    title: say(title),
    subtitle: say(entry.cycle),
    language,
    foot: `${say(title)} · ${words.version} ${version}`,
    blocks: [
      { kind: 'facts', rows },
      ...(blind ? [{ kind: 'notice' as const, text: words.booklet.blind }] : []),
      ...sectionBlocks(sectionsOf(definition, category), entry.content, { ...entry, ...setting }),
      ...attachmentBlocks(inFormOrder(entry), setting, entry),
    ],
  };
}

function inFormOrder({ definition, category, files }: EntryToPrint): StoredFile[] {
  const order = attachmentsOf(definition, category).map(({ key }) => key);
  const place = ({ field }: StoredFile) => (order.includes(field ?? '') ? order.indexOf(field ?? '') : order.length);
  return files.toSorted((a, b) => place(a) - place(b));
}

function attachmentBlocks(files: StoredFile[], setting: Setting, { definition, category }: EntryToPrint): Block[] {
  if (files.length === 0) return [];
  const { language, words, light } = setting;
  const shown = light ? new Set<string>() : shownFiles(files);
  const labels = new Map(attachmentsOf(definition, category).map(({ key, label }) => [key, textOf(label, language)]));
  const labelOf = ({ field, kind }: StoredFile) =>
    labels.get(field ?? '') ?? (kind === 'supporting-letter' ? words.booklet.letter : words.file);
  const rows = files.map((file) => [
    { text: file.name, small: labelOf(file) },
    sizeIn(language, file.size),
    standingOf(file, shown, words),
  ]);
  const columns = [words.file, words.size, words.booklet.how];
  return [
    { kind: 'page' },
    { kind: 'heading', level: 1, text: words.booklet.files },
    ...(light ? [{ kind: 'notice' as const, text: words.booklet.light }] : []),
    { kind: 'table', columns, shares: [6, 2, 3], rows },
    ...files
      .filter(({ fileId }) => shown.has(fileId))
      .flatMap((file): Block[] => [
        { kind: 'page' },
        { kind: 'heading', level: 2, text: `${labelOf(file)}: ${file.name}` },
        { kind: isPicture(file) ? 'image' : 'insert', key: file.hash, otherwise: words.booklet.broken },
      ]),
  ];
}

function standingOf({ fileId, state }: StoredFile, shown: Set<string>, { booklet }: Words): string {
  if (state !== 'arrived') return booklet.notArrived;
  return shown.has(fileId) ? booklet.shown : booklet.notShown;
}
