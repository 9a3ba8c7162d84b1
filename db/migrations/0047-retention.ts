// What was deleted because its time was over: what, of which cycle, how much, when. Never what it said.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table deletions (
  cycle_id uuid not null, what text not null check (what in ('panel-notes', 'late-sheets')), rows int not null,
  deleted_at timestamptz not null default clock_timestamp(), primary key (cycle_id, what, deleted_at));
`)
    .execute(db);
}
