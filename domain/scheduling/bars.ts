// What keeps a talk from a place whatever else stands where: the hours of its speaker and those of the day.
import type { TimetableFile } from './messages.ts';
import { overlap, type Span } from './schedule.ts';

/** In the order in which they are named. */
export const bars = ['protected', 'begun', 'unavailable', 'busy', 'remote-hours'] as const;
export type Bar = (typeof bars)[number];

type Talk = TimetableFile['talks'][number];

export function barsOf(file: TimetableFile, talk: Talk, place: Span & { open: boolean }): Bar[] {
  const { now } = file.forum;
  const found: { [bar in Bar]: boolean } = {
    protected: !place.open,
    begun: now !== null && place.from <= now,
    unavailable:
      talk.available.length > 0 && !talk.available.some(([from, to]) => from <= place.from && place.to <= to),
    busy: talk.busy.some(([from, to]) => overlap({ from, to }, place)),
    'remote-hours': talk.remote && !isAwake(file, talk, place),
  };
  return bars.filter((bar) => found[bar]);
}

/** On the speaker's own clock, where the day may be another. */
function isAwake({ forum }: TimetableFile, { utcOffset }: Talk, { from, to }: Span): boolean {
  const ahead = (utcOffset ?? forum.utcOffset) - forum.utcOffset;
  const local = (((from + ahead) % 1440) + 1440) % 1440;
  const [opens, closes] = forum.remoteHours;
  return opens <= local && local + (to - from) <= closes;
}
