// The form of a nomination: written, saved by itself, and shown to whoever it is for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measure } from '../../domain/text-limits.ts';
import type { TestClient } from '../support/api.ts';
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

type Draft = { content: { [field: string]: unknown }; version: number };
const contentOf = async (id: string) => (await author.get<Draft>(`/drafts/nomination/${id}`)).body.content;

describe('the list of nominations', () => {
  it('is reached from the menu, and starts a form in the category that is chosen', async () => {
    const page = await pages.open(author, '/');
    await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Nominations' }).click();
    await page.getByRole('heading', { level: 1, name: 'My nominations' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Start a nomination' }).click();
    await page.getByRole('radio', { name: 'Private sector' }).check();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Nomination form' }).waitFor();
    await page.getByLabel('Place in the business').waitFor();
    await page.context().close();
  });
});

describe('the form', () => {
  it('saves what is typed by itself, says when, and counts a text as the server does', async () => {
    const id = await begin(call, author);
    const page = await pages.open(author, `/nominations/${id}/form`);
    await page
      .getByRole('group', { name: /Legal name/ })
      .getByLabel('English')
      .fill('Sample NGO');
    await page
      .getByRole('group', { name: /Legal name/ })
      .getByLabel('Thai')
      .fill('องค์กรตัวอย่าง');
    await page.getByText('2 of 12 words').waitFor();
    await page.getByText(`${measure('องค์กรตัวอย่าง').count} of 80 characters`).waitFor();
    await page.getByLabel('Summary').fill('It reached two hundred households.');
    await page.getByText('5 of 250 words').waitFor();
    await page
      .locator('[data-saved="saved"]')
      .getByText(/Everything is saved: \d\d:\d\d:\d\d \(Singapore\)/)
      .waitFor();
    expect(await contentOf(id)).toEqual({
      name: { en: 'Sample NGO', th: 'องค์กรตัวอย่าง' },
      summary: 'It reached two hundred households.',
    });
    await shoot(page, 'nomination-form');
    await page.context().close();
  });
});
