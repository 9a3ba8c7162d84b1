// One whole cycle through the pages, by all its roles: from the plan to the public laureate and the released schedule.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AwardDefinition } from '../../domain/award-definition.ts';
import { sampleDomain } from '../../local/accounts.ts';
import { openAuthenticator } from '../../local/authenticator.ts';
import { castOf, give } from '../../local/demo/cast.ts';
import { fill, nominate } from '../../local/demo/nominating.ts';
import { openStack, type Stack } from '../support/stack.ts';

const judges = ['judge-1', 'judge-2', 'judge-3'];
let stack: Stack;
let cycleId = '';
let forum = '';

beforeAll(async () => {
  stack = await openStack();
});
afterAll(() => stack.close());

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const nameOf = (account: string) => `Sample ${account.replaceAll(/[.-]/g, ' ')}`;
const mailOf = (account: string) => `${account}@${sampleDomain}`;
/** The account does its part on one page, and leaves. */
async function as(account: string, place: string, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await stack.signIn(account, place);
  await act(page).catch(async (error: Error) => {
    const picture = join(tmpdir(), `laureate-failed-${account}.png`);
    await page.screenshot({ path: picture, fullPage: true });
    const read = await page.locator('body').ariaSnapshot();
    throw new Error(`${account} at ${page.url()}, seen in ${picture}: ${error.message}\nThe page:\n${read}`, {
      cause: error,
    });
  });
  await page.context().close();
}
const confirm = (page: Page, name: string | RegExp) =>
  page.getByRole('dialog').getByRole('button', { name }).last().click();

