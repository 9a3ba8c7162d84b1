// What must hold between the rounds of an award definition's judging.
import {
  at,
  type DefinitionProblem,
  type Judging,
  type Keyed,
  type Rubric,
  rubricShapeProblems,
  twins,
} from './rubric-rules.ts';

export type GoesOn = { atMost?: number } | { share?: string } | { threshold?: number };
export type JudgedRound = Keyed & {
  kind: string;
  rubric?: Omit<Rubric, 'category'> | undefined;
  seats?: number | undefined;
  minimumSheets?: number | undefined;
  goesOn?: GoesOn | undefined;
  closes?: { share?: string } | undefined;
};
type Path = (string | number)[];
type Placed = { round: JudgedRound; path: Path };

const path = ['judging', 'rounds'];

export function roundProblems(judging: Judging): DefinitionProblem[] {
  const placed = judging.rounds.map((round, index): Placed => {
    return { round: typeof round === 'string' ? { key: round, kind: 'scoring' } : round, path: [...path, index] };
  });
  const scoring = placed.filter(({ round }) => round.kind === 'scoring');
  return [
    ...twins(
      placed.map(({ round }) => round),
      path,
      'round',
    ),
    ...(scoring.length > 0 ? [] : [at(path, 'one at least is for scoring')]),
    ...calibrationProblems(placed),
    ...scoring.flatMap((one, index) => scoringProblems(one, scoring[index + 1], judging)),
  ];
}

function calibrationProblems(placed: Placed[]): DefinitionProblem[] {
  const found = placed.flatMap((one, index) => (one.round.kind === 'calibration' ? [{ ...one, index }] : []));
  const [first, second] = found;
  const own = ['rubric', 'seats', 'minimumSheets', 'goesOn', 'closes'] as const;
  return [
    ...(second === undefined ? [] : [at(second.path, 'one calibration is enough: it comes before all scoring')]),
    ...(first === undefined || first.index === 0 ? [] : [at(first.path, 'calibration comes before all scoring')]),
    ...found.flatMap(({ round, path }) =>
      own
        .filter((name) => round[name] !== undefined)
        .map((name) => at([...path, name], 'is for rounds of scoring: a calibration never counts')),
    ),
  ];
}

function scoringProblems({ round, path }: Placed, next: Placed | undefined, judging: Judging): DefinitionProblem[] {
  const { rubric, goesOn, closes, seats = judging.seats, minimumSheets = judging.minimumSheets } = round;
  const own = round.seats !== undefined || round.minimumSheets !== undefined;
  const rule = (broken: boolean, name: string, message: string) => (broken ? [at([...path, name], message)] : []);
  return [
    ...(rubric === undefined ? [] : ownRubricProblems(rubric, [...path, 'rubric'], judging, goesOn === undefined)),
    ...rule(
      own && minimumSheets > seats,
      'minimumSheets',
      `${minimumSheets} are more than the ${seats} seats of an entry`,
    ),
    ...rule(
      own && judging.aggregation === 'trimmed' && minimumSheets < 5,
      'minimumSheets',
      'must be at least 5 where the highest and the lowest sheet are dropped',
    ),
    ...rule(goesOn !== undefined && next === undefined, 'goesOn', 'no round of scoring follows to go on to'),
    ...rule(
      closes !== undefined && goesOn === undefined,
      'closes',
      'is for a round that another follows: the last one ends with judging',
    ),
    ...rule(closes !== undefined && !isPart(closes), 'closes', 'the share must lie between 0 and 1, such as 1/2'),
    ...rule(goesOn !== undefined && !isPart(goesOn), 'goesOn', 'the share must lie between 0 and 1, such as 1/3'),
    ...rule(
      goesOn !== undefined && 'threshold' in goesOn && judging.aggregation === 'ranks',
      'goesOn',
      'a threshold needs scores out of 100: where judges are counted by their ranks, say how many go on',
    ),
  ];
}

function isPart(rule: GoesOn): boolean {
  if (!('share' in rule) || rule.share === undefined) return true;
  const [part = 0, whole = 0] = rule.share.split('/').map(Number);
  return part > 0 && part < whole;
}

/** Everything that the tie ladder, and in the last round the threshold, compares by must be scored in it. */
function ownRubricProblems(
  rubric: Omit<Rubric, 'category'>,
  path: Path,
  { tieLadder, threshold }: Judging,
  isLast: boolean,
): DefinitionProblem[] {
  const has = (key: string) => rubric.criteria.some((criterion) => criterion.key === key);
  const mayMiss = rubric.criteria.some(({ key, mayAbstain }) => mayAbstain && key === threshold.criterion);
  const asked = isLast ? threshold.criterion : null;
  return [
    ...rubricShapeProblems(rubric, path),
    ...tieLadder.flatMap(({ criterion }) =>
      criterion === undefined || has(criterion)
        ? []
        : [at([...path, 'criteria'], `the criterion ${criterion} of the tie ladder is missing`)],
    ),
    ...(asked === null || has(asked)
      ? []
      : [at([...path, 'criteria'], `the criterion ${asked} of the threshold is missing`)]),
    ...(asked !== null && mayMiss
      ? [at([...path, 'criteria'], `every judge must score the criterion ${asked}: nobody may abstain from it`)]
      : []),
    ...(asked !== null && threshold.criterionMean > rubric.scale.max
      ? [at([...path, 'scale'], `ends at ${rubric.scale.max}, below the mean that the threshold asks for`)]
      : []),
  ];
}
