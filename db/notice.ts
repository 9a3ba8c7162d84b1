// Tells the followers of the feed that there is something new: after the commit, never inside it, at most every 25 ms.
import type { Db } from './database.ts';

export const channel = 'laureate_feed';
const waiting = new WeakMap<Db, NodeJS.Timeout>();

/** A lost notice does no harm: followers also look by themselves. */
export function notice(db: Db): void {
  if (waiting.has(db)) return;
  const timer = setTimeout(() => {
    waiting.delete(db);
    db.pool.query(`notify ${channel}`).catch(() => {});
  }, 25);
  timer.unref();
  waiting.set(db, timer);
}
