// The day of a forum over HTTP: late and on time again, told to everybody with the embargo; proceedings written and published.
import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { textOf } from '../../documents/forms/read-docx.ts';
import { nodesIn, readXml, type XmlNode } from '../../documents/forms/xml.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { pngOf, readPdf } from '../support/pdf.ts';
import {
  type Played,
  playAnnouncement,
  playForum,
  playLaureates,
  playNominations,
  playSchedule,
} from '../support/played-cycle.ts';
import { sendFile, sending, sha256 } from '../support/uploads.ts';

type Day = {
  release: number | null;
  sessions: {
    block: string;
    room: string;
    late: number;
    note: string;
    talks: {
      id: string | null;
      organisation: object | null;
      minute: number;
      late: number;
      localStart: string;
      nowLocalStart: string;
    }[];
  }[];
};
type Draft = { version: number; content: object };

let api: TestApi;
let played: Played;
let staff: TestClient;
let rapporteur: TestClient;
let empty: string;
let forumId: string;

beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
  empty = await playForum(played);
  forumId = await playSchedule(api, played);
  staff = await api.grant('forum-staff', { forum: forumId });
  rapporteur = await api.grant('rapporteur', { forum: forumId });
  // What is published follows the log.
  await vi.waitFor(async () => expect((await today()).release).toBe(1), { timeout: 20_000 });
});
afterAll(() => api.close());

const today = async (client = staff) => (await client.get<Day>(`/forums/${forumId}/today`)).body;

describe('the day', () => {
  it('says that nothing is released yet', async () => {
    const other = await api.grant('forum-staff', { forum: empty });
    expect((await other.get<Day>(`/forums/${empty}/today`)).body).toMatchObject({ release: null, sessions: [] });
    const late = { block: 'first', room: 'main', from: 600, minutes: 10 };
    const refused = await other.post(`/forums/${empty}/delays`, late);
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/nothing-released']);
  });
  it('shows what is late beside what was released, which stays', async () => {
    const before = await today();
    const [session] = before.sessions;
    const [talk] = session?.talks ?? [];
    const late = {
      block: session?.block,
      room: session?.room,
      from: talk?.minute,
      minutes: 15,
      note: 'The opening took longer.',
    };
    expect((await staff.post(`/forums/${forumId}/delays`, late)).status).toBe(200);
    const [now] = (await today()).sessions;
    expect([now?.late, now?.note]).toEqual([15, 'The opening took longer.']);
    expect(now?.talks[0]).toMatchObject({ late: 15, localStart: talk?.localStart });
    expect(now?.talks[0]?.nowLocalStart).not.toBe(talk?.localStart);
    const back = { ...late, minutes: 0, note: '' };
    expect((await staff.post(`/forums/${forumId}/delays`, back)).status).toBe(200);
    expect((await today()).sessions[0]?.late).toBe(0);
  });
  it('names nobody to everybody who is under embargo', async () => {
    const nobody = await fetch(`${api.url}/api/v1/public/forums/${forumId}/today`);
    const { sessions } = (await nobody.json()) as Day;
    const talks = sessions.flatMap((session) => session.talks);
    expect(talks.length).toBeGreaterThan(0);
    expect(talks.every(({ id, organisation }) => id === null && organisation === null)).toBe(true);
    const page = await fetch(`${api.url}/forums/${forumId}/today`);
    expect(page.status).toBe(200);
  });
});

