// The letters of sign-in: a link to one whose address it is, and news of changed ways in.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { makeInvitation, wasInvited } from '../db/invitations.ts';
import { findByAddress } from '../db/people.ts';
import { findFactor } from '../db/second-factors.ts';
import { sendMail } from '../documents/mail.ts';
import type { SignInPost } from './auth.ts';
import { linkMinutes } from './ways.ts';

type Parts = { db: Db; publicUrl: string; hasAccount(personId: string): Promise<boolean> };

export const openSignInPost = (parts: Parts): SignInPost => ({
  link: (email, token) => mailLink(parts, email, token),
  passkeysChanged: async (personId, what) => {
    const facts = { what, url: `${parts.publicUrl}/account` };
    await sendMail(parts.db, { kind: `passkey-${what}`, key: `passkey:${randomUUID()}`, to: [personId], facts });
  },
});

/** Nothing for an address that is nobody's, and nothing more for one who has just got some. */
async function mailLink({ db, hasAccount }: Parts, email: string, token: string): Promise<void> {
  const person = await findByAddress(db, email);
  if (person === undefined || (await gotEnough(db, person.personId))) return;
  const { personId, zone, shared } = person;
  const letter = { key: `sign-in:${randomUUID()}`, to: [personId] };
  if (await hasAccount(personId)) {
    // Whoever else reads a shared mailbox is kept out by the code that is asked for then.
    if (shared && (await findFactor(db.read, personId))?.confirmedAt == null) return;
    const deadline = { at: new Date(Date.now() + linkMinutes * 60_000), zone: zone ?? 'UTC' };
    await sendMail(db, { ...letter, kind: 'sign-in-link', facts: { deadline }, secret: token });
  } else if (await wasInvited(db, personId)) {
    const invitation = await makeInvitation(db, personId);
    const deadline = { at: invitation.expiresAt, zone: zone ?? 'UTC' };
    await sendMail(db, { ...letter, kind: 'account-link', facts: { deadline }, secret: invitation.token });
  }
}

/** A form that is sent again and again must not fill somebody's mailbox. */
async function gotEnough(db: Db, personId: string): Promise<boolean> {
  const { n } = await db.read
    .selectFrom('mails')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('person_id', '=', personId)
    .where('kind', 'in', ['sign-in-link', 'account-link'])
    .where('created_at', '>', sql<Date>`clock_timestamp() - interval '15 minutes'`)
    .executeTakeFirstOrThrow();
  return Number(n) >= 5;
}
