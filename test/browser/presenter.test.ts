// The presenter's screen: invited, told what the talk is about and when, slides sent, the place confirmed.
import { randomUUID } from 'node:crypto';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTalkLink } from '../../db/links.ts';
import { by } from '../support/acts.ts';
import type { TestClient } from '../support/api.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { type Played, playForum, playLaureates, playNominations } from '../support/played-cycle.ts';
import { bytesOf } from '../support/uploads.ts';

let pages: Pages;
let played: Played;
let talk: string;
let presenter: TestClient;
type Talk = {
  presenter: { personId: string };
  status: string;
  topics: { title: object }[];
  mode: string;
  windows: object[];
  busy: object[];
  speaker: { personId: string } | null;
  profile: object | null;
  slides: { name: string; arrived: boolean }[];
};
beforeAll(async () => {
  pages = await openPages();
  played = await playNominations(pages.api);
  await playLaureates(played);
  const forumId = await playForum(played);
  const invitation = { laureateId: played.ngo, email: 'speaker@example.org', name: 'Sample speaker', language: 'en' };
  const asked = await played.people.secretariat.post(`/forums/${forumId}/talks`, invitation);
  expect(asked.status).toBe(201);
  talk = `${forumId}~${played.ngo}`;
  presenter = pages.api.as((await read()).presenter.personId);
});
afterAll(() => pages.close());

const read = async () => (await played.people.secretariat.get<Talk>(`/talks/${talk}`)).body;

