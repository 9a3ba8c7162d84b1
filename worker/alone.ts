// Of many workers, one does a thing: whoever holds the advisory lock, on a connection of its own. The others stand by.
import pg from 'pg';
import type { Db } from '../db/database.ts';
import { isOutage } from '../db/statements.ts';
import { pause } from '../db/wake.ts';

const askAgainMs = 1_000;

/**
 * Does the work while no one else does. The signal that the work gets also ends it when the lock's connection breaks; then the
 * lock is asked for again. Two at once are possible for a moment, so the work must bear it.
 */
export async function workAlone(
  db: Db,
  lock: string,
  work: (signal: AbortSignal) => Promise<void>,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted) {
    try {
      await standBy(db, lock, work, signal);
    } catch (error) {
      if (!isOutage(error)) throw error;
    }
    await pause(askAgainMs, signal);
  }
}

async function standBy(
  db: Db,
  lock: string,
  work: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const client = new pg.Client({ connectionString: db.url, application_name: `laureate-${lock}`, keepAlive: true });
  const broken = new AbortController();
  client.on('error', () => broken.abort());
  client.on('end', () => broken.abort());
  try {
    await client.connect();
    const ended = AbortSignal.any([signal, broken.signal]);
    while (!ended.aborted && !(await take(client, lock))) await pause(askAgainMs, ended);
    if (!ended.aborted) await work(ended);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Asked rather than waited for: a statement that waits would keep old rows from being cleaned up. */
async function take(client: pg.Client, lock: string): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as taken', [
    `laureate ${lock}`,
  ]);
  return rows[0].taken;
}
