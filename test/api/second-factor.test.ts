// The second factor over HTTP: set up by the person, asked for at sign-in, used once, taken away again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAuth } from '../../api/auth.ts';
import { openTestApi, password, type TestApi, type TestClient } from '../support/api.ts';
import { codeNow } from '../support/second-factor.ts';

let api: TestApi;
let administrator: TestClient;
beforeAll(async () => {
  api = await openTestApi();
  administrator = await api.grant('administrator', {});
});
afterAll(() => api.close());

type State = { enrolled: boolean; since: string | null; recoveryCodesLeft: number; lockedUntil: string | null };
const path = '/me/second-factor';

/** One with an account and some role. */
async function newPerson() {
  const { personId, email } = await api.account();
  const client = await api.grant('screener', { award: 'sample', country: 'SG' }, personId);
  return { personId, email, client };
}
async function begun() {
  const person = await newPerson();
  const { body } = await person.client.post<{ secret: string; uri: string }>(`${path}/begin`, { password });
  return { ...person, ...body };
}
async function enrolled() {
  const person = await begun();
  const code = codeNow(person.secret);
  const { body } = await person.client.post<{ recoveryCodes: string[] }>(`${path}/confirm`, { code });
  return { ...person, first: code, recoveryCodes: body.recoveryCodes };
}
const stateOf = async (client: TestClient) => (await client.get<State>(path)).body;

