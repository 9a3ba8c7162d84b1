// Invitations to an account: a secret link that works once and for a time. Only the hash of its token is kept.
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { findPerson, type Person } from './people.ts';
import { hashOfToken, newToken } from './tokens.ts';

const lifetimeDays = 14;

/** @returns the token, which nothing but the person's mail may hold, and when it ends. */
export async function makeInvitation(db: Db, personId: string): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const { expires_at } = await db.read
    .insertInto('invitations')
    .values({
      token_hash: hashOfToken(token),
      person_id: personId,
      expires_at: sql<Date>`clock_timestamp() + make_interval(days => ${lifetimeDays})`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow();
  return { token, expiresAt: expires_at };
}

/** Whether the person was ever invited to an account, however that ended. */
export async function wasInvited(db: Db, personId: string): Promise<boolean> {
  const row = await db.read
    .selectFrom('invitations')
    .select('person_id')
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whose the token is, while it may be used. */
export async function findInvitation(db: Db, token: string): Promise<{ person: Person; expiresAt: Date } | undefined> {
  const row = await db.read
    .selectFrom('invitations')
    .select(['person_id', 'expires_at'])
    .where('token_hash', '=', hashOfToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .executeTakeFirst();
  const person = row && (await findPerson(db, row.person_id));
  return person && { person, expiresAt: row.expires_at };
}

export async function hasOpenInvitation(db: Db, personId: string): Promise<boolean> {
  const row = await db.read
    .selectFrom('invitations')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Uses the token up, and the person's other links with it, when `accept` succeeds; of two at once the second finds it used.
 * @returns whose it was, or undefined for a token that is unknown, used or too old.
 */
export async function useInvitation(
  db: Db,
  token: string,
  accept: (person: Person) => Promise<void>,
): Promise<Person | undefined> {
  const hash = hashOfToken(token);
  const row = await db.read
    .selectFrom('invitations')
    .select('person_id')
    .where('token_hash', '=', hash)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .executeTakeFirst();
  const person = row && (await findPerson(db, row.person_id));
  if (person === undefined) return undefined;
  return db.read.transaction().execute(async (tx) => {
    const used = await tx
      .updateTable('invitations')
      .set({ used_at: sql<Date>`clock_timestamp()` })
      .where('person_id', '=', person.personId)
      .where('used_at', 'is', null)
      .returning('token_hash')
      .execute();
    if (!used.some(({ token_hash }) => token_hash.equals(hash))) return undefined;
    await accept(person);
    return person;
  });
}
