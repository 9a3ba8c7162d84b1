// Sending in a nomination: what is missing, the receipt, what is given back and corrected, and what may not be sent any more.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by } from '../support/acts.ts';
import type { TestClient } from '../support/api.ts';
import { must, save } from '../support/desk.ts';
import { begin, type Call, formDefinition, openCall, thai, whole } from '../support/nominating.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { bytesOf, facts, sendFile, sending } from '../support/uploads.ts';

let pages: Pages;
let call: Call;
let author: TestClient;
let screener: TestClient;
beforeAll(async () => {
  pages = await openPages(formDefinition);
  call = await openCall(pages.api);
  author = await pages.api.grant('applicant', thai);
  screener = await pages.api.grant('screener', thai);
});
afterAll(() => pages.close());

type Draft = { version: number; content: { [field: string]: unknown }; files: { fileId: string }[] };

/** Everything that the form asks for is there. */
async function complete(name: string): Promise<string> {
  const id = await begin(call, author);
  const bytes = bytesOf.pdf();
  const certificate = { ...facts(bytes, 'certificate.pdf'), field: 'certificate' };
  const { body } = must(await author.post<Draft>(`/drafts/nomination/${id}/files`, certificate));
  await sendFile(sending(pages.api, author), body.files[0]?.fileId ?? '', bytes);
  await save(author, id, whole(name));
  return id;
}

describe('what is missing', () => {
  it('is listed at the end, and the first of it takes the focus', async () => {
    const id = await begin(call, author);
    const page = await pages.open(author, `/nominations/${id}/form`);
    const list = page.getByRole('region', { name: 'Check and send in' });
    await list.getByText('5 things are still to be done:').waitFor();
    await list.getByRole('button', { name: 'Go to the first one' }).click();
    const legalName = page.getByRole('group', { name: /Legal name/ }).getByLabel('Thai');
    expect(await legalName.evaluate((element) => element === element.ownerDocument.activeElement)).toEqual(true);
    await page.context().close();
  });

  it('is asked about where a year may be of the Buddhist Era', async () => {
    const id = await begin(call, author);
    const page = await pages.open(author, `/nominations/${id}/form`);
    const day = page.getByRole('group', { name: /Registered on/ });
    await day.getByLabel('Day').selectOption('31');
    await day.getByLabel('Month').selectOption('05');
    await day.getByLabel('Year').fill('๒๕๖๒');
    await page.getByText('Is this year of the Buddhist Era?').waitFor();
    await page.getByText('2019-05-31').waitFor();
    await page.getByRole('button', { name: 'Yes, Buddhist Era' }).click();
    await page.getByText('Is this year of the Buddhist Era?').waitFor({ state: 'hidden' });
    expect(await day.getByLabel('Year').inputValue()).toEqual('2019');
    await page.context().close();
  });
});

describe('what may be known already', () => {
  it('is asked about where Burmese may have been typed with a Zawgyi font', async () => {
    const id = await begin(call, author);
    const page = await pages.open(author, `/nominations/${id}/form`);
    await page.getByLabel('Summary').fill('ျမန္မာ့ၾသဘာလုပ္ငန္းစု');
    await page.getByText('Was this typed with a Zawgyi font?').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Yes, convert it' }).click();
    await page.getByText('Was this typed with a Zawgyi font?').waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Summary').inputValue()).toEqual('မြန်မာ့သြဘာလုပ်ငန်းစု');
    const { body } = await author.get<Draft>(`/drafts/nomination/${id}`);
    expect(body.content).toEqual({ summary: 'မြန်မာ့သြဘာလုပ်ငန်းစု' });
    await page.context().close();
  });

  it('is said of the organisation while the form is written, and answered once it is sent in', async () => {
    const first = await complete('Sample twice named trust');
    must(await author.post(`/nominations/${first}/submit`, { draftVersion: 3 }));
    const id = await complete('Sample other trust');
    const page = await pages.open(author, `/nominations/${id}/form`);
    const name = page.getByRole('group', { name: /Legal name/ }).getByLabel('English');
    await name.fill('Sample twice named trust');
    await page.getByText('Is this organisation known already?').waitFor();
    await page.getByText('Sample twice named trust · TH · similar name').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'nomination-alike');
    await page.getByRole('button', { name: 'Send in', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send in', exact: true }).click();
    await page.getByText('It is received', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'It is this one' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'It is none of these' }).click();
    await page.getByText('Is this organisation known already?').waitFor({ state: 'detached' });
    expect((await author.get(`/nominations/${id}/organisation`)).body).toMatchObject({ matches: [] });
    await page.context().close();
  });
});

