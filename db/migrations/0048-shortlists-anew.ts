// Who was to go on before that was settled anew: it stays beside what holds.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw("alter table panel_rounds add column earlier jsonb not null default '[]'").execute(db);
}
