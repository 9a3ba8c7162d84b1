// The shapes of who is late, and of the mail that reminds them.
import { z } from 'zod';
import { deadlineOf } from '../../db/deadline.ts';
import type { Actor } from '../../db/read-models/next-actors.ts';
import { type ProgressLine, progressStates, progressSteps } from '../../db/read-models/progress-lines.ts';
import { Deadline } from './deadline.ts';
import { TextsView } from './views.ts';
import { RehearsedMail } from './what-if.ts';

const Next = z.object({
  personId: z.string(),
  name: z.string(),
  part: z
    .string()
    .describe('The role in which the person is the next to act; editor: of a form that was not submitted'),
  lastMail: z.object({ at: z.string(), kind: z.string() }).nullable(),
  lastActive: z.string().nullable().describe('A session begun or renewed, or something done'),
});
export const ProgressView = z
  .object({
    country: z.string().nullable().describe('Null for panels that judge for all'),
    names: TextsView,
    step: z.enum(progressSteps),
    state: z.enum(progressStates).describe('over: it has ended, and something was left undone'),
    owed: z.int().describe('How many things are owed'),
    due: Deadline.nullable(),
    daysLeft: z.int().nullable().describe('Days of the country’s calendar; none on the last day'),
    late: z.boolean(),
    next: z.array(Next),
    lastContact: z.string().nullable().describe('When one of them was last written to, signed in or acted'),
  })
  .meta({ id: 'Progress' });

export function progressView(line: ProgressLine, actors: Actor[], reader: string | null): z.infer<typeof ProgressView> {
  const { matters: _whatReminders, dueAt, zone, ...rest } = line;
  const contacts = actors.flatMap(({ lastMail, lastActive }) => [lastMail?.at ?? [], lastActive ?? []].flat());
  return {
    ...rest,
    due: dueAt === null ? null : deadlineOf(dueAt, zone, reader),
    next: actors.map(({ personId, name, part, lastMail, lastActive }) => ({
      personId,
      name,
      part,
      lastMail,
      lastActive,
    })),
    lastContact: contacts.sort().at(-1) ?? null,
  };
}

const Recipient = z.object({
  personId: z.string(),
  name: z.string(),
  language: z.string(),
  about: z.array(z.object({ country: z.string().nullable(), step: z.enum(progressSteps) })),
});
const NotLate = z.object({ country: z.string().nullable(), step: z.enum(progressSteps) });
export const NudgePreview = z.object({
  recipients: z.array(Recipient),
  mails: z.array(RehearsedMail),
  notLate: z.array(NotLate).describe('Of what was named: nobody is late there, and nobody gets a mail'),
});
export const Nudged = z.object({
  recipients: z.array(Recipient),
  mails: z.int().describe('How many mails are new: none where the same act was done before'),
  notLate: z.array(NotLate),
});
