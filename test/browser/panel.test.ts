// The panel in the browser: the board, an entry with its notes, decision and signature, and a country's own panel from its judges on.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { solveAssignment } from '../../activities/solve-assignment.ts';
import { rubricOf } from '../../domain/definition-queries.ts';
import { inProcess } from '../activities/support.ts';
import { by, formPanel, seatJudges, sheetOf } from '../support/acts.ts';
import type { TestClient } from '../support/api.ts';
import { formOf, save } from '../support/desk.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { twoRounds } from '../support/round-samples.ts';
import {
  judgeNames,
  nameJudges,
  type Scoring,
  scoringSample,
  screenedSample,
  sealSample,
  signSample,
} from '../support/scoring.ts';
import { firstRound, formedSample } from '../support/two-rounds.ts';

const names = ['Hill Water Cooperative', 'Mekong Seed Network', 'Island Solar Circle'];
let pages: Pages;
let focal: TestClient;
let approver: TestClient;

beforeAll(async () => {
  pages = await openPages();
  focal = await pages.api.grant('focal-point', { award: 'sample', country: 'SG' });
  approver = await pages.api.grant('approver', { award: 'sample', country: 'SG' });
});
afterAll(() => pages.close());

/** Its tally is sealed with these points for its entries. */
async function sealed(points: (number | number[])[]): Promise<Scoring> {
  const sample = await scoringSample(pages.api, { names });
  await nameJudges(pages.api.db, sample.judges);
  await sealSample(sample, points);
  return sample;
}
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const open = (person: string, place: string, look = {}) => pages.open(pages.api.as(person), place, look);
const local = (at: Date) => {
  const shifted = new Date(at.getTime() + 8 * 3_600_000);
  return shifted.toISOString().slice(0, 19);
};

describe('the board', () => {
  it('ranks with mean and spread, draws a chart when asked, and has no barriers', async () => {
    const sample = await sealed([[5, 5, 4], [4, 5, 5], 2]);
    const page = await open(sample.chair, '/panels');
    await page
      .getByRole('link', { name: /Non-governmental/ })
      .first()
      .click();
    await page.getByRole('table').getByText('93.33').first().waitFor();
    await page.getByText('Below the threshold').first().waitFor();
    await page.getByRole('columnheader', { name: 'Adjusted' }).waitFor();
    await page.getByRole('button', { name: 'Show the charts' }).click();
    await page
      .getByRole('figure', { name: /lowest to the highest/ })
      .locator('svg')
      .waitFor();
    await page.getByRole('figure', { name: 'Sheets in, day by day' }).locator('svg').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'panel-board');
    await page.context().close();
  });
  it('shows how it stood at a date, and comes back to now', async () => {
    const sample = await scoringSample(pages.api, { names });
    await nameJudges(pages.api.db, sample.judges);
    const before = new Date();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await sealSample(sample, [5, 4, 2]);
    const page = await open(sample.chair, `/panels/${sample.panel}`, { zone: 'Asia/Singapore' });
    await page.getByRole('columnheader', { name: 'Place' }).waitFor();
    await page.getByRole('button', { name: 'Show as of a date' }).click();
    await page.getByLabel('Show as of').fill(local(new Date(before.getTime() + 1_000)));
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('You see how it stood at that time.').waitFor();
    await page.getByRole('table').getByText('0 of 3').first().waitFor();
    expect(await page.getByRole('columnheader', { name: 'Place' }).count()).toEqual(0);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'panel-as-of');
    await page.getByRole('button', { name: 'Back to now' }).click();
    await page.getByRole('columnheader', { name: 'Place' }).waitFor();
    await page.context().close();
  });
});

describe('the reliability of a panel', () => {
  const seven = [...names, 'Valley School Fund', 'River Health Trust', 'Coast Housing Union', 'Market Women League'];
  const points = [
    [5, 5, 3],
    [4, 4, 2],
    [3, 4, 1],
    [5, 4, 3],
    [2, 2, 0],
    [1, 2, 0],
    [3, 3, 2],
  ];

  it('is said in sentences to the chair, judge by judge, with a chart that is a table too', async () => {
    const { db, definition } = pages.api;
    const sample = await scoringSample({ db, definition: { ...definition, quota: 10 } }, { names: seven });
    await nameJudges(pages.api.db, sample.judges);
    await sealSample(sample, points);
    const page = await open(sample.chair, `/panels/${sample.panel}`);
    await page.getByRole('link', { name: 'Reliability' }).click();
    await heading(page, 'Reliability');
    await page.getByText('It rests on 7 entries, 3 judges and 21 sheets.').waitFor();
    await page.getByText(/ICC\(2,k\) = 0\.\d\d:/).waitFor();
    await page.getByText('This is more than chance explains.').first().waitFor();
    await page.getByRole('figure').locator('svg').waitFor();
    await page.getByText('The numbers of this chart as a table').press('Enter');
    await page
      .getByRole('table')
      .getByText(/^− ?\d|^−/)
      .first()
      .waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'panel-reliability');
    await page.context().close();
    const look = { width: 360, language: 'th', scheme: 'dark' } as const;
    const phone = await open(sample.deputy, `/panels/${sample.panel}/reliability`, look);
    await phone.getByRole('figure').locator('svg').waitFor();
    await expectNoSideways(phone);
    expect(await findBarriers(phone, 'colours')).toEqual([]);
    await phone.context().close();
  });
  it('says why nothing is shown of a small panel', async () => {
    const sample = await sealed([5, 4, 2]);
    const page = await open(sample.chair, `/panels/${sample.panel}/reliability`);
    await page.getByText(/fewer than five entries/).waitFor();
    await page.context().close();
  });
});

