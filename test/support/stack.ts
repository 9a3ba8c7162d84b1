// A whole installation of its own, as `npm start` makes it, and a browser whose people sign in by the page.
import type { Browser, Page } from 'playwright-core';
import { inject } from 'vitest';
import { codeOf, fromBase32, stepAt } from '../../api/totp.ts';
import { sampleDomain, samplePassword } from '../../local/accounts.ts';
import { openAuthenticator } from '../../local/authenticator.ts';
import { type Laureate, startLaureate } from '../../local/laureate.ts';
import { fastestBase, openThrowaway } from '../../local/throwaway.ts';
import { type Look, launchBrowser, newContext } from './pages.ts';

export type Stack = {
  laureate: Laureate;
  browser: Browser;
  password: string;
  /** A sample account that has come in by the sign-in page, at a place below /app. */
  signIn(account: string, place?: string, look?: Look): Promise<Page>;
  /** Sets a second factor up on the account page, as the app on a phone would. */
  setSecondFactor(account: string): Promise<void>;
  nextCode(account: string): Promise<string>;
  close(): Promise<void>;
};

export async function openStack(): Promise<Stack> {
  const { home, supervisor } = await openThrowaway(await fastestBase());
  const env = { PATH: process.env.PATH, TEMPORAL_CLI_PATH: inject('temporalProgram'), LAUREATE_HOME: home, PORT: '0' };
  const lost = (what: string) => console.error(what);
  const [laureate, browser] = await Promise.all([startLaureate({ env, tell: () => {}, lost }), launchBrowser()]);
  const password = await samplePassword(home);
  const authenticator = openAuthenticator(home);
  const signIn: Stack['signIn'] = async (account, place = '/', look = {}) => {
    const page = await (await newContext(browser, look)).newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => console.error(`${account} at ${place}: ${error.stack}`));
    await page.goto(`${laureate.url}/app/sign-in?back=${encodeURIComponent(place)}`);
    await page.getByLabel('E-mail address').fill(`${account}@${sampleDomain}`);
    await page.getByLabel(/^Password/).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    if (await authenticator.has(account)) {
      await page.getByRole('textbox', { name: /^Code/ }).fill(await authenticator.nextCode(account));
      await page.getByRole('button', { name: 'Continue' }).click();
    }
    // What would come to lie under the pointer is fetched ahead, as if one were about to open it.
    await page.mouse.move(0, 0);
    await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
    return page;
  };
  const setSecondFactor = async (account: string) => {
    const page = await signIn(account, '/account');
    await page.getByRole('button', { name: 'Set up a second factor' }).click();
    const secret = ((await page.locator('code').textContent()) ?? '').replaceAll(/\s/g, '');
    await page.getByLabel(/^Code/).fill(codeOf(fromBase32(secret), stepAt(new Date())));
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.getByText('Your recovery codes').waitFor();
    await authenticator.keep(account, secret, await page.locator('li code').allTextContents());
    await page.context().close();
  };
  const close = async () => {
    await browser.close();
    await laureate.stop();
    await supervisor.stop();
  };
  const { nextCode } = authenticator;
  return { laureate, browser, password, signIn, setSecondFactor, nextCode, close };
}
