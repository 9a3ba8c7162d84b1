// What makes a forum's plan sound: its hours, themes, blocks and protected times.
import { placesOf } from '../scheduling/schedule.ts';
import type { ForumPlan } from './messages.ts';
import { checkPeople, checkRoomsAndItems } from './programme-people.ts';
import { scheduleProblem } from './schedule-problem.ts';

/** Every rule that the plan breaks, in words; none for a sound one. */
export function checkProgramme(plan: ForumPlan): string[] {
  const broken = [
    ...checkHours(plan),
    ...checkKeys(plan),
    ...checkThemes(plan),
    ...checkOverlaps(plan),
    ...checkRoomsAndItems(plan),
    ...checkPeople(plan),
  ];
  if (broken.length === 0 && placesOf(scheduleProblem({ plan, pins: {} }, [])).length === 0)
    broken.push(`No talk of ${plan.slotMinutes} minutes fits into any block.`);
  return broken;
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function checkHours({ opensAt, closesAt, blocks, protectedTimes }: ForumPlan): string[] {
  if (opensAt >= closesAt) return [`The forum opens at ${clock(opensAt)} and closes at ${clock(closesAt)}.`];
  const spans = [
    ...blocks.map((block) => ({ name: `Block ${block.key}`, ...block })),
    ...protectedTimes.map((time, index) => ({ name: `Protected time ${index + 1}`, ...time })),
  ];
  return spans.flatMap(({ name, startsAt, endsAt }) => {
    if (startsAt >= endsAt) return [`${name} does not end after it starts.`];
    const inside = opensAt <= startsAt && endsAt <= closesAt;
    return inside ? [] : [`${name} lies outside the forum's hours, ${clock(opensAt)} to ${clock(closesAt)}.`];
  });
}

function checkKeys({ themes, rooms, blocks, items }: ForumPlan): string[] {
  const lists = { theme: themes, room: rooms, block: blocks, item: items };
  return Object.entries(lists).flatMap(([what, list]) => {
    const keys = list.map(({ key }) => key);
    const twice = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
    return [...twice].map((key) => `The ${what} ${key} stands there twice.`);
  });
}

const checkThemes = ({ themes, blocks }: ForumPlan): string[] =>
  blocks
    .filter(({ theme }) => !themes.some(({ key }) => key === theme))
    .map(({ key, theme }) => `Block ${key} has the theme ${theme}, which the forum does not have.`);

/** A block is spoken to in every room, so two at once would share the rooms. */
function checkOverlaps({ blocks }: ForumPlan): string[] {
  const inOrder = [...blocks].sort((a, b) => a.startsAt - b.startsAt);
  return inOrder.flatMap((block, index) =>
    inOrder
      .slice(index + 1)
      .filter((later) => later.startsAt < block.endsAt)
      .map((later) => `Blocks ${block.key} and ${later.key} overlap.`),
  );
}
