// Sessions looked up a moment ago, so that a request costs no query; forgotten at once, in every process, when one ends.
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';

export type Session = { personId: string; sessionId: string; openedAt: Date; expiresAt: Date };

export type SessionCache = {
  /** The session that the credential stands for, from memory or from `look`. */
  find(credential: string, look: () => Promise<Session | null>): Promise<Session | null>;
  /** Forgets what a person's credentials stand for, here and in the other processes. */
  forget(personId: string): Promise<void>;
  close(): Promise<void>;
};

const channel = 'laureate_sessions';
const lifetime = 60_000;
const capacity = 10_000;

/**
 * Listens for endings elsewhere on a connection of its own from the pool. While that connection is away nothing is
 * remembered: what other processes end would not be heard of.
 */
export function openSessionCache(pool: pg.Pool): SessionCache {
  const memory = new Map<string, { session: Session; until: number }>();
  const closing = new AbortController();
  let hears = false;
  /** Tells a look that was under way when something ended: its answer may be out of date. */
  let endings = 0;

  const clear = () => {
    endings += 1;
    memory.clear();
  };
  const drop = (personId: string) => {
    endings += 1;
    for (const [credential, { session }] of memory) if (session.personId === personId) memory.delete(credential);
  };
  const listening = listen(pool, closing.signal, drop, (now) => {
    hears = now;
    clear();
  });

  async function find(credential: string, look: () => Promise<Session | null>): Promise<Session | null> {
    const known = memory.get(credential);
    if (known !== undefined && known.until > Date.now()) return known.session;
    const before = endings;
    const session = await look();
    memory.delete(credential);
    if (session !== null && hears && before === endings) {
      const until = Math.min(Date.now() + lifetime, session.expiresAt.getTime());
      memory.set(credential, { session, until });
      for (const oldest of memory.keys()) if (memory.size > capacity) memory.delete(oldest);
    }
    return session;
  }

  async function forget(personId: string): Promise<void> {
    drop(personId);
    await pool.query('select pg_notify($1, $2)', [channel, personId]);
  }

  async function close(): Promise<void> {
    closing.abort();
    await listening;
  }

  return { find, forget, close };
}

/** Keeps one listening connection until the signal, and opens another when it breaks. */
async function listen(
  pool: pg.Pool,
  signal: AbortSignal,
  ended: (personId: string) => void,
  hears: (now: boolean) => void,
): Promise<void> {
  while (!signal.aborted) {
    await listenOnce(pool, signal, ended, hears).catch(() => {});
    hears(false);
    if (!signal.aborted) await setTimeout(1_000, undefined, { signal }).catch(() => {});
  }
}

async function listenOnce(
  pool: pg.Pool,
  signal: AbortSignal,
  ended: (personId: string) => void,
  hears: (now: boolean) => void,
): Promise<void> {
  const client = await pool.connect();
  const broken = Promise.withResolvers<void>();
  const stop = () => broken.resolve();
  client.on('error', stop);
  client.on('end', stop);
  client.on('notification', ({ payload }) => ended(payload ?? ''));
  signal.addEventListener('abort', stop, { once: true });
  try {
    await client.query(`listen ${channel}`);
    hears(true);
    if (!signal.aborted) await broken.promise;
  } finally {
    signal.removeEventListener('abort', stop);
    client.release(true);
  }
}
