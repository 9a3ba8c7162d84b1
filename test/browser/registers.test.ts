// The forum's desk, the register of organisations, and the search over all that one handles.
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ForumPlan } from '../../domain/forum/messages.ts';
import { by } from '../support/acts.ts';
import { nominate } from '../support/desk.ts';
import {
  clicksCountAgain,
  expectNoSideways,
  findBarriers,
  newContext,
  openPages,
  type Pages,
  shoot,
} from '../support/pages.ts';
import { type Played, playForum, playLaureates, playNominations } from '../support/played-cycle.ts';
import { enter } from '../support/register-history.ts';
import { sampleDefinition } from '../support/samples.ts';

const award = 'rdpe';
let pages: Pages;
let played: Played;
let forumId: string;
let trust: string;

beforeAll(async () => {
  // Of the award whose earlier editions are installed.
  pages = await openPages(sampleDefinition('national', { key: award }));
  played = await playNominations(pages.api);
  await playLaureates(played);
  const { ngo } = played;
  forumId = await playForum(played);
  await placeTalk(ngo);
  trust = await enter(pages.api.db, { en: 'Sample hill trust', th: 'มูลนิธิเนินเขาตัวอย่าง' }, 'SG', award);
  await enter(pages.api.db, { en: 'Sample hill trusts' }, 'SG', award);
});
afterAll(() => pages.close());

/** One talk is confirmed and has a place; nothing is released. */
async function placeTalk(laureateId: string): Promise<void> {
  const { acts, cycleId } = played;
  const personId = await pages.api.person('Khun Sample Speaker');
  const of = { forumId, laureateId };
  const laureate = { country: 'SG', category: 'ngo', organisation: { en: 'Sample organisation', th: 'องค์กรตัวอย่าง' } };
  await acts.talk({ type: 'InvitePresenter', data: { ...of, cycleId, personId, ...laureate } }, by('secretariat'));
  await acts.talk({ type: 'ConfirmTalk', data: of }, by('presenter', personId));
  const proposalId = randomUUID();
  await acts.forum({ type: 'RequestSchedule', data: { forumId, proposalId } }, by('secretariat'));
  const talks = [{ talk: laureateId, person: personId, country: 'SG', category: 'ngo', theme: null, available: [] }];
  const placements = [{ talk: laureateId, block: 'first', room: 'main', slot: 0 }];
  const proposal = { forumId, proposalId, placements, unplaced: [], talks };
  await acts.forum({ type: 'ProposeSchedule', data: proposal }, by('process'));
}

const slotsOn = (page: Page) => (place: string) => page.locator(`[data-place="${place}"]`);

/** As a hand does it: down, over, up. */
async function drag(page: Page, from: string, to: string): Promise<void> {
  const slot = slotsOn(page);
  const [start, end] = [slot(from).locator('div').first(), slot(to)];
  await start.hover();
  await page.mouse.down();
  const box = await end.boundingBox();
  if (box === null) throw new Error(`There is no slot ${to} on the page.`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
  await page.locator('[class*=flying]').waitFor();
  await page.mouse.up();
  await clicksCountAgain(page);
}

/** As a finger does it: it rests until the talk is lifted, then moves. */
async function dragByTouch(page: Page, from: string, to: string): Promise<void> {
  const slot = slotsOn(page);
  await slot(from).scrollIntoViewIfNeeded();
  const [start, end] = [await slot(from).locator('div').first().boundingBox(), await slot(to).boundingBox()];
  if (start === null || end === null) throw new Error(`There is no slot ${from} or ${to} on the page.`);
  const middle = ({ x, y, width, height }: typeof start) => ({ x: x + width / 2, y: y + height / 2 });
  const [first, last] = [middle(start), middle(end)];
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [first]);
  await page.locator('[class*=flying]').waitFor();
  for (const part of [0.25, 0.5, 0.75, 1])
    await touch('touchMove', [{ x: first.x + part * (last.x - first.x), y: first.y + part * (last.y - first.y) }]);
  await touch('touchEnd', []);
  await clicksCountAgain(page);
}

