// The day of a forum as it runs: by how many minutes the released programme is late.
import { latenessAt } from '../../domain/day/state.ts';
import type { Db } from '../database.ts';
import { findSaidDelays } from './delays.ts';
import { minuteOf } from './places.ts';
import type { Readers } from './programme-talks.ts';
import { findProgramme, type Programme } from './programmes.ts';

/** Null while nothing is released. */
export async function findDay(db: Db, forumId: string, readers: Readers): Promise<Programme | null> {
  const programme = await findProgramme(db, forumId, readers);
  return programme === null || programme.release === null ? null : programme;
}

/** By how many minutes the talk is late now; 0 while it has no place. */
export async function findLateness(
  db: Db,
  forumId: string,
  place: { block: string; room: string; localStart: string } | null,
) {
  if (place === null) return 0;
  const { block, room, localStart } = place;
  const delays = await findSaidDelays(db, forumId, 'staff');
  return latenessAt(delays, { block, room, startsAt: minuteOf(localStart) });
}
