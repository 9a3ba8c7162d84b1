// A deadline as every view shows it: in UTC, by the clock of the zone that governs it, and by the reader's.
import { localTime } from '../domain/deadlines.ts';

export type Deadline = {
  at: string;
  zone: string;
  local: string;
  readerZone: string | null;
  readerLocal: string | null;
};

export const deadlineOf = (at: string, zone: string, reader: string | null): Deadline => ({
  at,
  zone,
  local: localTime(new Date(at), zone),
  readerZone: reader,
  readerLocal: reader === null ? null : localTime(new Date(at), reader),
});
