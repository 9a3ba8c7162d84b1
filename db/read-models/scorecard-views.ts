// Scorecards for their judges, and for those who may look over a judge's shoulder.
import { sql } from 'kysely';
import { z } from 'zod';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { findDossier } from '../drafts.ts';
import { findLateTimes } from '../late-sheets.ts';
import { findSheetDraftTimes } from '../scorecard-drafts.ts';
import { hasDeclared, inConflict, isUnasked } from './judge-views.ts';
import { readingTimes } from './reading-times.ts';

export type ScorecardLine = {
  id: string;
  cycleId: string;
  nominationId: string;
  judgeId: string;
  round: string;
  group: string;
  category: string;
  dossierVersion: number;
  newestVersion: number;
  status: 'assigned' | 'submitted' | 'reopened' | 'recused';
  organisation: Texts;
  title: Texts;
  submittedAt: string | null;
};
/** An entry on the judge's list. */
export type OwnLine = ScorecardLine & {
  /** The judge has said that no conflict stands in between: the entry is open. */
  declared: boolean;
  minutes: number;
  draftSavedAt: string | null;
  lateAt: string | null;
  /** Its round is over: nothing is handed in any more. */
  ended: boolean;
};
type Row = Omit<ScorecardLine, 'submittedAt'> & { submittedAt: Date | null };
/** `points` is null where the judge abstained; the comment says why. */
export type Score = { criterion: string; points: number | null; comment: string };
/** Comments by criterion, stored as content by their hash; the scorecard's id keeps equal words of two judges apart. */
export const Comments = z.object({ scorecard: z.string(), comments: z.record(z.string(), z.string()) });

const idOf = sql`s.nomination_id || '~' || s.judge_id || '~' || s.round`;
const nobody = JSON.stringify({ en: '—' } satisfies Texts);

/** `named` false: the organisation's name is left out where the award is judged blind. */
const columns = (named: boolean) => sql`
  ${idOf} as id, s.cycle_id as "cycleId", s.nomination_id as "nominationId", s.judge_id as "judgeId", s.round, s.panel_group as "group",
  s.category, s.dossier_version as "dossierVersion", n.version as "newestVersion", s.status, n.title, s.submitted_at as "submittedAt",
  case when not ${named} and c.definition -> 'judging' -> 'blind' ->> 'nominee' = 'true' then ${nobody}::json
    else n.organisation end as organisation`;

const line = ({ submittedAt, ...row }: Row): ScorecardLine => ({
  ...row,
  submittedAt: submittedAt?.toISOString() ?? null,
});

/** Of a sheet `s`: its round is over. */
const isEnded = sql<boolean>`exists (select 1 from panel_rounds r
  where r.cycle_id = s.cycle_id and r.panel_group = s.panel_group and r.round = s.round)`;

type Filter = {
  cycleId: string | null;
  group: string | null;
  limit: number;
  after: string[] | undefined;
  open?: boolean;
};

/** The own ones of a judge who serves, less what is in conflict; `open`: those that may be read, of rounds that are not over. `after` is the key of the last one seen: [nomination, round]. */
export async function findOwnScorecards(db: Db, judgeId: string, filter: Filter): Promise<OwnLine[]> {
  const { cycleId, group, limit, after, open = false } = filter;
  const [nomination = null, round = null] = after ?? [];
  const at = { cycle: sql.ref('s.cycle_id'), judge: sql.ref('s.judge_id'), entry: sql.ref('s.nomination_id') };
  const { rows } = await sql<Row & { declared: boolean; ended: boolean; hash: string | null }>`
    select ${columns(false)}, ${hasDeclared(at)} as declared, ${isEnded} as ended,
      coalesce((select r.dossier from receipts r where r.nomination_id = s.nomination_id and r.version = s.dossier_version), n.dossier) as hash
    from scorecards s join cycles c using (cycle_id) join nominations n using (nomination_id)
      join judges j on j.cycle_id = s.cycle_id and j.judge_id = s.judge_id and j.status = 'accepted'
    where s.judge_id = ${judgeId}::uuid and n.status <> 'disqualified' and (${cycleId}::uuid is null or s.cycle_id = ${cycleId}::uuid)
      and (${group}::text is null or s.panel_group = ${group}) and not ${inConflict({ ...at, country: sql.ref('s.country') })}
      and not ${isUnasked(at)}
      and (not ${open} or (s.status <> 'recused' and ${hasDeclared(at)} and not ${isEnded}))
      and (${nomination}::uuid is null or (s.nomination_id, s.round) > (${nomination}::uuid, ${round}))
    order by s.nomination_id, s.round limit ${limit}`.execute(db.read);
  const own = rows.map(({ declared, ended, hash, ...row }) => ({ declared, ended, hash, ...line(row) }));
  const [minutes, draftSavedAt, lateAt] = await Promise.all([
    readingTimes(db, own),
    findSheetDraftTimes(db, own),
    findLateTimes(
      db,
      judgeId,
      own.map((row) => row.nominationId),
    ),
  ]);
  return own.map(({ hash, ...row }) => ({
    ...row,
    minutes: minutes({ ...row, hash }),
    draftSavedAt: draftSavedAt(row),
    lateAt: lateAt.get(`${row.nominationId}~${row.round}`) ?? null,
  }));
}

