// A nomination's form as it is printed: what both the document and the workbook are made from.
import type { AwardDefinition, FormField } from '../../domain/award-definition.ts';
import { sectionsOf } from '../../domain/definition-queries.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Content } from '../../domain/nomination/dossier.ts';
import { markOf, type Slot, savedText, slotsOf } from '../../domain/nomination/paper-form.ts';
import { sayChoice } from '../../domain/nomination/typed-answers.ts';

export type PrintedForm = {
  nominationId: string;
  version: number;
  definition: AwardDefinition;
  category: string;
  /** English first, then the country's own. */
  languages: string[];
  content: Content;
  cycleTitle: Texts;
  country: Texts;
};
/** One place with what stands in it, said as people read it. */
export type Place = { slot: Slot; text: string };
export type PrintedField = { field: FormField; places: Place[] };

/** The sections with their fields, each with its places side by side. */
export function printedSections(form: PrintedForm): { title: Texts; fields: PrintedField[] }[] {
  const { definition, category, languages, content } = form;
  const slots = slotsOf(definition, category, languages, content);
  return sectionsOf(definition, category).map(({ title, fields }) => ({
    title,
    fields: fields.map((field) => ({
      field,
      places: slots
        .filter((slot) => slot.field.key === field.key)
        .map((slot) => ({ slot, text: sayChoice(slot.field, savedText(slot, content), languages) })),
    })),
  }));
}

/** What stood in each place when the form was made. */
export function marksOf({ definition, category, languages, content }: PrintedForm): [ref: string, mark: string][] {
  return slotsOf(definition, category, languages, content).map((slot) => [
    slot.ref,
    markOf(slot.ref, savedText(slot, content)),
  ]);
}

/** A language by its own name. */
export const languageName = (language: string): string =>
  new Intl.DisplayNames([language, 'en'], { type: 'language' }).of(language) ?? language;
