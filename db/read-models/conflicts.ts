// Conflicts of interest that keep a judge and an entry apart.
import type { Pair } from '../../domain/panel/messages.ts';
import type { Db } from '../database.ts';

/** Declared or upheld; one that was dismissed is none. */
export async function findConflicts(db: Db, cycleId: string): Promise<Pair[]> {
  const rows = await db.read
    .selectFrom('judge_conflicts')
    .select(['nomination_id', 'judge_id'])
    .where('cycle_id', '=', cycleId)
    .where('status', 'in', ['declared', 'upheld'])
    .execute();
  return rows.map((row) => ({ nominationId: row.nomination_id, judgeId: row.judge_id }));
}
