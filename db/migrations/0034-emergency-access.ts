// Whose panel an emergency access is of, and how one that was running ended.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table access_requests drop column country, add column panel_group text not null,
  add column ended_by text, add column ended_at timestamptz, add column ended_reason text;
create index access_requests_panel on access_requests (cycle_id, panel_group, requested_at);
`)
    .execute(db);
}
