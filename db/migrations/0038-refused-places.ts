// A presenter may say that a place does not suit: in which release, and why.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table talks add column refused int, add column refused_why text;').execute(db);
}
