// The write path: what a command is answered, first and again, and what it leaves behind.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/database.ts';
import { lastPlace, placeOf } from '../../db/event-store.ts';
import {
  CommandIdReused,
  type CommandMeta,
  Contended,
  type Done,
  execute,
  loadState,
  requestHash,
  VersionConflict,
} from '../../db/execute.ts';
import { eventIdOf } from '../../db/ids.ts';
import type { InlineProjection } from '../../db/projections.ts';
import { type Decider, Refusal } from '../../domain/decider.ts';
import { eventsOn, meta, newStream, openStore, run, type Store, settle, statement } from '../races/support/store.ts';
import {
  type Cycle,
  cycle,
  cycleStream,
  type Nomination,
  nomination,
  nominationStream,
  type Submit,
  type Submitted,
} from '../races/support/toys.ts';

/** A read model of the last text of each nomination; a text 'broken' breaks it. */
const projectTexts: InlineProjection = (event) =>
  event.streamId.startsWith('nomination/')
    ? [
        statement(
          'insert into texts values ($1, $2, $3, $4) on conflict (id) do update set text = excluded.text, at = excluded.at',
          event.streamId,
          Reflect.get(event.data, 'text'),
          event.meta.at,
          event.eventId,
        ),
      ]
    : [];

let store: Store;
beforeAll(async () => {
  store = await openStore({ inline: [projectTexts] });
  await run(
    store.db,
    "create table texts (id text primary key, text text check (text <> 'broken'), at timestamptz, event_id uuid)",
  );
});
afterAll(() => store.close());

const submit = (id: string, data: Submit['data'], by: Partial<CommandMeta> = {}) =>
  execute(store.db, nomination, nominationStream(id), { type: 'Submit', data }, { ...meta(), ...by });
const openCycle = async () => {
  const stream = cycleStream(newStream('cycle'));
  await execute(store.db, cycle, stream, { type: 'Open' }, meta());
  return stream;
};
const close = (stream: ReturnType<typeof cycleStream>) => execute(store.db, cycle, stream, { type: 'Close' }, meta());
const textOf = (id: string) => run(store.db, 'select text from texts where id = $1', id);

describe('execute', () => {
  it('answers with the stream, its version and the place of the last event', async () => {
    const id = newStream('nomination');
    const done = await submit(id, { text: 'a' });
    expect(done).toEqual({ streamId: id, version: 1, place: await placeOf(store.db.pool, id, 1) });
    expect(done.place).toEqual(await lastPlace(store.db));
    expect(await loadState(store.db, nominationStream(id))).toEqual({ state: { submitted: 1, last: 'a' }, version: 1 });
    expect(await loadState(store.db, nominationStream(newStream('nomination')))).toEqual({
      state: { submitted: 0, last: '' },
      version: 0,
    });
  });

  it('records who asked, when by the database, what it rested on and what led to it', async () => {
    const phase = await openCycle();
    const id = newStream('nomination');
    const by = { ...meta(), causedBy: randomUUID() };
    await submit(id, { text: 'a', cycle: phase.id }, by);
    const [row] = await run<{ event_id: string; meta: { at: string }; gap: number }>(
      store.db,
      "select event_id, meta, extract(epoch from recorded_at - (meta->>'at')::timestamptz) * 1000 as gap from events where stream_id = $1",
      id,
    );
    const { commandId, actor, role, causedBy } = by;
    expect(row?.event_id).toBe(eventIdOf(commandId, 0));
    expect(row?.meta).toEqual({ commandId, actor, role, causedBy, at: row?.meta.at, guards: { [phase.id]: 1 } });
    expect(Number(row?.gap)).toBeGreaterThanOrEqual(0);
    expect(Number(row?.gap)).toBeLessThan(60_000);
  });

  it('projects inside the same transaction', async () => {
    const id = newStream('nomination');
    const { commandId } = meta();
    await submit(id, { text: 'a' }, { commandId });
    expect(await run(store.db, 'select text, event_id from texts where id = $1', id)).toEqual([
      { text: 'a', event_id: eventIdOf(commandId, 0) },
    ]);
  });

  it('writes nothing when the read model cannot be written', async () => {
    const id = newStream('nomination');
    const { commandId } = meta();
    await expect(submit(id, { text: 'broken' }, { commandId })).rejects.toThrow('texts_text_check');
    expect(await eventsOn(store.db, id)).toEqual([]);
    expect(await run(store.db, 'select 1 from streams where stream_id = $1', id)).toEqual([]);
    expect(await run(store.db, 'select 1 from commands where command_id = $1', commandId)).toEqual([]);
    await submit(id, { text: 'whole' }, { commandId });
    expect(await textOf(id)).toEqual([{ text: 'whole' }]);
  });

  it('refuses in the words of the rules, and remembers no refusal', async () => {
    const phase = await openCycle();
    await close(phase);
    const by = meta();
    const id = newStream('nomination');
    const refused = submit(id, { text: 'a', cycle: phase.id }, by);
    await expect(refused).rejects.toEqual(new Refusal('phase-closed', 'The phase is not open.'));
    await execute(store.db, cycle, phase, { type: 'Open' }, meta());
    expect((await submit(id, { text: 'a', cycle: phase.id }, by)).version).toBe(1);
  });
});

