// What was said of delays on a forum's day, with the moment of each, and what that makes of a talk.
import type { Delay } from '../../domain/day/messages.ts';
import { type SaidDelay, type Shift, shiftOf } from '../../domain/day/shifts.ts';
import { type At, dayStream } from '../../domain/day/state.ts';
import type { ForumPlan, Place, Placement } from '../../domain/forum/messages.ts';
import { type Revealable, revealedBy } from '../../domain/forum/revealing.ts';
import type { Db } from '../database.ts';
import { readStreams } from '../event-store.ts';
import { minuteOf, type TimeOfDay, timeOfDay } from './places.ts';
import { findProgrammeTalks, type Readers, wordsOf } from './programme-talks.ts';

/** Oldest first; by an instant alone those that had been said by then. For everybody without a note that names somebody under embargo. */
export async function findSaidDelays(
  db: Db,
  forumId: string,
  readers: Readers,
  until: string | null = null,
): Promise<SaidDelay[]> {
  const events = await readStreams(db.readPool, [dayStream(forumId).id], until);
  const said = events.map(({ data, at }) => ({ ...(data as Delay), at }));
  if (readers === 'staff' || said.every(({ note }) => note === '')) return said;
  const hidden = [...(await findProgrammeTalks(db, forumId, 'staff')).values()].map(
    (talk): Revealable => ({ ...wordsOf(talk), standing: 'same' }),
  );
  return said.map((delay) => (revealedBy(hidden, delay.note).leaks.length > 0 ? { ...delay, note: '' } : delay));
}

/** How a talk's place runs on the day. */
export type Running = Shift & { now: TimeOfDay };
type Released = { releasedAt: string; placements: readonly Placement[] };

/** @param releases oldest first. */
export function runningOf(
  plan: ForumPlan,
  { delays, releases }: { delays: readonly SaidDelay[]; releases: readonly Released[] },
  { talk, place }: { talk: string; place: Place & TimeOfDay },
): Running {
  const atMinute = (one: Place): At => ({ ...one, startsAt: startOf(plan, one) });
  const shift = shiftOf(delays, atMinute(place), (at) => {
    const then = releases.findLast(({ releasedAt }) => releasedAt <= at)?.placements.find((one) => one.talk === talk);
    return then === undefined ? null : atMinute(then);
  });
  const { localStart, localEnd } = place;
  return { ...shift, now: timeOfDay(plan, minuteOf(localStart) + shift.late, minuteOf(localEnd) + shift.late) };
}

const startOf = ({ blocks, slotMinutes }: ForumPlan, { block, slot }: Place): number =>
  (blocks.find(({ key }) => key === block)?.startsAt ?? 0) + slot * slotMinutes;
