// Seats of a panel that somebody has left while it scores: who is missing, and for whom nobody was called yet.
import { sql } from 'kysely';
import type { Panel } from '../../domain/panel/state.ts';
import type { Db } from '../database.ts';
import { inConflict } from './judge-views.ts';

type Row = { nominationId: string; judgeId: string; because: 'recused' | 'left' };
/** `called`: who stepped in; null while the seat is empty. */
export type Vacancy = Row & { called: string | null };

/** Conditions of SQL on a scorecard `s` of a judge `j`: stepped back or in conflict; gone without a sheet. */
const recused = sql<boolean>`(s.status = 'recused' or ${inConflict({
  cycle: sql.ref('s.cycle_id'),
  judge: sql.ref('s.judge_id'),
  entry: sql.ref('s.nomination_id'),
  country: sql.ref('s.country'),
})})`;
const gone = sql<boolean>`(j.status in ('declined', 'released') and s.status <> 'submitted')`;
const judge = sql`join judges j on j.cycle_id = s.cycle_id and j.judge_id = s.judge_id`;

/** In the order of entries and judges; none once scoring is closed. */
export async function findVacancies(db: Db, panel: Panel): Promise<Vacancy[]> {
  if (panel.status !== 'scoring') return [];
  const { cycleId, group, round, called = [] } = panel;
  const { rows } = await sql<Row>`
    select s.nomination_id as "nominationId", s.judge_id as "judgeId", case when ${recused} then 'recused' else 'left' end as because
    from scorecards s ${judge}
    where s.cycle_id = ${cycleId} and s.panel_group = ${group} and s.round = ${round} and (${recused} or ${gone})
    order by s.nomination_id, s.judge_id`.execute(db.read);
  const calledFor = ({ nominationId, judgeId }: Row) =>
    called.find((one) => one.nominationId === nominationId && one.insteadOf === judgeId)?.judgeId ?? null;
  return rows.map((row) => ({ ...row, called: calledFor(row) }));
}

/** Of a panel `p` in SQL: how many seats wait for somebody, without entries that meet `hidden` of `s.nomination_id`. */
export const vacantSeats = (hidden: ReturnType<typeof sql<boolean>>) => sql<number>`(
  select coalesce(sum(greatest(v.lost - v.called, 0)), 0)::int from (
    select count(*) as lost, (select count(*) from jsonb_array_elements(p.called) as z(c)
      where z.c ->> 'nominationId' = s.nomination_id::text) as called
    from scorecards s ${judge}
    where s.cycle_id = p.cycle_id and s.panel_group = p.panel_group and s.round = p.round and (${recused} or ${gone})
      and not ${hidden}
    group by s.nomination_id) v)`;
