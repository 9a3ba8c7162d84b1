// The people of a country and its timetable in the browser.
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
});
afterAll(() => pages.close());

describe('people', () => {
  it('are invited, for good or as a deputy with dates', async () => {
    const page = await pages.open(played.people.focalPoint, `${desk}/people`);
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByLabel('Name', { exact: false }).first().fill('Sample deputy');
    await page.getByLabel(/^E-mail address/).fill('deputy@example.org');
    await page.getByLabel('As a deputy, from a day until a day').check();
    await page.getByLabel(/^From/).fill('2031-01-01');
    await page.getByLabel(/^Until/).fill('2031-02-01');
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    await page.getByText('deputy@example.org has the role now').waitFor();
    const card = page.getByRole('listitem').filter({ hasText: 'Sample deputy' });
    await card.getByText('Still to come').waitFor();
    await shoot(page, 'country-people');
    await page.context().close();
  });
  it('says beside the field what is wrong, and goes there', async () => {
    const page = await pages.open(played.people.focalPoint, `${desk}/people`);
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByLabel('Name', { exact: false }).first().fill('Sample person');
    await page.getByLabel(/^E-mail address/).fill('nobody@nowhere');
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    await page.getByText('This is no e-mail address.').first().waitFor();
    expect(await page.evaluate("document.activeElement?.getAttribute('type')")).toBe('email');
    await page.context().close();
  });
  it('are shown what is open for one of them before the role is handed over', async () => {
    const page = await pages.open(played.people.focalPoint, `${desk}/people`, { width: 360, language: 'th' });
    const card = page.getByRole('listitem').filter({ hasText: 'ผู้ตรวจคัดกรอง' }).filter({ hasText: 'Sample person' });
    await card.getByRole('link', { name: 'ใบส่งมอบงาน' }).waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page, 'colours')).toEqual([]);
    await shoot(page, 'country-people-th-phone');
    await card.getByRole('link', { name: 'ใบส่งมอบงาน' }).click();
    await page.getByRole('heading', { level: 1, name: /ใบส่งมอบงาน/ }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'กำหนดเวลา' }).first().waitFor();
    await expectNoSideways(page);
    await shoot(page, 'country-handover-th-phone');
    await page.context().close();
  });
  it('hand their role over, and end one with a reason', async () => {
    const page = await pages.open(played.people.focalPoint, `${desk}/people`);
    const card = page.getByRole('listitem').filter({ hasText: 'Approver' }).first();
    await card.getByRole('button', { name: 'Hand over' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the successor').fill('Sample successor');
    await dialog.getByLabel('E-mail address of the successor').fill('successor@example.org');
    await dialog.getByLabel('Reason').fill('A new post.');
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Hand over' }).click();
    const next = page.getByRole('listitem').filter({ hasText: 'Sample successor' });
    await next.getByText('Approver').waitFor();
    await next.getByRole('button', { name: 'End the role' }).click();
    const ending = page.getByRole('dialog');
    await ending.getByLabel('Reason').fill('It was a sample.');
    await ending.getByRole('button', { name: 'End the role' }).click();
    await next.waitFor({ state: 'detached' });
    await page.context().close();
  });
});

describe('the timetable', () => {
  it('shows old and new instant before the country moves an end of its own', async () => {
    const page = await pages.open(played.people.focalPoint, `${desk}/timetable`);
    const card = page.getByRole('listitem').filter({ hasText: 'Screening' });
    await card.getByRole('button', { name: 'Set an end of our own' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move the end of Screening?' });
    const field = dialog.getByLabel('New end of Screening');
    const before = await field.inputValue();
    await field.fill(`${Number(before.slice(0, 4)) + 543}${before.slice(4)}`);
    await dialog.getByText(/Is \d{4} a year of the Buddhist Era/).waitFor();
    await dialog.getByRole('button', { name: /^Take \d{4}/ }).click();
    expect(await field.inputValue()).toBe(before);
    const earlier = new Date(Date.parse(`${before}Z`) - 30 * 60_000).toISOString().slice(0, 16);
    await field.fill(earlier);
    await dialog.getByRole('button', { name: 'Show what this does' }).click();
    await dialog.getByText('What moves').waitFor();
    await dialog.getByText(/mails? goe?s? out|written to/).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Set this end' }).click();
    await card.getByText('Ends here by your own timetable:').waitFor();
    await shoot(page, 'country-timetable');
    await page.context().close();
  });
  it('is opened again for one country by the secretariat, with reason and authority', async () => {
    const { cycleId, acts } = played;
    await acts.country(
      { type: 'CloseCountryPhase', data: { cycleId, iso2: 'MM', phase: 'nomination' } },
      by('approver'),
    );
    const page = await pages.open(played.people.secretariat, `/cycles/${cycleId}/countries/MM/timetable`);
    await page.getByRole('button', { name: 'Grant a dispensation' }).click();
    await page.getByLabel('Reason').fill('The line was down for a day.');
    await page.getByLabel('Authority').fill('Sample office, note 1');
    await page.getByLabel(/^Until/).fill('2031-01-01T12:00');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Grant a dispensation' }).click();
    await page.getByRole('listitem').filter({ hasText: 'The line was down for a day.' }).waitFor();
    await page.context().close();
  });
  it('closes a phase early and for good by its approver', async () => {
    const approver = await pages.api.grant('approver', { award: pages.api.definition.key, country: 'SG' });
    const page = await pages.open(approver, `${desk}/timetable`, { width: 360, scheme: 'dark' });
    const card = page.getByRole('listitem').filter({ hasText: 'Nomination' });
    await card.getByRole('button', { name: 'Close early' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close early' }).click();
    await card.getByText('Closed').waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page, 'colours')).toEqual([]);
    await page.context().close();
  });
});
