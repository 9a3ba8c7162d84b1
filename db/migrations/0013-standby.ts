// A standby of the secretariat with its powers, and the files that an officer keeps away from.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
}

const tables = `
alter table grants add column powers text[] not null default '{}';
create table officer_conflicts (
  nomination_id uuid not null, officer_id uuid not null, cycle_id uuid not null, kind text not null, reason text not null,
  declared_at timestamptz not null, primary key (nomination_id, officer_id));
create index officer_conflicts_cycle on officer_conflicts (cycle_id);
`;
