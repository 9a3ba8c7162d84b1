// What has changed, of what the viewer may see: types and ids, never content. A role that sees more also hears of more.
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database.ts';
import { beginning, type Place } from '../event-store.ts';
import { notForApplicants, notForDesks, tellsKeptResult } from './history-views.ts';
import { isKeptFrom, isUnasked } from './judge-views.ts';
import { keepsAway } from './officer-conflicts.ts';

/** One role of the viewer and where it holds, as requests are checked. */
type Held = {
  role: string;
  award: string | null;
  country: string | null;
  cycleId: string | null;
  group: string | null;
  forum: string | null;
  laureate: string | null;
};
export type Listener = { personId: string; roles: Held[] };
export type Change = {
  place: Place;
  at: string;
  type: string;
  cycleId: string | null;
  country: string | null;
  category: string | null;
  group: string | null;
  nominationId: string | null;
  forumId: string | null;
};
type Row = Omit<Change, 'place' | 'at'> & { tx: string; position: number; at: Date };

/** Oldest first, after a place in the feed. */
export async function findChanges(db: Db, listener: Listener, after: Place, limit: number): Promise<Change[]> {
  const seen = [selfOnly(listener), ...listener.roles.map((held) => heardBy(held, listener.personId))];
  const { rows } = await sql<Row>`
    select h.tx::text as tx, h.position, h.at, h.type, h.cycle_id as "cycleId", h.country, h.category,
      h.panel_group as "group", case when h.type <> 'OfficerConflictDeclared' then h.nomination_id end as "nominationId", h.forum_id as "forumId"
    from history h left join cycles c on c.cycle_id = h.cycle_id
    where (h.tx, h.position) > (${after.tx}::xid8, ${after.position}::int8) and (${sql.join(seen, sql` or `)})
    order by h.tx, h.position limit ${limit}`.execute(db.read);
  return rows.map(({ tx, position, at, ...change }) => ({ ...change, place: { tx, position }, at: at.toISOString() }));
}

/** Where the history stood so many seconds ago, by the database's clock. */
export async function placeAgo(db: Db, seconds: number): Promise<Place> {
  const { rows } = await sql<Place>`
    select tx::text as tx, position from history where at < now() - make_interval(secs => ${seconds})
    order by history.tx desc, position desc limit 1`.execute(db.read);
  return rows[0] ?? beginning;
}

/** The entry of a line of history, seen by the judge of that line. */
const entry = {
  cycle: sql.ref('h.cycle_id'),
  judge: sql.ref('h.judge_id'),
  entry: sql.ref('h.nomination_id'),
  country: sql<string>`(select country from drafts where form = 'nomination' and subject_id = h.nomination_id)`,
};

type Rule = RawBuilder<boolean>;
const none: Rule = sql<boolean>`false`;

/** What a cycle tells everyone in it: its phases and their instants. */
const timetable: Rule = sql<boolean>`h.type in ('CyclePlanned', 'PhaseOpened', 'PhaseClosed', 'DeadlineMoved',
  'CycleSuspended', 'CycleResumed', 'CycleCancelled', 'CycleArchived', 'StagePublished')`;

const selfOnly = ({ personId }: Listener): Rule =>
  sql<boolean>`(h.person_id = ${personId} and h.type in ('RoleGranted', 'RoleRevoked', 'OfficerConflictDeclared'))`;

/** A country's delegation is its focal point's, not its screeners'. */
const delegations = (role: string): Rule =>
  role === 'focal-point' ? sql<boolean>`h.stream_id like 'delegation/%'` : none;

function heardBy(held: Held, personId: string): Rule {
  const { award, country, cycleId, group, forum, laureate } = held;
  const inAward = (rule: Rule) => sql<boolean>`(c.award = ${award} and (${rule}))`;
  const inCycle = (rule: Rule) => sql<boolean>`(h.cycle_id = ${cycleId} and (${rule}))`;
  const isFree = sql<boolean>`(h.nomination_id is null or not ${isKeptFrom({ ...entry, judge: sql`${personId}::uuid` })})`;
  switch (held.role) {
    case 'administrator':
      return sql<boolean>`h.stream_id like 'member/%'`;
    case 'standby':
      return inAward(timetable);
    case 'secretariat':
    case 'auditor':
      return inAward(
        sql<boolean>`not ${keepsAway(personId, sql.ref('h.nomination_id'))} and not ${tellsKeptResult(personId)}`,
      );
    case 'focal-point':
    case 'screener':
    case 'approver':
      return inAward(sql<boolean>`${timetable} or h.type = 'DispensationGranted' or (h.country = ${country}
        and (h.stream_id like 'country/%' or ${delegations(held.role)} or (h.stream_id like 'nomination/%' and not ${notForDesks})))
        or (h.panel_group like ${`${country}-%`} and h.stream_id like 'panel/%')`);
    case 'applicant':
      return inAward(sql<boolean>`${timetable} or (h.stream_id like 'nomination/%' and not ${notForApplicants}
        and exists (select 1 from drafts d where d.form = 'nomination' and d.subject_id = h.nomination_id
          and ${personId}::uuid = any (d.editors)))`);
    case 'judge':
      return inCycle(
        sql<boolean>`${timetable} or (h.judge_id = ${personId} and (h.nomination_id is null or not (${isKeptFrom(entry)} or ${isUnasked(entry)})))`,
      );
    case 'chair':
    case 'deputy-chair':
      return inCycle(sql<boolean>`(h.panel_group = ${group} and h.stream_id like 'panel/%' and ${isFree})
        or (h.type in ('AmendmentRequested', 'DossierAmended') and ${group} in (h.category, h.country || '-' || h.category)
          and ${isFree})`);
    case 'endorser':
      return inAward(sql<boolean>`${timetable} or h.type in ('EndorsementRequested', 'EndorsementConcluded')
        or (h.country = ${country} and h.type in ('ResultsEndorsed', 'ResultObjected', 'ObjectionSettled'))`);
    case 'laureate-contact':
      return sql<boolean>`(h.nomination_id = ${laureate} and h.type in ('AwardAccepted', 'AwardDeclined'))`;
    case 'delegate':
      return inAward(sql<boolean>`(h.country = ${country} and h.stream_id like 'delegation/%')`);
    case 'forum-staff':
    case 'host':
      return sql<boolean>`h.forum_id = ${forum}`;
    case 'moderator':
    case 'rapporteur':
    case 'interpreter':
      return sql<boolean>`(h.forum_id = ${forum} and h.type in ('ForumPlanChanged', 'ScheduleReleased', 'TalkDescribed'))`;
    case 'presenter':
      return sql<boolean>`(h.forum_id = ${forum} and (h.type = 'ScheduleReleased' or exists (
        select 1 from talks t where t.forum_id = h.forum_id and t.laureate_id = h.nomination_id
        and ${personId}::uuid in (t.person_id, t.speaker_id))))`;
    default:
      return none;
  }
}
