// What a judge has opened of an entry, and when: kept until it is told in a recusal.
import { sql } from 'kysely';
import type { Db } from './database.ts';

export type Opening = { part: string; firstAt: string; lastAt: string };
type Whose = { nominationId: string; judgeId: string };

/** `parts` name sections of the form and fields of papers: `section:nominee`, `paper:accounts`. */
export async function keepOpening(db: Db, { nominationId, judgeId }: Whose, parts: string[]): Promise<void> {
  if (parts.length === 0) return;
  await sql`
    insert into entry_openings (nomination_id, judge_id, part)
    select ${nominationId}::uuid, ${judgeId}::uuid, part from unnest(${[...new Set(parts)]}::text[]) as u(part)
    on conflict (nomination_id, judge_id, part)
      do update set last_at = clock_timestamp(), times = entry_openings.times + 1`.execute(db.read);
}

/** In the order in which they were opened first. */
export async function findOpenings(db: Db, { nominationId, judgeId }: Whose): Promise<Opening[]> {
  const rows = await db.read
    .selectFrom('entry_openings')
    .select(['part', 'first_at', 'last_at'])
    .where('nomination_id', '=', nominationId)
    .where('judge_id', '=', judgeId)
    .orderBy('first_at')
    .orderBy('part')
    .execute();
  return rows.map((row) => ({
    part: row.part,
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
  }));
}

/** The judge's sheets on an entry that is being scored and not recused: what a conflict ends. */
export async function findScoredSheets(
  db: Db,
  { nominationId, judgeId }: Whose,
): Promise<{ cycleId: string; round: string }[]> {
  const rows = await db.read
    .selectFrom('scorecards as s')
    .innerJoin('panels as p', (join) =>
      join.onRef('p.cycle_id', '=', 's.cycle_id').onRef('p.panel_group', '=', 's.panel_group'),
    )
    .select(['s.cycle_id', 's.round'])
    .where('s.nomination_id', '=', nominationId)
    .where('s.judge_id', '=', judgeId)
    .where('s.status', '<>', 'recused')
    .where('p.status', '=', 'scoring')
    .whereRef('p.round', '=', 's.round')
    .execute();
  return rows.map((row) => ({ cycleId: row.cycle_id, round: row.round }));
}
