// Which files an officer of the secretariat keeps away from, and the standby's tasks that come of it.
import { type RawBuilder, sql } from 'kysely';
import type { AwardsEvent } from '../../domain/events.ts';
import { type Db, kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';
import { isLetIn } from './access-requests.ts';
import type { HeldRole, Task } from './tasks.ts';

export function projectOfficerConflicts(event: Recorded<AwardsEvent>): Compilable[] {
  if (event.type !== 'OfficerConflictDeclared') return [];
  const { nominationId, personId, cycleId, kind, reason } = event.data;
  const row = { nomination_id: nominationId, officer_id: personId, cycle_id: cycleId, kind, reason };
  return [
    kysely
      .insertInto('officer_conflicts')
      .values({ ...row, declared_at: event.meta.at })
      .onConflict((conflict) => conflict.doNothing()),
  ];
}

export async function findConflictedOfficers(db: Db, nominationId: string): Promise<string[]> {
  const rows = await db.read
    .selectFrom('officer_conflicts')
    .select('officer_id')
    .where('nomination_id', '=', nominationId)
    .execute();
  return rows.map((row) => row.officer_id);
}

/**
 * Whether a person, as an officer, keeps away from the nomination that a row is about; nobody does where none is named, nor who
 * was let in by two others.
 */
export const keepsAway = (personId: string | null, nomination: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from officer_conflicts oc
    where oc.officer_id = ${personId}::uuid and oc.nomination_id = ${nomination} and not ${isLetIn(sql.ref('oc.officer_id'), sql.ref('oc.nomination_id'))})`;

/**
 * Whether a result is kept from a person as an officer: of the file in conflict, and of the others in its group, by whom it could
 * be told what became of that one, until everybody may read the result.
 */
export const keepsFromResult = (personId: string | null, laureate: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(${keepsAway(personId, laureate)} or exists (select 1 ${groupOfConflict(laureate)} and oc.officer_id = ${personId}::uuid))`;

/** Conflicts of officers with a file of the same group as the laureate, whose result is not public yet. */
const groupOfConflict = (laureate: RawBuilder<unknown>) => sql`from officer_conflicts oc
  join nominations kn on kn.nomination_id = oc.nomination_id and kn.status = 'forwarded'
  join cycles kc on kc.cycle_id = kn.cycle_id
  join nominations gn on gn.cycle_id = kn.cycle_id and gn.category = kn.category and (kc.scope = 'regional' or gn.country = kn.country)
  where gn.nomination_id = ${laureate} and not ${isLetIn(sql.ref('oc.officer_id'), sql.ref('oc.nomination_id'))}
    and not exists (select 1 from published_laureates kp where kp.cycle_id = kn.cycle_id and kp.stage = 'public')`;

/** All the nominations whose results are kept from a person. */
export async function findKeptResults(db: Db, personId: string | null): Promise<Set<string>> {
  if (personId === null) return new Set();
  const { rows } = await sql<{
    id: string;
  }>`select gn.nomination_id::text as id ${groupOfConflict(sql`gn.nomination_id`)}
    and oc.officer_id = ${personId}::uuid`.execute(db.read);
  return new Set([...(await findKeptFrom(db, personId)), ...rows.map(({ id }) => id)]);
}

/** Officers from whom the result is kept. */
export async function findKeptFromResult(db: Db, laureateId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct oc.officer_id::text as id
    ${groupOfConflict(sql`${laureateId}::uuid`)}`.execute(db.read);
  return [...new Set([...(await findConflictedOfficers(db, laureateId)), ...rows.map(({ id }) => id)])];
}

/** All the nominations from which a person keeps away. */
export async function findKeptFrom(db: Db, personId: string | null): Promise<Set<string>> {
  if (personId === null) return new Set();
  const rows = await db.read
    .selectFrom('officer_conflicts')
    .select('nomination_id')
    .where('officer_id', '=', personId)
    .where(
      sql<boolean>`not ${isLetIn(sql.ref('officer_conflicts.officer_id'), sql.ref('officer_conflicts.nomination_id'))}`,
    )
    .execute();
  return new Set(rows.map((row) => row.nomination_id));
}

/** Whether a person has declared a conflict with any file of the cycle, whatever became of that file or is shown of it. */
export async function hasConflictIn(db: Db, personId: string | null, cycleId: string | null): Promise<boolean> {
  if (personId === null || cycleId === null) return false;
  const row = await db.read
    .selectFrom('officer_conflicts')
    .select('nomination_id')
    .where('officer_id', '=', personId)
    .where('cycle_id', '=', cycleId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const over = ['rejected', 'withdrawn', 'disqualified'];

/** Of one who stands in with that power: every such file that is still alive. */
export async function standbyTasks(db: Db, roles: HeldRole[]): Promise<Task[]> {
  const awards = roles.flatMap(({ role, award, powers }) =>
    role === 'standby' && powers.includes('conflicted-files') ? (award ?? []) : [],
  );
  if (awards.length === 0) return [];
  const rows = await db.read
    .selectFrom('officer_conflicts')
    .innerJoin('nominations', 'nominations.nomination_id', 'officer_conflicts.nomination_id')
    .innerJoin('cycles', 'cycles.cycle_id', 'nominations.cycle_id')
    .select(['nominations.nomination_id', 'nominations.cycle_id', 'nominations.country', 'nominations.category'])
    .select(['nominations.organisation', 'nominations.status', 'cycles.zone'])
    .distinctOn('nominations.nomination_id')
    .where('cycles.award', 'in', awards)
    .where('cycles.status', '=', 'running')
    .orderBy('nominations.nomination_id')
    .execute();
  return rows
    .filter(({ status }) => !over.includes(status))
    .map((row) => ({
      ...{ kind: 'take-over-file' as const, cycleId: row.cycle_id, country: row.country, category: row.category },
      ...{ title: row.organisation, count: 1, dueAt: null, zone: row.zone },
      link: `/api/v1/nominations/${row.nomination_id}`,
    }));
}
