// A delegation through the pages: registered at the country's desk, filled in by link, marked at the door with a phone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../support/api.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { pngOf } from '../support/pdf.ts';
import { type Played, playForum, playNominations, playSchedule } from '../support/played-cycle.ts';
import { putPictures } from '../support/word-pictures.ts';

let pages: Pages;
let played: Played;
let staff: TestClient;
let forumId: string;
let place: string;
type Row = { participantId: string; name: string; status: string; attendance: string; needs: { diet: string } };

beforeAll(async () => {
  pages = await openPages();
  played = await playNominations(pages.api);
  forumId = await playForum(played);
  staff = await pages.api.grant('forum-staff', { forum: forumId });
  place = `/cycles/${played.cycleId}/countries/SG/delegation`;
});
afterAll(() => pages.close());

const rows = async () => (await staff.get<{ items: Row[] }>(`/forums/${forumId}/participants?status=all`)).body.items;
const one = async (name: string) => (await rows()).find((row) => row.name === name);

describe('the delegation of a country', () => {
  it('begins empty, and takes, changes, replaces and withdraws participants', async () => {
    const page = await pages.open(played.people.focalPoint, place);
    await page.getByText('Nobody is registered yet. Register the first participant').waitFor();
    await page.getByRole('button', { name: 'Register a participant' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Capacity').click();
    await page.getByRole('option', { name: 'Head of delegation' }).click();
    await form.getByLabel('Honorific').fill('Ms');
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Sample Head');
    await form.getByLabel('Name on the badge').fill('S. Head');
    await form.getByLabel('Position in English').fill('Sample director');
    await form.getByLabel('E-mail address').fill('head@example.org');
    await form.getByLabel('Diet').fill('No nuts');
    await form.getByLabel('Arrival', { exact: true }).fill('2023-11-20T14:30');
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'delegation-form');
    await form.getByRole('button', { name: 'Register a participant' }).click();
    await page.getByRole('heading', { name: 'Ms Sample Head' }).waitFor();
    await expect.poll(async () => (await one('Sample Head'))?.needs).toEqual({ diet: 'No nuts', access: '' });
    await page.getByRole('button', { name: 'Ask by link' }).click();
    await page.getByText('A link was mailed to head@example.org').waitFor();
    await page.getByRole('button', { name: 'Replace' }).click();
    await form.getByLabel('Reason').fill('Called away.');
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Sample Deputy');
    await form.getByLabel('E-mail address').fill('deputy@example.org');
    await form.getByRole('button', { name: 'Replace' }).click();
    await page.getByRole('heading', { name: 'Sample Deputy' }).waitFor();
    await page.getByRole('button', { name: 'Show withdrawn ones too' }).click();
    await page.getByText('Replaced', { exact: true }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'delegation');
    await page.getByRole('button', { name: 'History' }).click();
    await page.getByText('Participant replaced').waitFor();
    await page.context().close();
  });
  it('is filled in by the participant on a phone, and withdrawn with a reason', async () => {
    const found = await one('Sample Deputy');
    expect((await played.people.focalPoint.post(`/participants/${found?.participantId}/ask`)).status).toBe(200);
    const { secret } = await pages.api.db.read
      .selectFrom('mails')
      .select('secret')
      .where('kind', '=', 'participant-asked')
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow();
    const page = await pages.open(null, `/link#${secret}`, { width: 360 });
    await page.getByRole('heading', { name: 'Your part in the forum' }).waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'delegation-own-phone');
    await page.getByLabel('Diet').fill('Vegetarian');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. You may change it').waitFor();
    await page.getByLabel('Diet').fill('Vegan');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await one('Sample Deputy'))?.needs.diet).toEqual('Vegan');
    await page.context().close();
    const desk = await pages.open(played.people.focalPoint, place, { width: 360, language: 'th', scheme: 'dark' });
    await desk.getByRole('heading', { name: 'Sample Deputy' }).waitFor();
    await expectNoSideways(desk);
    expect(await findBarriers(desk, 'colours')).toEqual([]);
    await shoot(desk, 'delegation-th-dark-phone');
    await desk.getByRole('button', { name: 'ถอน', exact: true }).click();
    await desk.getByLabel('เหตุผล').fill('ไม่ได้รับอนุมัติ');
    await desk.getByRole('dialog').getByRole('button', { name: 'ถอน', exact: true }).click();
    await expect.poll(async () => (await one('Sample Deputy'))?.status).toEqual('withdrawn');
    await desk.context().close();
  });
});

