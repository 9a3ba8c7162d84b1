// The least number of sheets of single entries of a panel, where it was lowered.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table panels add column lowered jsonb not null default '{}'`).execute(db);
}
