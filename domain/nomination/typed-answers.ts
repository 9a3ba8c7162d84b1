// Answers as people type them into a cell or a printed form: read into what the form keeps, and said again as a text.
import type { FormField } from '../award-definition.ts';
import type { Texts } from '../messages.ts';
import { readDate, readNumber, readYear } from '../typed-numbers.ts';

/** How the two answers of a yes-no field are said. */
export const yesNo: { yes: Texts; no: Texts } = { yes: { en: 'Yes', th: 'ใช่' }, no: { en: 'No', th: 'ไม่ใช่' } };
const yesWords = ['yes', 'true', '1', ...Object.values(yesNo.yes)];
const noWords = ['no', 'false', '0', ...Object.values(yesNo.no)];

/** What can be chosen, each with its key and how it is said. */
export const choicesOf = ({ kind, choices = [] }: FormField): { key: string; label: Texts }[] =>
  kind === 'choice'
    ? choices
    : kind === 'yes-no'
      ? [
          { key: 'yes', label: yesNo.yes },
          { key: 'no', label: yesNo.no },
        ]
      : [];

/** A label in several languages on one line, each text once. */
export const sayTexts = (label: Texts, languages: readonly string[]): string => {
  const said = languages.flatMap((language) => label[language] ?? []);
  return [...new Set(said.length > 0 ? said : Object.values(label).slice(0, 1))].join(' / ');
};

/** What was chosen, by its label; any other text as it is. */
export function sayChoice(field: FormField, text: string, languages: readonly string[]): string {
  const choice = choicesOf(field).find(({ key }) => key === text);
  return choice === undefined ? text : sayTexts(choice.label, languages);
}

/** A text as the form would have it; what cannot be read stays a text, and is refused as one. */
export function answerOf(field: FormField, text: string): unknown {
  if (field.kind === 'number') return readNumber(text) ?? text;
  if (field.kind === 'year') return readYear(text) ?? text;
  if (field.kind === 'choice') return chosenKey(field, text) ?? text;
  if (field.kind !== 'yes-no') return text;
  const isSaid = (words: string[]) => wordsOf(text).some((word) => words.some((one) => isAlike(one, word)));
  const [yes, no] = [isSaid(yesWords), isSaid(noWords)];
  return yes === no ? text : yes;
}

/** `Yes / ใช่` is said in one language or in all. */
const wordsOf = (text: string) => [text, ...text.split('/')].map((word) => word.trim()).filter((word) => word !== '');
const isAlike = (a: string, b: string) => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

function chosenKey(field: FormField, text: string): string | undefined {
  const choices = choicesOf(field);
  const isNamed = (key: string, label: Texts, word: string) =>
    [key, ...Object.values(label)].some((one) => isAlike(one, word));
  const whole = choices.find(({ key, label }) => isNamed(key, label, text.trim()));
  if (whole !== undefined) return whole.key;
  const found = choices.filter(({ key, label }) => wordsOf(text).some((word) => isNamed(key, label, word)));
  return found.length === 1 ? found[0]?.key : undefined;
}

/** An answer as a text: two that are alike are the same text, however they were typed. */
export function sayAnswer(field: FormField, answer: unknown): string {
  if (answer === undefined || answer === null) return '';
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  if (typeof answer === 'object') return JSON.stringify(answer);
  if (field.kind === 'date') return readDate(answer) ?? tidy(String(answer));
  return tidy(String(field.kind === 'yes-no' ? answer : answerOf(field, String(answer))));
}

/** Without what word processors add at the ends of lines. */
export const tidy = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
