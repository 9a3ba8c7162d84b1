// Why fewer sheets are enough for entries of a panel: the reason that was given last for each.
import type { EventOf } from '../../domain/events.ts';
import { panelStream } from '../../domain/panel/state.ts';
import type { Db } from '../database.ts';
import { readStreams, type StreamEvent } from '../event-store.ts';

export type Lowered = { [nominationId: string]: { minimum: number; reason: string } };

/** In the round that is named, else in the last one: what was lowered was for one round. */
export function loweredIn(events: StreamEvent[], round?: string): Lowered {
  let lowered: Lowered = {};
  for (const { type, data } of events) {
    if (type === 'EntriesShortlisted') {
      if ((data as EventOf<'EntriesShortlisted'>['data']).round === round) return lowered;
      lowered = {};
    }
    if (type !== 'MinimumLowered') continue;
    const { nominationId, minimum, reason } = data as EventOf<'MinimumLowered'>['data'];
    lowered = { ...lowered, [nominationId]: { minimum, reason } };
  }
  return lowered;
}

export const findLowered = async (
  db: Db,
  { cycleId, group, round }: { cycleId: string; group: string; round?: string },
): Promise<Lowered> => loweredIn(await readStreams(db.readPool, [panelStream(cycleId, group).id]), round);