describe('a whole cycle', { timeout: 180_000 }, () => {
  it('is planned by the secretariat', async () => {
    await as('secretariat', '/cycles/new', async (page) => {
      await heading(page, 'Plan a cycle');
      await page.getByRole('combobox', { name: 'Award' }).click();
      await page.getByRole('option', { name: /Rural Development/ }).click();
      await page.getByLabel('Title in English').fill('Sample whole cycle');
      await page.getByLabel('Number', { exact: false }).first().fill('88');
      await page.getByLabel('Name in addresses').fill('sample-whole');
      await page
        .getByLabel('Nominations open on')
        .fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
      for (const box of await page.getByRole('group', { name: 'Countries' }).getByRole('checkbox').all())
        if ((await box.getAttribute('value')) !== 'SG') await box.uncheck();
      await page.getByRole('checkbox', { name: 'Singapore' }).check();
      await page.getByRole('button', { name: 'Show what this does' }).click();
      await page.getByRole('button', { name: 'Plan the cycle' }).click();
      await heading(page, 'Overview');
      cycleId = /cycles\/([^/]+)/.exec(page.url())?.[1] ?? '';
    });
  });
  it('gets its people: the secretariat names the desk and the voice, the desk its own', async () => {
    await as('secretariat', `/cycles/${cycleId}/people`, async (page) => {
      for (const [role, account] of [
        ['Focal point', 'focal-point.sg'],
        ['Endorser', 'endorser.sg'],
      ] as const) {
        await page.getByRole('button', { name: 'Invite a person' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('combobox', { name: 'Role' }).click();
        await page.getByRole('option', { name: role }).click();
        await dialog.getByRole('combobox', { name: 'Country' }).fill('SG');
        await page.getByRole('option', { name: 'SG' }).click();
        await dialog.getByLabel(/^Name/).fill(nameOf(account));
        await dialog.getByLabel(/E-mail/).fill(mailOf(account));
        await dialog.getByRole('button', { name: 'Send the invitation' }).click();
        await page.getByRole('row', { name: new RegExp(mailOf(account)) }).waitFor();
      }
    });
    await as('focal-point.sg', `/cycles/${cycleId}/countries/SG/people`, async (page) => {
      await page.getByRole('button', { name: 'Invite somebody' }).click();
      for (const [role, account] of [
        ['Screener', 'screener.sg'],
        ['Approver', 'approver.sg'],
      ] as const) {
        await page.getByRole('combobox', { name: 'Role' }).click();
        await page.getByRole('option', { name: role }).click();
        await page.getByLabel('Name', { exact: false }).first().fill(nameOf(account));
        await page.getByLabel(/^E-mail address/).fill(mailOf(account));
        await page.getByRole('button', { name: 'Invite', exact: true }).click();
        await page
          .getByRole('listitem')
          .filter({ hasText: mailOf(account) })
          .waitFor();
      }
    });
  });
  it('takes nominations: one is started, completed and sent in by the page, with its receipt', async () => {
    const cast = castOf(stack.laureate.url, sampleDomain, stack.password, openAuthenticator(stack.laureate.home));
    const focalPoint = await cast.as('focal-point.sg');
    const { definition } = await focalPoint.get(
      `/cycles/${cycleId}/definition`,
      z.object({ definition: AwardDefinition }),
    );
    const put = (number: number) => ({
      ...{ country: 'SG', category: 'ngo-cso', organisation: { en: `Sample growers ${number}` } },
      title: { en: `Sample initiative ${number}` },
    });
    await nominate(cast, cycleId, definition, put(1));
    await as('focal-point.sg', `/cycles/${cycleId}/nominations`, async (page) => {
      await page.getByRole('button', { name: 'Start a nomination' }).click();
      await page.getByRole('radio', { name: /civil society/ }).check();
      await page.getByRole('button', { name: 'Start', exact: true }).click();
      await heading(page, 'Nomination form');
      // The long answers and the papers come from elsewhere; what is typed here comes on top of them.
      const id = /nominations\/([^/]+)/.exec(page.url())?.[1] ?? '';
      await fill(focalPoint, id, definition, put(0));
      await page.reload();
      const name = page
        .getByRole('group', { name: /^Legal name/ })
        .first()
        .getByLabel('English');
      await name.fill('Sample growers 2');
      await page
        .locator('[data-saved="saved"]')
        .getByText(/Everything is saved/)
        .waitFor();
      await page.getByText('Everything that the form asks for is there.').waitFor();
      await page.getByRole('button', { name: 'Send in', exact: true }).click();
      await confirm(page, 'Send in');
      await page.getByText('Receipt as PDF').first().waitFor();
    });
  });
  it('is screened, ranked, forwarded and signed by the country', async () => {
    const desk = `/cycles/${cycleId}/countries/SG`;
    await as('approver.sg', `${desk}/timetable`, async (page) => {
      const card = page.getByRole('listitem').filter({ hasText: 'Nomination' });
      await card.getByRole('button', { name: 'Close early' }).click();
      await confirm(page, 'Close early');
      await card.getByText('Closed').waitFor();
    });
    await as('screener.sg', desk, async (page) => {
      for (const number of [1, 2]) {
        await page.getByRole('link', { name: `Sample growers ${number}` }).click();
        await heading(page, `Sample growers ${number}`);
        const passed = page.getByRole('button', { name: 'Passed' });
        await passed.first().waitFor();
        const items = await passed.count();
        for (let item = 0; item < items; item += 1) {
          await passed.nth(item).click();
          await page.getByText(`${item + 1} of ${items} passed`).waitFor();
        }
        await page.getByRole('link', { name: 'To the desk' }).click();
      }
    });
    await as('approver.sg', `${desk}/ranking`, async (page) => {
      for (const forwarded of [1, 2]) {
        await page.getByRole('button', { name: 'Forward', exact: true }).first().click();
        await confirm(page, 'Forward');
        await page.getByText(`${forwarded} of 3 forwarded`).waitFor();
      }
      await page.getByRole('button', { name: 'Save the order' }).first().click();
      await page.getByRole('button', { name: 'The order is saved' }).first().waitFor();
    });
    await stack.setSecondFactor('approver.sg');
    await as('approver.sg', `${desk}/signing`, async (page) => {
      await page.getByRole('button', { name: 'Declare no nominee' }).click();
      await page.getByRole('dialog').getByLabel('Reason').fill('Sample: nobody was put forward.');
      await confirm(page, 'Declare no nominee');
      await page.getByText('Your country has no nominee here.').waitFor();
      await page.getByLabel('Code of your second factor').fill(await stack.nextCode('approver.sg'));
      await page.getByRole('button', { name: 'Sign the sheet' }).click();
      await page.getByText('Signed', { exact: true }).waitFor();
    });
  });
  it('gets a panel: judges are invited, accept, and entries are assigned', async () => {
    await as('focal-point.sg', `/cycles/${cycleId}/panels`, async (page) => {
      for (const judge of judges) {
        await page.getByLabel('Name', { exact: false }).first().fill(nameOf(judge));
        await page.getByLabel('E-mail address').fill(mailOf(judge));
        await page.getByRole('checkbox').first().check();
        await page.getByRole('button', { name: 'Send the invitation' }).click();
        await page.getByRole('cell', { name: new RegExp(judge.replace('-', ' '), 'i') }).waitFor();
      }
    });
    for (const judge of judges)
      await as(judge, '/judging', async (page) => {
        await page.getByRole('button', { name: 'Accept the invitation and the terms' }).click();
        await page.getByText('No entries have been given to you yet').waitFor();
      });
    await as('focal-point.sg', `/cycles/${cycleId}/panels`, async (page) => {
      await page.getByRole('combobox', { name: 'Category' }).click();
      await page.getByRole('option', { name: /civil society/ }).click();
      for (const judge of judges) await page.getByLabel(new RegExp(`Sample ${judge.replace('-', ' ')}`)).check();
      await page.getByRole('combobox', { name: 'Chair', exact: true }).click();
      await page.getByRole('option', { name: /judge 1/ }).click();
      await page.getByRole('button', { name: 'Form the panel' }).click();
      await page.getByRole('link', { name: 'Assign entries to judges' }).first().click();
      await page.getByRole('button', { name: 'Propose an assignment' }).click();
      await page.getByText('Every seat is filled.').waitFor();
      await page.getByRole('button', { name: 'Release it' }).click();
      await confirm(page, 'Release it');
      await page
        .getByText(/^Reads it/)
        .first()
        .waitFor();
    });
  });
  it('is judged: no conflict, every sheet, finished', async () => {
    for (const judge of judges)
      await as(judge, '/judging', async (page) => {
        await page.getByRole('button', { name: /^No conflict with all these/ }).click();
        await page.getByRole('link', { name: 'Start with the first entry' }).click();
        for (const entry of [1, 2]) {
          await heading(page, /^Sample growers/);
          const isFirst = (await page.getByRole('heading', { level: 1 }).textContent())?.endsWith('1') === true;
          const groups = page.getByRole('group').filter({ has: page.getByRole('radio') });
          for (const group of await groups.all())
            await group
              .locator('label')
              .nth(isFirst ? 4 : 3)
              .click();
          await page.getByRole('button', { name: /^Hand in/ }).click();
          await page.getByText('The sheet is in.').first().waitFor();
          void entry;
        }
        await page.goto(`${stack.laureate.url}/app/judging`);
        await page.getByRole('button', { name: 'I have finished' }).click();
        await confirm(page, /finished/);
        await page.getByText('You have said that you are finished').first().waitFor();
      });
  });
  it('is decided and signed by the chair', async () => {
    await stack.setSecondFactor('judge-1');
    await as('judge-1', '/panels', async (page) => {
      await page
        .getByRole('link', { name: /civil society/ })
        .first()
        .click();
      await page.getByRole('link', { name: 'To the decision' }).click();
      await page.getByLabel('Why this one').first().fill('Sample: two hundred households have water.');
      await page.getByLabel('Reasons of the decision').fill('Sample: as the published rubric ranks them.');
      await page.getByRole('button', { name: 'Record the decision' }).click();
      await confirm(page, 'Record the decision');
      await page.getByLabel('Code of your second factor').fill(await stack.nextCode('judge-1'));
      await page.getByRole('button', { name: 'Sign the decision' }).click();
      await page.getByText('Decision signed').first().waitFor();
    });
  });
  it('is endorsed: dossiers verified, the note circulated, the country answers', async () => {
    await as('secretariat', `/cycles/${cycleId}/endorsement`, async (page) => {
      const open = page.getByRole('button', { name: 'Mark as verified' });
      for (const left of [2, 1]) {
        await expect.poll(() => open.count()).toEqual(left);
        await open.first().click();
        await confirm(page, 'Mark as verified');
      }
      await expect.poll(() => open.count()).toEqual(0);
      await page.getByRole('button', { name: 'Request endorsement' }).click();
      await page.getByRole('dialog').getByRole('checkbox').check();
      await confirm(page, 'Request endorsement');
      await page.getByText('Before the endorsers').first().waitFor();
    });
    await as('endorser.sg', '/', async (page) => {
      await page.getByRole('link', { name: 'Endorse the results' }).first().click();
      await page.getByRole('button', { name: /^Endorse all/ }).click();
      await confirm(page, 'Endorse');
      await page.getByText('Your country has answered for everyone').waitFor();
    });
  });
  it('is answered by the laureate, whose contact the focal point names', async () => {
    let laureate = '';
    await as('focal-point.sg', `/cycles/${cycleId}`, async (page) => {
      await page.goto(`${stack.laureate.url}/app/`);
      await page.getByRole('link', { name: 'Name the contact of a laureate' }).first().click();
      const contact = page.getByRole('form', { name: 'Who answers for the laureate' });
      await contact.waitFor();
      laureate = page.url().split('/').at(-1) ?? '';
      await contact.getByLabel(/^Name/).fill(nameOf('laureate-contact.sg'));
      await contact.getByLabel(/^E-mail/).fill(mailOf('laureate-contact.sg'));
      await page.getByRole('button', { name: 'Name the contact' }).click();
      await page.getByText(mailOf('laureate-contact.sg')).first().waitFor();
    });
    // The offer comes by a link in a mail; the sample account has the role besides, as the demo gives it.
    await give(
      castOf(stack.laureate.url, sampleDomain, stack.password, openAuthenticator(stack.laureate.home)),
      'secretariat',
      'laureate-contact',
      'laureate-contact.sg',
      { laureate },
    );
    await as('laureate-contact.sg', '/', async (page) => {
      await page.getByRole('link', { name: 'Accept or decline the award' }).click();
      await page.getByRole('button', { name: 'Accept the award' }).click();
      await confirm(page, 'Accept');
      await page.getByText('The award is accepted. Thank you.').waitFor();
      await page.getByRole('button', { name: 'Everything is right' }).click();
      await page.getByText('You have said that everything is right.').waitFor();
    });
  });
  it('has a forum: the presenter says yes, the schedule is proposed and released', async () => {
    await as('secretariat', '/forums', async (page) => {
      await page.getByRole('button', { name: 'Plan a forum' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: 'Cycle' }).click();
      await page.getByRole('option', { name: 'Sample whole cycle' }).click();
      await dialog.getByLabel(/^Number/).fill('88');
      await dialog.getByLabel('Name in English').fill('Sample forum');
      await dialog.getByRole('combobox', { name: 'Host country' }).click();
      await page.getByRole('option', { name: 'Singapore' }).click();
      await dialog.getByLabel('Venue in English').fill('Sample hall');
      await dialog.getByLabel(/^Day/).fill('2027-05-21');
      await dialog.getByRole('button', { name: 'Plan it' }).click();
      await heading(page, 'Sample forum');
      forum = page.url().split('/').at(-1) ?? '';
      await page.getByRole('button', { name: 'Invite a presenter' }).click();
      await page.getByRole('dialog').getByLabel(/^Name/).fill(nameOf('presenter.sg'));
      await page
        .getByRole('dialog')
        .getByLabel(/^E-mail/)
        .fill(mailOf('presenter.sg'));
      await confirm(page, 'Send the invitation');
      await page.getByText('Invited', { exact: true }).first().waitFor();
    });
    await as('presenter.sg', '/', async (page) => {
      await page.getByRole('link', { name: 'Answer the invitation to present' }).click();
      await page.getByRole('button', { name: 'I will speak' }).click();
      await page.getByText('You have said that you will speak').waitFor();
      await page.getByLabel('Title in English').fill('Sample topic: water for the hills');
      await page.getByRole('button', { name: 'Save the topics' }).click();
      await page.getByText('Saved.').first().waitFor();
    });
    await as('secretariat', `/forums/${forum}`, async (page) => {
      await page.getByRole('button', { name: 'Propose a schedule' }).click();
      await confirm(page, 'Propose a schedule');
      await page.getByText('Every talk has a place').waitFor();
      await page.getByRole('button', { name: 'Release', exact: true }).click();
      await page.getByRole('dialog').getByLabel('Name of the release').fill('First release');
      await confirm(page, 'Release');
      await page.getByText('The schedule was released once.').first().waitFor();
    });
  });
  it('is announced in stages, and the public reads it without a login', async () => {
    await as('secretariat', `/cycles/${cycleId}/announcement`, async (page) => {
      for (const stage of ['To the countries', 'To the laureates', 'To the press', 'To everybody'])
        await page.getByLabel(stage).fill('2026-01-05');
      await page.getByRole('button', { name: 'Save the plan' }).click();
      await expect.poll(() => page.getByText('Published', { exact: true }).count(), { timeout: 30_000 }).toEqual(4);
    });
    const page = await stack.browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${stack.laureate.url}/laureates/rdpe/sample-whole?lang=en`);
    await page
      .getByText(/Sample growers/)
      .first()
      .waitFor();
    await page.goto(`${stack.laureate.url}/forums/${forum}?lang=en`);
    await page.getByText('Sample topic: water for the hills').first().waitFor();
    await page.close();
  });
});
