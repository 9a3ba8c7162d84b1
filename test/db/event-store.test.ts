// The log itself: what an append checks, what it stores, and how it is read back.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Append,
  appendStatement,
  beginning,
  lastPlace,
  placeOf,
  readFeed,
  readStream,
} from '../../db/event-store.ts';
import { eventIdOf, idOf, uuidv5 } from '../../db/ids.ts';
import { lockStatements } from '../../db/locks.ts';
import { isDatabaseError, transact } from '../../db/statements.ts';
import { newestVersion, upcast } from '../../db/upcast.ts';
import { feedAfter, newStream, openStore, run, type Store } from '../races/support/store.ts';

let store: Store;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

const submitted = (text: string) => ({ eventId: randomUUID(), type: 'Submitted', data: { text }, schemaVersion: 1 });

/** An append of one event to a new stream, unless said otherwise. */
function appendOf(changes: Partial<Append> & { id?: string }): Append {
  const commandId = changes.commandId ?? randomUUID();
  const id = changes.id ?? newStream('nomination');
  return {
    commandId,
    actor: 'person-1',
    requestHash: Buffer.from('hash'),
    stream: { id, kind: id.slice(0, id.indexOf('/')), cycleId: null },
    expected: 0,
    guards: [],
    events: [submitted('a')],
    meta: { commandId, actor: 'person-1', role: 'secretariat', at: '2023-11-21T01:30:00.000Z', guards: {} },
    notAfter: null,
    ...changes,
  };
}

/** @returns the row of the append, or the code and detail it was refused with. */
async function append(changes: Partial<Append> & { id?: string }) {
  const wanted = appendOf(changes);
  const client = await store.db.pool.connect();
  try {
    const before = lockStatements(wanted);
    const flushed = await transact(client, [...before, appendStatement(wanted)]);
    if (flushed.ok) return { version: flushed.results[before.length]?.rows[0].version };
    if (!isDatabaseError(flushed.error)) throw flushed.error;
    return { code: flushed.error.code, detail: flushed.error.detail };
  } finally {
    client.release();
  }
}
const versionOf = async (id: string) =>
  (await run<{ version: number }>(store.db, 'select version from streams where stream_id = $1', id))[0]?.version;

