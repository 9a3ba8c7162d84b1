// Signing in as a browser does: by a link in a mail, by an invitation, with a code after it; sessions seen and ended.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeInvitation } from '../../db/invitations.ts';
import { openTestApi, password, type TestApi } from '../support/api.ts';
import { openJar } from '../support/browser-jar.ts';
import { codeNow } from '../support/second-factor.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

/** One with a role, known by one address; and an account where it is said. */
async function newPerson({ account = true } = {}) {
  const personId = account ? (await api.account()).personId : await api.person();
  const email = `${personId}@example.org`;
  await api.db.read.updateTable('people').set({ email }).where('person_id', '=', personId).execute();
  await api.grant('screener', { award: 'sample', country: 'SG' }, personId);
  return { personId, email };
}
async function enrolled() {
  const person = await newPerson();
  const { secret } = await api.secondFactors.begin(person.personId, person.email, password);
  const recoveryCodes = await api.secondFactors.confirm(person.personId, codeNow(secret));
  return { ...person, recoveryCodes };
}
const mailsTo = (personId: string) =>
  api.db.read
    .selectFrom('mails')
    .select(['kind', 'language', 'subject', 'secret'])
    .where('person_id', '=', personId)
    .where('kind', 'not in', ['role-granted'])
    .orderBy('created_at')
    .execute();
const askForLink = (email: string, jar = openJar(api.url)) => jar.post('/api/auth/sign-in/magic-link', { email });
async function linkOf(personId: string, email: string): Promise<string> {
  const before = (await mailsTo(personId)).length;
  expect((await askForLink(email)).status).toEqual(200);
  await expect.poll(async () => (await mailsTo(personId)).length).toEqual(before + 1);
  return (await mailsTo(personId)).at(-1)?.secret ?? '';
}
const verify = (jar: ReturnType<typeof openJar>, token: string, headers = {}) =>
  jar.get(`/api/auth/magic-link/verify?token=${token}`, headers);
const codeOf = async (response: Response) => ((await response.json()) as { code?: string }).code;
const whoIs = async (jar: ReturnType<typeof openJar>) =>
  ((await (await jar.get('/api/v1/me')).json()) as { personId?: string }).personId;

