// What a form asks back about an answer before it is taken: Zawgyi, and years of the Buddhist Era.
import type { FormField } from '../award-definition.ts';
import {
  christianDate,
  christianYear,
  isChristianDay,
  isLikelyBuddhist,
  readDate,
  readNumber,
  readYear,
} from '../typed-numbers.ts';
import { unicodeFor } from '../zawgyi.ts';

/** `field` is the key of the field, with the language behind a dot where there are several: name.my. */
export type Question = { field: string; kind: 'zawgyi' | 'buddhist-era'; typed: string; suggested: string };
/** What was answered: the original stays here, whichever was taken. */
export type Settled = { [field: string]: { kind: Question['kind']; typed: string; taken: 'suggested' | 'typed' } };
type Content = { [field: string]: unknown };

/** What is asked about the answers as they stand; what was answered is not asked again until it is typed anew. */
export const questionsOf = (fields: FormField[], content: Content, settled: Settled): Question[] =>
  fields.flatMap((field) => questionsAbout(field, content[field.key], settled));

export function questionsAbout(field: FormField, answer: unknown, settled: Settled): Question[] {
  const isSettled = ({ field: key, typed }: Question) =>
    settled[key]?.taken === 'typed' && settled[key].typed === typed && mayStand(field, typed);
  return suggestionsFor(field, answer).filter((question) => !isSettled(question));
}

/** 2567-02-29 is a day of the Buddhist Era alone. */
const mayStand = ({ kind }: FormField, typed: string) => kind !== 'date' || isChristianDay(readDate(typed) ?? '');

function suggestionsFor(field: FormField, answer: unknown): Question[] {
  const { key, kind } = field;
  if (kind === 'text' || kind === 'long-text') return zawgyi(key, answer);
  if (kind === 'localized-text' && typeof answer === 'object' && answer !== null)
    return Object.entries(answer).flatMap(([language, text]) => zawgyi(`${key}.${language}`, text));
  if (kind === 'date') return buddhistDate(key, answer);
  if (kind === 'year') return buddhistYearOf(key, answer);
  return [];
}

function zawgyi(field: string, text: unknown): Question[] {
  const suggested = typeof text === 'string' ? unicodeFor(text) : null;
  return suggested === null ? [] : [{ field, kind: 'zawgyi', typed: String(text), suggested }];
}

function buddhistDate(field: string, answer: unknown): Question[] {
  const date = readDate(answer);
  if (date === undefined || !isLikelyBuddhist(Number(date.slice(0, 4)))) return [];
  return [{ field, kind: 'buddhist-era', typed: String(answer), suggested: christianDate(date) }];
}

function buddhistYearOf(field: string, answer: unknown): Question[] {
  const year = readYear(answer);
  if (year === undefined || !isLikelyBuddhist(year)) return [];
  return [{ field, kind: 'buddhist-era', typed: String(answer), suggested: String(christianYear(year)) }];
}

/** Why a form with an open question cannot be submitted. */
export function sayQuestion({ kind, typed, suggested }: Question): string {
  if (kind === 'buddhist-era')
    return `Is ${typed} a date or year of the Buddhist Era? Then it is ${suggested}: say which one is meant.`;
  return 'Was this typed with a Zawgyi font? Then it is converted to Unicode: say which one is meant.';
}

/** The content with a question's answer in it. */
export function settle(content: Content, { field, suggested }: Question, taken: 'suggested' | 'typed'): Content {
  if (taken === 'typed') return content;
  const [key = '', language] = field.split(/\.(.*)/s);
  if (language === undefined) return { ...content, [key]: suggested };
  const texts = content[key];
  return { ...content, [key]: { ...(typeof texts === 'object' ? texts : {}), [language]: suggested } };
}

/** The answers as they are kept for good: numbers as numbers, days and years in plain digits, the rest as typed. */
export const readContent = (fields: FormField[], content: Content): Content =>
  Object.fromEntries(
    Object.entries(content).map(([key, answer]) => [
      key,
      readAnswer(
        fields.find((field) => field.key === key),
        answer,
      ),
    ]),
  );

function readAnswer(field: FormField | undefined, answer: unknown): unknown {
  if (field?.kind === 'number') return readNumber(answer) ?? answer;
  if (field?.kind === 'year') return readYear(answer) ?? answer;
  if (field?.kind === 'date') return readDate(answer) ?? answer;
  return answer;
}

/** What was typed, where something else was taken for it and still stands. */
export function originalsOf(fields: FormField[], content: Content, settled: Settled): { [field: string]: string } {
  const stands = (key: string, typed: string) => {
    const [name = '', language] = key.split(/\.(.*)/s);
    const field = fields.find((one) => one.key === name);
    if (field === undefined) return false;
    const there = language === undefined ? content[name] : (content[name] as Content | undefined)?.[language];
    const asTyped = language === undefined ? typed : { [language]: typed };
    return suggestionsFor(field, asTyped).some(({ suggested }) => suggested === String(there));
  };
  return Object.fromEntries(
    Object.entries(settled).flatMap(([key, { typed, taken }]) =>
      taken === 'suggested' && stands(key, typed) ? [[key, typed]] : [],
    ),
  );
}
