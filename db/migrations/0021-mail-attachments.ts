// What goes with a mail is named beside it and printed when it is sent.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table mails add column attachment json;').execute(db);
}
