// Judging without a line: entries taken along, sheets that wait and are sent when it is back, no name where it is judged without, and nothing left after signing out.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../../api/accounts.ts';
import { by, clearJudges } from '../support/acts.ts';
import { textOf } from '../support/answer-text.ts';
import { password, type TestClient } from '../support/api.ts';
import { blindDefinition, planted, playBlind, sendCopy } from '../support/blind-world.ts';
import { hiddenTextOf } from '../support/hidden-text.ts';
import { type JudgedEntries, judgedEntries, rdpe } from '../support/judged-entries.ts';
import { findBarriers, newContext, openPages, type Pages, shoot } from '../support/pages.ts';
import { tellingPdf } from '../support/telling-pdf.ts';

let pages: Pages;
let context: BrowserContext;
let page: Page;
let judge: TestClient;
let sample: JudgedEntries;

beforeAll(async () => {
  pages = await openPages(await rdpe());
  const { personId, email } = await pages.api.account();
  sample = await judgedEntries(pages.api, [personId]);
  judge = pages.api.as(personId);
  const path = `/cycles/${sample.cycleId}/judges/me`;
  await judge.post(`${path}/accept-invitation`);
  await judge.post(`${path}/accept-terms`, { version: '1' });
  await sample.assign();
  await clearJudges(sample, [personId], sample.entries);
  context = await signedIn(email);
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
});
afterAll(() => pages.close());

/** On a phone with a session of its own, as a worker behind the pages needs it. */
async function signedIn(email: string): Promise<BrowserContext> {
  const made = await newContext(pages.browser, { width: 360 });
  const answer = await made.request.post(`${pages.api.url}/api/auth/sign-in/email`, {
    data: { email, password },
    headers: { origin: pages.api.url },
  });
  expect(answer.status()).toEqual(200);
  return made;
}

const tap = (name: string | RegExp, role: 'button' | 'link' | 'tab' = 'button') =>
  page.getByRole(role, { name }).first().tap();
const criteria = [/^Impact/, /^Participation/, /^Sustainability/, /^Innovation/, /^Replication/, /^Public-private/];
const stored = async () => {
  type Sheets = { items: { status: string }[] };
  const { body } = await judge.get<Sheets>('/scorecards');
  return body.items.filter(({ status }) => status === 'submitted').length;
};

async function scoreAll(points: number): Promise<void> {
  await tap(/Score sheet/, 'tab');
  for (const criterion of criteria)
    await page.getByRole('group', { name: criterion }).locator('label').nth(points).tap();
}
const open = (place: string) => page.goto(`${pages.api.url}/app${place}`);
const sheetOf = (place: number) => `${sample.entries[place]}~${judge.personId}~main`;

