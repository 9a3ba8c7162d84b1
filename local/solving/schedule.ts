// A problem of a forum's schedule from a file, and what is said of its plan.
import type { Scheduled } from '../../activities/plan-schedule.ts';
import { schedule } from '../../activities/solver-thread.ts';
import { TimetableFile } from '../../domain/scheduling/messages.ts';
import { pinsSaid } from '../../domain/scheduling/wording.ts';

/** @throws ZodError where the file is no such problem */
export async function solveScheduleFile(problem: unknown): Promise<object> {
  const file = TimetableFile.parse(problem);
  const began = performance.now();
  const result = await schedule(file);
  const seconds = Math.round(performance.now() - began) / 1000;
  const answer = 'broken' in result ? { problem: pinsSaid(result.broken) } : shown(result);
  return { kind: file.kind, id: file.id, ...answer, seconds };
}

function shown({ placements, moderators, interpretation, ...result }: Scheduled) {
  const places = Object.fromEntries(placements.map(({ talk, session, slot }) => [talk, [session, slot]]));
  return { ...result, plan: { placements: places, moderators, interpretation } };
}
