// Since when a mission report stands where it stands.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table reports add column since timestamptz;
update reports set since = changed_at where latest > 0;
`)
    .execute(db);
}
