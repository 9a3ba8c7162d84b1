// Races between streams: a close against submissions, a quota, and two streams that guard each other.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginning, readFeed } from '../../db/event-store.ts';
import { execute } from '../../db/execute.ts';
import { meta, newStream, openStore, outcomes, rounds, run, type Store, settle } from './support/store.ts';
import { cycle, cycleStream, nomination, nominationStream, taker, takerStream } from './support/toys.ts';

let store: Store;
beforeAll(async () => {
  store = await openStore({ max: 24 });
  // What deadlocks by design is over soon; connections made from here on know it.
  const [{ name } = { name: '' }] = await run<{ name: string }>(store.db, 'select current_database() as name');
  await run(store.db, `alter database ${name} set deadlock_timeout = '20ms'`);
});
afterAll(() => store.close());

describe('a close against 20 submissions', () => {
  it('has none after it, in the log and in the feed', async () => {
    const { db } = store;
    let before = 0;
    for (let round = 0; round < rounds; round += 1) {
      const phase = cycleStream(newStream('cycle'));
      await execute(db, cycle, phase, { type: 'Open' }, meta());
      const streams = Array.from({ length: 20 }, () => nominationStream(newStream('nomination')));
      const submit = async (index: number) => {
        const stream = streams[index];
        if (stream !== undefined)
          await execute(db, nomination, stream, { type: 'Submit', data: { text: 'x', cycle: phase.id } }, meta());
      };
      const close = () => execute(db, cycle, phase, { type: 'Close' }, meta());
      const results = await settle<unknown>(21, (index) =>
        index === round % 21 ? close() : submit(index === 20 ? round % 21 : index),
      );
      const { done = 0, 'phase-closed': refused = 0, ...others } = outcomes(results);
      expect(others).toEqual({});
      expect(done + refused).toBe(21);
      before += done - 1;
      const ids = streams.map(({ id }) => id);
      const late = await run(
        db,
        `select 1 from events e, events c where e.stream_id = any ($1) and c.stream_id = $2 and c.version = 2
         and (e.meta->'guards'->>$2 <> '1' or (e.tx, e.position) > (c.tx, c.position))`,
        ids,
        phase.id,
      );
      expect(late).toEqual([]);
      expect(await run(db, 'select 1 from streams where stream_id = any ($1)', ids)).toHaveLength(done - 1);
    }
    expect(before).toBeGreaterThan(0);
    const closed = new Set<string>();
    for (let after = beginning; ; ) {
      const events = await readFeed(db, after, 100);
      for (const event of events) {
        const of = Object.keys(event.meta.guards);
        expect(of.filter((id) => closed.has(id))).toEqual([]);
        if ((event.type as string) === 'Closed') closed.add(event.streamId);
      }
      const last = events.at(-1);
      if (last === undefined) break;
      after = last;
    }
    expect(closed.size).toBe(rounds);
  });
});

describe('a quota of 10 with 30 at once', () => {
  it('lets exactly 10 through and refuses 20 by its own code', async () => {
    const { db } = store;
    for (let round = 0; round < rounds; round += 1) {
      const slot = `forward/${randomUUID()}`;
      await run(db, 'insert into capacities (key, used, cap) values ($1, 0, 10)', slot);
      const results = await settle(30, () =>
        execute(
          db,
          nomination,
          nominationStream(newStream('nomination')),
          { type: 'Submit', data: { text: 'x', slot } },
          meta(),
        ),
      );
      expect(outcomes(results)).toEqual({ done: 10, 'quota-full': 20 });
      expect(await run(db, 'select used from capacities where key = $1', slot)).toEqual([{ used: 10 }]);
      const stored = await run(db, "select 1 from events where type = 'Submitted' and data->>'slot' = $1", slot);
      expect(stored).toHaveLength(10);
    }
  });

  it('gives exactly the slots that come back to those who ask for them', async () => {
    const { db } = store;
    for (let round = 0; round < rounds; round += 1) {
      const slot = `forward/${randomUUID()}`;
      await run(db, 'insert into capacities (key, used, cap) values ($1, 5, 5)', slot);
      const results = await settle(20, (index) => {
        const data = { text: 'x', slot, ...(index < 5 && { back: true }) };
        return execute(db, nomination, nominationStream(newStream('nomination')), { type: 'Submit', data }, meta());
      });
      const { done = 0, 'quota-full': full = 0 } = outcomes(results);
      expect(done + full).toBe(20);
      expect(await run(db, 'select used from capacities where key = $1', slot)).toEqual([{ used: done - 5 }]);
    }
  });
});

describe('two quotas taken in either order', () => {
  it('never deadlock', async () => {
    const { db } = store;
    const both: typeof nomination = {
      ...nomination,
      decide: ({ data }) => ({
        events: data.text.split(' ').map((slot) => ({ type: 'Submitted', data: { text: data.text, slot } })),
      }),
    };
    for (let round = 0; round < rounds; round += 1) {
      const [one, other] = [`forward/${randomUUID()}`, `forward/${randomUUID()}`];
      await run(db, 'insert into capacities (key, used, cap) values ($1, 0, 99), ($2, 0, 99)', one, other);
      const results = await settle(10, (index) => {
        const text = index % 2 === 0 ? `${one} ${other}` : `${other} ${one}`;
        return execute(db, both, nominationStream(newStream('nomination')), { type: 'Submit', data: { text } }, meta());
      });
      expect(outcomes(results)).toEqual({ done: 10 });
    }
    expect(await deadlocks(db)).toBe(0);
  });
});

describe('two streams that guard each other', () => {
  it.each([
    ['of a guardable kind', 'judge'],
    ['of a kind without advisory locks', 'organisation'],
  ])('are never both taken, %s', async (_, kind) => {
    const { db } = store;
    for (let round = 0; round < 2 * rounds; round += 1) {
      const [one, other] = [takerStream(newStream(kind)), takerStream(newStream(kind))];
      const results = await Promise.allSettled([
        execute(db, taker(kind), one, { type: 'Take', data: { other: other.id } }, meta()),
        execute(db, taker(kind), other, { type: 'Take', data: { other: one.id } }, meta()),
      ]);
      expect(outcomes(results)).toEqual({ done: 1, taken: 1 });
      expect(await run(db, 'select 1 from events where stream_id in ($1, $2)', one.id, other.id)).toHaveLength(1);
    }
    if (kind === 'judge') expect(await deadlocks(db)).toBe(0);
  });
});

async function deadlocks(db: Store['db']): Promise<number | undefined> {
  const text = 'select deadlocks from pg_stat_database where datname = current_database()';
  const [row] = await run<{ deadlocks: number }>(db, text);
  return row?.deadlocks;
}
