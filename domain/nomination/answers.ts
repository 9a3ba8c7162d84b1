// What one answer of a form must be, by the kind of its field.
import type { FormField } from '../award-definition.ts';
import { isWithin, measure } from '../text-limits.ts';
import { readDate, readNumber, readYear } from '../typed-numbers.ts';

export type Fault = {
  rule: 'type' | 'language' | 'limit' | 'choice' | 'date' | 'year' | 'email' | 'phone' | 'url';
  message: string;
};

/** Whatever a field's own limit: characters that one text may have, and a public name, which is kept in the record. */
const longestText = 20_000;
const longestName = 2000;

/** Nothing, blanks, or a text without words in any language. `false` and 0 are answers. */
export const isEmpty = (answer: unknown): boolean =>
  isBlank(answer) || (isTexts(answer) && Object.values(answer).every(isBlank));

export const isBlank = (answer: unknown): boolean =>
  answer === undefined || answer === null || (typeof answer === 'string' && answer.trim() === '');

const isTexts = (answer: unknown): answer is { [language: string]: unknown } =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer);

/** What is wrong with an answer that is not empty. */
export function faultsOf(field: FormField, answer: unknown, isPublicName: boolean): Fault[] {
  const ofText = (check: (text: string) => Fault[]) =>
    typeof answer === 'string' ? check(answer.trim()) : [typeFault('a text')];
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return ofText((text) => lengthFaults(text, field, isPublicName));
    case 'localized-text':
      return localizedFaults(answer, field, isPublicName);
    case 'number':
      return readNumber(answer) === undefined ? [typeFault('a number')] : [];
    case 'year':
      return readYear(answer) === undefined ? [{ rule: 'year', message: 'Must be a year of four digits.' }] : [];
    case 'yes-no':
      return typeof answer === 'boolean' ? [] : [typeFault('yes or no')];
    case 'date':
      return ofText(dateFaults);
    case 'choice':
      return ofText((text) => choiceFaults(text, field));
    case 'email':
      return ofText((text) => (emailForm.test(text) ? [] : [{ rule: 'email', message: 'Must be an e-mail address.' }]));
    case 'phone':
      return ofText((text) => (isPhone(text) ? [] : [phoneFault]));
    case 'url':
      return ofText((text) => (isWebAddress(text) ? [] : [urlFault]));
  }
}

const typeFault = (wanted: string): Fault => ({ rule: 'type', message: `Must be ${wanted}.` });

function lengthFaults(text: string, { limit }: FormField, isPublicName: boolean): Fault[] {
  if (limit !== undefined && !isWithin(text, limit)) {
    const { unit, count } = measure(text);
    return [{ rule: 'limit', message: `Has ${count} ${unit}; at most ${limit[unit]} are accepted.` }];
  }
  const longest = isPublicName ? longestName : longestText;
  if (text.length > longest)
    return [{ rule: 'limit', message: `Has ${text.length} characters; at most ${longest} are accepted.` }];
  return [];
}

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/;

function localizedFaults(answer: unknown, field: FormField, isPublicName: boolean): Fault[] {
  if (!isTexts(answer)) return [typeFault('a text in one or more languages')];
  return Object.entries(answer).flatMap(([language, text]): Fault[] => {
    if (!languageTag.test(language))
      return [{ rule: 'language', message: `${language} is no language tag such as en or th.` }];
    if (isBlank(text)) return [];
    if (typeof text !== 'string') return [typeFault('a text in each language')];
    return lengthFaults(text.trim(), field, isPublicName).map(({ rule, message }) => ({
      rule,
      message: `${language}: ${message}`,
    }));
  });
}

const dateFaults = (text: string): Fault[] =>
  readDate(text) === undefined ? [{ rule: 'date', message: 'Must be a date, written YYYY-MM-DD.' }] : [];

function choiceFaults(text: string, { choices = [] }: FormField): Fault[] {
  const keys = choices.map(({ key }) => key);
  return keys.includes(text) ? [] : [{ rule: 'choice', message: `Must be one of ${keys.join(', ')}.` }];
}

const emailForm = /^[^\s@<>,;:"]{1,64}@[^\s@<>,;:"]{1,190}\.[^\s@<>,;:".]{2,63}$/u;

/** E.164, with the blanks, hyphens, dots and brackets that people put between its digits. */
const isPhone = (text: string) => /^\+[1-9]\d{6,14}$/.test(text.replace(/[\s().-]/gu, ''));
const phoneFault: Fault = {
  rule: 'phone',
  message: 'Must be a telephone number with the country code: +66 2 123 4567.',
};

const isWebAddress = (text: string) =>
  text.length <= 2000 && /^https?:\/\/[^\s/?#]+\.[^\s/?#]+([/?#]\S*)?$/iu.test(text);
const urlFault: Fault = { rule: 'url', message: 'Must be a web address that begins with https:// or http://.' };
