// What is written into a form is never lost: a line that drops, two tabs, a crash, a session that ends, a large file on its way.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { password, type TestClient } from '../support/api.ts';
import { begin, type Call, formDefinition, openCall, thai } from '../support/nominating.ts';
import { findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';

let pages: Pages;
let call: Call;
let author: TestClient;
beforeAll(async () => {
  pages = await openPages(formDefinition);
  call = await openCall(pages.api);
  author = await pages.api.grant('applicant', thai);
});
afterAll(() => pages.close());

type Draft = { content: { [field: string]: unknown }; files: { name: string; state: string }[] };
const draftOf = async (id: string, who = author) => (await who.get<Draft>(`/drafts/nomination/${id}`)).body;
const saved = (page: Page) => page.locator('[data-saved="saved"]').waitFor();
const formOf = (id: string) => `/nominations/${id}/form`;
const another = async (context: BrowserContext, id: string) => {
  const page = await context.newPage();
  await page.goto(`${pages.api.url}/app${formOf(id)}`);
  await page.getByLabel('Summary').waitFor();
  return page;
};

describe('a line that drops again and again', () => {
  it('loses no word of what is typed meanwhile, and says that it waits', async () => {
    const id = await begin(call, author);
    const page = await pages.open(author, formOf(id));
    const words = Array.from({ length: 40 }, (_none, number) => `word${number}`);
    await page.getByLabel('Summary').click();
    for (let part = 0; part < 4; part += 1) {
      await page.context().setOffline(true);
      await page.keyboard.type(`${words.slice(part * 10, part * 10 + 5).join(' ')} `);
      await page.locator('[data-saved="waiting"]').waitFor();
      await page.context().setOffline(false);
      await page.keyboard.type(`${words.slice(part * 10 + 5, part * 10 + 10).join(' ')} `);
    }
    await saved(page);
    expect(String((await draftOf(id)).content.summary).trim()).toEqual(words.join(' '));
    await page.context().close();
  });

  it('finds after a crash what was not saved, and saves it then', async () => {
    const id = await begin(call, author);
    const page = await pages.open(author, formOf(id));
    await page.getByLabel('Lessons').waitFor();
    await page.context().setOffline(true);
    await page.getByLabel('Lessons').fill('Written on a train, in a tunnel.');
    await page.locator('[data-saved="waiting"]').waitFor();
    await page.close();
    await page.context().setOffline(false);
    const again = await another(page.context(), id);
    await saved(again);
    expect(await again.getByLabel('Lessons').inputValue()).toEqual('Written on a train, in a tunnel.');
    expect((await draftOf(id)).content.lessons).toEqual('Written on a train, in a tunnel.');
    const left = await again.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('laureate.draft/'))");
    expect(left).toEqual([]);
    await page.context().close();
  });
});