describe('a command id that is known', () => {
  it('gets its first answer again, also when much has happened since', async () => {
    const id = newStream('nomination');
    const by = meta();
    const first = await submit(id, { text: 'a' }, by);
    await submit(id, { text: 'b' });
    expect(await submit(id, { text: 'a' }, by)).toEqual(first);
    expect(await eventsOn(store.db, id)).toEqual(['1 Submitted', '2 Submitted']);
    expect(await textOf(id)).toEqual([{ text: 'b' }]);
  });

  it('gets it when the rules would refuse by now', async () => {
    const phase = await openCycle();
    const id = newStream('nomination');
    const by = meta();
    const first = await submit(id, { text: 'a', cycle: phase.id }, by);
    await close(phase);
    expect(await submit(id, { text: 'a', cycle: phase.id }, by)).toEqual(first);
  });

  it('gets it when it pinned a version that has moved, by itself or by others', async () => {
    const id = newStream('nomination');
    const by = { ...meta(), expectedVersion: 0 };
    const first = await submit(id, { text: 'a' }, by);
    await submit(id, { text: 'b' });
    expect(await submit(id, { text: 'a' }, by)).toEqual(first);
  });

  it('takes its slot once', async () => {
    const slot = `slot/${randomUUID()}`;
    await run(store.db, 'insert into capacities (key, used, cap) values ($1, 0, 2)', slot);
    const id = newStream('nomination');
    const by = meta();
    await submit(id, { text: 'a', slot }, by);
    await submit(id, { text: 'b' });
    await submit(id, { text: 'a', slot }, by);
    expect(await run(store.db, 'select used from capacities where key = $1', slot)).toEqual([{ used: 1 }]);
  });

  it('is refused to another body, stream or actor', async () => {
    const id = newStream('nomination');
    const by = meta();
    await submit(id, { text: 'a' }, by);
    await expect(submit(id, { text: 'b' }, by)).rejects.toBeInstanceOf(CommandIdReused);
    await expect(submit(newStream('nomination'), { text: 'a' }, by)).rejects.toBeInstanceOf(CommandIdReused);
    await expect(submit(id, { text: 'a' }, { ...by, actor: 'person-2' })).rejects.toBeInstanceOf(CommandIdReused);
    expect(await eventsOn(store.db, id)).toEqual(['1 Submitted']);
  });

  it('is remembered when nothing was to be done, with the place of the event that had done it', async () => {
    const id = newStream('nomination');
    const first = await submit(id, { text: 'a' });
    const by = meta();
    expect(await submit(id, { text: 'a' }, by)).toEqual(first);
    await submit(id, { text: 'b' });
    expect(await submit(id, { text: 'a' }, by)).toEqual(first);
    expect(await eventsOn(store.db, id)).toEqual(['1 Submitted', '2 Submitted']);
  });

  it('is hashed with its stream and its body', () => {
    const one = requestHash('a/1', { type: 'Submit', data: { text: 'x' } }).toString('hex');
    expect(requestHash('a/1', { type: 'Submit', data: { text: 'x' } }).toString('hex')).toBe(one);
    expect(requestHash('a/2', { type: 'Submit', data: { text: 'x' } }).toString('hex')).not.toBe(one);
    expect(requestHash('a/1', { type: 'Submit', data: { text: 'y' } }).toString('hex')).not.toBe(one);
  });
});

