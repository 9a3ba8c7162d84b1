// The places of a forum's day, as its plan makes them.
import type { Contract } from '../../../api/contract.ts';

export type Forum = Contract<'get', '/forums/:forumId'>['answer'];
export type Place = { block: string; room: string; slot: number };

export const keyOf = ({ block, room, slot }: Place): string => `${block}/${room}/${slot}`;
export const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
