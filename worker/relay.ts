// The event log is the outbox: the relay follows it and sees to what follows each event. Of many workers one relays.
import type { Db } from '../db/database.ts';
import { findEvent, type Recorded } from '../db/event-store.ts';
import type { Log } from '../db/log.ts';
import { followFeed } from '../db/projections.ts';
import { isOutage } from '../db/statements.ts';
import { pause } from '../db/wake.ts';
import type { AwardsEvent } from '../domain/events.ts';
import { workAlone } from './alone.ts';
import { problemOf } from './problem.ts';
import { isTemporalAway } from './starts.ts';

export type Handle = (event: Recorded<AwardsEvent>) => Promise<void>;
export type RelayParts = {
  db: Db;
  /** What is done for each event; at least once, in order. */
  handle: Handle;
  /** What whoever becomes the active one does first. */
  takeOver(): Promise<unknown>;
  log: Log;
  /** Failures of one event, outages aside, after which it is put aside. */
  parkAfter?: number;
};

/** The relay's place in the feed, a row of `projections`. */
export const relayCursor = { name: 'relay', version: 1 };

/** Relays while no other worker does, until the signal. While the database or Temporal is away it stays on its event. */
export async function runRelay(parts: RelayParts, { signal }: { signal: AbortSignal }): Promise<void> {
  const { db, log } = parts;
  const active = async (held: AbortSignal) => {
    log.info({}, 'This worker relays.');
    await takeOver(parts, held);
    const onError = (error: unknown, { eventId, type }: Recorded<AwardsEvent>) =>
      log.warn({ eventId, type, problem: problemOf(error) }, 'An event could not be relayed yet.');
    await followFeed(db, relayCursor.name, parking(parts), { signal: held, onError });
  };
  await workAlone(db, 'relay', active, { signal });
}

const isAway = (error: unknown) => isTemporalAway(error) || isOutage(error);

/** Waits for Temporal. Any other failure is left to the audit, which tries again. */
async function takeOver({ takeOver: first, log }: RelayParts, signal: AbortSignal): Promise<void> {
  for (let wait = 250; !signal.aborted; wait = Math.min(wait * 2, 60_000)) {
    try {
      await first();
      return;
    } catch (error) {
      log.warn({ problem: problemOf(error) }, 'Processes of other versions could not be taken over.');
      if (!isAway(error)) return;
      await pause(wait, signal);
    }
  }
}

/** One event that always fails must not hold up all others for good: it is put aside for an operator. */
function parking({ db, handle, log, parkAfter = 20 }: RelayParts): Handle {
  let failing = { eventId: '', times: 0 };
  return async (event) => {
    const { eventId, type } = event;
    try {
      await handle(event);
    } catch (error) {
      if (isAway(error)) throw error;
      failing = { eventId, times: failing.eventId === eventId ? failing.times + 1 : 1 };
      if (failing.times < parkAfter) throw error;
      await park(db, event, problemOf(error));
      log.error({ eventId, type, problem: problemOf(error) }, 'An event was parked: an operator has to resume it.');
    }
  };
}

async function park(db: Db, { eventId, type, streamId }: Recorded<AwardsEvent>, problem: string): Promise<void> {
  await db.read
    .insertInto('relay_parked')
    .values({ event_id: eventId, type, stream_id: streamId, problem })
    .onConflict((conflict) => conflict.column('event_id').doUpdateSet({ problem }))
    .execute();
}

/** An operator's act: handles a parked event again. Throws what it fails with; then it stays parked. @returns false for an unknown one. */
export async function resumeParked(
  { db, handle }: Pick<RelayParts, 'db' | 'handle'>,
  eventId: string,
): Promise<boolean> {
  const row = await db.read
    .selectFrom('relay_parked')
    .select('stream_id')
    .where('event_id', '=', eventId)
    .executeTakeFirst();
  const event = row && (await findEvent(db, row.stream_id, eventId));
  if (event === undefined) return false;
  await handle(event);
  await db.read.deleteFrom('relay_parked').where('event_id', '=', eventId).execute();
  return true;
}
