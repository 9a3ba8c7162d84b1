// Nominations as the country's desk sees them; and what editors ask of others: colleagues, the nominee, photographs from a phone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, save } from '../support/desk.ts';
import { begin, type Call, formDefinition, openCall, thai, whole } from '../support/nominating.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';

let pages: Pages;
let call: Call;
beforeAll(async () => {
  pages = await openPages(formDefinition);
  call = await openCall(pages.api);
});
afterAll(() => pages.close());

/** Drawn in the browser: noise, which hardly gets smaller unless its side does. */
const drawPhoto = `(async () => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [3200, 2400];
  const pen = canvas.getContext('2d');
  for (let at = 0; at < 60000; at += 1) {
    pen.fillStyle = 'hsl(' + (at * 37) % 360 + ' 70% ' + (20 + at % 60) + '%)';
    pen.fillRect((at * 7919) % 3200, (at * 104729) % 2400, 23, 17);
  }
  const { promise, resolve } = Promise.withResolvers();
  canvas.toBlob(resolve, 'image/jpeg', 0.98);
  const bytes = new Uint8Array(await (await promise).arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
})()`;

describe('the nominations of a country', () => {
  it("are to its focal point the quota, the desk's drafts whole, and those of applicants by title and percentage", async () => {
    const focalPoint = await pages.api.grant('focal-point', thai);
    const applicant = await pages.api.grant('applicant', thai);
    const theirs = await begin(call, applicant);
    await save(applicant, theirs, whole('Sample NGO'));
    await begin(call, focalPoint, 'private');
    const page = await pages.open(focalPoint, `/cycles/${call.cycleId}/nominations`);
    await page.getByText('3 places left: 0 of 3 forwarded').first().waitFor();
    await page.getByText('Of the desk').waitFor();
    const line = page.getByRole('listitem').filter({ hasText: 'Of an applicant' });
    await line.getByText('Sample water for the hills').waitFor();
    await line.getByText('80 % complete').waitFor();
    expect(await line.getByRole('link').count()).toEqual(0);
    expect(await page.getByRole('link', { name: 'Without a title yet' }).count()).toEqual(1);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'nominations');
    await page.getByLabel('Category').selectOption({ label: 'Private sector' });
    await line.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('are reached by a screener too, and are empty with a word of what comes next', async () => {
    const screener = await pages.api.grant('screener', thai);
    const page = await pages.open(screener, '/nominations', { width: 360 });
    await page.getByRole('heading', { level: 1, name: 'Nominations' }).waitFor();
    await page.getByText(/Nothing has been sent in that fits/).waitFor();
    await expectNoSideways(page);
    await page.context().close();
  });
});

describe('an editor', () => {
  it('invites another by mail', async () => {
    const author = await pages.api.grant('applicant', thai);
    const id = await begin(call, author);
    const page = await pages.open(author, `/nominations/${id}/form`);
    await page.getByRole('button', { name: 'Invite an editor' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite an editor' });
    await dialog.getByLabel('Name').fill('Sample colleague');
    await dialog.getByLabel('E-mail address').fill('sample.colleague@example.org');
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByText('Sample colleague is invited until').waitFor();
    await page.context().close();
  });

  it('sends a photograph made smaller, or as it is, and may take it off again', async () => {
    const author = await pages.api.grant('applicant', thai);
    const id = await begin(call, author);
    const page = await pages.open(author, `/nominations/${id}/form`, { width: 360 });
    await page.getByLabel('Summary').waitFor();
    const buffer = Buffer.from(String(await page.evaluate(drawPhoto)), 'base64');
    await page
      .locator('input[type="file"][aria-label="Photographs"]')
      .setInputFiles({ name: 'village.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByText(/This photo can be sent faster/).waitFor();
    await expectNoSideways(page);
    await page.getByRole('button', { name: /^Send the smaller one/ }).click();
    await page.getByRole('link', { name: 'village.jpg' }).waitFor();
    type Draft = { files: { name: string; size: number; state: string }[] };
    const { files } = must(await author.get<Draft>(`/drafts/nomination/${id}`)).body;
    expect(files).toMatchObject([{ name: 'village.jpg', state: 'arrived' }]);
    expect(files[0]?.size).toBeLessThan(buffer.length * 0.8);
    await page.getByRole('button', { name: 'Remove village.jpg' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('link', { name: 'village.jpg' }).waitFor({ state: 'detached' });
    await page.context().close();
  });
});
