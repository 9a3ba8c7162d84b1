// Sheets for measurements: whole numbers that look like a panel's, the same at every run.
import type { Sheet, TallyInput } from '../../domain/tally/sheets.ts';

const rubric = {
  criteria: [
    { key: 'impact', weight: 40 },
    { key: 'inclusion', weight: 30 },
    { key: 'novelty', weight: 20 },
    { key: 'reach', weight: 10 },
  ],
  scale: { max: 5 },
};

/** A source of whole numbers below a bound, that repeats itself. */
function numbers(): (below: number) => number {
  let state = 20_231_121;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Each entry is read by `seats` judges in turn, with one more or less for how good it and how strict its judge is. */
export function tallySample(
  entries: number,
  judges: number,
  seats: number,
  aggregation: TallyInput['policy']['aggregation'],
): TallyInput {
  const next = numbers();
  const strictness = Array.from({ length: judges }, () => next(2));
  const pointsOf = (level: number, judge: number) =>
    Math.max(0, Math.min(5, level - (strictness[judge] ?? 0) + next(2)));
  const sheets = Array.from({ length: entries }, (_, entry): Sheet[] => {
    const level = 2 + next(4);
    const first = next(judges);
    return Array.from({ length: seats }, (_, seat) => {
      const judge = (first + seat * (1 + (entry % 7))) % judges;
      const points = Object.fromEntries(rubric.criteria.map(({ key }) => [key, pointsOf(level, judge)]));
      return { nominationId: name('entry', entry), judgeId: name('judge', judge), points };
    });
  });
  return {
    rubric,
    policy: {
      aggregation,
      minimumSheets: 3,
      tieLadder: [
        { rung: 'criterion', criterion: 'impact' },
        { rung: 'first-places' },
        { rung: 'median-sheet' },
        { rung: 'panel-vote' },
      ],
      threshold: { score: 0, criterion: null, criterionMean: 0 },
    },
    entries: Array.from({ length: entries }, (_, entry) => name('entry', entry)),
    sheets: sheets.flat(),
  };
}

const name = (what: string, number: number) => `${what}-${String(number).padStart(5, '0')}`;
