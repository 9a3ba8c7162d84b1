// The shapes of histories, mailboxes and changes.
import { z } from 'zod';

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