describe('two who change a participant at once', () => {
  it('both see what the other has written, and choose', async () => {
    const body = { capacity: 'delegate', name: 'Sample Shared', diet: 'Fish' };
    const { body: made } = await staff.post(`/forums/${forumId}/delegations/MM/participants`, body);
    const page = await pages.open(played.people.focalPointAbroad, `/cycles/${played.cycleId}/countries/MM/delegation`);
    await page.getByRole('button', { name: 'Change' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Access and other needs').fill('A ramp');
    const theirs = { ...body, diet: 'No fish', version: 1 };
    expect((await staff.post(`/participants/${made.id}/change`, theirs)).status).toBe(200);
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Diet: No fish (yours: Fish)').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await form.getByRole('button', { name: 'Keep mine' }).click();
    await form.waitFor({ state: 'detached' });
    expect(await one('Sample Shared')).toMatchObject({ needs: { diet: 'Fish', access: 'A ramp' } });
    expect((await staff.post(`/participants/${made.id}/withdraw`, { reason: 'Not coming.' })).status).toBe(200);
    await page.context().close();
  });
});

describe('the participants of a forum', () => {
  it('are found by name and marked with a thumb, and the mark is taken back', async () => {
    const body = { capacity: 'delegate', name: 'Sample Guest', names: { th: 'แขกตัวอย่าง' } };
    for (const name of ['Sample Guest', 'Sample Other'])
      await staff.post(`/forums/${forumId}/delegations/SG/participants`, { ...body, name });
    const page = await pages.open(staff, `/forums/${forumId}/participants`, { width: 360 });
    await page.getByRole('heading', { name: 'Sample Other' }).waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByLabel('Search by name').fill('guest');
    await page.getByRole('heading', { name: 'Sample Other' }).waitFor({ state: 'detached' });
    const marks = page.getByRole('group', { name: 'Attendance of Sample Guest' });
    await marks.getByRole('button', { name: 'Present' }).click();
    await expect.poll(async () => (await one('Sample Guest'))?.attendance).toEqual('present');
    await page.getByText('2 registered, 1 present').waitFor();
    await shoot(page, 'participants-phone');
    await marks.getByRole('button', { name: 'Present' }).click();
    await expect.poll(async () => (await one('Sample Guest'))?.attendance).toEqual('expected');
    await page.context().close();
    const wide = await pages.open(played.people.secretariat, `/forums/${forumId}/participants`);
    await wide.getByRole('heading', { name: 'Sample Guest' }).waitFor();
    await shoot(wide, 'participants');
    await wide.context().close();
  });
});

/** By itself, between the parts: version 2. */
async function sendPicture(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a picture here' }).last().click();
  const chooser = page.locator('input[type=file][accept*=png]');
  await chooser.setInputFiles({ name: 'hall.png', mimeType: 'image/png', buffer: pngOf(90, 60) });
  await page.getByLabel('Caption').fill('The sample hall');
  await page.getByLabel('Credit').fill('Sample photographer');
  await page.getByRole('button', { name: 'Save as a version' }).click();
  await page.getByText('Version 2', { exact: true }).waitFor();
  const shown = page.getByRole('img', { name: 'The sample hall' });
  await expect.poll(() => shown.evaluate((image) => ('naturalWidth' in image ? image.naturalWidth : 0))).toBe(90);
}

/** With a picture of its own, which is taken, and one that says its place, which is told: version 3; nothing new: no version. */
async function bringDocument(page: Page): Promise<void> {
  const report = `/forums/${forumId}/delegations/SG/report`;
  const headers = { 'x-person': played.people.focalPoint.personId ?? '' };
  const docx = await fetch(`${pages.api.url}/api/v1${report}/docx`, { headers });
  const edited = putPictures(new Uint8Array(await docx.arrayBuffer()), 'purpose-text', [
    { name: 'image8.png', bytes: new Uint8Array(pngOf(70, 50)), caption: 'The sample garden' },
    { name: 'image9.jpg', bytes: readFileSync(join(import.meta.dirname, '..', 'data', 'photo-with-place.jpg')) },
  ]);
  const file = { name: 'report.docx', mimeType: 'application/octet-stream', buffer: edited };
  const bring = () => page.locator('input[type=file][accept*=docx]').setInputFiles(file);
  await bring();
  await page.getByText('One part is different.').waitFor();
  await page.getByText('image9.jpg says where it was taken.').waitFor();
  await page.getByLabel(/^Take the picture image8.png/).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await shoot(page, 'report-word');
  await page.getByRole('button', { name: 'Save what is chosen as a version' }).click();
  await page.getByText('Version 3', { exact: true }).waitFor();
  const shown = page.getByRole('img', { name: 'The sample garden' });
  await expect.poll(() => shown.evaluate((image) => ('naturalWidth' in image ? image.naturalWidth : 0))).toBe(70);
  await bring();
  await page.getByText('Nothing else is different in this document.').waitFor();
  await page.getByLabel('Credit').first().fill('Sample gardener');
  await page.getByRole('button', { name: 'Save as a version' }).click();
  await page.getByText('Version 4', { exact: true }).waitFor();
}

describe('the mission report', () => {
  it('opens from the record, is written, handed in, and approved by the superior', async () => {
    const page = await pages.open(played.people.focalPoint, place);
    await page.getByRole('link', { name: 'Mission report' }).click();
    await page.getByText('Opened from the record').waitFor();
    await expect.poll(() => page.getByLabel('Date', { exact: true }).inputValue()).toBe('21 November 2023');
    await page.getByText('Not stated').first().waitFor();
    await shoot(page, 'report');
    await page.getByLabel('Purpose').or(page.getByLabel('Text')).first().fill('To learn from each other.');
    await page.getByRole('button', { name: 'Add a paragraph here' }).last().click();
    await page.getByLabel('Heading of the paragraph').fill('Sample remark');
    await page.getByLabel('Sample remark').fill('A paragraph of our own.');
    await page.getByRole('button', { name: 'Save as a version' }).click();
    await page.getByText('Version 1', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'What differs from the record' }).click();
    await page.getByRole('dialog').getByText('A paragraph of our own.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sendPicture(page);
    await bringDocument(page);
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click();
    await page.getByText('You have handed in version 4').waitFor();
    const superior = await pages.open(played.people.approver, `/forums/${forumId}/delegations/SG/report`, {
      width: 360,
    });
    await superior.getByText('A paragraph of our own.').waitFor();
    await expectNoSideways(superior);
    await shoot(superior, 'report-superior-phone');
    await superior.getByRole('button', { name: 'Approve' }).click();
    await superior.getByRole('dialog').getByLabel('Everybody, once it is published').click();
    await superior.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await superior.getByText('Approved', { exact: true }).waitFor();
    await superior.context().close();
    await page.context().close();
    const office = await pages.open(played.people.secretariat, `/forums/${forumId}`);
    await office.getByRole('link', { name: 'Mission reports' }).click();
    await office.getByText('Nothing more is to be done').waitFor();
    await shoot(office, 'reports');
    await office.getByRole('combobox', { name: 'Where it stands' }).click();
    await office.getByRole('option', { name: 'Returned' }).click();
    await office.getByText('No report stands there.').waitFor();
    await office.context().close();
    const phone = await pages.open(staff, `/forums/${forumId}/reports`, { width: 360, language: 'th' });
    await phone.getByText('ไม่มีสิ่งที่ต้องดำเนินการอีก').waitFor();
    await expectNoSideways(phone);
    await shoot(phone, 'reports-th-phone');
    await phone.context().close();
  });
});

describe('the day of a forum', () => {
  it('is followed on a phone: what is late is said, who has spoken is marked, what was said is written down', async () => {
    const day = await playSchedule(pages.api, played);
    const host = await pages.api.grant('forum-staff', { forum: day });
    // What is published follows the log.
    const released = async () => (await host.get<{ release: number | null }>(`/forums/${day}/today`)).body.release;
    await expect.poll(released, { timeout: 30_000 }).toBe(1);
    const page = await pages.open(host, `/forums/${day}/today`, { width: 360 });
    await page.getByText('Sample organisation of ngo').waitFor();
    await page.getByRole('button', { name: 'Running late' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '+10' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Say so' }).click();
    await page.getByText('10 minutes late').first().waitFor();
    const marks = page.getByRole('group', { name: 'Talk of Sample organisation of ngo' });
    await marks.getByRole('button', { name: 'Given' }).click();
    await expect.poll(() => marks.getByRole('button', { name: 'Given' }).getAttribute('aria-pressed')).toBe('true');
    await expectNoSideways(page);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'forum-today-phone');
    await page.getByRole('link', { name: 'Proceedings' }).click();
    await page.getByRole('button', { name: 'Write' }).first().click();
    await page.getByLabel('Points').fill('Villages save together');
    await page.getByText(/Saved at/).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Record this version' }).click();
    const recording = page.getByRole('dialog', { name: 'Record the proceedings?' });
    await recording.getByRole('button', { name: 'Record this version' }).click();
    await page.getByText('Recorded: version 1').waitFor();
    await page.getByRole('button', { name: 'Write' }).first().click();
    await page
      .getByRole('dialog')
      .getByText(/Saved at/)
      .waitFor();
    expect(await page.getByLabel('Points').inputValue()).toEqual('Villages save together');
    await page.getByLabel('Points').fill('Villages save together, and lend');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Write' }).first().click();
    await expect.poll(() => page.getByLabel('Points').inputValue()).toEqual('Villages save together, and lend');
    // Without a line nothing is given up: it is sent when the line is back.
    await page.context().setOffline(true);
    await page.getByLabel('Points').fill('Villages save together, lend, and insure');
    await page.getByRole('button', { name: 'Close without saving' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Not saved yet').waitFor();
    await page.context().setOffline(false);
    await page
      .getByRole('dialog')
      .getByText(/Saved at/)
      .waitFor();
    expect(await page.getByRole('button', { name: 'Close without saving' }).count()).toEqual(0);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Write' }).first().click();
    await expect.poll(() => page.getByLabel('Points').inputValue()).toEqual('Villages save together, lend, and insure');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await shoot(page, 'forum-proceedings-phone');
    await page.context().close();
  });
});