describe('a link to sign in', () => {
  it('comes by mail to one who has an account, and signs in once', async () => {
    const { personId, email } = await newPerson();
    const token = await linkOf(personId, email.toUpperCase());
    const jar = openJar(api.url);
    expect((await verify(jar, token)).status).toEqual(200);
    expect(await whoIs(jar)).toEqual(personId);
    const again = await verify(openJar(api.url), token);
    expect([again.status, again.headers.getSetCookie()]).toEqual([302, []]);
  });

  it('is written in the language of its reader', async () => {
    const { personId, email } = await newPerson();
    await api.db.read.updateTable('people').set({ language: 'th' }).where('person_id', '=', personId).execute();
    await linkOf(personId, email);
    expect(await mailsTo(personId)).toMatchObject([{ kind: 'sign-in-link', language: 'th' }]);
  });

  it('is answered for an address that nobody has as for any other', async () => {
    const { email } = await newPerson();
    const answers = [await askForLink(email), await askForLink('nobody-here@example.org')];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const [known, unknown] = await Promise.all(answers.map((answer) => answer.text()));
    expect(unknown).toEqual(known);
  });

  it('is kept as a hash alone, and makes nobody', async () => {
    const { personId, email } = await newPerson();
    const token = await linkOf(personId, email);
    await askForLink('nobody-here@example.org');
    const rows = await api.db.readPool.query('select * from verification');
    expect(JSON.stringify(rows.rows)).not.toContain(token);
    const made = await api.db.readPool.query(`select from "user" where email = 'nobody-here@example.org'`);
    expect(made.rowCount).toEqual(0);
  });

  it('opens the account of one who was invited and never came', async () => {
    const { personId, email } = await newPerson({ account: false });
    await makeInvitation(api.db, personId);
    const token = await linkOf(personId, email);
    expect(await mailsTo(personId)).toMatchObject([{ kind: 'account-link' }]);
    const jar = openJar(api.url);
    expect((await jar.post('/api/v1/accounts/accept', { token })).status).toEqual(200);
    expect(await whoIs(jar)).toEqual(personId);
  });

  it('does not go to a shared mailbox unless a second factor tells its readers apart', async () => {
    const one = await newPerson();
    const two = await enrolled();
    for (const { personId } of [one, two])
      await api.db.read
        .updateTable('people')
        .set({ mailbox: 'office@example.org' })
        .where('person_id', '=', personId)
        .execute();
    await askForLink(one.email);
    await linkOf(two.personId, two.email);
    expect(await mailsTo(one.personId)).toEqual([]);
  });

  it('asks one who has a second factor for its code, and takes it in a step of its own', async () => {
    const { personId, email, recoveryCodes } = await enrolled();
    const jar = openJar(api.url);
    const needed = await verify(jar, await linkOf(personId, email));
    expect([needed.status, await codeOf(needed)]).toEqual([403, 'SECOND_FACTOR_NEEDED']);
    expect(await whoIs(jar)).toEqual(undefined);
    const wrong = await jar.post('/api/auth/sign-in/code', { code: '000000' });
    expect([wrong.status, await codeOf(wrong)]).toEqual([401, 'SECOND_FACTOR_WRONG']);
    const none = await jar.post('/api/auth/sign-in/code', {});
    expect([none.status, await codeOf(none)]).toEqual([403, 'SECOND_FACTOR_NEEDED']);
    expect((await jar.post('/api/auth/sign-in/code', { code: recoveryCodes[0] })).status).toEqual(200);
    expect(await whoIs(jar)).toEqual(personId);
    expect(jar.cookies()).toEqual(['better-auth.session_token']);
  });

  it('is refused where a page of another site opens it', async () => {
    const { personId, email } = await newPerson();
    const token = await linkOf(personId, email);
    const answer = await verify(openJar(api.url), token, { 'sec-fetch-site': 'cross-site' });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
    expect((await verify(openJar(api.url), token)).status).toEqual(200);
  });

  it('pauses for an address after five requests from one place', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await askForLink('often@example.org')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });
});

describe('the code step', () => {
  it('follows the password too', async () => {
    const { personId, email, recoveryCodes } = await enrolled();
    const jar = openJar(api.url);
    expect((await jar.post('/api/auth/sign-in/email', { email, password })).status).toEqual(403);
    expect((await jar.post('/api/auth/sign-in/code', { code: recoveryCodes[0] })).status).toEqual(200);
    expect(await whoIs(jar)).toEqual(personId);
  });

  it('is nothing without a first way in, or in another browser', async () => {
    const { email, recoveryCodes } = await enrolled();
    await openJar(api.url).post('/api/auth/sign-in/email', { email, password });
    const answer = await openJar(api.url).post('/api/auth/sign-in/code', { code: recoveryCodes[0] });
    expect([answer.status, await codeOf(answer)]).toEqual([401, 'SIGN_IN_EXPIRED']);
  });
});

