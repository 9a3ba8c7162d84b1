// The board: how far scoring is, entry by entry; once the tally is sealed also the ranking and how far the sheets lie apart.
import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { type Board, type BoardRow, boardOf } from './board-standings.ts';
import { inConflict } from './judge-views.ts';
import { findLowered } from './lowered-minimums.ts';
import { type Eyes, seenBy, versions } from './panel-views.ts';

/** As the panel is kept: the numbers alone, without the reasons. */
type Row = Omit<BoardRow, 'lowered'> & { lowered: { [nominationId: string]: number } };
/** `round`: one that is over, as it stood when it was settled who goes on. */
type Filter = { group?: string; round?: string | undefined; limit?: number; after?: string | undefined };

/** Group by group, each with a ranking of its own. Without what is in conflict with the viewer; to a judge blind where the award is. */
export async function findBoards(db: Db, cycleId: string, eyes: Eyes, filter: Filter): Promise<Board[]> {
  const { group = null, round, limit = 1, after = null } = filter;
  const from = round === undefined ? sql`panels p` : endedRound(round);
  const entry = seenBy(eyes, 'nominationId');
  const count = (status: string) => sql`(count(*) filter (where s.status = ${sql.lit(status)}))::int`;
  const [{ rows }, { definition }] = await Promise.all([
    sql<Row>`
      select p.cycle_id || '~' || p.panel_group as id, p.cycle_id as "cycleId", p.panel_group as "group", p.country, p.category,
        p.status, p.round, p.tally, p.sheets, p.lowered, ${round === undefined ? sql`null::json` : sql`p.shortlist -> 'entries'`} as "wentOn",
        (select coalesce(json_agg(json_build_object('nominationId', x.e ->> 'nominationId', 'country', x.e ->> 'country',
            'organisation', ${entry.organisation}, ${versions}, 'assigned', k.assigned, 'submitted', k.submitted, 'recused', k.recused,
            'late', (select count(*)::int from late_sheets l where l.cycle_id = p.cycle_id and l.panel_group = p.panel_group
              and l.round = p.round and l.nomination_id = (x.e ->> 'nominationId')::uuid),
            'called', (select count(*)::int from jsonb_array_elements(p.called) as z(c) where z.c ->> 'nominationId' = x.e ->> 'nominationId'
              and not exists (select 1 from scorecards s where s.nomination_id = (x.e ->> 'nominationId')::uuid
                and s.judge_id = (z.c ->> 'judgeId')::uuid and s.round = p.round and s.status in ('submitted', 'recused'))),
            'conflicts', (select count(*)::int from unnest(p.judges) as m(judge) where ${keptApart}))
            order by x.place), '[]')
          from json_array_elements(p.entries) with ordinality as x(e, place)
            cross join lateral (select count(*)::int as assigned, ${count('submitted')} as submitted, ${count('recused')} as recused
              from scorecards s where s.cycle_id = p.cycle_id and s.panel_group = p.panel_group and s.round = p.round
                and s.nomination_id = (x.e ->> 'nominationId')::uuid) k
          where ${entry.visible}) as entries
      from ${from} join cycles c using (cycle_id)
      where p.cycle_id = ${cycleId} and (${group}::text is null or p.panel_group = ${group})
        and (${after}::text is null or p.panel_group > ${after})
      order by p.panel_group limit ${limit}`.execute(db.read),
    db.read.selectFrom('cycles').select('definition').where('cycle_id', '=', cycleId).executeTakeFirstOrThrow(),
  ]);
  return Promise.all(
    rows.map(async ({ lowered, ...row }) =>
      boardOf({ ...row, lowered: Object.keys(lowered).length === 0 ? {} : await findLowered(db, row) }, definition),
    ),
  );
}

/** A panel as it was in a round, with what it judged then. */
const endedRound = (round: string) => sql`(
  select p.cycle_id, p.panel_group, p.country, p.category, 'sealed' as status, r.round, r.tally, r.sheets, r.lowered, r.called, r.judges,
    r.entries, r.shortlist from panels p join panel_rounds r using (cycle_id, panel_group) where r.round = ${round}) p`;

/** Entries that a page of boards holds at most, as long as it holds one board. */
const pageEntries = 1000;

/** How many boards the next page holds, and whether others follow: what an answer costs does not grow with the cycle. */
export async function boardsOnPage(
  db: Db,
  cycleId: string,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<{ limit: number; more: boolean }> {
  const { rows } = await sql<{ entries: number }>`
    select json_array_length(entries) as entries from panels
    where cycle_id = ${cycleId} and (${after ?? null}::text is null or panel_group > ${after ?? null})
    order by panel_group limit ${limit + 1}`.execute(db.read);
  let sum = 0;
  const fits = rows.slice(0, limit).findIndex(({ entries }, index) => {
    sum += entries;
    return index > 0 && sum > pageEntries;
  });
  const held = fits === -1 ? Math.min(limit, rows.length) : fits;
  return { limit: held, more: held < rows.length };
}

/** A judge `m` of a panel `p` and its entry `x.e`. */
const keptApart = inConflict({
  cycle: sql.ref('p.cycle_id'),
  judge: sql.ref('m.judge'),
  entry: sql`(x.e ->> 'nominationId')::uuid`,
  country: sql`x.e ->> 'country'`,
});
