// Tasks of focal points: a delegation that nobody, or no head, is registered in yet.
import { sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { opening } from './process-forum-views.ts';
import type { Task, TaskHolder } from './tasks.ts';

/** Until somebody leads it, or the forum has begun. */
export async function findDelegationTasks(db: Db, { roles }: TaskHolder): Promise<Task[]> {
  const held = roles.filter(({ role, award, country }) => role === 'focal-point' && award !== null && country !== null);
  const found = held.map(async ({ award, country }): Promise<Task[]> => {
    const rows = await db.read
      .selectFrom('forums')
      .innerJoin('cycles', 'cycles.cycle_id', 'forums.cycle_id')
      .select(['forums.cycle_id', 'forums.plan'])
      .where('cycles.award', '=', award)
      .where('cycles.status', '=', 'running')
      .where((eb) => eb(eb.val(country), '=', eb.fn.any('cycles.countries')))
      .where(sql<boolean>`(forums.plan ->> 'day')::date >= current_date`)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('participants')
              .select('participant_id')
              .whereRef('participants.forum_id', '=', 'forums.forum_id')
              .where('participants.country', '=', country)
              .where('participants.capacity', '=', 'head')
              .where('participants.status', '=', 'registered'),
          ),
        ),
      )
      .execute();
    return rows.map(({ cycle_id: cycleId, plan }) => ({
      ...{ kind: 'register-delegation' as const, cycleId, country, category: null, count: 1 },
      ...{ title: plan.name as Texts, dueAt: new Date(opening(plan)).toISOString(), zone: plan.zone },
      link: `/api/v1/cycles/${cycleId}/countries/${country}/delegations`,
    }));
  });
  return (await Promise.all(found)).flat();
}
