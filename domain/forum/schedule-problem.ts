// The scheduling problem that a forum's plan, its pins and its talks make: the same for the solver and for the checker.
import type { ScheduleProblem } from '../scheduling/schedule.ts';
import type { ForumPlan, Place, TalkFacts } from './messages.ts';

/** Pins of talks that are not given bind nothing. */
export function scheduleProblem(
  forum: { plan: ForumPlan; pins: { readonly [talk: string]: Place } },
  talks: readonly TalkFacts[],
): ScheduleProblem {
  const { blocks, rooms, slotMinutes, protectedTimes } = forum.plan;
  const given = new Set(talks.map(({ talk }) => talk));
  return {
    blocks,
    rooms: rooms.map(({ key }) => key),
    slotMinutes,
    protectedTimes: protectedTimes.map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt })),
    talks,
    pins: Object.fromEntries(Object.entries(forum.pins).filter(([talk]) => given.has(talk))),
  };
}
