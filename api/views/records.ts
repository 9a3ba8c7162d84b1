// The shapes of histories, mailboxes and changes.
import { z } from 'zod';
import { TextsView } from './views.ts';

const nullable = z.string().nullable();
const subject = { country: nullable, category: nullable, group: nullable, nominationId: nullable, forumId: nullable };

export const HistoryLineView = z
  .object({
    id: z.string(),
    at: z.string(),
    type: z.string(),
    actor: nullable.describe('Null where it is not for you to see'),
    name: nullable,
    role: nullable,
    ...subject,
    judgeId: nullable,
    detail: z.record(z.string(), z.unknown()),
    changes: z
      .array(z.object({ fact: z.string(), before: z.unknown(), after: z.unknown() }))
      .describe('What the event changed; what a fact is of stands behind a colon: phase:judging'),
    onBehalf: z
      .object({ office: nullable, name: nullable, reference: nullable, reason: nullable })
      .nullable()
      .describe('For whom it was done, by which letter'),
    names: z
      .record(z.string(), TextsView)
      .describe('What the ids and the category of this line are called; und: a name as it is'),
  })
  .meta({ id: 'HistoryLine' });

export const MailLineView = z
  .object({
    mailId: z.string(),
    kind: z.string(),
    personId: z.string(),
    name: nullable,
    country: nullable,
    language: z.string(),
    subject: z.string(),
    body: z.string(),
    state: z.enum(['due', 'sent', 'kept', 'undeliverable']),
    attempts: z.int(),
    problem: nullable,
    createdAt: z.string(),
    sentAt: nullable,
  })
  .meta({ id: 'Mail' });

export const MailView = MailLineView.extend({
  text: z.string().describe('As it is read; a link that only the mail holds shows as its place'),
  html: z.string().describe('The same as a page of its own, for a frame without scripts'),
}).meta({ id: 'MailPreview' });
