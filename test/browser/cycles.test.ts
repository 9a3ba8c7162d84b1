// The secretariat's desk: cycles, the planner with its what-if, who is late, the mailbox, people and tables.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMail } from '../../documents/mail.ts';
import { readXlsx } from '../../documents/xlsx.ts';
import { by } from '../support/acts.ts';
import { forwardAll, must } from '../support/desk.ts';
import { findBarriers, type Look, openPages, type Pages, shoot } from '../support/pages.ts';
import { type Played, playNominations } from '../support/played-cycle.ts';

let pages: Pages;
let played: Played;

beforeAll(async () => {
  pages = await openPages();
  played = await playNominations(pages.api);
  const { secretariat, focalPointAbroad, screener, approver } = played.people;
  const names = { 'Daw Sample': focalPointAbroad, 'Ms Sample Lim': screener, 'Mr Sample Tan': approver };
  for (const [name, { personId }] of Object.entries(names))
    await pages.api.db.read
      .updateTable('people')
      .set({ name })
      .where('person_id', '=', personId ?? '')
      .execute();
  const to = [focalPointAbroad.personId ?? '', secretariat.personId ?? ''];
  const facts = {
    cycle: { en: 'Sample cycle' },
    phase: 'screening',
    url: `${pages.api.url}/app/cycles/${played.cycleId}`,
  };
  await sendMail(pages.api.db, {
    kind: 'phase-begun',
    key: 'sample',
    to,
    facts,
    cycleId: played.cycleId,
    country: 'MM',
  });
});
afterAll(() => pages.close());

const of = (place = '') => `/cycles/${played.cycleId}${place}`;
const open = (place: string, look?: Look) => pages.open(played.people.secretariat, place, look);
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const events = async () => (await pages.api.db.readPool.query('select count(*)::int as n from events')).rows[0]?.n;
const dayAfter = (at: string, days: number) => new Date(Date.parse(at) + days * 86_400_000).toISOString();

