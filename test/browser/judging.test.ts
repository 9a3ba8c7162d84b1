// The judge desk in a browser: from the invitation to the first score on a phone, by keyboard alone, late, and with two windows.
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { storeDossier } from '../../db/drafts.ts';
import { makeInvitation } from '../../db/invitations.ts';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { rubricOf } from '../../domain/definition-queries.ts';
import { hashOf } from '../../domain/verify/canonical.ts';
import { by, clearJudges } from '../support/acts.ts';
import type { TestClient } from '../support/api.ts';
import { type JudgedEntries, judgedEntries, rdpe } from '../support/judged-entries.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';

let pages: Pages;
let sample: JudgedEntries;
let judge: TestClient;

beforeAll(async () => {
  pages = await openPages(lenient(await rdpe(), 'partnership'));
});
afterAll(() => pages.close());

/** Judges may abstain from that criterion. */
const lenient = ({ rubrics, ...rest }: AwardDefinition, key: string): AwardDefinition => ({
  ...rest,
  rubrics: rubrics.map(({ criteria, ...rubric }) => ({
    ...rubric,
    criteria: criteria.map((one) => (one.key === key ? { ...one, mayAbstain: true } : one)),
  })),
});
const points = (page: Page, criterion: RegExp, value: number) =>
  page.getByRole('group', { name: criterion }).getByRole('radio', { name: new RegExp(`^${value}\\b`) });
/** A picture where pictures are asked for, and no barriers. */
async function look(page: Page, name: string, only?: 'colours'): Promise<void> {
  await shoot(page, name, false);
  expect(await findBarriers(page, only)).toEqual([]);
}
const criteria = [/^Impact/, /^Participation/, /^Sustainability/, /^Innovation/, /^Replication/, /^Public-private/];
const sheetsOf = async (client: TestClient) => {
  type Sheets = { items: { id: string; status: string }[] };
  return (await client.get<Sheets>(`/scorecards?cycleId=${sample.cycleId}`)).body.items;
};

describe('from the invitation to the first score, on a phone', () => {
  it('takes a handful of taps', async () => {
    const personId = await pages.api.person('Sample invited judge');
    judge = pages.api.as(personId);
    sample = await judgedEntries(pages.api, [personId]);
    const { token } = await makeInvitation(pages.api.db, personId);
    const page = await pages.open(null, `/accept#token=${token}`, { width: 360 });
    let taps = 0;
    const tap = async (name: string | RegExp, role: 'button' | 'link' | 'tab' = 'button') => {
      taps += 1;
      await page.getByRole(role, { name }).tap();
    };
    await tap('Open my account');
    await tap('Answer the invitation to judge', 'link');
    await page.getByRole('heading', { level: 1, name: 'My judging' }).waitFor();
    await expectNoSideways(page);
    await look(page, 'judge-invitation-phone');
    await tap('Accept the invitation and the terms');
    await page.getByText('No entries have been given to you yet').waitFor();
    await sample.assign();
    await page.getByText('Are you in conflict').waitFor();
    await expectNoSideways(page);
    await look(page, 'judge-conflicts-phone');
    await tap('No conflict with all these 3 entries');
    await page.getByText(/0 of 3, about \d+ minutes left/).waitFor();
    await expectNoSideways(page);
    await look(page, 'judge-entries-phone');
    await tap('Start with the first entry', 'link');
    await page.getByRole('heading', { level: 1, name: /^Sample/ }).waitFor();
    await expectNoSideways(page);
    await look(page, 'judge-entry-phone');
    await tap(/Score sheet/, 'tab');
    for (const criterion of criteria) {
      taps += 1;
      await page.getByRole('group', { name: criterion }).locator('label').nth(4).tap();
    }
    await expectNoSideways(page);
    await look(page, 'judge-sheet-phone');
    await tap('Hand in, next entry');
    await page.getByText('The sheet is in.').waitFor();
    expect(taps).toEqual(13);
    expect((await sheetsOf(judge)).filter(({ status }) => status === 'submitted')).toHaveLength(1);
    await page.context().close();
  }, 180_000);
});

