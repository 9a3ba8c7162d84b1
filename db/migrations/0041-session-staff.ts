// Who moderates each session of a released schedule, and into which languages it is interpreted.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table published_schedules add column moderators json not null default '{}', add column interpretation json not null default '{}';
`)
    .execute(db);
}
