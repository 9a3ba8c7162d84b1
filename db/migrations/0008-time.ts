// Dispensations: which step is open again for which country, and until when.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table dispensations (
  dispensation_id uuid primary key, cycle_id uuid not null, iso2 text not null, step text not null, category text,
  reason text not null, authority text not null, until_at timestamptz not null, granted_at timestamptz not null);
create index dispensations_cycle on dispensations (cycle_id, iso2);
`)
    .execute(db);
}