describe('an invitation', () => {
  it('says whom it is for, and signs in without a password', async () => {
    const { personId, email } = await newPerson({ account: false });
    const { token } = await makeInvitation(api.db, personId);
    const jar = openJar(api.url);
    const shown = await jar.post('/api/v1/accounts/invitation', { token });
    expect(await shown.json()).toMatchObject({ name: 'Sample person', language: 'en' });
    const accepted = await jar.post('/api/v1/accounts/accept', { token });
    expect([accepted.status, await accepted.json()]).toEqual([200, { email, signedIn: true }]);
    expect(await (await jar.get('/api/v1/me')).json()).toMatchObject({ personId, roles: [{ role: 'screener' }] });
    expect((await jar.post('/api/v1/accounts/invitation', { token })).status).toEqual(409);
  });

  it('gives programs a token', async () => {
    const { personId } = await newPerson({ account: false });
    const { token } = await makeInvitation(api.db, personId);
    const { headers } = await api.as(null).post('/accounts/accept', { token });
    const authorization = `Bearer ${headers.get('set-auth-token')}`;
    expect((await api.as(null).get('/me', { authorization })).body.personId).toEqual(personId);
  });

  it('signs nobody past a second factor', async () => {
    const { personId } = await enrolled();
    const { token } = await makeInvitation(api.db, personId);
    const jar = openJar(api.url);
    const accepted = await jar.post('/api/v1/accounts/accept', { token });
    expect(await accepted.json()).toMatchObject({ signedIn: false });
    expect(jar.cookies()).toEqual([]);
  });
});

describe('a password', () => {
  async function invited() {
    const person = await newPerson({ account: false });
    const { token } = await makeInvitation(api.db, person.personId);
    const jar = openJar(api.url);
    await jar.post('/api/v1/accounts/accept', { token });
    return { ...person, jar };
  }
  /** As if the sessions had been opened an hour ago. */
  const age = (personId: string) =>
    api.db.readPool.query(`update session set "createdAt" = "createdAt" - interval '1 hour' where "userId" = $1`, [
      personId,
    ]);

  it('is chosen by one who has just signed in without one', async () => {
    const { email, jar, personId } = await invited();
    expect(await (await jar.get('/api/v1/me/sign-in')).json()).toMatchObject({
      password: false,
      freshUntil: expect.any(String),
    });
    expect((await jar.post('/api/v1/me/password', { password })).status).toEqual(200);
    expect(await (await jar.get('/api/v1/me/sign-in')).json()).toMatchObject({ password: true });
    expect((await openJar(api.url).post('/api/auth/sign-in/email', { email, password })).status).toEqual(200);
    expect(await mailsTo(personId)).toMatchObject([{ kind: 'password-changed' }]);
  });

  it('is changed with the present one, and ends the other sessions', async () => {
    const { personId, email } = await newPerson();
    const [here, there] = [openJar(api.url), openJar(api.url)];
    for (const jar of [here, there]) await jar.post('/api/auth/sign-in/email', { email, password });
    await age(personId);
    const wrong = await here.post('/api/v1/me/password', { password: 'another password', present: 'not it' });
    expect([wrong.status, ((await wrong.json()) as { type: string }).type]).toEqual([403, '/problems/password-wrong']);
    const right = await here.post('/api/v1/me/password', { password: 'another password', present: password });
    expect(right.status).toEqual(200);
    expect([await whoIs(here), await whoIs(there)]).toEqual([personId, undefined]);
  });

  it('is not changed by an open session alone', async () => {
    const { jar, personId } = await invited();
    await age(personId);
    for (const [path, body] of [
      ['/api/v1/me/password', { password }],
      ['/api/v1/me/second-factor/begin', {}],
    ] as const) {
      const answer = await jar.post(path, body);
      expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([
        403,
        '/problems/sign-in-again',
      ]);
    }
    expect(await (await jar.get('/api/v1/me/sign-in')).json()).toMatchObject({ freshUntil: null });
  });

  it('is not needed for a second factor by one who has just signed in', async () => {
    const { jar } = await invited();
    const { secret } = (await (await jar.post('/api/v1/me/second-factor/begin', {})).json()) as { secret: string };
    const confirmed = await jar.post('/api/v1/me/second-factor/confirm', { code: codeNow(secret) });
    const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] };
    expect((await jar.post('/api/v1/me/second-factor/remove', { code: recoveryCodes[0] })).status).toEqual(200);
  });
});

