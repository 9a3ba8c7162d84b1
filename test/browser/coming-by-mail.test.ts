// Coming by a mail or from an open call, without an account: the link that asks what it is for, co-editing, registering.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLink } from '../../db/links.ts';
import { by, planSample } from '../support/acts.ts';
import { callDefinition } from '../support/open-call.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { type Played, playNominations } from '../support/played-cycle.ts';

let pages: Pages;
let played: Played;
beforeAll(async () => {
  pages = await openPages(callDefinition);
  played = await playNominations(pages.api);
});
afterAll(() => pages.close());

const close = (page: Page) => page.context().close();
async function linkFor(purpose: 'edit-nomination' | 'consent', personId: string): Promise<string> {
  const expiresAt = new Date(Date.now() + 86_400_000);
  const about = { purpose, personId, subject: played.ngo, cycleId: played.cycleId, expiresAt };
  return (await makeLink(pages.api.db, about)).token;
}

describe('the link of a mail', () => {
  it('leads to the page that it is for, and stands in no address', async () => {
    const token = await linkFor('consent', await pages.api.person());
    const page = await pages.open(null, '/sign-in');
    await page.goto(`${pages.api.url}/link#${token}`);
    await page.waitForURL('**/app/link/consent');
    expect(page.url()).not.toContain(token);
    await close(page);
  });

  it('that is over says so, and what to do', async () => {
    const page = await pages.open(null, '/link#none', { width: 360 });
    await page.getByRole('alert').getByText('This link is too old, was ended, or is none.').waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'link-over-phone');
    await close(page);
  });

  it('makes an editor of one who has no account, and signs in', async () => {
    const personId = await pages.api.person('Sample co-editor');
    const token = await linkFor('edit-nomination', personId);
    const page = await pages.open(null, `/link#${token}`, { width: 360 });
    await page
      .getByRole('heading', { level: 1, name: 'Sample co-editor, you are asked to work on a nomination' })
      .waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'link-edit-phone');
    await page.getByRole('button', { name: 'Take part' }).click();
    await page.waitForURL(`**/app/nominations/${played.ngo}/form`);
    const me = (await (await page.request.get(`${pages.api.url}/api/v1/me`)).json()) as { personId: string };
    expect(me.personId).toEqual(personId);
    await close(page);
  });
});

describe('registering for an open call', () => {
  it('asks for a name, an address and consent, and says that a mail is on its way', async () => {
    const lengths = { nomination: 3_600, screening: 3_600, judging: 3_600, decision: 3_600 };
    const { cycleId, acts } = await planSample(pages.api.db, callDefinition, ['SG', 'TH'], lengths);
    await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase: 'nomination' } }, by('process'));
    const page = await pages.open(null, `/calls/${cycleId}/TH/register`, { width: 360, language: 'th' });
    await page.getByRole('heading', { level: 1, name: /ลงทะเบียนเสนอชื่อ/ }).waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'register-th-phone');
    await page.getByLabel(/^ชื่อของท่าน/).fill('สมหญิง ตัวอย่าง');
    await page.getByLabel(/^อีเมล/).fill('register@example.org');
    await page.getByLabel(/^ข้าพเจ้ายินยอม/).check();
    await page.getByRole('button', { name: 'ลงทะเบียน' }).click();
    await page.getByRole('status').getByText('register@example.org').waitFor();
    const kinds = pages.api.db.read
      .selectFrom('mails')
      .select(['kind', 'language'])
      .where('kind', '=', 'call-registered');
    expect(await kinds.execute()).toEqual([{ kind: 'call-registered', language: 'th' }]);
    await close(page);
  });
});
