// What somebody finds who has only read the lines of npm start: each account has work, and its first screen is light.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAround } from '../../local/look-around.ts';
import { openStack, type Stack } from '../support/stack.ts';

/** Kilobytes of script, as they travel, that the first screen of a role may need. */
const limit = 300;
let stack: Stack;
beforeAll(async () => {
  stack = await openStack();
  await lookAround(stack.laureate, () => {});
});
afterAll(() => stack.close());

/** The scripts of a page that has come to rest, in kilobytes. */
const scriptsOf = (page: Page): Promise<number> =>
  page.evaluate(`performance.getEntriesByType('resource')
    .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000`);

describe('each account that npm start prints', () => {
  it.each([
    ['secretariat', /endorsement|announcement|endorse/i],
    ['screener.vn', /Screen nominations/],
    ['approver.vn', /./],
    ['judge-4', /Score entries/],
    ['endorser.sg', /Endorse the results/],
    ['laureate-contact.sg', /Accept or decline/],
    ['presenter.my', /Answer the invitation/],
  ])('%s finds what is due, on a screen of less than 300 kB of script', async (account, task) => {
    const page = await stack.signIn(account);
    await page.getByRole('heading', { level: 1, name: 'What is due' }).waitFor();
    const first = page.getByRole('main').getByRole('listitem').getByRole('link', { name: task }).first();
    await first.waitFor();
    expect(await scriptsOf(page)).toBeLessThan(limit);
    expect(await scriptsOf(page)).toBeGreaterThan(0);
    await first.click();
    await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'What is due' }).waitFor();
    expect(await page.getByRole('heading', { level: 1, name: 'There is nothing here' }).count()).toEqual(0);
    expect(await scriptsOf(page)).toBeLessThan(limit);
    await page.context().close();
  });
});
