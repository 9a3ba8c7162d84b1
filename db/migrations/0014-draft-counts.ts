// Drafts are counted by country and category without reading what stands in them.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('create index drafts_counted on drafts (form, cycle_id, country, category, subject_id) include (in_house);')
    .execute(db);
}