describe('proceedings', () => {
  const at = () => `/forums/${forumId}/proceedings/first~main`;
  const content = {
    points: { en: ['Sample point', 'Another'], th: ['ประเด็นตัวอย่าง'] },
    recommendations: { en: ['Go on'] },
  };
  it('are saved as they are written, over no version that was not read', async () => {
    expect((await rapporteur.get<Draft>(at())).body).toMatchObject({ version: 0 });
    const first = await rapporteur.put<{ version: number }>(at(), { version: 0, content });
    expect([first.status, first.body.version]).toEqual([200, 1]);
    const again = await rapporteur.put<{ version: number }>(at(), { version: 0, content });
    expect([again.status, again.body.version]).toEqual([200, 1]);
    const late = await staff.put(at(), { version: 0, content: { points: { en: ['Mine'] } } });
    expect([late.status, late.body]).toMatchObject([
      409,
      { type: '/problems/proceedings-draft-moved', allowed: { version: 1 } },
    ]);
  });
  it('are recorded by whoever wrote them, and public on a decision alone', async () => {
    expect((await rapporteur.post(`${at()}/record`, { draft: 1 })).status).toBe(200);
    const seen = await rapporteur.get<{ sessions: object[] }>(`/forums/${forumId}/proceedings`);
    expect(seen.body.sessions).toContainEqual(
      expect.objectContaining({ session: 'first~main', latest: 1, published: null }),
    );
    expect((await rapporteur.post(`${at()}/publish`, { version: 1 })).status).toBe(403);
    const early = await staff.post(`${at()}/publish`, { version: 1 });
    expect([early.status, early.body.type]).toEqual([409, '/problems/proceedings-embargoed']);
    const open = await fetch(`${api.url}/api/v1/public/forums/${forumId}/proceedings`);
    expect(await open.json()).toMatchObject({ themes: [] });
  });
  it('come together by theme on paper', async () => {
    const headers = { 'x-person': staff.personId ?? '' };
    const path = `${api.url}/api/v1/forums/${forumId}/proceedings-paper`;
    const pdf = await fetch(`${path}?language=th`, { headers });
    const { pages } = await readPdf(new Uint8Array(await pdf.arrayBuffer()));
    for (const words of ['ประเด็นตัวอย่าง', 'Go on', '21 พฤศจิกายน 2566']) expect(pages.join(' ')).toContain(words);
    const docx = await fetch(`${path}?format=docx`, { headers });
    expect([docx.status, docx.headers.get('content-type')]).toMatchObject([
      200,
      expect.stringContaining('wordprocessingml'),
    ]);
  });
  it('are printed in the language that is asked for, and say of each text that is not in it in which it is', async () => {
    const other = `/forums/${forumId}/proceedings/first~second`;
    const alone = { points: { en: ['Said in the other room'] }, recommendations: { en: [], th: ['ทำต่อไป'] } };
    const saved = await rapporteur.put<{ version: number }>(other, { version: 0, content: alone });
    expect((await rapporteur.post(`${other}/record`, { draft: saved.body.version })).status).toBe(200);
    const print = async (query: string) => {
      const path = `${api.url}/api/v1/forums/${forumId}/proceedings-paper?${query}`;
      const answer = await fetch(path, { headers: { 'x-person': staff.personId ?? '' } });
      return new Uint8Array(await answer.arrayBuffer());
    };
    const { pages } = await readPdf(await print('format=pdf&language=th'));
    const thai = pages.join(' ');
    for (const words of ['ประเด็นตัวอย่าง', 'ทำต่อไป', 'Said in the other room', 'Go on']) expect(thai).toContain(words);
    // Once for the points of the one room, once for the recommendations of the other.
    expect(thai.split('บันทึกไว้เฉพาะภาษาอังกฤษ').length - 1).toBe(2);
    const english = (await readPdf(await print('format=pdf&language=en'))).pages.join(' ');
    for (const words of ['Sample point', 'Said in the other room', 'Written in Thai only:', 'ทำต่อไป'])
      expect(english).toContain(words);
    expect(english).not.toContain('ประเด็นตัวอย่าง');
    const files = unzipSync(await print('format=docx&language=th'));
    const part = (name: string) => readXml(strFromU8(files[`word/${name}.xml`] ?? new Uint8Array()));
    const marks = (of: XmlNode) => [...nodesIn(of, 'lang')].map(({ attributes }) => attributes);
    expect(marks(part('styles'))).toContainEqual({ val: 'en-GB', bidi: 'th-TH' });
    const runs = [...nodesIn(part('document'), 'r')].map((run) => [textOf(run), marks(run)]);
    expect(runs).toContainEqual(['ประเด็นตัวอย่าง', []]);
    expect(runs).toContainEqual(['บันทึกไว้เฉพาะภาษาอังกฤษ', []]);
    expect(runs).toContainEqual(['Said in the other room', [{ val: 'en-GB' }]]);
  });
  it('hold pictures, which everybody sees with what is published alone', async () => {
    const bytes = new Uint8Array(pngOf(60, 40));
    const said = { name: 'hall.png', type: 'image/png', size: bytes.length, sha256: sha256(bytes) };
    const { status, body } = await rapporteur.post<{ fileId: string }>(`${at()}/pictures`, said);
    expect(status).toBe(201);
    expect((await sendFile(sending(api, rapporteur), body.fileId, bytes)).status).toBe(204);
    const picture = `/forums/${forumId}/proceedings-pictures/${body.fileId}`;
    expect((await staff.get(picture)).status).toBe(200);
    expect((await staff.get(`/public${picture}`)).status).toBe(404);
    const pictures = [{ fileId: body.fileId, caption: { en: 'The hall' }, credit: 'Sample' }];
    const saved = await rapporteur.put<{ version: number }>(at(), { version: 1, content: { ...content, pictures } });
    expect((await rapporteur.post(`${at()}/record`, { draft: saved.body.version })).status).toBe(200);
    const headers = { 'x-person': staff.personId ?? '' };
    const pdf = await fetch(`${api.url}/api/v1/forums/${forumId}/proceedings-paper?language=en`, { headers });
    const { pages } = await readPdf(new Uint8Array(await pdf.arrayBuffer()));
    for (const words of ['The hall', 'Picture: Sample']) expect(pages.join(' ')).toContain(words);
  });
  it('are a Word document with the pictures, their words, and alternative text, in each language', async () => {
    const docx = async (language: string) => {
      const path = `${api.url}/api/v1/forums/${forumId}/proceedings-paper?format=docx&language=${language}`;
      const answer = await fetch(path, { headers: { 'x-person': staff.personId ?? '' } });
      const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
      const media = Object.entries(files).filter(([name]) => name.startsWith('word/media/'));
      const xml = readXml(strFromU8(files['word/document.xml'] ?? new Uint8Array()));
      const alts = [...nodesIn(xml, 'docPr')].map(({ attributes }) => attributes.descr);
      return { media: media.map(([, bytes]) => Buffer.from(bytes)), alts, text: textOf(xml) };
    };
    const english = await docx('en');
    expect(english.media).toEqual([pngOf(60, 40)]);
    expect(english.alts).toEqual(['The hall']);
    for (const words of [
      'Proceedings',
      'Sample point',
      'Recommendations',
      'The hall · Picture: Sample',
      '21 November 2023',
    ])
      expect(english.text).toContain(words);
    const thai = (await docx('th')).text;
    for (const words of ['สรุปผลการเสวนา', 'ประเด็นตัวอย่าง', 'ที่มาของภาพ: Sample']) expect(thai).toContain(words);
    expect(thai).not.toContain('Sample point');
    const khmer = (await docx('km')).text;
    for (const words of ['អនុសាសន៍', '21 វិច្ឆិកា 2023', 'Sample point']) expect(khmer).toContain(words);
  });
  it('are not there for a session that the programme does not have', async () => {
    expect((await rapporteur.get(`/forums/${forumId}/proceedings/first~cellar`)).status).toBe(404);
    expect((await staff.get(`/forums/${randomUUID()}/proceedings`)).status).toBe(404);
  });
});

