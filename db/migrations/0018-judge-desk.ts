// What a judge says before an entry opens, and the sheets that come after the end.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
}

const tables = `
create table judge_clearances (
  cycle_id uuid not null, judge_id uuid not null, nomination_id uuid not null, declared_at timestamptz not null,
  primary key (cycle_id, judge_id, nomination_id));
create table late_sheets (
  late_id uuid primary key, nomination_id uuid not null, judge_id uuid not null, round text not null, cycle_id uuid not null, panel_group text not null,
  scores json not null, refusal text not null, arrived_at timestamptz not null default clock_timestamp());
create index late_sheets_panel on late_sheets (cycle_id, panel_group, arrived_at, late_id);
create index late_sheets_judge on late_sheets (judge_id, nomination_id, round);
create table late_sheet_views (
  late_id uuid not null, person_id uuid not null, seen_at timestamptz not null default clock_timestamp(), primary key (late_id, person_id, seen_at));
`;
