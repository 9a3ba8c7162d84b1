// Each talk has a name of its own that the public may know: it tells nothing of whose talk it is, and stays when that is told.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table talks add column public_id uuid;
update talks t set public_id = (
  select e.event_id from events e
  where e.stream_id = 'talk/' || t.forum_id || '/' || t.laureate_id and e.type = 'PresenterInvited' order by e.version limit 1);
alter table talks alter column public_id set not null;
create unique index talks_public on talks (public_id);
`)
    .execute(db);
}
