// Small problems of assignment at random.
import fc from 'fast-check';
import { assignmentProblem } from '../../bench/support/assignment-problems.ts';

export const randomProblem = fc
  .record({
    entries: fc.integer({ min: 1, max: 7 }),
    judges: fc.integer({ min: 1, max: 5 }),
    seats: fc.integer({ min: 1, max: 3 }),
    seed: fc.integer({ min: 0, max: 1_000_000 }),
  })
  .map(({ entries, judges, ...rest }) => assignmentProblem(entries, judges, rest));
