// The operator's port: health, metrics, and the acts that set right what is stuck.
import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startCursor } from '../../db/cursors.ts';
import { openDatabase } from '../../db/database.ts';
import { execute } from '../../db/execute.ts';
import { asyncProjections } from '../../db/registry.ts';
import { readHealth } from '../../worker/health.ts';
import { createOperations, listen } from '../../worker/operations.ts';
import { relayCursor } from '../../worker/relay.ts';
import { meta, newStream, openStore, run, type Store } from '../races/support/store.ts';
import { nomination, nominationStream } from '../races/support/toys.ts';
import { memoryLog } from './support.ts';

let store: Store;
let url: string;
let close: () => Promise<void>;
let handle: () => Promise<void> = async () => {};
beforeAll(async () => {
  store = await openStore();
  const { db } = store;
  // Nothing listens there: Temporal is away.
  const connection = Connection.lazy({ address: '127.0.0.1:1', interceptors: [] });
  const temporal = { client: new Client({ connection, namespace: 'awards' }), codeVersion: 'test' };
  const app = createOperations({ db, temporal, log: memoryLog(), isPolling: () => true, handle: () => handle() });
  const ops = await listen(app, '127.0.0.1', 0);
  url = ops.url;
  close = async () => {
    await ops.close();
    await connection.close();
    await store.close();
  };
});
beforeEach(() => {
  handle = async () => {};
});
afterAll(() => close());

const ask = async (path: string, method = 'GET') => {
  const response = await fetch(`${url}${path}`, { method });
  const body: unknown = await response.json();
  return { status: response.status, body };
};
const append = () =>
  execute(
    store.db,
    nomination,
    nominationStream(newStream('nomination')),
    { type: 'Submit', data: { text: randomUUID() } },
    meta(),
  );

describe('GET /livez and /readyz', () => {
  it('says that the worker lives', async () => {
    expect(await ask('/livez')).toEqual({ status: 200, body: { status: 'alive' } });
  });

  it('is not ready while Temporal is away, and says what follows the feed', async () => {
    const { status, body } = await ask('/readyz');
    const lags = Object.fromEntries(asyncProjections.map(({ name }) => [name, { ms: 0, state: 'not started' }]));
    expect({ status, body }).toEqual({
      status: 503,
      body: {
        ...{ status: 'not ready', database: true, temporal: false, attention: 0 },
        relay: { ms: 0, state: 'not started', parked: 0 },
        projections: lags,
      },
    });
  });

  it('is not ready without its database', async () => {
    const closed = openDatabase({ url: 'postgres://127.0.0.1:1/none' });
    expect(await readHealth(closed, true)).toMatchObject({ status: 'not ready', database: false, temporal: true });
    await closed.close();
  });
});

describe('GET /metrics', () => {
  it('measures what is worth an alert', async () => {
    for (const projection of asyncProjections) await startCursor(store.db, projection);
    await startCursor(store.db, relayCursor);
    await append();
    await run(store.db, "insert into process_attention (workflow_id, step, problem) values ('cycle:1', 'a', 'b')");
    await run(
      store.db,
      `insert into mails (mail_id, key, kind, person_id, language, subject, body, state)
       select gen_random_uuid(), n::text, 'sample', gen_random_uuid(), 'en', '', '', case when n < 3 then 'due' else 'undeliverable' end
       from generate_series(1, 3) n`,
    );
    const response = await fetch(`${url}/metrics`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(text).toMatch(/^laureate_relay_lag_seconds (0\.\d+|[1-9].*)$/m);
    expect(text).toMatch(/^laureate_relay_parked 0$/m);
    expect(text).toMatch(/^laureate_process_attention 1$/m);
    expect(text).toMatch(/^laureate_mails_due 2$/m);
    expect(text).toMatch(/^laureate_mails_undeliverable 1$/m);
    expect(text).toMatch(/^laureate_projection_running\{projection="history"\} 1$/m);
    expect(text).toMatch(/^laureate_projection_lag_seconds\{projection="history"\} /m);
  });
});

describe('POST /processes/:workflowId/retry', () => {
  it('knows no process by another kind of id', async () => {
    expect(await ask('/processes/nonsense/retry', 'POST')).toMatchObject({ status: 404 });
  });

  it('says that Temporal is away', async () => {
    expect(await ask(`/processes/cycle:${randomUUID()}/retry`, 'POST')).toMatchObject({ status: 503 });
  });
});

describe('POST /relay/parked/:eventId/resume', () => {
  const park = async () => {
    await append();
    const [row] = await run<{ event_id: string }>(
      store.db,
      `insert into relay_parked (event_id, type, stream_id, problem)
       select event_id, type, stream_id, 'sample' from events order by position desc limit 1 returning event_id`,
    );
    return row?.event_id ?? '';
  };

  it('handles the event again and forgets it', async () => {
    const eventId = await park();
    expect(await ask(`/relay/parked/${eventId}/resume`, 'POST')).toEqual({ status: 200, body: { resumed: eventId } });
    expect(await ask(`/relay/parked/${eventId}/resume`, 'POST')).toMatchObject({ status: 404 });
  });

  it('says what it fails with again, and keeps it', async () => {
    const eventId = await park();
    handle = () => Promise.reject(new TypeError('Cannot read it'));
    expect(await ask(`/relay/parked/${eventId}/resume`, 'POST')).toEqual({
      status: 500,
      body: { type: 'about:blank', status: 500, title: 'Cannot read it' },
    });
    expect((await ask('/readyz')).body).toMatchObject({ relay: { parked: 1 } });
  });

  it('knows nothing of what is no id', async () => {
    expect(await ask('/relay/parked/nonsense/resume', 'POST')).toMatchObject({ status: 404 });
  });
});

describe('POST /projections/:name/resume', () => {
  it('lets a stopped projection go on', async () => {
    const [history] = asyncProjections;
    if (history === undefined) throw new Error('There are projections.');
    await startCursor(store.db, history);
    await run(store.db, "update projections set state = 'failed at 1: x' where name = $1", history.name);
    expect((await ask('/readyz')).body).toMatchObject({ projections: { [history.name]: { state: 'failed at 1: x' } } });
    expect(await ask(`/projections/${history.name}/resume`, 'POST')).toMatchObject({ status: 200 });
    expect((await ask('/readyz')).body).toMatchObject({ projections: { [history.name]: { state: 'running' } } });
  });

  it('knows no other names', async () => {
    expect(await ask('/projections/relay/resume', 'POST')).toMatchObject({ status: 404 });
  });
});

describe('listen', () => {
  it('names the setting when the port is taken', async () => {
    const app = createOperations({
      db: store.db,
      temporal: { client: new Client({ connection: Connection.lazy() }), codeVersion: 'test' },
      log: memoryLog(),
      isPolling: () => true,
      handle,
    });
    await expect(listen(app, '127.0.0.1', Number(new URL(url).port))).rejects.toThrow('OPS_PORT');
  });
});
