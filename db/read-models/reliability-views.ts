// How reliable the sheets of a sealed panel are, and how its sheets came in: without what is in conflict with the viewer.
import { sql } from 'kysely';
import { rubricOf, scoringRoundsOf } from '../../domain/definition-queries.ts';
import { islandsOf } from '../../domain/reliability/islands.ts';
import { type Reliability, reliabilityOf } from '../../domain/reliability/panel.ts';
import type { Db } from '../database.ts';
import { findBoards } from './board-views.ts';
import { getDefinition } from './cycle-views.ts';
import { type Eyes, findPanels, type PanelLine } from './panel-views.ts';

type Named = { judgeId: string; name: string };
export type ReliabilityLine = Omit<Reliability, 'hidden' | 'islands' | 'perJudge'> & {
  hidden: Reliability['hidden'] | 'not-sealed';
  islands: Named[][];
  perJudge: (Reliability['perJudge'][number] & Named)[];
};

/** Over the entries that the viewer sees, as if there were no others. Undefined for a panel that was not formed. */
export async function findReliability(db: Db, cycleId: string, group: string, eyes: Eyes, round?: string) {
  const [[panel], { definition }, row, [ended]] = await Promise.all([
    findPanels(db, cycleId, eyes, { group }),
    getDefinition(db, cycleId),
    db.read
      .selectFrom('panels')
      .select('sheets')
      .where('cycle_id', '=', cycleId)
      .where('panel_group', '=', group)
      .executeTakeFirst(),
    round === undefined ? [] : findEnded(db, { cycleId, group, round }, eyes),
  ]);
  if (panel === undefined || (round !== undefined && ended === undefined)) return undefined;
  const seen = ended?.entries ?? panel.entries;
  const entries = seen.map(({ nominationId }) => nominationId);
  const sheets = ended === undefined ? (row?.sheets ?? null) : ended.sheets;
  const of = ended === undefined ? panel : { ...panel, ...ended };
  const found = reliabilityOf({
    rubric: rubricOf(definition, panel.category, of.round),
    sheets: (sheets ?? []).filter(({ nominationId }) => entries.includes(nominationId)),
    tied: await findTies(db, of),
    shortlist: scoringRoundsOf(definition).findIndex(({ key }) => key === of.round) > 0,
    entries,
  });
  const names = await findNames(db, found.islands.flat());
  return { ...named(found, names), hidden: sheets === null ? ('not-sealed' as const) : found.hidden };
}

/** A round that is over: those of its entries that the viewer sees, its judges and its sheets. */
async function findEnded(
  db: Db,
  { cycleId, group, round }: { cycleId: string; group: string; round: string },
  eyes: Eyes,
) {
  const [[board], row] = await Promise.all([
    findBoards(db, cycleId, eyes, { group, round }),
    db.read
      .selectFrom('panel_rounds')
      .select(['sheets', 'judges'])
      .where('cycle_id', '=', cycleId)
      .where('panel_group', '=', group)
      .where('round', '=', round)
      .executeTakeFirst(),
  ]);
  return board === undefined || row === undefined ? [] : [{ round, entries: board.entries, ...row }];
}

function named({ islands, perJudge, ...found }: Reliability, names: ReadonlyMap<string, string>) {
  const named = (judgeId: string): Named => ({ judgeId, name: names.get(judgeId) ?? '' });
  return {
    ...found,
    islands: islands.map((group) => group.map(named)),
    perJudge: perJudge.map((one) => ({ ...one, ...named(one.judgeId) })),
  };
}

/** An entry of the judge's own country where others stand beside it, or one whose declared tie was dismissed. */
async function findTies(db: Db, { cycleId, judges, entries }: PanelLine) {
  if (judges.length === 0) return () => false;
  const [homes, dismissed] = await Promise.all([
    db.read
      .selectFrom('judges')
      .select(['judge_id', 'country'])
      .where('cycle_id', '=', cycleId)
      .where('judge_id', 'in', judges)
      .execute(),
    db.read
      .selectFrom('judge_conflicts')
      .select(['judge_id', 'nomination_id'])
      .where('cycle_id', '=', cycleId)
      .where('judge_id', 'in', judges)
      .where('status', '=', 'dismissed')
      .execute(),
  ]);
  const isMixed = new Set(entries.map(({ country }) => country)).size > 1;
  const compatriots = homes.flatMap(({ judge_id, country }) =>
    entries.filter((entry) => isMixed && entry.country === country).map((entry) => `${judge_id} ${entry.nominationId}`),
  );
  const ties = new Set([...compatriots, ...dismissed.map((tie) => `${tie.judge_id} ${tie.nomination_id}`)]);
  return (judgeId: string, nominationId: string) => ties.has(`${judgeId} ${nominationId}`);
}

async function findNames(db: Db, judges: string[]): Promise<Map<string, string>> {
  if (judges.length === 0) return new Map();
  const rows = await db.read
    .selectFrom('people')
    .select(['person_id', 'name'])
    .where('person_id', 'in', judges)
    .where('erased_at', 'is', null)
    .execute();
  return new Map(rows.map(({ person_id, name }) => [person_id, name]));
}

/** Sheets that came in, day by day in the cycle's zone, of those expected; and the groups that a panel falls apart into. */
export async function findCoverage(db: Db, cycleId: string, group: string, eyes: Eyes) {
  const [panel] = await findPanels(db, cycleId, eyes, { group });
  if (panel === undefined) return undefined;
  const { rows } = await sql<{ nominationId: string; judgeId: string; day: string | null }>`
    select s.nomination_id as "nominationId", s.judge_id as "judgeId",
      case when s.status = 'submitted' then to_char(s.submitted_at at time zone c.zone, 'YYYY-MM-DD') end as day
    from scorecards s join cycles c using (cycle_id)
    where s.cycle_id = ${cycleId} and s.panel_group = ${group} and s.round = ${panel.round} and s.status <> 'recused'
    order by s.nomination_id, s.judge_id`.execute(db.read);
  const seen = new Set(panel.entries.map(({ nominationId }) => nominationId));
  const sheets = rows.filter(({ nominationId }) => seen.has(nominationId));
  const byEntry = Map.groupBy(sheets, ({ nominationId }) => nominationId);
  const islands = islandsOf([...byEntry.values()].map((own) => own.map(({ judgeId }) => judgeId)));
  const names = await findNames(db, islands.flat());
  return {
    expected: sheets.length,
    days: cumulated(sheets.flatMap(({ day }) => day ?? [])),
    islands: islands.map((judges) => judges.map((judgeId) => ({ judgeId, name: names.get(judgeId) ?? '' }))),
  };
}

function cumulated(days: string[]): { day: string; submitted: number }[] {
  let submitted = 0;
  return [...Map.groupBy(days.sort(), (day) => day)].map(([day, all]) => {
    submitted += all.length;
    return { day, submitted };
  });
}
