// Why fewer sheets are enough for entries of a panel: the reason that was given last for each.
import type { EventOf } from '../../domain/events.ts';
import { panelStream } from '../../domain/panel/state.ts';
import type { Db } from '../database.ts';
import { readStreams, type StreamEvent } from '../event-store.ts';

export type Lowered = { [nominationId: string]: { minimum: number; reason: string } };

export const loweredIn = (events: StreamEvent[]): Lowered =>
  Object.fromEntries(
    events.flatMap(({ type, data }) => {
      if (type !== 'MinimumLowered') return [];
      const { nominationId, minimum, reason } = data as EventOf<'MinimumLowered'>['data'];
      return [[nominationId, { minimum, reason }]];
    }),
  );

export const findLowered = async (db: Db, { cycleId, group }: { cycleId: string; group: string }): Promise<Lowered> =>
  loweredIn(await readStreams(db.readPool, [panelStream(cycleId, group).id]));