describe('judging without a line', () => {
  it('takes the entries along', async () => {
    await open('/judging/offline');
    await page.getByRole('radio', { name: 'The light PDF of each entry' }).check();
    await tap('Take my entries along');
    await page.getByText(/3 entries are on this device/).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  });

  it('opens and scores them with the line cut, after a reload too', async () => {
    await context.setOffline(true);
    await open('/judging');
    await page.getByText(/0 of 3, about \d+ minutes left/).waitFor();
    const kept = await page.evaluate("fetch('/api/v1/judging').then((answer) => answer.headers.get('x-kept-at'))");
    expect(kept).toEqual(expect.any(String));
    await tap('Start with the first entry', 'link');
    await page.getByRole('heading', { level: 1, name: /^Sample/ }).waitFor();
    await scoreAll(3);
    await page.getByText('Kept on this device. It is saved when the line is back.').waitFor();
    await page.reload();
    await tap(/Score sheet/, 'tab');
    await page.getByRole('tab', { name: 'Score sheet (6 of 6)' }).waitFor();
    await tap('Hand in, next entry');
    await page.getByText('Kept on this device. It is sent when the line is back.').first().waitFor();
    await open('/judging/offline');
    await page.getByText(/Waits to be sent/).waitFor();
    await shoot(page, 'judge-offline-phone');
    expect(await stored()).toEqual(0);
  });

  it('sends them when the line is back, once, and says so', async () => {
    await context.setOffline(false);
    await page.getByText(/Sent and received/).waitFor();
    expect(await stored()).toEqual(1);
    expect(await findBarriers(page)).toEqual([]);
  });

  it('opens the papers that were taken along', async () => {
    await context.setOffline(true);
    await open(`/judging/${sheetOf(1)}`);
    const href = await page.getByRole('link', { name: 'Light PDF for a thin line' }).getAttribute('href');
    const type = await page.evaluate(
      `fetch(${JSON.stringify(href)}).then((answer) => answer.headers.get('content-type'))`,
    );
    expect(type).toEqual('application/pdf');
  });

  it('shows both versions of a sheet that another device saved meanwhile', async () => {
    await scoreAll(2);
    await page.getByText('Kept on this device. It is saved when the line is back.').waitFor();
    const scores = [{ criterion: 'impact', points: 4, comment: 'From the other device.' }];
    expect((await judge.put(`/scorecards/${sheetOf(1)}/draft`, { baseVersion: 0, scores })).status).toEqual(200);
    await context.setOffline(false);
    await page.getByText('Another window has saved this sheet').waitFor();
    await page.getByRole('cell', { name: '4 · From the other device.' }).waitFor();
    await tap('Keep what is here');
    await page.getByText(/Draft saved at/).waitFor();
    type Draft = { scores: { points: number }[] };
    const { body } = await judge.get<Draft>(`/scorecards/${sheetOf(1)}/draft`);
    expect(body.scores.map(({ points }) => points)).toEqual([2, 2, 2, 2, 2, 2]);
  });

  it('says of a sheet that came too late that it is kept and shown to the chair', async () => {
    await context.setOffline(true);
    await tap(/Hand in/);
    await page.getByText('Kept on this device. It is sent when the line is back.').first().waitFor();
    const { cycleId, group, acts, judges } = sample;
    for (const judgeId of [...judges, judge.personId ?? ''])
      await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
    await acts.panel({ type: 'CloseScoring', data: { cycleId, group } }, by('process'));
    await open('/judging/offline');
    await context.setOffline(false);
    await page.getByText(/kept as it came and shown to the chair/).waitFor();
    await shoot(page, 'judge-queue-phone');
    expect(await findBarriers(page)).toEqual([]);
    expect(await stored()).toEqual(1);
  });

  it('leaves nothing on the device after signing out without a line, and tells the server when it is back', async () => {
    const left = () =>
      page.evaluate(`new Promise((done) => {
      const opening = indexedDB.open('laureate-judge');
      opening.onsuccess = async () => {
        const db = opening.result;
        const names = [...db.objectStoreNames];
        const counts = await Promise.all(names.map((name) => new Promise((told) => {
          const counting = db.transaction(name).objectStore(name).count();
          counting.onsuccess = () => told(counting.result);
        })));
        done(counts.reduce((sum, count) => sum + count, 0));
      };
    })`);
    await context.setOffline(true);
    await tap(/Account of/);
    await page.getByRole('menuitem', { name: 'Sign out' }).tap();
    await page.getByRole('heading', { level: 1, name: 'You have left this browser' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(await left()).toEqual(0);
    await context.setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(await left()).toEqual(0);
    expect(await page.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)')).toEqual(0);
    await context.close();
  });
});

/** All that the browser keeps: its databases, the pages' cache and the small stores, each with its bytes. */
const everything = `(async () => {
  const kept = [];
  const whole = async (value) => {
    if (value instanceof Blob) {
      const bytes = new Uint8Array(await value.arrayBuffer());
      kept.push({ bytes: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) });
    } else if (value !== null && typeof value === 'object') for (const one of Object.values(value)) await whole(one);
  };
  const asked = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    const db = await asked(indexedDB.open(name));
    for (const store of db.objectStoreNames)
      for (const value of await asked(db.transaction(store).objectStore(store).getAll())) {
        kept.push({ text: JSON.stringify(value) });
        await whole(value);
      }
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      if (!request.url.includes('/assets/')) kept.push({ text: request.url + await (await cache.match(request)).text() });
  }
  kept.push({ text: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]) });
  return kept;
})()`;

describe('judging without names and without a line', () => {
  it('keeps no name of nominee or nominator on the device, in no entry, no paper and no page', async () => {
    const definition = blindDefinition({ nominee: true, nominator: true });
    const world = await playBlind({ ...pages.api, definition });
    await sendCopy(world, await tellingPdf({}));
    const personId = world.judges[2] ?? '';
    const email = `${personId}@example.org`;
    await createAccount(pages.api.auth, { personId, email, name: 'Sample judge', password });
    const own = await signedIn(email);
    const desk = await own.newPage();
    desk.setDefaultTimeout(20_000);
    await desk.goto(`${pages.api.url}/app/judging/offline`);
    await desk.getByRole('radio', { name: 'Everything as one PDF of each entry' }).check();
    await desk.getByRole('button', { name: 'Take my entries along' }).tap();
    await desk.getByText(/1 entry is on this device/).waitFor();
    await desk.goto(`${pages.api.url}/app/judging/${world.entry}~${personId}~main`);
    await desk.getByRole('heading', { level: 1, name: 'Looms for all' }).waitFor();
    type Kept = { text: string } | { bytes: string };
    const kept = (await desk.evaluate(everything)) as Kept[];
    const texts = await Promise.all(
      kept.map(async (one) => {
        if ('text' in one) return one.text;
        const bytes = Buffer.from(one.bytes, 'base64');
        return [await textOf(bytes), await hiddenTextOf(bytes)].join('\n');
      }),
    );
    const shown = await desk.content();
    const all = [...Object.values(planted).flat()];
    expect([...texts, shown].flatMap((text) => all.filter((word) => text.includes(word)))).toEqual([]);
    // What it does keep would show the names in the same places: the entry as it is answered, and its paper.
    expect(texts.filter((text) => text.includes('Looms for all')).length).toBeGreaterThan(2);
    expect(texts.some((text) => text.includes('document-1.pdf') && text.includes('This award is judged'))).toBe(true);
    await own.close();
  });
});
