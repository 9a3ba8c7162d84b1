// What stands behind an entry's place, in the browser: every version of a sheet, conflicts and what follows from them.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveBodies } from '../../db/judge-bodies.ts';
import { AwardDefinition } from '../../domain/award-definition.ts';
import { by, formPanel, seatJudges, sheetOf } from '../support/acts.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { type Scoring, scoringSample, screenedSample } from '../support/scoring.ts';

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
  await know(sample.judges);
  return sample;
}
async function know(judges: string[]): Promise<void> {
  const rows = judges.map((person_id, index) => {
    return { person_id, email: `${person_id}@example.org`, name: people[index] ?? 'Sample Judge' };
  });
  await pages.api.db.read.insertInto('people').values(rows).execute();
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

describe('where names are hidden', () => {
  it('a judge ticks names of an alphabetical list, and is not told whose entry that was', async () => {
    const { definition, db } = pages.api;
    const blind = { ...definition.judging, blind: { nominee: true, nominator: true } };
    const hiding = { db, definition: AwardDefinition.parse({ ...definition, judging: blind }) };
    const sample = await scoringSample(hiding, { cleared: false, names: ['Weavers', 'Rice Bank', 'Diggers'] });
    await know(sample.judges);
    const page = await open(sample.member, '/judging');
    await page.getByRole('heading', { name: 'Are you tied to any of these names?' }).waitFor();
    const bodies = page.getByRole('checkbox', { name: /^Sample (Diggers|Rice Bank|Weavers)/ });
    expect(await bodies.count()).toEqual(3);
    await bodies.nth(1).check();
    await page.getByLabel(/^Reason/).fill('A cousin works there.');
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'name-list');
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSideways(page);
    await page.getByRole('button', { name: /^Declare the tie to one name/ }).click();
    await page.getByRole('heading', { name: 'Are you tied to any of these names?' }).waitFor({ state: 'detached' });
    await expect.poll(() => page.getByText('Rice Bank').count()).toEqual(0);
    await page.getByRole('heading', { level: 1, name: 'My judging' }).waitFor();
    await page.getByText('Diggers').first().waitFor();
    expect(await page.getByText('Rice Bank').count()).toEqual(0);
    await page.context().close();
  });
});

describe('a suggested conflict', () => {
  it('is accepted or dismissed once by the secretariat, with the reason', async () => {
    const asked = { cleared: false, names: ['Weavers Foundation', 'Rice Bank', 'Well Diggers'] };
    const sample = await scoringSample(pages.api, asked);
    await know(sample.judges);
    for (const judgeId of [sample.deputy, sample.member])
      await saveBodies(pages.api.db, { cycleId: sample.cycleId, judgeId }, ['Sample Weaver Association']);
    const secretariat = await pages.api.grant('secretariat', { award: 'sample' });
    const page = await open(secretariat.personId ?? '', `/cycles/${sample.cycleId}/judges`);
    const line = (name: string) =>
      page.getByRole('listitem').filter({ hasText: `${name} and Sample Weavers Foundation` });
    await line('Sample Deputy').getByText('has a name like that of the nominee').waitFor();
    await shoot(page, 'suggestions');
    await line('Sample Deputy').getByRole('button', { name: 'Dismiss' }).click();
    const dismissing = page.getByRole('dialog');
    await dismissing.getByLabel(/^Reason/).fill('Another body of a like name.');
    await dismissing.getByRole('button', { name: 'Dismiss' }).click();
    await line('Sample Deputy').waitFor({ state: 'detached' });
    await line('Sample Member').getByRole('button', { name: 'Accept as a conflict' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Accept as a conflict' }).click();
    await page.getByText('Nothing is suggested.').waitFor();
    const { body } = await secretariat.get<{ conflicts: { status: string }[] }>(
      `/cycles/${sample.cycleId}/judges/${sample.member}`,
    );
    expect(body.conflicts).toMatchObject([{ status: 'declared' }]);
    await page.context().close();
  });
});

describe('a reserve', () => {
  it('is called to an entry by who runs the panel, and the board says so', async () => {
    const sample = await screenedSample(pages.api, names);
    const { cycleId, acts, group, entries, panel } = sample;
    const [chair = '', deputy = '', member = '', reserve = ''] = await seatJudges(sample, [group], 'SG', 4);
    await know([chair, deputy, member, reserve]);
    const judges = [chair, deputy, member];
    await formPanel(sample, 'SG', 'ngo', judges, [reserve]);
    const ids = { cycleId, group };
    const pairs = entries.flatMap((nominationId) => judges.map((judgeId) => ({ nominationId, judgeId })));
    const proposal = { ...ids, proposalId: randomUUID() };
    await acts.panel({ type: 'RequestAssignment', data: { ...proposal, pinned: [] } }, by('focal-point'));
    await acts.panel({ type: 'ProposeAssignment', data: { ...proposal, pairs, emptySeats: 0 } }, by('process'));
    await acts.panel({ type: 'ReleaseAssignment', data: ids }, by('focal-point'));
    const secretariat = await pages.api.grant('secretariat', { award: 'sample' });
    const page = await open(secretariat.personId ?? '', `/panels/${panel}/assignment`);
    await page.getByRole('button', { name: 'Call a reserve' }).first().click();
    const calling = page.getByRole('dialog');
    await calling.getByLabel('Which reserve').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'call-reserve');
    await calling.getByRole('button', { name: 'Call a reserve' }).click();
    await calling.waitFor({ state: 'detached' });
    await page.goto(`${pages.api.url}/app/panels/${panel}`);
    await page.getByText('A reserve is called').first().waitFor();
    await page.context().close();
  });
});
