// Tables that people import: how far each has come.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
}

const tables = `
create table imports (
  import_id uuid primary key, cycle_id uuid not null, kind text not null, imported_by uuid not null, rows_total int not null,
  rows_done int not null default 0, refused json not null default '[]', started_at timestamptz not null default now(), finished_at timestamptz);
`;
