// Judges of a cycle as their desk sees them, and what keeps a judge from an entry.
import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Db } from '../database.ts';
import { isLetIn } from './access-requests.ts';
import { keepsAway } from './officer-conflicts.ts';

export type JudgeLine = {
  cycleId: string;
  judgeId: string;
  name: string;
  groups: string[];
  country: string | null;
  status: 'invited' | 'accepted' | 'declined' | 'released';
  terms: string | null;
  languages: string[];
  themes: string[];
  capacity: number | null;
  finished: string[];
  bodies: string[];
  conflicts: {
    nominationId: string;
    kind: string;
    reason: string;
    status: string;
    /** By what the system has found it; null where the judge has declared it. */
    found: string | null;
    declaredAt: string;
    settled: { reason: string; by: string; at: string } | null;
    /** What the judge had opened of the entry. */
    opened: { part: string; at: string }[];
  }[];
};
type Filter = {
  judgeId?: string;
  country?: string | null;
  group?: string | null;
  /** Keeps to the judges of one country's own panels: regional judges are no country's. */
  desk?: string | null;
  /** Who reads: conflicts with files from which they keep away themselves are left out. */
  officer?: string | null;
  limit?: number;
  after?: string | undefined;
};
type Column = RawBuilder<unknown> | Expression<unknown>;

/**
 * A condition of SQL: judge and entry are kept apart. Declared is enough, only what was dismissed keeps nobody apart; a
 * compatriot is in conflict where the award says so, which it cannot where judging is national.
 */
export const inConflict = (at: { cycle: Column; judge: Column; entry: Column; country: Column }) => sql<boolean>`(
  exists (select 1 from judge_conflicts k where k.cycle_id = ${at.cycle} and k.judge_id = ${at.judge}
    and k.nomination_id = ${at.entry} and k.status <> 'dismissed')
  or exists (select 1 from judges j join cycles c using (cycle_id) where j.cycle_id = ${at.cycle} and j.judge_id = ${at.judge}
    and j.country = ${at.country} and c.scope = 'regional' and c.definition -> 'judging' ->> 'conflictScope' = 'country'))`;

/** A condition of SQL: what of an entry is not shown to a judge. Who was let in by two others sees it, and acts on it no more than before. */
export const isKeptFrom = (at: Parameters<typeof inConflict>[0]) =>
  sql<boolean>`(${inConflict(at)} and not ${isLetIn(sql`${at.judge}`, sql`${at.entry}`)})`;

/** A condition of SQL: the judge has said of the entry whether a conflict stands between them. */
export const hasDeclared = (at: { cycle: Column; judge: Column; entry: Column }) => sql<boolean>`(
  exists (select 1 from judge_clearances q where q.cycle_id = ${at.cycle} and q.judge_id = ${at.judge} and q.nomination_id = ${at.entry})
  or exists (select 1 from judge_conflicts q where q.cycle_id = ${at.cycle} and q.judge_id = ${at.judge} and q.nomination_id = ${at.entry}))`;

const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A conflict `q`, settled by the person `s`. */
const conflict = sql`json_build_object('nominationId', q.nomination_id, 'kind', q.kind, 'reason', q.reason, 'status', q.status,
  'found', q.found, 'declaredAt', ${instant('q.declared_at')}, 'settled', case when q.settled_at is not null then json_build_object(
    'reason', q.settled_reason, 'by', coalesce(s.name, ''), 'at', ${instant('q.settled_at')}) end,
  'opened', (select coalesce(json_agg(json_build_object('part', v.part, 'at', ${instant('v.first_at')}) order by v.first_at, v.part), '[]')
    from entry_openings v where v.nomination_id = q.nomination_id and v.judge_id = q.judge_id))`;

/**
 * A condition of SQL on a cycle `c`: names are hidden, and the judge has not said yet to whom a tie stands. Until then no entry
 * is shown at all: one that is missing afterwards would tell whose it is.
 */
export const isUnasked = (at: { cycle: Column; judge: Column; entry: Column }) => sql<boolean>`(
  c.definition -> 'judging' -> 'blind' ->> 'nominee' = 'true' and not ${hasDeclared(at)})`;

/** In the order of their ids; `after` is the last one seen. The names of erased persons are gone. */
export async function findJudges(db: Db, cycleId: string, filter: Filter): Promise<JudgeLine[]> {
  const { judgeId = null, country = null, group = null, desk = null, officer = null, limit = 1, after = null } = filter;
  const { rows } = await sql<JudgeLine>`
    select j.cycle_id as "cycleId", j.judge_id as "judgeId", coalesce(p.name, '') as name, j.groups, j.country, j.status, j.terms,
      j.languages, j.themes, j.capacity, j.finished, coalesce(b.bodies, '{}') as bodies, coalesce(k.conflicts, '[]') as conflicts
    from judges j left join people p on p.person_id = j.judge_id and p.erased_at is null
      left join judge_bodies b on b.cycle_id = j.cycle_id and b.judge_id = j.judge_id
      left join lateral (select json_agg(${conflict} order by q.declared_at, q.nomination_id) as conflicts
        from judge_conflicts q left join people s on s.person_id::text = q.settled_by and s.erased_at is null
        where q.cycle_id = j.cycle_id and q.judge_id = j.judge_id and not ${keepsAway(officer, sql.ref('q.nomination_id'))}) k on true
    where j.cycle_id = ${cycleId} and (${judgeId}::uuid is null or j.judge_id = ${judgeId}::uuid)
      and (${country}::text is null or j.country = ${country}) and (${group}::text is null or ${group} = any (j.groups))
      and (${desk}::text is null or j.country = ${desk}
        and exists (select 1 from cycles c where c.cycle_id = j.cycle_id and c.scope = 'national'))
      and (${after}::uuid is null or j.judge_id > ${after}::uuid)
    order by j.judge_id limit ${limit}`.execute(db.read);
  return rows;
}

/** Those of the persons named who are asked to serve in the group, or serve there. */
export async function findServing(db: Db, cycleId: string, group: string, judges: string[]): Promise<string[]> {
  if (judges.length === 0) return [];
  const rows = await db.read
    .selectFrom('judges')
    .select('judge_id')
    .where('cycle_id', '=', cycleId)
    .where('judge_id', 'in', judges)
    .where('status', 'in', ['invited', 'accepted'])
    .where((eb) => eb(eb.val(group), '=', eb.fn.any('groups')))
    .execute();
  return rows.map((row) => row.judge_id);
}

/** The entries that a judge holds a sheet on. */
export async function findAssigned(db: Db, cycleId: string, judgeId: string): Promise<Set<string>> {
  const rows = await db.read
    .selectFrom('scorecards')
    .select('nomination_id')
    .where('cycle_id', '=', cycleId)
    .where('judge_id', '=', judgeId)
    .execute();
  return new Set(rows.map((row) => row.nomination_id));
}
