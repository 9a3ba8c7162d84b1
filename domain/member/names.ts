// The names of a person in every script, with what is asked about a name that is likely Zawgyi.
import { unicodeFor } from '../zawgyi.ts';

export type Names = {
  name: string;
  honorific: string;
  printedName: string | null;
  names: { [language: string]: string };
};
type Originals = { [field: string]: string };
export type NameQuestion = { field: string; kind: 'zawgyi'; typed: string; suggested: string };
type Answers = { field: string; take: 'suggested' | 'typed' }[];

/** By field: name, printedName, names.my. */
const fieldsOf = ({ name, printedName, names }: Names): [field: string, text: string][] => [
  ['name', name],
  ...(printedName === null ? [] : [['printedName', printedName] satisfies [string, string]]),
  ...Object.entries(names).map(([language, text]): [string, string] => [`names.${language}`, text]),
];

/** A name whose own writing was confirmed is not asked about again. */
export const questionsAboutNames = (names: Names, originals: Originals): NameQuestion[] =>
  fieldsOf(names).flatMap(([field, typed]) => {
    const suggested = originals[field] === typed ? null : unicodeFor(typed);
    return suggested === null ? [] : [{ field, kind: 'zawgyi', typed, suggested }];
  });

/** The names as answered. An original is kept while what was taken for it stands. */
export function answerNames(names: Names, originals: Originals, answers: Answers): Names & { originals: Originals } {
  const taken = questionsAboutNames(names, originals).filter(({ field }) => answers.some((one) => one.field === field));
  const converted = taken.filter(({ field }) => answers.some((one) => one.field === field && one.take === 'suggested'));
  const read = (field: string, text: string) => converted.find((one) => one.field === field)?.suggested ?? text;
  const after: Names = {
    name: read('name', names.name),
    honorific: names.honorific,
    printedName: names.printedName === null ? null : read('printedName', names.printedName),
    names: Object.fromEntries(
      Object.entries(names.names).map(([language, text]) => [language, read(`names.${language}`, text)]),
    ),
  };
  const kept = { ...originals, ...Object.fromEntries(taken.map(({ field, typed }) => [field, typed])) };
  const stands = ([field, typed]: [string, string]) =>
    fieldsOf(after).some(([there, text]) => there === field && (text === typed || text === unicodeFor(typed)));
  return { ...after, originals: Object.fromEntries(Object.entries(kept).filter(stands)) };
}
