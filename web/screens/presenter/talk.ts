// A talk as the screens of this area hand it on.
import type { Contract } from '../../../api/contract.ts';

export type Talk = Contract<'get', '/talks/:talk'>['answer'];
export type Topic = Talk['topics'][number];

/** How a command names it. */
export const named = ({ id }: Talk) => ({ params: { talk: id } });

/** 9:30 is 570 minutes after midnight. */
export const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
