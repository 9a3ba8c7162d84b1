// Coming in through the pages: by a mailed link, a code, a passkey, an issuer, an invitation; and again when a session has ended.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../../api/accounts.ts';
import { makeInvitation } from '../../db/invitations.ts';
import { password } from '../support/api.ts';
import { openIssuer, type TestIssuer } from '../support/issuer.ts';
import { expectNoSideways, findBarriers, type Look, openPages, type Pages, shoot } from '../support/pages.ts';
import { codeNow } from '../support/second-factor.ts';
import { addVirtualAuthenticator, newPerson, secretTo, signInAs } from '../support/signing-in.ts';

let pages: Pages;
let issuer: TestIssuer;

beforeAll(async () => {
  issuer = await openIssuer();
  pages = await openPages(undefined, { host: 'localhost', issuer: issuer.known });
});
afterAll(async () => {
  await pages.close();
  issuer.close();
});

const phone: Look = { width: 360, language: 'th', scheme: 'dark' };
const home = (page: Page) => page.getByRole('heading', { level: 1, name: 'What is due' }).waitFor();
const close = (page: Page) => page.context().close();

describe('signing in', () => {
  it('offers what the installation offers, without barriers, also on a phone in Thai', async () => {
    const page = await pages.open(null, '/sign-in');
    for (const name of [
      'Sign in',
      'Mail me a link to sign in',
      'Sign in with a passkey',
      'Sign in with Sample ministry',
    ])
      await page.getByRole('button', { name, exact: true }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'sign-in');
    await close(page);
    const small = await pages.open(null, '/sign-in', phone);
    await small.getByRole('button', { name: 'เข้าสู่ระบบด้วยพาสคีย์' }).waitFor();
    await expectNoSideways(small);
    expect(await findBarriers(small, 'colours')).toEqual([]);
    await shoot(small, 'sign-in-th-phone');
    await close(small);
  });

  it('by a link in a mail, which waits for a button and works once', async () => {
    const { personId, email } = await newPerson(pages.api);
    const page = await pages.open(null, '/sign-in');
    await page.getByRole('button', { name: 'Mail me a link' }).click();
    await page.getByText('Write your e-mail address first.').waitFor();
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Mail me a link' }).click();
    await page.getByRole('status').getByText('Look into your mailbox').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'sign-in-link-sent');
    const token = await secretTo(pages.api, personId, 'sign-in-link');
    await page.goto(`${pages.api.url}/sign-in#link=${token}`);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await home(page);
    await page.goto('about:blank');
    await page.goto(`${pages.api.url}/sign-in#link=${token}`);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('alert').getByText('This link was used or is too old').waitFor();
    await page.getByRole('button', { name: 'Sign in another way' }).click();
    await page.getByLabel('E-mail address').waitFor();
    await close(page);
  });

  it('asks one who has a second factor for its code in a step of its own', async () => {
    const { personId, email } = await newPerson(pages.api);
    const { secret } = await pages.api.secondFactors.begin(personId, email, password);
    const [code = ''] = await pages.api.secondFactors.confirm(personId, codeNow(secret));
    const page = await pages.open(null, '/sign-in');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel(/^Password/).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('textbox', { name: 'Code of your second factor' }).fill('000000');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').getByText('The code is wrong').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'sign-in-code');
    await page.getByRole('textbox', { name: 'Code of your second factor' }).fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await home(page);
    await close(page);
  });

  it('by an issuer, back to where one wanted to go, and says why not', async () => {
    const { email } = await newPerson(pages.api);
    const page = await pages.open(null, '/account');
    const through = async (login: string) => {
      await page.getByRole('button', { name: 'Sign in with Sample ministry' }).click();
      await page.locator('[name=login]').fill(login);
      await page.locator('[name=password]').fill('any');
      await page.locator('button[type=submit]').click();
      await page.locator('button[type=submit]').filter({ hasText: 'Continue' }).click();
    };
    await through('stranger@example.org');
    await page.getByRole('alert').getByText('nobody with that address has an account here').waitFor();
    await page.context().clearCookies();
    await through(email);
    await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
    await close(page);
  });

  it('by a passkey, with nothing typed', async () => {
    const { email } = await newPerson(pages.api);
    const page = await signInAs(pages, email, '/account');
    await addVirtualAuthenticator(page);
    await page.getByLabel('Name of the passkey').fill('My phone');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('The passkey is added.').waitFor();
    await page.getByRole('list', { name: 'Passkeys' }).getByText('My phone').waitFor();
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await home(page);
    await close(page);
  });
});

describe('an invitation', () => {
  it('signs in with one button, in the language of the one who was invited, into the right role', async () => {
    const personId = await pages.api.person('สมหญิง ตัวอย่าง');
    await pages.api.db.read.updateTable('people').set({ language: 'th' }).where('person_id', '=', personId).execute();
    await pages.api.grant('focal-point', { award: 'sample', country: 'SG' }, personId);
    const { token } = await makeInvitation(pages.api.db, personId);
    const page = await pages.open(null, `/accept#token=${token}`, { width: 360 });
    await page.getByRole('heading', { level: 1, name: 'ยินดีต้อนรับ สมหญิง ตัวอย่าง' }).waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'accept-th-phone');
    expect(page.url()).not.toContain(token);
    await page.getByRole('button', { name: 'เปิดบัญชีของฉัน' }).click();
    await page.getByRole('heading', { level: 1, name: 'งานที่ต้องทำ' }).waitFor();
    const me = (await (await page.request.get(`${pages.api.url}/api/v1/me`)).json()) as { roles: object[] };
    expect(me.roles).toMatchObject([{ role: 'focal-point', country: 'SG' }]);
    await close(page);
  });

  it('that was used says so, and how to come in all the same', async () => {
    const page = await pages.open(null, '/accept?token=none');
    await page.getByRole('alert').getByText('This invitation was used or is too old.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'accept-over');
    await page.getByRole('link', { name: 'To sign-in' }).click();
    await page.getByLabel('E-mail address').waitFor();
    await close(page);
  });
});

describe('a session that has ended under somebody’s hands', () => {
  it('is opened again above the page, and nothing that was typed is lost', async () => {
    const { personId, email } = await newPerson(pages.api);
    const page = await signInAs(pages, email, '/account');
    await page.getByLabel('Name *', { exact: true }).fill('Sample person, renamed');
    await createAccount(pages.api.auth, { personId, email, name: 'Sample person', password });
    // Seen again after a while, the page reads anew what it shows.
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.getByLabel(/^Password/).fill(password);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'session-ended');
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your name is saved.').waitFor();
    expect(await page.getByLabel('Name *', { exact: true }).inputValue()).toEqual('Sample person, renamed');
    await close(page);
  });

  it('goes on here when it is opened again in another tab', async () => {
    const { personId, email } = await newPerson(pages.api);
    const page = await signInAs(pages, email, '/account');
    await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
    await createAccount(pages.api.auth, { personId, email, name: 'Sample person', password });
    // Seen again after a while, the page reads anew what it shows.
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.getByRole('button', { name: 'Mail me a link' }).click();
    const token = await secretTo(pages.api, personId, 'sign-in-link');
    const other = await page.context().newPage();
    await other.goto(`${pages.api.url}/sign-in#link=${token}`);
    await other.getByRole('button', { name: 'Sign in', exact: true }).click();
    await home(other);
    await other.close();
    await page.evaluate("window.dispatchEvent(new Event('focus'))");
    await dialog.waitFor({ state: 'hidden' });
    await close(page);
  });
});
