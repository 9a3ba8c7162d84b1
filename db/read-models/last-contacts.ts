// When people were last written to, and when they last signed in or acted.
import { sql } from 'kysely';
import type { Db } from '../database.ts';

export type Contact = {
  personId: string;
  name: string;
  language: string;
  lastMail: { at: string; kind: string } | null;
  /** A session begun or renewed, or something done. */
  lastActive: string | null;
};
type Row = Pick<Contact, 'personId' | 'name' | 'language'> & {
  mailed: Date | null;
  kind: string | null;
  active: Date | null;
};

/** By person; those who were erased are left out. The tables of sign-in are there wherever the API runs. */
export async function findContacts(db: Db, personIds: string[]): Promise<Map<string, Contact>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select p.person_id as "personId", p.name, p.language, m.created_at as mailed, m.kind, greatest(
      (select max(h.at) from history h where h.actor = p.person_id::text),
      (select max(s."updatedAt") from "session" s where s."userId" = p.person_id)) as active
    from people p left join lateral (
      select created_at, kind from mails where person_id = p.person_id and state <> 'undeliverable'
      order by created_at desc limit 1) m on true
    where p.person_id = any (${[...new Set(personIds)]}::uuid[]) and p.erased_at is null`.execute(db.read);
  const shown = rows.map(({ mailed, kind, active, ...person }): [string, Contact] => [
    person.personId,
    {
      ...person,
      lastMail: mailed === null ? null : { at: mailed.toISOString(), kind: kind ?? '' },
      lastActive: active?.toISOString() ?? null,
    },
  ]);
  return new Map(shown);
}
