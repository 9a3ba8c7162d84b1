// What stands behind an entry's place, in the browser: every version of a sheet, conflicts and what follows from them.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveBodies } from '../../db/judge-bodies.ts';
import { AwardDefinition } from '../../domain/award-definition.ts';
import { by, formPanel, seatJudges, sheetOf } from '../support/acts.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { nameJudges, reserveSample, type Scoring, scoringSample, screenedSample } from '../support/scoring.ts';

const names = ['Hill Water Cooperative', 'Mekong Seed Network', 'Island Solar Circle'];
let pages: Pages;

beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

/** Nobody has handed in yet. */
async function start(): Promise<Scoring> {
  const sample = await scoringSample(pages.api, { names });
  await nameJudges(pages.api.db, sample.judges);
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

describe('where names are hidden', () => {
  it('a judge ticks names of an alphabetical list, and is not told whose entry that was', async () => {
    const { definition, db } = pages.api;
    const blind = { ...definition.judging, blind: { nominee: true, nominator: true } };
    const hiding = { db, definition: AwardDefinition.parse({ ...definition, judging: blind }) };
    const sample = await scoringSample(hiding, { cleared: false, names: ['Weavers', 'Rice Bank', 'Diggers'] });
    await nameJudges(pages.api.db, sample.judges);
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
    await nameJudges(pages.api.db, sample.judges);
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
  it('is called by who runs the panel alone, who is told at once whose seat is empty and who could step in', async () => {
    const { panel, chair, deputy, member, reserve, entries } = await reserveSample(pages.api, names);
    await nameJudges(pages.api.db, [chair, deputy, member, reserve]);
    const [entry = ''] = entries;
    const recuse = { reason: 'I advised them once.' };
    expect((await pages.api.as(member).post(`/scorecards/${entry}~${member}~main/recuse`, recuse)).status).toEqual(200);
    const focal = await pages.api.grant('focal-point', { award: 'sample', country: 'SG' });
    const home = await open(focal.personId ?? '', '/');
    await home.getByRole('link', { name: /Call a reserve: seats of a panel are empty \(1\)/ }).click();
    await home.getByText('Sample Member has stepped back from this entry.').waitFor();
    await home.getByText('Nobody is called by itself: you call a reserve.').waitFor();
    await home.getByText('2 of 3 seats').waitFor();
    await shoot(home, 'seat-empty');
    await home.setViewportSize({ width: 360, height: 740 });
    await expectNoSideways(home);
    await shoot(home, 'seat-empty-phone');
    await home.context().close();
    const page = await open(focal.personId ?? '', `/panels/${panel}`);
    await page.getByText('1 seat is empty').waitFor();
    await page.getByText('Sample Judge could step in.').waitFor();
    await shoot(page, 'panel-seat-empty');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Call a reserve' }).click();
    await page.getByRole('button', { name: 'Call Sample Judge' }).click();
    const calling = page.getByRole('dialog');
    await calling.getByLabel('Which reserve').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'call-reserve');
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSideways(page);
    await shoot(page, 'call-reserve-phone');
    await calling.getByRole('button', { name: 'Call Sample Judge' }).click();
    await calling.waitFor({ state: 'detached' });
    await page.getByText('Sample Member has stepped back from this entry.').waitFor({ state: 'detached' });
    await page.getByText('Reads it: Sample Judge', { exact: false }).waitFor();
    expect(await page.getByText('3 of 3 seats').count()).toEqual(3);
    await page.context().close();
    const secretariat = await pages.api.grant('secretariat', { award: 'sample' });
    const board = await open(secretariat.personId ?? '', `/panels/${panel}`);
    await board.getByText('A reserve is called').first().waitFor();
    expect(await board.getByText('1 seat is empty').count()).toEqual(0);
    await board.context().close();
  });
});

describe('an assignment', () => {
  it('is taken in as a table: wrong lines are named and nothing changes, then the whole is applied', async () => {
    const sample = await screenedSample(pages.api, names);
    const { cycleId, acts, group, entries, panel } = sample;
    const judges = await seatJudges(sample, [group], 'SG', 3);
    await nameJudges(pages.api.db, judges);
    await formPanel(sample, 'SG', 'ngo', judges);
    const proposal = { cycleId, group, proposalId: randomUUID() };
    const [chair = '', deputy = '', member = ''] = judges;
    const pairs = entries.flatMap((nominationId) => [chair, deputy].map((judgeId) => ({ nominationId, judgeId })));
    await acts.panel({ type: 'RequestAssignment', data: { ...proposal, pinned: [] } }, by('focal-point'));
    await acts.panel({ type: 'ProposeAssignment', data: { ...proposal, pairs, emptySeats: 3 } }, by('process'));
    const focal = await pages.api.grant('focal-point', { award: 'sample', country: 'SG' });
    const page = await open(focal.personId ?? '', `/panels/${panel}/assignment`);
    const href = await page.getByRole('link', { name: 'Take out as CSV' }).getAttribute('href');
    const headers = { 'x-person': focal.personId ?? '' };
    const taken = await (await fetch(`${pages.api.url}${href}`, { headers })).text();
    expect(taken.trim().split('\n')).toHaveLength(7);
    const send = async (lines: string[]) =>
      page.locator('input[type=file]').setInputFiles({
        ...{ name: 'assignment.csv', mimeType: 'text/csv' },
        buffer: Buffer.from([taken.trim(), ...lines].join('\r\n')),
      });
    const [first = '', second = '', third = ''] = entries;
    await send([`${first},${member},`, `${first},nobody@example.org,`, `Somewhere,${member},`]);
    const dialog = page.getByRole('dialog', { name: 'A change by hand' });
    await dialog.getByText('nobody@example.org').waitFor();
    await dialog.getByText('Somewhere').first().waitFor();
    expect(await dialog.getByRole('button', { name: 'Change it' }).isDisabled()).toBe(true);
    expect(await dialog.getByRole('listitem').count()).toEqual(2);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'assignment-wrong-lines');
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSideways(page);
    await shoot(page, 'assignment-wrong-lines-phone');
    await page.setViewportSize({ width: 1280, height: 800 });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    type Assigned = { entries: { nominationId: string; proposed: string[] }[] };
    const filled = async () => {
      const { body } = await focal.get<Assigned>(`/panels/${panel}/assignment`);
      return body.entries.map(({ proposed }) => proposed.length);
    };
    expect(await filled()).toEqual([2, 2, 2]);
    await send([first, second, third].map((entry) => `${entry},${member},`));
    await dialog
      .getByText(/Sample Member/)
      .first()
      .waitFor();
    await shoot(page, 'assignment-table');
    await dialog.getByRole('button', { name: 'Change it' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Every seat is filled.').waitFor();
    expect(await filled()).toEqual([3, 3, 3]);
    await page.context().close();
  });

  it('that falls apart into groups says which, what follows from it and what to do', async () => {
    const sample = await screenedSample(pages.api, names);
    const { cycleId, acts, group, entries, panel } = sample;
    const judges = await seatJudges(sample, [group], 'SG', 6);
    await nameJudges(pages.api.db, judges);
    await formPanel(sample, 'SG', 'ngo', judges);
    const proposal = { cycleId, group, proposalId: randomUUID() };
    const readersOf = (place: number) => (place === 0 ? judges.slice(0, 3) : judges.slice(3));
    const pairs = entries.flatMap((nominationId, place) =>
      readersOf(place).map((judgeId) => ({ nominationId, judgeId })),
    );
    await acts.panel({ type: 'RequestAssignment', data: { ...proposal, pinned: [] } }, by('focal-point'));
    await acts.panel({ type: 'ProposeAssignment', data: { ...proposal, pairs, emptySeats: 0 } }, by('process'));
    const focal = await pages.api.grant('focal-point', { award: 'sample', country: 'SG' });
    const page = await open(focal.personId ?? '', `/panels/${panel}/assignment`);
    const alert = page
      .getByRole('alert')
      .filter({ hasText: 'The panel falls apart into 2 groups that share no entry' });
    const group1 = alert.getByRole('listitem').filter({ hasText: 'Sample Chair' });
    await group1.filter({ hasText: 'Sample Deputy' }).filter({ hasText: 'Sample Member' }).waitFor();
    await alert.getByText('Nobody can tell whether one group is stricter than another.', { exact: false }).waitFor();
    await alert.getByText('Add a judge of one group to an entry of the other.', { exact: false }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'assignment-islands');
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSideways(page);
    await shoot(page, 'assignment-islands-phone');
    await page.context().close();
  });
});
