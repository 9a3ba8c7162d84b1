// The public pages in a browser: whole without a script, without barriers, on phones, on paper, and with the visitor's zone.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadHistory } from '../../api/load-history.ts';
import { publicPages } from '../../api/pages/pages.ts';
import { loadDefinitions } from '../../files/definitions.ts';
import { readHistory } from '../../files/history.ts';
import { by, planSample } from '../support/acts.ts';
import type { TestClient } from '../support/api.ts';
import {
  expectNoSideways,
  findBarriers,
  type Look,
  newContext,
  openPages,
  type Pages,
  shoot,
} from '../support/pages.ts';
import { pngOf } from '../support/pdf.ts';
import { playAnnouncement, playLaureates, playNominations, playSchedule } from '../support/played-cycle.ts';
import { sendFile, sending, sha256 } from '../support/uploads.ts';

let pages: Pages;
let places: { [name: string]: string };

beforeAll(async () => {
  pages = await openPages();
  const { api } = pages;
  const { definition: rdpe } = (await loadDefinitions()).get('rdpe') ?? { definition: api.definition };
  const history = await readHistory('rdpe');
  if (history !== null) await loadHistory(api.db, history, { ...by('secretariat'), commandId: randomUUID() });
  const hour = 3_600;
  const lengths = { nomination: hour, screening: hour, judging: hour, decision: hour };
  const call = await planSample(api.db, rdpe, ['TH', 'KH', 'MM'], lengths, {}, 8);
  await call.acts.cycle({ type: 'OpenPhase', data: { cycleId: call.cycleId, phase: 'nomination' } }, by('process'));
  const played = await playNominations(api);
  await playLaureates(played);
  const { ngo } = played;
  await playAnnouncement(played, ['country', 'press', 'public']);
  const forumId = await playSchedule(pages.api, played);
  await publishPicture(forumId, await api.grant('forum-staff', { forum: forumId }));
  places = {
    front: '/',
    laureates: '/laureates',
    award: '/laureates/rdpe',
    edition: '/laureates/rdpe/3',
    laureate: `/laureates/sample/1/${ngo}`,
    calls: '/calls',
    call: `/calls/${call.cycleId}/TH`,
    forums: '/forums',
    forum: `/forums/${forumId}`,
    theme: `/forums/${forumId}?by=theme&zone=Asia/Bangkok`,
    country: `/forums/${forumId}?by=country`,
    session: `/forums/${forumId}/sessions/first~main`,
    files: `/forums/${forumId}/files`,
    changes: `/forums/${forumId}/changes`,
    today: `/forums/${forumId}/today`,
    proceedings: `/forums/${forumId}/proceedings`,
    embed: `/forums/${forumId}/embed`,
    verify: '/verify',
    missing: '/nothing',
  };
  for (const place of [places.laureate, places.files, places.call])
    await vi.waitFor(async () => expect((await fetch(`${api.url}${place}`)).status).toEqual(200), { timeout: 20_000 });
  await vi.waitFor(async () => linkOn(places.forum, 'speakers'), { timeout: 20_000 });
  places.speaker = await linkOn(places.forum, 'speakers');
  places.talk = await linkOn(places.forum, 'talks');
});
afterAll(() => pages.close());

/** Wider than a phone, in the proceedings of a session. */
async function publishPicture(forumId: string, staff: TestClient): Promise<void> {
  const [session, bytes] = [`/forums/${forumId}/proceedings/first~main`, new Uint8Array(pngOf(1200, 300))];
  const said = { name: 'hall.png', type: 'image/png', size: bytes.length, sha256: sha256(bytes) };
  const { fileId } = (await staff.post<{ fileId: string }>(`${session}/pictures`, said)).body;
  await sendFile(sending(pages.api, staff), fileId, bytes);
  const pictures = [{ fileId, caption: { en: 'The hall' }, credit: 'Sample photographer' }];
  const content = { points: { en: ['Sample point'] }, pictures };
  const saved = await staff.put<{ version: number }>(session, { version: 0, content });
  await staff.post(`${session}/record`, { draft: saved.body.version });
  expect((await staff.post(`${session}/publish`, { version: 1 })).status).toEqual(200);
}

