// The refusal of what is asked too early: it says when to ask again.
import { Refusal } from './decider.ts';

/** `allowed.dueAt` is in UTC epoch milliseconds, as processes want it. */
export const notDue = (what: string, at: string | Date) =>
  new Refusal('not-due', `${what} is due at ${new Date(at).toISOString()}.`, { dueAt: new Date(at).getTime() });
