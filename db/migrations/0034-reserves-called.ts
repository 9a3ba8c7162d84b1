// Which reserves were called to which entries of a panel.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table panels add column called jsonb not null default '[]';`).execute(db);
}
