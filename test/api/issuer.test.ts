// Signing in by an OpenID Connect issuer, a real one that runs here: only people who are known, and our own code after it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, password, type TestApi } from '../support/api.ts';
import { type Jar, openJar } from '../support/browser-jar.ts';
import { openIssuer, type TestIssuer } from '../support/issuer.ts';
import { codeNow } from '../support/second-factor.ts';

let own: TestApi;
let trusting: TestApi;
const issuers: TestIssuer[] = [];
beforeAll(async () => {
  own = await openWithIssuer(false);
  trusting = await openWithIssuer(true);
});
afterAll(async () => {
  await Promise.all([own.close(), trusting.close()]);
  for (const issuer of issuers) issuer.close();
});

async function openWithIssuer(checksSecondFactor: boolean): Promise<TestApi> {
  const issuer = await openIssuer(checksSecondFactor);
  issuers.push(issuer);
  return openTestApi(undefined, { issuer: issuer.known });
}

/** Goes to the issuer, signs in there as that address, agrees, and comes back. @returns where the browser ends. */
async function goThrough(api: TestApi, jar: Jar, account: string): Promise<string> {
  const body = { provider: 'oidc', callbackURL: '/', errorCallbackURL: '/sign-in' };
  const begun = await jar.post('/api/auth/sign-in/social', body);
  const { url } = (await begun.json()) as { url: string };
  const there = openJar(new URL(url).origin);
  let at = url;
  for (let steps = 0; steps < 15 && !at.startsWith(api.url); steps += 1) at = await step(there, at, account);
  const back = await jar.get(at.replace(api.url, ''), { 'sec-fetch-site': 'cross-site' });
  return back.headers.get('location') ?? `${back.status}`;
}

async function step(there: Jar, at: string, account: string): Promise<string> {
  const page = await there.get(at);
  const next = page.headers.get('location');
  if (next !== null) return new URL(next, at).href;
  const text = await page.text();
  const prompt = /name="prompt" value="(\w+)"/.exec(text)?.[1] ?? '';
  const form = new URLSearchParams({ prompt, login: account, password: 'any' });
  const sent = await fetch(at, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: there.header(), 'content-type': 'application/x-www-form-urlencoded' },
    body: form,
  });
  there.take(sent);
  return new URL(sent.headers.get('location') ?? '', at).href;
}

async function known(api: TestApi) {
  const { personId, email } = await api.account();
  await api.grant('screener', { award: 'sample', country: 'SG' }, personId);
  return { personId, email };
}
async function enrolled(api: TestApi) {
  const person = await known(api);
  const { secret } = await api.secondFactors.begin(person.personId, person.email, password);
  return { ...person, codes: await api.secondFactors.confirm(person.personId, codeNow(secret)) };
}
const whoIs = async (jar: Jar) => ((await (await jar.get('/api/v1/me')).json()) as { personId?: string }).personId;
const count = async (api: TestApi, table: string) => (await api.db.readPool.query(`select from ${table}`)).rowCount;

describe('an issuer', () => {
  it('is offered by its name', async () => {
    expect((await own.as(null).get('/public/sign-in')).body).toMatchObject({ issuer: { name: 'Sample ministry' } });
  });

  it('signs in whom it names by an address that it has verified', async () => {
    const { personId, email } = await known(own);
    const jar = openJar(own.url);
    expect(await goThrough(own, jar, email)).toEqual('/');
    expect(await whoIs(jar)).toEqual(personId);
    const { sessions } = (await (await jar.get('/api/v1/me/sessions')).json()) as { sessions: object[] };
    expect(sessions).toMatchObject([{ way: 'issuer' }]);
    const again = openJar(own.url);
    await goThrough(own, again, email);
    expect(await whoIs(again)).toEqual(personId);
  });

  it('keeps none of its tokens here', async () => {
    const { email } = await known(own);
    await goThrough(own, openJar(own.url), email);
    const { rows } = await own.db.readPool.query(
      `select distinct "accessToken", "refreshToken", "idToken" from account where "providerId" = 'oidc'`,
    );
    expect(rows).toEqual([{ accessToken: null, refreshToken: null, idToken: null }]);
  });

  it('makes nobody', async () => {
    const before = await count(own, '"user"');
    const jar = openJar(own.url);
    expect(await goThrough(own, jar, 'stranger@example.org')).toContain('/sign-in?error=signup_disabled');
    expect([await whoIs(jar), await count(own, '"user"')]).toEqual([undefined, before]);
  });

  it('lets nobody in by an address that it has not verified', async () => {
    const { email } = await known(own);
    const jar = openJar(own.url);
    expect(await goThrough(own, jar, `unverified.${email}`)).toContain('/sign-in?error=account_not_linked');
    expect(await whoIs(jar)).toEqual(undefined);
  });

  it('is followed by the code of one who has a second factor', async () => {
    const { personId, email, codes } = await enrolled(own);
    const jar = openJar(own.url);
    expect(await goThrough(own, jar, email)).toContain('/sign-in?error=SECOND_FACTOR_NEEDED');
    expect(await whoIs(jar)).toEqual(undefined);
    expect((await jar.post('/api/auth/sign-in/code', { code: codes[0] })).status).toEqual(200);
    expect(await whoIs(jar)).toEqual(personId);
  });

  it('is enough where the settings say that it has asked for two factors', async () => {
    const { personId, email } = await enrolled(trusting);
    const jar = openJar(trusting.url);
    expect(await goThrough(trusting, jar, email)).toEqual('/');
    expect(await whoIs(jar)).toEqual(personId);
    const byPassword = await openJar(trusting.url).post('/api/auth/sign-in/email', { email, password });
    expect(byPassword.status).toEqual(403);
  });

  it('sends nobody to another site afterwards, and takes no tokens from pages', async () => {
    const jar = openJar(own.url);
    const body = { provider: 'oidc', callbackURL: 'https://elsewhere.example/' };
    expect((await jar.post('/api/auth/sign-in/social', body)).status).toEqual(403);
    const token = { provider: 'oidc', callbackURL: '/', idToken: { token: 'made up' } };
    const answer = await jar.post('/api/auth/sign-in/social', token);
    expect(await answer.json()).toMatchObject({ url: expect.stringContaining(issuers[0]?.url ?? 'none') });
  });
});