describe('calibration', () => {
  it('is laid down by who runs the panel before the release, and told of at the assignment', async () => {
    const { definition, db } = pages.api;
    const calibration = { key: 'calibration', names: { en: 'Calibration' }, kind: 'calibration' as const };
    const rounds = { ...definition, judging: { ...definition.judging, rounds: [calibration, 'main'] } };
    const sample = await screenedSample({ db, definition: rounds }, names);
    const judges = await seatJudges(sample, [sample.group], 'SG', 3);
    await nameJudges(pages.api.db, judges);
    await formPanel(sample, 'SG', 'ngo', judges);
    const page = await pages.open(focal, `/panels/${sample.panel}`);
    await page.getByRole('link', { name: 'Calibration' }).click();
    await page.getByText('There is no reference entry yet.').waitFor();
    await page.getByRole('button', { name: 'Add a reference entry' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title').fill('Sample spring keepers');
    await dialog.getByLabel('What judges read').fill('Sample text of what was done.');
    for (const criterion of ['Impact', 'Reach']) {
      await dialog.getByLabel(`${criterion}: points`).fill('3');
      await dialog.getByLabel(`${criterion}: why`).fill('Solid, as the anchor says.');
    }
    await shoot(page, 'panel-add-reference', false);
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await page.getByRole('heading', { name: /Sample spring keepers/ }).waitFor();
    const proposalId = by('process').commandId;
    const ids = { cycleId: sample.cycleId, group: sample.group };
    const pairs = sample.entries.flatMap((nominationId) => judges.map((judgeId) => ({ nominationId, judgeId })));
    await sample.acts.panel({ type: 'RequestAssignment', data: { ...ids, proposalId, pinned: [] } }, by('focal-point'));
    const proposed = { ...ids, proposalId, pairs, emptySeats: 0 };
    await sample.acts.panel({ type: 'ProposeAssignment', data: proposed }, by('process'));
    await sample.acts.panel({ type: 'ReleaseAssignment', data: ids }, by('focal-point'));
    const { body } = await focal.get<{ references: { referenceId: string }[] }>(`/panels/${sample.panel}/calibration`);
    const given: [number, number][] = [
      [3, 3],
      [5, 1],
      [4, 3],
    ];
    for (const [seat, judge] of judges.entries()) {
      const [impact = 0, reach = 0] = given[seat] ?? [];
      const scores = [
        { criterion: 'impact', points: impact, comment: 'Sample.' },
        { criterion: 'reach', points: reach, comment: 'Sample.' },
      ];
      const path = `/panels/${sample.panel}/calibration/references/${body.references[0]?.referenceId}/score`;
      expect((await pages.api.as(judge).post(path, { scores })).status).toBe(200);
    }
    const leading = await open(judges[0] ?? '', `/panels/${sample.panel}/calibration`);
    await leading.getByRole('row', { name: /Sample Deputy.*worth a talk/ }).waitFor();
    expect(await findBarriers(leading)).toEqual([]);
    await shoot(leading, 'panel-calibration');
    await leading.setViewportSize({ width: 360, height: 740 });
    await expectNoSideways(leading);
    await shoot(leading, 'panel-calibration-phone');
    await page.context().close();
    await leading.context().close();
  });
});

describe('scoring', () => {
  it('is closed by who runs the panel, and not before the judges have finished', async () => {
    const sample = await scoringSample(pages.api, { names });
    await nameJudges(pages.api.db, sample.judges);
    const page = await pages.open(focal, `/panels/${sample.panel}`);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Close scoring' }).click();
    await dialog.getByText(/No sheet is taken afterwards/).waitFor();
    await dialog.getByRole('button', { name: 'Close scoring now' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    const { cycleId, group, acts } = sample;
    for (const judgeId of sample.judges)
      await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
    await dialog.getByRole('button', { name: 'Close scoring now' }).click();
    await page.getByText('Scoring closed', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Close scoring' }).count()).toEqual(0);
    expect((await focal.get(`/panels/${sample.panel}`)).body).toMatchObject({ status: 'closed' });
    await page.context().close();
  });
  it('has a sheet given back by the chair with the reason, and its judge finds it open', async () => {
    const sample = await scoringSample(pages.api, { names });
    await nameJudges(pages.api.db, sample.judges);
    const { acts, definition, member, chair } = sample;
    const [entry = ''] = sample.entries;
    for (const judge of [member, chair])
      await acts.scorecard(entry, judge, sheetOf(definition, 'ngo', 4), by('judge', judge));
    const page = await open(chair, `/panels/${sample.panel}/entries/${entry}`);
    const line = page.getByRole('listitem').filter({ hasText: 'Sample Member' });
    await line.getByRole('button', { name: 'Give it back' }).click();
    const dialog = page.getByRole('dialog', { name: 'Give the sheet back to Sample Member' });
    await dialog.getByText('What it said stays on record.').waitFor();
    await dialog.getByLabel('Reason').fill('The points and the comment do not agree.');
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Give it back' }).click();
    await line.getByText('Given back').waitFor();
    await page.context().close();
    const own = await open(member, `/judging/${entry}~${member}~main`);
    await own.getByText('The sheet was returned to you. Look at it again and hand it in.').waitFor();
    await own.getByText('Who leads the panel says: The points and the comment do not agree.').waitFor();
    const { body } = await pages.api.as(member).get(`/scorecards/${entry}~${member}~main`);
    expect(body).toMatchObject({ status: 'reopened' });
    await own.context().close();
  });
});

describe('a sheet that came late', () => {
  it('is told of to who leads, and shown when asked for', async () => {
    const sample = await sealed([5, 4, 2]);
    const [entry = ''] = sample.entries;
    const scores = rubricOf(sample.definition, 'ngo').criteria.map(({ key }) => ({ criterion: key, points: 3 }));
    const late = await pages.api
      .as(sample.member)
      .post(`/scorecards/${entry}~${sample.member}~main/submit`, { scores });
    expect(late.status).toEqual(409);
    const page = await open(sample.chair, `/panels/${sample.panel}`);
    await page.getByRole('table').getByText('Late sheets, not counted: 1').waitFor();
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByRole('columnheader', { name: 'Criterion' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.context().close();
  });
});

describe('an entry', () => {
  it('says by name who must leave, shows the sheets, and keeps notes with what they said before', async () => {
    const sample = await sealed([5, 4, 2]);
    const { cycleId, acts, member, entries, chair } = sample;
    const conflict = { nominationId: entries[0] ?? '', kind: 'family', reason: 'My sister runs it.' } as const;
    await acts.judge({ type: 'DeclareConflict', data: { cycleId, judgeId: member, ...conflict } }, by('judge', member));
    const page = await open(chair, `/panels/${sample.panel}/entries/${entries[0]}`);
    await page.getByRole('alert').getByText('Sample Member').waitFor();
    await page.getByLabel('New note').fill('Ask for the accounts of last year.');
    await page.getByLabel('New note').press('Control+Enter');
    const note = page.getByRole('listitem').filter({ hasText: 'Ask for the accounts' });
    await note.getByRole('button', { name: 'Revise' }).click();
    await page.getByLabel('Note', { exact: true }).fill('The accounts of last year are in the dossier.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('1 earlier version').waitFor();
    await page.getByRole('button', { name: 'Show the points' }).first().click();
    await page.getByRole('columnheader', { name: 'Criterion' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'panel-entry');
    await page.getByRole('link', { name: 'The entry beside my sheet' }).click();
    await page.getByRole('heading', { name: 'Score sheet' }).waitFor();
    await page.context().close();
    const other = await open(sample.deputy, `/panels/${sample.panel}/entries/${entries[0]}`, { width: 360 });
    await other.getByText('The accounts of last year are in the dossier.').waitFor();
    await expectNoSideways(other);
    await shoot(other, 'panel-entry-phone');
    await other.context().close();
  });
});

describe('a forwarded dossier', () => {
  it('is changed by its editor with the leave of the chair, who reads why', async () => {
    const sample = await scoringSample(pages.api, { names });
    await nameJudges(pages.api.db, sample.judges);
    const [entry = ''] = sample.entries;
    const editor = await editorOf(entry);
    await save(editor, entry, formOf('Hill Water Cooperative'));
    const page = await pages.open(editor, `/nominations/${entry}/form`);
    await page.getByText(/It is before its panel/).waitFor();
    await page.getByLabel('Summary').fill('It reached three hundred households.');
    await page.getByRole('button', { name: 'Send the change' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send the change' });
    await dialog.getByRole('radio', { name: 'A change of substance' }).check();
    await dialog.getByLabel('Reason').fill('A hundred more were counted.');
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Send the change' }).click();
    await page.getByText(/waits for the leave of who leads the panel: A hundred more/).waitFor();
    await page.context().close();
    const chair = await open(sample.chair, `/panels/${sample.panel}/entries/${entry}`);
    const alert = chair.getByRole('alert').filter({ hasText: 'A change of the dossier waits for your leave' });
    await alert.getByText('A hundred more were counted.').waitFor();
    await alert.getByText('It reached three hundred households.').waitFor();
    expect(await findBarriers(chair)).toEqual([]);
    await shoot(chair, 'panel-amendment');
    await alert.getByRole('button', { name: 'Give leave' }).click();
    await chair
      .getByRole('dialog')
      .getByText(/their sheets on this entry are opened again/)
      .waitFor();
    await chair.getByRole('dialog').getByRole('button', { name: 'Give leave' }).click();
    await alert.waitFor({ state: 'detached' });
    type Dossier = { version: number; amendment: object | null; content: { summary: string } };
    const { body } = await editor.get<Dossier>(`/nominations/${entry}`);
    expect([body.version, body.amendment, body.content.summary]).toEqual([
      2,
      null,
      'It reached three hundred households.',
    ]);
    await chair.context().close();
  });
  it('is put right at once where it was a slip', async () => {
    const sample = await scoringSample(pages.api, { names });
    const [entry = ''] = sample.entries;
    const editor = await editorOf(entry);
    await save(editor, entry, formOf('Hill Water Cooperative'));
    const page = await pages.open(editor, `/nominations/${entry}/form`, { width: 360 });
    await page.getByRole('button', { name: 'Send the change' }).tap();
    const dialog = page.getByRole('dialog', { name: 'Send the change' });
    await dialog.getByLabel('Reason').fill('A digit was wrong.');
    await expectNoSideways(page);
    await dialog.getByRole('button', { name: 'Send the change' }).tap();
    await page.getByText(/version 2$/).waitFor();
    expect((await editor.get(`/nominations/${entry}`)).body).toMatchObject({ version: 2, amendment: null });
    await page.context().close();
  });
});

/** Who began its form, as a focal point of the country. */
async function editorOf(nominationId: string): Promise<TestClient> {
  const { editors } = await pages.api.db.read
    .selectFrom('drafts')
    .select('editors')
    .where('subject_id', '=', nominationId)
    .executeTakeFirstOrThrow();
  const [personId = ''] = editors;
  const row = { person_id: personId, email: `${personId}@example.org`, name: 'Sample Editor' };
  await pages.api.db.read.insertInto('people').values(row).execute();
  return pages.api.grant('focal-point', { award: 'sample', country: 'SG' }, personId);
}

describe('the minimum of an entry', () => {
  it('is lowered by the secretariat with a reason, and the board says so', async () => {
    const sample = await scoringSample(pages.api, { names });
    await nameJudges(pages.api.db, sample.judges);
    const secretariat = await pages.api.grant('secretariat', { award: 'sample' });
    const page = await pages.open(secretariat, `/panels/${sample.panel}/entries/${sample.entries[0]}`);
    await page.getByRole('button', { name: 'Let fewer sheets be enough' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('Both reserves are in conflict with it.');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Lower it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto(`${page.url().split('/entries/')[0]}`);
    await page.getByText('Minimum lowered to 2 sheets: Both reserves are in conflict with it.').first().waitFor();
    await page.context().close();
  });
});

describe('the decision', () => {
  it('is recorded with reasons, signed with a code, and stands in the history with before and after', async () => {
    const sample = await sealed([5, 4, 2]);
    const page = await open(sample.chair, `/panels/${sample.panel}/decision`);
    await page.getByLabel('Why this one').first().fill('Two hundred households have water.');
    expect(await page.getByRole('button', { name: 'Record the decision' }).isDisabled()).toEqual(true);
    await page.getByLabel('Reasons of the decision').fill('As the published rubric ranks them.');
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'panel-decision');
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText('Two hundred households have water.').waitFor();
    await page.getByLabel('Code of your second factor').fill('000000');
    await page.getByRole('button', { name: 'Sign the decision' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Code of your second factor').fill(await pages.api.codeFor(sample.chair));
    await page.getByRole('button', { name: 'Sign the decision' }).click();
    await page.getByText('Decision signed').first().waitFor();
    await page.getByRole('button', { name: 'History' }).click();
    const line = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Decision recorded' });
    await line.getByText('tally sealed').waitFor();
    await shoot(page, 'history');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Open the decision again' }).click();
    await page.getByRole('dialog').getByText('The earlier decision stays on record.').waitFor();
    await page.getByRole('dialog').getByLabel('Reason').fill('A sheet was counted twice.');
    await page.getByRole('dialog').getByRole('button', { name: 'Open it again' }).click();
    await page.getByText('Decision signed').first().waitFor({ state: 'detached' });
    await page.context().close();
  });
  it('departs from the ranking with a reason alone, and shows the ranking beside it', async () => {
    const sample = await sealed([5, 4, 2]);
    const page = await open(sample.chair, `/panels/${sample.panel}/decision`);
    const place = page.getByRole('combobox', { name: /^Decision: / });
    await place.first().click();
    await page.getByRole('option', { name: 'Runner-up' }).click();
    await place.nth(1).click();
    await page.getByRole('option', { name: 'Laureate' }).click();
    await page.getByLabel('Why it departs from the ranking').fill('The first has closed its doors.');
    await page.getByLabel('Reasons of the decision').fill('After a long talk.');
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText('The decision departs from the ranking: The first has closed its doors.').waitFor();
    await page.getByText('Place 1, score 100.00').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.context().close();
  });
  it('asks for the vote first where entries stand equal, and takes it by name', async () => {
    const sample = await sealed([5, 5, 2]);
    const page = await open(sample.chair, `/panels/${sample.panel}/decision`);
    await page.getByRole('heading', { name: 'Vote of the panel' }).waitFor();
    for (const judge of judgeNames) {
      await page.getByRole('combobox', { name: judge }).click();
      await page.getByRole('option').first().click();
    }
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'panel-vote');
    await page.getByRole('button', { name: 'Record the vote' }).click();
    await page.getByRole('heading', { name: 'Who is honoured, and why' }).waitFor();
    await page.context().close();
  });
});

/** As the worker does it. */
async function solveFor(cycleId: string): Promise<void> {
  const { proposal_id: proposalId } = await pages.api.db.read
    .selectFrom('proposals')
    .select('proposal_id')
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow();
  await inProcess(`proposal:${proposalId}`, () => solveAssignment(pages.api.db, { proposalId }));
}

describe('the meeting', () => {
  it('takes its agenda from the board, is kept in the order of the chair, and comes as minutes', async () => {
    const sample = await sealed([5, 4, 2]);
    const page = await open(sample.chair, `/panels/${sample.panel}`);
    await page.getByRole('link', { name: 'Meeting' }).click();
    await heading(page, 'Meeting');
    const items = page.getByRole('listitem').filter({ hasText: 'How it went' });
    const last = items.nth(2);
    const name = ((await last.getByRole('link').textContent()) ?? '').trim();
    await page.getByRole('button', { name: `Move up: ${name}` }).click();
    await items.nth(1).getByRole('link', { name }).waitFor();
    await items.nth(1).getByText('How it went').click();
    await items.nth(1).getByLabel('What was said and agreed').fill('The panel asks for the accounts.');
    await items
      .nth(1)
      .getByLabel(judgeNames[2] ?? '')
      .check();
    await page.getByLabel('Date and time').fill('2026-09-01T09:30');
    await page.getByLabel('Place', { exact: true }).fill('Sample hall');
    await page.getByLabel('Another item').fill('Words of welcome');
    await page.getByRole('button', { name: 'Add the item' }).click();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'panel-meeting');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByText('Version 1, kept').waitFor();
    await items.nth(1).getByRole('link', { name }).waitFor();
    await items.nth(1).getByText('Put a motion to the vote').click();
    await items.nth(1).getByLabel('The motion').fill('To ask for the accounts.');
    for (const [judge, way] of [
      [0, 'For'],
      [2, 'Had left the room'],
    ] as const) {
      await items
        .nth(1)
        .getByRole('combobox', { name: judgeNames[judge] ?? '' })
        .click();
      await page.getByRole('option', { name: way, exact: true }).click();
    }
    await items.nth(1).getByRole('button', { name: 'Record the vote on it' }).click();
    await items.nth(1).getByText('Motion: To ask for the accounts.').waitFor();
    await items.nth(1).getByText('For (1): Sample Chair').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Agenda and minutes' }).click();
    const address = await page.getByRole('menuitem', { name: 'Minutes, DOCX (English)' }).getAttribute('href');
    expect(address).toEqual(`/api/v1/panels/${sample.panel}/minutes/docx?language=en`);
    await page.context().close();
    const look = { width: 360, language: 'th', scheme: 'dark' } as const;
    const phone = await open(sample.deputy, `/panels/${sample.panel}/meeting`, look);
    await phone
      .getByText('Sample hall')
      .or(phone.getByLabel('สถานที่', { exact: true }))
      .first()
      .waitFor();
    await expectNoSideways(phone);
    expect(await findBarriers(phone, 'colours')).toEqual([]);
    await shoot(phone, 'panel-meeting-th-phone');
    await phone.context().close();
  });
});

describe("a country's own panel", () => {
  it('is formed by the focal point from the judges who accepted, assigned, seen and released', async () => {
    const sample = await screenedSample(pages.api, names);
    const seated = await seatJudges(sample, [sample.group], 'SG', 4);
    await nameJudges(pages.api.db, seated);
    const judges = seated.slice(0, 3);
    const page = await pages.open(focal, `/cycles/${sample.cycleId}/panels`);
    await page.getByRole('cell', { name: 'Sample Chair' }).waitFor();
    await page.getByLabel('Name', { exact: false }).first().fill('Sample Newcomer');
    await page.getByLabel('E-mail address').fill('newcomer@example.org');
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByRole('cell', { name: 'Sample Newcomer' }).waitFor();
    await page.getByRole('combobox', { name: 'Category' }).click();
    await page.getByRole('option', { name: /Non-governmental/ }).click();
    for (const judge of judgeNames) await page.getByLabel(judge).check();
    await page.getByRole('combobox', { name: 'Chair', exact: true }).click();
    await page.getByRole('option', { name: 'Sample Chair' }).click();
    await page.getByRole('combobox', { name: 'Reserves' }).press('ArrowDown');
    await page.getByRole('option', { name: 'Sample Judge' }).click();
    await page.getByRole('combobox', { name: 'Reserves' }).press('Escape');
    await shoot(page, 'panels');
    await page.getByRole('button', { name: 'Form the panel' }).click();
    await page.getByRole('link', { name: 'Assign entries to judges' }).waitFor();
    const { body } = await focal.get<{ reserves: string[] }>(`/panels/${sample.panel}`);
    expect(body.reserves).toEqual(seated.slice(3));
    await page.getByRole('link', { name: 'Assign entries to judges' }).click();
    await page.getByRole('button', { name: 'Propose an assignment' }).click();
    await page.getByText('The system is working out an assignment.').waitFor();
    await propose(sample, judges);
    await page.getByText('Every seat is filled.').waitFor();
    await page
      .getByRole('checkbox', { name: /^Keep / })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Release it' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Release it' }).click();
    await page
      .getByText(/^Reads it/)
      .first()
      .waitFor();
    await page.context().close();
  });
  it('is proposed by the solver with its cost and reasons, kept in part, and changed by hand', async () => {
    const sample = await screenedSample(pages.api, names);
    const judges = await seatJudges(sample, [sample.group], 'SG', 4);
    await nameJudges(pages.api.db, judges);
    await formPanel(sample, 'SG', 'ngo', judges);
    const { cycleId, acts } = sample;
    const [busy = ''] = judges;
    const profile = { languages: ['en'], themes: [], capacity: 2 };
    await acts.judge({ type: 'SetProfile', data: { cycleId, judgeId: busy, ...profile } }, by('judge', busy));
    const page = await pages.open(focal, `/panels/${sample.panel}/assignment`);
    await page.getByRole('button', { name: 'Propose an assignment' }).click();
    await page.getByText('The system is working out an assignment.').waitFor();
    await solveFor(cycleId);
    await page.getByText(/The solver chose who fits best/).waitFor();
    await page.getByText(/The plan costs .* No plan is better/).click();
    await page.getByRole('cell', { name: 'Empty seats' }).waitFor();
    await page
      .getByText(/reads English · fits/)
      .first()
      .waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'assignment');
    await page
      .getByRole('checkbox', { name: /^Keep / })
      .first()
      .check();
    await page.getByRole('button', { name: 'Propose again, keeping 1 pair' }).waitFor();
    await page
      .getByRole('button', { name: /^Take away/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: 'A change by hand' });
    await dialog.getByText(/leaves Sample Hill Water/).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Change it' }).click();
    await page.getByText(/Changed by hand/).waitFor();
    await page.getByText(/Could take the empty seat/).waitFor();
    await page.context().close();
    const phone = await pages.open(focal, `/panels/${sample.panel}/assignment`, { width: 360, language: 'th' });
    await phone
      .getByText(/แก้ไขด้วยตนเอง/)
      .first()
      .waitFor();
    await expectNoSideways(phone);
    await shoot(phone, 'assignment-th-phone');
    await phone.context().close();
  });
  it('that judges on paper has its decision recorded with its minutes, and signed by letter with a second person', async () => {
    const sample = await screenedSample(pages.api, names);
    const judges = await seatJudges(sample, [sample.group], 'SG', 3);
    await formPanel(sample, 'SG', 'ngo', judges);
    const page = await pages.open(focal, `/panels/${sample.panel}/decision`);
    await page.getByRole('combobox', { name: 'Decision' }).first().click();
    await page.getByRole('option', { name: 'Laureate' }).click();
    await page.getByLabel('Where it is written').fill('Minutes of the national committee.');
    const minutes = { name: 'minutes.pdf', mimeType: 'application/pdf', buffer: pdf('minutes') };
    await page.locator('input[type=file]').first().setInputFiles(minutes);
    await page.getByText('minutes.pdf').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'outside-decision');
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Record the decision' }).click();
    await heading(page, 'Decision');
    await page.getByText('Decided on paper: Minutes of the national committee.').waitFor();
    await page.context().close();
    await signByLetter(sample.panel);
  });
});

describe('what can be checked of a panel', () => {
  it('is looked at and given to the country by the secretariat, and checked by anybody who has the file', async () => {
    const sample = await sealed([5, 4, 3]);
    await signSample(sample);
    const secretariat = await pages.api.grant('secretariat', { award: 'sample' });
    const page = await pages.open(secretariat, `/panels/${sample.panel}`);
    await page.getByRole('link', { name: 'Verification' }).click();
    await heading(page, 'Verification');
    await page.getByText('At the close of scoring').waitFor();
    await page.getByRole('button', { name: 'Look at it: Everybody' }).click();
    await page.getByText('It can be published once the laureates are public.').waitFor();
    await page.getByRole('button', { name: 'Look at it: The country' }).click();
    await page.getByRole('button', { name: 'Give to the country' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('This is published.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'verification');
    await page.context().close();
    const chair = await open(sample.chair, `/panels/${sample.panel}/verification`, { width: 360 });
    await chair.getByText('Decision 1').first().waitFor();
    await expectNoSideways(chair);
    await chair.context().close();
    await checkInBrowser(sample.panel);
    await dropInBrowser(sample.panel);
    await withdrawInBrowser(sample.panel, secretariat);
    const auditor = await pages.api.grant('auditor', { award: 'sample' });
    for (const width of [1280, 360]) {
      const names = await pages.open(auditor, `/panels/${sample.panel}/verification`, { width });
      await names.getByRole('button', { name: 'Whose pseudonym is whose' }).click();
      await expect.poll(() => names.getByText('✓ The name opens it').count()).toEqual(3);
      await expectNoSideways(names);
      await shoot(names, `verification-names-${width}`);
      if (width === 1280) expect(await findBarriers(names)).toEqual([]);
      await names.context().close();
    }
    const judge = await open(sample.member, '/judging');
    await judge.getByRole('button', { name: 'Are my sheets in?' }).click();
    await judge.getByText('3 sheets of yours are in the signed record.').waitFor();
    await judge.context().close();
  });
});

/** On the public page, by the file field; then with a wrong key. */
async function checkInBrowser(panel: string): Promise<void> {
  const { body } = await focal.get(`/panels/${panel}/country-bundle`);
  const page = await pages.open(null, '/sign-in');
  await page.goto(`${pages.api.url}/verify`);
  const file = { name: 'bundle.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(body)) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('The tally comes out the same').waitFor();
  await page.getByText('Nothing is wrong with this file.').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await shoot(page, 'verify');
  await page.getByText('What you know from elsewhere').click();
  await page.getByLabel('Public key').fill('0'.repeat(64));
  await page.getByRole('button', { name: 'Check again with these' }).press('Enter');
  await page.getByText('which is not the one that you gave', { exact: false }).waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSideways(page);
  await page.context().close();
}

/** Dropped onto the page as a person drops a file: whole, cut short, of another cycle, and no bundle at all. */
async function dropInBrowser(panel: string): Promise<void> {
  const { body } = await focal.get<{ leaves: object[] }>(`/panels/${panel}/country-bundle`);
  const text = JSON.stringify(body);
  const page = await pages.open(null, '/sign-in');
  await page.goto(`${pages.api.url}/verify`);
  await page.locator('form[data-verify]').waitFor();
  const drop = async (content: string) => {
    const files = await page.evaluateHandle(`(() => {
      const carried = new DataTransfer();
      carried.items.add(new File([${JSON.stringify(content)}], 'bundle.json', { type: 'application/json' }));
      return carried;
    })()`);
    for (const type of ['dragenter', 'dragover', 'drop'])
      await page.dispatchEvent('[data-drop]', type, { dataTransfer: files });
  };
  const said = (words: string) => page.locator('[data-report]').getByText(words, { exact: false }).first().waitFor();
  await drop(text);
  await said('Nothing is wrong with this file.');
  await drop(text.slice(0, text.length / 2));
  await said('The file ends in the middle: it was cut off on its way. Fetch it again, whole.');
  expect(await findBarriers(page)).toEqual([]);
  await drop(JSON.stringify({ ...body, leaves: body.leaves.slice(0, 4) }));
  await said('it was cut short. Ask for it again, whole.');
  await drop('<html>Not found</html>');
  await said('This is no JSON, so no bundle.');
  await page.getByText('What you know from elsewhere').click();
  await page.getByLabel('Cycle').fill(crypto.randomUUID());
  await drop(text);
  await said('Fetch the bundle of the cycle that you mean.');
  await shoot(page, 'verify-other-cycle');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSideways(page);
  await shoot(page, 'verify-other-cycle-phone');
  await page.context().close();
}

/** Taken back with a reason: it stays on the page as withdrawn, and the country's address says why. */
async function withdrawInBrowser(panel: string, secretariat: TestClient): Promise<void> {
  const page = await pages.open(secretariat, `/panels/${panel}/verification`);
  await page.getByRole('button', { name: 'Withdraw' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Reason/).fill('A name in it was wrong.');
  expect(await findBarriers(page)).toEqual([]);
  await shoot(page, 'verification-withdraw');
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('Withdrawn: A name in it was wrong.').waitFor();
  await shoot(page, 'verification-withdrawn');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSideways(page);
  await shoot(page, 'verification-withdrawn-phone');
  await page.context().close();
  const { status, body } = await focal.get(`/panels/${panel}/country-bundle`);
  expect([status, body.type]).toEqual([410, '/problems/bundle-withdrawn']);
}

async function propose(
  { cycleId, group, acts, entries }: Awaited<ReturnType<typeof screenedSample>>,
  judges: string[],
) {
  const { body } = await focal.get(`/panels/${cycleId}~${group}/assignment`);
  const pairs = entries.flatMap((nominationId) => judges.map((judgeId) => ({ nominationId, judgeId })));
  const data = { cycleId, group, proposalId: String(body.proposalId), pairs, emptySeats: 0 };
  await acts.panel({ type: 'ProposeAssignment', data }, by('process'));
}

async function signByLetter(panel: string): Promise<void> {
  const page = await pages.open(approver, `/panels/${panel}/decision`);
  await page.getByText('By letter').click();
  const letter = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: pdf('letter') };
  await page.locator('input[type=file]').first().setInputFiles(letter);
  await page.getByLabel('Reference of the letter').fill('MND 12/2026');
  await page.getByLabel('Date of the letter').fill('2026-01-05');
  await page.getByLabel('Name of the signatory').fill('Sample Director');
  await page.getByLabel('Office of the signatory').fill('Director, Sample Ministry');
  await page.getByRole('button', { name: 'Record the letter' }).click();
  await page.getByText('You have recorded it: another person').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.context().close();
  const second = await pages.api.grant('approver', { award: 'sample', country: 'SG' });
  const other = await pages.open(second, `/panels/${panel}/decision`, { width: 360 });
  await other.getByRole('button', { name: 'Confirm the signature' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Confirm the signature' }).click();
  await other.getByText('Decision signed').first().waitFor();
  await expectNoSideways(other);
  await other.context().close();
}

/** The smallest that is one, each with bytes of its own. */
const pdf = (about: string) => Buffer.from(`%PDF-1.4\n% ${about} ${crypto.randomUUID()}\n%%EOF\n`);

describe('a panel that judges in rounds', () => {
  it('settles who goes on with a reason for each departure, and begins the next round', async () => {
    const many = [...names, 'Delta Fish Farmers'];
    const sample = await formedSample({ db: pages.api.db, definition: twoRounds() }, many);
    await nameJudges(pages.api.db, [...sample.judges, sample.later]);
    await firstRound(sample);
    const page = await open(sample.chair, `/panels/${sample.panel}`);
    await page.getByText('settle who goes on to the next one').waitFor();
    await page.getByRole('list', { name: 'Rounds' }).getByText('Follows').waitFor();
    await page.getByRole('link', { name: 'Who goes on' }).click();
    await heading(page, 'Who goes on');
    await page.getByText('2 of 4 go on, 2 do not.').waitFor();
    await page.getByRole('link', { name: 'Decide without a further round' }).click();
    await heading(page, 'Decision');
    await page.getByText('Decide without a further round').click();
    await page.getByText('Only where nobody can go on, or where judging has ended').waitFor();
    await page.getByRole('link', { name: 'Who goes on' }).click();
    await page.getByText('2 of 4 go on, 2 do not.').waitFor();
    const ticks = page.getByRole('checkbox');
    await ticks.nth(3).check();
    await page.getByText('Say why for 1 entry').waitFor();
    expect(await page.getByRole('button', { name: 'Settle who goes on' }).isDisabled()).toBe(true);
    await page.getByLabel(/^Why it goes on all the same/).fill('Its late figures convinced the panel.');
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'panel-shortlist');
    await page.getByRole('button', { name: 'Settle who goes on' }).click();
    await page.getByRole('dialog').getByText('It can be settled anew').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Settle who goes on' }).click();
    await page.getByText('This is the last round').or(page.getByText('not sealed yet')).first().waitFor();
    await page.getByText('4 entries judged, 3 went on').waitFor();
    await page.getByRole('button', { name: 'Settle anew' }).click();
    await page.getByText('Change who goes on, then settle it anew.').waitFor();
    await page.getByRole('checkbox').nth(2).check();
    const why = page.getByLabel(/^Why it goes on all the same/);
    await why.nth(1).waitFor();
    await why.first().fill('It was forgotten in the count.');
    await page.getByRole('checkbox').nth(1).uncheck();
    await page.getByLabel(/^Why it does not go on/).fill('Its figures do not hold.');
    await page.getByLabel('Why it is settled anew').fill('One entry was forgotten.');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Settle anew' }).click();
    await page.getByRole('dialog').getByText('What was settled before stays on record').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Settle anew' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Settle anew', expanded: false }).waitFor();
    await page.getByRole('link', { name: 'See how it came out' }).click();
    await page.getByText('One entry was forgotten.').waitFor();
    await page.getByText('Its late figures convinced the panel.').waitFor();
    await page.getByText('Did not go on from this round').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.context().close();
    const phone = await open(sample.chair, `/panels/${sample.panel}/rounds/first`, { width: 360, language: 'th' });
    await phone.getByText('ไม่ผ่านจากรอบนี้').last().waitFor();
    await expectNoSideways(phone);
    await phone.context().close();
    const desk = await pages.open(focal, `/panels/${sample.panel}`);
    await desk.getByText('A new round begins').waitFor();
    await desk.getByRole('button', { name: 'Change the panel' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Reserves' }).press('ArrowDown');
    await desk.getByRole('option', { name: 'Sample Judge' }).click();
    await dialog.getByLabel('Reason').fill('In case somebody falls ill in the final.');
    expect(await findBarriers(desk)).toEqual([]);
    await dialog.getByRole('button', { name: 'Change it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const { body } = await focal.get<{ reserves: string[] }>(`/panels/${sample.panel}`);
    expect(body.reserves).toEqual([sample.later]);
    await desk.context().close();
  });
});
