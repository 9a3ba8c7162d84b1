// Reminders: one mail to each person who still owes something, once for each instant.
import { activityInfo } from '@temporalio/activity';
import type { Db } from '../db/database.ts';
import { sendMail } from '../documents/mail.ts';
import { findDebtors } from './debtors.ts';

export type ReminderKind =
  | 'nomination'
  | 'screening'
  | 'correction'
  | 'assignment'
  | 'scoring'
  | 'decision'
  | 'endorsement'
  | 'request-endorsement'
  | 'plan-announcement'
  | 'presenters'
  | 'release'
  | 'talk-answer'
  | 'talk-place';
/** What a process is about: the ids that it was started with. */
export type About = {
  cycleId?: string;
  iso2?: string;
  group?: string;
  nominationId?: string;
  forumId?: string;
  proposalId?: string;
  laureateId?: string;
};
/** `at` is the instant of the reminder and `closesAt` the deadline, in UTC epoch milliseconds; overdue ones go to the secretariat. */
export type Reminder = { what: ReminderKind; about: About; at: number; closesAt: number; overdue: boolean };

/** @returns how many mails were new. */
export async function remind(
  db: Db,
  { what, about, at, closesAt, overdue }: Reminder,
  publicUrl: string,
): Promise<{ mails: number }> {
  const found = await findDebtors(db, what, about);
  if (found === null || found.debtors.length === 0) return { mails: 0 };
  const { debtors, secretariat, place } = found;
  const { workflowId = 'none' } = activityInfo().workflowExecution ?? {};
  const mails = await sendMail(db, {
    kind: overdue ? 'overdue' : `reminder-${what}`,
    key: `${workflowId}:${what}:${at}`,
    to: overdue ? secretariat : debtors,
    facts: {
      about: place.title,
      what,
      number: String(debtors.length),
      deadline: { at: closesAt, zone: place.zone },
      url: `${publicUrl}${place.path}`,
    },
    cycleId: place.cycleId,
    forumId: place.forumId,
    country: place.country,
  });
  return { mails };
}
