// The day of a forum as it runs: the released programme with what is late, and how each talk stands.

import type { Delay } from '../../domain/day/messages.ts';
import { dayStream, latenessAt } from '../../domain/day/state.ts';
import { minuteOfDay } from '../../domain/deadlines.ts';
import type { Db } from '../database.ts';
import { loadState } from '../execute.ts';
import { findProgramme, type Programme, type ProgrammeEntry, type Readers } from './programmes.ts';

export type DayEntry = ProgrammeEntry & {
  /** Minutes, and when it begins and ends by then. */
  late: number;
  nowStarts: string;
  nowEnds: string;
  nowLocalStart: string;
  nowLocalEnd: string;
};
export type Day = { programme: Programme; entries: DayEntry[]; delays: Delay[] };

export const findDelays = async (db: Db, forumId: string): Promise<Delay[]> =>
  (await loadState(db, dayStream(forumId))).state.delays;

const minuteOf = (local: string): number => Number(local.slice(0, 2)) * 60 + Number(local.slice(3));
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Null while nothing is released. */
export async function findDay(db: Db, forumId: string, readers: Readers): Promise<Day | null> {
  const [programme, delays] = await Promise.all([findProgramme(db, forumId, readers), findDelays(db, forumId)]);
  if (programme === null || programme.release === null) return null;
  return { programme, delays, entries: programme.entries.map((entry) => shifted(programme, delays, entry)) };
}

function shifted({ plan: { day, zone } }: Programme, delays: Delay[], entry: ProgrammeEntry): DayEntry {
  const { block, room, localStart, localEnd } = entry.place;
  const [from, to] = [minuteOf(localStart), minuteOf(localEnd)];
  const late = latenessAt(delays, { block, room, startsAt: from });
  return {
    ...entry,
    late,
    nowStarts: minuteOfDay(day, from + late, zone).toISOString(),
    nowEnds: minuteOfDay(day, to + late, zone).toISOString(),
    nowLocalStart: clock(from + late),
    nowLocalEnd: clock(to + late),
  };
}

/** By how many minutes the talk is late now; 0 while it has no place. */
export async function findLateness(
  db: Db,
  forumId: string,
  place: { block: string; room: string; localStart: string } | null,
) {
  if (place === null) return 0;
  const { block, room, localStart } = place;
  return latenessAt(await findDelays(db, forumId), { block, room, startsAt: minuteOf(localStart) });
}