describe('the cycles', () => {
  it('are listed with their state, and one is shown at a glance', async () => {
    const page = await open('/cycles');
    await heading(page, 'Cycles');
    await page.getByRole('link', { name: 'Sample cycle' }).click();
    await heading(page, 'Overview');
    await page.getByText('Nomination', { exact: true }).first().waitFor();
    await shoot(page, 'cycle');
    await page.context().close();
  });
  it('may be planned from a definition: the timetable is shown before anything is', async () => {
    const before = await events();
    const page = await open('/cycles/new');
    await heading(page, 'Plan a cycle');
    await page.getByLabel('Title in English').fill('Sample 8');
    await page.getByLabel('Number', { exact: false }).first().fill('8');
    await page.getByLabel('Name in addresses').fill('sample-8');
    await page.getByLabel('Nominations open on').fill('2031-01-10');
    await page.getByRole('button', { name: 'Show what this does' }).click();
    await page.getByText('Decision closes').waitFor();
    expect(await events()).toEqual(before);
    expect(await findBarriers(page)).toEqual([]);
    await page.evaluate('window.scrollTo(0, 0)');
    await shoot(page, 'cycle-new');
    await page.getByRole('button', { name: 'Plan the cycle' }).click();
    await heading(page, 'Overview');
    expect(await events()).toEqual(before + 1);
    await page.context().close();
  });
  it('after another one may be planned from it', async () => {
    const page = await open(of('/clone'));
    await heading(page, 'Plan the next cycle');
    await page.getByLabel('Title in English').fill('Sample 9');
    await page.getByLabel('Name in addresses').fill('sample-9');
    await page.getByLabel('Nominations open on').fill('2032-01-10');
    await page.getByRole('button', { name: 'Show what this does' }).click();
    await page.getByRole('button', { name: 'Plan the cycle' }).click();
    await page.getByText('The cycle is planned').waitFor();
    await page.context().close();
  });
});
describe('the planner', () => {
  const phase = async () => {
    const { body } = await played.people.secretariat.get<{ phases: { closesAt: string }[] }>(of());
    return body.phases[0]?.closesAt ?? '';
  };

  it('moves a phase by keys, and shows what that does before it does it', async () => {
    const [before, at] = [await events(), await phase()];
    const page = await open(of('/planner'), { height: 1300 });
    await heading(page, 'Planner');
    const handle = page.getByRole('slider', { name: 'End of Nomination' });
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText(/Press Enter or let go/).waitFor();
    await shoot(page, 'planner');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/New last day/).fill(dayAfter(at, 2).slice(0, 10));
    await dialog.getByLabel(/Reason/).fill('Floods in two countries.');
    await dialog.getByRole('button', { name: 'Show what this does' }).click();
    await dialog.getByText('Nomination closes').waitFor();
    await dialog
      .getByText(/Yangon \(MM\)/)
      .first()
      .waitFor();
    await dialog
      .getByText(/later deadline for nomination/)
      .first()
      .waitFor();
    expect(await events()).toEqual(before);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'planner-what-if');
    await dialog.getByRole('button', { name: 'Move the deadline' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(Date.parse(await phase())).toBeGreaterThan(Date.parse(at));
    await page.context().close();
  });
  it('moves it by drag too, and says in words what is refused', async () => {
    const page = await open(of('/planner'));
    const handle = page.getByRole('slider', { name: 'End of Nomination' });
    const box = await handle.boundingBox();
    if (box === null) throw new Error('The handle is there.');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 150, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/New last day/).fill('2020-01-01');
    await dialog.getByLabel(/Reason/).fill('Sample reason.');
    await dialog.getByRole('button', { name: 'Show what this does' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/only moves later/)
      .waitFor();
    await page.context().close();
  });
  it('asks about a year of the Buddhist Era', async () => {
    const page = await open(of('/planner'));
    await page.getByRole('button', { name: 'Move the end of Nomination' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/New last day/).fill('2573-05-01');
    await dialog.getByRole('button', { name: 'Yes, 2030' }).click();
    expect(await dialog.getByLabel(/New last day/).inputValue()).toEqual('2030-05-01');
    await page.context().close();
  });
  it('suspends and resumes, each shown first', async () => {
    const page = await open(of('/planner'));
    await page.getByRole('button', { name: 'Suspend', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/Reason/).fill('Floods in two countries.');
    await dialog.getByRole('button', { name: 'Show what this does' }).click();
    await dialog.getByText('What is no longer accepted').waitFor();
    await dialog.getByRole('button', { name: 'Suspend the cycle' }).click();
    await page.getByText(/The cycle is suspended/).waitFor();
    await page.getByRole('button', { name: 'Resume', exact: true }).click();
    await dialog.getByLabel(/Nomination closes on/).fill(dayAfter(await phase(), 3).slice(0, 10));
    await dialog.getByLabel(/Reason/).fill('The water is gone.');
    await dialog.getByRole('button', { name: 'Show what this does' }).click();
    await dialog.getByText('What is accepted again').waitFor();
    await dialog.getByRole('button', { name: 'Resume the cycle' }).click();
    await page.getByRole('button', { name: 'Suspend', exact: true }).waitFor();
    await page.context().close();
  });
});

describe('a dispensation', () => {
  it('is shown with what it opens again before it is granted', async () => {
    const { cycleId, acts } = played;
    const data = { cycleId, iso2: 'SG', phase: 'nomination' } as const;
    await acts.country({ type: 'CloseCountryPhase', data }, by('approver'));
    const page = await open(of('/planner'));
    await page.getByRole('button', { name: 'Open a step again' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Country' }).fill('SG');
    await page.getByRole('option', { name: 'SG' }).click();
    await dialog.getByLabel(/Last day/).fill(dayAfter(new Date().toISOString(), 5).slice(0, 10));
    await dialog.getByLabel(/Authority/).fill('Note of the chair, 3 March');
    await dialog.getByLabel(/Reason/).fill('Floods in the capital.');
    await dialog.getByRole('button', { name: 'Show what this does' }).click();
    await dialog.getByText('What is accepted again').waitFor();
    await dialog
      .getByText(/a dispensation for Singapore/)
      .first()
      .waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Open the step again' }).click();
    await page.getByText('Decided by: Note of the chair, 3 March').waitFor();
    await page.context().close();
  });
});

describe('who is late', () => {
  it('stands country by step, and one click writes to the late alone', async () => {
    const page = await open(of('/progress'), { width: 1440 });
    await heading(page, 'Who is late');
    await page
      .getByText(/Daw Sample/)
      .first()
      .waitFor();
    await shoot(page, 'progress');
    await page.getByRole('button', { name: /Write to those who are late/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByLabel('Your text: ไทย')
      .and(page.getByText(/ขอเรียนแจ้งเตือน/))
      .waitFor();
    await dialog.getByLabel('Your text: English').fill('Please send it by Friday.');
    await dialog.getByText('Please send it by Friday.').nth(1).waitFor();
    await shoot(page, 'nudge');
    await dialog.getByRole('button', { name: 'Send 3 mails' }).click();
    await dialog.getByText('3 mails are on their way to').waitFor();
    const { body } = must(await played.people.secretariat.get<{ items: { body: string }[] }>(of('/mails?kind=nudge')));
    expect(body.items).toHaveLength(3);
    expect(body.items[0]?.body).toContain('Please send it by Friday.');
    await page.context().close();
  });
});

describe('a list', () => {
  it('comes as a table of what is filtered', async () => {
    const page = await open(of('/progress'));
    await page.getByText('Only what is late').click();
    await page
      .getByRole('rowheader', { name: 'Myanmar' })
      .or(page.getByRole('heading', { name: 'Myanmar' }))
      .waitFor();
    const href = await page.getByRole('link', { name: 'Export as XLSX' }).getAttribute('href');
    const response = await fetch(`${pages.api.url}${href}`, {
      headers: { 'x-person': played.people.secretariat.personId ?? '' },
    });
    const rows = await readXlsx(Buffer.from(await response.arrayBuffer()));
    const [header = [], ...lines] = rows;
    expect(new Set(lines.map((line) => line[header.indexOf('late')]))).toEqual(new Set(['true']));
    const { body } = must(await played.people.secretariat.get<{ items: object[] }>(of('/progress?late=true')));
    expect(lines).toHaveLength(body.items.length);
    await page.context().close();
  });
});

describe('the mailbox', () => {
  it('shows each mail as its reader sees it, and sends it once more', async () => {
    const page = await open(of('/mails'));
    await heading(page, 'Mailbox');
    await page
      .getByRole('button', { name: /Sample cycle: screening has begun/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: 'A mail as its reader sees it' });
    await dialog.getByText(/In Sample cycle the phase/).waitFor();
    await shoot(page, 'mail');
    await dialog.getByRole('button', { name: 'Send once more' }).click();
    await page.getByRole('dialog', { name: 'Send once more' }).getByRole('button', { name: 'Send once more' }).click();
    await dialog.getByText(/It is on its way again/).waitFor();
    await page.context().close();
    const box = await open(of('/mails'));
    await box.getByRole('link', { name: 'Export as XLSX' }).waitFor();
    await shoot(box, 'mailbox');
    await box.context().close();
  });
});

describe('people', () => {
  it('are invited to roles, handed over and ended', async () => {
    const page = await open(of('/people'));
    await heading(page, 'People and roles');
    await page.getByRole('button', { name: 'Invite a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Country' }).fill('SG');
    await page.getByRole('option', { name: 'SG' }).click();
    await dialog.getByLabel(/^Name/).fill('Sample newcomer');
    await dialog.getByLabel(/E-mail/).fill('newcomer@example.org');
    await shoot(page, 'people-invite');
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    const row = page.getByRole('row', { name: /Sample newcomer/ });
    await row.waitFor();
    await shoot(page, 'people');
    await row.getByRole('button', { name: 'End' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/Reason/)
      .fill('Left the ministry.');
    await page.getByRole('dialog').getByRole('button', { name: 'End the role' }).click();
    await row.waitFor({ state: 'detached' });
    await page.context().close();
  });
  it('come by tables, which are tried cell by cell first', async () => {
    const page = await open(of('/imports'));
    await heading(page, 'Import tables');
    const header = 'email,name,role,country\n';
    const choose = (text: string) =>
      page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await choose(`${header}nobody,Sample,screener,SG\n`);
    await page.getByRole('row', { name: /A2 email nobody This is no e-mail address/ }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'imports');
    await choose(`${header}table@example.org,Sample,screener,SG\n`);
    await page.getByRole('button', { name: 'Import 1 row' }).click();
    await page.getByText('1 row is imported').waitFor();
    await page.context().close();
  });
  it('are looked after by a second pair of eyes: a letter has effect once another person confirms it', async () => {
    const { focalPoint } = played.people;
    await forwardAll(played, played.ngo);
    const scan = { name: 'letter.pdf', size: 1000, type: 'application/pdf', sha256: 'a'.repeat(64) };
    must(await focalPoint.post(of('/letters'), scan));
    const letter = { kind: 'on-behalf', letter: scan.sha256, reference: 'MSF/2026/7', date: '2026-01-15' };
    const signature = { ...letter, signatory: { office: 'Permanent Secretary', name: 'Tan Sample' } };
    must(await focalPoint.post(of('/countries/SG/sign-forwarding'), { category: 'ngo', signature }));
    const page = await open(of('/checks'));
    await heading(page, 'Second pair of eyes');
    await page.getByText('Forwarding of SG, ngo').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'second-pair-of-eyes');
    await page.getByRole('button', { name: 'Confirm the signature' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm the signature' }).click();
    await page.getByText('No signature waits').waitFor();
    await page.context().close();
  });
  it('are given their first role by the administrator, before there is a cycle', async () => {
    const page = await pages.open(played.people.administrator, '/people');
    await heading(page, 'People and roles');
    await page.getByRole('button', { name: 'Invite a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Name/).fill('Sample secretary');
    await dialog.getByLabel(/E-mail/).fill('secretary@example.org');
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByRole('row', { name: /Sample secretary.*Secretariat/ }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    const row = page.getByRole('row', { name: /Sample secretary.*Secretariat/ });
    await row.getByRole('button', { name: 'Reset second factor' }).click();
    await dialog.getByText('Be sure that it is Sample secretary who asks.').waitFor();
    await dialog.getByLabel(/Reason/).fill('The telephone was lost.');
    await dialog.getByRole('button', { name: 'Reset it' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.context().close();
  });
  it('hand their role over, on a day that is named', async () => {
    const page = await open(of('/people'));
    const row = page.getByRole('row', { name: /Ms Sample Lim/ });
    await row.getByRole('button', { name: 'Hand over' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the successor').fill('Sample successor');
    await dialog.getByLabel('E-mail address of the successor').fill('successor@example.org');
    await dialog.getByLabel(/Last day of the present holder/).fill(dayAfter(new Date().toISOString(), 3).slice(0, 10));
    await dialog.getByLabel(/Reason/).fill('Posted abroad.');
    await dialog.getByRole('button', { name: 'Hand the role over' }).click();
    await page.getByRole('row', { name: /Sample successor.*Screener/ }).waitFor();
    await row.getByText('Acting').waitFor();
    await page.context().close();
  });
});

/** Last, for its mails go to people of the same names. */
describe('a cycle', () => {
  it('is cancelled for good, shown first', async () => {
    const other = await playNominations(pages.api, 2);
    const page = await pages.open(other.people.secretariat, `/cycles/${other.cycleId}/planner`);
    await page.getByRole('button', { name: 'Cancel the cycle' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/Reason/).fill('There is no host.');
    await dialog.getByRole('button', { name: 'Show what this does' }).click();
    await dialog.getByRole('button', { name: 'Cancel the cycle for good' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('button', { name: 'Suspend', exact: true }).count()).toEqual(0);
    await page.context().close();
  });
});
