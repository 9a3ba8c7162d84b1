// Read models from the feed: caught up, stopped by a failing event, waited for, rebuilt; and what is counted from the log.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginning, lastPlace } from '../../db/event-store.ts';
import { execute } from '../../db/execute.ts';
import {
  type AsyncProjection,
  followFeed,
  type InlineProjection,
  projectOnce,
  resumeProjection,
  runProjections,
  waitFor,
} from '../../db/projections.ts';
import { type Counting, rebuild, rebuildInline, recountCapacities } from '../../db/rebuild.ts';
import { meta, newStream, openStore, run, type Store, statement } from '../races/support/store.ts';
import { nomination, nominationStream } from '../races/support/toys.ts';

/** The last text of each nomination. */
const projectTexts: InlineProjection = (event) => [
  statement(
    'insert into texts values ($1, $2) on conflict (id) do update set text = excluded.text',
    event.streamId,
    Reflect.get(event.data, 'text'),
  ),
];

let store: Store;
let stop = new AbortController();
let following: Promise<unknown>[] = [];
beforeAll(async () => {
  store = await openStore({ inline: [projectTexts] });
  await run(store.db, 'create table texts (id text primary key, text text)');
  await run(store.db, "create table lines (name text, line text check (line <> 'broken'), tx xid8, position int8)");
});
afterEach(async () => {
  stop.abort();
  await Promise.all(following);
  stop = new AbortController();
  following = [];
});
afterAll(() => store.close());

/** One line for each event, never overwritten: doubles and gaps show. */
const lines = (name: string, version = 1): AsyncProjection => ({
  name,
  version,
  tables: ['lines'],
  project: (events) =>
    events.map((event) =>
      statement(
        'insert into lines values ($1, $2, $3, $4)',
        name,
        Reflect.get(event.data, 'text'),
        event.tx,
        event.position,
      ),
    ),
});
const linesOf = async (name: string) =>
  (await run<{ line: string }>(store.db, 'select line from lines where name = $1 order by tx, position', name)).map(
    ({ line }) => line,
  );
const stateOf = async (name: string) =>
  (await run<{ state: string }>(store.db, 'select state from projections where name = $1 order by version', name)).map(
    ({ state }) => state,
  );
const submit = (text: string, data: { slot?: string; back?: boolean } = {}, id = newStream('nomination')) =>
  execute(store.db, nomination, nominationStream(id), { type: 'Submit', data: { text, ...data } }, meta());
/** As one does whose line has broken. */
const submitAgain = (text: string): ReturnType<typeof submit> => submit(text).catch(() => submitAgain(text));
const start = (projections: AsyncProjection[]) => {
  following.push(runProjections(store.db, projections, { signal: stop.signal }));
};
const texts = async () =>
  (await run<{ text: string }>(store.db, "select data->>'text' as text from events order by tx, position")).map(
    ({ text }) => text,
  );
const until = async (condition: () => Promise<boolean>) => {
  while (!(await condition())) await setTimeout(10);
};

describe('projectOnce', () => {
  it('projects every event once, in order, and then only what is new', async () => {
    const name = randomUUID();
    await submit('a');
    await submit('b');
    await projectOnce(store.db, lines(name));
    expect(await linesOf(name)).toEqual(await texts());
    await projectOnce(store.db, lines(name));
    await submit('c');
    await projectOnce(store.db, lines(name));
    expect(await linesOf(name)).toEqual(await texts());
  });

  it('moves nothing when the effect fails', async () => {
    const name = randomUUID();
    const failing: AsyncProjection = { ...lines(name), project: () => [statement('select 1 / 0')] };
    await expect(projectOnce(store.db, failing)).rejects.toThrow('division by zero');
    expect(await run(store.db, 'select tx, position, state from projections where name = $1', name)).toEqual([
      { tx: '0', position: 0, state: 'running' },
    ]);
  });

  it('gives what looks things up a database to look in', async () => {
    const name = randomUUID();
    const looking: AsyncProjection = {
      ...lines(name),
      project: async (events, db) => {
        const { version } = await db.selectFrom('streams').select('version').limit(1).executeTakeFirstOrThrow();
        return [statement('insert into lines values ($1, $2)', name, `${version > 0} ${events.length > 0}`)];
      },
    };
    await projectOnce(store.db, looking);
    expect(await linesOf(name)).toEqual(['true true']);
  });
});

