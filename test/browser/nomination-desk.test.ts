// Nominations as the country's desk sees them; and what editors ask of others: colleagues, the nominee, photographs from a phone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photoNotes } from '../../domain/photo-notes.ts';
import { must, save } from '../support/desk.ts';
import { begin, type Call, formDefinition, openCall, thai, whole } from '../support/nominating.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { bytesOf, facts, sendFile, sending } from '../support/uploads.ts';

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

async function askByMail(page: Page, name: string, email: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('E-mail address').fill(email);
  expect(await findBarriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Send the request' }).click();
  await dialog.waitFor({ state: 'detached' });
}

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

  it('asks somebody for a letter while writing, and sees that it is asked for', async () => {
    const author = await pages.api.grant('applicant', thai);
    const id = await begin(call, author);
    const page = await pages.open(author, `/nominations/${id}/form`, { width: 360 });
    await page.getByRole('button', { name: 'Ask for a letter' }).click();
    await askByMail(page, 'Sample referee', 'sample.referee@example.org');
    await page.getByText(/Certificate of registration · Sample referee · asked for/).waitFor();
    await expectNoSideways(page);
    type Letters = { items: object[] };
    const { body } = await author.get<Letters>(`/nominations/${id}/letters`);
    expect(body.items).toMatchObject([{ field: 'certificate', name: 'Sample referee', arrivedAt: null }]);
    await page.context().close();
  });

  it('asks the nominee for consent by mail', async () => {
    const author = await pages.api.grant('applicant', thai);
    const id = await begin(call, author);
    await save(author, id, whole('Sample asking NGO'));
    const bytes = bytesOf.pdf();
    type Draft = { version: number; files: { fileId: string }[] };
    const paper = { ...facts(bytes, 'certificate.pdf'), field: 'certificate' };
    const { body } = must(await author.post<Draft>(`/drafts/nomination/${id}/files`, paper));
    await sendFile(sending(pages.api, author), body.files[0]?.fileId ?? '', bytes);
    must(await author.post(`/nominations/${id}/submit`, { draftVersion: 3 }));
    const page = await pages.open(author, `/nominations/${id}`, { width: 360 });
    await page.getByRole('button', { name: 'Ask for consent' }).click();
    await page.getByText('A mail with a link goes to the nominee.').waitFor();
    await askByMail(page, 'Sample nominee', 'sample.nominee@example.org');
    await page.getByRole('button', { name: 'Ask again' }).waitFor();
    await page.getByText('asked for', { exact: true }).waitFor();
    await expectNoSideways(page);
    await shoot(page, 'nomination-asks-phone');
    expect((await author.get(`/nominations/${id}/consent`)).body).toMatchObject({ answer: 'asked' });
    await page.context().close();
  });

  it('who is the last and has left is followed by one whom the focal point names, unseen', async () => {
    const focalPoint = await pages.api.grant('focal-point', thai);
    const author = await pages.api.grant('applicant', thai);
    const id = await begin(call, author);
    await save(author, id, { ...whole('Sample left NGO'), title: { en: 'Sample left alone', th: 'ตัวอย่าง' } });
    const { grant_id } = await pages.api.db.read
      .selectFrom('grants')
      .select('grant_id')
      .where('person_id', '=', author.personId ?? '')
      .executeTakeFirstOrThrow();
    must(await focalPoint.post(`/members/${author.personId}/grants/${grant_id}/revoke`, { reason: 'Has left.' }));
    const page = await pages.open(focalPoint, `/cycles/${call.cycleId}/nominations`);
    const line = page.getByRole('listitem').filter({ hasText: 'Sample left alone' });
    await line.getByText('Nobody is left to edit it').waitFor();
    await line.getByRole('button', { name: 'Name an editor' }).click();
    const dialog = page.getByRole('dialog', { name: 'Name an editor' });
    await dialog.getByLabel('Reason').fill('The author has left.');
    await dialog.getByLabel('Name').fill('Sample successor');
    await dialog.getByLabel('E-mail address').fill('sample.successor@example.org');
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Name an editor' }).click();
    await dialog.waitFor({ state: 'detached' });
    await line.getByText('Nobody is left to edit it').waitFor({ state: 'detached' });
    const { person_id } = await pages.api.db.read
      .selectFrom('people')
      .select('person_id')
      .where('email', '=', 'sample.successor@example.org')
      .executeTakeFirstOrThrow();
    const { body } = await pages.api.as(person_id).get<{ content: object }>(`/drafts/nomination/${id}`);
    expect(body.content).toMatchObject({ title: { en: 'Sample left alone' } });
    expect((await focalPoint.get(`/drafts/nomination/${id}`)).status).toEqual(404);
    await page.context().close();
  });

  it('sends a photograph without what the camera has written into it', async () => {
    const author = await pages.api.grant('applicant', thai);
    const id = await begin(call, author);
    const page = await pages.open(author, `/nominations/${id}/form`);
    await page.getByLabel('Summary').waitFor();
    const buffer = readFileSync(join(import.meta.dirname, '..', 'data', 'photo-with-place.jpg'));
    await page
      .locator('input[type="file"][aria-label="Photographs"]')
      .setInputFiles({ name: 'village.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByRole('link', { name: 'village.jpg' }).waitFor();
    type Draft = { files: { fileId: string; state: string }[] };
    const [file] = must(await author.get<Draft>(`/drafts/nomination/${id}`)).body.files;
    const kept = await fetch(`${pages.api.url}/api/v1/files/${file?.fileId}`, {
      headers: { 'x-person': author.personId ?? '' },
    });
    expect([file?.state, kept.status]).toEqual(['arrived', 200]);
    expect(photoNotes(buffer)).toEqual({ any: true, place: true });
    expect(photoNotes(await kept.bytes())).toEqual({ any: false, place: false });
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
