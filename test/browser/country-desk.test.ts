// A country's desk in the browser: screening, ranking, signing, people and timetable, each by whose work it is.
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by } from '../support/acts.ts';
import { formOf, must, nominate, save } from '../support/desk.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { draftBy, type Played, playNominations } from '../support/played-cycle.ts';
import { sampleDefinition } from '../support/samples.ts';
import { bytesOf, facts, sendFile, sending } from '../support/uploads.ts';

let pages: Pages;
let played: Played;
let desk: string;
let growers: string;
let farmers: string;

beforeAll(async () => {
  const { checklist, judging } = sampleDefinition();
  const waiting = {
    key: 'waiting',
    label: { en: 'No laureate within the waiting period' },
    fact: 'waiting-period' as const,
  };
  const blind = { ...judging, blind: { nominee: true, nominator: false } };
  pages = await openPages(sampleDefinition('national', { checklist: [...checklist, waiting], judging: blind }));
  played = await playNominations(pages.api, 6);
  desk = `/cycles/${played.cycleId}/countries/SG`;
  growers = await nominateWithPaper('Sample growers');
  farmers = await nominate(played, played.people.focalPoint, 'Sample salt farmers');
  const data = { cycleId: played.cycleId, iso2: 'SG', phase: 'nomination' } as const;
  await played.acts.country({ type: 'CloseCountryPhase', data }, by('approver'));
});
afterAll(() => pages.close());

async function nominateWithPaper(name: string): Promise<string> {
  const { focalPoint } = played.people;
  const { body } = await focalPoint.post(`/cycles/${played.cycleId}/nominations`, { country: 'SG', category: 'ngo' });
  const bytes = bytesOf.pdf();
  const file = { ...facts(bytes, 'growers.pdf'), field: 'certificate' };
  type Draft = { files: { fileId: string }[] };
  const { files } = must(await focalPoint.post<Draft>(`/drafts/nomination/${body.id}/files`, file)).body;
  await sendFile(sending(pages.api, focalPoint), files[0]?.fileId ?? '', bytes);
  const draftVersion = await save(focalPoint, body.id, formOf(name));
  must(await focalPoint.post(`/nominations/${body.id}/submit`, { draftVersion }));
  return body.id;
}

describe('the desk', () => {
  it('opens from the menu, with quota, states and what waits', async () => {
    const page = await pages.open(played.people.screener, '/country');
    await page.getByRole('heading', { level: 1, name: 'The desk' }).waitFor();
    await page.getByRole('link', { name: 'Sample growers' }).first().waitFor();
    await page
      .getByText(/0 of 3 forwarded, 3 left/)
      .first()
      .waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'country-desk');
    await page.context().close();
  });
  it('tells the secretariat how many forms are being written, and never which', async () => {
    const { secretariat, applicant, screener } = played.people;
    const id = await draftBy(played, applicant, 'private');
    await save(applicant, id, formOf('Sample unsent'));
    const page = await pages.open(secretariat, desk);
    await page.getByText('One form is being written').waitFor();
    expect(await page.getByText('Sample unsent').count()).toEqual(0);
    const { body } = await secretariat.get<{ items: object[] }>(`/cycles/${played.cycleId}/drafts/counts`);
    expect(body.items).toContainEqual(expect.objectContaining({ country: 'SG', category: 'private', drafts: 1 }));
    await page.context().close();
    const other = await pages.open(screener, desk);
    await other
      .getByText(/0 of 3 forwarded/)
      .first()
      .waitFor();
    expect(await other.getByText(/being written/).count()).toEqual(0);
    await other.context().close();
  });
  it('reads in Thai, in the dark, on a phone', async () => {
    const page = await pages.open(played.people.focalPoint, desk, { width: 360, language: 'th', scheme: 'dark' });
    await page.getByRole('heading', { level: 1, name: 'หน่วยประสานงาน' }).waitFor();
    await page.getByRole('link', { name: 'Sample growers' }).last().waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page, 'colours')).toEqual([]);
    await shoot(page, 'country-desk-th-phone');
    await page.context().close();
  });
});