describe('once the laureates are public', () => {
  const session = () => `/forums/${forumId}/proceedings/first~main`;
  const report = () => `/forums/${forumId}/delegations/SG/report`;
  const everybody = () => api.as(null);
  const page = async () => (await fetch(`${api.url}/forums/${forumId}/proceedings`)).text();
  const paper = async (path: string) => {
    const answer = await fetch(`${api.url}/api/v1/public/forums/${forumId}/${path}`);
    return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
  };
  beforeAll(async () => {
    await playLaureates(played);
  });

  it('proceedings are published version by version, and taken back', async () => {
    const { body } = await staff.get<{ sessions: { session: string; latest: number }[] }>(
      `/forums/${forumId}/proceedings`,
    );
    const version = body.sessions.find((one) => one.session === 'first~main')?.latest ?? 0;
    expect((await staff.post(`${session()}/publish`, { version })).body.type).toBe('/problems/proceedings-embargoed');
    await playAnnouncement(played, ['country', 'laureate', 'press', 'public']);
    expect((await staff.post(`${session()}/publish`, { version })).status).toBe(200);
    type Public = { themes: { points: { en: string[] } }[] };
    const open = await everybody().get<Public>(`/public/forums/${forumId}/proceedings`);
    const [theme] = open.body.themes;
    expect(theme?.points.en).toEqual(['Sample point', 'Another']);
    const words = await page();
    const picture = /proceedings-pictures\/[0-9a-f-]{36}/.exec(words)?.[0] ?? '';
    expect((await paper(picture)).status).toBe(200);
    for (const word of ['Sample point', 'Go on', 'The hall']) expect(words).toContain(word);
    const { bytes } = await paper('proceedings-paper?format=pdf&language=en');
    expect((await readPdf(bytes)).pages.join(' ')).toContain('Sample point');
    // What is recorded afterwards is not public by that.
    const draft = { version: 2, content: { points: { en: ['Said later'] } } };
    const saved = await rapporteur.put<{ version: number }>(session(), draft);
    expect((await rapporteur.post(`${session()}/record`, { draft: saved.body.version })).status).toBe(200);
    expect(await page()).not.toContain('Said later');
    expect((await staff.post(`${session()}/withdraw`, { reason: 'A name is wrong.' })).status).toBe(200);
    expect(await page()).not.toContain('Sample point');
    expect((await everybody().get<Public>(`/public/forums/${forumId}/proceedings`)).body.themes).toEqual([]);
    expect((await paper(picture)).status).toBe(404);
  });
  it('a mission report is published as it was approved, and taken back', async () => {
    const delegate = await api.grant('delegate', { award: 'sample', country: 'SG' });
    const { approver } = played.people;
    type Report = { content: { parts: { id: string; text?: string }[] } };
    const { content } = (await delegate.get<Report>(report())).body;
    const write = (version: number, text: string) =>
      delegate.put(report(), {
        version,
        content: {
          ...content,
          parts: content.parts.map((part) => (part.id === 'outcome-text' ? { ...part, text } : part)),
        },
      });
    await write(0, 'What everybody may read.');
    expect((await approver.post(`${report()}/publish`, {})).body.type).toBe('/problems/report-not-approved');
    await delegate.post(`${report()}/hand-in`, { version: 1 });
    await approver.post(`${report()}/approve`, { version: 1, audience: 'public' });
    expect((await paper('reports/SG/pdf')).status).toBe(404);
    expect((await approver.post(`${report()}/publish`, {})).status).toBe(200);
    await write(1, 'What nobody has approved.');
    const open = await everybody().get<{ items: object[] }>(`/public/forums/${forumId}/reports`);
    expect(open.body.items).toMatchObject([{ country: 'SG', version: 1 }]);
    expect(await page()).toContain(`/api/v1/public/forums/${forumId}/reports/SG/pdf`);
    const words = (await readPdf((await paper('reports/SG/pdf')).bytes)).pages.join(' ');
    expect([words.includes('What everybody may read.'), words.includes('nobody has approved')]).toEqual([true, false]);
    expect((await paper('reports/MM/pdf')).status).toBe(404);
    for (const path of [report(), `${report()}/pdf`, `${report()}/versions/1`])
      expect([path, (await everybody().get(path)).status]).toEqual([path, 401]);
    expect((await approver.post(`${report()}/retract`, { reason: 'A name is wrong.' })).status).toBe(200);
    expect((await paper('reports/SG/pdf')).status).toBe(404);
    expect(await page()).not.toContain('reports/SG/pdf');
  });
});
