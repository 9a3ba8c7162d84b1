// What browsers and proxies may keep of the API: nothing that depends on who asks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, password, type TestApi } from '../support/api.ts';
import { type Played, playNominations } from '../support/played-cycle.ts';

let api: TestApi;
let played: Played;
beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
});
afterAll(() => api.close());

const kept = (headers: Headers) => headers.get('cache-control');

describe('an answer of the API', () => {
  it('is kept nowhere, for people, for refusals and for writes', async () => {
    const { secretariat, applicant } = played.people;
    const answers = [
      await secretariat.get('/me'),
      await secretariat.get('/me/tasks'),
      await secretariat.get('/search?text=sample'),
      await secretariat.get(`/cycles/${played.cycleId}/progress`),
      await applicant.get(`/nominations/${played.ngo}`),
      await applicant.get('/cycles/nonsense'),
      await api.as(null).get('/me'),
      await secretariat.post(`/cycles/${played.cycleId}/suspend/preview`, { reason: 'A storm' }),
    ];
    expect(answers.map(({ headers }) => kept(headers))).toEqual(answers.map(() => 'no-store'));
  });
  it('is kept for a moment where it says so itself, for it is everybody’s', async () => {
    expect(kept((await api.as(null).get('/public/calls')).headers)).toEqual('public, max-age=60');
  });
});

describe('an answer of sign-in', () => {
  it('is kept nowhere', async () => {
    const { email } = await api.account();
    const headers = { 'content-type': 'application/json' };
    const enter = { method: 'POST', headers, body: JSON.stringify({ email, password }) };
    const entered = await fetch(`${api.url}/api/auth/sign-in/email`, enter);
    const cookie = entered.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const session = await fetch(`${api.url}/api/auth/get-session`, { headers: { cookie } });
    expect(await session.json()).toMatchObject({ user: { email } });
    const wrong = await fetch(`${api.url}/api/auth/sign-in/email`, {
      ...enter,
      body: '{"email":"a@example.org","password":"-"}',
    });
    expect([entered, session, wrong].map((one) => kept(one.headers))).toEqual(['no-store', 'no-store', 'no-store']);
  });
});

describe('a way back after sign-in', () => {
  it('never leads to another site', async () => {
    for (const away of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const query = new URLSearchParams({
        token: 'none',
        callbackURL: away,
        errorCallbackURL: away,
        newUserCallbackURL: away,
      });
      const verify = await fetch(`${api.url}/api/auth/magic-link/verify?${query}`, { redirect: 'manual' });
      expect([away, verify.status, verify.headers.get('location')]).toEqual([away, 403, null]);
    }
  });
  it('never leads to another site from an address of before', async () => {
    for (const path of ['/accept//evil.example', '/accept/%5Cevil.example', '/sign-in/..//evil.example']) {
      const answer = await fetch(`${api.url}${path}`, { redirect: 'manual' });
      expect(new URL(answer.headers.get('location') ?? '', api.url).origin).toEqual(api.url);
    }
  });
});

describe('the page', () => {
  it('runs no words as program, stands in nobody’s frame, and sends its forms home', async () => {
    const policy = (await fetch(`${api.url}/api/openapi.json`)).headers.get('content-security-policy') ?? '';
    expect(policy).not.toContain('unsafe-eval');
    expect(policy.split(';').map((one) => one.trim())).toEqual(
      expect.arrayContaining(["script-src 'self'", "base-uri 'self'", "frame-ancestors 'self'", "form-action 'self'"]),
    );
  });
});
