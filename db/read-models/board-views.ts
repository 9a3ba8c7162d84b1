// The board: how far scoring is, entry by entry; once the tally is sealed also the ranking and how far the sheets lie apart.
import { sql } from 'kysely';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { rubricOf } from '../../domain/definition-queries.ts';
import type { Texts } from '../../domain/messages.ts';
import type { CountedSheet } from '../../domain/panel/messages.ts';
import { display, fraction } from '../../domain/tally/fraction.ts';
import { sheetTotal, type TallyRubric } from '../../domain/tally/sheets.ts';
import type { EntryResult, TallyResult } from '../../domain/tally/tally.ts';
import type { Db } from '../database.ts';
import { type Eyes, seenBy, versions } from './panel-views.ts';

type Seen = {
  nominationId: string;
  country: string;
  organisation: Texts;
  dossierVersion: number;
  newestVersion: number;
};
type Coverage = { assigned: number; submitted: number; recused: number };
type Row = {
  id: string;
  cycleId: string;
  group: string;
  country: string | null;
  category: string;
  status: string;
  tally: TallyResult | null;
  sheets: CountedSheet[] | null;
  entries: (Seen & Coverage)[];
};
export type Board = Omit<Row, 'tally' | 'sheets' | 'entries'> & {
  method: string | null;
  needsVote: string[][];
  flags: { flag: string; detail: string }[];
  entries: (Seen &
    Coverage &
    Pick<EntryResult, 'shown' | 'score' | 'rank' | 'unranked'> & {
      group: string;
      lowest: string | null;
      highest: string | null;
    })[];
};
type Filter = { group?: string; limit?: number; after?: string | undefined };

/** Group by group, each with a ranking of its own. Without what is in conflict with the viewer; to a judge blind where the award is. */
export async function findBoards(db: Db, cycleId: string, eyes: Eyes, filter: Filter): Promise<Board[]> {
  const { group = null, limit = 1, after = null } = filter;
  const entry = seenBy(eyes, 'nominationId');
  const count = (status: string) => sql`(count(*) filter (where s.status = ${sql.lit(status)}))::int`;
  const [{ rows }, { definition }] = await Promise.all([
    sql<Row>`
      select p.cycle_id || '~' || p.panel_group as id, p.cycle_id as "cycleId", p.panel_group as "group", p.country, p.category,
        p.status, p.tally, p.sheets,
        (select coalesce(json_agg(json_build_object('nominationId', x.e ->> 'nominationId', 'country', x.e ->> 'country',
            'organisation', ${entry.organisation}, ${versions}, 'assigned', k.assigned, 'submitted', k.submitted, 'recused', k.recused)
            order by x.place), '[]')
          from json_array_elements(p.entries) with ordinality as x(e, place)
            cross join lateral (select count(*)::int as assigned, ${count('submitted')} as submitted, ${count('recused')} as recused
              from scorecards s where s.cycle_id = p.cycle_id and s.panel_group = p.panel_group and s.round = p.round
                and s.nomination_id = (x.e ->> 'nominationId')::uuid) k
          where ${entry.visible}) as entries
      from panels p join cycles c using (cycle_id)
      where p.cycle_id = ${cycleId} and (${group}::text is null or p.panel_group = ${group})
        and (${after}::text is null or p.panel_group > ${after})
      order by p.panel_group limit ${limit}`.execute(db.read),
    db.read.selectFrom('cycles').select('definition').where('cycle_id', '=', cycleId).executeTakeFirstOrThrow(),
  ]);
  return rows.map((row) => boardOf(row, definition));
}

function boardOf({ tally, sheets, entries, ...panel }: Row, definition: AwardDefinition): Board {
  const rubric = rubricOf(definition, panel.category);
  const isSeen = (id: string) => entries.some((entry) => entry.nominationId === id);
  const unseen = (tally?.entries ?? []).map(({ nominationId }) => nominationId).filter((id) => !isSeen(id));
  const ranked = entries.map((entry) => {
    const { shown = null, score = null, rank = null, unranked = null } = resultOf(tally, entry.nominationId) ?? {};
    return {
      group: panel.group,
      ...entry,
      shown,
      score,
      rank,
      unranked,
      ...spread(rubric, sheets, entry.nominationId),
    };
  });
  return {
    ...panel,
    method: tally?.method ?? null,
    needsVote: (tally?.needsVote ?? []).map((tie) => tie.filter(isSeen)).filter((tie) => tie.length > 1),
    flags: (tally?.flags ?? []).filter(({ detail }) => !unseen.some((id) => detail.includes(id))),
    entries: ranked.sort((a, b) => place(a) - place(b)),
  };
}

const resultOf = (tally: TallyResult | null, entry: string) =>
  tally?.entries.find(({ nominationId }) => nominationId === entry);
const place = ({ rank }: { rank: number | null }) => rank ?? Number.MAX_SAFE_INTEGER;

/** Out of 100, the lowest and the highest of the sheets that were counted. */
function spread(rubric: TallyRubric, sheets: CountedSheet[] | null, entry: string) {
  const totals = (sheets ?? [])
    .filter(({ nominationId }) => nominationId === entry)
    .map((sheet) => sheetTotal(rubric, sheet))
    .sort((a, b) => a - b);
  const outOf100 = (total: number | undefined) =>
    total === undefined ? null : display(fraction(total, rubric.scale.max));
  return { lowest: outOf100(totals[0]), highest: outOf100(totals.at(-1)) };
}
