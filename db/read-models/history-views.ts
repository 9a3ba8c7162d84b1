// The history of anything, newest first. What an audience may not see is left out here.
import { type RawBuilder, sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { isLetIn } from './access-requests.ts';
import type { FactChange } from './history-facts.ts';
import { type OnBehalf, type RawLine, tellLines } from './history-lines.ts';
import { findKeptFrom, keepsAway, keepsFromResult } from './officer-conflicts.ts';
import { everyEntryOf } from './panel-entries.ts';

/**
 * The office (secretariat, auditor, whoever keeps what it is of) sees all. A country's desk sees its own people and acts, and
 * that judging goes on, never who judges. An applicant, and who reads of the own part only, sees what happened, and no names.
 * Who leads a panel sees what it did, not what is written in what it names.
 */
export type Audience = 'office' | 'country' | 'applicant' | 'leader';
export type HistoryLine = {
  id: string;
  at: string;
  type: string;
  /** Who did it, and in which role; null where it is not to be seen. `name` is null for processes, too. */
  actor: string | null;
  name: string | null;
  role: string | null;
  country: string | null;
  category: string | null;
  group: string | null;
  nominationId: string | null;
  judgeId: string | null;
  forumId: string | null;
  detail: Record<string, unknown>;
  changes: FactChange[];
  onBehalf: OnBehalf | null;
  names: { [id: string]: Texts };
};
export type Asked = { limit: number; after: string[] | undefined };
export type HistoryPage = (HistoryLine & { place: string[] })[];

/** The viewer's own acts keep their name. */
export const findNominationHistory = (
  db: Db,
  nominationId: string,
  asked: Asked & { audience: Audience; viewer: string },
): Promise<HistoryPage> =>
  find(
    db,
    sql<boolean>`h.nomination_id = ${nominationId} and ${isFor(asked.audience)} and not ${tellsKeptResult(asked.viewer)}`,
    asked,
  );

/** Without the lines of files that the viewer keeps away from as an officer. */
export const findCycleHistory = (
  db: Db,
  cycleId: string,
  asked: Asked & { viewer: string | null },
): Promise<HistoryPage> =>
  find(
    db,
    sql<boolean>`h.cycle_id = ${cycleId} and not ${keepsAway(asked.viewer, sql.ref('h.nomination_id'))} and not ${tellsKeptResult(asked.viewer)}`,
    { ...asked, audience: 'office' },
  );

/** Of whole streams, by their ids; further conditions are put upon lines `h`. */
export const findStreamHistory = (
  db: Db,
  streams: RawBuilder<unknown>,
  asked: Asked & { audience: Audience; viewer: string | null; only?: RawBuilder<boolean> },
): Promise<HistoryPage> => {
  const { viewer, only = sql<boolean>`true` } = asked;
  const told = sql<boolean>`not ${keepsAway(viewer, sql.ref('h.nomination_id'))} and not ${tellsKeptResult(viewer)}`;
  return find(db, sql<boolean>`h.stream_id in (${streams}) and ${told} and ${only}`, asked);
};

/** Of a panel and its scorecards, for one who leads it: without what is in conflict with that person, blind where the award is. */
export async function findLedHistory(
  db: Db,
  { cycleId, group }: { cycleId: string; group: string },
  asked: Asked & { viewer: string },
): Promise<HistoryPage> {
  const secret = await findConflicts(db, cycleId, group, asked.viewer);
  const { definition } = await db.read
    .selectFrom('cycles')
    .select('definition')
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow();
  const wanted = sql<boolean>`h.stream_id in (${panelStreams(cycleId, group)})
    and (h.nomination_id is null or h.nomination_id <> all (${[...secret]}::uuid[]))`;
  return find(db, wanted, { ...asked, audience: 'leader' }, { secret, nameless: definition.judging.blind.nominee });
}

/** The ids of a panel's stream and of those of its scorecards. */
export const panelStreams = (cycleId: string, group: string) => sql`
  select ${`panel/${cycleId}/${group}`}::text union all
  select 'scorecard/' || s.nomination_id || '/' || s.judge_id || '/' || s.round from scorecards s
  where s.cycle_id = ${cycleId} and s.panel_group = ${group}`;

/** Nominations that a judge of the panel is kept apart from. */
async function findConflicts(db: Db, cycleId: string, group: string, judge: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select f.id from (
    select k.nomination_id::text as id from judge_conflicts k
    where k.cycle_id = ${cycleId} and k.judge_id = ${judge} and k.status <> 'dismissed'
    union select x.e ->> 'nominationId' from panels p join cycles c using (cycle_id)
      join judges j on j.cycle_id = p.cycle_id and j.judge_id = ${judge} cross join ${everyEntryOf} as x(e)
    where p.cycle_id = ${cycleId} and p.panel_group = ${group} and j.country = x.e ->> 'country'
      and c.definition -> 'judging' ->> 'conflictScope' = 'country') f
    where not ${isLetIn(sql`${judge}::uuid`, sql`f.id::uuid`)}`.execute(db.read);
  return new Set(rows.map(({ id }) => id));
}

/** What follows from a decision is seen once the result is published to somebody at least. */
const isPublished = sql<boolean>`exists (select 1 from published_laureates p where p.laureate_id = h.nomination_id)`;

/** That a dossier was verified says that it is a laureate's or runner-up's. */
const tellsResult = sql<boolean>`(h.type = 'DossierVerified' and not ${isPublished})`;
/** A line about a nomination that only a result can bring. */
const followsResult = sql<boolean>`(h.nomination_id is not null and (h.type in ('DossierVerified', 'DossierReturned', 'ReturnAnswered')
  or h.stream_id like 'talk/%' or h.stream_id like 'ceremony/%' or h.stream_id like 'cycle/%'
  or (h.stream_id like 'panel/%' and h.type not in ('MinimumLowered', 'EntryRemoved', 'EntryAmended') and h.type not like 'Access%')))`;

/** What would tell an officer, by the others of its group, what became of the file that the officer keeps away from. */
export const tellsKeptResult = (viewer: string | null): RawBuilder<boolean> =>
  sql<boolean>`(${followsResult} and ${keepsFromResult(viewer, sql.ref('h.nomination_id'))})`;

/** What an applicant learns by the outcome, or by the announcement, and not before. */
export const notForApplicants = sql<boolean>`(h.type in ('RejectionProposed', 'CounterChecked') or ${tellsResult})`;
/** Where a country does not decide itself. */
export const notForDesks = sql<boolean>`(${tellsResult}
  and exists (select 1 from cycles s where s.cycle_id = h.cycle_id and s.scope = 'regional'))`;

function isFor(audience: Audience): RawBuilder<boolean> {
  switch (audience) {
    case 'office':
    case 'leader':
      return sql<boolean>`true`;
    case 'country':
      return sql<boolean>`not ${notForDesks} and (h.stream_id like 'nomination/%' or h.stream_id like 'scorecard/%'
        or h.type in ('ConflictDeclared', 'ConflictSettled')
        or (${isPublished} and h.type in ('AwardAccepted', 'AwardDeclined', 'LaureateReplaced')))`;
    case 'applicant':
      return sql<boolean>`(h.stream_id like 'nomination/%' and not ${notForApplicants})`;
  }
}

const nothingSecret = { secret: new Set<string>(), nameless: false };

const categoryNames = sql`(select c.value -> 'names' from cycles s, json_array_elements(s.definition -> 'categories') c
  where s.cycle_id = h.cycle_id and c.value ->> 'key' = h.category)`;

/** What an item of the checklist is called, where the line is about one. */
const itemLabel = sql`(select c.value -> 'label' from cycles s, json_array_elements(s.definition -> 'checklist') c
  where s.cycle_id = h.cycle_id and c.value ->> 'key' = h.detail ->> 'item')`;

async function find(
  db: Db,
  wanted: RawBuilder<boolean>,
  { audience, viewer, limit, after }: Asked & { audience: Audience; viewer: string | null },
  kept = nothingSecret,
): Promise<HistoryPage> {
  const [tx = null, position = null] = after ?? [];
  const judged = sql<boolean>`(h.judge_id is not null or h.role in ('judge', 'chair', 'deputy-chair'))`;
  const own = sql<boolean>`(h.actor = ${viewer}::text or h.role = 'process')`;
  const unseen = sql<boolean>`false`;
  const hidden = { office: unseen, leader: unseen, country: judged, applicant: sql<boolean>`not ${own}` }[audience];
  const detail = {
    office: sql`h.detail`,
    leader: sql`(select coalesce(json_object_agg(d.key, d.value), '{}') from json_each(h.detail) d
      where d.key in ('reason', 'reasons', 'number', 'because', 'emptySeats', 'round', 'dossierVersion', 'sheets', 'source', 'signature'))`,
    country: sql`case when ${hidden} then '{}'::json else h.detail end`,
    applicant: sql`h.detail::jsonb - array['by', 'note', 'allowedBy']`,
  }[audience];
  const { rows } = await sql<RawLine>`
    select h.event_id as id, h.at, h.type, ${detail} as detail, h.country, h.category, h.forum_id as "forumId",
      ${categoryNames} as "categoryNames", ${itemLabel} as "itemLabel",
      h.panel_group as "group", h.nomination_id as "nominationId", array[h.tx::text, h.position::text] as place,
      h.stream_id as "streamId", h.version, ${audience === 'country' ? hidden : unseen} as hidden,
      case when ${hidden} then null else h.actor end as actor, case when ${hidden} then null else h.role end as role,
      case when ${hidden} then null else h.judge_id end as "judgeId",
      case when ${hidden} then null else (select name from people where erased_at is null
        and person_id = case when h.actor ~ '^[0-9a-f-]{36}$' then h.actor::uuid end) end as name
    from history h
    where ${wanted} and (${tx}::xid8 is null or (h.tx, h.position) < (${tx}::xid8, ${position}::int8))
    order by h.tx desc, h.position desc limit ${limit}`.execute(db.read);
  // A decision names many: one who keeps away from a file among them reads that it was made, and no more.
  const secret = kept.secret.size > 0 ? kept.secret : await findKeptFrom(db, viewer);
  return tellLines(db, rows, { audience, secret, nameless: kept.nameless });
}