const phone = { width: 360, language: 'th', scheme: 'dark' } as const;

describe('the forum’s desk', () => {
  it('invites presenters', async () => {
    const page = await pages.open(played.people.secretariat, `/forums/${forumId}`);
    await page.getByText('One laureate has nobody to speak yet').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Invite a presenter' }).click();
    await page.getByLabel(/^Name/).fill('Sample Presenter');
    await page.getByLabel(/^E-mail address/).fill('presenter@example.org');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByText('Sample Presenter').waitFor();
    await page.context().close();
  });
  it('moves a talk by keys, holds it, and takes the move back', async () => {
    const page = await pages.open(played.people.secretariat, `/forums/${forumId}`);
    const slot = slotsOn(page);
    await slot('first/main/0').getByText('Sample organisation').waitFor();
    await slot('first/main/0').focus();
    await page.keyboard.press('Enter');
    await page.getByText('In your hand: Sample organisation (SG), from 09:45 Main room').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('status').getByText('10:00 Second room: free. A slot before it stays empty.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('status').getByText('stays where it was').waitFor();
    await slot('first/main/0').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await slot('first/main/1').getByText('Sample organisation').waitFor();
    await page.keyboard.press('p');
    await slot('first/main/1').getByText('Held').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('is held in its place').waitFor();
    await page.keyboard.press('p');
    await slot('first/main/1').getByText('Held').waitFor({ state: 'detached' });
    // What was held or let go is taken back before the move.
    await page.keyboard.press('Control+z');
    await slot('first/main/1').getByText('Held').waitFor();
    await page.keyboard.press('Control+z');
    await slot('first/main/1').getByText('Held').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await slot('first/main/0').getByText('Sample organisation').waitFor();
    await page.reload();
    await page.getByText('Taken back: Sample organisation (SG): 10:00 Main room → 09:45 Main room.').waitFor();
    await page.getByRole('button', { name: 'Do again' }).click();
    await slot('first/main/1').getByText('Sample organisation').waitFor();
    await page.context().close();
  });
  it('places a talk by two taps where something speaks against it, with the reason, and swaps two by pointer', async () => {
    const page = await pages.open(played.people.secretariat, `/forums/${forumId}`);
    const slot = slotsOn(page);
    await page.getByRole('button', { name: /^Place Sample/ }).click();
    await slot('first/second/1').getByText('delegation in two rooms').waitFor();
    await slot('first/second/1').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('their delegation cannot hear both').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByLabel(/^Why all the same/).fill('They came with two delegations.');
    await dialog.getByRole('button', { name: 'Move it all the same' }).click();
    await slot('first/second/1').getByText('Sample Presenter').waitFor();
    await page.getByText('Set aside: They came with two delegations.').first().waitFor();
    await shoot(page, 'forum-desk');
    // All of the day is seen at once: nothing scrolls under the hand.
    await page.setViewportSize({ width: 1280, height: 2600 });
    await drag(page, 'first/second/1', 'middle/main/0');
    await slot('middle/main/0').getByText('Sample Presenter').waitFor();
    await drag(page, 'middle/main/0', 'first/main/1');
    await slot('first/main/1').getByText('Sample Presenter').waitFor();
    await slot('middle/main/0').getByText('Sample Speaker').waitFor();
    await page.context().close();
  });
  it('lets a finger drag a talk on a phone', async () => {
    const page = await pages.open(played.people.secretariat, `/forums/${forumId}`, { width: 360 });
    const slot = slotsOn(page);
    await slot('first/main/1').getByText('Sample Presenter').waitFor();
    await dragByTouch(page, 'first/main/1', 'first/main/0');
    await slot('first/main/0').getByText('Sample Presenter').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await slot('first/main/1').getByText('Sample Presenter').waitFor();
    await page.context().close();
  });
  it('releases the schedule, after it has said what that shows to whom', async () => {
    const page = await pages.open(played.people.secretariat, `/forums/${forumId}`);
    await page.getByText('2 new, 0 moved, 0 gone, 0 unchanged.').waitFor();
    await page.getByRole('button', { name: 'Release', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 presenters get a mail').waitFor();
    await dialog.getByText('One presenter has not confirmed').waitFor();
    const send = dialog.getByRole('button', { name: 'Release', exact: true });
    await dialog.getByLabel(/^Name of the release/).fill('First draft');
    expect(await send.isDisabled()).toBe(true);
    for (const box of await dialog.getByRole('checkbox').all()) await box.check();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'forum-release', false);
    await send.click();
    await page.getByText('The schedule was released once.').waitFor();
    await page.getByText('1. First draft').first().waitFor();
    await page.getByText('Every talk stands where it stood.').first().waitFor();
    await page.context().close();
  });
  it('goes back to an earlier release, which becomes public by another one alone', async () => {
    const { secretariat } = played.people;
    const page = await pages.open(secretariat, `/forums/${forumId}`);
    const slot = slotsOn(page);
    await page.getByRole('button', { name: 'Release', exact: true }).waitFor();
    const release = async (name: string) => {
      await page.getByRole('button', { name: 'Release', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/^Name of the release/).fill(name);
      const send = dialog.getByRole('button', { name: 'Release', exact: true });
      // What was moved a moment ago may bring its warning once the dialog is open.
      const tickAll = async () => {
        for (const box of await dialog.getByRole('checkbox').all()) await box.check();
        return send.isEnabled();
      };
      await expect.poll(tickAll, { timeout: 20_000 }).toBe(true);
      await send.click();
      await page
        .getByText(new RegExp(`^\\d+\\. ${name}`))
        .first()
        .waitFor();
    };
    const publicly = async () => await (await fetch(`${pages.api.url}/forums/${forumId}`)).text();
    await slot('first/main/1').focus();
    await page.keyboard.press('Delete');
    await page.getByText('0 new, 0 moved, 1 gone, 1 unchanged.').first().waitFor();
    await release('Without one');
    await expect.poll(publicly, { timeout: 30_000 }).toContain('Release 2 of the schedule, Without one');
    await page.getByRole('button', { name: 'Take the working schedule back to release 1' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
    await slot('first/main/1').getByText('Sample Presenter').waitFor();
    expect(await publicly()).toContain('Release 2 of the schedule, Without one');
    await page.getByText('1 new, 0 moved, 0 gone, 1 unchanged.').first().waitFor();
    await release('Back again');
    await expect.poll(publicly, { timeout: 30_000 }).toContain('Release 3 of the schedule, Back again');
    expect(await findBarriers(page)).toEqual([]);
    await page.context().close();
  });
  it('says what runs late, and everybody sees it', async () => {
    const desk = await pages.open(played.people.secretariat, `/forums/${forumId}/today`);
    await desk.getByRole('button', { name: 'Running late' }).first().click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('button', { name: '+10' }).click();
    await dialog.getByLabel(/^A word/).fill('The opening took longer.');
    await dialog.getByRole('button', { name: 'Say so' }).click();
    await desk.getByText('10 minutes late').first().waitFor();
    await desk.context().close();
    const context = await newContext(pages.browser, { width: 360 });
    const anybody = await context.newPage();
    for (const place of ['', '/today', '/sessions/first~main']) {
      await anybody.goto(`${pages.api.url}/forums/${forumId}${place}`);
      await anybody.getByText('10 minutes late').first().waitFor();
      await anybody.getByText('The opening took longer.').first().waitFor();
      await expectNoSideways(anybody);
      expect([place, await findBarriers(anybody)]).toEqual([place, []]);
    }
    await context.close();
  });
  it('gives the people of the day their papers', async () => {
    const { secretariat } = played.people;
    const page = await pages.open(secretariat, `/forums/${forumId}/papers`);
    await page.getByText('No name in public yet').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'forum-papers');
    const slides = page.getByRole('link', { name: 'Slides (ZIP)' }).first();
    const href = await slides.getAttribute('href');
    const headers = { 'x-person': secretariat.personId ?? '' };
    const fetched = await fetch(`${pages.api.url}${href}`, { headers });
    expect([fetched.status, fetched.headers.get('content-type')]).toEqual([200, 'application/zip']);
    await fetched.arrayBuffer();
    await page.context().close();
    const narrow = await pages.open(secretariat, `/forums/${forumId}/papers`, phone);
    await narrow.getByRole('heading', { level: 1, name: 'เอกสารวันงาน' }).waitFor();
    await expectNoSideways(narrow);
    expect(await findBarriers(narrow, 'colours')).toEqual([]);
    await shoot(narrow, 'forum-papers-th-phone');
    await narrow.context().close();
  });
  it('names a reserve, and asks it where nobody in particular fell out', async () => {
    const page = await pages.open(played.people.secretariat, `/forums/${forumId}`);
    await page.getByRole('button', { name: 'Name a reserve' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Name of the organisation/).fill('Sample choir');
    await dialog.getByRole('combobox', { name: 'Category' }).click();
    await page.getByRole('option', { name: 'Non-governmental organisations' }).click();
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Name it' }).click();
    await page.getByText('Not asked yet').waitFor();
    await page.getByRole('button', { name: 'Ask Sample choir to speak' }).click();
    await dialog.getByLabel(/^Name of the speaker/).fill('Sample choir leader');
    await dialog.getByLabel(/^E-mail address/).fill('choir@example.org');
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByText('Sample choir leader was asked').waitFor();
    await page.context().close();
  });
  it('reads in Thai, in the dark, on a phone', async () => {
    const page = await pages.open(played.people.secretariat, `/forums/${forumId}`, phone);
    await page.getByRole('heading', { level: 1, name: 'การเสวนาครั้งที่ 12' }).waitFor();
    await page.locator('[data-place="first/main/0"]').waitFor();
    await page.getByText('Second room', { exact: true }).click();
    await page.locator('[data-place="first/second/0"]').waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page, 'colours')).toEqual([]);
    await shoot(page, 'forum-desk-th-phone');
    await page.context().close();
  });
  it('changes the plan, keeps what is not saved, and asks where another was faster', async () => {
    const { secretariat } = played.people;
    type Answer = { plan: ForumPlan };
    const read = async () => (await secretariat.get<Answer>(`/forums/${other}/plan`)).body.plan;
    const other = await playForum(played);
    const page = await pages.open(secretariat, `/forums/${other}/plan`);
    await page.getByRole('button', { name: 'Invite a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Name/).fill('Sample moderator');
    await dialog.getByLabel(/^E-mail address/).fill('moderator@example.org');
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByText('Give somebody the role of moderator first, above.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Add a moderator' }).click();
    await page
      .getByRole('group', { name: 'Sample moderator' })
      .getByLabel(/^Fits: Policy/)
      .click();
    await page.getByRole('option', { name: 'best' }).click();
    await page.getByLabel('Interpreters’ booths').first().fill('2');
    await page.getByRole('button', { name: 'Add a way between two rooms' }).click();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'forum-plan');
    await page.reload();
    await page.getByText('Not saved yet.').waitFor();
    await page.getByRole('button', { name: 'Save the plan' }).click();
    await page.getByText('Saved.').waitFor();
    expect(await read()).toMatchObject({
      moderators: [{ fit: { policy: 3 } }],
      rooms: [{ booths: 2 }, { booths: 0 }],
      walks: [{ between: ['main', 'second'], minutes: 5 }],
    });
    await page.getByLabel('Name in English').first().fill('The forum as I write it');
    const { purpose: _none, ...plan } = await read();
    await secretariat.put(`/forums/${other}/plan`, { ...plan, number: 13 });
    await page.getByText('Somebody else has changed the plan').waitFor();
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByLabel('Opens at').fill('10:00');
    await page.getByRole('button', { name: 'Save the plan' }).click();
    await page.getByText("Block first lies outside the forum's hours, 10:00 to 16:00.").waitFor();
    await page.getByLabel('Opens at').fill('09:00');
    await page.getByRole('button', { name: 'Save the plan' }).click();
    await page.getByText('Saved.').waitFor();
    expect(await read()).toMatchObject({ name: { en: 'The forum as I write it' }, number: 12, opensAt: 540 });
    await page.context().close();
    const narrow = await pages.open(secretariat, `/forums/${other}/plan`, phone);
    await narrow.getByRole('heading', { level: 1, name: 'แผนของเวทีเสวนา' }).waitFor();
    await expectNoSideways(narrow);
    await shoot(narrow, 'forum-plan-phone');
    await narrow.context().close();
  });
  it('records that a talk was given, and corrects the mark', async () => {
    const page = await pages.open(played.people.secretariat, `/talks/${forumId}~${played.ngo}`);
    await page.getByRole('button', { name: 'The presenter did not come' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Remark').fill('The flight was cancelled.');
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'The presenter did not come' }).click();
    await page.getByText('The talk was not given.').waitFor();
    await page.getByRole('button', { name: 'The talk was given' }).click();
    await page.getByText('The talk was given. Thank you.').waitFor();
    await page.context().close();
  });
  it('is found among the forums', async () => {
    const page = await pages.open(played.people.secretariat, '/forums');
    await page.getByRole('link', { name: 'Twelfth forum' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Plan a forum' }).click();
    await page.getByLabel('Name in English').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.context().close();
  });
});

describe('organisations', () => {
  it('are found by name, merged where they are the same, and separated again', async () => {
    const page = await pages.open(played.people.secretariat, '/organisations');
    await page.getByLabel(/^Name/).fill('เนินเขา');
    await page.getByRole('link', { name: 'Sample hill trust', exact: true }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: /^Sample/ }).count()).toEqual(1);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'organisations');
    await page.getByRole('link', { name: 'Sample hill trust', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Sample hill trust' }).waitFor();
    await page.getByRole('link', { name: 'Sample hill trusts' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'organisation');
    await page.getByRole('button', { name: 'Record its number' }).click();
    await page.getByLabel(/^Registration number/).fill('0105536000315');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText('Registration number: 0105536000315').waitFor();
    await page.getByRole('button', { name: 'They are the same' }).click();
    await page.getByRole('dialog').getByText('Sample hill trusts becomes a part of Sample hill trust').waitFor();
    await page.getByLabel(/^Reason/).fill('The same people and number.');
    await page.getByRole('dialog').getByRole('button', { name: 'They are the same' }).click();
    await page.getByRole('button', { name: 'Separate' }).click();
    await page.getByLabel(/^Reason/).fill('They were two after all.');
    await page.getByRole('dialog').getByRole('button', { name: 'Separate' }).click();
    await page.getByRole('link', { name: 'Sample hill trusts' }).waitFor();
    await page.context().close();
  });
  it('take the record of earlier editions and awards', async () => {
    const page = await pages.open(played.people.secretariat, '/organisations');
    await page.getByRole('button', { name: 'Record an edition' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Number of the edition/).fill('7');
    await dialog.getByLabel(/^Year/).fill('2014');
    await dialog.getByLabel(/^Sources/).fill('Sample report, page 4');
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'organisations-edition');
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.goto(page.url().replace('/organisations', `/organisations/${trust}`));
    await page.getByRole('button', { name: 'Record an earlier award' }).click();
    await dialog.getByRole('combobox', { name: /^Category/ }).click();
    await page.getByRole('option').first().click();
    await dialog.getByLabel(/^Number of the edition/).fill('7');
    await dialog.getByLabel(/^Year/).fill('2014');
    await dialog.getByLabel(/^Sources/).fill('Sample report, page 4');
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText('Sources: Sample report, page 4').waitFor();
    await page.context().close();
  });
  it('read in Thai, in the dark, on a phone', async () => {
    const page = await pages.open(played.people.secretariat, `/organisations/${trust}`, phone);
    await page.getByRole('heading', { level: 1, name: 'มูลนิธิเนินเขาตัวอย่าง' }).waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page, 'colours')).toEqual([]);
    await shoot(page, 'organisation-th-phone');
    await page.context().close();
  });
});

describe('the organisations of a cycle', () => {
  it('are asked about where they look alike, and shown where one is nominated twice', async () => {
    const cycle = await playNominations(pages.api, 2);
    const { secretariat, focalPoint } = cycle.people;
    const twice = [
      await nominate(cycle, focalPoint, 'Sample loom weavers'),
      await nominate(cycle, focalPoint, 'Sample loom weavers'),
    ];
    const page = await pages.open(secretariat, `/cycles/${cycle.cycleId}`);
    await page.getByRole('navigation', { name: 'Screens of this cycle' }).getByText('Organisations').click();
    await page.getByRole('heading', { level: 1, name: 'Organisations of this cycle' }).waitFor();
    await page.getByText('No organisation is nominated more than once.').waitFor();
    const asked = page
      .getByRole('region', { name: 'May be one that is known' })
      .locator('li')
      .filter({ hasText: 'weavers' });
    await asked
      .first()
      .getByText(/similar name/)
      .first()
      .waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'organisations-of-cycle');
    await asked.first().getByRole('button', { name: 'It is this one' }).first().click();
    await page.getByRole('dialog').getByText('The answer can be changed.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'It is this one' }).click();
    await page.getByRole('region', { name: 'Nominated more than once' }).getByText('2 nominations').waitFor();
    await page.getByText('Nothing is asked now.').waitFor();
    type Repeated = { items: { nominations: { nominationId: string }[] }[] };
    const { body } = await secretariat.get<Repeated>(`/cycles/${cycle.cycleId}/repeated-organisations`);
    expect(body.items.map(({ nominations }) => nominations.map(({ nominationId }) => nominationId))).toEqual([
      twice.toSorted(),
    ]);
    await page.context().close();
    const desk = await pages.open(focalPoint, `/cycles/${cycle.cycleId}/countries/SG`, phone);
    await desk.getByRole('navigation', { name: 'หน้าต่าง ๆ ของหน่วยประสานงาน' }).getByText('องค์กร').click();
    await desk.getByRole('heading', { level: 1, name: 'องค์กรในรอบนี้' }).waitFor();
    await desk.getByText('2 การเสนอชื่อ').waitFor();
    await shoot(desk, 'organisations-of-cycle-th-phone');
    await expectNoSideways(desk);
    expect(await findBarriers(desk, 'colours')).toEqual([]);
    await desk.context().close();
  });
});

describe('earlier editions', () => {
  it('are loaded by the administrator, who has no part in the award, and again by the secretariat', async () => {
    const page = await pages.open(played.people.administrator, '/cycles');
    await page.getByRole('heading', { name: 'The record of earlier editions' }).waitFor();
    await page.getByRole('button', { name: 'Load the earlier editions' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Loaded again it changes only what has changed/).waitFor();
    await dialog.getByRole('button', { name: 'Load the earlier editions' }).click();
    await page.getByText('Loaded: 7 editions and 16 laureates.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'cycles-administrator');
    await page.context().close();
    const { body } = await pages.api.as(null).get<{ items: object[] }>('/public/awards/rdpe/laureates');
    expect(body.items.length).toBeGreaterThanOrEqual(16);
    const office = await pages.open(played.people.secretariat, '/organisations');
    await office.getByRole('button', { name: 'Load the earlier editions' }).click();
    await office.getByRole('dialog').getByRole('button', { name: 'Load the earlier editions' }).click();
    await office.getByText('Loaded: 7 editions and 16 laureates.').waitFor();
    await office.context().close();
  });
});

describe('the search', () => {
  it('finds nominations, organisations and people, and offers them as a table', async () => {
    const page = await pages.open(played.people.secretariat, '/search');
    await page.getByLabel(/^Name/).fill('sample');
    await page.getByRole('heading', { level: 2, name: 'Nominations' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Organisations' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'People' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'search');
    const address = await page.getByRole('link', { name: 'Export as XLSX' }).getAttribute('href');
    expect(address).toEqual('/api/v1/search?text=sample&format=xlsx');
    await page.getByLabel(/^Name/).fill('nothing of that name');
    await page.getByText('Nothing is called nothing of that name').waitFor();
    await page.context().close();
  });
});
