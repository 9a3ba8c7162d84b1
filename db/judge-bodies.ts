// The bodies that a judge serves: a fact about a person, so it is kept beside the record and not in it.
import type { Db } from './database.ts';

export async function saveBodies(
  db: Db,
  { cycleId, judgeId }: { cycleId: string; judgeId: string },
  bodies: string[],
): Promise<void> {
  const said = { bodies, saved_at: new Date() };
  await db.read
    .insertInto('judge_bodies')
    .values({ cycle_id: cycleId, judge_id: judgeId, ...said })
    .onConflict((conflict) => conflict.columns(['cycle_id', 'judge_id']).doUpdateSet(said))
    .execute();
}
