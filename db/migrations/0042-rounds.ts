// The rounds of a panel that are over, as they stood, and the entries that did not go on.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table panels add column left_out jsonb not null default '[]';
create table panel_rounds (
  cycle_id uuid not null,
  panel_group text not null,
  number int not null,
  round text not null,
  entries json not null,
  judges uuid[] not null,
  lowered jsonb not null,
  called jsonb not null,
  tally json not null,
  sheets json not null,
  shortlist json not null,
  ended_at timestamptz not null,
  primary key (cycle_id, panel_group, round)
);
`)
    .execute(db);
}
