// What must hold between the parts of an award definition, beyond each part's own shape.
import { isKnownZone } from './messages.ts';
import { type Stage, stages } from './phases.ts';
import { roundProblems } from './round-rules.ts';
import {
  at,
  type DefinitionProblem,
  type Judged,
  judgingProblems,
  type Keyed,
  rubricProblems,
  strangers,
  twins,
} from './rubric-rules.ts';

type ForCategories = Keyed & { categories?: string[] | undefined };
type Field = ForCategories & { kind: string; required: boolean; personal: boolean; choices?: Keyed[] | undefined };
/** The parts that are held against each other. */
export type Definition = Judged & {
  protocolOrder?: { [language: string]: string[] } | undefined;
  countries: { iso2: string; zone: string; otherZones: string[]; quota: { [category: string]: number } }[];
  zone: string;
  form: {
    sections: (Keyed & { fields: Field[] })[];
    attachments: ForCategories[];
    organisationField: string;
    titleField: string;
    citationField?: string | undefined;
    themeField?: string | undefined;
    registrationField?: string | undefined;
    registrarField?: string | undefined;
    interests?: { field: string; as: string }[] | undefined;
  };
  checklist: Keyed[];
  announcement: { stages: Stage[] };
  forum: { themes: Keyed[]; blocks: (Keyed & { theme: string; startsAt: number; endsAt: number })[] };
};

/** Every rule that the definition breaks, and where; none for a sound one. */
export function definitionProblems(definition: Definition): DefinitionProblem[] {
  return [
    ...twins(definition.categories, ['categories'], 'category'),
    ...countryProblems(definition),
    ...orderProblems(definition),
    ...formProblems(definition),
    ...rubricProblems(definition),
    ...judgingProblems(definition),
    ...roundProblems(definition.judging),
    ...programmeProblems(definition),
  ];
}

function countryProblems({ countries, categories, zone }: Definition): DefinitionProblem[] {
  const unknownZones = (zones: string[], path: (string | number)[]) =>
    zones.filter((name) => !isKnownZone(name)).map((name) => at(path, `${name} is no time zone that is known here`));
  return [
    ...unknownZones([zone], ['zone']),
    ...twins(
      countries.map(({ iso2 }) => ({ key: iso2 })),
      ['countries'],
      'country',
    ),
    ...countries.flatMap((country, index) => [
      ...unknownZones([country.zone, ...country.otherZones], ['countries', index, 'zone']),
      ...strangers(Object.keys(country.quota), categories, ['countries', index, 'quota']),
    ]),
  ];
}

/** A return names fields, attachments and checklist items side by side, so no two may share a key. */
/** An order names every country once. */
function orderProblems({ countries, protocolOrder = {} }: Definition): DefinitionProblem[] {
  const all = countries.map(({ iso2 }) => iso2).sort();
  return Object.entries(protocolOrder).flatMap(([language, order]) =>
    [...order].sort().join() === all.join()
      ? []
      : [at(['protocolOrder', language], `must name each of ${all.join(', ')} once`)],
  );
}

function formProblems({ form, checklist, categories }: Definition): DefinitionProblem[] {
  const fields = form.sections.flatMap((section) => section.fields);
  const all = [...fields, ...form.attachments, ...checklist].map(({ key }) => key);
  const twice = new Set(all.filter((key, index) => all.indexOf(key) !== index));
  return [
    ...twins(form.sections, ['form', 'sections'], 'section'),
    ...[...twice].map((key) => at(['form'], `the key ${key} belongs to two fields, attachments or checklist items`)),
    ...[...fields, ...form.attachments].flatMap(({ key, categories: own = [] }) =>
      strangers(own, categories, ['form', key, 'categories']),
    ),
    ...fields
      .filter(({ kind, choices }) => (kind === 'choice') !== (choices !== undefined))
      .map(({ key, kind }) =>
        at(['form', key, 'choices'], kind === 'choice' ? 'are missing' : `do not go with ${kind}`),
      ),
    ...nameProblems(form, fields),
    ...citationProblems(form, fields),
    ...registrationProblems(form, fields),
    ...themeProblems(form, fields),
    ...interestProblems(form, fields),
  ];
}

function nameProblems(form: Definition['form'], fields: Field[]): DefinitionProblem[] {
  return (['organisationField', 'titleField'] as const).flatMap((name) => {
    const field = fields.find(({ key }) => key === form[name]);
    if (field === undefined) return [at(['form', name], `names ${form[name]}, which is no field of the form`)];
    const fit = ['text', 'localized-text'].includes(field.kind) && field.required && field.categories === undefined;
    return fit ? [] : [at(['form', name], `names ${form[name]}, which must be a required text of every category`)];
  });
}

function citationProblems({ citationField }: Definition['form'], fields: Field[]): DefinitionProblem[] {
  if (citationField === undefined) return [];
  const field = fields.find(({ key }) => key === citationField);
  const path = ['form', 'citationField'];
  if (field === undefined) return [at(path, `names ${citationField}, which is no field of the form`)];
  const fit = ['text', 'long-text', 'localized-text'].includes(field.kind) && !field.personal;
  return fit ? [] : [at(path, `names ${citationField}, which must be a text that is not personal`)];
}

function themeProblems({ themeField }: Definition['form'], fields: Field[]): DefinitionProblem[] {
  if (themeField === undefined || fields.some(({ key, kind }) => key === themeField && kind === 'choice')) return [];
  return [at(['form', 'themeField'], `names ${themeField}, which is no choice of the form`)];
}

function registrationProblems(form: Definition['form'], fields: Field[]): DefinitionProblem[] {
  return (['registrationField', 'registrarField'] as const).flatMap((name) => {
    const key = form[name];
    if (key === undefined || fields.some((field) => field.key === key && field.kind === 'text')) return [];
    return [at(['form', name], `names ${key}, which is no text field of the form`)];
  });
}

function interestProblems({ interests = [] }: Definition['form'], fields: Field[]): DefinitionProblem[] {
  return interests.flatMap(({ field }, index) => {
    const known = fields.find(({ key }) => key === field);
    if (known !== undefined && ['text', 'long-text', 'localized-text'].includes(known.kind)) return [];
    return [at(['form', 'interests', index], `names ${field}, which is no text field of the form`)];
  });
}

function programmeProblems({ announcement, forum }: Definition): DefinitionProblem[] {
  const order = announcement.stages.map((stage) => stages.indexOf(stage));
  const inOrder = order.every((place, index) => index === 0 || place > (order[index - 1] ?? -1));
  return [
    ...(inOrder ? [] : [at(['announcement', 'stages'], `must follow the order ${stages.join(', ')}`)]),
    ...twins(forum.themes, ['forum', 'themes'], 'theme'),
    ...twins(forum.blocks, ['forum', 'blocks'], 'block'),
    ...forum.blocks.flatMap(({ key, theme, startsAt, endsAt }) => [
      ...(forum.themes.some((known) => known.key === theme)
        ? []
        : [at(['forum', 'blocks', key], `has the theme ${theme}, which the forum does not have`)]),
      ...(startsAt < endsAt ? [] : [at(['forum', 'blocks', key], 'must end after it starts')]),
    ]),
  ];
}
