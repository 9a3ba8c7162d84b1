// What makes a plan sound beside its hours: ways between rooms, what else stands in the programme, and who helps.
import { overlap, type Span } from '../scheduling/readings.ts';
import type { ForumPlan } from './messages.ts';

export function checkRoomsAndItems({ rooms, walks, items, blocks, protectedTimes, ...plan }: ForumPlan): string[] {
  const { remoteHours, protocol } = plan;
  const ways = walks.map(({ between }) => [...between].sort().join(' and '));
  return [
    ...walks.flatMap(({ between: [one, other] }) => {
      const unknown = [one, other].filter((room) => !rooms.some(({ key }) => key === room));
      if (unknown.length > 0) return [`The way from ${one} to ${other} names a room that the forum does not have.`];
      return one === other ? [`The way from ${one} leads to the same room.`] : [];
    }),
    ...twice(ways).map((way) => `The way between ${way} is given twice.`),
    ...items
      .filter(({ startsAt, endsAt }) => startsAt >= endsAt)
      .map(({ key }) => `The item ${key} does not end after it starts.`),
    ...items.flatMap((item) =>
      blocks
        .filter((block) => stopsTalks(item) && talksMeanwhile(item, block, protectedTimes))
        .map(({ key }) => `The item ${item.key} lies in block ${key}: protect that time, or move one of them.`),
    ),
    ...(remoteHours.from < remoteHours.to ? [] : ['The hours for speakers from afar do not end after they start.']),
    ...(protocol === 'english-name' ? [] : twice(protocol).map((iso2) => `The protocol order names ${iso2} twice.`)),
  ];
}

type Timed = { startsAt: number; endsAt: number };
const spanOf = ({ startsAt, endsAt }: Timed): Span => ({ from: startsAt, to: endsAt });

/** Beside the others people may go on talking. */
const stopsTalks = ({ kind }: ForumPlan['items'][number]) => ['opening', 'break', 'meal', 'closing'].includes(kind);

/** Not where a protected time covers all that the item and the block have in common. */
function talksMeanwhile(item: Timed, block: Timed, protectedTimes: readonly Timed[]): boolean {
  const shared = { from: Math.max(item.startsAt, block.startsAt), to: Math.min(item.endsAt, block.endsAt) };
  if (!overlap(spanOf(item), spanOf(block))) return false;
  return !protectedTimes.some(({ startsAt, endsAt }) => startsAt <= shared.from && shared.to <= endsAt);
}

export function checkPeople({ moderators, rapporteurs, interpreters, themes }: ForumPlan): string[] {
  const known = themes.map(({ key }) => key);
  const strange = (named: string[]) => named.filter((theme) => !known.includes(theme));
  const staff = { moderators, rapporteurs, interpreters };
  return [
    ...Object.entries(staff).flatMap(([what, people]) =>
      twice(people.map(({ person }) => person)).map((person) => `Among the ${what} ${person} stands twice.`),
    ),
    ...moderators.flatMap(({ person, windows, fit }) => [
      ...(windows.some(({ from, to }) => from >= to)
        ? [`A time of moderator ${person} does not end after it starts.`]
        : []),
      ...strange(Object.keys(fit)).map(
        (theme) => `Moderator ${person} fits the theme ${theme}, which the forum does not have.`,
      ),
    ]),
    ...rapporteurs.flatMap((one) =>
      strange(one.themes).map(
        (theme) => `Rapporteur ${one.person} has the theme ${theme}, which the forum does not have.`,
      ),
    ),
  ];
}

const twice = (list: readonly string[]): string[] => [
  ...new Set(list.filter((one, index) => list.indexOf(one) !== index)),
];