describe('a pinned version', () => {
  it('is refused when it is not the version of the stream, and lets through when it is', async () => {
    const id = newStream('nomination');
    await submit(id, { text: 'a' });
    await expect(submit(id, { text: 'b' }, { expectedVersion: 0 })).rejects.toBeInstanceOf(VersionConflict);
    await expect(submit(id, { text: 'b' }, { expectedVersion: 2 })).rejects.toBeInstanceOf(VersionConflict);
    expect((await submit(id, { text: 'b' }, { expectedVersion: 1 })).version).toBe(2);
  });
});

/** Until a flush waits for a lock that somebody holds; where none comes, for a while. */
async function untilWaiting(client: pg.Client): Promise<void> {
  for (let look = 0; look < 150 && (await client.query(waiters)).rowCount === 0; look += 1) await setTimeout(2);
}

/**
 * Holds the lock that the command's flush needs first. Each time the command has been decided, something happens, and only then
 * is the flush let through.
 */
async function disturbed(
  lockedId: string,
  happen: (client: pg.Client, times: number) => Promise<unknown>,
  command: (onDecide: () => void) => Promise<Done>,
) {
  const client = new pg.Client({ connectionString: store.url });
  await client.connect();
  const lock = () => client.query('select pg_advisory_lock(hashtextextended($1, 0))', [lockedId]);
  // Not before the flush has come and waits, or it would find the lock taken anew; where no flush comes, after a while.
  const unlock = async () => {
    await untilWaiting(client);
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lockedId]);
  };
  let happening: Promise<unknown> = lock();
  await happening;
  let decided = 0;
  const onDecide = () => {
    decided += 1;
    const times = decided;
    happening = happening
      .then(() => happen(client, times))
      .then(unlock)
      .then(lock);
  };
  const [answer] = await Promise.allSettled([command(onDecide)]);
  await happening;
  await client.end();
  return { decided, answer: answer.status === 'fulfilled' ? answer.value : answer.reason };
}

const waiters = `select from pg_locks join pg_database on pg_database.oid = pg_locks.database
  where locktype = 'advisory' and not granted and datname = current_database()`;

/** Another writer: one more event on the stream. */
const bump = (client: pg.Client, id: string) =>
  client.query(
    `with moved as (update streams set version = version + 1 where stream_id = '${id}' returning version)
     insert into events (stream_id, version, event_id, type, schema_version, data, meta)
     select '${id}', version, gen_random_uuid(), 'Opened', 1, '{"text":"theirs"}', '{}' from moved`,
  );

/** A nomination of a kind that takes a lock of its own, and tells when it was decided. */
const telling = (onDecide: () => void): Decider<Nomination, Submit, Submitted, { cycle?: Cycle }> => ({
  ...nomination,
  kind: 'panel',
  decide: (...given) => {
    onDecide();
    return nomination.decide(...given);
  },
});
const panelStream = async () => {
  const id = newStream('panel');
  await execute(
    store.db,
    telling(() => {}),
    nominationStream(id),
    { type: 'Submit', data: { text: 'first' } },
    meta(),
  );
  return nominationStream(id);
};

