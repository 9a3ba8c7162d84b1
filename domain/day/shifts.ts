// What the delays of a day make of one talk: how late it is, and how often that has changed its time.
import type { Delay } from './messages.ts';
import { type At, delayAt, latenessAt } from './state.ts';

export type SaidDelay = Delay & { at: string };
export type Shift = {
  /** Minutes. */
  late: number;
  /** What was said with it. */
  note: string;
  /** How often a delay has given it another time: it never falls, so calendars may count on it. */
  changes: number;
  /** When it last did. */
  changedAt: string | null;
};

/** @param placeAt where the talk stood at an instant, by what was released then. */
export function shiftOf(delays: readonly SaidDelay[], place: At, placeAt: (at: string) => At | null): Shift {
  const changed = delays.filter(({ at }, index) => {
    const then = placeAt(at);
    if (then === null) return false;
    return latenessAt(delays.slice(0, index), then) !== latenessAt(delays.slice(0, index + 1), then);
  });
  const said = delayAt(delays, place);
  const late = said?.minutes ?? 0;
  return {
    late,
    note: late === 0 ? '' : (said?.note ?? ''),
    changes: changed.length,
    changedAt: changed.at(-1)?.at ?? null,
  };
}
