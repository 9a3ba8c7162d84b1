// Where and when a talk stands, as people read it.
import { minuteOfDay } from '../../domain/deadlines.ts';
import type { ForumPlan, Place } from '../../domain/forum/messages.ts';
import { scheduleProblem } from '../../domain/forum/schedule-problem.ts';
import { spanOf } from '../../domain/scheduling/schedule.ts';

/** A time of the forum's day: instants in UTC, and what the clocks at the venue show. */
export type TimeOfDay = { startsAt: string; endsAt: string; localStart: string; localEnd: string };
export type Placed = Place & TimeOfDay;

/** 24:00 is the day's end; what is later is of the night that follows. */
const clock = (minute: number): string => {
  const hour = Math.floor(minute / 60);
  return `${String(hour > 24 ? hour % 24 : hour).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
};
/** Of what a clock shows. */
export const minuteOf = (local: string): number => Number(local.slice(0, 2)) * 60 + Number(local.slice(3));

/** From one minute of the forum's day to another. */
export const timeOfDay = ({ day, zone }: Pick<ForumPlan, 'day' | 'zone'>, from: number, to: number): TimeOfDay => ({
  startsAt: minuteOfDay(day, from, zone).toISOString(),
  endsAt: minuteOfDay(day, to, zone).toISOString(),
  localStart: clock(from),
  localEnd: clock(to),
});

/** @throws Error for a place that the programme does not have: schedules are checked before they are stored. */
export function placedIn(plan: ForumPlan, { block, room, slot }: Place): Placed {
  const span = spanOf(scheduleProblem({ plan, pins: {} }, []), { block, room, slot });
  if (span === undefined) throw new Error(`The programme has no place ${block}/${room}/${slot}.`);
  return { block, room, slot, ...timeOfDay(plan, span.from, span.to) };
}
