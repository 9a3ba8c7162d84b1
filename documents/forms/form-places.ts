// What a form that comes back is read into, and how its places are named on paper.
import { sayTexts } from '../../domain/nomination/typed-answers.ts';
import { formTexts } from './form-texts.ts';

export type ReadForm = {
  /** Whose form it is, and the version of the draft that it was made from; null where the file has lost it. */
  nominationId: string | null;
  version: number | null;
  /** More than one text where a place is there twice. */
  texts: Map<string, string[]>;
  marks: Map<string, string>;
};

const ref = '[a-z0-9]+(?:-[a-z0-9]+)*(?:\\.[A-Za-z0-9-]+)?';
const inBrackets = new RegExp(`\\[(${ref}(?:\\s*\\|\\s*${ref})*)\\]\\s*$`);

/** The places that a row is for: [name.en | name.th] at the end of its label. */
export const refsIn = (label: string): string[] =>
  inBrackets
    .exec(label.replaceAll('\u00a0', ' ').trim())?.[1]
    ?.split('|')
    .map((one) => one.trim()) ?? [];

const asking = [formTexts.writeHere, formTexts.chooseHere];
const alone = asking.flatMap((texts) => Object.values(texts));
const inBoth = asking.map((texts) => sayTexts(texts, ['en', 'th']));

/** A program that knows no content controls leaves the words that ask for an answer, before or behind it. */
export function withoutPlaceholder(text: string): string {
  if (alone.includes(text)) return '';
  const found = inBoth.find((words) => text.startsWith(words) || text.endsWith(words));
  if (found === undefined) return text;
  return (text.startsWith(found) ? text.slice(found.length) : text.slice(0, -found.length)).trim();
}