async function signIn(email: string, also: object = {}) {
  const response = await fetch(`${api.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password, ...also }),
  });
  const { code } = (await response.json()) as { code?: string };
  const token = response.headers.get('set-auth-token');
  return { status: response.status, code, token, cookies: response.headers.getSetCookie() };
}

describe('setting up a second factor', () => {
  it('needs the password, and counts only once a code is confirmed', async () => {
    const { client, email } = await newPerson();
    const wrong = await client.post(`${path}/begin`, { password: 'not the password' });
    expect([wrong.status, wrong.body.type]).toEqual([403, '/problems/second-factor-wrong']);
    const { body } = await client.post<{ secret: string; uri: string }>(`${path}/begin`, { password });
    expect(body.uri).toContain(`secret=${body.secret}`);
    expect(await stateOf(client)).toEqual({ enrolled: false, since: null, recoveryCodesLeft: 0, lockedUntil: null });
    expect((await signIn(email)).status).toEqual(200);
  });

  it('gives ten recovery codes, shown once, and a mail that says so', async () => {
    const { client, personId, recoveryCodes } = await enrolled();
    expect(new Set(recoveryCodes).size).toEqual(10);
    expect(await stateOf(client)).toMatchObject({ enrolled: true, recoveryCodesLeft: 10 });
    const mails = await api.db.read.selectFrom('mails').select('kind').where('person_id', '=', personId).execute();
    expect(mails).toEqual([{ kind: 'second-factor-changed' }]);
  });

  it('is refused while there is one: it is removed first', async () => {
    const { client } = await enrolled();
    const again = await client.post(`${path}/begin`, { password });
    expect([again.status, again.body.type]).toEqual([409, '/problems/second-factor-set']);
  });

  it('keeps neither the secret nor a recovery code as it is', async () => {
    const { personId, secret, recoveryCodes } = await enrolled();
    const row = await api.db.read
      .selectFrom('second_factors')
      .selectAll()
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    const stored = JSON.stringify({ ...row, secret: row.secret?.toString('latin1') });
    for (const kept of [secret, ...recoveryCodes]) expect(stored).not.toContain(kept);
  });

  it('names the field that is wrong', async () => {
    const { client } = await begun();
    const { status, body } = await client.post(`${path}/confirm`, { code: '12' });
    expect([status, body.errors]).toEqual([
      400,
      [{ field: 'code', rule: 'must be the six digits of your app, or a recovery code', code: 'code' }],
    ]);
  });
});

describe('signing in', () => {
  it('asks one who has a second factor for its code, and opens no session without', async () => {
    const { email } = await enrolled();
    const { cookies, ...needed } = await signIn(email);
    expect(needed).toEqual({ status: 403, code: 'SECOND_FACTOR_NEEDED', token: null });
    // What remembers for the code that follows; it is no session.
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['better-auth.awaits_code']);
    const cookie = cookies[0]?.split(';')[0] ?? '';
    expect((await fetch(`${api.url}/api/v1/me`, { headers: { cookie } })).status).toEqual(401);
    const wrong = await signIn(email, { code: '000000' });
    expect(wrong).toEqual({ status: 401, code: 'SECOND_FACTOR_WRONG', token: null, cookies: [] });
  });

  it('lets in with the code, by cookie and by token', async () => {
    const { email, secret } = await enrolled();
    const { status, token, cookies } = await signIn(email, { code: codeNow(secret, 1) });
    expect([status, cookies.length > 0]).toEqual([200, true]);
    const me = (headers: { [name: string]: string }) => fetch(`${api.url}/api/v1/me`, { headers });
    expect((await me({ authorization: `Bearer ${token}` })).status).toEqual(200);
    expect((await me({ cookie: cookies[0]?.split(';')[0] ?? '' })).status).toEqual(200);
  });

  it('says nothing of a second factor to one without the password', async () => {
    const { email, secret } = await enrolled();
    const answer = await signIn(email, { password: 'not the password', code: codeNow(secret, 1) });
    expect([answer.status, answer.code]).toEqual([401, 'INVALID_EMAIL_OR_PASSWORD']);
  });

  it('takes each code and each recovery code once', async () => {
    const { email, secret, recoveryCodes } = await enrolled();
    const code = codeNow(secret, 1);
    const tries = [{ code }, { code }, { code: recoveryCodes[0] }, { code: recoveryCodes[0] }];
    const statuses: number[] = [];
    for (const each of tries) statuses.push((await signIn(email, each)).status);
    expect(statuses).toEqual([200, 401, 200, 401]);
  });

  it('takes a code that two try at once from one of them', async () => {
    const { email, secret } = await enrolled();
    const code = codeNow(secret, 1);
    const both = await Promise.all([signIn(email, { code }), signIn(email, { code })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('pauses after five wrong codes, also for the right one', async () => {
    const { email, client, recoveryCodes } = await enrolled();
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 5; n += 1) codes.push((await signIn(email, { code: '000000' })).code);
    expect(codes).toEqual([...Array<string>(4).fill('SECOND_FACTOR_WRONG'), 'SECOND_FACTOR_LOCKED']);
    expect((await signIn(email, { code: recoveryCodes[0] })).code).toEqual('SECOND_FACTOR_LOCKED');
    expect((await stateOf(client)).lockedUntil).toMatch(/Z$/);
  });

  it('leaves another process of the installation with the same codes', async () => {
    const { personId, recoveryCodes } = await enrolled();
    const pool = api.db.readPool;
    const other = makeAuth({ pool, settings: { AUTH_SECRET: api.authSecret, PUBLIC_URL: api.url } });
    await other.secondFactors.use(personId, recoveryCodes[3] ?? '');
    await other.close();
    await expect(api.secondFactors.use(personId, recoveryCodes[3] ?? '')).rejects.toThrow('used before');
  });
});

describe('a second factor', () => {
  it('is removed with password and code only', async () => {
    const { client, email, recoveryCodes } = await enrolled();
    const [one, two] = recoveryCodes;
    expect((await client.post(`${path}/remove`, { password: 'not the password', code: one })).status).toEqual(403);
    expect((await client.post(`${path}/remove`, { password, code: '000000' })).status).toEqual(403);
    const removed = await client.post<State>(`${path}/remove`, { password, code: two });
    expect(removed.body).toEqual({ enrolled: false, since: null, recoveryCodesLeft: 0, lockedUntil: null });
    expect((await signIn(email)).status).toEqual(200);
  });

  it('gets new recovery codes, and the old ones end', async () => {
    const { client, recoveryCodes } = await enrolled();
    const { body } = await client.post<{ recoveryCodes: string[] }>(`${path}/recovery-codes`, {
      code: recoveryCodes[0],
    });
    expect(body.recoveryCodes.some((code) => recoveryCodes.includes(code))).toEqual(false);
    expect((await client.post(`${path}/recovery-codes`, { code: recoveryCodes[1] })).status).toEqual(403);
    expect((await client.post(`${path}/recovery-codes`, { code: body.recoveryCodes[1] })).status).toEqual(200);
  });

  it('that is lost is reset by an administrator, with a reason, a mail and a line in the record', async () => {
    const { client, email, personId } = await enrolled();
    const reset = `/members/${personId}/second-factor/reset`;
    expect((await client.post(reset, { reason: 'The telephone is lost.' })).status).toEqual(403);
    expect((await administrator.post(reset, {})).status).toEqual(400);
    expect((await administrator.post(reset, { reason: 'The telephone is lost.' })).status).toEqual(200);
    expect((await signIn(email)).status).toEqual(200);
    const record = await api.db.read
      .selectFrom('people_audit')
      .select(['actor', 'what'])
      .where('person_id', '=', personId)
      .orderBy('at', 'desc')
      .limit(1)
      .execute();
    expect(record).toEqual([{ actor: administrator.personId, what: 'second factor reset' }]);
  });
});
