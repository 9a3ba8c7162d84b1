// What a panel keeps of its meeting: agenda, who was there, what was said; every version stays.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table panel_meetings (
  cycle_id uuid not null, panel_group text not null, version int not null, content json not null,
  written_by uuid not null, written_at timestamptz not null default now(), primary key (cycle_id, panel_group, version));
`)
    .execute(db);
}
