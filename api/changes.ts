// Tells whoever follows changes when there may be news: one look at the store for all of a process's followers.
import { findCursor } from '../db/cursors.ts';
import type { Db } from '../db/database.ts';
import { beginning, isBefore, type Place } from '../db/event-store.ts';
import type { Log } from '../db/log.ts';
import { history } from '../db/read-models/history.ts';
import { follow, openBell, pause } from '../db/wake.ts';

export type News = {
  /** Where the history stands. */
  place(): Promise<Place>;
  /** Resolves once the history has passed the place; after the time, or at the signal, in any case. */
  after(place: Place, ms: number, signal: AbortSignal): Promise<void>;
};

type Waiter = { place: Place; tell: () => void };

/** Asks nothing before somebody waits; ends with the signal. */
export function openNews(db: Db, stopping: AbortSignal, log: Log): News {
  const waiting = new Set<Waiter>();
  let looks = false;
  const place = async (): Promise<Place> => {
    const { tx, position } = (await findCursor(db, history)) ?? beginning;
    return { tx, position };
  };
  const look = async () => {
    if (waiting.size === 0) return;
    const now = await place();
    for (const waiter of waiting) if (isBefore(waiter.place, now)) waiter.tell();
  };
  const after: News['after'] = async (seen, ms, signal) => {
    if (!looks)
      follow(openBell(db, stopping), stopping, look).catch((err) => log.error({ err }, 'nobody looks for news'));
    looks = true;
    const over = new AbortController();
    const waiter = { place: seen, tell: () => over.abort() };
    waiting.add(waiter);
    await pause(ms, AbortSignal.any([over.signal, signal, stopping]));
    waiting.delete(waiter);
  };
  return { place, after };
}
