// The endorser's screen: the note on a phone, endorsed one by one or all at once, an objection with its reason.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submit, verifyDossiers } from '../support/acts.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { readPdf } from '../support/pdf.ts';
import { type Played, playNominations, playPaperDecision, playPhases, playScreening } from '../support/played-cycle.ts';

let pages: Pages;
let played: Played;
let second: string;
beforeAll(async () => {
  pages = await openPages();
  played = await playNominations(pages.api);
  second = await submit(played, 'SG', 'ngo');
  await playScreening(played, [second]);
  const groups = [
    await playPaperDecision(played, 'ngo', played.ngo, [], [second]),
    await playPaperDecision(played, 'private', played.firm),
  ];
  await playPhases(played);
  await verifyDossiers(played, groups);
  const path = `/cycles/${played.cycleId}/endorsement/request`;
  const asked = await played.people.secretariat.post(path, { groups, dossiersVerified: true });
  expect(asked.status).toBe(200);
});
afterAll(() => pages.close());

const place = () => `/cycles/${played.cycleId}/endorse`;
const phone = { width: 360, zone: 'Asia/Tokyo' };

describe('the circulation note', () => {
  it('is endorsed or objected to on a phone, and shows what was answered when', async () => {
    const page = await pages.open(played.people.endorserAbroad, place(), phone);
    await page.getByText('3 of 3 wait for your country’s answer.'.replace('’', "'")).waitFor();
    await expectNoSideways(page);
    await shoot(page, 'endorser-phone');
    const [first, other] = [`Sample ngo ${played.ngo}`, `Sample private ${played.firm}`];
    await page.getByRole('button', { name: `Endorse ${first}` }).click();
    await page.getByText("2 of 3 wait for your country's answer.").waitFor();
    await page.getByRole('button', { name: `Object to ${other}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Object' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel(/^Reason/).fill('We know them otherwise.');
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Object' }).click();
    await page.getByText('The objection waits to be settled.').waitFor();
    await page.getByText('We know them otherwise.').waitFor();
    await page.getByRole('button', { name: `Take back the objection to ${other}` }).waitFor();
    await page.getByRole('button', { name: 'Endorse the one that is left' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Endorse', exact: true }).click();
    await page.getByText('Your country has answered for everyone.').waitFor();
    expect(await page.getByRole('list').getByRole('listitem').filter({ hasText: 'Endorsed:' }).count()).toBe(2);
    await page.evaluate('scrollTo(0, 0)');
    await shoot(page, 'endorser-answered-phone');
    const { body } = await played.people.endorserAbroad.get<{ replies: object[] }>(
      `/cycles/${played.cycleId}/endorsement/note`,
    );
    expect(body.replies).toMatchObject([
      { country: 'MM', owed: [], objections: [{ laureateId: played.firm, status: 'open' }] },
    ]);
    await page.context().close();
  });

  it('has an objection taken back, with the reason, and the answer is open again', async () => {
    const { endorserAbroad } = played.people;
    const page = await pages.open(endorserAbroad, place(), phone);
    await page.getByRole('button', { name: `Take back the objection to Sample private ${played.firm}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('The result is no longer held up by your country.').waitFor();
    await dialog.getByLabel(/^Reason/).fill('The accounts have come since.');
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Take back' }).click();
    await page.getByText('The objection was taken back: your country may answer anew.').waitFor();
    await page.getByText('The accounts have come since.').waitFor();
    type Note = { replies: { endorsed: string[] }[] };
    const note = async () => (await endorserAbroad.get<Note>(`/cycles/${played.cycleId}/endorsement/note`)).body;
    expect((await note()).replies).toMatchObject([
      { owed: [], objections: [{ laureateId: played.firm, status: 'withdrawn' }] },
    ]);
    await shoot(page, 'endorser-taken-back');
    await page.getByRole('button', { name: `Endorse Sample private ${played.firm}` }).click();
    await expect.poll(async () => (await note()).replies[0]?.endorsed).toContain(played.firm);
    await page.context().close();
  });

  it('is read in Thai, in the dark, and taken away as PDF', async () => {
    const page = await pages.open(played.people.endorser, place(), { language: 'th', scheme: 'dark' });
    await page.getByRole('heading', { level: 1, name: 'หนังสือเวียนผลการพิจารณา' }).waitFor();
    expect(await findBarriers(page, 'colours')).toEqual([]);
    await shoot(page, 'endorser-th');
    const href = await page.getByRole('link', { name: 'PDF' }).getAttribute('href');
    const response = await fetch(`${pages.api.url}${href}`, {
      headers: { 'x-person': played.people.endorser.personId ?? '' },
    });
    const { outline } = await readPdf(Buffer.from(await response.arrayBuffer()));
    expect(outline[0]?.title).toBe('หนังสือเวียนผลการพิจารณา');
    await page.context().close();
  });

  it('is shown part by part as it was circulated, by the fingerprint on the paper', async () => {
    const { secretariat } = played.people;
    type Note = { fingerprints: { [group: string]: string } };
    const { body } = await secretariat.get<Note>(`/cycles/${played.cycleId}/endorsement/note`);
    const page = await pages.open(secretariat, `/cycles/${played.cycleId}/endorsement`);
    const field = page.getByLabel('Fingerprint of a part of a note');
    await field.fill('0123');
    await page.getByRole('button', { name: 'Show what was circulated' }).click();
    await page.getByText('A fingerprint has 64 digits and letters from a to f.').waitFor();
    await field.fill('0'.repeat(64));
    await field.press('Enter');
    await page.getByText('Nothing with this fingerprint was circulated in this cycle.').waitFor();
    await field.fill(` ${body.fingerprints['SG-ngo']?.toUpperCase().replace(/(.{8})/g, '$1 ')}`);
    await field.press('Enter');
    await page.getByText('This part was circulated so:').waitFor();
    await page
      .getByRole('article')
      .filter({ hasText: `Sample ngo ${played.ngo}` })
      .getByText('Laureate 1')
      .waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'endorsement-kept-note');
    await page.context().close();
  });

  it('is found from the menu', async () => {
    const page = await pages.open(played.people.endorser, '/endorse');
    await page.getByRole('link', { name: 'Sample cycle' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Circulation note' }).waitFor();
    await page.context().close();
  });
});
