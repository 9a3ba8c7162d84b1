// Sends the mails that are due, or keeps them where there is no mail server. No transaction is open while a server is spoken to.
import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import type { Db } from '../db/database.ts';
import type { Log } from '../db/log.ts';
import { findMailbox, findPerson } from '../db/people.ts';
import { isOutage } from '../db/statements.ts';
import type { MailAttachment } from '../db/tables/people.ts';
import { pause } from '../db/wake.ts';
import { type Attached, printAttachment } from '../documents/attachments.ts';
import { contactOf } from '../documents/calendar.ts';
import { mailHtml } from '../documents/mail-html.ts';
import type { Printer } from '../documents/print/printer.ts';

export type MailParts = {
  db: Db;
  /** Null where there is no mail server: mails are kept for people to read in the mailbox. */
  smtp: { url: string; from: string } | null;
  /** Where people reach this installation. */
  publicUrl: string;
  /** Prints what goes with a mail. */
  printer: Printer;
  log: Log;
};
type Due = {
  mail_id: string;
  kind: string;
  person_id: string;
  language: string;
  subject: string;
  body: string;
  secret: string | null;
  attachment: MailAttachment | null;
};
type Send = (mail: Due) => Promise<void>;

const pollMs = 1_000;
const atOnce = 10;

/** Delivers until the signal. What is being sent then is still sent. */
export async function deliverMails(parts: MailParts, { signal }: { signal: AbortSignal }) {
  const { db, smtp, log } = parts;
  const post = smtp === null ? null : openPost(parts, smtp);
  try {
    while (!signal.aborted) {
      const delivered = await (post === null ? keepDue(db) : sendDue(db, post.send, log)).catch((error: unknown) => {
        if (!isOutage(error)) throw error;
        return 0;
      });
      if (delivered === 0) await pause(pollMs, signal);
    }
  } finally {
    post?.close();
  }
}

/** What is not there to be asked gets no answer in time: a server's silence ends long before the claim does. */
const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000, dnsTimeout: 20_000 };

function openPost({ db, printer, publicUrl }: MailParts, { url, from }: { url: string; from: string }) {
  const transport = createTransport({ url, pool: true, maxConnections: 3, ...timeouts });
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
  const send: Send = async ({ mail_id, kind, person_id, language, subject, body, secret, attachment }) => {
    const person = await findPerson(db, person_id);
    if (person === undefined)
      throw Object.assign(new Error('The person has no address any more.'), { code: noAddress });
    const address = (await findMailbox(db, person_id)) ?? person.email;
    const reader = { language: person.language, zone: person.zone, name: person.name, email: address };
    const made = { printer, site: publicUrl, sender: contactOf(from), reader };
    const attached = attachment === null ? [] : await printAttachment(db, attachment, made);
    const text = withLink({ kind, body, secret }, publicUrl);
    await transport.sendMail({
      from,
      to: { name: person.name, address },
      subject,
      ...enclosing(attached),
      text,
      html: mailHtml({ subject, body: text, language }),
      // The id follows from the key: a mail that is sent twice, after a crash between sending and noting it, is the same mail.
      messageId: `<${mail_id}@${domain}>`,
      headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
    });
  };
  return { send, close: () => transport.close() };
}

/** The first entry for a calendar goes as one, so that readers of mail offer to take it; all else is a file. */
function enclosing(attached: Attached[]) {
  const entry = attached.find(({ method }) => method !== undefined);
  const attachments = attached.filter((one) => one !== entry);
  if (entry === undefined) return { attachments };
  const { filename, content, method } = entry;
  return { attachments, icalEvent: { method, filename, content } };
}

/** Whose link opens an account, and whose signs in; every other one is a login to one thing, and its page asks what for. */
const pages: { [kind: string]: string } = {
  'account-invited': 'accept#token=',
  'account-link': 'accept#token=',
  'call-registered': 'accept#token=',
  'sign-in-link': 'sign-in#link=',
};

/** The link that only this mail holds; a body without one stays as it is. Behind a # no server on the way logs the token. */
export function withLink({ kind, body, secret }: Pick<Due, 'kind' | 'body' | 'secret'>, publicUrl: string): string {
  if (secret === null) return body;
  const token = encodeURIComponent(secret);
  return body.replaceAll('{link}', `${publicUrl}/${pages[kind] ?? 'link#'}${token}`);
}

async function keepDue(db: Db): Promise<number> {
  const kept = await db.read
    .updateTable('mails')
    .set({ state: 'kept' })
    .where('state', '=', 'due')
    .where('next_at', '<=', sql<Date>`now()`)
    .executeTakeFirst();
  return Number(kept.numUpdatedRows);
}

async function sendDue(db: Db, send: Send, log: Log): Promise<number> {
  const due = await claimDue(db);
  await Promise.all(due.map((mail) => sendOne(db, mail, send, log)));
  return due.length;
}

/** Two deliverers never claim the same mail. A claim that nobody answers for, because its worker died, ends after five minutes. */
async function claimDue(db: Db): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with due as (
      select mail_id from mails where state = 'due' and next_at <= now() order by next_at limit ${atOnce}
      for update skip locked)
    update mails m set next_at = now() + interval '5 minutes', attempts = m.attempts + 1
    from due where m.mail_id = due.mail_id
    returning m.mail_id, m.kind, m.person_id, m.language, m.subject, m.body, m.secret, m.attachment`.execute(db.read);
  return rows;
}

async function sendOne(db: Db, mail: Due, send: Send, log: Log): Promise<void> {
  try {
    await send(mail);
  } catch (error) {
    const problem = problemOf(error);
    log.warn({ mailId: mail.mail_id, kind: mail.kind, problem }, 'A mail could not be sent.');
    return postpone(db, mail.mail_id, problem);
  }
  await db.read
    .updateTable('mails')
    .set({ state: 'sent', sent_at: sql<Date>`now()`, secret: null, problem: null })
    .where('mail_id', '=', mail.mail_id)
    .execute();
}

const noAddress = 'no-address';

/** After 10 s, then twice as long, up to 15 minutes, for a day; at least five times, should the worker have been away that day. */
async function postpone(db: Db, mailId: string, problem: string): Promise<void> {
  await sql`update mails set problem = ${problem},
      next_at = now() + least(interval '10 seconds' * power(2, least(attempts, 8) - 1), interval '15 minutes'),
      state = case when ${problem === noAddress}::boolean
        or (created_at < now() - interval '24 hours' and attempts >= 5) then 'undeliverable' else 'due' end
    where mail_id = ${mailId} and state = 'due'`.execute(db.read);
}

/** The kind of failure alone: a server's own words may name the person. */
function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('responseCode' in error && typeof error.responseCode === 'number') return `SMTP ${error.responseCode}`;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
