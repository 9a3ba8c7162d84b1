// People who really sign in, by cookie: for pages that are about just that.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { password, type TestApi } from './api.ts';
import type { Look, Pages } from './pages.ts';

/** One with a role and an account, known by one address. */
export async function newPerson(api: TestApi): Promise<{ personId: string; email: string }> {
  const { personId, email } = await api.account();
  await api.db.read.updateTable('people').set({ email }).where('person_id', '=', personId).execute();
  await api.grant('applicant', { award: api.definition.key, country: 'SG' }, personId);
  return { personId, email };
}

/** A browser of that person's own, signed in, at a place below /app. */
export async function signInAs({ api, open }: Pages, email: string, place: string, look?: Look): Promise<Page> {
  const page = await open(null, '/sign-in', look);
  const data = { email, password };
  const answer = await page.request.post(`${api.url}/api/auth/sign-in/email`, { data, headers: { origin: api.url } });
  expect(answer.status()).toEqual(200);
  await page.goto(`${api.url}/app${place}`);
  return page;
}

/** A device with a fingerprint, as the browser's own tools make one. */
export async function addVirtualAuthenticator(page: Page): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('WebAuthn.enable');
  await tools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

/** The token of the newest mail of that kind, once it is written. */
export async function secretTo(api: TestApi, personId: string, kind: string): Promise<string> {
  const find = async () =>
    (
      await api.db.read
        .selectFrom('mails')
        .select('secret')
        .where('person_id', '=', personId)
        .where('kind', '=', kind)
        .orderBy('created_at', 'desc')
        .executeTakeFirst()
    )?.secret ?? '';
  await expect.poll(find).not.toEqual('');
  return find();
}
