// When a person was last written to, and when it last acted: found without reading all that was ever sent or done.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(indexes).execute(db);
}

const indexes = `
create index mails_person on mails (person_id, created_at);
create index history_actor on history (actor, at);
`;