describe('when another was first', () => {
  it('decides again on the fresh history', async () => {
    const stream = await panelStream();
    const command: Submit = { type: 'Submit', data: { text: 'mine' } };
    const { decided, answer } = await disturbed(
      stream.id,
      async (client, times) => times === 1 && bump(client, stream.id),
      (onDecide) => execute(store.db, telling(onDecide), stream, command, meta()),
    );
    expect([decided, answer.version]).toEqual([2, 3]);
    expect((await loadState(store.db, stream)).state).toEqual({ submitted: 3, last: 'mine' });
  });

  it('starts over three times, then gives up as contended, with nothing written', async () => {
    const stream = await panelStream();
    const command: Submit = { type: 'Submit', data: { text: 'mine' } };
    const { decided, answer } = await disturbed(
      stream.id,
      (client) => bump(client, stream.id),
      (onDecide) => execute(store.db, telling(onDecide), stream, command, meta()),
    );
    expect(decided).toBe(4);
    expect(answer).toBeInstanceOf(Contended);
    expect((await loadState(store.db, stream)).state).toEqual({ submitted: 5, last: 'theirs' });
  });

  it('says so at once to a command that pinned the version', async () => {
    const stream = await panelStream();
    const command: Submit = { type: 'Submit', data: { text: 'mine' } };
    const { decided, answer } = await disturbed(
      stream.id,
      (client) => bump(client, stream.id),
      (onDecide) => execute(store.db, telling(onDecide), stream, command, { ...meta(), expectedVersion: 1 }),
    );
    expect(decided).toBe(1);
    expect(answer).toBeInstanceOf(VersionConflict);
  });

  it('decides again when a guard moved, also for a command that pinned its version', async () => {
    const phase = await openCycle();
    const stream = await panelStream();
    const command: Submit = { type: 'Submit', data: { text: 'mine', cycle: phase.id } };
    const { decided, answer } = await disturbed(
      phase.id,
      async (client, times) => times === 1 && bump(client, phase.id),
      (onDecide) => execute(store.db, telling(onDecide), stream, command, { ...meta(), expectedVersion: 1 }),
    );
    expect([decided, answer.version]).toEqual([2, 2]);
    const guards = await run(
      store.db,
      "select meta->'guards' as guards from events where stream_id = $1 and version = 2",
      stream.id,
    );
    expect(guards).toEqual([{ guards: { [phase.id]: 2 } }]);
  });

  it('guards on one stream under two names once, and needs no guard on its own', async () => {
    const phase = await openCycle();
    const stream = nominationStream(newStream('nomination'));
    const decider: Decider<Nomination, Submit, Submitted, { cycle: Cycle; again: Cycle; own: Nomination }> = {
      ...nomination,
      guards: () => ({ cycle: phase, again: phase, own: stream }),
      decide: (command, state, guards, by) => {
        expect(guards).toEqual({ cycle: { open: true }, again: { open: true }, own: state });
        return nomination.decide(command, state, guards, by);
      },
    };
    await execute(store.db, decider, stream, { type: 'Submit', data: { text: 'a' } }, meta());
    const guards = await run(store.db, "select meta->'guards' as guards from events where stream_id = $1", stream.id);
    expect(guards).toEqual([{ guards: { [phase.id]: 1 } }]);
  });
});

describe('a deadline that passes while the command waits', () => {
  const submitUntil = async (decider: (onDecide: () => void) => ReturnType<typeof telling>) => {
    const stream = await panelStream();
    const until = new Date(Date.now() + 1_000).toISOString();
    const command: Submit = { type: 'Submit', data: { text: 'mine', until } };
    const disturbance = await disturbed(
      stream.id,
      () => setTimeout(1_050),
      (onDecide) => execute(store.db, decider(onDecide), stream, command, meta()),
    );
    return { ...disturbance, events: await eventsOn(store.db, stream.id) };
  };

  it('is refused in the words of the decider', async () => {
    const { decided, answer, events } = await submitUntil((onDecide) => ({
      ...telling(onDecide),
      decide: (command, state, guards, by) => {
        onDecide();
        if (by.at > new Date(command.data.until ?? '')) throw new Refusal('phase-over', 'The phase is over.');
        return nomination.decide(command, state, guards, by);
      },
    }));
    expect([decided, answer, events]).toEqual([2, new Refusal('phase-over', 'The phase is over.'), ['1 Submitted']]);
  });

  it('is too late even where the decider would still accept', async () => {
    const { decided, answer, events } = await submitUntil(telling);
    expect([decided, answer, events]).toEqual([
      2,
      new Refusal('too-late', 'The deadline has passed.'),
      ['1 Submitted'],
    ]);
  });
});

describe('a capacity', () => {
  it('is refused by the code that the decider names, when it is full', async () => {
    const slot = `slot/${randomUUID()}`;
    await run(store.db, 'insert into capacities (key, used, cap) values ($1, 1, 1)', slot);
    const id = newStream('nomination');
    await expect(submit(id, { text: 'a', slot })).rejects.toEqual(new Refusal('quota-full', 'Every slot is taken.'));
    expect(await eventsOn(store.db, id)).toEqual([]);
    await submit(newStream('nomination'), { text: 'b', slot, back: true });
    expect((await submit(id, { text: 'a', slot })).version).toBe(1);
  });

  it('that is not there is an error: it would be an unlimited quota', async () => {
    const id = newStream('nomination');
    await expect(submit(id, { text: 'a', slot: 'nowhere' })).rejects.toThrow('no capacity nowhere');
    expect(await eventsOn(store.db, id)).toEqual([]);
  });

  it('that gives back more than it took is an error and no refusal', async () => {
    const slot = `slot/${randomUUID()}`;
    await run(store.db, 'insert into capacities (key, used, cap) values ($1, 0, 1)', slot);
    const back = submit(newStream('nomination'), { text: 'a', slot, back: true });
    await expect(back).rejects.toMatchObject({ constraint: 'capacity_full' });
  });

  it('names the one of several that is full, and takes none of them', async () => {
    const [free, full] = [`slot/z-${randomUUID()}`, `slot/a-${randomUUID()}`];
    await run(store.db, 'insert into capacities (key, used, cap) values ($1, 0, 1), ($2, 1, 1)', free, full);
    const decider: typeof nomination = {
      ...nomination,
      decide: () => ({
        events: [
          { type: 'Submitted', data: { text: 'a', slot: free } },
          { type: 'Submitted', data: { text: 'b', slot: full } },
        ],
      }),
      capacity: ({ data }) => ({
        key: data.slot ?? '',
        delta: 1,
        full: data.slot === full ? 'second-full' : 'first-full',
      }),
    };
    const stream = nominationStream(newStream('nomination'));
    const refused = execute(store.db, decider, stream, { type: 'Submit', data: { text: 'x' } }, meta());
    await expect(refused).rejects.toMatchObject({ code: 'second-full' });
    expect(await run(store.db, 'select used from capacities where key = $1', free)).toEqual([{ used: 0 }]);
  });
});