describe('reference entries', () => {
  it('come before the real ones, on a phone, and are shown beside the panel afterwards', async () => {
    const { definition } = pages.api;
    const calibration = { key: 'calibration', names: { en: 'Calibration' }, kind: 'calibration' as const };
    const rounds = { ...definition, judging: { ...definition.judging, rounds: [calibration, 'main'] } };
    sample = await judgedEntries({ db: pages.api.db, definition: rounds }, [], async ({ panel, acts }) => {
      const [cycleId = '', group = ''] = panel.split('~');
      const rubric = rubricOf(definition, 'ngo-cso');
      const points = rubric.criteria.map(({ key }) => ({ criterion: key, points: 3 }));
      const reasons = Object.fromEntries(points.map(({ criterion }) => [criterion, 'Solid, as the anchor says.']));
      const text = 'Sample text: forty households keep a spring, and say who may draw from it when.';
      const fields = [{ label: null, text }];
      const content = { title: { en: 'Sample spring keepers' }, sections: [{ title: null, fields }], reasons };
      await storeDossier(pages.api.db, hashOf(content), content);
      const data = { cycleId, group, referenceId: randomUUID(), content: hashOf(content), points };
      await acts.panel({ type: 'AddReference', data }, by('secretariat'));
    });
    judge = pages.api.as(sample.judges[2] ?? '');
    await clearJudges(sample, sample.judges, sample.entries);
    const page = await pages.open(judge, '/judging', { width: 360 });
    await page.getByText('Score one reference entry first').waitFor();
    await expectNoSideways(page);
    await page.getByRole('link', { name: 'Score the reference entries' }).click();
    await page.getByText('forty households').waitFor();
    await look(page, 'judge-reference-phone');
    await expectNoSideways(page);
    for (const name of criteria) await points(page, name, 4).check({ force: true });
    await page.getByText('Kept on this device until you hand it in.').waitFor();
    // As after a crash, and without a line: what was scored is there, and is handed in once there is one.
    await page.reload();
    await page.getByText('forty households').waitFor();
    for (const name of criteria) expect(await points(page, name, 4).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Hand in and see all points' }).click();
    await page.getByText('You have scored all reference entries.').waitFor();
    await page.getByText('Solid, as the anchor says.').first().waitFor();
    await look(page, 'judge-calibrated-phone');
    await expectNoSideways(page);
    await page.getByRole('link', { name: 'To my entries' }).click();
    await page.getByRole('link', { name: /Your points on the reference entries/ }).waitFor();
    await page.context().close();
  });
});

describe('an invitation', () => {
  it('is declined with a reason, which who invited reads', async () => {
    const personId = await pages.api.person('Sample busy judge');
    const { cycleId, definition } = await judgedEntries(pages.api, [personId]);
    const page = await pages.open(pages.api.as(personId), '/judging', { width: 360 });
    await page.getByRole('button', { name: 'Decline the invitation' }).tap();
    const dialog = page.getByRole('dialog', { name: 'Decline the invitation' });
    await dialog.getByLabel('Reason').fill('I am abroad until May.');
    await look(page, 'judge-declines-phone');
    await dialog.getByRole('button', { name: 'Decline the invitation' }).tap();
    await page.getByText('You are not asked to judge anything now.').waitFor();
    const focal = await pages.api.grant('focal-point', { award: definition.key, country: 'TH' });
    const { body } = await focal.get<{ status: string }>(`/cycles/${cycleId}/judges/${personId}`);
    expect(body).toMatchObject({ status: 'declined' });
    await page.context().close();
  });
});

describe('the score sheet', () => {
  beforeEach(async () => {
    sample = await judgedEntries(pages.api);
    judge = pages.api.as(sample.judges[2] ?? '');
    await clearJudges(sample, sample.judges, sample.entries);
  });

  it('is filled in and handed in by keyboard alone', async () => {
    const page = await pages.open(judge, '/judging');
    const press = (key: string) => page.keyboard.press(key);
    const focusOn = async (name: RegExp, most = 60) => {
      for (let i = 0; i < most; i += 1) {
        const said = await page.evaluate(
          '(document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "")',
        );
        if (name.test(String(said))) return;
        await press('Tab');
      }
      throw new Error(`Nothing named ${name} takes the focus.`);
    };
    await page.getByRole('heading', { level: 1, name: 'My judging' }).waitFor();
    await focusOn(/^Start with the first entry/);
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Sample/ }).waitFor();
    await focusOn(/^To the score sheet/);
    await press('Enter');
    await press('j');
    await press('Control+Enter');
    await page.getByRole('alert').getByText('Impact on rural poverty and livelihoods: give points').waitFor();
    await shoot(page, 'judge-sheet-lacks', false);
    for (const value of ['4', '3', '5', '4', '3', '2']) {
      await press(value);
      await press('j');
    }
    await press('Control+Enter');
    await page.getByRole('alert').getByText('Sustainability and resilience: write a comment').waitFor();
    await look(page, 'judge-sheet');
    // The focus is in the comment that lacks.
    await page.keyboard.type('Every tank has a keeper who is paid by the households.');
    await press('Escape');
    await press('Control+Enter');
    await page.getByText('The sheet is in.').waitFor();
    const { body } = await judge.get<{ scores: { points: number }[] }>(
      `/scorecards/${sample.entries[0]}~${judge.personId}~main`,
    );
    expect(body.scores.map((score) => score.points)).toEqual([4, 3, 5, 4, 3, 2]);
    await page.context().close();
  });

  it('leaves a criterion out by key or tap, with a reason', async () => {
    const page = await pages.open(judge, `/judging/${sample.entries[0]}~${judge.personId}~main`);
    for (const name of criteria.slice(0, 5)) await points(page, name, 3).check({ force: true });
    const last = page.getByRole('group', { name: criteria[5] ?? /./ });
    const abstain = last.getByRole('checkbox', { name: 'I abstain from this criterion' });
    await abstain.waitFor();
    expect(await page.getByRole('checkbox', { name: 'I abstain from this criterion' }).count()).toBe(1);
    await last.getByRole('radio').first().focus();
    await page.keyboard.press('a');
    await page.keyboard.press('Control+Enter');
    await page
      .getByRole('alert')
      .getByText(/^Public-private.*: write why you abstain/)
      .waitFor();
    await look(page, 'judge-abstains');
    await page.keyboard.type('The partner is my own ministry.');
    await abstain.uncheck();
    await points(page, criteria[5] ?? /./, 2).check({ force: true });
    await abstain.check();
    const draft = `/scorecards/${sample.entries[0]}~${judge.personId}~main/draft`;
    const isSaved = async () =>
      (await judge.get<{ scores: { abstains?: true }[] }>(draft)).body.scores.at(-1)?.abstains;
    await expect.poll(isSaved, { timeout: 20_000 }).toBe(true);
    await page.reload();
    await last.getByRole('checkbox', { checked: true }).waitFor();
    expect(await last.getByRole('textbox').inputValue()).toBe('The partner is my own ministry.');
    await page.getByRole('button', { name: 'Hand in, next entry' }).click();
    await page.getByText('The sheet is in.').waitFor();
    const { body } = await judge.get<{ scores: object[] }>(`/scorecards/${sample.entries[0]}~${judge.personId}~main`);
    expect(body.scores.at(-1)).toEqual({
      criterion: 'partnership',
      points: null,
      comment: 'The partner is my own ministry.',
    });
    await page.goto(page.url().replace(/judging.*/, `scorecards/${sample.entries[0]}~${judge.personId}~main/versions`));
    await page.getByText('abstained').first().waitFor();
    await look(page, 'sheet-with-abstention');
    await page.context().close();
  });

  it('is skipped for now: the next entry opens, and it waits where it was', async () => {
    const page = await pages.open(judge, '/judging');
    await page.getByRole('link', { name: 'Start with the first entry' }).click();
    const heading = page.getByRole('heading', { level: 1, name: /^Sample/ });
    const first = await heading.textContent();
    await page.getByRole('button', { name: 'Skip for now' }).click();
    await expect.poll(() => heading.textContent()).not.toEqual(first);
    await page.getByRole('link', { name: 'All my entries' }).click();
    await page.getByText(/0 of 3, about \d+ minutes left/).waitFor();
    expect((await sheetsOf(judge)).map(({ status }) => status)).toEqual(['assigned', 'assigned', 'assigned']);
    await page.context().close();
  });

  it('goes by what its judge reads and how much at most, said at the desk', async () => {
    const page = await pages.open(judge, '/judging');
    await page.getByText('Say which languages you read, and how many entries at most').click();
    await page.getByRole('checkbox', { name: 'ไทย' }).check();
    await page.getByLabel('Entries at most').fill('12');
    await look(page, 'judge-profile');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/12 entries at most/).waitFor();
    const { body } = await judge.get(`/cycles/${sample.cycleId}/judges/me`);
    expect(body).toMatchObject({ languages: expect.arrayContaining(['th']), capacity: 12 });
    await page.context().close();
  });

  it('explains its keys', async () => {
    const page = await pages.open(judge, `/judging/${sample.entries[0]}~${judge.personId}~main`);
    await points(page, criteria[0] ?? /./, 0).focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await look(page, 'judge-keys');
    await page.context().close();
  });

  it('saves half a sheet, and shows both versions where two windows wrote', async () => {
    const id = `${sample.entries[0]}~${judge.personId}~main`;
    const page = await pages.open(judge, `/judging/${id}`);
    await points(page, /^Impact/, 3).check({ force: true });
    await page.getByText(/Draft saved at/).waitFor();
    const other = [{ criterion: 'impact', points: 4, comment: 'Read again on the way.' }];
    await judge.put(`/scorecards/${id}/draft`, { baseVersion: 1, scores: other });
    await points(page, /^Participation/, 2).check({ force: true });
    await page.getByText('Another window has saved this sheet').waitFor();
    await page.getByRole('cell', { name: '4 · Read again on the way.' }).waitFor();
    await look(page, 'judge-two-windows');
    await page.getByRole('button', { name: 'Keep what is here' }).click();
    await page.getByText(/Draft saved at/).waitFor();
    const { body } = await judge.get<{ scores: { points: number | null }[] }>(`/scorecards/${id}/draft`);
    expect(body.scores.slice(0, 2).map((score) => score.points)).toEqual([3, 2]);
    await page.context().close();
  });

  it('says that it came after the end, and is kept and shown to the chair', async () => {
    const id = `${sample.entries[0]}~${judge.personId}~main`;
    const page = await pages.open(judge, `/judging/${id}`);
    for (const criterion of criteria) await points(page, criterion, 3).check({ force: true });
    const { cycleId, group, acts } = sample;
    for (const judgeId of sample.judges)
      await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
    await acts.panel({ type: 'CloseScoring', data: { cycleId, group } }, by('process'));
    await page.getByRole('button', { name: 'Hand in, next entry' }).click();
    await page.getByRole('alert').getByText('This sheet came after the end of scoring').waitFor();
    await look(page, 'judge-late');
    const chair = pages.api.as(sample.judges[0] ?? '');
    const { body } = await chair.get<{ items: object[] }>(`/panels/${sample.panel}/late-sheets`);
    expect(body.items).toMatchObject([{ judgeId: judge.personId, refusal: 'scoring-closed' }]);
    await page.context().close();
  });

  it('reads in Thai, in the dark', async () => {
    const id = `${sample.entries[0]}~${judge.personId}~main`;
    const page = await pages.open(judge, `/judging/${id}`, { language: 'th', scheme: 'dark' });
    await page.getByRole('heading', { name: 'แบบให้คะแนน' }).waitFor();
    await look(page, 'judge-sheet-th', 'colours');
    await page.getByRole('link', { name: 'ผลงานทั้งหมดของฉัน' }).click();
    await page.getByText(/เสร็จแล้ว 0 จาก 3/).waitFor();
    await look(page, 'judge-entries-th', 'colours');
    await page.getByRole('link', { name: 'นำไปใช้แบบออฟไลน์' }).click();
    await page.getByRole('heading', { level: 1, name: 'เมื่อไม่มีสัญญาณ' }).waitFor();
    await look(page, 'judge-offline-th', 'colours');
    await page.context().close();
  });

  it('is stepped back from with a reason', async () => {
    const id = `${sample.entries[0]}~${judge.personId}~main`;
    const page = await pages.open(judge, `/judging/${id}`);
    await page.getByRole('button', { name: 'Step back from this entry' }).click();
    await page.getByRole('dialog').getByLabel('Reason').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByLabel('Reason').fill('I met its founder last week.');
    await page.getByRole('dialog').getByRole('button', { name: 'Step back from this entry' }).click();
    await page.getByRole('heading', { level: 1, name: 'My judging' }).waitFor();
    await page.getByText('Stepped back').waitFor();
    await page.context().close();
  });
});
