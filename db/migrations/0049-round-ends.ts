// When the present round of a panel ends, where it ends before judging does.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table panels add column round_closes_at timestamptz').execute(db);
}
