// One's own account in the pages: the name in each script, the ways in, the second factor, the sessions.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { password } from '../support/api.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { codeNow } from '../support/second-factor.ts';
import { addVirtualAuthenticator, newPerson, signInAs } from '../support/signing-in.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await openPages(undefined, { host: 'localhost' });
});
afterAll(() => pages.close());

const close = (page: Page) => page.context().close();
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
async function opened(look = {}) {
  const person = await newPerson(pages.api);
  return { ...person, page: await signInAs(pages, person.email, '/account', look) };
}
/** As if the sessions had been opened an hour ago; what is remembered of them is forgotten. */
async function age(personId: string): Promise<void> {
  const { readPool } = pages.api.db;
  const older = `update session set "createdAt" = "createdAt" - interval '1 hour' where "userId" = $1`;
  await readPool.query(older, [personId]);
  await readPool.query(`select pg_notify('laureate_sessions', $1)`, [personId]);
}

describe('my account', () => {
  it('has no barriers, in Thai and on a phone neither', async () => {
    const { page } = await opened();
    await section(page, 'My data').waitFor();
    await shoot(page, 'account');
    await close(page);
    const small = await opened({ width: 360, language: 'th', scheme: 'dark' });
    await section(small.page, 'ข้อมูลของฉัน').waitFor();
    await expectNoSideways(small.page);
    expect(await findBarriers(small.page, 'colours')).toEqual([]);
    await shoot(small.page, 'account-th-phone');
    await close(small.page);
  });

  it('keeps the name in each script as it is written there', async () => {
    const { page } = await opened();
    const name = section(page, 'My name');
    await name.getByLabel('In another script').click();
    await page.getByRole('option', { name: 'ไทย' }).click();
    await name.getByLabel('Whole name: ไทย').fill('สมหญิง ตัวอย่าง');
    await name.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your name is saved.').waitFor();
    await page.reload();
    expect(await name.getByLabel('Whole name: ไทย').inputValue()).toEqual('สมหญิง ตัวอย่าง');
    await close(page);
  });

  it('asks about a Burmese name that looks like Zawgyi, and changes nothing unasked', async () => {
    const { page } = await opened();
    const name = section(page, 'My name');
    await name.getByLabel('In another script').click();
    await page.getByRole('option', { name: 'မြန်မာ' }).click();
    // The word for Myanmar as Zawgyi stores it.
    await name.getByLabel('Whole name: မြန်မာ').fill('ျမန္မာ');
    await name.getByRole('button', { name: 'Save' }).click();
    await name.getByText('Is this Zawgyi?').waitFor();
    await shoot(page, 'account-zawgyi');
    await name.getByRole('button', { name: 'မြန်မာ' }).click();
    await name.getByText('Is this Zawgyi?').waitFor({ state: 'detached' });
    expect(await name.getByLabel('Whole name: မြန်မာ').inputValue()).toEqual('မြန်မာ');
    await close(page);
  });

  it('takes another zone and language at once', async () => {
    const { page, personId } = await opened();
    const preferences = section(page, 'Language and time');
    await preferences.getByLabel('Time zone').fill('Vientiane');
    await page.getByRole('option', { name: 'Asia/Vientiane' }).click();
    await page.getByText('Saved.').waitFor();
    expect((await pages.api.as(personId).get('/me')).body.zone).toEqual('Asia/Vientiane');
    await preferences.getByLabel('Language').click();
    await page.getByRole('option', { name: 'ไทย' }).click();
    await page.getByRole('heading', { level: 1, name: 'บัญชีของฉัน' }).waitFor();
    await close(page);
  });
});

describe('the ways in', () => {
  it('are changed with the present password, or after signing in again above the page', async () => {
    const { page, personId } = await opened();
    await section(page, 'Password').waitFor();
    await age(personId);
    await page.reload();
    const field = section(page, 'Password');
    await field.getByLabel(/^Present password/).fill('not the password');
    await field.getByLabel(/^New password/).fill('another good password');
    await field.getByRole('button', { name: 'Change the password' }).click();
    await field.getByRole('alert').getByText('The present password is wrong.').waitFor();
    await field.getByLabel(/^Present password/).fill(password);
    await field.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('The password is saved.').waitFor();
    await section(page, 'Second factor').getByRole('button', { name: 'Sign in again' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Password/).fill('another good password');
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await section(page, 'Second factor').getByRole('button', { name: 'Set up a second factor' }).waitFor();
    await close(page);
  });

  it('show a passkey that was added, and remove it when that is confirmed', async () => {
    const { page } = await opened();
    await addVirtualAuthenticator(page);
    const keys = section(page, 'Passkeys');
    await keys.getByLabel('Name of the passkey').fill('My laptop');
    await keys.getByRole('button', { name: 'Add a passkey' }).click();
    await keys.getByRole('listitem').getByText('My laptop').waitFor();
    await keys.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByText('Nobody signs in with “My laptop” any more.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await keys.getByText('You have no passkey yet.').waitFor();
    await close(page);
  });

  it('get a second factor: a picture for the app, a code, recovery codes shown once', async () => {
    const { page } = await opened();
    const factor = section(page, 'Second factor');
    await factor.getByRole('button', { name: 'Set up a second factor' }).click();
    await factor.getByRole('img', { name: 'QR code for an authenticator app' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'account-second-factor');
    const secret = ((await factor.locator('code').textContent()) ?? '').replaceAll(' ', '');
    const code = factor.getByRole('textbox', { name: 'Code of your second factor' });
    await code.fill('12');
    await factor.getByRole('button', { name: 'Confirm' }).click();
    await factor.getByRole('alert').waitFor();
    await code.fill(codeNow(secret));
    await factor.getByRole('button', { name: 'Confirm' }).click();
    await factor.getByText('Your recovery codes').waitFor();
    const codes = await factor.getByRole('listitem').allTextContents();
    expect(codes).toHaveLength(10);
    await shoot(page, 'account-recovery-codes');
    await factor.getByRole('button', { name: 'I have kept them' }).click();
    await factor.getByText('10 recovery codes are left.').waitFor();
    await factor.getByRole('button', { name: 'Remove the second factor' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Code of your second factor' }).fill(codes[0] ?? '');
    await dialog.getByRole('button', { name: 'Remove the second factor' }).click();
    await factor.getByRole('button', { name: 'Set up a second factor' }).waitFor();
    await close(page);
  });
});

describe('where I am signed in', () => {
  it('lists the sessions, ends one, and ends all the others', async () => {
    const { page, email } = await opened();
    const others = [await signInAs(pages, email, '/account'), await signInAs(pages, email, '/account', { width: 360 })];
    await page.reload();
    const list = section(page, 'Where you are signed in');
    await list.getByText('this one').waitFor();
    expect(await list.getByRole('listitem').count()).toEqual(3);
    await list.getByRole('button', { name: 'Sign out there' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out there' }).click();
    await list.getByRole('listitem').nth(2).waitFor({ state: 'detached' });
    expect(await list.getByRole('listitem').count()).toEqual(2);
    await list.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await page.getByRole('dialog').getByText('One other session ends at once.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere else' }).click();
    await list.getByRole('listitem').nth(1).waitFor({ state: 'detached' });
    for (const other of others) {
      expect((await other.request.get(`${pages.api.url}/api/v1/me`)).status()).toEqual(401);
      await close(other);
    }
    await close(page);
  });
});