describe('runProjections', () => {
  it('shows an event within moments, and passes its place', async () => {
    const name = randomUUID();
    start([lines(name)]);
    const { place } = await submit('shown');
    expect(await waitFor(store.db, [name], place, 2_000)).toBe(true);
    expect((await linesOf(name)).at(-1)).toBe('shown');
  });

  it('stops a projection at the failing event, which it names, and no other', async () => {
    const [good, bad] = [randomUUID(), randomUUID()];
    const fragile = { ...lines(bad), name: bad };
    start([lines(good), { ...fragile, project: fragile.project }]);
    await submit('fine');
    const { place } = await submit('fine too');
    await waitFor(store.db, [good, bad], place, 2_000);
    const command = meta();
    const id = newStream('nomination');
    await execute(store.db, nomination, nominationStream(id), { type: 'Submit', data: { text: 'broken' } }, command);
    const after = await submit('after');
    await until(async () => (await stateOf(bad))[0]?.startsWith('failed') ?? false);
    expect(await waitFor(store.db, [bad], after.place, 50)).toBe(false);
    const [{ event_id } = { event_id: '' }] = await run<{ event_id: string }>(
      store.db,
      'select event_id from events where stream_id = $1',
      id,
    );
    expect((await stateOf(bad))[0]).toContain(event_id);
    expect((await linesOf(bad)).at(-1)).toBe('fine too');
  });

  it('goes on after the operator resumes it, from the event that failed', async () => {
    const name = randomUUID();
    let healed = false;
    const healing: AsyncProjection = {
      ...lines(name),
      project: (events) => {
        if (!healed) throw new TypeError('Cannot read it');
        return events.map(() => statement('insert into lines values ($1, $2)', name, 'healed'));
      },
    };
    start([healing]);
    await until(async () => (await stateOf(name))[0]?.includes('Cannot read it') ?? false);
    await expect(projectOnce(store.db, healing)).rejects.toThrow('Cannot read it');
    healed = true;
    await resumeProjection(store.db, name);
    expect(await waitFor(store.db, [name], await lastPlace(store.db), 2_000)).toBe(true);
    expect(await linesOf(name)).toHaveLength((await texts()).length);
  });

  it('outlives its connections', async () => {
    const name = randomUUID();
    const plain: AsyncProjection = {
      ...lines(name),
      project: (events) => events.map(() => statement('insert into lines values ($1, $2)', name, 'x')),
    };
    start([plain]);
    const killer = new pg.Client({ connectionString: store.url });
    await killer.connect();
    for (let round = 0; round < 5; round += 1) {
      await submitAgain(`x${round}`);
      await killer.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'laureate%' and datname = current_database()",
      );
    }
    await killer.end();
    const { place } = await submitAgain('last');
    const reads = () =>
      texts().then(
        () => true,
        () => false,
      );
    await expect.poll(reads).toBe(true);
    expect(await waitFor(store.db, [name], place, 5_000)).toBe(true);
    expect(await linesOf(name)).toHaveLength((await texts()).length);
    expect(await stateOf(name)).toEqual(['running']);
  });

  it('starts a new version from empty tables and stops the one before', async () => {
    await run(store.db, 'create table versioned (line text)');
    // The new version starts while the old one is at work.
    const overtaken: AsyncProjection = {
      ...lines('versioned'),
      project: async () => {
        await projectOnce(store.db, versioned(2));
        return [statement("insert into versioned values ('too late')")];
      },
    };
    const versioned = (version: number): AsyncProjection => ({
      name: 'versioned',
      version,
      tables: ['versioned'],
      project: (events) => events.map(() => statement('insert into versioned values ($1)', `v${version}`)),
    });
    await projectOnce(store.db, versioned(1));
    await submit('for both versions');
    await expect(projectOnce(store.db, overtaken)).rejects.toThrow('superseded by 2');
    const count = (await texts()).length;
    expect(await run(store.db, 'select line, count(*) as n from versioned group by line')).toEqual([
      { line: 'v2', n: count },
    ]);
    await expect(projectOnce(store.db, versioned(1))).rejects.toThrow('superseded by 2');
    await rebuild(store.db, versioned(1));
    expect(await run(store.db, 'select line, count(*) as n from versioned group by line')).toEqual([
      { line: 'v1', n: count },
    ]);
    expect(await stateOf('versioned')).toEqual(['running']);
  });
});

