// Emergency access as those see it who may ask for it, grant it or watch over it.
import { type RawBuilder, sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { inConflict } from './judge-views.ts';
import { everyEntryOf } from './panel-entries.ts';
import type { Task } from './tasks.ts';

export type AccessState = 'waiting' | 'granted' | 'refused' | 'ended' | 'expired';
export type AccessLine = {
  requestId: string;
  nominationId: string | null;
  organisation: Texts | null;
  personId: string;
  person: string;
  reason: string;
  hours: number;
  requestedBy: string;
  requestedByName: string;
  requestedAt: string;
  state: AccessState;
  decidedByName: string | null;
  decidedAt: string | null;
  until: string | null;
  ended: { by: string; at: string; reason: string } | null;
  refusedBecause: string | null;
  /** The viewer is neither the one who asked nor the one to be let in. */
  mayAnswer: boolean;
};
type At = { cycleId: string; group: string };
type Viewer = { personId: string; judges: boolean; limit: number; after: string[] | undefined };
type Column = RawBuilder<unknown>;

const nameOf = (person: Column) =>
  sql<string>`coalesce((select name from people where person_id::text = ${person}::text and erased_at is null), '')`;

/** Kept from the entry as an officer or as a judge, whether or not let in. */
const isApart = (person: Column, entry: Column, cycle: Column) => {
  const country = sql`(select n.country from nominations n where n.nomination_id = ${entry})`;
  return sql<boolean>`(exists (select 1 from officer_conflicts oc where oc.officer_id = ${person} and oc.nomination_id = ${entry})
    or ${inConflict({ cycle, judge: person, entry, country })})`;
};

const nameless = sql`(c.definition -> 'judging' -> 'blind' ->> 'nominee' = 'true')`;

/** Newest first. Who is kept from the entry sees the own requests alone, and the entry while let in. */
export async function findAccess(db: Db, { cycleId, group }: At, viewer: Viewer): Promise<AccessLine[]> {
  const me = sql`${viewer.personId}::uuid`;
  const [at = null, last = null] = viewer.after ?? [];
  const isOwn = sql<boolean>`(a.person_id = ${me} or a.requested_by = ${me})`;
  const apart = isApart(me, sql.ref('a.nomination_id'), sql.ref('a.cycle_id'));
  const isOpen = sql<boolean>`(not ${apart} or (a.person_id = ${me} and a.state = 'agreed' and a.until_at > clock_timestamp()))`;
  const named = sql<boolean>`(${isOpen} and not (${viewer.judges} and ${nameless}))`;
  type Raw = Omit<AccessLine, 'requestedAt' | 'decidedAt' | 'until'> & {
    [at in 'requestedAt' | 'decidedAt' | 'until']: Date | null;
  };
  const { rows } = await sql<Raw>`
    select a.request_id as "requestId", case when ${isOpen} or a.requested_by = ${me} then a.nomination_id end as "nominationId",
      case when ${named} then (select organisation from nominations n where n.nomination_id = a.nomination_id) end as organisation,
      a.person_id as "personId", ${nameOf(sql.ref('a.person_id'))} as person, a.reason, a.hours,
      a.requested_by as "requestedBy", ${nameOf(sql.ref('a.requested_by'))} as "requestedByName", a.requested_at as "requestedAt",
      case when a.state <> 'agreed' then a.state when a.until_at > clock_timestamp() then 'granted' else 'expired' end as state,
      case when a.decided_by is not null then ${nameOf(sql.ref('a.decided_by'))} end as "decidedByName", a.decided_at as "decidedAt",
      a.until_at as until, a.decided_reason as "refusedBecause",
      case when a.ended_at is not null then json_build_object('by', ${nameOf(sql.ref('a.ended_by'))}, 'at', a.ended_at, 'reason', a.ended_reason) end as ended,
      (not ${isOwn} and not ${apart} and a.state = 'waiting') as "mayAnswer"
    from access_requests a join cycles c using (cycle_id)
    where a.cycle_id = ${cycleId} and a.panel_group = ${group} and (${isOwn} or not (${apart} or ${viewer.judges} and not ${isLeader(me)}))
      and (${at}::timestamptz is null or (a.requested_at, a.request_id) < (${at}::timestamptz, ${last}::uuid))
    order by a.requested_at desc, a.request_id desc limit ${viewer.limit}`.execute(db.read);
  return rows.map(({ requestedAt, decidedAt, until, ...row }) => ({
    ...row,
    requestedAt: requestedAt?.toISOString() ?? '',
    decidedAt: decidedAt?.toISOString() ?? null,
    until: until?.toISOString() ?? null,
  }));
}

const isLeader = (person: Column) => sql<boolean>`exists (select 1 from panels p
  where p.cycle_id = a.cycle_id and p.panel_group = a.panel_group and ${person} in (p.chair, p.deputy_chair))`;

export type Candidate = {
  nominationId: string;
  organisation: Texts | null;
  personId: string;
  person: string;
  own: boolean;
};

/**
 * For whom it could be asked: for the viewer, by the own word on a conflict; by who is free of it, for who leads the panel or sits
 * in the office. Where names are hidden a judge is told of none.
 */
export async function findCandidates(
  db: Db,
  { cycleId, group }: At,
  { personId, judges }: Viewer,
): Promise<Candidate[]> {
  const me = sql`${personId}::uuid`;
  const entry = sql`(x.e ->> 'nominationId')::uuid`;
  const { rows } = await sql<Candidate>`
    select k.nomination_id as "nominationId", case when not k.own then x.e -> 'organisation' end as organisation,
      k.person_id as "personId", ${nameOf(sql.ref('k.person_id'))} as person, k.own
    from panels p join cycles c using (cycle_id) cross join ${everyEntryOf} as x(e)
      cross join lateral (
        select w.nomination_id, w.person_id, w.person_id = ${me} as own from (
          select oc.nomination_id, oc.officer_id as person_id from officer_conflicts oc where oc.nomination_id = ${entry}
          union select jc.nomination_id, jc.judge_id from judge_conflicts jc
            where jc.cycle_id = p.cycle_id and jc.nomination_id = ${entry} and jc.status <> 'dismissed'
              and (jc.judge_id in (p.chair, p.deputy_chair) or jc.judge_id = ${me})) w) k
    where p.cycle_id = ${cycleId} and p.panel_group = ${group} and not (${judges} and ${nameless})
      and (k.own or not (${judges} or ${isApart(me, entry, sql.ref('p.cycle_id'))}))
      and not exists (select 1 from access_requests a where a.person_id = k.person_id and a.nomination_id = k.nomination_id
        and (a.state = 'waiting' or a.state = 'agreed' and a.until_at > clock_timestamp()))
    order by k.own desc, k.nomination_id, k.person_id`.execute(db.read);
  return rows;
}

type Holder = { personId: string; roles: { role: string; award: string | null; powers: readonly string[] }[] };

/** What waits for a second person: the secretariat and its standby, an administrator, or who leads the panel. */
export async function findAccessTasks(db: Db, { personId, roles }: Holder): Promise<Task[]> {
  const awards = roles.flatMap(({ role, award, powers }) =>
    role === 'secretariat' || (role === 'standby' && powers.includes('conflicted-files')) ? (award ?? []) : [],
  );
  const me = sql`${personId}::uuid`;
  const anywhere = roles.some(({ role }) => role === 'administrator');
  type Raw = Pick<Task, 'country' | 'category' | 'title' | 'zone'> & { cycleId: string; group: string; count: string };
  const { rows } = await sql<Raw>`
    select p.cycle_id as "cycleId", p.panel_group as "group", p.country, p.category, c.title, c.zone, w.count
    from panels p join cycles c using (cycle_id) cross join lateral (select count(*) as count from access_requests a
      where a.cycle_id = p.cycle_id and a.panel_group = p.panel_group and a.state = 'waiting'
        and ${me} not in (a.person_id, a.requested_by) and not ${isApart(me, sql.ref('a.nomination_id'), sql.ref('a.cycle_id'))}) w
    where w.count > 0 and c.status in ('running', 'suspended')
      and (p.cycle_id, p.panel_group) in (select cycle_id, panel_group from access_requests where state = 'waiting')
      and (${anywhere} or c.award = any (${awards}::text[]) or ${me} in (p.chair, p.deputy_chair))`.execute(db.read);
  return rows.map(({ cycleId, group, count, ...row }) => ({
    ...{ kind: 'answer-access' as const, cycleId, ...row, count: Number(count), dueAt: null },
    link: `/api/v1/panels/${cycleId}~${group}/access`,
  }));
}

/** Of these people, those in conflict with the nomination, whether or not let in. */
export async function findApart(
  db: Db,
  at: { cycleId: string; nominationId: string },
  people: string[],
): Promise<string[]> {
  const [entry, cycle] = [sql`${at.nominationId}::uuid`, sql`${at.cycleId}::uuid`];
  const { rows } = await sql<{ id: string }>`
    select f.id::text as id from unnest(${people}::uuid[]) as f(id) where ${isApart(sql.ref('f.id'), entry, cycle)}`.execute(
    db.read,
  );
  return rows.map(({ id }) => id);
}
