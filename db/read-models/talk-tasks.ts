// Tasks of those who speak at a forum, and what their answers ask of those who arrange it.
import { sql } from 'kysely';
import { minuteOfDay } from '../../domain/deadlines.ts';
import type { Db } from '../database.ts';
import { keepsFromResult } from './officer-conflicts.ts';
import { findSlot } from './talk-views.ts';
import type { Task, TaskHolder } from './tasks.ts';

export const findTalkTasks = async (db: Db, holder: TaskHolder): Promise<Task[]> =>
  (await Promise.all([findOwnTasks(db, holder), findRefusals(db, holder)])).flat();

async function findOwnTasks(db: Db, { personId }: TaskHolder): Promise<Task[]> {
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
    if (slot === null || slot.moved <= Math.max(row.reconfirmed ?? 0, row.refused ?? 0)) return [];
    const dueAt = minuteOfDay(plan.day, plan.opensAt, plan.zone).toISOString();
    return [{ ...about, kind: 'confirm-place', dueAt }];
  });
  return (await Promise.all(found)).flat();
}

/** For those who arrange a forum: places that do not suit their presenters, until a release gives them others. */
async function findRefusals(db: Db, { personId, roles, reader = personId }: TaskHolder): Promise<Task[]> {
  const awards = roles.flatMap(({ role, award, powers }) =>
    award !== null && (role === 'secretariat' || powers.includes('forum')) ? [award] : [],
  );
  const forums = roles.flatMap(({ role, forum = null }) => (role === 'forum-staff' && forum !== null ? [forum] : []));
  if (awards.length === 0 && forums.length === 0) return [];
  const rows = await db.read
    .selectFrom('talks')
    .innerJoin('forums', 'forums.forum_id', 'talks.forum_id')
    .leftJoin('cycles', 'cycles.cycle_id', 'forums.cycle_id')
    .selectAll('talks')
    .select('plan')
    .where('talks.status', '=', 'confirmed')
    .where('talks.refused', 'is not', null)
    .where(sql<boolean>`not ${keepsFromResult(reader, sql.ref('talks.laureate_id'))}`)
    .where((eb) => eb.or([eb('cycles.status', 'is', null), eb('cycles.status', '=', 'running')]))
    .where((eb) =>
      eb.or([
        eb('cycles.award', '=', sql<string>`any(${awards}::text[])`),
        eb('forums.forum_id', '=', sql<string>`any(${forums}::uuid[])`),
      ]),
    )
    .execute();
  const found = rows.map(async ({ forum_id, laureate_id, refused, plan, ...row }): Promise<Task[]> => {
    const slot = await findSlot(db, forum_id, laureate_id);
    if (slot === null || slot.moved > (refused ?? 0)) return [];
    const { cycle_id: cycleId, country, category, organisation: title } = row;
    const dueAt = minuteOfDay(plan.day, plan.opensAt, plan.zone).toISOString();
    const about = { cycleId, country, category, title, count: 1, zone: plan.zone, dueAt };
    return [{ ...about, kind: 'place-refused', link: `/api/v1/forums/${forum_id}` }];
  });
  return (await Promise.all(found)).flat();
}
