// Signing in and out over HTTP, on a database of its own.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import express from 'express';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createAccount, endSessions, setPassword } from '../../api/accounts.ts';
import { type Auth, makeAuth, migrateAuth } from '../../api/auth.ts';
import { problems } from '../../api/problem.ts';
import { makeLog } from '../../db/log.ts';
import { freshDatabase } from '../support/database.ts';

const PUBLIC_URL = 'http://laureate.example';
const settings = { AUTH_SECRET: 'a secret of the tests: 0123456789 abcdefghij', PUBLIC_URL };
const password = 'a good password';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let pool: pg.Pool;
let here: Site;
/** A second process of the same installation. */
let there: Site;
/** The same installation behind TLS. */
let secure: Site;

type Site = { auth: Auth; server: Server; url: string };

beforeAll(async () => {
  database = await freshDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 10 });
  // One that still says goodbye when the database is dropped ends nothing but itself.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  here = await open(PUBLIC_URL);
  there = await open(PUBLIC_URL);
  secure = await open('https://laureate.example');
  const listening =
    "select pid from pg_stat_activity where query = 'listen laureate_sessions' and datname = current_database()";
  await vi.waitFor(async () => expect((await pool.query(listening)).rowCount).toEqual(3), { timeout: 5_000 });
});
afterAll(async () => {
  for (const { auth, server } of [here, there, secure]) {
    server.close();
    await auth.close();
  }
  await pool.end();
  await database.drop();
});

async function open(publicUrl: string): Promise<Site> {
  const log = makeLog('test', 'silent');
  const auth = makeAuth({ pool, settings: { ...settings, PUBLIC_URL: publicUrl }, log });
  const app = express();
  app.all('/api/auth/{*any}', auth.handler);
  app.get('/who', async (req, res) => void res.send((await auth.personOf(req))?.personId ?? 'nobody'));
  app.use((_req, res) => void res.status(404).json('not here'));
  app.use(problems(log));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { auth, server, url: `http://127.0.0.1:${address.port}` };
}

