// How far behind a follower of the feed is.
import { type CursorKey, findCursor } from '../db/cursors.ts';
import type { Db } from '../db/database.ts';
import { beginning, readLog } from '../db/event-store.ts';

/**
 * `ms` is the age of the oldest event that waits for it, 0 when none does, also where an open transaction holds the feed back;
 * `state` is running, or why it is not.
 */
export type Lag = { ms: number; state: string };

export async function findLag(db: Db, key: CursorKey): Promise<Lag> {
  const cursor = await findCursor(db, key);
  const [next] = await readLog(db.readPool, cursor ?? beginning, 1);
  const ms = next === undefined ? 0 : Math.max(0, Date.now() - new Date(next.meta.at).getTime());
  return { ms, state: cursor?.state ?? 'not started' };
}
