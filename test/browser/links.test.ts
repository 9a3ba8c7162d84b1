// Pages for people without an account, who came by a link: consent, a supporting letter, an award.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAwardLink } from '../../db/links.ts';
import { verify } from '../../domain/verify/verify.ts';
import type { TestClient } from '../support/api.ts';
import { expectNoSideways, findBarriers, type Look, openPages, type Pages, shoot } from '../support/pages.ts';
import { pngOf } from '../support/pdf.ts';
import { draftBy, type Played, playAnnouncement, playLaureates, playNominations } from '../support/played-cycle.ts';
import { sampleDefinition } from '../support/samples.ts';
import { bytesOf } from '../support/uploads.ts';

const text = { en: 'We agree to be put forward, and that this nomination is judged.', th: 'เรายินยอมให้เสนอชื่อ' };
const letter = { types: ['application/pdf'], maxBytes: 1e6, maxCount: 3 };
const base = sampleDefinition();
const definition = sampleDefinition('national', {
  form: {
    ...base.form,
    citationField: 'title',
    consent: { required: false, text },
    attachments: [{ ...letter, key: 'reference', label: { en: 'Letter of reference', th: 'หนังสือรับรอง' } }],
  },
});

let pages: Pages;
let played: Played;
let applicant: TestClient;
beforeAll(async () => {
  pages = await openPages(definition);
  played = await playNominations(pages.api);
  ({ applicant } = played.people);
});
afterAll(() => pages.close());

const invitee = (email: string) => ({ email, name: 'Sample contact', language: 'en' });
async function tokenOf(kind: string): Promise<string> {
  const { secret } = await pages.api.db.read
    .selectFrom('mails')
    .select('secret')
    .where('kind', '=', kind)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  return secret ?? '';
}

/** As the landing of the link leaves it. */
async function openByLink(token: string, place: string, look: Look = { width: 360 }) {
  const page = await pages.open(null, '/sign-in', look);
  await page.evaluate(`sessionStorage.setItem('laureate.link', '${token}')`);
  await page.goto(`${pages.api.url}/app${place}`);
  return page;
}

describe('the page of a consent', () => {
  it('says what is agreed to, and takes a yes and a second thought', async () => {
    const email = 'nominee@example.org';
    await applicant.post(`/nominations/${played.ngo}/consent/request`, invitee(email));
    const page = await openByLink(await tokenOf('consent-requested'), '/link/consent');
    await page.getByRole('heading', { level: 1, name: 'Do you agree to be put forward?' }).waitFor();
    await page.getByText(text.en).waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'link-consent-phone');
    await page.getByRole('button', { name: 'I agree' }).click();
    await page.getByText('You have agreed.').waitFor();
    await page.getByRole('button', { name: 'I refuse' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'I refuse' }).click();
    await page.getByText('You have refused.').waitFor();
    expect((await applicant.get(`/nominations/${played.ngo}/consent`)).body).toMatchObject({ answer: 'refused' });
    await page.context().close();
  });

  it('says in words that a link is over', async () => {
    const page = await openByLink('none-of-ours', '/link/consent', { language: 'th', scheme: 'dark' });
    await page.getByRole('alert').waitFor();
    expect(await findBarriers(page, 'colours')).toEqual([]);
    await page.context().close();
  });
});

describe('the page of a supporting letter', () => {
  async function asked(): Promise<string> {
    const nominationId = await draftBy(played, applicant, 'ngo');
    const path = `/drafts/nomination/${nominationId}`;
    const content = { name: { en: 'Sample weavers' }, title: { en: 'Looms for all' } };
    await applicant.put(path, { baseVersion: 1, content });
    const request = { ...invitee('referee@example.org'), field: 'reference' };
    expect((await applicant.post(`/nominations/${nominationId}/letters/request`, request)).status).toBe(201);
    return nominationId;
  }
  const letters = async (nominationId: string) =>
    (await applicant.get<{ items: object[] }>(`/nominations/${nominationId}/letters`)).body.items;

  it('takes a letter that is written there', async () => {
    const nominationId = await asked();
    const page = await openByLink(await tokenOf('letter-requested'), '/link/letter');
    await page.getByRole('heading', { level: 1, name: 'A supporting letter' }).waitFor();
    await page.getByRole('tab', { name: 'Write it here' }).click();
    await page.getByLabel(/^Your letter/).fill('Too short.');
    await page.getByRole('button', { name: 'Send the letter' }).click();
    await page.getByRole('alert').first().waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByLabel(/^Your letter/).fill('I have known these weavers for ten years and commend them.');
    await page.reload();
    await page.getByRole('tab', { name: 'Write it here' }).click();
    expect(await page.getByLabel(/^Your letter/).inputValue()).toContain('ten years');
    await shoot(page, 'link-letter-phone');
    await page.getByRole('button', { name: 'Send the letter' }).click();
    await page.getByText('Your letter has arrived. Thank you.').waitFor();
    expect(await letters(nominationId)).toMatchObject([{ arrivedAt: expect.any(String) }]);
    await page.context().close();
  });

  it('takes a letter as a file', async () => {
    const nominationId = await asked();
    const page = await openByLink(await tokenOf('letter-requested'), '/link/letter', { language: 'th' });
    await page.getByRole('heading', { level: 1, name: 'หนังสือสนับสนุน' }).waitFor();
    const file = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytesOf.pdf()) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('ได้รับหนังสือของท่านแล้ว').waitFor();
    expect(await letters(nominationId)).toMatchObject([{ arrivedAt: expect.any(String) }]);
    await page.context().close();
  });
});

