// Reminders: one mail to each person who still owes something, once for each instant.
import { activityInfo } from '@temporalio/activity';
import type { Db } from '../db/database.ts';
import { makeAwardLink } from '../db/links.ts';
import { type Debtors, findDebtors, type ReminderKind } from '../db/read-models/debtors.ts';
import type { About } from '../db/read-models/work-places.ts';
import { sendMail } from '../documents/mail.ts';

export type { About, ReminderKind };
/** `at` is the instant of the reminder and `closesAt` the deadline, in UTC epoch milliseconds; what is overdue goes to the desk. */
export type Reminder = { what: ReminderKind; about: About; at: number; closesAt: number; overdue: boolean };

/** @returns how many mails were new. */
export async function remind(
  db: Db,
  { what, about, at, closesAt, overdue }: Reminder,
  publicUrl: string,
): Promise<{ mails: number }> {
  const found = await findDebtors(db, what, about);
  if (found === null || found.debtors.length === 0) return { mails: 0 };
  const { debtors, desk, place } = found;
  const linked = overdue ? null : await linkOf(db, about, found, closesAt);
  const { workflowId = 'none' } = activityInfo().workflowExecution ?? {};
  const mails = await sendMail(db, {
    kind: overdue ? `overdue-${what}` : (linked?.kind ?? `reminder-${what}`),
    key: `${workflowId}:${what}:${at}`,
    to: overdue ? desk : debtors,
    facts: {
      about: place.title,
      number: String(new Set(debtors).size),
      deadline: { at: closesAt, zone: place.zone },
      url: `${publicUrl}${place.path}`,
    },
    cycleId: place.cycleId,
    forumId: place.forumId,
    country: place.country,
    ...(linked !== null && { secret: linked.token }),
  });
  return { mails };
}

/** Who answers for a laureate has no account: the reminder brings a link of its own, as the offer did. */
async function linkOf(db: Db, { laureateId }: About, { contact, place }: Debtors, closesAt: number) {
  if (contact === undefined || laureateId === undefined || place.cycleId === null) return null;
  const offer = { personId: contact, laureateId, cycleId: place.cycleId, answerBy: new Date(closesAt) };
  const { token } = await makeAwardLink(db, offer);
  return { kind: 'reminder-award-link' as const, token };
}