describe('waitFor', () => {
  it('is true at once for what has passed, false in time for what has not or is not known', async () => {
    const name = randomUUID();
    await projectOnce(store.db, lines(name)).catch(() => {});
    const known = randomUUID();
    await run(store.db, "insert into projections (name, version, tx, position) values ($1, 1, '100000000', 5)", known);
    expect(await waitFor(store.db, [known], { tx: '100000000', position: 5 }, 0)).toBe(true);
    expect(await waitFor(store.db, [known], { tx: '99999999', position: 9 }, 0)).toBe(true);
    expect(await waitFor(store.db, [known], { tx: '100000000', position: 6 }, 20)).toBe(false);
    expect(await waitFor(store.db, [known, 'unknown'], beginning, 20)).toBe(false);
    expect(await waitFor(store.db, [], await lastPlace(store.db), 0)).toBe(true);
  });
});

describe('followFeed', () => {
  const follower = (handle: Parameters<typeof followFeed>[2], name: string, onError?: (error: unknown) => void) => {
    const signal = stop.signal;
    following.push(followFeed(store.db, name, handle, { signal, ...(onError && { onError }) }));
  };

  it('hands over every event in order, then moves its cursor', async () => {
    const name = randomUUID();
    const handed: unknown[] = [];
    follower(async (event) => void handed.push(Reflect.get(event.data, 'text')), name);
    const { place } = await submit('to be handed');
    expect(await waitFor(store.db, [name], place, 2_000)).toBe(true);
    expect(handed).toEqual(await texts());
  });

  it('stays on an event until it is handled, counting the attempts', async () => {
    const name = randomUUID();
    const seen: string[] = [];
    const errors: unknown[] = [];
    await submit('stubborn');
    follower(
      async (event, attempt) => {
        const text = Reflect.get(event.data, 'text');
        if (text !== 'stubborn') return;
        seen.push(`${text} ${attempt}`);
        if (attempt < 3) throw new Error(`not yet ${attempt}`);
      },
      name,
      (error) => errors.push(error),
    );
    expect(await waitFor(store.db, [name], await lastPlace(store.db), 5_000)).toBe(true);
    expect(seen).toEqual(['stubborn 1', 'stubborn 2', 'stubborn 3']);
    expect(errors).toEqual([new Error('not yet 1'), new Error('not yet 2')]);
  });

  it('goes on where it stood, repeating at most what was not yet recorded', async () => {
    const name = randomUUID();
    const handed: string[] = [];
    const handle = async (event: { eventId: string }) => void handed.push(event.eventId);
    follower(handle, name);
    await waitFor(store.db, [name], await lastPlace(store.db), 2_000);
    stop.abort();
    await Promise.all(following);
    stop = new AbortController();
    await submit('while away');
    follower(handle, name);
    expect(await waitFor(store.db, [name], await lastPlace(store.db), 2_000)).toBe(true);
    expect(handed).toHaveLength((await texts()).length);
    expect(new Set(handed).size).toBe(handed.length);
  });

  it('ends at the signal, also while it backs off', async () => {
    const ended = new AbortController();
    let tries = 0;
    const refuse = () => {
      tries += 1;
      return Promise.reject(new Error('no'));
    };
    const running = followFeed(store.db, randomUUID(), refuse, { signal: ended.signal });
    await expect.poll(() => tries).toBeGreaterThan(2);
    const before = tries;
    ended.abort();
    await running;
    expect(tries).toBe(before);
  });
});

