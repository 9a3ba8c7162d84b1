// When to look at the feed again: at each notice of a commit, and every 250 ms whether or not there was one.
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { Db } from './database.ts';
import { channel } from './notice.ts';
import { isOutage } from './statements.ts';

const poll = 250;

/** `ticket` resolves at the next ring. Drawn before a look, it also tells of what came during the look. */
export type Bell = { ticket(): Promise<void>; closed: Promise<void> };

/** Rings at notices, by the clock, and once at the signal. One bell serves any number of followers. */
export function openBell(db: Db, signal: AbortSignal): Bell {
  let next = Promise.withResolvers<void>();
  const ring = () => {
    const rung = next;
    next = Promise.withResolvers();
    rung.resolve();
  };
  const clock = setInterval(ring, poll);
  const stop = () => {
    clearInterval(clock);
    ring();
  };
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  return { ticket: () => next.promise, closed: listen(db, signal, ring) };
}

/** Calls `look` at once and at each ring, never twice at a time, until the signal. While the database is away it goes on asking. */
export async function follow(bell: Bell, signal: AbortSignal, look: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    const ticket = bell.ticket();
    await look().catch((error: unknown) => {
      if (!isOutage(error)) throw error;
    });
    if (!signal.aborted) await ticket;
  }
}

/** Keeps one listening connection, and opens another when it breaks; without one there is still the clock. */
async function listen(db: Db, signal: AbortSignal, ring: () => void): Promise<void> {
  while (!signal.aborted) {
    await listenOnce(db, signal, ring).catch(() => {});
    await pause(1_000, signal);
  }
}

async function listenOnce(db: Db, signal: AbortSignal, ring: () => void): Promise<void> {
  const client = new pg.Client({ connectionString: db.url, application_name: 'laureate-listen', keepAlive: true });
  client.on('error', () => {});
  client.on('notification', ring);
  const end = () => void client.end().catch(() => {});
  try {
    await client.connect();
    const ended = once(client, 'end');
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) return;
    await client.query(`listen ${channel}`);
    ring();
    await ended;
  } finally {
    signal.removeEventListener('abort', end);
    await client.end().catch(() => {});
  }
}

/** Ends early, and quietly, at the signal. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch(() => {});
