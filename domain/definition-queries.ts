// What rules ask of an award definition.
import type {
  Attachment,
  AwardDefinition,
  Country,
  FormField,
  FormSection,
  Judging,
  Round,
  Rubric,
} from './award-definition.ts';
import type { Texts } from './messages.ts';
import { type CountryPhase, countryPhases } from './phases.ts';

export const findRubric = (definition: AwardDefinition, category: string): Rubric | undefined =>
  definition.rubrics.find((rubric) => rubric.category === category);

/** The round's own, where it has one. @throws Error for a category that the schema has let through without a rubric: a bug. */
export function rubricOf(definition: AwardDefinition, category: string, round?: string): Rubric {
  const rubric = findRubric(definition, category);
  if (rubric === undefined) throw new Error(`The definition has no rubric for ${category}.`);
  const own = round === undefined ? undefined : findRound(definition, round)?.rubric;
  return own === undefined ? rubric : { ...own, category };
}

type HasRounds = { judging: Pick<AwardDefinition['judging'], 'rounds'> };

/** A round that is named by its key alone is one of scoring. */
const roundsOf = ({ judging }: HasRounds): Round[] =>
  judging.rounds.map((round) =>
    typeof round === 'string' ? { key: round, names: { en: round }, kind: 'scoring' } : round,
  );

/** In their order; there is one at least. */
export const scoringRoundsOf = (definition: HasRounds): Round[] =>
  roundsOf(definition).filter(({ kind }) => kind === 'scoring');

export const findRound = (definition: HasRounds, key: string): Round | undefined =>
  scoringRoundsOf(definition).find((round) => round.key === key);

/** The round in which those go on whom this one has left; undefined where a decision follows. */
export function nextRoundOf(definition: HasRounds, key: string): Round | undefined {
  const rounds = scoringRoundsOf(definition);
  const at = rounds.findIndex((round) => round.key === key);
  return rounds[at]?.goesOn === undefined ? undefined : rounds[at + 1];
}

/** Of a panel: its status is one of these, and no round follows that is still to be judged. */
export const isPast = (
  definition: HasRounds,
  panel: { status: string; round?: string } | undefined,
  past: readonly string[],
): boolean => {
  if (panel === undefined || !past.includes(panel.status)) return false;
  const settled = panel.status === 'decided' || panel.status === 'signed';
  return settled || panel.round === undefined || nextRoundOf(definition, panel.round) === undefined;
};

/** Those that a panel may begin with: into the others entries only go on. */
export function firstRoundsOf(definition: HasRounds): Round[] {
  const rounds = scoringRoundsOf(definition);
  return rounds.filter((_round, index) => rounds[index - 1]?.goesOn === undefined);
}

/** How a round is judged: where another follows, nothing is asked of an entry but what its proposal asks. */
export function judgingOf(definition: { judging: Judging }, key: string): Judging {
  const { judging } = definition;
  const round = findRound(definition, key);
  if (round === undefined) return judging;
  const { seats = judging.seats, minimumSheets = judging.minimumSheets, goesOn } = round;
  if (goesOn === undefined) return { ...judging, seats, minimumSheets };
  const score = 'threshold' in goesOn ? goesOn.threshold : 0;
  return { ...judging, seats, minimumSheets, threshold: { score, criterion: null, criterionMean: 0 } };
}

/** The round in which judges score reference entries, where the award has one. */
export const calibrationRoundOf = (definition: HasRounds): Round | undefined =>
  roundsOf(definition).find(({ kind }) => kind === 'calibration');

export const findCountry = (definition: AwardDefinition, iso2: string): Country | undefined =>
  definition.countries.find((country) => country.iso2 === iso2);

/** The countries as a text in that language lists them. */
export function countriesInOrder(definition: AwardDefinition, language: string): Country[] {
  const order = definition.protocolOrder?.[language];
  if (order === undefined) return definition.countries;
  return order.flatMap((iso2) => findCountry(definition, iso2) ?? []);
}

export const hasCategory = (definition: AwardDefinition, category: string): boolean =>
  definition.categories.some(({ key }) => key === category);

/** How many nominations a country may forward in a category: its own number, else the category's, else the award's. */
export const quotaOf = (definition: AwardDefinition, iso2: string, category: string): number =>
  findCountry(definition, iso2)?.quota[category] ??
  definition.categories.find(({ key }) => key === category)?.quota ??
  definition.quota;

const isFor = (category: string) => (item: { categories?: string[] | undefined }) =>
  item.categories === undefined || item.categories.includes(category);

/** The form's sections that have something to ask of a category, each with those fields alone. */
export const sectionsOf = (definition: AwardDefinition, category: string): FormSection[] =>
  definition.form.sections
    .map((section) => ({ ...section, fields: section.fields.filter(isFor(category)) }))
    .filter(({ fields }) => fields.length > 0);

/** The form's fields that a category asks for, in their order. */
export const fieldsOf = (definition: AwardDefinition, category: string): FormField[] =>
  sectionsOf(definition, category).flatMap(({ fields }) => fields);

export const attachmentsOf = (definition: AwardDefinition, category: string): Attachment[] =>
  definition.form.attachments.filter(isFor(category));

/** The group that a country's nomination is judged in. */
export const groupOf = (definition: AwardDefinition, iso2: string, category: string): string =>
  definition.judging.scope === 'national' ? `${iso2}-${category}` : category;

/** The phases that each country runs by itself. */
export const countryRunPhases = (definition: AwardDefinition): CountryPhase[] =>
  definition.judging.scope === 'national' ? [...countryPhases] : ['nomination', 'screening'];

/** The key of a quota in `capacities`. */
export const forwardKey = (cycleId: string, iso2: string, category: string): string =>
  `forward/${cycleId}/${iso2}/${category}`;

/** Cycles planned before there was a grace have the usual one. */
export const filesGraceOf = ({ timetable }: { timetable: { filesGrace?: string } }): string =>
  timetable.filesGrace ?? 'PT24H';

/** The themes that an entry may name, where the form asks for one. */
export function themesOf({ form }: Pick<AwardDefinition, 'form'>): { key: string; label: Texts }[] {
  const field = form.sections.flatMap(({ fields }) => fields).find(({ key }) => key === form.themeField);
  return field?.choices ?? [];
}