describe('the page of an award', () => {
  beforeAll(() => playLaureates(played));
  const panel = (category: string) => `/panels/${played.cycleId}~SG-${category}/laureates`;

  it('is answered by the contact on a phone, who proofs the name in each script', async () => {
    const { focalPoint } = played.people;
    const named = await focalPoint.post(`${panel('ngo')}/${played.ngo}/contact`, invitee('laureate@example.org'));
    expect(named.status).toBe(200);
    const award = await focalPoint.get<{ contact: { personId: string } }>(`/laureates/${played.ngo}`);
    const { personId } = award.body.contact;
    const answerBy = new Date(Date.now() + 86_400_000);
    const { token } = await makeAwardLink(pages.api.db, {
      personId,
      laureateId: played.ngo,
      cycleId: played.cycleId,
      answerBy,
    });
    const page = await openByLink(token, '/link/laureate');
    await page.getByRole('heading', { level: 1, name: `Sample ngo ${played.ngo}` }).waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'laureate-phone');
    await page.getByRole('button', { name: 'Accept the award' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByText('The award is accepted. Thank you.').waitFor();
    await page.getByRole('button', { name: 'Something is wrong' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/^What is wrong/)
      .fill('It is written with a small s.');
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await page.getByText('You have said what is wrong').waitFor();
    await page.getByLabel(/^Credit/).fill('Sample photographer');
    await page.getByLabel(/agree that it is published/).check();
    const photo = { name: 'weavers.png', mimeType: 'image/png', buffer: pngOf(40, 30) };
    await page.locator('input[type=file]').setInputFiles(photo);
    await page.getByText('Picture: Sample photographer').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect((await focalPoint.get(`/laureates/${played.ngo}`)).body).toMatchObject({
      answer: 'accepted',
      proof: { outcome: 'correction', text: 'It is written with a small s.' },
      photo: { name: 'weavers.png', credit: 'Sample photographer', arrived: true },
    });
    await page.context().close();
  });

  it('is answered, with a reason, and its name corrected by the focal point on behalf', async () => {
    const { focalPoint } = played.people;
    const page = await pages.open(focalPoint, `/laureates/${played.firm}`);
    await page.getByText('You act for your country.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'laureate-focal-point');
    await page.getByLabel('Name in English').fill('Sample Company Limited');
    await page.getByLabel(/^Reason/).fill('As it is registered.');
    await page.getByRole('button', { name: 'Save the name' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sample Company Limited' }).waitFor();
    await page.getByRole('button', { name: 'Accept the award' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/^Why you answer/)
      .fill('They have no line today.');
    await page.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByText('The award is accepted. Thank you.').waitFor();
    await page.context().close();
  });

  it('is revoked by the secretariat, which then puts the runner-up in its place', async () => {
    const page = await pages.open(played.people.secretariat, `/laureates/${played.firm}`);
    await page.getByRole('button', { name: 'Revoke the award' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('what is public says that it was revoked').waitFor();
    await dialog.getByLabel(/^Reason/).fill('The licence was withdrawn.');
    await dialog.getByLabel('What everybody may read of the reason, in English').fill('Withdrawn by the committee.');
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'laureate-revoke');
    await dialog.getByRole('button', { name: 'Revoke the award' }).click();
    await page.getByText('The award was revoked.').waitFor();
    await page.getByRole('button', { name: 'Put the runner-up in the place' }).click();
    await dialog.getByLabel(/^Reason/).fill('The place is free.');
    await dialog.getByRole('button', { name: 'Put the runner-up in the place' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('shows how the result came about once the own record was published, and it can be checked', async () => {
    const { secretariat, focalPoint } = played.people;
    await playAnnouncement(played, ['public']);
    const bundles = `/panels/${played.cycleId}~SG-ngo/bundles`;
    const { hash } = (await secretariat.get<{ hash: string }>(`${bundles}/nominee`)).body;
    expect((await secretariat.post(`${bundles}/publish`, { audience: 'nominee', hash })).status).toBe(200);
    const award = await focalPoint.get<{ contact: { personId: string } }>(`/laureates/${played.ngo}`);
    const { personId } = award.body.contact;
    const about = { personId, laureateId: played.ngo, cycleId: played.cycleId, answerBy: new Date() };
    const page = await openByLink((await makeAwardLink(pages.api.db, about)).token, '/link/laureate');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the record' }).click(),
    ]);
    const { ok, audience } = verify(await readFile(await file.path(), 'utf8'));
    expect([file.suggestedFilename(), ok, audience]).toEqual(['result.json', true, 'nominee']);
    expect(await findBarriers(page)).toEqual([]);
    await expectNoSideways(page);
    await page.getByRole('heading', { name: 'How the result came about' }).scrollIntoViewIfNeeded();
    await shoot(page, 'laureate-check-phone');
    await page.context().close();
  });
});
