// The only home of contactable persons: one audited row per person. Events hold the id alone.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './database.ts';

export type Person = { personId: string; email: string; name: string; language: string; zone: string | null };

/** The person with this address, made if there is none; the name of one who is known stays as it is. */
export async function ensurePerson(
  db: Db,
  person: { email: string; name: string; language?: string; mailbox?: string | undefined },
  actor: string,
): Promise<string> {
  const email = person.email.trim().toLowerCase();
  const { rows } = await sql<{ person_id: string }>`
    with made as (
      insert into people (person_id, email, mailbox, name, language)
      values (${randomUUID()}, ${email}, ${person.mailbox ?? null}, ${person.name}, ${person.language ?? 'en'})
      on conflict do nothing returning person_id),
    audited as (insert into people_audit (person_id, actor, what) select person_id, ${actor}, 'made' from made)
    select person_id from made union all select person_id from people where lower(email) = ${email} and erased_at is null limit 1`.execute(
    db.read,
  );
  const [row] = rows;
  // Another transaction made it between the two halves of the statement: it is there now.
  return row?.person_id ?? ensurePerson(db, person, actor);
}

export async function findPerson(db: Db, personId: string): Promise<Person | undefined> {
  const row = await db.read
    .selectFrom('people')
    .selectAll()
    .where('person_id', '=', personId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row && { personId, email: row.email, name: row.name, language: row.language, zone: row.zone };
}

/** Who signs in with this address; `shared` where mail goes to an office's mailbox instead. */
export async function findByAddress(
  db: Db,
  email: string,
): Promise<{ personId: string; zone: string | null; shared: boolean } | undefined> {
  const row = await db.read
    .selectFrom('people')
    .select(['person_id', 'zone', 'mailbox'])
    .where(sql<string>`lower(email)`, '=', email.trim().toLowerCase())
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row && { personId: row.person_id, zone: row.zone, shared: row.mailbox !== null };
}

/** Where mail to the person goes: the shared mailbox of an office, else the own address. */
export async function findMailbox(db: Db, personId: string): Promise<string | undefined> {
  const row = await db.read
    .selectFrom('people')
    .select(['email', 'mailbox'])
    .where('person_id', '=', personId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row?.mailbox ?? row?.email;
}

/** In which zone the person reads times; null where that was never said. */
export async function findZone(db: Db, personId: string): Promise<string | null> {
  const row = await db.read.selectFrom('people').select('zone').where('person_id', '=', personId).executeTakeFirst();
  return row?.zone ?? null;
}

/** How the person wants to be written to; what is left out stays. `zone` null forgets it. */
export async function setPreferences(
  db: Db,
  personId: string,
  { zone, language }: { zone?: string | null | undefined; language?: string | undefined },
): Promise<void> {
  const changed = { ...(zone !== undefined && { zone }), ...(language !== undefined && { language }) };
  await db.read.transaction().execute(async (tx) => {
    await tx
      .updateTable('people')
      .set({ ...changed, updated_at: sql<Date>`now()` })
      .where('person_id', '=', personId)
      .where('erased_at', 'is', null)
      .execute();
    const what = `preferences: ${Object.keys(changed).join(', ')}`;
    await tx.insertInto('people_audit').values({ person_id: personId, actor: personId, what }).execute();
  });
}

/** Names by person id, of those who are known and not erased. */
export async function findNames(db: Db, personIds: string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db.read
    .selectFrom('people')
    .select(['person_id', 'name'])
    .where('person_id', 'in', [...new Set(personIds)])
    .where('erased_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.name]));
}

/** What a person is called and written to in, said by another. */
export async function renamePerson(
  db: Db,
  personId: string,
  { name, language }: { name: string; language: string },
  actor: string,
): Promise<void> {
  const { numUpdatedRows } = await db.read
    .updateTable('people')
    .set({ name, language, updated_at: sql<Date>`now()` })
    .where('person_id', '=', personId)
    .where('erased_at', 'is', null)
    .where((eb) => eb.or([eb('name', '<>', name), eb('language', '<>', language)]))
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await noteOnPerson(db, personId, actor, 'renamed');
}

/** One more line in the person's record: who did what about them. */
export async function noteOnPerson(db: Db, personId: string, actor: string, what: string): Promise<void> {
  await db.read.insertInto('people_audit').values({ person_id: personId, actor, what }).execute();
}
