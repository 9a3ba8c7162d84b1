// The API as a process: settings, the first administrator, starting and stopping.

import { once } from 'node:events';
import { createServer } from 'node:http';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readApiSettings } from '../../api/config.ts';
import { startApi } from '../../api/main.ts';
import { freshDatabase } from '../support/database.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let pool: pg.Pool;

beforeAll(async () => {
  database = await freshDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const settings = (more: NodeJS.ProcessEnv = {}) =>
  readApiSettings({
    DATABASE_URL: database.url,
    PORT: '0',
    AUTH_SECRET: 'a secret of the tests: 0123456789',
    LAUREATE_SIGNING_KEY: '42'.repeat(32),
    LOG_LEVEL: 'silent',
    ...more,
  });
const administrators = async () =>
  (await pool.query("select person_id, granted_by from grants where role = 'administrator'")).rows;
const invitations = async () =>
  (await pool.query("select person_id, kind, secret is not null as link from mails where kind = 'account-invited'"))
    .rows;

describe('the settings', () => {
  it('name every variable that is missing or wrong', () => {
    const read = () =>
      readApiSettings({ PORT: 'http', AUTH_SECRET: 'short', LAUREATE_ADMIN_EMAIL: 'nobody', TRUST_PROXY: 'all' });
    expect(read).toThrow(/DATABASE_URL: must be given/);
    for (const name of ['PORT', 'AUTH_SECRET', 'LAUREATE_ADMIN_EMAIL', 'TRUST_PROXY']) expect(read).toThrow(name);
  });
  it('count an empty variable as absent', () => {
    const { PORT, PUBLIC_URL, AWARDS_FOLDER } = settings({ PORT: '', PUBLIC_URL: '', AWARDS_FOLDER: '' });
    expect([PORT, PUBLIC_URL, AWARDS_FOLDER]).toEqual([3000, undefined, undefined]);
  });
});

describe('startApi', () => {
  it('takes a free port, answers, and lets go of it when it stops', async () => {
    const api = await startApi(settings());
    expect(api.url).toEqual(`http://localhost:${api.port}`);
    const answers = [`/livez`, `/readyz`, `/api/openapi.json`, '/api/v1/public/cycles'];
    for (const path of answers) expect([path, (await fetch(`${api.url}${path}`)).status]).toEqual([path, 200]);
    expect((await fetch(`${api.url}/api/v1/me`)).status).toEqual(401);
    await api.stop();
    await expect(fetch(`${api.url}/livez`)).rejects.toThrow('fetch failed');
  });
  it('tells which port is taken', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    await expect(startApi(settings({ PORT: port }))).rejects.toThrow(`Port ${port} is taken.`);
    other.close();
  });
  it('lists the awards of the folder that is named, and names what is wrong there', async () => {
    await expect(startApi(settings({ AWARDS_FOLDER: '/nowhere/at/all' }))).rejects.toThrow('/nowhere/at/all');
  });
  it('lets requests that are under way finish when it stops', async () => {
    const api = await startApi(settings());
    const asked = Array.from({ length: 20 }, () => fetch(`${api.url}/api/v1/public/cycles`));
    // Listened to before the stop: a connection that was never accepted is reset, which is nobody's request.
    const settled = Promise.allSettled(asked);
    await asked[0];
    await api.stop();
    const answers = await settled;
    const statuses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.status] : []));
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});

describe('the first administrator', () => {
  const email = 'first@example.org';
  const start = async (more: NodeJS.ProcessEnv) => (await startApi(settings(more))).stop();

  it('is the address of the settings, who gets a mail with a link', async () => {
    await start({ LAUREATE_ADMIN_EMAIL: email });
    const [administrator, ...others] = await administrators();
    expect([administrator?.granted_by, others]).toEqual(['installation', []]);
    expect(await invitations()).toEqual([{ person_id: administrator?.person_id, kind: 'account-invited', link: true }]);
  });
  it('is made once, however often the API starts', async () => {
    await Promise.all([start({ LAUREATE_ADMIN_EMAIL: email }), start({ LAUREATE_ADMIN_EMAIL: email })]);
    expect([(await administrators()).length, (await invitations()).length]).toEqual([1, 1]);
  });
  it('is nobody else once there is one', async () => {
    await start({ LAUREATE_ADMIN_EMAIL: 'second@example.org' });
    expect([(await administrators()).length, (await invitations()).length]).toEqual([1, 1]);
  });
  it('is asked anew when the link has run out unused', async () => {
    await pool.query("update invitations set expires_at = now() - interval '1 minute'");
    await start({ LAUREATE_ADMIN_EMAIL: email });
    expect([(await administrators()).length, (await invitations()).length]).toEqual([1, 2]);
  });
});
