// What is remembered of sessions, and when it is forgotten.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSessionCache, type Session, type SessionCache } from '../../api/session-cache.ts';
import { freshDatabase } from '../support/database.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let pool: pg.Pool;
let cache: SessionCache;

beforeAll(async () => {
  database = await freshDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 6 });
  pool.on('error', () => {});
});
beforeEach(async () => {
  cache = openSessionCache(pool);
  await listeners(1);
});
afterEach(async () => {
  vi.useRealTimers();
  await cache.close();
  await listeners(0);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const listening = "from pg_stat_activity where datname = current_database() and query = 'listen laureate_sessions'";
const listeners = (count: number) =>
  expect
    .poll(async () => (await pool.query(`select count(*)::int as count ${listening}`)).rows, { timeout: 5_000 })
    .toEqual([{ count }]);

const session = (changes: Partial<Session> = {}): Session => ({
  personId: randomUUID(),
  sessionId: randomUUID(),
  openedAt: new Date(),
  expiresAt: new Date(Date.now() + 3_600_000),
  ...changes,
});
/** A look that counts how often it was asked. */
const looking = (found: Session | null) => vi.fn(async () => found);

describe('find', () => {
  it('looks once for each credential', async () => {
    const [ours, theirs] = [session(), session()];
    const look = looking(ours);
    expect(await cache.find('a', look)).toEqual(ours);
    expect(await cache.find('a', look)).toEqual(ours);
    expect(await cache.find('b', looking(theirs))).toEqual(theirs);
    expect(look).toHaveBeenCalledTimes(1);
  });
  it('does not remember that there was no session', async () => {
    expect(await cache.find('a', looking(null))).toEqual(null);
    const ours = session();
    expect(await cache.find('a', looking(ours))).toEqual(ours);
  });
  it('looks again after a minute', async () => {
    const look = looking(session());
    await cache.find('a', look);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 59_000 });
    await cache.find('a', look);
    expect(look).toHaveBeenCalledTimes(1);
    vi.setSystemTime(Date.now() + 1_000);
    await cache.find('a', look);
    expect(look).toHaveBeenCalledTimes(2);
  });
  it('remembers a session no longer than it lasts', async () => {
    const look = looking(session({ expiresAt: new Date(Date.now() + 10_000) }));
    await cache.find('a', look);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });
    await cache.find('a', look);
    expect(look).toHaveBeenCalledTimes(2);
  });
  it('forgets everything when it can hear of endings no more', async () => {
    const look = looking(session());
    await cache.find('a', look);
    await pool.query(`select pg_terminate_backend(pid) ${listening}`);
    await expect.poll(() => cache.find('a', look).then(() => look.mock.calls.length)).toBeGreaterThan(1);
    await listeners(1);
  });
  it('remembers nothing while it cannot hear of endings', async () => {
    const nowhere = new pg.Pool({ connectionString: 'postgres://127.0.0.1:1/none' });
    const deaf = openSessionCache(nowhere);
    const look = looking(session());
    await deaf.find('a', look);
    await deaf.find('a', look);
    expect(look).toHaveBeenCalledTimes(2);
    await deaf.close();
    await nowhere.end();
  });
});

describe('forget', () => {
  it("drops all of a person's credentials, and nobody else's", async () => {
    const [ours, theirs] = [session(), session()];
    const [look, other] = [looking(ours), looking(theirs)];
    for (const credential of ['a', 'b']) await cache.find(credential, look);
    await cache.find('c', other);
    await cache.forget(ours.personId);
    for (const credential of ['a', 'b']) await cache.find(credential, look);
    await cache.find('c', other);
    expect([look.mock.calls.length, other.mock.calls.length]).toEqual([4, 1]);
  });
  it('overtakes a look that is under way', async () => {
    const ours = session();
    const slow = Promise.withResolvers<Session | null>();
    const finding = cache.find('a', () => slow.promise);
    await cache.forget(ours.personId);
    slow.resolve(ours);
    await finding;
    expect(await cache.find('a', looking(null))).toEqual(null);
  });
  it('reaches the other processes', async () => {
    const elsewhere = openSessionCache(pool);
    await listeners(2);
    const ours = session();
    await elsewhere.find('a', looking(ours));
    await cache.forget(ours.personId);
    await expect.poll(() => elsewhere.find('a', looking(null))).toEqual(null);
    await elsewhere.close();
  });
});