describe('screening', () => {
  it('checks items, asks for corrections beside the field, and returns them all at once', async () => {
    const page = await pages.open(played.people.screener, `/nominations/${played.ngo}/screening`);
    const item = page.getByRole('group', { name: 'Submitted in time' });
    await item.getByRole('button', { name: 'Passed' }).click();
    await page.getByText('1 of 3 passed').waitFor();
    expect(await item.getByRole('button', { name: 'Passed' }).getAttribute('aria-pressed')).toBe('true');
    const registered = page.getByRole('group', { name: 'Registered in the country' });
    await registered.getByRole('button', { name: 'Failed' }).click();
    await page.getByRole('button', { name: 'Ask for a correction of this' }).click();
    await page.getByLabel('What is to be corrected in Registered in the country').fill('Attach the certificate.');
    await page.getByRole('button', { name: 'Ask to correct: Summary' }).click();
    await page.getByLabel('What is to be corrected in Summary').fill('Say how many people were reached.');
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'screening');
    await page.getByRole('button', { name: 'Return with 2 messages' }).click();
    const dialog = page.getByRole('dialog', { name: 'Return this nomination?' });
    await dialog.getByText('Say how many people were reached.').waitFor();
    await page.context().close();
    const history = await pages.open(played.people.screener, `/nominations/${played.ngo}/history`);
    await history.getByText('Submitted in time').first().waitFor();
    expect(await history.getByText('in-time', { exact: false }).count()).toEqual(0);
    await history.context().close();
  });
  it('asks for no draft that is an applicant’s own, and for the one that the desk wrote', async () => {
    const page = await pages.open(played.people.focalPoint, '/country');
    const asked: string[] = [];
    page.on('response', (answer) => {
      const { pathname } = new URL(answer.url());
      if (pathname.startsWith('/api/v1/drafts/') || answer.status() >= 400)
        asked.push(`${answer.status()} ${pathname}`);
    });
    for (const nominationId of [played.ngo, growers]) {
      await page.goto(`${pages.api.url}/app/nominations/${nominationId}`);
      await page.getByRole('heading', { level: 1, name: /^Sample/ }).waitFor();
      await page.waitForLoadState('networkidle');
    }
    const own = `/api/v1/drafts/nomination/${growers}`;
    expect([...new Set(asked)].filter((one) => !one.startsWith(`200 ${own}`))).toEqual([]);
    expect(asked).toContain(`200 ${own}`);
    await page.context().close();
  });
});

describe('a paper of an award that is judged without names', () => {
  it('is missing for judges until a copy without names is uploaded beside it, which the screener sees', async () => {
    const { focalPoint, screener } = played.people;
    const page = await pages.open(focalPoint, `/nominations/${growers}`);
    await page.getByText('The copy without names is missing').waitFor();
    await page.getByText('Upload a copy without names').click();
    const copy = await PDFDocument.create({ updateMetadata: false });
    copy.addPage([200, 200]);
    const buffer = Buffer.from(await copy.save());
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'growers-redacted.pdf', mimeType: 'application/pdf', buffer });
    await page.getByRole('link', { name: 'Copy without names: document-1.pdf' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.context().close();
    const look = { width: 360 };
    const desk = await pages.open(screener, `/nominations/${growers}/screening`, look);
    await desk.getByRole('link', { name: 'Copy without names: document-1.pdf' }).waitFor();
    await expectNoSideways(desk);
    await shoot(desk, 'screening-copies');
    await desk.context().close();
  });
});

