// Puts on record what the system finds by itself between judges and entries, whenever either becomes known.
import { randomUUID } from 'node:crypto';
import type { Db } from '../db/database.ts';
import { execute } from '../db/execute.ts';
import { findFoundConflicts } from '../db/read-models/found-conflicts.ts';
import { judge } from '../domain/judge/decider.ts';
import { judgeStream } from '../domain/judge/state.ts';

/** Of one judge or of a group; what was found before is not found again. */
export async function recordFoundConflicts(
  db: Db,
  where: { cycleId: string; group?: string; judgeId?: string },
): Promise<void> {
  const { cycleId } = where;
  for (const [judgeId, found] of await findFoundConflicts(db, where)) {
    const meta = { commandId: randomUUID(), actor: 'process:found-conflicts', role: 'process' as const };
    const command = { type: 'RecordFoundConflicts' as const, data: { cycleId, judgeId, found } };
    await execute(db, judge, judgeStream(cycleId, judgeId), command, meta);
  }
}
