// Tasks of those who speak at a forum.
import { minuteOfDay } from '../../domain/deadlines.ts';
import type { Db } from '../database.ts';
import { findSlot } from './talk-views.ts';
import type { Task, TaskHolder } from './tasks.ts';

export async function findTalkTasks(db: Db, { personId }: TaskHolder): Promise<Task[]> {
  const rows = await db.read
    .selectFrom('talks')
    .innerJoin('forums', 'forums.forum_id', 'talks.forum_id')
    .leftJoin('cycles', 'cycles.cycle_id', 'forums.cycle_id')
    .selectAll('talks')
    .select('plan')
    .where((eb) => eb.or([eb('talks.person_id', '=', personId), eb('talks.speaker_id', '=', personId)]))
    .where('talks.status', 'in', ['invited', 'confirmed'])
    .where((eb) => eb.or([eb('cycles.status', 'is', null), eb('cycles.status', '=', 'running')]))
    .execute();
  const found = rows.map(async (row): Promise<Task[]> => {
    const { forum_id, laureate_id, cycle_id: cycleId, country, category, organisation: title, plan } = row;
    const link = `/api/v1/talks/${forum_id}~${laureate_id}`;
    const about = { cycleId, country, category, title, count: 1, zone: plan.zone, link };
    if (row.status === 'invited' && row.person_id !== personId) return [];
    if (row.status === 'invited')
      return [{ ...about, kind: 'answer-talk-invitation', dueAt: row.answer_by.toISOString() }];
    const slot = await findSlot(db, forum_id, laureate_id);
    if (slot === null || slot.moved <= (row.reconfirmed ?? 0)) return [];
    const dueAt = minuteOfDay(plan.day, plan.opensAt, plan.zone).toISOString();
    return [{ ...about, kind: 'confirm-place', dueAt }];
  });
  return (await Promise.all(found)).flat();
}
