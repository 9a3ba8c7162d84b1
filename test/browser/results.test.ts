// The secretariat's screens after screening: judges and their entries, endorsement, announcement, ceremony.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by, formPanel, seatJudges } from '../support/acts.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import {
  type Played,
  playEndorsement,
  playNominations,
  playPaperDecisions,
  playPhases,
  playScreening,
} from '../support/played-cycle.ts';
import { sampleDefinition } from '../support/samples.ts';

let pages: Pages;
let judging: Played;
let circulated: Played;
let decided: Played;
let endorsed: Played;

beforeAll(async () => {
  // A meeting concludes: what was put before the endorsers can end by its decision.
  pages = await openPages(sampleDefinition('national', { endorsement: { route: 'meeting', silence: 'assent' } }));
  [judging, decided, circulated, endorsed] = [await screened(), await screened(), await screened(), await screened()];
  await seat(judging);
  await playPaperDecisions(decided);
  await playPhases(decided);
  await playEndorsement(circulated, await playPaperDecisions(circulated), { open: true });
  const { cycleId, acts, ngo } = circulated;
  const objection = { cycleId, country: 'MM', laureateId: ngo, reason: 'The accounts are not complete.' };
  await acts.cycle({ type: 'ObjectToResult', data: objection }, by('endorser'));
  await playEndorsement(endorsed, await playPaperDecisions(endorsed));
});
afterAll(() => pages.close());

async function screened(): Promise<Played> {
  const played = await playNominations(pages.api);
  await playScreening(played);
  return played;
}

/** Three judges on a panel; one has declared a conflict that is none. */
async function seat(played: Played): Promise<void> {
  const { acts, cycleId, ngo } = played;
  const judges = await seatJudges(played, ['SG-ngo'], 'SG', 3);
  for (const [index, personId] of judges.entries())
    await pages.api.db.read
      .insertInto('people')
      .values({
        person_id: personId,
        email: `${personId}@example.org`,
        name: `Sample Judge ${index + 1}`,
      })
      .execute();
  await formPanel(played, 'SG', 'ngo', judges);
  const judgeId = judges[2] ?? '';
  const said = { cycleId, judgeId, nominationId: ngo, kind: 'adviser' as const, reason: 'I advised it ten years ago.' };
  await acts.judge({ type: 'DeclareConflict', data: said }, by('judge', judgeId));
}

/** The screen as it reads in English on a desk: without barriers, and as a picture. */
async function look(page: Page, picture: string): Promise<void> {
  expect(await findBarriers(page)).toEqual([]);
  await page.evaluate('scrollTo(0, 0)');
  await shoot(page, picture);
}

/** The same in Thai, in the dark, on a phone. */
async function onPhone(played: Played, place: string, title: string | RegExp, picture: string): Promise<void> {
  const page = await pages.open(played.people.secretariat, place, { width: 360, language: 'th', scheme: 'dark' });
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.locator('time, li, form').first().waitFor();
  await expectNoSideways(page);
  expect(await findBarriers(page, 'colours')).toEqual([]);
  await shoot(page, picture);
  await page.context().close();
}

describe('judges', () => {
  const place = () => `/cycles/${judging.cycleId}/judges`;
  it('are listed with what waits, their conflicts are settled, and further ones invited', async () => {
    const page = await pages.open(judging.people.secretariat, place());
    await page.getByRole('heading', { level: 1, name: 'Judges and their entries' }).waitFor();
    await page.getByText('I advised it ten years ago.').waitFor();
    await look(page, 'judges');
    await page.getByRole('button', { name: 'Dismiss the conflict' }).click();
    await page.getByLabel(/^Reason/).fill('Ten years are long enough.');
    await page.getByRole('dialog').getByRole('button', { name: 'Dismiss the conflict' }).click();
    await page.getByText('· dismissed').waitFor();
    await page.getByRole('button', { name: 'Invite a judge' }).click();
    await page.getByLabel(/^Name/).fill('Sample Judge');
    await page.getByLabel(/^E-mail address/).fill('sample.judge@example.org');
    await page.getByRole('combobox', { name: 'Country' }).click();
    await page.getByRole('option', { name: 'Singapore' }).click();
    await page.getByRole('checkbox', { name: 'Non-governmental organisations' }).check();
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByRole('heading', { name: 'Sample Judge', exact: true }).waitFor();
    await page.context().close();
  });
  it('read in Thai, in the dark, on a phone', () =>
    onPhone(judging, place(), 'กรรมการและผลงานที่พิจารณา', 'judges-th-phone'));
});