describe('rebuild', () => {
  it('gives the same rows and the same place as following the feed did', async () => {
    const name = randomUUID();
    const mine: AsyncProjection = {
      ...lines(name),
      tables: ['rebuilt'],
      project: (events) => events.map((event) => statement('insert into rebuilt values ($1)', event.eventId)),
    };
    await run(store.db, 'create table rebuilt (id uuid primary key)');
    await projectOnce(store.db, mine);
    const live = await run(store.db, 'select id from rebuilt order by id');
    const cursor = await run(store.db, 'select tx, position, state from projections where name = $1', name);
    await run(store.db, 'insert into rebuilt values ($1)', randomUUID());
    await rebuild(store.db, mine);
    expect(await run(store.db, 'select id from rebuilt order by id')).toEqual(live);
    expect(await run(store.db, 'select tx, position, state from projections where name = $1', name)).toEqual(cursor);
    await submit('after the rebuild');
    await projectOnce(store.db, mine);
    expect(await run(store.db, 'select id from rebuilt')).toHaveLength(live.length + 1);
  });

  it('projects no more events at once than following does', async () => {
    const many: typeof nomination = {
      ...nomination,
      decide: () => ({
        events: Array.from({ length: 2_300 }, (_, index) => ({ type: 'Submitted', data: { text: `${index}` } })),
      }),
    };
    const stream = nominationStream(newStream('nomination'));
    await execute(store.db, many, stream, { type: 'Submit', data: { text: 'x' } }, meta());
    const sizes: number[] = [];
    const sizing: AsyncProjection = {
      ...lines(randomUUID()),
      tables: [],
      project: (events) => {
        sizes.push(events.length);
        return [];
      },
    };
    await projectOnce(store.db, sizing);
    await rebuild(store.db, sizing);
    expect(Math.max(...sizes)).toBe(1_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(2 * (await texts()).length);
  });
});

describe('rebuildInline', () => {
  it('gives the rows that the commands wrote, also while commands come in', async () => {
    const id = newStream('nomination');
    await submit('one', {}, id);
    await submit('two', {}, id);
    await run(store.db, "update texts set text = 'wrong'");
    const coming = Array.from({ length: 20 }, (_, index) => submit(`during ${index}`));
    await rebuildInline(store.db, ['texts'], [projectTexts]);
    await Promise.all(coming);
    const expected = await run(
      store.db,
      "select distinct on (stream_id) stream_id as id, data->>'text' as text from events order by stream_id, version desc",
    );
    expect(await run(store.db, 'select id, text from texts order by id')).toEqual(expected);
  });

  it('lets no command in between that it would then overwrite', async () => {
    const id = newStream('nomination');
    await submit('one', {}, id);
    await run(store.db, 'delete from texts where id = $1', id);
    const slow: InlineProjection = (event) => [
      ...(event.streamId === id ? [statement('select pg_sleep(0.15)')] : []),
      ...projectTexts(event),
    ];
    const rebuilding = rebuildInline(store.db, ['texts'], [slow]);
    await setTimeout(60);
    await submit('two', {}, id);
    await rebuilding;
    expect(await run(store.db, 'select text from texts where id = $1', id)).toEqual([{ text: 'two' }]);
  });

  it('leaves everything as it was when it fails', async () => {
    const before = await run(store.db, 'select * from texts order by id');
    const failing: InlineProjection = () => [statement('select 1 / 0')];
    await expect(rebuildInline(store.db, ['texts'], [failing])).rejects.toThrow('division by zero');
    expect(await run(store.db, 'select * from texts order by id')).toEqual(before);
    await submit('goes on');
  });
});

describe('recountCapacities', () => {
  it('changes nothing after takes and returns, and puts right what was changed by hand', async () => {
    const counting = nomination as unknown as Counting;
    const [one, two] = [`slot/1-${randomUUID()}`, `slot/2-${randomUUID()}`];
    await run(store.db, 'insert into capacities (key, used, cap) values ($1, 0, 9), ($2, 0, 9)', one, two);
    for (const slot of [one, one, two]) await submit('taken', { slot });
    await submit('back', { slot: one, back: true });
    expect(await recountCapacities(store.db, [counting])).toEqual([]);
    await run(store.db, 'update capacities set used = 7 where key = $1', one);
    expect(await recountCapacities(store.db, [counting])).toEqual([{ key: one, used: 7, counted: 1 }]);
    expect(await recountCapacities(store.db, [counting])).toEqual([]);
  });
});
