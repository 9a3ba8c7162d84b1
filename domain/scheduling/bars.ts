// What keeps a talk from a place whatever else stands where: the hours of its speaker and those of the day.
import type { TimetableFile } from './messages.ts';
import { byClock, holds, isWithin, overlap, type Span } from './readings.ts';

/** In the order in which they are named. */
export const bars = ['protected', 'begun', 'unavailable', 'busy', 'remote-hours'] as const;
export type Bar = (typeof bars)[number];

type Talk = TimetableFile['talks'][number];

export function barsOf(file: TimetableFile, talk: Talk, place: Span & { open: boolean }): Bar[] {
  const { now } = file.forum;
  const found: { [bar in Bar]: boolean } = {
    protected: !place.open,
    begun: now !== null && place.from <= now,
    unavailable: !isWithin(talk.available.map(spanOf), place),
    busy: talk.busy.some((time) => overlap(spanOf(time), place)),
    'remote-hours': talk.remote && !isAwake(file, talk, place),
  };
  return bars.filter((bar) => found[bar]);
}

const spanOf = ([from, to]: readonly [number, number]): Span => ({ from, to });

const isAwake = ({ forum }: TimetableFile, { utcOffset }: Talk, place: Span): boolean =>
  holds(spanOf(forum.remoteHours), byClock(place, (utcOffset ?? forum.utcOffset) - forum.utcOffset));
