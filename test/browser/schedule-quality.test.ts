// How good a schedule is, in the browser: its cost, why a talk has no place, what moved after a presenter declined, and a trial on a copy.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNames } from '../../db/people.ts';
import { person } from '../activities/support.ts';
import type { TestClient } from '../support/api.ts';
import { samplePlan } from '../support/forum-samples.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { solvedForum } from '../support/solved-forum.ts';

let pages: Pages;
let staff: TestClient;
let world: Awaited<ReturnType<typeof solvedForum>>;
let place: string;

beforeAll(async () => {
  pages = await openPages();
  world = await solvedForum(pages.api.db);
  staff = await pages.api.grant('forum-staff', { forum: world.forumId });
  place = `/forums/${world.forumId}/quality`;
  await world.propose();
  await world.act({ type: 'ReleaseSchedule', data: { forumId: world.forumId, name: 'First', note: '' } });
  await world.decline(world.talks[0] ?? '');
  await world.propose();
});
afterAll(() => pages.close());

describe('the quality of a schedule', () => {
  it('is said in plain words, with what one change would do and what each move bought', async () => {
    const page = await pages.open(staff, place);
    await page.getByRole('heading', { name: 'How good is the schedule?' }).waitFor();
    await page.getByText('No schedule is better: that is proven').waitFor();
    await page.getByRole('heading', { name: 'Sample organisation 8 (VN)' }).waitFor();
    await page.getByText('30 of 30 slots lie outside the times the presenter can speak').waitFor();
    await page.getByText('It would have a place if the presenter could speak at other times: ask.').waitFor();
    await page.getByText(/^(No|\d+) talks? moves?, \d+ stays?/).waitFor();
    await page.getByText('It had to: a slot before a talk would stay empty').waitFor();
    await page.getByText('One talk of the release is not given any more.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'schedule-quality');
    await page.context().close();
  });

  it('lets a change be tried on a copy, and shows it beside the working schedule', async () => {
    const page = await pages.open(staff, place);
    await page.getByRole('button', { name: 'Try a change' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Name of the trial/).fill('With a third room');
    await dialog.getByLabel('Rooms more').fill('1');
    await dialog.getByRole('combobox', { name: 'A slot more at the end of' }).click();
    await page.getByRole('option', { name: '09:45–11:00' }).click();
    await page.keyboard.press('Tab');
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Work it out' }).click();
    await page.getByRole('heading', { name: 'With a third room' }).waitFor();
    await page.getByText('A slot more at the end of 09:45–11:00').waitFor();
    await page.getByText('The proposal waits for its turn').waitFor();
    const { body } = await staff.get<{ scenarios: { id: string }[] }>(`/forums/${world.forumId}/schedule/scenarios`);
    await world.solve(body.scenarios[0]?.id ?? '');
    await page.getByRole('columnheader', { name: 'On the copy' }).waitFor();
    await page.getByText('No schedule is better there.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.context().close();
  });

  it('lets moderators be held in their sessions on the desk, and taken back', async () => {
    const moderator = await person(pages.api.db);
    const { purpose: _none, ...plan } = samplePlan();
    const moderators = [{ person: moderator, country: 'SG', windows: [], fit: {} }];
    await world.act({ type: 'ChangeForumPlan', data: { ...plan, moderators, forumId: world.forumId } });
    const name = (await findNames(pages.api.db, [moderator])).get(moderator) ?? '';
    const page = await pages.open(staff, `/forums/${world.forumId}`);
    await page.getByRole('combobox', { name: '09:45–11:00 Main room' }).click();
    await page.getByRole('option', { name }).click();
    await page.getByRole('button', { name: 'Let go: 09:45–11:00 Main room' }).waitFor();
    await page.getByText(`09:45–11:00 Main room: ${name} moderates, held there.`).first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'forum-moderators');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Let go: 09:45–11:00 Main room' }).waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('fits a phone in Thai, in the dark', async () => {
    const page = await pages.open(staff, place, { width: 360, language: 'th', scheme: 'dark' });
    await page.getByRole('heading', { name: 'กำหนดการดีเพียงใด' }).waitFor();
    await page.getByText('พิสูจน์แล้วว่าไม่มีกำหนดการใดดีกว่านี้').waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page, 'colours')).toEqual([]);
    await shoot(page, 'schedule-quality-th-phone');
    await page.getByRole('link', { name: 'การเสวนาครั้งที่ 12' }).click();
    await page.getByText('30 จาก 30 ช่อง').first().waitFor();
    expect(await page.getByText('slots are').count()).toEqual(0);
    await expectNoSideways(page);
    await page.context().close();
  });
});
