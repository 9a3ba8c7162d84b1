// Sheets that came after the end: kept as they arrived, for the chair to see, and counted nowhere.
import { sql } from 'kysely';
import type { Texts } from '../domain/messages.ts';
import type { Db } from './database.ts';
import { everyEntryOf } from './read-models/panel-entries.ts';
import { type Eyes, seenBy } from './read-models/panel-views.ts';
import type { Score } from './read-models/scorecard-views.ts';

type Scores = Score[];
export type LateSheet = {
  lateId: string;
  scorecard: string;
  nominationId: string;
  organisation: Texts;
  judgeId: string;
  judge: string;
  round: string;
  refusal: string;
  arrivedAt: string;
  seenBy: { name: string; at: string }[];
};
type New = {
  lateId: string;
  nominationId: string;
  judgeId: string;
  round: string;
  cycleId: string;
  group: string;
  scores: Scores;
  refusal: string;
};

/** The same request again keeps it once. @returns when it arrived. */
export async function keepLateSheet(db: Db, sheet: New): Promise<string> {
  const { lateId, nominationId, judgeId, round, cycleId, group, scores, refusal } = sheet;
  const ids = { late_id: lateId, nomination_id: nominationId, judge_id: judgeId, round, cycle_id: cycleId };
  await db.read
    .insertInto('late_sheets')
    .values({ ...ids, panel_group: group, scores: JSON.stringify(scores), refusal })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { arrived_at: at } = await db.read
    .selectFrom('late_sheets')
    .select('arrived_at')
    .where('late_id', '=', lateId)
    .executeTakeFirstOrThrow();
  return at.toISOString();
}

type Filter = { lateId?: string; limit?: number; after?: string[] | undefined };
type Row = Omit<LateSheet, 'arrivedAt'> & { arrivedAt: Date };

/** Oldest first, without what is in conflict with the viewer. `after` is the place of the last one seen: [instant, id]. */
export async function findLateSheets(
  db: Db,
  { cycleId, group }: { cycleId: string; group: string },
  eyes: Eyes,
  { lateId, limit = 1, after }: Filter,
): Promise<LateSheet[]> {
  const [at = null, id = null] = after ?? [];
  const entry = seenBy(eyes, 'nominationId');
  const { rows } = await sql<Row>`
    select l.late_id as "lateId", l.nomination_id || '~' || l.judge_id || '~' || l.round as scorecard, l.nomination_id as "nominationId",
      ${entry.organisation} as organisation, l.judge_id as "judgeId", coalesce(j.name, '') as judge, l.round, l.refusal,
      date_trunc('milliseconds', l.arrived_at) as "arrivedAt",
      (select coalesce(json_agg(json_build_object('name', coalesce(w.name, ''), 'at', to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          order by v.at), '[]')
        from (select person_id, min(seen_at) as at from late_sheet_views where late_id = l.late_id group by person_id) v
          left join people w on w.person_id = v.person_id and w.erased_at is null) as "seenBy"
    from late_sheets l join panels p on p.cycle_id = l.cycle_id and p.panel_group = l.panel_group
      join cycles c on c.cycle_id = l.cycle_id
      cross join lateral (select e from ${everyEntryOf} as e where e ->> 'nominationId' = l.nomination_id::text limit 1) x
      left join people j on j.person_id = l.judge_id and j.erased_at is null
    where l.cycle_id = ${cycleId}::uuid and l.panel_group = ${group} and ${entry.visible}
      and (${lateId ?? null}::uuid is null or l.late_id = ${lateId ?? null}::uuid)
      and (${at}::timestamptz is null or (date_trunc('milliseconds', l.arrived_at), l.late_id) > (${at}::timestamptz, ${id}::uuid))
    order by date_trunc('milliseconds', l.arrived_at), l.late_id limit ${limit}`.execute(db.read);
  return rows.map((row) => ({ ...row, arrivedAt: row.arrivedAt.toISOString() }));
}

/** Its points, for one who may see them; that they were seen is on record. */
export async function openLateSheet(db: Db, lateId: string, personId: string): Promise<Scores> {
  await db.read.insertInto('late_sheet_views').values({ late_id: lateId, person_id: personId }).execute();
  const row = await db.read
    .selectFrom('late_sheets')
    .select('scores')
    .where('late_id', '=', lateId)
    .executeTakeFirstOrThrow();
  return row.scores;
}

export const findLateSheet = (db: Db, lateId: string) =>
  db.read
    .selectFrom('late_sheets')
    .select(['cycle_id', 'panel_group', 'nomination_id', 'judge_id', 'round'])
    .where('late_id', '=', lateId)
    .executeTakeFirst();

/** When the last one of a judge came, entry by entry. */
export async function findLateTimes(db: Db, judgeId: string, nominations: string[]): Promise<Map<string, string>> {
  if (nominations.length === 0) return new Map();
  const rows = await db.read
    .selectFrom('late_sheets')
    .select((eb) => ['nomination_id', 'round', eb.fn.max('arrived_at').as('at')])
    .where('judge_id', '=', judgeId)
    .where('nomination_id', 'in', nominations)
    .groupBy(['nomination_id', 'round'])
    .execute();
  return new Map(rows.map((row) => [`${row.nomination_id}~${row.round}`, new Date(row.at).toISOString()]));
}
