// Mails to be delivered: one row per message and recipient, written once for each key.
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
