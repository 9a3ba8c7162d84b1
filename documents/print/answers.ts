// What stands in a form, as blocks of a paper: section by section, in every language that was answered in.
import type { FormField, FormSection } from '../../domain/award-definition.ts';
import { textOf } from '../../domain/localized-text.ts';
import type { Block } from './paper.ts';
import type { Words } from './words.ts';

type Content = { [field: string]: unknown };

/** Fields that the reader does not see are left out with their labels. */
export function sectionBlocks(
  sections: FormSection[],
  content: Content,
  { hidden, language, words }: { hidden: Set<string>; language: string; words: Words },
): Block[] {
  return sections.flatMap(({ title, fields }): Block[] => {
    const shown = fields.filter(({ key }) => !hidden.has(key));
    if (shown.length === 0) return [];
    const blocks = shown.flatMap((field): Block[] => [
      { kind: 'heading', level: 3, text: textOf(field.label, language) },
      ...answerOf(field, content[field.key], language, words),
    ]);
    return [{ kind: 'heading', level: 1, text: textOf(title, language) }, ...blocks];
  });
}

const isNothing = (answer: unknown) =>
  answer === undefined || answer === null || (typeof answer === 'string' && answer.trim() === '');

function answerOf(field: FormField, answer: unknown, language: string, words: Words): Block[] {
  if (isNothing(answer)) return [{ kind: 'small', text: words.booklet.notAnswered }];
  if (typeof answer !== 'object' || answer === null)
    return [{ kind: 'text', text: said(field, answer, language, words) }];
  const texts = Object.entries(answer).filter(([, text]) => !isNothing(text));
  if (texts.length === 0) return [{ kind: 'small', text: words.booklet.notAnswered }];
  return texts.flatMap(([written, text]): Block[] => [
    ...(texts.length === 1 ? [] : [{ kind: 'small' as const, text: nameOfLanguage(written, language) }]),
    { kind: 'text', text: String(text), language: written },
  ]);
}

function said(field: FormField, answer: unknown, language: string, words: Words): string {
  if (typeof answer === 'boolean') return answer ? words.booklet.yes : words.booklet.no;
  if (typeof answer === 'number' && field.kind === 'number') return new Intl.NumberFormat(language).format(answer);
  const choice = field.choices?.find(({ key }) => key === answer);
  return choice === undefined ? String(answer) : textOf(choice.label, language);
}

const nameOfLanguage = (tag: string, language: string): string =>
  /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(tag)
    ? (new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag)
    : tag;
