// How persons are named in each script, and what a form's questions were answered with.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
}

const tables = `
alter table people add column honorific text not null default '', add column printed_name text,
  add column names json not null default '{}', add column name_originals json not null default '{}';
create table settled_questions (
  form text not null, subject_id uuid not null, field text not null, kind text not null check (kind in ('zawgyi', 'buddhist-era')),
  typed text not null, taken text not null check (taken in ('suggested', 'typed')), answered_by uuid not null,
  answered_at timestamptz not null default now(), primary key (form, subject_id, field));
`;
