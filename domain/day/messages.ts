// What is said on the day of a forum: that a session or a room runs late, or is on time again. The release stays as it is.
import { z } from 'zod';
import { Key, type Message } from '../messages.ts';

const Minute = z
  .int()
  .min(0)
  .max(24 * 60);
export const ReportDelay = z.strictObject({
  block: Key,
  room: Key,
  /** From which minute of the day on, by the programme: what begins before stays as it was. */
  from: Minute,
  /** 0: on time again. */
  minutes: z.int().min(0).max(240),
  /** For the rest of the session, or for all that follows in the room. */
  scope: z.enum(['session', 'room']).default('room'),
  note: z.string().trim().max(300).default(''),
});
export type Delay = z.infer<typeof ReportDelay>;

export type DayCommand = Message<'ReportDelay', Delay & { forumId: string }>;
export type DayEvent = Message<'DelayReported', Delay & { forumId: string; cycleId: string | null }>;
