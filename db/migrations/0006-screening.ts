// What follows a rejection and a forwarding: objections, disqualification, changes of a dossier that wait for leave.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(nominations).execute(db);
}

const nominations = `
alter table nominations add column object_until timestamptz, add column objection text, add column amendment json;
`;
