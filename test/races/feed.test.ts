// Races around the feed: a reader among writers that pause and roll back, and a projector that is killed at work.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginning, type Place, readFeed } from '../../db/event-store.ts';
import { execute } from '../../db/execute.ts';
import { type AsyncProjection, projectOnce, runProjections } from '../../db/projections.ts';
import { isOutage } from '../../db/statements.ts';
import { meta, newStream, openStore, rounds, run, type Store, settle, statement } from './support/store.ts';
import { nomination, nominationStream } from './support/toys.ts';

let store: Store;
beforeAll(async () => {
  store = await openStore({ max: 20 });
  await run(store.db, 'create table seen (event_id uuid primary key, times int not null)');
  await run(store.db, 'create table totals (name text primary key, n int not null)');
});
afterAll(() => store.close());

const insert = `insert into events (stream_id, version, event_id, type, schema_version, data, meta)
  values ($1, 1, gen_random_uuid(), 'Submitted', 1, '{}', '{}')`;

/** Writes into the log by hand: draws its number and its position, dawdles, and now and then thinks better of it. */
async function dawdle(client: pg.Client, committed: Set<string>): Promise<void> {
  for (let turn = 0; turn < rounds; turn += 1) {
    const stream = newStream('nomination');
    await client.query('begin');
    if (Math.random() < 0.5) await client.query('select pg_current_xact_id()');
    await setTimeout(Math.random() * 4);
    await client.query('insert into streams (stream_id, kind, version) values ($1, $2, 1)', [stream, 'nomination']);
    await client.query(insert, [stream]);
    await setTimeout(Math.random() * 6);
    if (Math.random() < 0.2) await client.query('rollback');
    else {
      committed.add(stream);
      await client.query('commit');
    }
  }
}

describe('16 writers with pauses and rollbacks, and one reader', () => {
  it('shows every event once, in the order of the pair', async () => {
    const { db, url } = store;
    const clients = await Promise.all(
      Array.from({ length: 16 }, async () => {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        return client;
      }),
    );
    const committed = new Set<string>();
    let writing = true;
    const written = Promise.all(clients.map((client) => dawdle(client, committed))).then(() => {
      writing = false;
    });
    const read: string[] = [];
    const places: Place[] = [];
    for (let after: Place = beginning; ; ) {
      const over = !writing;
      const events = await readFeed(db, after, 7);
      read.push(...events.map(({ streamId }) => streamId));
      places.push(...events.map(({ tx, position }) => ({ tx, position })));
      after = events.at(-1) ?? after;
      if (over && events.length === 0) break;
    }
    await written;
    await Promise.all(clients.map((client) => client.end()));
    expect(read).toHaveLength(committed.size);
    expect(new Set(read)).toEqual(committed);
    const ordered = places.toSorted((a, b) => Number(BigInt(a.tx) - BigInt(b.tx)) || a.position - b.position);
    expect(places).toEqual(ordered);
    // The race was one: the order of positions is not the order of the feed.
    expect(places.map(({ position }) => position)).not.toEqual(
      ordered.map(({ position }) => position).sort((a, b) => a - b),
    );
  });
});

/** Counts, so that an event that is projected twice or not at all shows. It dawdles, so that it is killed in between. */
const counting = (name: string, dawdles: number): AsyncProjection => ({
  name,
  version: 1,
  tables: [],
  project: (events) => [
    statement(`select pg_sleep(${dawdles})`),
    statement(
      'insert into totals values ($1, $2) on conflict (name) do update set n = totals.n + excluded.n',
      name,
      events.length,
    ),
    statement(`select pg_sleep(${dawdles})`),
  ],
});

describe('a projector that is killed between its effect and its cursor', () => {
  it('makes no difference', async () => {
    const { db, url } = store;
    const killer = new pg.Client({ connectionString: url });
    await killer.connect();
    const name = `kill-${randomUUID()}`;
    const projection = counting(name, 0.004);
    let kills = 0;
    for (let round = 0; round < rounds; round += 1) {
      await settle(4, () =>
        execute(
          db,
          nomination,
          nominationStream(newStream('nomination')),
          { type: 'Submit', data: { text: 'x' } },
          meta(),
        ),
      );
      const projecting = projectOnce(db, projection).then(
        () => true,
        (error: unknown) => {
          if (!isOutage(error)) throw error;
          return false;
        },
      );
      await setTimeout(Math.random() * 12);
      await killer.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(0.004)%' and pid <> pg_backend_pid()",
      );
      if (!(await projecting)) kills += 1;
    }
    await projectOnce(db, projection);
    await killer.end();
    const [total] = await run(db, 'select count(*)::int as n from events');
    expect(await run(db, 'select n from totals where name = $1', name)).toEqual([total]);
    expect(kills).toBeGreaterThan(5);
  });
});

describe('three projectors of one read model', () => {
  it('count every event once between them', async () => {
    const { db } = store;
    const projection = counting(`shared-${randomUUID()}`, 0);
    const stop = new AbortController();
    const running = Promise.all([1, 2, 3].map(() => runProjections(db, [projection], { signal: stop.signal })));
    for (let round = 0; round < rounds; round += 1) {
      await settle(8, () =>
        execute(
          db,
          nomination,
          nominationStream(newStream('nomination')),
          { type: 'Submit', data: { text: 'x' } },
          meta(),
        ),
      );
    }
    await projectOnce(db, projection);
    stop.abort();
    await running;
    const [total] = await run(db, 'select count(*)::int as n from events');
    expect(await run(db, 'select n from totals where name = $1', projection.name)).toEqual([total]);
  });
});
