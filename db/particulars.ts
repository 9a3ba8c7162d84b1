// What is personal about participants of a delegation, and how they are reached: one row each, beside the events.
import { sql } from 'kysely';
import { type Particulars, particulars } from '../domain/delegation/messages.ts';
import type { Db } from './database.ts';
import { uuidv5 } from './ids.ts';
import { ensurePerson } from './people.ts';

/** Of those who gave no address: a name that leads nowhere (RFC 2606), so that every participant is a person who can be erased. */
const nowhere = '@no-address.invalid';
export const addressOf = (email: string | null): string | null =>
  email === null || email.endsWith(nowhere) ? null : email;

export type Contact = { email: string | null; language: string; name: string };
type Found = { content: Particulars; version: number; commandId: string; changed: string[] };

/** @returns the person, and what is still to be written once the rules have agreed. */
export async function contactOf(db: Db, participantId: string, contact: Contact, actor: string) {
  const { email, language, name } = contact;
  if (email !== null) {
    const personId = await ensurePerson(db, { email, language, name }, actor);
    return { personId, keep: async () => {} };
  }
  const personId = uuidv5(`participant:${participantId}`);
  const row = { person_id: personId, email: `${participantId}${nowhere}`, name, language };
  const keep = async () => {
    await db.read
      .insertInto('people')
      .values(row)
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ name, language, updated_at: sql`now()` }))
      .execute();
  };
  return { personId, keep };
}

export async function findParticulars(db: Db, participantId: string): Promise<Found | undefined> {
  const row = await db.read
    .selectFrom('participant_particulars')
    .select(['content', 'version', 'command_id', 'changed'])
    .where('participant_id', '=', participantId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { content, version, command_id: commandId, changed } = row;
  return { content, version, commandId, changed };
}

type Writing = {
  participantId: string;
  personId: string;
  content: Particulars;
  changed?: string[];
  actor: string;
  commandId: string;
};

/** `version` is the one that was read, null for a new participant. @returns false where another was first. */
export async function writeParticulars(db: Db, writing: Writing, version: number | null): Promise<boolean> {
  const { participantId, personId, content, changed = [], actor, commandId } = writing;
  const row = {
    ...{ person_id: personId, content: JSON.stringify(content), changed },
    ...{ command_id: commandId, updated_by: actor },
  };
  const { rows } = await sql<{ done: boolean }>`
    with written as (${
      version === null
        ? db.read
            .insertInto('participant_particulars')
            .values({ participant_id: participantId, ...row })
            .onConflict((conflict) => conflict.doNothing())
            .returning('participant_id')
        : db.read
            .updateTable('participant_particulars')
            .set({ ...row, version: version + 1, updated_at: sql<Date>`clock_timestamp()` })
            .where('participant_id', '=', participantId)
            .where((eb) => eb.or([eb('version', '=', version), eb('command_id', '=', commandId)]))
            .returning('participant_id')
    }), audited as (
      insert into people_audit (person_id, actor, what) select ${personId}::uuid, ${actor}, 'participant' from written)
    select true as done from written`.execute(db.read);
  return rows.length > 0 || version === null;
}

/** The names of what differs, never what it says. */
export const differing = (before: Particulars, after: Particulars): string[] =>
  particulars.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