describe('the talk of a presenter', () => {
  it('is confirmed, described in two languages, timed and given its slides on a phone', async () => {
    const page = await pages.open(presenter, `/talks/${talk}`, { width: 360 });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Please answer the invitation by').waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'presenter-phone');
    await page.getByRole('button', { name: 'I will speak' }).click();
    await page.getByText('You have said that you will speak. Thank you.').waitFor();
    await page.getByRole('button', { name: 'Save the topics' }).click();
    await page.getByRole('form', { name: 'What the talk is about' }).getByRole('alert').first().waitFor();
    await page.getByLabel('Title in English').fill('Looms for all');
    await page.getByLabel('Title in Thai').fill('หูกทอผ้าสำหรับทุกคน');
    await page.getByRole('button', { name: 'Save the topics' }).click();
    await page.getByText('Saved.').first().waitFor();
    await page.getByLabel('From afar').check();
    await page.getByRole('button', { name: 'Add a time' }).click();
    await page.getByLabel('Time 1, from').fill('10:00');
    await page.getByLabel('Time 1, to').fill('11:30');
    await page.getByRole('button', { name: 'Save the times' }).click();
    await expect.poll(async () => (await read()).windows).toEqual([{ from: 600, to: 690 }]);
    const chooser = page.locator('input[type=file]');
    await chooser.setInputFiles({
      name: 'talk.ppt',
      mimeType: 'application/vnd.ms-powerpoint',
      buffer: Buffer.from('x'),
    });
    await page.getByText('This type of file is not taken here. Taken are: PDF, PPTX, ODP, or Keynote').waitFor();
    const key = Buffer.from(zipSync({ 'Index/Document.iwa': new Uint8Array(9), 'Index/Slide.iwa': new Uint8Array(9) }));
    await chooser.setInputFiles({ name: 'talk.key', mimeType: '', buffer: key });
    await page.getByText('Please send a copy as PDF beside the presentation').waitFor();
    await page.getByText('PDF copy asked for').first().waitFor();
    const file = { name: 'slides.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytesOf.pdf()) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('link', { name: 'slides.pdf' }).waitFor();
    await page.getByText('Slides are there').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    const said = { en: 'Looms for all', th: 'หูกทอผ้าสำหรับทุกคน' };
    expect(await read()).toMatchObject({
      ...{ status: 'confirmed', topics: [{ title: said }], mode: 'remote' },
      slides: [
        { name: 'talk.key', arrived: true },
        { name: 'slides.pdf', arrived: true },
      ],
    });
    await page.context().close();
  });

  it('is given by another person, who comes by a link without an account', async () => {
    const page = await pages.open(presenter, `/talks/${talk}`, { width: 360 });
    await page.getByLabel('Acronym').fill('LFA');
    await page.getByLabel('What the acronym stands for, in English').fill('Looms for all');
    await page.getByLabel('Aims in English, one a line').fill('Work for all\nCloth for schools');
    await page.getByRole('button', { name: 'Save the topics' }).click();
    await expect
      .poll(async () => (await read()).topics)
      .toMatchObject([
        { acronym: 'LFA', standsFor: { en: 'Looms for all' }, aims: { en: ['Work for all', 'Cloth for schools'] } },
      ]);
    await page.getByRole('button', { name: 'Somebody else speaks instead' }).click();
    await page.getByLabel(/^Name of the speaker/).fill('Sample deputy');
    await page.getByLabel(/^E-mail address/).fill('deputy@example.org');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Name this speaker' }).click();
    await page.getByText('Sample deputy speaks. Sample speaker answers for the talk.').waitFor();
    await page.context().close();
    const [forumId = ''] = talk.split('~');
    const personId = (await read()).speaker?.personId ?? '';
    const of = { forumId, laureateId: played.ngo, cycleId: played.cycleId, day: '2023-11-21', personId };
    const { token } = await makeTalkLink(pages.api.db, of);
    const link = await pages.open(null, `/link#${token}`, { width: 360 });
    await link.getByRole('heading', { level: 2, name: 'Who speaks' }).waitFor();
    expect(await link.getByRole('button', { name: 'Withdraw' }).count()).toBe(0);
    await link.getByLabel('Position in English').fill('Director');
    await link.getByRole('button', { name: 'Save the profile' }).click();
    await expect.poll(async () => (await read()).profile).toMatchObject({ position: { en: 'Director' } });
    await link.getByRole('button', { name: 'Add another meeting' }).click();
    await link.getByLabel('Meeting 1', { exact: true }).fill('Senior officials');
    await link.getByRole('button', { name: 'Save the times' }).click();
    await expect.poll(async () => (await read()).busy).toMatchObject([{ what: 'Senior officials' }]);
    await expectNoSideways(link);
    expect(await findBarriers(link)).toEqual([]);
    await shoot(link, 'talk-by-link');
    await link.context().close();
    const again = await pages.open(presenter, `/talks/${talk}`, { width: 360 });
    await again.getByRole('button', { name: 'Take back', exact: true }).click();
    await again.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
    await again.getByText('Sample speaker was asked and speaks.').waitFor();
    await again.context().close();
  });

  it('is confirmed again where the programme places it, and where it is moved', async () => {
    const [forumId = ''] = talk.split('~');
    const { acts, ngo } = played;
    const at = (slot: number) => ({ block: 'first', room: 'main', slot });
    const proposalId = randomUUID();
    await acts.forum({ type: 'RequestSchedule', data: { forumId, proposalId } }, by('secretariat'));
    const speaker = { person: presenter.personId ?? '', country: 'SG', category: 'ngo', theme: null, available: [] };
    const placed = { placements: [{ talk: ngo, ...at(1) }], unplaced: [], talks: [{ ...speaker, talk: ngo }] };
    await acts.forum({ type: 'ProposeSchedule', data: { forumId, proposalId, ...placed } }, by('process'));
    await acts.forum({ type: 'ReleaseSchedule', data: { forumId, name: 'First', note: '' } }, by('secretariat'));
    const page = await pages.open(presenter, `/talks/${talk}`, { width: 360 });
    await page.getByText('Main room, release “First”').waitFor();
    await page.getByText('Please confirm this place').waitFor();
    await page.getByRole('button', { name: 'The place suits me' }).click();
    await page.getByText('You have confirmed this place.').waitFor();
    await acts.forum({ type: 'MoveTalk', data: { forumId, talk: ngo, place: at(2) } }, by('secretariat'));
    await acts.forum({ type: 'ReleaseSchedule', data: { forumId, name: 'Second', note: '' } }, by('secretariat'));
    await page.getByText('Your talk was moved: please confirm the new place').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'I cannot then' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Why/).fill('My flight lands at noon.');
    await dialog.getByRole('button', { name: 'Say so' }).click();
    await page.getByText('You have said that this place does not suit').waitFor();
    await shoot(page, 'presenter-refused', false);
    await page.getByRole('button', { name: 'It suits me after all' }).click();
    await page.getByText('You have confirmed this place.').waitFor();
    await page.context().close();
  });

  it('is found from the menu, in Thai, in the dark, and may be withdrawn with a reason', async () => {
    const page = await pages.open(presenter, '/talks', { language: 'th', scheme: 'dark' });
    await page.getByRole('listitem').getByRole('link').first().click();
    await page.getByRole('heading', { level: 2, name: 'หัวข้อการนำเสนอ' }).waitFor();
    expect(await findBarriers(page, 'colours')).toEqual([]);
    await shoot(page, 'presenter-th');
    await page.getByRole('button', { name: 'ถอนตัว' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/^เหตุผล/)
      .fill('เดินทางไม่ได้');
    await page.getByRole('dialog').getByRole('button', { name: 'ถอนตัว' }).click();
    await page.getByText('ปฏิเสธคำเชิญแล้ว').waitFor();
    expect((await read()).status).toBe('declined');
    await page.context().close();
  });
});