describe('two tabs', () => {
  it('show both versions of what both have written, and lose neither', async () => {
    const id = await begin(call, author);
    const one = await pages.open(author, formOf(id));
    await one.getByLabel('Summary').waitFor();
    const other = await another(one.context(), id);
    await other.context().setOffline(true);
    await other.getByLabel('Summary').fill('What the second tab says.');
    await other.getByLabel('Lessons').fill('Only the second tab has lessons.');
    await other.locator('[data-saved="waiting"]').waitFor();
    // From elsewhere, while the second tab's line is down.
    const content = { summary: 'What the first tab says.', area: 'hills' };
    await author.put(`/drafts/nomination/${id}/sections/work`, { baseVersion: 1, content });
    await other.context().setOffline(false);
    await other.getByText('Two have changed this at the same time').waitFor();
    await other.locator('[data-version="mine"]').getByText('What the second tab says.').waitFor();
    await other.locator('[data-version="theirs"]').getByText('What the first tab says.').waitFor();
    expect(await findBarriers(other)).toEqual([]);
    await shoot(other, 'nomination-two-versions');
    await other.getByRole('radio', { name: 'Put both together and edit' }).check();
    await other.getByRole('button', { name: 'Take what is chosen' }).click();
    await saved(other);
    expect((await draftOf(id)).content).toEqual({
      summary: 'What the second tab says.\n\nWhat the first tab says.',
      lessons: 'Only the second tab has lessons.',
      area: 'hills',
    });
    await one.context().close();
  });

  it('see what the other has saved, without touching what is being typed', async () => {
    const id = await begin(call, author);
    const page = await pages.open(author, formOf(id));
    await page.getByLabel('Summary').fill('Mine, and saved.');
    await saved(page);
    const content = { summary: 'Mine, and saved.', lessons: 'From a colleague.' };
    await author.put(`/drafts/nomination/${id}/sections/work`, { baseVersion: 2, content });
    await page.getByLabel('E-mail of the office').fill('office@example.org');
    await expect.poll(() => page.getByLabel('Lessons').inputValue(), { timeout: 20_000 }).toEqual('From a colleague.');
    expect(await page.getByLabel('E-mail of the office').inputValue()).toEqual('office@example.org');
    await page.context().close();
  });
});

describe('a session that ends under the hands', () => {
  it('asks to sign in above the page, and saves what was written meanwhile', async () => {
    const { email, personId } = await pages.api.account();
    const client = await pages.api.grant('applicant', thai, personId);
    const id = await begin(call, client);
    const page = await pages.open(null, formOf(id));
    const signIn = async (within = page.locator('body')) => {
      await within.getByLabel('E-mail address').fill(email);
      await within.getByLabel(/^Password/).fill(password);
      await within.getByRole('button', { name: 'Sign in', exact: true }).click();
    };
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await signIn();
    await page.getByLabel('Summary').waitFor();
    await page.context().clearCookies();
    await page.getByLabel('Summary').fill('Written after the session had ended.');
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.waitFor();
    await signIn(dialog);
    await dialog.waitFor({ state: 'hidden' });
    await saved(page);
    expect(await page.getByLabel('Summary').inputValue()).toEqual('Written after the session had ended.');
    expect((await draftOf(id, client)).content.summary).toEqual('Written after the session had ended.');
    await page.context().close();
  });
});

describe('a file of 20 MB', () => {
  it('goes on where the line broke, and after a reload', async () => {
    const id = await begin(call, author);
    const page = await pages.open(author, formOf(id));
    const bytes = Buffer.concat([
      Buffer.from('%PDF-1.4\n'),
      Buffer.alloc(20_000_000, 'sample '),
      Buffer.from('\n%%EOF\n'),
    ]);
    let pieces = 0;
    page.on('response', (response) => {
      if (response.request().method() === 'PATCH' && response.status() === 204) pieces += 1;
    });
    const pieceAfter = async (number: number) => {
      while (pieces < number) await page.waitForResponse((response) => response.request().method() === 'PATCH');
    };
    await page.getByLabel('Certificate of registration', { exact: true }).last().waitFor({ state: 'attached' });
    await page
      .locator('input[type="file"][aria-label="Certificate of registration"]')
      .setInputFiles({ name: 'certificate.pdf', mimeType: 'application/pdf', buffer: bytes });
    await pieceAfter(2);
    await page.context().setOffline(true);
    await page.getByText(/The line is down/).waitFor();
    await shoot(page, 'nomination-file-waits');
    await page.context().setOffline(false);
    await pieceAfter(5);
    await page.reload();
    await page
      .getByText('there', { exact: false })
      .and(page.locator('p', { hasText: 'certificate.pdf' }))
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'certificate.pdf' }).waitFor();
    expect((await draftOf(id)).files).toMatchObject([{ name: 'certificate.pdf', state: 'arrived' }]);
    // Each piece of a megabyte has come once, but for those that broke off under way.
    expect(pieces).toBeLessThan(30);
    await page.context().close();
  });
});
