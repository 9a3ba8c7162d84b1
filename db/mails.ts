// Mails to be delivered: one row per message and recipient, written once for each key.
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { uuidv5 } from './ids.ts';
import type { MailAttachment } from './tables/people.ts';

export type NewMail = {
  /** What it is about and who gets it: a second mail with the same key is not written. */
  key: string;
  kind: string;
  personId: string;
  cycleId: string | null;
  forumId: string | null;
  country: string | null;
  language: string;
  subject: string;
  body: string;
  /** What the body's `{link}` stands for. */
  secret: string | null;
  /** What is printed and goes with it. */
  attachment?: MailAttachment | undefined;
};

/** @returns how many were new. */
export async function writeMails(db: Db, mails: NewMail[]): Promise<number> {
  if (mails.length === 0) return 0;
  const written = await db.read
    .insertInto('mails')
    .values(
      mails.map((mail) => ({
        mail_id: uuidv5(`mail:${mail.key}`),
        key: mail.key,
        kind: mail.kind,
        person_id: mail.personId,
        cycle_id: mail.cycleId,
        forum_id: mail.forumId,
        country: mail.country,
        language: mail.language,
        subject: mail.subject,
        body: mail.body,
        secret: mail.secret,
        attachment: mail.attachment === undefined ? null : JSON.stringify(mail.attachment),
      })),
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst();
  return Number(written.numInsertedOrUpdatedRows ?? 0);
}

export type Resent = { kind: 'written'; mailId: string } | { kind: 'hastened' | 'link-gone' | 'erased' };

/**
 * The same words once more, as a mail of its own: what was sent stays as it is. One that still waits is tried at once instead.
 * A link that only the mail held goes with it, as long as it is still there.
 */
export async function resendMail(db: Db, mailId: string, commandId: string): Promise<Resent> {
  const mail = await db.read
    .selectFrom('mails')
    .innerJoin('people', 'people.person_id', 'mails.person_id')
    .selectAll('mails')
    .select('people.erased_at')
    .where('mail_id', '=', mailId)
    .executeTakeFirst();
  if (mail === undefined || mail.erased_at !== null) return { kind: 'erased' };
  if (mail.state === 'due') {
    const now = sql<Date>`now()`;
    await db.read
      .updateTable('mails')
      .set({ next_at: now })
      .where('mail_id', '=', mailId)
      .where('state', '=', 'due')
      .execute();
    return { kind: 'hastened' };
  }
  if (mail.secret === null && mail.body.includes('{link}')) return { kind: 'link-gone' };
  const { kind, person_id, cycle_id, forum_id, country, language, subject, body, secret, attachment } = mail;
  const key = `resend:${mailId}:${commandId}`;
  const about = { kind, personId: person_id, cycleId: cycle_id, forumId: forum_id, country, language };
  await writeMails(db, [{ key, ...about, subject, body, secret, attachment: attachment ?? undefined }]);
  return { kind: 'written', mailId: uuidv5(`mail:${key}`) };
}
