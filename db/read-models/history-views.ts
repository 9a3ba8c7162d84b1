// The history of a nomination and of a cycle, newest first. What an audience may not see is left out here.
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database.ts';
import { keepsAway } from './officer-conflicts.ts';

/**
 * The office (secretariat, auditor) sees all. A country's desk sees its own people and acts, and that judging goes on, never
 * who judges. An applicant sees what happened to the nomination, and no names.
 */
export type Audience = 'office' | 'country' | 'applicant';
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
};
type Asked = { limit: number; after: string[] | undefined };
type Row = Omit<HistoryLine, 'at'> & { at: Date; place: [tx: string, position: string] };
export type HistoryPage = (HistoryLine & { place: string[] })[];

/** The viewer's own acts keep their name. */
export const findNominationHistory = (
  db: Db,
  nominationId: string,
  asked: Asked & { audience: Audience; viewer: string },
): Promise<HistoryPage> =>
  find(db, sql<boolean>`h.nomination_id = ${nominationId} and ${isFor(asked.audience)}`, asked);

/** Without the lines of files that the viewer keeps away from as an officer. */
export const findCycleHistory = (
  db: Db,
  cycleId: string,
  asked: Asked & { viewer: string | null },
): Promise<HistoryPage> =>
  find(db, sql<boolean>`h.cycle_id = ${cycleId} and not ${keepsAway(asked.viewer, sql.ref('h.nomination_id'))}`, {
    ...asked,
    audience: 'office',
  });

/** What follows from a decision is seen once the result is published to somebody at least. */
const isPublished = sql<boolean>`exists (select 1 from published_laureates p where p.laureate_id = h.nomination_id)`;

/** That a dossier was verified says that it is a laureate's or runner-up's. */
const tellsResult = sql<boolean>`(h.type = 'DossierVerified' and not ${isPublished})`;
/** What an applicant learns by the outcome, or by the announcement, and not before. */
export const notForApplicants = sql<boolean>`(h.type in ('RejectionProposed', 'CounterChecked') or ${tellsResult})`;
/** Where a country does not decide itself. */
export const notForDesks = sql<boolean>`(${tellsResult}
  and exists (select 1 from cycles s where s.cycle_id = h.cycle_id and s.scope = 'regional'))`;

function isFor(audience: Audience): RawBuilder<boolean> {
  switch (audience) {
    case 'office':
      return sql<boolean>`true`;
    case 'country':
      return sql<boolean>`not ${notForDesks} and (h.stream_id like 'nomination/%' or h.stream_id like 'scorecard/%'
        or h.type in ('ConflictDeclared', 'ConflictSettled')
        or (${isPublished} and h.type in ('AwardAccepted', 'AwardDeclined', 'LaureateReplaced')))`;
    case 'applicant':
      return sql<boolean>`(h.stream_id like 'nomination/%' and not ${notForApplicants})`;
  }
}

async function find(
  db: Db,
  wanted: RawBuilder<boolean>,
  { audience, viewer, limit, after }: Asked & { audience: Audience; viewer: string | null },
): Promise<HistoryPage> {
  const [tx = null, position = null] = after ?? [];
  const judged = sql<boolean>`(h.judge_id is not null or h.role in ('judge', 'chair', 'deputy-chair'))`;
  const own = sql<boolean>`(h.actor = ${viewer}::text or h.role = 'process')`;
  const hidden = {
    office: sql<boolean>`false`,
    country: judged,
    applicant: sql<boolean>`not ${own}`,
  }[audience];
  const detail = {
    // A decision names many: one who keeps away from a file among them reads that it was made, and no more.
    office: sql`case when exists (select 1 from officer_conflicts oc where oc.officer_id = ${viewer}::uuid
      and strpos(h.detail::text, oc.nomination_id::text) > 0) then '{}'::json else h.detail end`,
    country: sql`case when ${hidden} then '{}'::json else h.detail end`,
    applicant: sql`h.detail::jsonb - array['by', 'note', 'allowedBy']`,
  }[audience];
  const { rows } = await sql<Row>`
    select h.event_id as id, h.at, h.type, ${detail} as detail, h.country, h.category, h.forum_id as "forumId",
      h.panel_group as "group", h.nomination_id as "nominationId", array[h.tx::text, h.position::text] as place,
      case when ${hidden} then null else h.actor end as actor, case when ${hidden} then null else h.role end as role,
      case when ${hidden} then null else h.judge_id end as "judgeId",
      case when ${hidden} then null else (select name from people where erased_at is null
        and person_id = case when h.actor ~ '^[0-9a-f-]{36}$' then h.actor::uuid end) end as name
    from history h
    where ${wanted} and (${tx}::xid8 is null or (h.tx, h.position) < (${tx}::xid8, ${position}::int8))
    order by h.tx desc, h.position desc limit ${limit}`.execute(db.read);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
