// The places of a forum's day, as its plan makes them.
import type { Contract } from '../../../api/contract.ts';

export type Forum = Contract<'get', '/forums/:forumId'>['answer'];
export type Place = { block: string; room: string; slot: number };
export type Slot = Place & { from: number; to: number };

export const keyOf = ({ block, room, slot }: Place): string => `${block}/${room}/${slot}`;
export const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Every slot of every block and room, outside the times when nobody speaks; the earliest first. */
export function slotsOf({ plan }: Forum): Slot[] {
  const { blocks, rooms, slotMinutes, protectedTimes } = plan;
  const isFree = (from: number, to: number) => !protectedTimes.some((time) => time.startsAt < to && from < time.endsAt);
  return blocks
    .flatMap(({ key: block, startsAt, endsAt }) =>
      Array.from({ length: Math.floor((endsAt - startsAt) / slotMinutes) }, (_, slot) => {
        const from = startsAt + slot * slotMinutes;
        return { block, slot, from, to: from + slotMinutes };
      }),
    )
    .filter(({ from, to }) => isFree(from, to))
    .sort((a, b) => a.from - b.from)
    .flatMap((slot) => rooms.map(({ key: room }) => ({ ...slot, room })));
}