describe('a laureate of an earlier edition', () => {
  it('is shown to the screener, who passes it with a note that says why, or not at all', async () => {
    const { screener, secretariat } = played.people;
    const { body } = await screener.get<{ organisationId: string }>(`/nominations/${farmers}/organisation`);
    const award = {
      edition: 4,
      year: 2019,
      country: 'SG',
      category: 'ngo',
      basis: 'stated',
      sources: ['Sample source'],
    };
    must(await secretariat.post('/awards/sample/history/laureates', { organisationId: body.organisationId, ...award }));
    const page = await pages.open(screener, `/nominations/${farmers}/screening`);
    await page.getByText('An award within the waiting period').waitFor();
    const item = page.getByRole('group', { name: 'No laureate within the waiting period' });
    await item.getByRole('button', { name: 'Passed' }).click();
    await page
      .getByRole('alert')
      .getByText(/pass this item with a note/)
      .waitFor();
    await item.getByRole('button', { name: 'Add a note' }).click();
    await page.getByLabel('Note', { exact: true }).fill('The senior officials waived it.');
    await item.getByRole('button', { name: 'Passed' }).click();
    await page.getByText('1 of 3 passed').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'screening-waiting-period');
    await page.getByRole('link', { name: 'Next nomination' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sample salt farmers' }).waitFor({ state: 'detached' });
    await page.context().close();
  });
});

describe('a rejection', () => {
  it('takes two people, is objected to by the focal point, and undone by the secretariat', async () => {
    const { screener, approver, focalPoint, secretariat } = played.people;
    const place = `/nominations/${played.firm}/screening`;
    const page = await pages.open(screener, place);
    await page.getByRole('button', { name: 'Propose a rejection' }).click();
    const dialog = page.getByRole('dialog', { name: 'Propose to reject this nomination?' });
    await dialog.getByLabel('Reason').fill('Not registered in the country.');
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Propose a rejection' }).click();
    await page.getByText('You proposed it: another person, an approver, confirms it.').waitFor();
    await page.context().close();

    const second = await pages.open(approver, place);
    await second.getByText('Not registered in the country.').first().waitFor();
    await second.getByRole('button', { name: 'Confirm the rejection' }).click();
    await second.getByRole('dialog').getByRole('button', { name: 'Confirm the rejection' }).click();
    await second.getByText('May be objected to until').waitFor();
    expect(await findBarriers(second)).toEqual([]);
    await shoot(second, 'screening-rejected');
    await second.context().close();

    const objecting = await pages.open(focalPoint, place);
    await objecting.getByRole('button', { name: 'Object to the rejection' }).click();
    const objection = objecting.getByRole('dialog', { name: 'Object to the rejection?' });
    await objection.getByLabel('Reason').fill('The certificate was attached.');
    await objection.getByRole('button', { name: 'Object to the rejection' }).click();
    await objecting.getByText('There is an objection:').waitFor();
    await objecting.context().close();

    const office = await pages.open(secretariat, place, { width: 360 });
    await office.getByRole('button', { name: 'Let the rejection stand' }).waitFor();
    await office.getByRole('button', { name: 'Readmit' }).click();
    await office.getByRole('dialog').getByLabel('Reason').fill('It was attached indeed.');
    await office.getByRole('dialog').getByRole('button', { name: 'Readmit' }).click();
    await office.getByText('Submitted', { exact: true }).first().waitFor();
    await expectNoSideways(office);
    await office.context().close();
  });
});

describe('a correction', () => {
  it('is seen side by side with what was there, beside the message that it answers', async () => {
    const { focalPoint, screener } = played.people;
    const messages = [
      { field: 'summary', message: 'Say how many people were reached.' },
      { field: 'contact', message: 'Give an address that is read.' },
    ];
    must(await screener.post(`/nominations/${growers}/return`, { messages }));
    const draftVersion = await save(
      focalPoint,
      growers,
      formOf('Sample growers', { summary: 'It reached 200 people.' }),
    );
    must(await focalPoint.post(`/nominations/${growers}/correct`, { draftVersion }));
    const page = await pages.open(screener, `/nominations/${growers}/screening`);
    await page.getByRole('heading', { name: 'What changed from version 1 to 2' }).waitFor();
    await page.getByText('Answers: Say how many people were reached.').waitFor();
    await page.getByText('Asked for, and not touched').waitFor();
    await page.getByText('Give an address that is read.').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'screening-changes');
    await page.context().close();
    const phone = await pages.open(screener, `/nominations/${growers}/screening`, { width: 360, language: 'th' });
    await phone.getByRole('heading', { name: 'สิ่งที่เปลี่ยนจากฉบับที่ 1 เป็นฉบับที่ 2' }).waitFor();
    await expectNoSideways(phone);
    expect(await findBarriers(phone, 'colours')).toEqual([]);
    await shoot(phone, 'screening-th-phone');
    await phone.context().close();
  });
});

describe('an officer of the secretariat', () => {
  it('counter-checks where the country has one officer only, and is told where it has more', async () => {
    const page = await pages.open(played.people.secretariat, `/nominations/${growers}/screening`);
    await page.getByRole('button', { name: 'Record a counter-check' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('I have looked too.');
    await page.getByRole('dialog').getByRole('button', { name: 'Record a counter-check' }).click();
    await page
      .getByRole('alert')
      .getByText(/The desk has more than one person/)
      .waitFor();
    await page.context().close();
  });
  it('disqualifies a nomination, with the reason', async () => {
    const page = await pages.open(played.people.secretariat, `/nominations/${growers}/screening`);
    await page.getByRole('button', { name: 'Disqualify' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('It cannot be undone.').waitFor();
    await dialog.getByLabel('Reason').fill('It was put forward twice.');
    await dialog.getByRole('button', { name: 'Disqualify' }).click();
    await page.getByText('Disqualified', { exact: true }).first().waitFor();
    await page.context().close();
  });
  it('declares a conflict, and does not see the file any more', async () => {
    const award = pages.api.definition.key;
    const officer = await pages.api.grant('secretariat', { award });
    const page = await pages.open(officer, `/nominations/${growers}/screening`);
    await page.getByRole('button', { name: 'Declare a conflict' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('A relative works there.');
    await page.getByRole('dialog').getByRole('button', { name: 'Declare a conflict' }).click();
    await page.getByRole('heading', { level: 1, name: 'What is due' }).waitFor();
    await page.context().close();
    expect((await officer.get(`/nominations/${growers}`)).status).toBe(404);
  });
});
