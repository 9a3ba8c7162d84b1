// What a browser keeps for one person goes when the person signs out, and when somebody else signs in after an ended session.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPages, type Pages } from '../support/pages.ts';
import { newPerson, signInAs } from '../support/signing-in.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

/** As the screens leave it there, of which none has been opened since the page was. */
const leave = (page: Page, personId: string) =>
  page.evaluate(`new Promise((done) => {
    localStorage.setItem('laureate.draft/${personId}/a/b', '{}');
    sessionStorage.setItem('laureate.letter.a', 'A letter');
    const opening = indexedDB.open('laureate-judge', 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('owner');
      for (const name of ['answers', 'papers']) opening.result.createObjectStore(name, { keyPath: 'address' });
      opening.result.createObjectStore('drafts', { keyPath: 'scorecard' });
      opening.result.createObjectStore('queue', { keyPath: 'id' });
    };
    opening.onsuccess = () => {
      const writing = opening.result.transaction(['owner', 'answers'], 'readwrite');
      writing.objectStore('owner').put({ personId: '${personId}', takenAt: null, entries: 0 }, 'owner');
      writing.objectStore('answers').put({ address: '/api/v1/me', body: { name: 'The former' }, keptAt: '' });
      writing.oncomplete = () => { opening.result.close(); done(true); };
    };
  })`);
type Left = { answers: number; drafts: number; letter: string | null };
const left = (page: Page): Promise<Left> =>
  page.evaluate(`new Promise((done) => {
    const opening = indexedDB.open('laureate-judge', 1);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('answers').objectStore('answers').count();
      counting.onsuccess = () => {
        opening.result.close();
        const drafts = Object.keys(localStorage).filter((key) => key.startsWith('laureate.draft/')).length;
        done({ answers: counting.result, drafts, letter: sessionStorage.getItem('laureate.letter.a') });
      };
    };
  })`);

it('after signing out nothing of the person stays, whichever screens were open', async () => {
  const { personId, email } = await newPerson(pages.api);
  const page = await signInAs(pages, email, '/account');
  await leave(page, personId);
  await page.getByRole('button', { name: /Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/app/sign-in');
  expect(await left(page)).toEqual({ answers: 0, drafts: 0, letter: null });
  await page.context().close();
});

it('what was taken along goes when somebody else signs in', async () => {
  const { email } = await newPerson(pages.api);
  const page = await signInAs(pages, email, '/account');
  await leave(page, 'somebody-else');
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(async () => (await left(page)).answers, { timeout: 20_000 }).toEqual(0);
  await page.context().close();
});
