// What must hold in an award definition's rubrics and its judging policy.
import type { JudgedRound } from './round-rules.ts';

export type DefinitionProblem = { path: (string | number)[]; message: string };
export type Keyed = { key: string };
export type Rubric = {
  category: string;
  criteria: (Keyed & { weight: number; mayAbstain?: boolean | undefined })[];
  scale: { max: number; anchors: { points: number }[] };
  commentAt: number[];
};
export type Judging = {
  scope: string;
  seats: number;
  minimumSheets: number;
  conflictScope: string;
  aggregation: string;
  tieLadder: { rung: string; criterion?: string }[];
  threshold: { criterion: string | null; criterionMean: number };
  rounds: (string | JudgedRound)[];
};
/** The parts that are held against each other. */
export type Judged = { categories: Keyed[]; rubrics: Rubric[]; judging: Judging };

export const at = (path: (string | number)[], message: string): DefinitionProblem => ({ path, message });

const asKey = (key: string): Keyed => ({ key });

export function twins(items: Keyed[], path: (string | number)[], what: string): DefinitionProblem[] {
  return items.flatMap(({ key }, index) =>
    items.findIndex((item) => item.key === key) === index
      ? []
      : [at([...path, index], `the ${what} ${key} stands here twice`)],
  );
}

export function strangers(keys: string[], known: Keyed[], path: (string | number)[]): DefinitionProblem[] {
  return keys
    .filter((key) => !known.some((category) => category.key === key))
    .map((key) => at(path, `names the category ${key}, which the award does not have`));
}

export function rubricProblems({ rubrics, categories }: Judged): DefinitionProblem[] {
  const named = rubrics.map(({ category }) => category);
  return [
    ...categories
      .filter(({ key }) => !named.includes(key))
      .map(({ key }) => at(['rubrics'], `there is none for the category ${key}`)),
    ...strangers(named, categories, ['rubrics']),
    ...twins(named.map(asKey), ['rubrics'], 'rubric for'),
    ...rubrics.flatMap((rubric, index) => rubricShapeProblems(rubric, ['rubrics', index])),
  ];
}

type Shape = Omit<Rubric, 'category'>;

export const rubricShapeProblems = (rubric: Shape, path: (string | number)[]): DefinitionProblem[] => [
  ...twins(rubric.criteria, [...path, 'criteria'], 'criterion'),
  ...weightProblems(rubric, [...path, 'criteria']),
  ...scaleProblems(rubric, path),
];

function weightProblems({ criteria }: Shape, path: (string | number)[]): DefinitionProblem[] {
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  return sum === 100 ? [] : [at(path, `weights must sum to 100, these sum to ${sum}`)];
}

function scaleProblems({ scale, commentAt }: Shape, path: (string | number)[]): DefinitionProblem[] {
  const anchored = scale.anchors.map(({ points }) => points);
  const outside = [...anchored, ...commentAt].filter((points) => points > scale.max);
  const ends = [0, scale.max].filter((points) => !anchored.includes(points));
  return [
    ...twins(anchored.map(String).map(asKey), [...path, 'scale', 'anchors'], 'anchor for'),
    ...outside.map((points) => at([...path, 'scale'], `${points} lies above the scale, which ends at ${scale.max}`)),
    ...ends.map((points) => at([...path, 'scale', 'anchors'], `there is none for ${points}`)),
  ];
}

export function judgingProblems({ judging, rubrics }: Judged): DefinitionProblem[] {
  const { tieLadder, threshold, minimumSheets, seats, aggregation, scope, conflictScope } = judging;
  const inAll = (criterion: string) => rubrics.every(({ criteria }) => criteria.some(({ key }) => key === criterion));
  const rungs = tieLadder.map(({ rung, criterion }) => criterion ?? rung);
  const vote = rungs.indexOf('panel-vote');
  const rule = (broken: boolean, path: string, message: string) => (broken ? [at(['judging', path], message)] : []);
  const lowest = Math.min(...rubrics.map(({ scale }) => scale.max));
  return [
    ...twins(rungs.map(asKey), ['judging', 'tieLadder'], 'rung'),
    ...tieLadder.flatMap(({ criterion }, index) =>
      criterion === undefined || inAll(criterion)
        ? []
        : [at(['judging', 'tieLadder', index], `the criterion ${criterion} is missing in a rubric`)],
    ),
    ...rule(vote >= 0 && vote < rungs.length - 1, 'tieLadder', 'the panel vote must come last'),
    ...rule(
      threshold.criterion !== null && !inAll(threshold.criterion),
      'threshold',
      `the criterion ${threshold.criterion} is missing in a rubric`,
    ),
    ...rule(
      rubrics.some(({ criteria }) => criteria.some(({ key, mayAbstain }) => mayAbstain && key === threshold.criterion)),
      'threshold',
      `every judge must score the criterion ${threshold.criterion}: nobody may abstain from it`,
    ),
    ...rule(threshold.criterionMean > lowest, 'threshold', `the mean lies above the scale, which ends at ${lowest}`),
    ...rule(minimumSheets > seats, 'minimumSheets', `${minimumSheets} are more than the ${seats} seats of an entry`),
    ...rule(
      aggregation === 'trimmed' && minimumSheets < 5,
      'minimumSheets',
      'must be at least 5 where the highest and the lowest sheet are dropped',
    ),
    ...rule(
      scope === 'national' && conflictScope === 'country',
      'conflictScope',
      'cannot be country where judging is national: every judge would be in conflict',
    ),
  ];
}
