// The relay: every event once it is its turn, one worker at a time, nothing skipped but by parking.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lastPlace } from '../../db/event-store.ts';
import { execute } from '../../db/execute.ts';
import { waitFor } from '../../db/projections.ts';
import { findLag } from '../../worker/lag.ts';
import { type RelayParts, relayCursor, resumeParked, runRelay } from '../../worker/relay.ts';
import { meta, newStream, openStore, run, type Store } from '../races/support/store.ts';
import { nomination, nominationStream } from '../races/support/toys.ts';
import { memoryLog } from './support.ts';

let store: Store;
const relays: { stop: AbortController; ended: Promise<void> }[] = [];
beforeAll(async () => {
  store = await openStore();
});
const stopAll = async () => {
  for (const { stop } of relays) stop.abort();
  await Promise.all(relays.splice(0).map(({ ended }) => ended));
};
afterEach(async () => {
  await stopAll();
  await run(store.db, 'delete from relay_parked');
});
afterAll(() => store.close());

const append = (text: string) =>
  execute(store.db, nomination, nominationStream(newStream('nomination')), { type: 'Submit', data: { text } }, meta());
const textOf = (event: { data: object }) => String(Reflect.get(event.data, 'text'));
const start = (parts: Partial<RelayParts> & Pick<RelayParts, 'handle'>) => {
  const stop = new AbortController();
  const log = memoryLog();
  const complete = { db: store.db, takeOver: async () => {}, log, ...parts };
  const relay = { stop, ended: runRelay(complete, { signal: stop.signal }), log };
  relays.push(relay);
  return relay;
};
const caughtUp = async () => waitFor(store.db, [relayCursor.name], await lastPlace(store.db), 10_000);
const away = () =>
  Object.assign(new Error('Failed'), {
    cause: Object.assign(new Error('14 UNAVAILABLE'), { code: 14, details: '', metadata: {} }),
  });

describe('runRelay', () => {
  it('takes over first, then hands every event on in order', async () => {
    const seen: string[] = [];
    await append('one');
    await append('two');
    start({
      takeOver: async () => void seen.push('taken over'),
      handle: async (event) => void seen.push(textOf(event)),
    });
    expect(await caughtUp()).toBe(true);
    expect(seen).toEqual(['taken over', 'one', 'two']);
  });

  it('stays on its event while Temporal is away, however often that fails', async () => {
    const tries: string[] = [];
    await append('waiting');
    await append('behind it');
    start({
      parkAfter: 2,
      handle: async (event) => {
        tries.push(textOf(event));
        if (tries.length < 4) throw away();
      },
    });
    expect(await caughtUp()).toBe(true);
    expect(tries).toEqual(['waiting', 'waiting', 'waiting', 'waiting', 'behind it']);
    expect(await run(store.db, 'select * from relay_parked')).toEqual([]);
  });

  it('waits with everything until it could take over', async () => {
    const seen: string[] = [];
    await append('first');
    start({
      takeOver: async () => {
        seen.push('asked');
        if (seen.length < 3) throw away();
      },
      handle: async (event) => void seen.push(textOf(event)),
    });
    expect(await caughtUp()).toBe(true);
    expect(seen).toEqual(['asked', 'asked', 'asked', 'first']);
  });

  it('parks an event that keeps failing for another reason, and goes on', async () => {
    const seen: string[] = [];
    await append('poison');
    await append('wholesome');
    const { log } = start({
      parkAfter: 3,
      handle: async (event) => {
        seen.push(textOf(event));
        if (textOf(event) === 'poison') throw new TypeError('Cannot read it');
      },
    });
    expect(await caughtUp()).toBe(true);
    expect(seen).toEqual(['poison', 'poison', 'poison', 'wholesome']);
    expect(await run(store.db, 'select type, problem from relay_parked')).toEqual([
      { type: 'Submitted', problem: 'Cannot read it' },
    ]);
    expect(log.lines.at(-1)).toContain('parked');
  });

  it('is done by one worker, and by another within moments after that one ends', async () => {
    const seen: string[] = [];
    const handleAs = (name: string) => async (event: { data: object }) => void seen.push(`${name} ${textOf(event)}`);
    const first = start({ handle: handleAs('first') });
    await append('a');
    await caughtUp();
    start({ handle: handleAs('second') });
    await append('b');
    await caughtUp();
    await setTimeout(1_200);
    await append('c');
    await caughtUp();
    first.stop.abort();
    await first.ended;
    await append('d');
    await caughtUp();
    expect(seen).toEqual(['first a', 'first b', 'first c', 'second d']);
  });

  it('goes on after its lock’s connection has broken', async () => {
    const seen: string[] = [];
    start({ handle: async (event) => void seen.push(textOf(event)) });
    await append('before');
    await caughtUp();
    const killer = new pg.Client({ connectionString: store.url });
    await killer.connect();
    await killer.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'laureate-relay' and datname = current_database()",
    );
    await killer.end();
    await append('after');
    expect(await caughtUp()).toBe(true);
    expect(new Set(seen)).toEqual(new Set(['before', 'after']));
  });

  it('shows how far behind it is, also where an open transaction holds the feed back', async () => {
    start({ handle: async () => {} });
    await caughtUp();
    await stopAll();
    expect(await findLag(store.db, relayCursor)).toEqual({ ms: 0, state: 'running' });
    const holder = await store.db.readPool.connect();
    await holder.query('begin; create temp table held (id int)');
    await append('held back by what is open');
    await setTimeout(300);
    expect((await findLag(store.db, relayCursor)).ms).toBeGreaterThanOrEqual(250);
    await holder.query('rollback');
    holder.release();
    expect(await findLag(store.db, { name: 'nobody', version: 1 })).toMatchObject({ state: 'not started' });
  });
});

describe('resumeParked', () => {
  it('handles the event again and forgets that it was parked', async () => {
    const seen: string[] = [];
    await append('to be resumed');
    start({ parkAfter: 1, handle: () => Promise.reject(new Error('not yet')) });
    await caughtUp();
    const parked = await run<{ event_id: string }>(
      store.db,
      'select event_id from relay_parked order by parked_at desc',
    );
    const id = parked[0]?.event_id ?? '';
    await expect(
      resumeParked({ db: store.db, handle: () => Promise.reject(new Error('still not')) }, id),
    ).rejects.toThrow('still not');
    expect(await run(store.db, 'select 1 as there from relay_parked where event_id = $1', id)).toHaveLength(1);
    expect(await resumeParked({ db: store.db, handle: async (event) => void seen.push(textOf(event)) }, id)).toBe(true);
    expect(seen).toEqual(['to be resumed']);
    expect(await run(store.db, 'select 1 as there from relay_parked where event_id = $1', id)).toEqual([]);
  });

  it('knows nothing of an event that is not parked', async () => {
    expect(await resumeParked({ db: store.db, handle: async () => {} }, randomUUID())).toBe(false);
  });
});
