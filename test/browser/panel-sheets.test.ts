// What stands behind an entry's place, in the browser: every version of a sheet.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by, sheetOf } from '../support/acts.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { type Scoring, scoringSample } from '../support/scoring.ts';

const names = ['Hill Water Cooperative', 'Mekong Seed Network', 'Island Solar Circle'];
const people = ['Sample Chair', 'Sample Deputy', 'Sample Member'];
let pages: Pages;

beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

/** Nobody has handed in yet. */
async function start(): Promise<Scoring> {
  const sample = await scoringSample(pages.api, { names });
  const rows = sample.judges.map((person_id, index) => {
    return { person_id, email: `${person_id}@example.org`, name: people[index] ?? 'Sample Judge' };
  });
  await pages.api.db.read.insertInto('people').values(rows).execute();
  return sample;
}
const open = (person: string, place: string) => pages.open(pages.api.as(person), place);

describe('an entry', () => {
  it('keeps every version of a sheet beside the others, with who, when and why, for the chair and its judge', async () => {
    const sample = await start();
    const { acts, definition, member, chair } = sample;
    const [entry = ''] = sample.entries;
    for (const [judge, points] of [
      [member, 5],
      [chair, 4],
    ] as const)
      await acts.scorecard(entry, judge, sheetOf(definition, 'ngo', points), by('judge', judge));
    const reason = 'The points and the comment do not agree.';
    await acts.scorecard(entry, member, { type: 'ReopenScorecard', data: { reason } }, by('chair', chair));
    await acts.scorecard(entry, member, sheetOf(definition, 'ngo', 3), by('judge', member));
    const page = await open(chair, `/panels/${sample.panel}/entries/${entry}`);
    const line = page.getByRole('listitem').filter({ hasText: 'Sample Member' });
    await line.getByRole('link', { name: 'All versions' }).click();
    await page.getByRole('heading', { level: 1, name: 'Versions of a sheet' }).waitFor();
    await page.getByRole('columnheader', { name: /Version 2/ }).waitFor();
    await page
      .getByRole('row', { name: /before: 5/ })
      .first()
      .waitFor();
    await page.getByText(`Why: ${reason}`).waitFor();
    await page.getByText('Sample Chair', { exact: false }).first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'sheet-versions');
    await page.context().close();
    const own = await open(member, `/judging/${entry}~${member}~main`);
    await own.getByRole('link', { name: 'All versions of this sheet' }).click();
    await own.getByRole('heading', { level: 1, name: 'Versions of a sheet' }).waitFor();
    await own.setViewportSize({ width: 360, height: 740 });
    await own.getByText('before: 5').locator('visible=true').first().waitFor();
    await expectNoSideways(own);
    await own.context().close();
  });
});

describe('an emergency', () => {
  it('lets an officer in conflict see an entry: asked for by one, granted by another, ended by either', async () => {
    const sample = await start();
    const [entry = ''] = sample.entries;
    const officer = await pages.api.grant('secretariat', { award: 'sample' });
    const personId = officer.personId ?? '';
    await pages.api.db.read
      .updateTable('people')
      .set({ name: 'Sample Officer' })
      .where('person_id', '=', personId)
      .execute();
    const conflict = { kind: 'family', reason: 'My sister works there.' };
    expect((await officer.post(`/nominations/${entry}/officer-conflict`, conflict)).status).toEqual(200);
    const place = `/panels/${sample.panel}/access`;
    const page = await open(personId, place);
    await page.getByText('Nobody has asked').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ask for access' }).click();
    const asking = page.getByRole('dialog', { name: 'Ask for access' });
    await asking.getByLabel('For how many hours').fill('2');
    await asking.getByLabel('Reason').fill('A child named in the file is in danger.');
    await shoot(page, 'emergency-asked');
    await asking.getByRole('button', { name: 'Send the request' }).click();
    await page.getByText('Waits for a second person').waitFor();
    await page.getByText('an entry that is hidden from you').waitFor();
    expect(await page.getByRole('button', { name: 'Let in' }).count()).toEqual(0);

    const second = await open(sample.deputy, '/');
    await second.getByRole('link', { name: /see an entry in an emergency/ }).click();
    await second.getByText('A child named in the file is in danger.').waitFor();
    await second.getByRole('button', { name: 'Let in' }).click();
    await second.getByRole('dialog', { name: 'Let in' }).getByRole('button', { name: 'Let in' }).click();
    await second.getByText('Granted', { exact: true }).waitFor();
    await shoot(second, 'emergency-access');
    await second.setViewportSize({ width: 360, height: 740 });
    await expectNoSideways(second);
    await shoot(second, 'emergency-access-phone');
    await second.context().close();

    await page.reload();
    await page.getByRole('link', { name: 'Open the entry' }).click();
    await page.getByRole('heading', { level: 1, name: /Hill Water Cooperative|Mekong Seed|Island Solar/ }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'End it now' }).click();
    const ending = page.getByRole('dialog', { name: 'End it now' });
    await ending.getByLabel('Reason').fill('The child is safe.');
    await ending.getByRole('button', { name: 'End it now' }).click();
    await page.getByText(/Ended by Sample Officer: The child is safe/).waitFor();
    expect((await officer.get(`/panels/${sample.panel}/entries/${entry}`)).status).toEqual(404);
    await page.context().close();
  });
});
