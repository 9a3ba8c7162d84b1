// What judges would like to read, and what came of a proposal beside its plan.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table judges add column wishes text[] not null default '{}';
alter table proposals add column detail json;
`)
    .execute(db);
}