describe('endorsement', () => {
  const place = () => `/cycles/${circulated.cycleId}/endorsement`;
  it('shows who replied what, settles an objection, and records a reply by letter', async () => {
    const page = await pages.open(circulated.people.secretariat, place());
    await page.getByText('The accounts are not complete.').waitFor();
    await page.locator('li').getByText('Objected', { exact: true }).waitFor();
    await look(page, 'endorsement');
    await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
    await page.getByLabel(/^Reason/).fill('The accounts were completed since.');
    await page.getByRole('dialog').getByRole('button', { name: 'Dismiss', exact: true }).click();
    await page.getByText('The accounts are not complete.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Record a reply by letter' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Country' }).click();
    await page.getByRole('option', { name: 'Myanmar' }).click();
    await dialog.getByRole('radio', { name: 'Endorses all' }).check();
    const letter = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: letter });
    await dialog.getByLabel(/^Reference of the letter/).fill('MRD 12/2026');
    await dialog.getByLabel(/^Date of the letter/).fill('2026-03-31');
    await dialog.getByLabel(/^Office of who/).fill('Permanent Secretary');
    await dialog.getByLabel(/^Name of who/).fill('U Sample Secretary');
    await dialog.getByRole('button', { name: 'Record the reply' }).click();
    await page.locator('li').getByText('Endorsed', { exact: true }).first().waitFor();
    await page.context().close();
  });
  it('reads in Thai, in the dark, on a phone', () =>
    onPhone(circulated, place(), 'การรับรองผล', 'endorsement-th-phone'));
  it('is concluded by hand with the reference of the meeting, and not without', async () => {
    const { secretariat } = circulated.people;
    const page = await pages.open(secretariat, place());
    await page.getByRole('button', { name: 'Conclude the endorsement' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Laureates without an open objection are endorsed').waitFor();
    await dialog.getByRole('button', { name: 'Conclude the endorsement' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('Reference of the meeting').fill('SOM 12/2026, item 5');
    await dialog.getByLabel('Date of the meeting').fill('2026-01-20');
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Conclude the endorsement' }).click();
    await page.getByText('Concluded', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Conclude the endorsement' }).count()).toEqual(0);
    const { body } = await secretariat.get(`/cycles/${circulated.cycleId}/endorsement`);
    expect(body).toMatchObject({
      ...{ status: 'concluded', held: [] },
      meeting: { reference: 'SOM 12/2026, item 5', date: '2026-01-20' },
    });
    await page.getByText('Concluded by a meeting: SOM 12/2026, item 5 (20 Jan 2026)').waitFor();
    await page.context().close();
  });
  it('is requested once dossiers are verified; what is wrong in one goes back to its country', async () => {
    const page = await pages.open(decided.people.secretariat, `/cycles/${decided.cycleId}/endorsement`);
    await page.getByRole('button', { name: 'Give back to the country' }).first().click();
    await page.getByLabel(/^What is to be put right/).fill('The registration number is missing.');
    await page.getByLabel(/^Reason/).fill('The note would be wrong.');
    await page.getByRole('dialog').getByRole('button', { name: 'Give back to the country' }).click();
    await page.getByText('With its country').waitFor();
    await page.getByRole('button', { name: 'Mark as verified' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Mark as verified' }).click();
    await page.locator('li').getByText('Verified', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Request endorsement' }).click();
    await page.getByRole('dialog').getByLabel('The dossiers were verified').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Request endorsement' }).click();
    // One is not verified: it says which, and stays.
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await shoot(page, 'endorsement-request');
    await page.context().close();
  });
});

describe('an auditor', () => {
  it('reads all of it, and is offered nothing to do', async () => {
    const { auditor } = circulated.people;
    for (const [place, shown] of [
      ['endorsement', 'What the endorsers read.'],
      ['announcement', 'No stage is planned yet'],
      ['ceremony', 'Running order'],
      ['judges', 'Nobody is invited to judge yet'],
    ] as const) {
      const page = await pages.open(auditor, `/cycles/${circulated.cycleId}/${place}`);
      await page.getByText(shown).first().waitFor();
      const offered = page
        .getByRole('main')
        .getByRole('button', { name: /Dismiss|Record|Conclude|Save|Invite|Publish/ });
      expect([place, await offered.count()]).toEqual([place, 0]);
      await page.context().close();
    }
  });
});

describe('announcement', () => {
  const place = () => `/cycles/${endorsed.cycleId}/announcement`;
  it('is planned in stages, and says who would see what before one is published', async () => {
    const page = await pages.open(endorsed.people.secretariat, place());
    await page.getByText('No stage is planned yet').waitFor();
    await page.getByLabel('To the countries').fill('2026-01-05');
    await page.getByRole('button', { name: 'Save the plan' }).click();
    await page.getByRole('heading', { level: 3, name: 'To the countries' }).waitFor();
    await look(page, 'announcement');
    await page.getByRole('button', { name: 'Publish now' }).click();
    await page.getByRole('dialog').getByText('The offices of each country see their own laureates.').waitFor();
    await page.getByRole('dialog').getByText('Singapore, Non-governmental organisations').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Publish now' }).click();
    await page.getByText('Published', { exact: true }).waitFor();
    await page.context().close();
  });
  it('is corrected after it was published, with the reason, and the first stays in the history', async () => {
    const { secretariat } = endorsed.people;
    const page = await pages.open(secretariat, place());
    const form = page.getByRole('region', { name: 'Correct what was announced' });
    await form.getByRole('combobox', { name: 'Laureate' }).click();
    await page.getByRole('option', { name: `Sample ngo ${endorsed.ngo}` }).click();
    const name = form.getByLabel('Text in English');
    expect(await name.inputValue()).toEqual(`Sample ngo ${endorsed.ngo}`);
    await name.fill('Sample Hill Trust');
    await form.getByLabel('Reason').fill('As it is registered.');
    await form.getByRole('button', { name: 'Publish the correction' }).click();
    await form.getByText('The correction is published.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByText('Corrected since').waitFor();
    await page.getByText('The name: Sample Hill Trust').waitFor();
    const { body } = await secretariat.get(`/cycles/${endorsed.cycleId}/announcement`);
    expect(body.stages).toMatchObject([
      { stage: 'country', corrections: { [`${endorsed.ngo} organisation`]: { en: 'Sample Hill Trust' } } },
    ]);
    await shoot(page, 'announcement-corrected');
    await page.context().close();
  });
  it('asks about a year of the Buddhist Era', async () => {
    const page = await pages.open(endorsed.people.secretariat, place());
    await page.getByLabel('To the laureates').fill('2569-01-06');
    await page.getByRole('button', { name: 'Yes, 2026' }).click();
    expect(await page.getByLabel('To the laureates').inputValue()).toEqual('2026-01-06');
    await page.context().close();
  });
  it('reads in Thai, in the dark, on a phone', () =>
    onPhone(endorsed, place(), 'การประกาศผล', 'announcement-th-phone'));
});

describe('the ceremony', () => {
  const place = () => `/cycles/${endorsed.cycleId}/ceremony`;
  it('is planned, ordered by keyboard, and has its receivers', async () => {
    const page = await pages.open(endorsed.people.secretariat, place());
    await page.getByLabel(/^Day/).fill('2026-01-09');
    await page.getByLabel('Venue in English').fill('Sample hall');
    await page.getByRole('button', { name: 'Save the plan' }).click();
    await page.getByText('In person · Sample hall').waitFor();
    const first = page.getByRole('heading', { level: 3 }).first();
    const before = await first.textContent();
    await page.getByRole('button', { name: 'Call number 1 later' }).press('Enter');
    await expect.poll(() => first.textContent()).not.toEqual(before);
    await page.getByRole('button', { name: 'Name the receiver' }).first().click();
    await page.getByLabel(/^Name/).fill('Daw Sample President');
    await page.getByLabel(/^E-mail address/).fill('president@example.org');
    await page.getByLabel(/^Office, as/).fill('President');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Receives in person · Daw Sample President').waitFor();
    await look(page, 'ceremony');
    await page.getByRole('button', { name: 'Record as conferred' }).first().click();
    await page.getByRole('dialog').getByText('It stands in the public record for good.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Record as conferred' }).click();
    await page.getByText('Conferred', { exact: true }).waitFor();
    await page.context().close();
  });
  it('reads in Thai, in the dark, on a phone', () => onPhone(endorsed, place(), 'พิธีมอบรางวัล', 'ceremony-th-phone'));
});

describe('the end', () => {
  it('says that nobody follows a laureate who is public, instead of asking', async () => {
    const { acts, cycleId, firm, people } = endorsed;
    const at = new Date(Date.now() - 1_000).toISOString();
    const stages = [{ stage: 'public' as const, at }];
    await acts.cycle({ type: 'PlanAnnouncement', data: { cycleId, stages } }, by('secretariat'));
    await acts.cycle({ type: 'PublishStage', data: { cycleId, stage: 'public' } }, by('process'));
    const revoked = { cycleId, group: 'SG-private', laureateId: firm, reason: 'The licence was withdrawn.' };
    await acts.panel({ type: 'RevokeAward', data: revoked }, by('secretariat'));
    const page = await pages.open(people.secretariat, `/laureates/${firm}`);
    await page.getByText('The laureates are public: nobody follows in this place any more.').waitFor();
    expect(await page.getByRole('button', { name: 'Put the runner-up in the place' }).count()).toEqual(0);
    expect(await findBarriers(page)).toEqual([]);
    await page.context().close();
  });
  it('comes when the forum is closed, and the cycle is archived for good', async () => {
    const { acts, cycleId, people } = endorsed;
    await acts.cycle({ type: 'ClosePhase', data: { cycleId, phase: 'announcement' } }, by('process'));
    const page = await pages.open(people.secretariat, `/cycles/${cycleId}`);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Say that the forum is over' }).click();
    await dialog.getByRole('button', { name: 'Say that the forum is over' }).click();
    await page.getByRole('button', { name: 'Archive the cycle' }).click();
    await dialog.getByText(/nothing can be changed any more/).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Archive the cycle' }).click();
    await page.getByText('Archived', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Archive the cycle' }).count()).toEqual(0);
    const { body } = await people.secretariat.get(`/cycles/${cycleId}`);
    expect(body).toMatchObject({ status: 'archived' });
    await page.context().close();
  });
});
