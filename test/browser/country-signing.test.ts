// From ranking to signing in the browser: by keyboard, by drag, with a second factor, and by a letter of two people.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by } from '../support/acts.ts';
import { nominate } from '../support/desk.ts';
import { clicksCountAgain, expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { type Played, playNominations } from '../support/played-cycle.ts';
import { bytesOf } from '../support/uploads.ts';

let pages: Pages;
let played: Played;
let desk: string;

beforeAll(async () => {
  pages = await openPages();
  played = await playNominations(pages.api);
  desk = `/cycles/${played.cycleId}/countries/SG`;
  const { focalPoint, screener, applicant, otherApplicant } = played.people;
  const named = [
    await nominate(played, focalPoint, 'Sample growers'),
    await nominate(played, focalPoint, 'Sample weavers'),
    await nominate(played, focalPoint, 'Sample fishers'),
  ];
  const withdrawn = { reason: 'Not wanted in this sample.' };
  await applicant.post(`/nominations/${played.ngo}/withdraw`, withdrawn);
  await otherApplicant.post(`/nominations/${played.firm}/withdraw`, withdrawn);
  const data = { cycleId: played.cycleId, iso2: 'SG', phase: 'nomination' } as const;
  await played.acts.country({ type: 'CloseCountryPhase', data }, by('approver'));
  for (const id of named)
    for (const { key: item } of played.definition.checklist)
      await screener.post(`/nominations/${id}/checks`, { item, outcome: 'passed' });
});
afterAll(() => pages.close());

const namesIn = async (page: Page) =>
  (await page.locator('ol li').getByRole('link').allTextContents()).map((name) => name.trim());

describe('ranking', () => {
  it('is done by buttons, by keyboard and by drag, says so, and is saved when asked', async () => {
    const page = await pages.open(played.people.approver, `${desk}/ranking`);
    await page.getByRole('heading', { level: 1, name: 'Rank and forward' }).waitFor();
    const start = await namesIn(page);
    expect(start).toEqual(['Sample growers', 'Sample weavers', 'Sample fishers']);
    await page.getByRole('button', { name: 'Move Sample fishers up' }).click();
    expect(await namesIn(page)).toEqual(['Sample growers', 'Sample fishers', 'Sample weavers']);
    await page.getByText('Sample fishers is now in place 2 of 3. Not saved yet.').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: /^Move Sample weavers, place 3/ }).focus();
    await page.keyboard.press('Space');
    await page.getByText(/Sample weavers (lifted from|is over) place 3/).waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowUp');
    await page.getByText(/Sample weavers is over place 2/).waitFor({ state: 'attached' });
    await page.keyboard.press('Space');
    await expect.poll(() => namesIn(page)).toEqual(['Sample growers', 'Sample weavers', 'Sample fishers']);
    const handle = await page.getByRole('button', { name: /^Move Sample fishers, place 3/ }).boundingBox();
    const first = await page.getByRole('button', { name: /^Move Sample growers, place 1/ }).boundingBox();
    if (handle === null || first === null) throw new Error('There is no handle.');
    await page.mouse.move(handle.x + 10, handle.y + 10);
    await page.mouse.down();
    await page.mouse.move(handle.x + 10, handle.y - 20, { steps: 4 });
    await page.mouse.move(first.x + 10, first.y, { steps: 8 });
    await page.mouse.up();
    await expect.poll(() => namesIn(page)).toEqual(['Sample fishers', 'Sample growers', 'Sample weavers']);
    await clicksCountAgain(page);
    await page.getByRole('button', { name: 'Save the order' }).click();
    await page.getByRole('button', { name: 'The order is saved' }).waitFor();
    await shoot(page, 'ranking');
    await page.context().close();
  });
  it('forwards within the quota, after saying what that means', async () => {
    const page = await pages.open(played.people.approver, `${desk}/ranking`, { width: 360, language: 'th' });
    for (let left = 3; left > 0; left -= 1) {
      await page.getByRole('button', { name: 'ส่งต่อ', exact: true }).first().click();
      await page.getByRole('dialog').getByRole('button', { name: 'ส่งต่อ', exact: true }).click();
      await page.getByText(`ส่งต่อแล้ว ${4 - left} จาก 3 เหลือ ${left - 1}`).waitFor();
    }
    await expectNoSideways(page);
    expect(await findBarriers(page, 'colours')).toEqual([]);
    await shoot(page, 'ranking-th-phone');
    await page.context().close();
  });
});

