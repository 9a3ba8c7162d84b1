// Assignment of three sizes: time beside the linear relaxation, gap and memory, against the limits that the method sets.
import { limitsOf } from '../../activities/plan-assignment.ts';
import { assign, solveModel } from '../../activities/solver-thread.ts';
import { openDesk } from '../../domain/assignment/desk.ts';
import { findFeasible } from '../../domain/assignment/feasibility.ts';
import { ProblemFile as Problem, type ProblemFile } from '../../domain/assignment/messages.ts';
import { buildModel } from '../../domain/assignment/model.ts';
import { prune } from '../../domain/assignment/pruning.ts';
import { assignmentProblem } from './assignment-problems.ts';

const sizes = [
  { entries: 22, judges: 8, seconds: 10 },
  { entries: 200, judges: 30, seconds: 10 },
  { entries: 2000, judges: 150, seconds: 60 },
];

/** @returns how many limits were missed */
export async function benchAssignment(): Promise<number> {
  console.log('size        time      floor (LP)  ratio  limit   gap       memory   looked at');
  let missed = 0;
  for (const { entries, judges, seconds } of sizes) {
    const file = Problem.parse(assignmentProblem(entries, judges));
    const floor = await timed(() => relaxed(file));
    const whole = await timed(() => assign(file));
    if ('broken' in whole.result) throw new Error('The problem has no plan.');
    const { gap, looked } = whole.result;
    const isLate = whole.seconds > seconds;
    missed += isLate ? 1 : 0;
    const cells = [
      `${entries}×${judges}`.padEnd(10),
      `${whole.seconds.toFixed(2)} s`.padStart(8),
      `${floor.seconds.toFixed(2)} s`.padStart(10),
      (whole.seconds / floor.seconds).toFixed(1).padStart(7),
      `${seconds} s`.padStart(6),
      gap === null ? 'unknown' : `${(100 * gap).toFixed(2)} %`.padStart(8),
      `${whole.megabytes} MB`.padStart(9),
      `${looked.pairs} of ${looked.of} pairs`,
    ];
    console.log(`${cells.join('  ')}${isLate ? '  missed' : ''}`);
  }
  return missed;
}

/** The same model without whole numbers and without swaps: less cannot be asked of the solver. */
async function relaxed(file: ProblemFile): Promise<void> {
  const desk = openDesk(file);
  const { plan, emptySeats } = findFeasible(desk);
  const { model } = buildModel(desk, { kept: prune(desk, plan ?? []), emptySeats, withPairs: false });
  await solveModel(model, { ...limitsOf(desk), gap: 0, wholeObjective: false, relaxed: true, start: null });
}

/** With the most memory that the process and its threads held meanwhile. */
async function timed<Result>(work: () => Promise<Result>) {
  let most = process.memoryUsage.rss();
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  const began = performance.now();
  const result = await work();
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  return { result, seconds, megabytes: Math.round(Math.max(most, process.memoryUsage.rss()) / 2 ** 20) };
}
