// Reference entries of a panel, and what its judges gave them: counted nowhere.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table reference_entries (
  cycle_id uuid not null, panel_group text not null, reference_id uuid not null, earlier uuid, content text not null, points jsonb not null,
  added_at timestamptz not null, primary key (cycle_id, panel_group, reference_id));
create table reference_sheets (
  cycle_id uuid not null, panel_group text not null, reference_id uuid not null, judge_id uuid not null, points jsonb not null, comments text,
  scored_at timestamptz not null, primary key (cycle_id, panel_group, reference_id, judge_id));
`)
    .execute(db);
}
