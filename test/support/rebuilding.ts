// What a read model shows is what the log says: rows as they are against rows made anew from the log.
import { expect } from 'vitest';
import type { Db } from '../../db/database.ts';
import { isBefore, lastPlace } from '../../db/event-store.ts';
import { projectOnce } from '../../db/projections.ts';
import { rebuild, rebuildInline, recountCapacities } from '../../db/rebuild.ts';
import { asyncProjections, inlineProjections } from '../../db/registry.ts';
import { nomination } from '../../domain/nomination/decider.ts';

/** All that in-transaction projections write. */
export const inlineTables = [
  'cycles',
  'cycle_phases',
  'country_phases',
  'country_categories',
  'dispensations',
  'nominations',
  'nomination_checks',
  'dossier_verifications',
  'signed_decisions',
  'receipts',
  'award_offers',
  'laureates',
  'judges',
  'judge_conflicts',
  'judge_clearances',
  'dismissed_suggestions',
  'panels',
  'panel_rounds',
  'scorecards',
  'reference_entries',
  'reference_sheets',
  'grants',
  'officer_conflicts',
  'access_requests',
  'counter_checks',
  'forums',
  'talks',
  'talk_askings',
  'talk_reserves',
  'working_placements',
  'participants',
  'reports',
  'report_versions',
  'proceedings',
  'proceedings_versions',
  'organisations',
  'organisation_distinctions',
  'historic_laureates',
  'historic_editions',
  'ceremonies',
  'ceremony_laureates',
  'published_bundles',
  'capacities',
];

const tables = [...asyncProjections.flatMap((projection) => projection.tables), ...inlineTables];

/** Compares row for row, on a history that the test has made: once more where a process has added to it meanwhile. */
export async function expectRebuiltAlike(db: Db): Promise<void> {
  const before = await lastPlace(db);
  const differs = await recountCapacities(db, [nomination]);
  for (const projection of asyncProjections) await projectOnce(db, projection);
  const live = await rowsOf(db, tables);
  for (const projection of asyncProjections) await rebuild(db, projection);
  await rebuildInline(db, inlineTables, inlineProjections);
  await recountCapacities(db, [nomination]);
  const made = await rowsOf(db, tables);
  const after = await lastPlace(db);
  if (isBefore(before, after)) return expectRebuiltAlike(db);
  expect(differs).toEqual([]);
  expect(made).toEqual(live);
}

async function rowsOf(db: Db, tables: string[]): Promise<{ [table: string]: string[] }> {
  const rows = async (table: string) => {
    const found = await db.readPool.query(`select row_to_json(t)::text as row from "${table}" t order by 1`);
    return [table, found.rows.map(({ row }): string => row)] as const;
  };
  return Object.fromEntries(await Promise.all(tables.map(rows)));
}