describe('a nomination', () => {
  it('is sent in with a receipt, given back, corrected in that field alone, and received again', async () => {
    const id = await complete('Sample NGO of the hills');
    const page = await pages.open(author, `/nominations/${id}/form`);
    await page.getByText('Everything that the form asks for is there.').waitFor();
    await page.getByRole('button', { name: 'Send in', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Send in' });
    await dialog.getByText(/All editors get a receipt by mail/).waitFor();
    await dialog.getByRole('button', { name: 'Send in', exact: true }).click();
    await page.getByText('It is received', { exact: true }).waitFor();
    await page.getByText(/^TH-NGO-\d{4}, version 1$/).waitFor();
    await page.getByText('Mailed to Sample person.').waitFor();
    const pdf = await page.getByRole('link', { name: 'Receipt as PDF' }).getAttribute('href');
    expect((await author.get(String(pdf).replace('/api/v1', ''))).headers.get('content-type')).toEqual(
      'application/pdf',
    );
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'nomination-received');

    const data = { cycleId: call.cycleId, iso2: 'TH', phase: 'nomination' } as const;
    await call.acts.country({ type: 'CloseCountryPhase', data }, by('approver'));
    const messages = [{ field: 'summary', message: 'Say how many people in each village.' }];
    must(await screener.post(`/nominations/${id}/return`, { messages }));
    await page.reload();
    await page.getByText('Say how many people in each village.').waitFor();
    await page.getByRole('link', { name: 'Correct the form' }).click();
    await page.getByText('The desk has given this form back').waitFor();
    await page.getByLabel('Summary').waitFor();
    expect(await page.getByLabel('Lessons').count()).toEqual(0);
    await shoot(page, 'nomination-returned');
    await page.getByRole('switch', { name: 'Show the whole form' }).click();
    await page.getByLabel('Lessons').waitFor();
    expect(await page.getByLabel('Lessons').isEditable()).toEqual(false);
    await page.getByRole('switch', { name: 'Show the whole form' }).click();
    await page.getByLabel('Summary').fill('It reached 1200 people in twelve villages, a hundred in each.');
    await page.getByRole('button', { name: 'Send in the correction' }).click();
    const correcting = page.getByRole('dialog', { name: 'Send in the correction' });
    await correcting.getByRole('button', { name: 'Send in the correction' }).click();
    await page.getByText(/version 2$/).waitFor();
    const { body } = await author.get<{ content: { summary: string }; version: number }>(`/nominations/${id}`);
    expect([body.version, body.content.summary]).toEqual([
      2,
      'It reached 1200 people in twelve villages, a hundred in each.',
    ]);
    await page.context().close();
  });

  it('may be written and not sent once the time is over, and says so, on a phone', async () => {
    const id = await begin(call, author);
    const page = await pages.open(author, `/nominations/${id}/form`, { width: 360 });
    await page
      .getByText(/you may write and save, but not send in/)
      .first()
      .waitFor();
    await page.getByLabel('Lessons').fill('For the next time.');
    await page.locator('[data-saved="saved"]').waitFor();
    expect(await page.getByRole('button', { name: 'Send in', exact: true }).count()).toEqual(0);
    await expectNoSideways(page);
    await page.context().close();
  });

  it('is withdrawn with a reason, after it is said what that does', async () => {
    const { body } = await author.get<{ items: { nominationId: string }[] }>(`/cycles/${call.cycleId}/nominations`);
    const id = body.items[0]?.nominationId ?? '';
    const page = await pages.open(author, `/nominations/${id}`, { width: 360, language: 'th', scheme: 'dark' });
    await page.getByRole('button', { name: 'ถอนการเสนอชื่อ' }).click();
    const dialog = page.getByRole('dialog', { name: 'ถอนการเสนอชื่อ' });
    await dialog.getByText(/ยื่นใหม่ไม่ได้/).waitFor();
    await dialog.getByLabel('เหตุผล').fill('ตัวอย่าง: องค์กรขอถอน');
    expect(await findBarriers(page, 'colours')).toEqual([]);
    await dialog.getByRole('button', { name: 'ถอน', exact: true }).click();
    await page.getByText('ผู้เสนอชื่อถอนแล้ว').waitFor();
    await expectNoSideways(page);
    await shoot(page, 'nomination-th-phone');
    await page.context().close();
  });
});
