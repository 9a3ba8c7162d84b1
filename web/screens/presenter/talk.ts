// A talk as the screens of this area hand it on.
import type { Contract } from '../../../api/contract.ts';

export type Talk = Contract<'get', '/talks/:talk'>['answer'];
export type Topic = Talk['topics'][number];

/** How a command names it. */
export const named = ({ id }: Talk) => ({ params: { talk: id } });

/** English and one more: what topics have, else the reader's, else Thai beside English. */
export function languagesOf({ topics }: Pick<Talk, 'topics'>, reading: string): string[] {
  const used = topics.flatMap(({ title, summary }) => [...Object.keys(title), ...Object.keys(summary ?? {})]);
  const other = [...used, reading, 'th'].find((tag) => tag !== 'en') ?? 'th';
  return [...new Set(['en', other, ...used])];
}

/** 9:30 is 570 minutes after midnight. */
export const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