describe('signing', () => {
  it('by letter waits for a second person, who confirms it', async () => {
    const page = await pages.open(played.people.focalPoint, `${desk}/signing`);
    await page.getByRole('heading', { level: 2, name: 'Sign', exact: true }).waitFor();
    const scan = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: bytesOf.pdf() };
    await page.locator('input[type=file]').setInputFiles(scan);
    await page.getByLabel('Reference of the letter').fill('SAMPLE/1');
    await page.getByLabel('Date of the letter').fill('2025-01-31');
    await page.getByLabel('Name of the signatory').fill('Sample minister');
    await page.getByLabel('Office of the signatory').fill('Sample ministry');
    await page.getByRole('button', { name: 'Record the letter' }).click();
    await page.getByText('A letter waits for its confirmation').waitFor();
    await page.getByText(/A second person confirms it/).waitFor();
    await page.context().close();
    const second = await pages.open(played.people.approver, `${desk}/signing`);
    await second.getByRole('button', { name: 'Confirm the letter' }).waitFor();
    expect(await findBarriers(second)).toEqual([]);
    await shoot(second, 'signing-letter');
    await second.context().close();
  });
  it('says that there is no nominee in a category, for good', async () => {
    const page = await pages.open(played.people.approver, `${desk}/signing`);
    await page.getByRole('button', { name: 'Declare no nominee' }).click();
    const dialog = page.getByRole('dialog', { name: 'No nominee in Private sector?' });
    await dialog.getByLabel('Reason').fill('Nobody was put forward.');
    await dialog.getByRole('button', { name: 'Declare no nominee' }).click();
    await page.getByText('Your country has no nominee here.').waitFor();
    await page.context().close();
  });
  it('is confirmed by the second person', async () => {
    const page = await pages.open(played.people.approver, `${desk}/signing`, { width: 360, scheme: 'dark' });
    await page.getByRole('button', { name: 'Confirm the letter' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm the letter' }).click();
    await page.getByText('Signed', { exact: true }).waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page, 'colours')).toEqual([]);
    await page.context().close();
  });
});

describe('signing in person', () => {
  it('signs the sheet as it was seen, with a code, and says what is wrong with another', async () => {
    const abroad = await playNominations(pages.api);
    const { cycleId, people, ngo, firm, acts } = abroad;
    await acts.country(
      { type: 'CloseCountryPhase', data: { cycleId, iso2: 'SG', phase: 'nomination' } },
      by('approver'),
    );
    for (const id of [ngo, firm]) {
      for (const { key: item } of abroad.definition.checklist)
        await people.screener.post(`/nominations/${id}/checks`, { item, outcome: 'passed' });
      await people.approver.post(`/nominations/${id}/forward`);
    }
    for (const [category, id] of [
      ['ngo', ngo],
      ['private', firm],
    ] as const)
      await people.approver.post(`/cycles/${cycleId}/countries/SG/rank`, { category, order: [id] });
    const page = await pages.open(people.approver, `/cycles/${cycleId}/countries/SG/signing`);
    const good = await pages.api.codeFor(people.approver.personId);
    const code = page.getByLabel('Code of your second factor');
    await code.fill('000000');
    await page.getByRole('button', { name: 'Sign the sheet' }).click();
    await page.getByRole('alert').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'signing');
    await code.fill(good);
    await page.getByRole('button', { name: 'Sign the sheet' }).click();
    await page.getByText('There is nothing to sign').waitFor();
    expect(await page.getByText('Signed', { exact: true }).count()).toBe(2);
    await page.context().close();
  });
});