type Ids = { nominationId: string; judgeId: string; round: string };
/** A judge sees the own scores; a leader those of others that are in, once the own sheet is in; null: everyone's. */
type Reader = { personId: string } | null;

export async function findScorecard(
  db: Db,
  { nominationId, judgeId, round }: Ids,
  reader: Reader,
): Promise<(ScorecardLine & { scores: Score[] | null }) | undefined> {
  const own = reader?.personId ?? null;
  const { rows } = await sql<Row & { points: Omit<Score, 'comment'>[] | null; comments: string | null }>`
    select ${columns(reader === null)}, case when v.visible then s.points end as points, case when v.visible then s.comments end as comments
    from scorecards s join cycles c using (cycle_id) join nominations n using (nomination_id)
      cross join lateral (select ${own}::uuid is null or s.judge_id = ${own}::uuid or (s.status = 'submitted' and not exists (
        select 1 from scorecards o where o.nomination_id = s.nomination_id and o.round = s.round and o.judge_id = ${own}::uuid
          and o.status <> 'submitted')) as visible) v
    where s.nomination_id = ${nominationId}::uuid and s.judge_id = ${judgeId}::uuid and s.round = ${round}`.execute(
    db.read,
  );
  const [found] = rows;
  if (found === undefined) return undefined;
  const { points, comments, ...row } = found;
  const said = comments === null ? {} : await commentsOf(db, comments);
  return {
    ...line(row),
    scores: points?.map((score) => ({ ...score, comment: said[score.criterion] ?? '' })) ?? null,
  };
}

/** What the leader said who gave the sheet back last; null where it was the dossier that changed, whose reason is not for judges. */
export async function findWhyReturned(db: Db, { nominationId, judgeId, round }: Ids): Promise<string | null> {
  const { rows } = await sql<{ detail: { reason: string; amendedTo?: number } }>`
    select detail from history where type = 'ScorecardReopened' and stream_id = ${`scorecard/${nominationId}/${judgeId}/${round}`}
    order by tx desc, position desc limit 1`.execute(db.read);
  const [last] = rows;
  return last === undefined || last.detail.amendedTo !== undefined ? null : last.detail.reason;
}

/** Points of others are for a leader who has not stepped back from the entry, and whose own sheet is in while scoring goes on. */
export async function mayReadOthers(
  db: Db,
  { nominationId, round }: Omit<Ids, 'judgeId'>,
  personId: string,
): Promise<boolean> {
  const own = await db.read
    .selectFrom('scorecards')
    .innerJoin('panels', (join) =>
      join
        .onRef('panels.cycle_id', '=', 'scorecards.cycle_id')
        .onRef('panels.panel_group', '=', 'scorecards.panel_group'),
    )
    .select(['scorecards.status', 'panels.status as panel', 'panels.round'])
    .where('nomination_id', '=', nominationId)
    .where('scorecards.round', '=', round)
    .where('judge_id', '=', personId)
    .executeTakeFirst();
  if (own === undefined || own.status === 'submitted') return true;
  return own.status !== 'recused' && (own.panel !== 'scoring' || own.round !== round);
}

/** None where retention has deleted them. */
async function commentsOf(db: Db, hash: string): Promise<{ [criterion: string]: string }> {
  const stored = await findDossier(db, hash);
  return stored === undefined ? {} : Comments.parse(stored).comments;
}