describe('my sessions', () => {
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const telephone =
    'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36';
  type Listed = { sessions: { sessionId: string; current: boolean; browser: string; system: string; way: string }[] };
  const listed = async (jar: ReturnType<typeof openJar>) =>
    ((await (await jar.get('/api/v1/me/sessions')).json()) as Listed).sessions;
  async function twice() {
    const { personId, email } = await newPerson();
    const [desk, phone] = [openJar(api.url), openJar(api.url)];
    await desk.post('/api/auth/sign-in/email', { email, password }, { 'user-agent': firefox });
    await verify(phone, await linkOf(personId, email), { 'user-agent': telephone });
    return { personId, desk, phone };
  }

  it('show with what and how each was opened, and which is this one', async () => {
    const { desk } = await twice();
    expect(await listed(desk)).toMatchObject([
      { browser: 'Chrome', system: 'Android', way: 'link', current: false, address: expect.any(String) },
      { browser: 'Firefox', system: 'Windows', way: 'password', current: true },
    ]);
    expect(JSON.stringify(await listed(desk))).not.toContain('token');
  });

  it('are ended one by one, at once', async () => {
    const { personId, desk, phone } = await twice();
    expect([await whoIs(desk), await whoIs(phone)]).toEqual([personId, personId]);
    const [other] = (await listed(desk)).filter(({ current }) => !current);
    expect((await desk.post(`/api/v1/me/sessions/${other?.sessionId}/end`)).status).toEqual(200);
    expect([await whoIs(desk), await whoIs(phone)]).toEqual([personId, undefined]);
    expect((await desk.post(`/api/v1/me/sessions/${other?.sessionId}/end`)).status).toEqual(404);
  });

  it('are ended all but this one', async () => {
    const { personId, desk, phone } = await twice();
    await desk.post('/api/v1/me/sessions/end-others');
    expect([await whoIs(desk), await whoIs(phone)]).toEqual([personId, undefined]);
  });

  it("of somebody else are nobody's to end", async () => {
    const [mine, theirs] = [await twice(), await twice()];
    const [one] = await listed(theirs.desk);
    expect((await mine.desk.post(`/api/v1/me/sessions/${one?.sessionId}/end`)).status).toEqual(404);
    expect(await whoIs(theirs.phone)).toEqual(theirs.personId);
  });

  it('are asked to sign in again, in words, when they have ended', async () => {
    const { desk, phone } = await twice();
    await desk.post('/api/v1/me/sessions/end-others');
    const answer = await phone.get('/api/v1/me');
    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([401, '/problems/not-signed-in']);
  });
});

describe('a page of another site', () => {
  it('acts for nobody: what it sends is refused, with the cookie and without', async () => {
    const { email } = await newPerson();
    const jar = openJar(api.url);
    await jar.post('/api/auth/sign-in/email', { email, password });
    const elsewhere = [
      { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
      { origin: api.url, 'sec-fetch-site': 'cross-site' },
      { origin: `${api.url}0`, 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of elsewhere) {
      const answer = await jar.post('/api/v1/me/sessions/end-others', {}, headers);
      expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([
        403,
        '/problems/other-origin',
      ]);
    }
    const old = { origin: 'https://elsewhere.example', 'content-type': 'application/json' };
    const bare = await fetch(`${api.url}/api/v1/accounts/accept`, { method: 'POST', headers: old, body: '{}' });
    expect(bare.status).toEqual(403);
    expect((await jar.post('/api/v1/me/sessions/end-others')).status).toEqual(200);
  });
});

describe('the ways in', () => {
  it('are told to everybody; passkeys are not among them where browsers take none', async () => {
    expect((await api.as(null).get('/public/sign-in')).body).toEqual({
      password: true,
      link: true,
      passkey: false,
      issuer: null,
    });
    for (const path of [
      '/passkey/generate-authenticate-options',
      '/callback/oidc',
      '/sign-up/email',
      '/reset-password',
    ])
      expect((await fetch(`${api.url}/api/auth${path}`)).status).toEqual(404);
  });
});