describe('appendStatement', () => {
  it('appends under the version that was read, and moves the stream', async () => {
    const id = newStream('nomination');
    expect(await append({ id })).toEqual({ version: 1 });
    expect(await append({ id, expected: 1, events: [submitted('b'), submitted('c')] })).toEqual({ version: 3 });
    expect(await readStream(store.db.pool, id)).toEqual([
      [1, 'Submitted', 1, { text: 'a' }],
      [2, 'Submitted', 1, { text: 'b' }],
      [3, 'Submitted', 1, { text: 'c' }],
    ]);
    expect(await versionOf(id)).toBe(3);
  });

  it('refuses another version and writes nothing, for a stream that is new and for one that is not', async () => {
    const id = newStream('nomination');
    await append({ id });
    expect(await append({ id })).toEqual({ code: 'ES001', detail: '1' });
    expect(await append({ id, expected: 4 })).toEqual({ code: 'ES001', detail: '1' });
    expect(await append({ expected: 4 })).toEqual({ code: 'ES001', detail: '0' });
    expect(await readStream(store.db.pool, id)).toHaveLength(1);
  });

  it('forgets the command of a refused append, so that the same id can succeed', async () => {
    const id = newStream('nomination');
    const commandId = randomUUID();
    expect(await append({ id, commandId, expected: 1 })).toEqual({ code: 'ES001', detail: '0' });
    expect(await append({ id, commandId })).toEqual({ version: 1 });
  });

  it('raises on a known command, whatever else is wrong, and tells what it was', async () => {
    const id = newStream('nomination');
    const commandId = randomUUID();
    await append({ id, commandId });
    const known = {
      code: 'ES000',
      detail: JSON.stringify({ stream: id, version: 1, actor: 'person-1', hash: '68617368' }),
    };
    for (const again of [{ expected: 0 }, { expected: 1 }, { expected: 7 }, { events: [] }]) {
      const { code, detail } = await append({ id, commandId, ...again });
      expect({ code, detail: JSON.stringify(JSON.parse(detail ?? '')) }).toEqual(known);
    }
  });

  it('remembers a command without events, checking no version', async () => {
    const id = newStream('nomination');
    expect(await append({ id, expected: 5, events: [] })).toEqual({ version: 5 });
    expect(await versionOf(id)).toBeUndefined();
  });

  it('holds every guard at the version that was read', async () => {
    const [cycle, judge] = [newStream('cycle'), newStream('judge')];
    await append({ id: cycle });
    await append({ id: judge, events: [submitted('a'), submitted('b')] });
    const guards = [
      { id: cycle, version: 1 },
      { id: judge, version: 2 },
    ];
    expect(await append({ guards })).toEqual({ version: 1 });
    expect(
      (
        await append({
          guards: [
            { id: cycle, version: 1 },
            { id: judge, version: 1 },
          ],
        })
      ).code,
    ).toBe('ES002');
    expect(
      (
        await append({
          guards: [
            { id: cycle, version: 2 },
            { id: judge, version: 2 },
          ],
        })
      ).code,
    ).toBe('ES002');
  });

  it('guards on a stream that does not exist yet, which can then be made', async () => {
    const judge = newStream('judge');
    const guards = [{ id: judge, version: 0 }];
    expect(await append({ guards })).toEqual({ version: 1 });
    expect(await versionOf(judge)).toBe(0);
    expect(await append({ id: judge, stream: { id: judge, kind: 'judge', cycleId: 'c1' } })).toEqual({ version: 1 });
    expect(await run(store.db, 'select kind, cycle_id from streams where stream_id = $1', judge)).toEqual([
      { kind: 'judge', cycle_id: 'c1' },
    ]);
    expect((await append({ guards })).code).toBe('ES002');
  });

  it('takes hundreds of guards and hundreds of events', async () => {
    const guards = Array.from({ length: 250 }, () => ({ id: newStream('country'), version: 0 })).sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    const events = Array.from({ length: 600 }, (_, index) => submitted(`${index}`));
    expect(await append({ guards, events })).toEqual({ version: 600 });
  });

  it('is too late after its instant, by the clock of the database', async () => {
    const late = { notAfter: new Date(Date.now() - 50) };
    const id = newStream('nomination');
    expect((await append({ id, ...late })).code).toBe('ES003');
    await append({ id });
    expect((await append({ id, expected: 1, ...late })).code).toBe('ES003');
    expect((await append({ id, expected: 2, ...late })).code).toBe('ES001');
    expect((await append({ ...late, guards: [{ id, version: 3 }] })).code).toBe('ES002');
    expect(await readStream(store.db.pool, id)).toHaveLength(1);
    expect(await append({ notAfter: new Date(Date.now() + 60_000) })).toEqual({ version: 1 });
  });

  it('stores text byte for byte, with a Thai name, quotes and a null', async () => {
    const id = newStream('nomination');
    const data = { b: 'กรมการพัฒนาชุมชน "x" \\ \n', a: null, z: [1.5, { y: '💚' }] };
    await append({ id, events: [{ ...submitted(''), data }] });
    const [row] = await run<{ text: string }>(
      store.db,
      'select data::text as text from events where stream_id = $1',
      id,
    );
    expect(row?.text).toBe(JSON.stringify(data));
  });

  it('sends nothing when a value cannot be sent', async () => {
    const client = await store.db.pool.connect();
    const wanted = appendOf({});
    const bad = { text: 'select $1::text', values: [{ n: 1n }] };
    await expect(transact(client, [appendStatement(wanted), bad])).rejects.toThrow('BigInt');
    client.release();
    expect(await readStream(store.db.pool, wanted.stream.id)).toEqual([]);
  });
});

describe('the events table', () => {
  it('refuses to be changed, unless maintenance is on for that transaction', async () => {
    const id = newStream('nomination');
    await append({ id });
    for (const change of [
      "update events set type = 'x' where stream_id = $1",
      'delete from events where stream_id = $1',
    ])
      await expect(run(store.db, change, id)).rejects.toThrow('append-only');
    await expect(run(store.db, 'truncate events')).rejects.toThrow('append-only');
    await run(
      store.db,
      "with on_now as (select set_config('laureate.maintenance', 'on', true)) update events set type = 'y' from on_now where stream_id = $1",
      id,
    );
    expect(await readStream(store.db.pool, id)).toEqual([[1, 'y', 1, { text: 'a' }]]);
    await expect(run(store.db, 'delete from events where stream_id = $1', id)).rejects.toThrow('append-only');
  });
});

