// A cycle suspended: for how long, and what that does to instants that other streams hold.
import type { Meta } from '../decider.ts';
import type { Cycle } from './state.ts';

/** From a suspension to its end, in UTC. */
export type Pause = { from: string; to: string };

/**
 * An instant as it holds now: later by every suspension that came after it was set and before it had passed. Nothing is set
 * while a cycle is suspended, so a suspension counts whole or not at all. Without `setAt` it is older than any suspension.
 */
export function extended({ pauses }: Pick<Cycle, 'pauses'>, at: string | Date, setAt?: string): Date {
  let now = new Date(at).getTime();
  for (const { from, to } of pauses) {
    const [begun, ended] = [new Date(from).getTime(), new Date(to).getTime()];
    if ((setAt === undefined || new Date(setAt).getTime() < ended) && begun < now) now += ended - begun;
  }
  return new Date(now);
}

/** What an event that sets an instant says beside it, once the cycle has been suspended at all. */
export const setWhen = ({ pauses }: Pick<Cycle, 'pauses'>, { at }: Meta): { setAt?: string } =>
  pauses.length === 0 ? {} : { setAt: at.toISOString() };
