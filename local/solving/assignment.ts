// A problem of assignment from a file, and what is said of its plan.
import type { Assigned, Unsolvable } from '../../activities/plan-assignment.ts';
import { assign } from '../../activities/solver-thread.ts';
import { ProblemFile } from '../../domain/assignment/messages.ts';
import { brokenSaid, islandsSaid, shortageSaid, unmetSaid } from '../../domain/assignment/wording.ts';

/** @throws ZodError where the file is no such problem */
export async function solveAssignmentFile(problem: unknown): Promise<object> {
  const file = ProblemFile.parse(problem);
  const began = performance.now();
  const result = await assign(file);
  const seconds = Math.round(performance.now() - began) / 1000;
  return { kind: file.kind, id: file.id, ...('broken' in result ? refused(result) : shown(result)), seconds };
}

const refused = ({ broken, unmet }: Unsolvable) => ({
  problem: broken.length > 0 ? brokenSaid(broken) : unmetSaid(unmet),
});

function shown({ pairs, islands, shortage, ...result }: Assigned) {
  return {
    ...result,
    warnings: [
      ...(shortage === null ? [] : [shortageSaid(shortage)]),
      ...(islands.length > 1 ? [islandsSaid(islands)] : []),
    ],
    plan: pairs.map(({ nominationId, judgeId }) => [nominationId, judgeId]),
  };
}