describe('readFeed', () => {
  it('shows events as they were stored, after a place, in pages', async () => {
    const { db } = store;
    const before = await lastPlace(db);
    const [one, two] = [newStream('nomination'), newStream('nomination')];
    const events = [submitted('a'), submitted('b')];
    const first = appendOf({ id: one, events, stream: { id: one, kind: 'nomination', cycleId: 'c1' } });
    await append({ id: one, ...first });
    await append({ id: two });
    const [a, b] = await feedAfter(db, before, 2);
    expect([a, b]).toEqual(
      events.map(({ eventId, type, data }, index) => {
        const place = { tx: a?.tx, position: (a?.position ?? 0) + index };
        return { ...place, streamId: one, version: index + 1, eventId, type, data, cycleId: 'c1', meta: first.meta };
      }),
    );
    const rest = await feedAfter(db, b ?? beginning, 1);
    expect(rest.map(({ streamId }) => streamId)).toEqual([two]);
    const [last] = rest;
    expect(await lastPlace(db)).toEqual({ tx: last?.tx, position: last?.position });
    expect(await placeOf(db.pool, two, 1)).toEqual({ tx: last?.tx, position: last?.position });
    expect(await placeOf(db.pool, two, 2)).toEqual(beginning);
  });

  it('waits for an open transaction that may still come in front', async () => {
    const { db } = store;
    const before = await lastPlace(db);
    const slow = await db.readPool.connect();
    await slow.query('begin');
    await slow.query('select pg_current_xact_id()');
    const id = newStream('nomination');
    await append({ id });
    expect(await readFeed(db, before, 10)).toEqual([]);
    expect(await lastPlace(db)).not.toEqual(before);
    await slow.query('rollback');
    slow.release();
    expect((await feedAfter(db, before, 1)).map(({ streamId }) => streamId)).toEqual([id]);
  });

  it('is known by the number of its transaction, however many digits that has', async () => {
    const other = await openStore();
    for (const tx of ['99', '100'])
      await run(
        other.db,
        `insert into events (event_id, stream_id, version, type, schema_version, data, meta, tx)
          values ($1, $2, 1, 'Submitted', 1, '{}', '{}', $3::xid8)`,
        randomUUID(),
        newStream('nomination'),
        tx,
      );
    const { tx } = await lastPlace(other.db);
    await other.close();
    expect(tx).toEqual('100');
  });
});

describe('ids', () => {
  it('are made again by a retry', () => {
    const command = '11111111-1111-4111-8111-111111111111';
    expect([idOf(command), eventIdOf(command, 0), eventIdOf(command, 1), uuidv5('cycle:1:open')]).toEqual([
      idOf(command),
      eventIdOf(command, 0),
      eventIdOf(command, 1),
      uuidv5('cycle:1:open'),
    ]);
    expect(new Set([idOf(command), eventIdOf(command, 0), eventIdOf(command, 1)]).size).toBe(3);
  });

  it('never change: they are in the log', () => {
    expect(uuidv5('cycle:1:open')).toBe('ad176a7c-3ecc-5413-bab5-25dd376b8e96');
  });
});

describe('upcast', () => {
  const chain = {
    Submitted: [
      ({ name, ...rest }: Record<string, unknown>) => ({ ...rest, title: name }),
      (data: Record<string, unknown>) => ({ ...data, language: 'en' }),
    ],
  };

  it('takes an event through every step after its own version', () => {
    expect(upcast('Submitted', 1, { name: 'x' }, chain)).toEqual({ title: 'x', language: 'en' });
    expect(upcast('Submitted', 2, { title: 'x' }, chain)).toEqual({ title: 'x', language: 'en' });
    expect(upcast('Submitted', 3, { title: 'x', language: 'th' }, chain)).toEqual({ title: 'x', language: 'th' });
    expect(newestVersion('Submitted', chain)).toBe(3);
  });

  it('leaves events alone that never changed their shape', () => {
    expect(upcast('Closed', 1, { a: 1 }, chain)).toEqual({ a: 1 });
    expect(newestVersion('Closed', chain)).toBe(1);
  });
});
