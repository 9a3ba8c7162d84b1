// What the form of a category asks, taken from the award's definition; and names of languages and categories in words.
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useView } from '../../api/query.ts';
import { type Texts, useText } from '../../parts/texts.ts';

export type Definition = Contract<'get', '/cycles/:cycleId/definition'>['answer']['definition'];
export type Section = Definition['form']['sections'][number];
export type Field = Section['fields'][number];
export type Attachment = Definition['form']['attachments'][number];

const isFor = (category: string) => (item: { categories?: string[] | undefined }) =>
  item.categories === undefined || item.categories.includes(category);

export const sectionsFor = ({ form }: Definition, category: string): Section[] =>
  form.sections
    .map((section) => ({ ...section, fields: section.fields.filter(isFor(category)) }))
    .filter(({ fields }) => fields.length > 0);

export const attachmentsFor = ({ form }: Definition, category: string): Attachment[] =>
  form.attachments.filter(isFor(category));

export const useDefinition = (cycleId: string): Definition =>
  useView('/cycles/:cycleId/definition', { params: { cycleId } }).definition;

/** English, and the languages of the country. */
export const languagesOf = ({ countries }: Definition, iso2: string): string[] => {
  const own = countries.find((country) => country.iso2 === iso2)?.languages ?? [];
  return [...new Set([...own, 'en'])];
};

export function useLanguageNames(): (tag: string) => string {
  const { i18n } = useTranslation();
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  return (tag) => names.of(tag) ?? tag;
}

export function useCategoryNames(definition: { categories: { key: string; names: Texts }[] }): (key: string) => string {
  const say = useText();
  return (key) => say(definition.categories.find((category) => category.key === key)?.names) || key;
}

/** The label of a field, an attachment or an item of the checklist, by its key; with the language behind a dot. */
export function useLabels(definition: Definition): (place: string) => string {
  const say = useText();
  const nameOf = useLanguageNames();
  const all: { key: string; label: Texts }[] = [
    ...definition.form.sections.flatMap(({ fields }) => fields),
    ...definition.form.attachments,
    ...definition.checklist,
  ];
  return (place) => {
    const [key = '', language] = place.split(/\.(.*)/s);
    const label = say(all.find((item) => item.key === key)?.label) || key;
    return language === undefined ? label : `${label} (${nameOf(language)})`;
  };
}
