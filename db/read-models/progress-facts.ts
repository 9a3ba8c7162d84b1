// What the lines of the progress are made of: one query a table, for all countries at once.
import { sql } from 'kysely';
import { extended } from '../../domain/cycle/pauses.ts';
import { type Cycle, cycleStream } from '../../domain/cycle/state.ts';
import type { Db } from '../database.ts';
import { loadState } from '../execute.ts';
import { type CountryDesk, listCountries } from './country-views.ts';
import { keepsAway, keepsFromResult } from './officer-conflicts.ts';

type Returned = { nominationId: string; country: string; correctBy: Date | null };
export type PanelFacts = {
  group: string;
  country: string | null;
  category: string;
  status: string;
  judges: number;
  open: number;
};
type Answer = { laureateId: string; country: string; answered: boolean; answerBy: Date | null };
export type Facts = {
  cycle: Cycle;
  now: Date;
  desks: CountryDesk[];
  /** Forms that were never submitted, by country. */
  drafts: Map<string, number>;
  returned: Returned[];
  /** With how many sheets are not handed in. */
  panels: PanelFacts[];
  /** Of laureates who were offered their award. */
  answers: Answer[];
};

/** Null for a cycle that is not there. */
export async function findFacts(
  db: Db,
  cycleId: string,
  { language, officer }: { language: string; officer: string | null },
): Promise<Facts | null> {
  const { state: cycle } = await loadState(db, cycleStream(cycleId));
  if (cycle.status === 'none') return null;
  const [desks, drafts, returned, panels, answers] = await Promise.all([
    listCountries(db, cycleId, { language, officer }),
    findDrafts(db, cycleId),
    findReturned(db, cycleId, officer),
    findPanels(db, cycleId, officer),
    findAnswers(db, cycle, officer),
  ]);
  return { cycle, now: await clock(db), desks, drafts, returned, panels, answers };
}

async function clock(db: Db): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(db.read);
  return rows[0]?.at ?? new Date();
}

async function findDrafts(db: Db, cycleId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ country: string; n: number }>`
    select d.country, count(*)::int as n from drafts d
    where d.form = 'nomination' and d.cycle_id = ${cycleId}::uuid
      and not exists (select from nominations n where n.nomination_id = d.subject_id)
    group by d.country`.execute(db.read);
  return new Map(rows.map(({ country, n }) => [country, n]));
}

async function findReturned(db: Db, cycleId: string, officer: string | null): Promise<Returned[]> {
  return db.read
    .selectFrom('nominations')
    .select(['nomination_id as nominationId', 'country', 'correct_by as correctBy'])
    .where('cycle_id', '=', cycleId)
    .where('status', '=', 'returned')
    .where(sql<boolean>`not ${keepsAway(officer, sql.ref('nominations.nomination_id'))}`)
    .orderBy('correct_by')
    .execute();
}

async function findPanels(db: Db, cycleId: string, officer: string | null): Promise<PanelFacts[]> {
  const { rows } = await sql<PanelFacts>`
    select p.panel_group as "group", p.country, p.category, p.status, cardinality(p.judges) as judges,
      (select count(*)::int from scorecards s join nominations n on n.nomination_id = s.nomination_id and n.status <> 'disqualified'
        where s.cycle_id = p.cycle_id and s.panel_group = p.panel_group and s.round = p.round
          and s.judge_id = any (p.judges) and s.status in ('assigned', 'reopened')
          and not ${keepsAway(officer, sql.ref('s.nomination_id'))}) as open
    from panels p where p.cycle_id = ${cycleId}::uuid order by p.panel_group`.execute(db.read);
  return rows;
}

async function findAnswers(db: Db, cycle: Cycle, officer: string | null): Promise<Answer[]> {
  const rows = await db.read
    .selectFrom('laureates as l')
    .leftJoin('award_offers as o', 'o.laureate_id', 'l.laureate_id')
    .select(['l.laureate_id', 'l.country', 'l.answer', 'o.answer_by', 'o.set_at'])
    .where('l.cycle_id', '=', cycle.cycleId)
    .where('l.current', '=', true)
    .where('l.place', '=', 'laureate')
    .where('l.endorsed_at', 'is not', null)
    .where('l.replaced_by', 'is', null)
    .where(sql<boolean>`not ${keepsFromResult(officer, sql.ref('l.laureate_id'))}`)
    .orderBy('l.laureate_id')
    .execute();
  return rows.map(({ laureate_id: laureateId, country, answer, answer_by, set_at }) => ({
    ...{ laureateId, country, answered: answer !== null },
    answerBy: answer_by === null ? null : extended(cycle, answer_by, set_at?.toISOString()),
  }));
}
