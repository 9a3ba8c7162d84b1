// A nomination's form that was filled in outside the browser, held against the draft: place by place, and nothing lost.
import type { AwardDefinition, FormField } from '../award-definition.ts';
import { sectionsOf } from '../definition-queries.ts';
import type { Texts } from '../messages.ts';
import { hashOf } from '../verify/canonical.ts';
import { type Fault, faultsOf } from './answers.ts';
import type { Content } from './dossier.ts';
import { questionsAbout, sayQuestion } from './questions.ts';
import { answerOf, sayAnswer, tidy } from './typed-answers.ts';

/** A place where something is written: a field, or a field in one language. `ref` names it: name.th. */
export type Slot = { ref: string; section: string; field: FormField; language: string | null };
/** What a filled form says: texts by place, and of each place the mark of what stood there when the form was made. */
export type FilledForm = { texts: Map<string, string[]>; marks: Map<string, string> };

/**
 * `taken` replaces what is saved; `unchanged` leaves it; `conflict`: it was changed in the file and in the draft since;
 * `emptied`: it was taken away in the file; `refused` breaks a rule of its field; `missing`: the file has no such place;
 * `unknown`: the form has none.
 */
export type Outcome = 'taken' | 'unchanged' | 'conflict' | 'emptied' | 'refused' | 'missing' | 'unknown';
export type FormLine = {
  ref: string;
  section: string | null;
  field: string;
  language: string | null;
  label: Texts;
  outcome: Outcome;
  /** What the file says, and what the draft has. */
  text: string;
  saved: string;
  faults: (Fault | { rule: 'twice'; message: string })[];
  /** Whether it is taken all the same when the person asks for it. */
  mayBeTaken: boolean;
  /** What will be asked about it in the draft. */
  questions: string[];
};

/** In the order of the form: English, the country's languages, and those that something is written in already. */
export function slotsOf(
  definition: AwardDefinition,
  category: string,
  languages: readonly string[],
  content: Content,
): Slot[] {
  return sectionsOf(definition, category).flatMap(({ key: section, fields }) =>
    fields.flatMap((field): Slot[] => {
      if (field.kind !== 'localized-text') return [{ ref: field.key, section, field, language: null }];
      const there = Object.keys(partsOf(content[field.key]));
      return [...new Set([...languages, ...there])].map((language) => ({
        ...{ ref: `${field.key}.${language}`, section, field, language },
      }));
    }),
  );
}

export const formLanguages = (languages: readonly string[]): string[] => [...new Set(['en', ...languages])];

const partsOf = (answer: unknown): Content =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? (answer as Content) : {};

/** What the draft has in a place, as a text. */
export const savedText = ({ field, language }: Slot, content: Content): string =>
  sayAnswer(field, language === null ? content[field.key] : partsOf(content[field.key])[language]);

/** Tells whether a text is the one that stood there, without holding it. */
export const markOf = (ref: string, text: string): string => hashOf({ ref, text: text.normalize('NFC') }).slice(0, 12);

/** What would come of a filled form. `taking` names the places that are taken though something speaks against it. */
export function compareForm(
  definition: AwardDefinition,
  slots: Slot[],
  content: Content,
  form: FilledForm,
  taking: ReadonlySet<string> = new Set(),
): FormLine[] {
  const known = new Set(slots.map(({ ref }) => ref));
  const strange = [...form.texts].filter(([ref, texts]) => !known.has(ref) && texts.some((text) => tidy(text) !== ''));
  const publicNames = [definition.form.organisationField, definition.form.titleField];
  return [
    ...slots.map((slot) => lineOf(slot, content, form, taking.has(slot.ref), publicNames)),
    ...strange.map(([ref, texts]) => unknownLine(ref, texts)),
  ];
}

function lineOf(slot: Slot, content: Content, form: FilledForm, isTaken: boolean, publicNames: string[]): FormLine {
  const { ref, section, field, language } = slot;
  const saved = savedText(slot, content);
  const texts = [...new Set((form.texts.get(ref) ?? []).map((text) => readText(field, text)))];
  const [text = ''] = texts;
  const about = { ref, section, field: field.key, language, label: field.label, text, saved, questions: [] };
  const leave = (outcome: Outcome): FormLine => ({ ...about, outcome, faults: [], mayBeTaken: false });
  if (texts.length === 0) return leave('missing');
  if (texts.length > 1) return { ...leave('refused'), text: texts.join('\n—\n'), faults: [twice] };
  const mark = form.marks.get(ref);
  if (isSame(text, saved) || mark === markOf(ref, text) || (text === '' && mark === undefined))
    return leave('unchanged');
  const faults = text === '' ? [] : faultsOf(field, answerIn(slot, text), publicNames.includes(field.key));
  const mayBeTaken = faults.every(({ rule }) => rule === 'limit');
  const outcome = isTaken && mayBeTaken ? 'taken' : outcomeOf(text, saved, faults, mark === markOf(ref, saved));
  return { ...about, outcome, faults, mayBeTaken, questions: mayBeTaken ? asksAbout(slot, text) : [] };
}

/** A name or a number stands on one line, however it was broken on paper. */
function readText(field: FormField, text: string): string {
  const isLong = field.kind === 'long-text' || field.kind === 'localized-text';
  const read = isLong ? tidy(text) : tidy(text).replaceAll(/\s*\n\s*/g, ' ');
  return sayAnswer(field, answerOf(field, read));
}

/** `isAsMade`: the draft still has there what it had when the form was made. */
function outcomeOf(text: string, saved: string, faults: Fault[], isAsMade: boolean): Outcome {
  if (faults.length > 0) return 'refused';
  if (saved !== '' && !isAsMade) return 'conflict';
  return text === '' ? 'emptied' : 'taken';
}

const twice = { rule: 'twice', message: 'Stands in the file twice, with different texts.' } as const;
const isSame = (a: string, b: string) => a.normalize('NFC') === b.normalize('NFC');

/** As the field has it: in its language, where it has several. */
function answerIn({ field, language }: Slot, text: string): unknown {
  const answer = answerOf(field, text);
  return language === null ? answer : { [language]: answer };
}

const asksAbout = (slot: Slot, text: string) =>
  questionsAbout(slot.field, answerIn(slot, text), {}).map((question) => sayQuestion(question));

function unknownLine(ref: string, texts: string[]): FormLine {
  const [field = ref, language = null] = ref.split('.');
  const text = texts.map(tidy).join('\n—\n');
  const about = { ref, section: null, field, language, label: {}, text, saved: '' };
  return { ...about, outcome: 'unknown', faults: [], mayBeTaken: false, questions: [] };
}

/** The content with what is taken in it; everything else stays as it is. */
export function takeLines(slots: Slot[], content: Content, lines: FormLine[]): Content {
  let now = content;
  for (const { ref, outcome, text } of lines) {
    const slot = slots.find((one) => one.ref === ref);
    if (outcome === 'taken' && slot !== undefined) now = takeText(now, slot, text);
  }
  return now;
}

/** An emptied place is none. */
function takeText(content: Content, { field, language }: Slot, text: string): Content {
  const change = (all: Content, key: string, answer: unknown): Content => {
    const { [key]: _before, ...others } = all;
    return text === '' ? others : { ...all, [key]: answer };
  };
  if (language === null) return change(content, field.key, answerOf(field, text));
  return { ...content, [field.key]: change(partsOf(content[field.key]), language, text) };
}