async function newPerson(): Promise<{ personId: string; email: string }> {
  const personId = randomUUID();
  const email = `${personId}@example.org`;
  await createAccount(here.auth, { personId, email, name: 'Somchai Example', password });
  return { personId, email };
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}, site = here) =>
  fetch(`${site.url}/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const signIn = (email: string, secret = password, site = here) =>
  post('/sign-in/email', { email, password: secret }, {}, site);
/** What a browser would send back. */
const cookieOf = (res: Response) => ({ cookie: res.headers.getSetCookie()[0]?.split(';')[0] ?? '' });
const bearerOf = (res: Response) => ({ authorization: `Bearer ${res.headers.get('set-auth-token')}` });
const who = async (headers: Record<string, string>, site = here): Promise<string> =>
  (await fetch(`${site.url}/who`, { headers })).text();

describe('sign-in', () => {
  it('lets a person in by e-mail and password, whatever the case of the address', async () => {
    const { personId, email } = await newPerson();
    const res = await signIn(email.toUpperCase());
    expect(res.status).toEqual(200);
    expect(await who(cookieOf(res))).toEqual(personId);
  });
  it('answers a wrong password and an unknown address alike, without a cookie', async () => {
    const { email } = await newPerson();
    const answers = [await signIn(email, 'a wrong password'), await signIn('nobody@example.org')];
    const said = answers.map(async (res) => [res.status, res.headers.getSetCookie(), await res.json()]);
    const no = [401, [], { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid email or password' }];
    expect(await Promise.all(said)).toEqual([no, no]);
  });
  it('keeps the cookie from scripts and from other sites', async () => {
    const { email } = await newPerson();
    const [cookie = ''] = (await signIn(email)).headers.getSetCookie();
    const [pair = '', ...attributes] = cookie.split('; ');
    expect(pair.split('=')[0]).toEqual('better-auth.session_token');
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Lax']);
  });
  it('keeps the cookie to TLS where the installation has it', async () => {
    const { email } = await newPerson();
    const [cookie = ''] = (await signIn(email, password, secure)).headers.getSetCookie();
    const [pair = '', ...attributes] = cookie.split('; ');
    expect(pair.split('=')[0]).toEqual('__Secure-better-auth.session_token');
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Lax', 'Secure']);
  });
  it('is refused from another site', async () => {
    const { email } = await newPerson();
    const res = await post('/sign-in/email', { email, password }, { origin: 'http://elsewhere.example' });
    expect([res.status, res.headers.getSetCookie()]).toEqual([403, []]);
  });
  it('takes small JSON bodies only', async () => {
    const { email } = await newPerson();
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await post('/sign-in/email', { email, password }, form)).status).toEqual(415);
    expect((await post('/sign-in/email', { email, password: 'x'.repeat(20_000) })).status).toEqual(413);
  });
  it('says which field it cannot read', async () => {
    const { email } = await newPerson();
    const token = bearerOf(await signIn(email));
    const wrong = async (path: string, body: object, headers = {}) => {
      const res = await post(path, body, headers);
      const { errors } = (await res.json()) as { errors: { field: string }[] };
      return [res.status, ...errors.map(({ field }) => field)];
    };
    for (const code of ['รหัสผ่าน', 'two\nlines', '12345'])
      expect(await wrong('/sign-in/email', { email, password, code })).toEqual([400, 'code']);
    expect(await wrong('/sign-in/email', { email: 'a\0b', password })).toEqual([400, 'email']);
    expect(await wrong('/revoke-session', { token: '\0' }, token)).toEqual([400, 'token']);
  });
  it('pauses after ten failures at one account, for that account alone', async () => {
    const [guessed, other] = [await newPerson(), await newPerson()];
    const failures: number[] = [];
    for (let n = 0; n < 10; n += 1) failures.push((await signIn(guessed.email, `guess number ${n}`)).status);
    expect(new Set(failures)).toEqual(new Set([401]));
    const paused = await signIn(guessed.email);
    expect([paused.status, await paused.json()]).toEqual([
      429,
      {
        type: '/problems/too-many-failures',
        title: 'too many failures',
        status: 429,
        detail: 'Too many failed sign-ins. Wait a quarter of an hour.',
      },
    ]);
    expect((await signIn(other.email)).status).toEqual(200);
  });
});

describe('a bearer token', () => {
  it('stands for the person as the cookie does', async () => {
    const { personId, email } = await newPerson();
    expect(await who(bearerOf(await signIn(email)))).toEqual(personId);
  });
  it('counts only with its signature', async () => {
    const { email } = await newPerson();
    const res = await signIn(email);
    const { token } = z.object({ token: z.string() }).parse(await res.json());
    expect(await who({ authorization: `Bearer ${token}` })).toEqual('nobody');
    expect(await who({ authorization: `Bearer ${token}.forged` })).toEqual('nobody');
    expect(await who({ authorization: 'Basic c29tZTpib2R5' })).toEqual('nobody');
  });
});

describe('a session', () => {
  it('is nobody for one who brings nothing', async () => {
    expect(await who({})).toEqual('nobody');
    expect(await who({ cookie: 'better-auth.session_token=made.up' })).toEqual('nobody');
  });
  it('is remembered between requests', async () => {
    const { personId, email } = await newPerson();
    const cookie = cookieOf(await signIn(email));
    expect(await who(cookie)).toEqual(personId);
    await pool.query('delete from session where "userId" = $1', [personId]);
    expect(await who(cookie)).toEqual(personId);
  });
  it('ends at once with sign-out, by cookie and by token', async () => {
    const { personId, email } = await newPerson();
    const [browser, program] = [cookieOf(await signIn(email)), bearerOf(await signIn(email))];
    expect([await who(browser), await who(program)]).toEqual([personId, personId]);
    expect((await post('/sign-out', {}, { ...browser, origin: PUBLIC_URL })).status).toEqual(200);
    expect([await who(browser), await who(program)]).toEqual(['nobody', personId]);
    expect((await post('/sign-out', {}, program)).status).toEqual(200);
    expect(await who(program)).toEqual('nobody');
  });
  it('is not ended by another site', async () => {
    const { personId, email } = await newPerson();
    const browser = cookieOf(await signIn(email));
    const res = await post('/sign-out', {}, { ...browser, origin: 'http://elsewhere.example' });
    expect([res.status, await who(browser)]).toEqual([403, personId]);
  });
  it('ends in the other processes too', async () => {
    const { personId, email } = await newPerson();
    const token = bearerOf(await signIn(email));
    expect(await who(token, there)).toEqual(personId);
    await post('/sign-out', {}, token);
    await expect.poll(() => who(token, there)).toEqual('nobody');
  });
  it('ends when the person revokes the others', async () => {
    const { personId, email } = await newPerson();
    const [kept, lost] = [bearerOf(await signIn(email)), bearerOf(await signIn(email))];
    expect([await who(kept), await who(lost)]).toEqual([personId, personId]);
    expect((await post('/revoke-other-sessions', {}, kept)).status).toEqual(200);
    expect([await who(kept), await who(lost)]).toEqual([personId, 'nobody']);
  });
  it('ends when an operator ends it', async () => {
    const { personId, email } = await newPerson();
    const token = bearerOf(await signIn(email));
    expect(await who(token)).toEqual(personId);
    await endSessions(here.auth, personId);
    expect(await who(token)).toEqual('nobody');
  });
});

describe('an account', () => {
  const stored = async (personId: string) =>
    (await pool.query('select id, email, name, "emailVerified" from "user" where id = $1', [personId])).rows;

  it("has the person's id", async () => {
    const { personId, email } = await newPerson();
    expect(await stored(personId)).toEqual([{ id: personId, email, name: 'Somchai Example', emailVerified: true }]);
  });
  it('is renewed when it is made again', async () => {
    const { personId, email } = await newPerson();
    const token = bearerOf(await signIn(email));
    const renewed = { personId, email: `new-${email}`, name: 'Somchai Renewed', password: 'another password' };
    await createAccount(here.auth, renewed);
    expect(await stored(personId)).toEqual([
      { id: personId, email: `new-${email}`, name: 'Somchai Renewed', emailVerified: true },
    ]);
    expect(await who(token)).toEqual('nobody');
    expect((await signIn(renewed.email, 'another password')).status).toEqual(200);
  });
  it('gets a new password, which ends what the old one opened', async () => {
    const { personId, email } = await newPerson();
    const token = bearerOf(await signIn(email));
    expect(await who(token)).toEqual(personId);
    await setPassword(here.auth, personId, 'another password');
    expect(await who(token)).toEqual('nobody');
    expect([(await signIn(email)).status, (await signIn(email, 'another password')).status]).toEqual([401, 200]);
  });
  it('is not to be had, changed or removed by oneself', async () => {
    const { email } = await newPerson();
    const token = bearerOf(await signIn(email));
    const before = (await pool.query('select count(*) from "user"')).rows;
    const fresh = { email: 'self@example.org', name: 'Self', password };
    expect((await post('/sign-up/email', fresh)).status).toEqual(404);
    expect((await post('/update-user', { name: 'Somebody Else' }, token)).status).toEqual(404);
    expect((await post('/change-email', { newEmail: 'self@example.org' }, token)).status).toEqual(404);
    expect((await post('/delete-user', { password }, token)).status).toEqual(404);
    expect((await pool.query('select count(*) from "user"')).rows).toEqual(before);
  });
  it('is not to be had through the library either', async () => {
    const signingUp = here.auth.library.api.signUpEmail({ body: { email: 's@example.org', name: 'Self', password } });
    await expect(signingUp).rejects.toThrow('Email and password sign up is not enabled');
  });
});

describe('migrateAuth', () => {
  const columns = `select table_name, column_name from information_schema.columns
    where table_schema = 'public' and table_name in ('user', 'session', 'account') order by 1, 2`;

  it('makes the tables of sign-in once, however many do so at the same time', async () => {
    const empty = await freshDatabase('template0');
    const both = new pg.Pool({ connectionString: empty.url });
    await Promise.all([migrateAuth(both), migrateAuth(both)]);
    const made = (await both.query(columns)).rows;
    expect(made.length).toBeGreaterThan(20);
    expect(made).toEqual((await pool.query(columns)).rows);
    await both.end();
    await empty.drop();
  });

  it('has nothing to do the second time', async () => {
    const before = (await pool.query(columns)).rows;
    await migrateAuth(pool);
    expect((await pool.query(columns)).rows).toEqual(before);
  });
});
