// The plain method of assignment.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignAll } from '../../../domain/assignment/assign-all.ts';
import {
  type AssignmentProblem,
  checkAssignment,
  emptySeats,
  type Pair,
} from '../../../domain/assignment/assignment.ts';

const pair = (entry: number, judge: number): Pair => ({ nominationId: `n${entry}`, judgeId: `j${judge}` });

function problemOf(
  entries: number,
  capacities: (number | null)[],
  conflicts: Pair[] = [],
  pinned: Pair[] = [],
): AssignmentProblem {
  return {
    entries: Array.from({ length: entries }, (_, index) => ({ nominationId: `n${index}`, country: 'TH' })),
    judges: capacities.map((capacity, index) => ({ judgeId: `j${index}`, capacity, country: null })),
    conflicts,
    pinned,
  };
}
const everyPair = ({ entries, judges }: AssignmentProblem): Pair[] =>
  entries.flatMap(({ nominationId }) => judges.map(({ judgeId }) => ({ nominationId, judgeId })));
const loadsIn = (pairs: readonly Pair[], { judges }: AssignmentProblem) =>
  judges.map(({ judgeId }) => pairs.filter((one) => one.judgeId === judgeId).length);

/** Problems of a size at which every plan can be looked at. Their pins break no rule of their own. */
const smallProblem = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 3 }),
  )
  .chain(([entries, capacities]) => {
    const pairs = everyPair(problemOf(entries, capacities));
    return fc.tuple(fc.subarray(pairs), fc.subarray(pairs)).map(([conflicts, wanted]) => {
      const problem = problemOf(entries, capacities, conflicts);
      const pinned: Pair[] = [];
      for (const one of wanted) if (checkAssignment(problem, [...pinned, one]).length === 0) pinned.push(one);
      return { ...problem, pinned };
    });
  });

describe('assignAll', () => {
  it('gives every entry to every judge where nothing is in the way', () => {
    const problem = problemOf(4, [null, null, null]);
    const plan = assignAll(problem, 3);
    expect(plan.emptySeats).toBe(0);
    expect(plan.pairs).toEqual(everyPair(problem));
  });

  it('leaves out conflicts, and counts the seats that stay empty', () => {
    const plan = assignAll(problemOf(2, [null, null, null], [pair(0, 1)]), 3);
    expect(plan.emptySeats).toBe(1);
    expect(plan.pairs).not.toContainEqual(pair(0, 1));
    expect(plan.pairs).toHaveLength(5);
  });

  it('shares the entries evenly among judges with room for few', () => {
    const problem = problemOf(6, [4, 4, 4]);
    expect(loadsIn(assignAll(problem, 2).pairs, problem)).toEqual([4, 4, 4]);
  });

  it('rearranges what it gave before it leaves a seat empty', () => {
    const problem = problemOf(2, [1, 1], [pair(1, 1)]);
    expect(assignAll(problem, 1)).toEqual({ pairs: [pair(0, 1), pair(1, 0)], emptySeats: 0 });
  });

  it('keeps pinned pairs, also where another plan would fill more seats', () => {
    const problem = problemOf(2, [1, 1], [pair(1, 1)], [pair(0, 0)]);
    expect(assignAll(problem, 1)).toEqual({ pairs: [pair(0, 0), pair(0, 1)], emptySeats: 1 });
  });

  it('breaks no rule', () => {
    fc.assert(
      fc.property(smallProblem, fc.integer({ min: 1, max: 3 }), (problem, seats) => {
        const plan = assignAll(problem, seats);
        expect(checkAssignment(problem, plan.pairs)).toEqual([]);
        expect(plan.emptySeats).toBe(emptySeats(problem, plan.pairs, seats));
      }),
    );
  });

  it('leaves as few seats empty as any plan can', () => {
    fc.assert(
      fc.property(smallProblem, fc.integer({ min: 1, max: 2 }), (problem, seats) => {
        const pairs = everyPair(problem);
        const plans = Array.from({ length: 2 ** pairs.length }, (_, bits) =>
          pairs.filter((_, index) => bits & (1 << index)),
        );
        const possible = plans.filter((plan) => checkAssignment(problem, plan).length === 0);
        const fewest = Math.min(...possible.map((plan) => emptySeats(problem, plan, seats)));
        expect(assignAll(problem, seats).emptySeats).toBe(fewest);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same in whatever order the problem is written', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const { entries, judges, conflicts, pinned } = problem;
        const turned = {
          entries: entries.toReversed(),
          judges: judges.toReversed(),
          conflicts: conflicts.toReversed(),
          pinned: pinned.toReversed(),
        };
        expect(assignAll(turned, 2)).toEqual(assignAll(problem, 2));
      }),
    );
  });

  it('never leaves more seats empty when a judge is added', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const more = { ...problem, judges: [...problem.judges, { judgeId: 'z', capacity: 1, country: null }] };
        expect(assignAll(more, 2).emptySeats).toBeLessThanOrEqual(assignAll(problem, 2).emptySeats);
      }),
    );
  });
});
