// How the day of a forum runs, folded from its events.
import type { Fold, StreamRef } from '../decider.ts';
import type { DayEvent, Delay } from './messages.ts';

/** What was said, the last at the end. */
export type DayState = { delays: Delay[] };

export const dayFold: Fold<DayState, DayEvent> = { kind: 'day', initial: { delays: [] }, evolve };

function evolve({ delays }: DayState, event: DayEvent): DayState {
  const { forumId: _forum, cycleId: _cycle, ...delay } = event.data;
  return { delays: [...delays, delay] };
}

export const dayStream = (forumId: string, cycleId: string | null = null): StreamRef<DayState> => ({
  fold: dayFold,
  id: `day/${forumId}`,
  cycleId,
});

/** Where something stands, and from which minute of the day on. */
export type At = { block: string; room: string; startsAt: number };

/** What was said last of what stands there: of its session, or of its room. */
export const delayAt = <Said extends Delay>(delays: readonly Said[], { block, room, startsAt }: At): Said | undefined =>
  delays.findLast(
    (delay) => delay.room === room && (delay.scope === 'room' || delay.block === block) && delay.from <= startsAt,
  );

/** By how many minutes what stands there is late. */
export const latenessAt = (delays: readonly Delay[], at: At): number => delayAt(delays, at)?.minutes ?? 0;
