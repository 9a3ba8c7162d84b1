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
