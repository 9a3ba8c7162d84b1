// What is kept for a time only: notes of panels and sheets that came late, until their cycle is over for long. The record stays.
import { sql } from 'kysely';
import type { Db } from './database.ts';

export type Deleted = { what: 'panel-notes' | 'late-sheets'; cycleId: string; rows: number };

/** Of cycles that were archived or cancelled more than so many days ago, by the database's clock. Each deletion is written down. */
export async function deleteOutdated(db: Db, days: number): Promise<Deleted[]> {
  const { rows } = await sql<Deleted>`
    with over as (select distinct cycle_id from history where type in ('CycleArchived', 'CycleCancelled')
        and at < clock_timestamp() - make_interval(days => ${days})),
      notes as (delete from panel_notes where cycle_id in (select cycle_id from over) returning cycle_id),
      late as (delete from late_sheets where cycle_id in (select cycle_id from over) returning cycle_id, late_id),
      views as (delete from late_sheet_views where late_id in (select late_id from late)),
      gone as (select cycle_id, 'panel-notes' as what from notes union all select cycle_id, 'late-sheets' from late)
    insert into deletions (cycle_id, what, rows) select cycle_id, what, count(*) from gone group by cycle_id, what
    returning cycle_id as "cycleId", what, rows`.execute(db.read);
  return rows;
}
