// A country's desk in the browser: screening, ranking, signing, people and timetable, each by whose work it is.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by } from '../support/acts.ts';
import { nominate } from '../support/desk.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { type Played, playNominations } from '../support/played-cycle.ts';

let pages: Pages;
let played: Played;
let desk: string;

beforeAll(async () => {
  pages = await openPages();
  played = await playNominations(pages.api);
  desk = `/cycles/${played.cycleId}/countries/SG`;
  await nominate(played, played.people.focalPoint, 'Sample growers');
  const data = { cycleId: played.cycleId, iso2: 'SG', phase: 'nomination' } as const;
  await played.acts.country({ type: 'CloseCountryPhase', data }, by('approver'));
});
afterAll(() => pages.close());

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
    await page.getByText('1 of 2 passed').waitFor();
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
  });
});
