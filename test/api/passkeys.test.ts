// Passkeys over HTTP: added by one who has just signed in, signed in with, seen and removed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, password, type TestApi } from '../support/api.ts';
import { openAuthenticator } from '../support/authenticator.ts';
import { type Jar, openJar } from '../support/browser-jar.ts';
import { codeNow } from '../support/second-factor.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi(undefined, { host: 'localhost' });
});
afterAll(() => api.close());

type Options = { challenge: string; rp: { id: string }; rpId: string };
const json = async <Body>(response: Response) => (await response.json()) as Body;

/** One with a role, who has signed in by password. */
async function signedIn() {
  const { personId, email } = await api.account();
  await api.grant('screener', { award: 'sample', country: 'SG' }, personId);
  const jar = openJar(api.url);
  await jar.post('/api/auth/sign-in/email', { email, password });
  return { personId, email, jar };
}
async function added(jar: Jar, device = openAuthenticator(api.url)) {
  const options = await json<Options>(await jar.get('/api/auth/passkey/generate-register-options'));
  const body = { response: device.register(options), name: 'Sample telephone' };
  const answer = await jar.post('/api/auth/passkey/verify-registration', body);
  return { device, answer };
}
async function enter(device: ReturnType<typeof openAuthenticator>, verifiesUser = true) {
  const jar = openJar(api.url);
  const options = await json<Options>(await jar.get('/api/auth/passkey/generate-authenticate-options'));
  const body = { response: device.authenticate(options, verifiesUser) };
  return { jar, answer: await jar.post('/api/auth/passkey/verify-authentication', body), body };
}
const whoIs = async (jar: Jar) => (await json<{ personId?: string }>(await jar.get('/api/v1/me'))).personId;
const ownWays = async (jar: Jar) =>
  json<{ passkeys: { passkeyId: string; name: string }[] }>(await jar.get('/api/v1/me/sign-in'));
async function enrol({ personId, email }: { personId: string; email: string }): Promise<string[]> {
  const { secret } = await api.secondFactors.begin(personId, email, password);
  return api.secondFactors.confirm(personId, codeNow(secret));
}

describe('a passkey', () => {
  it('is offered where browsers take them', async () => {
    expect((await api.as(null).get('/public/sign-in')).body).toMatchObject({ passkey: true });
  });

  it('signs in without an address and without a password', async () => {
    const { personId, jar } = await signedIn();
    const { device, answer } = await added(jar);
    expect(answer.status).toEqual(200);
    const entered = await enter(device);
    expect([entered.answer.status, await whoIs(entered.jar)]).toEqual([200, personId]);
  });

  it('is listed with its name, told of by mail, and removed', async () => {
    const { personId, jar } = await signedIn();
    const { device } = await added(jar);
    const { passkeys } = await ownWays(jar);
    expect(passkeys).toMatchObject([{ name: 'Sample telephone', passkeyId: expect.any(String) }]);
    await jar.post('/api/auth/passkey/delete-passkey', { id: passkeys[0]?.passkeyId });
    expect((await ownWays(jar)).passkeys).toEqual([]);
    expect((await enter(device)).answer.status).toEqual(401);
    const kinds = async () =>
      (
        await api.db.read
          .selectFrom('mails')
          .select('kind')
          .where('person_id', '=', personId)
          .where('kind', 'like', 'passkey-%')
          .execute()
      ).map(({ kind }) => kind);
    await expect.poll(async () => (await kinds()).sort()).toEqual(['passkey-added', 'passkey-removed']);
  });

  it('is added by one who has signed in a moment ago only', async () => {
    const { personId, jar } = await signedIn();
    const older = `update session set "createdAt" = "createdAt" - interval '1 hour' where "userId" = $1`;
    await api.db.readPool.query(older, [personId]);
    const answer = await jar.get('/api/auth/passkey/generate-register-options');
    expect([answer.status, (await json<{ code: string }>(answer)).code]).toEqual([403, 'SESSION_NOT_FRESH']);
  });

  it("is not somebody else's to remove", async () => {
    const [mine, theirs] = [await signedIn(), await signedIn()];
    await added(theirs.jar);
    const [passkey] = (await ownWays(theirs.jar)).passkeys;
    await mine.jar.post('/api/auth/passkey/delete-passkey', { id: passkey?.passkeyId });
    expect((await ownWays(theirs.jar)).passkeys).toHaveLength(1);
  });

  it('does not count for another site, or a second time', async () => {
    const { jar } = await signedIn();
    const { device } = await added(jar);
    const first = await enter(device);
    const again = await first.jar.post('/api/auth/passkey/verify-authentication', first.body);
    expect(again.status).toEqual(400);
    const elsewhere = openAuthenticator('http://elsewhere.example');
    expect((await added(jar, elsewhere)).answer.status).toBeGreaterThanOrEqual(400);
  });
});

describe('a passkey and the second factor', () => {
  it('is both at once where the device has checked who holds it', async () => {
    const person = await signedIn();
    const { device } = await added(person.jar);
    await enrol(person);
    const entered = await enter(device, true);
    expect([entered.answer.status, await whoIs(entered.jar)]).toEqual([200, person.personId]);
  });

  it('is the first alone where the device has not: the code follows', async () => {
    const person = await signedIn();
    const { device } = await added(person.jar);
    const [code] = await enrol(person);
    const entered = await enter(device, false);
    expect([entered.answer.status, (await json<{ code: string }>(entered.answer)).code]).toEqual([
      403,
      'SECOND_FACTOR_NEEDED',
    ]);
    expect(await whoIs(entered.jar)).toEqual(undefined);
    expect((await entered.jar.post('/api/auth/sign-in/code', { code })).status).toEqual(200);
    expect(await whoIs(entered.jar)).toEqual(person.personId);
    const { sessions } = await json<{ sessions: { way: string; current: boolean }[] }>(
      await entered.jar.get('/api/v1/me/sessions'),
    );
    expect(sessions.filter(({ current }) => current)).toMatchObject([{ way: 'passkey' }]);
  });
});