describe('a long stream', () => {
  it('is folded from a snapshot past 200 events, to the same state', async () => {
    const id = newStream('nomination');
    const many: typeof nomination = {
      ...nomination,
      decide: () => ({
        events: Array.from({ length: 210 }, (_, index) => ({ type: 'Submitted', data: { text: `${index}` } })),
      }),
    };
    const stream = nominationStream(id);
    await execute(store.db, many, stream, { type: 'Submit', data: { text: 'x' } }, meta());
    expect(await run(store.db, 'select version from snapshots where stream_id = $1', id)).toEqual([]);
    expect(await loadState(store.db, stream)).toEqual({ state: { submitted: 210, last: '209' }, version: 210 });
    expect(await run(store.db, 'select version from snapshots where stream_id = $1', id)).toEqual([{ version: 210 }]);
    expect((await submit(id, { text: 'more' })).version).toBe(211);
    expect(await loadState(store.db, stream)).toEqual({ state: { submitted: 211, last: 'more' }, version: 211 });
  });
});

describe('a notice', () => {
  it('follows each commit within moments, many commits sharing one, and no refusal', async () => {
    const listener = new pg.Client({ connectionString: store.url });
    await listener.connect();
    let heard = 0;
    listener.on('notification', () => {
      heard += 1;
    });
    // Longer than a notice waits for more commits: what is owed for those before is sent.
    const told = () => setTimeout(200);
    await told();
    await listener.query('listen laureate_feed');
    await settle(40, () => submit(newStream('nomination'), { text: 'x' }));
    await expect.poll(() => heard).toBeGreaterThan(0);
    await told();
    expect(heard).toBeLessThan(40);
    heard = 0;
    await submit(newStream('nomination'), { text: 'a', slot: 'nowhere' }).catch(() => {});
    await told();
    expect(heard).toBe(0);
    await listener.end();
  });
});

describe('a connection that is lost', () => {
  it('fails its command, ends nothing else, and is replaced', async () => {
    const db = openDatabase({ url: store.url, max: 1, inline: [], applicationName: 'doomed' });
    const stream = nominationStream(newStream('panel'));
    const { answer } = await disturbed(
      stream.id,
      // Lost while its flush waits: one that is lost before would be heard of by the write that fails.
      async (client) => {
        await untilWaiting(client);
        await client.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'doomed'");
      },
      (onDecide) => execute(db, telling(onDecide), stream, { type: 'Submit', data: { text: 'a' } }, meta()),
    );
    expect(answer).toMatchObject({ message: expect.stringMatching(/terminat/) });
    expect(await eventsOn(store.db, stream.id)).toEqual([]);
    await execute(db, nomination, stream, { type: 'Submit', data: { text: 'b' } }, meta());
    expect(await eventsOn(store.db, stream.id)).toEqual(['1 Submitted']);
    await db.close();
  });

  it('is kept through refusals: they are no errors of the connection', async () => {
    const db = openDatabase({ url: store.url, max: 1, inline: [] });
    const id = newStream('nomination');
    const pid = async () => {
      const client = await db.pool.connect();
      const { rows } = await client.query('select pg_backend_pid() as pid');
      client.release();
      return rows[0].pid;
    };
    const before = await pid();
    const data = { text: 'a', slot: 'nowhere' };
    await execute(db, nomination, nominationStream(id), { type: 'Submit', data }, meta()).catch(() => {});
    expect(await pid()).toBe(before);
    await db.close();
  });
});