/** The first address on a page that leads to such a part of the forum. */
async function linkOn(place: string | undefined, part: string): Promise<string> {
  const text = await (await fetch(`${pages.api.url}${place}`)).text();
  const found = new RegExp(`href="(/forums/[^"/]+/${part}/[^"?]+)`).exec(text)?.[1];
  if (found === undefined) throw new Error(`No way to ${part} on ${place}.`);
  return found;
}

async function visit(place: string, look: Look) {
  const context = await newContext(pages.browser, look);
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${place} throws: ${error.stack}`));
  await page.goto(`${pages.api.url}${place}`);
  return page;
}

/** The page's path with its parts left open, as a whole. */
const shapeOf = (path: string) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`);

describe('the public pages', () => {
  it('are all looked at here', () => {
    const seen = Object.values(places).map((place) => place.split('?')[0] ?? '');
    expect(Object.keys(publicPages).filter((path) => !seen.some((one) => shapeOf(path).test(one)))).toEqual([]);
  });
  it('have no barriers, in light and in English on a desk', async () => {
    for (const [name, place] of Object.entries(places)) {
      const page = await visit(place, {});
      expect([name, await findBarriers(page)]).toEqual([name, []]);
      await shoot(page, `public-${name}`);
      await page.context().close();
    }
  });
  it('fit a phone, in the dark and in Thai', async () => {
    for (const [name, place] of Object.entries(places)) {
      const page = await visit(place, { width: 360, language: 'th', scheme: 'dark' });
      expect(await page.locator('html').getAttribute('lang')).toEqual('th');
      await expectNoSideways(page);
      expect([name, await findBarriers(page, 'colours')]).toEqual([name, []]);
      if (name === 'front' || name === 'forum') await shoot(page, `public-${name}-th-phone`);
      await page.context().close();
    }
  });
  it('show the pictures of the proceedings within a phone', async () => {
    const page = await visit(places.proceedings ?? '', { width: 360 });
    await page.getByRole('img', { name: 'The hall' }).scrollIntoViewIfNeeded();
    const seen = '[...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth === 1200)';
    await expect.poll(() => page.evaluate(seen)).toBe(true);
    await expectNoSideways(page);
    await page.context().close();
  });
  it('are whole where no script may run: read, followed, and asked for another zone', async () => {
    const page = await visit('/', { script: false, zone: 'Asia/Yangon' });
    await page.getByRole('link', { name: 'Twelfth forum' }).click();
    await page.getByText('09:45–10:00', { exact: true }).waitFor();
    await page.getByLabel('Times also in').selectOption('Asia/Bangkok');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('= 08:45–09:00 (Asia/Bangkok)').waitFor();
    await page.getByRole('link', { name: 'By theme' }).click();
    await page.getByRole('heading', { name: 'Empowering Communities' }).waitFor();
    expect(await page.getByText('= 08:45–09:00 (Asia/Bangkok)').count()).toEqual(1);
    await page.getByRole('link', { name: 'Sample organisation of ngo' }).click();
    await page.getByText('Published here').waitFor();
    await page.context().close();
  });
  it('show the visitor’s own zone where a script may run', async () => {
    const page = await visit(places.forum ?? '', { zone: 'Asia/Tokyo' });
    await page.getByText('= 10:45–11:00 (Asia/Tokyo)').waitFor();
    expect(await page.getByLabel('Times also in').inputValue()).toEqual('Asia/Tokyo');
    await page.context().close();
  });
  it('are set in a font of ours for every script', async () => {
    const page = await visit(places.forum ?? '', {});
    await page.evaluate('document.fonts.ready');
    const loaded = await page.evaluate<string[]>(
      "[...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('\"', ''))",
    );
    for (const family of ['Noto Sans', 'Noto Sans Thai', 'Noto Sans Khmer', 'Noto Sans Lao', 'Noto Sans Myanmar'])
      expect(loaded).toContain(family);
    await page.context().close();
  });
  it('print without what is only for the screen, and with the addresses of sources', async () => {
    const page = await visit(places.edition ?? '', {});
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: 'Pages' }).isVisible()).toEqual(false);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toEqual(true);
    const printed = await page.evaluate<string>(
      "getComputedStyle(document.querySelector('a.source'), '::after').content",
    );
    expect(printed).toContain('http://mizzima.com/');
    await page.context().close();
  });
});
