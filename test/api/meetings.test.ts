// A panel's meeting over HTTP: the agenda from the board, its versions, and the minutes on paper.
import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodesIn, readXml, type XmlNode } from '../../documents/forms/xml.ts';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { headingsOf } from '../support/form-samples.ts';
import { readPdf } from '../support/pdf.ts';
import { nameJudges, type Scoring, scoringSample, sealSample, signSample } from '../support/scoring.ts';

const names = ['Hill Water', 'Mekong Seed', 'Island Solar'];
let api: TestApi;
let secretariat: TestClient;
let focal: TestClient;

beforeAll(async () => {
  api = await openTestApi();
  secretariat = await api.grant('secretariat', { award: 'sample' });
  focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
});
afterAll(() => api.close());

type Item = {
  itemId: string;
  nominationId: string | null;
  title: string;
  flags: string[];
  noted: { noteId: string }[];
};
type Meeting = { version: number; items: Item[]; zone: string; members: { judgeId: string }[] };

async function sealed(points: (number | number[])[] = [5, 5, 2]): Promise<Scoring> {
  const sample = await scoringSample(api, { names });
  await nameJudges(api.db, sample.judges);
  await sealSample(sample, points);
  return sample;
}
const declare = ({ cycleId, acts, entries, member }: Scoring, place: number) =>
  acts.judge(
    {
      type: 'DeclareConflict',
      data: { cycleId, judgeId: member, nominationId: entries[place] ?? '', kind: 'family', reason: 'A cousin.' },
    },
    by('judge', member),
  );
const pathOf = ({ panel }: Scoring) => `/panels/${panel}/meeting`;
const sent = ({ itemId, nominationId, title }: Item) => ({ itemId, nominationId, title });

async function load(client: TestClient, path: string) {
  const response = await fetch(`${api.url}/api/v1${path}`, { headers: { 'x-person': client.personId ?? '' } });
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
}

describe('the agenda of a meeting', () => {
  it('is suggested from the board: flagged, then equal, then the rest, with who must leave', async () => {
    const sample = await sealed();
    await declare(sample, 2);
    const { body } = await api.as(sample.chair).get<Meeting & { items: { mustLeave: object[] }[] }>(pathOf(sample));
    const [a, b, c] = sample.entries;
    const [first, ...equal] = body.items.map(({ nominationId }) => nominationId);
    expect([body.version, first, equal.toSorted()]).toEqual([0, c, [a, b].toSorted()]);
    expect(body.items[0]?.mustLeave).toEqual([{ judgeId: sample.member, name: 'Sample Member', because: 'declared' }]);
    expect(body.items.map(({ flags }) => flags.includes('tie'))).toEqual([false, true, true]);
  });
  it('is kept in the order that the chair gives it, with items of its own, and never over a newer version', async () => {
    const sample = await sealed();
    const [chair, path] = [api.as(sample.chair), pathOf(sample)];
    const { body } = await chair.get<Meeting>(path);
    const welcome = { itemId: randomUUID(), title: 'Welcome and agenda' };
    const items = [welcome, ...body.items.toReversed().map(sent)];
    const keep = { version: 0, zone: 'Asia/Bangkok', heldAt: '2026-09-01T02:00:00.000Z', place: 'Room 4', items };
    expect((await chair.put(path, keep)).body).toEqual({ version: 1 });
    const kept = await secretariat.get<Meeting>(path);
    expect(kept.body.items.map(({ itemId }) => itemId)).toEqual(items.map(({ itemId }) => itemId));
    expect(kept.body).toMatchObject({ version: 1, place: 'Room 4', heldAt: keep.heldAt });
    const late = await api.as(sample.deputy).put(path, keep);
    expect([late.status, late.body.type, late.body.allowed]).toEqual([409, '/problems/meeting-moved', { version: 1 }]);
    const stray = { ...keep, version: 1, present: [randomUUID()] };
    expect((await chair.put(path, stray)).body).toMatchObject({ errors: [{ field: 'present.0' }] });
  });
  it('is not there for a leader who keeps away from an entry, nor for members and desks', async () => {
    const sample = await sealed();
    expect((await api.as(sample.member).get(pathOf(sample))).status).toEqual(403);
    expect((await focal.get(pathOf(sample))).status).toEqual(403);
    const { cycleId, acts, chair, entries } = sample;
    const data = {
      cycleId,
      judgeId: chair,
      nominationId: entries[0] ?? '',
      kind: 'family',
      reason: 'A cousin.',
    } as const;
    await acts.judge({ type: 'DeclareConflict', data }, by('judge', chair));
    for (const path of [pathOf(sample), `/panels/${sample.panel}/minutes/pdf`])
      expect((await api.as(chair).get(path)).status).toEqual(404);
    expect((await api.as(sample.deputy).get(pathOf(sample))).status).toEqual(200);
  });
});

describe('a motion', () => {
  it('is voted on by name, stands in the minutes, and is refused to who keeps away from its entry', async () => {
    const sample = await sealed([5, 4, 2]);
    await declare(sample, 2);
    const chair = api.as(sample.chair);
    const [, , entry = ''] = sample.entries;
    const motion = { itemId: entry, text: 'To ask for the accounts.' };
    const yes = (judgeId: string) => ({ judgeId, choice: 'for' });
    const votes = `/panels/${sample.panel}/votes`;
    const barred = await chair.post(votes, { entries: [entry], motion, votes: [yes(sample.member)] });
    expect([barred.status, barred.body.type]).toEqual([409, '/problems/conflict']);
    const cast = [yes(sample.chair), { judgeId: sample.deputy, choice: 'against' }];
    const put = { entries: [entry], motion, votes: cast, left: [sample.member] };
    expect((await chair.post(votes, put)).status).toEqual(200);
    expect((await secretariat.get(pathOf(sample))).body).toMatchObject({
      motions: [{ ...motion, votes: cast, left: [sample.member] }],
    });
    const { bytes } = await load(secretariat, `/panels/${sample.panel}/minutes/pdf`);
    const words = (await readPdf(bytes)).pages.join('');
    for (const said of ['Motion: To ask for the accounts.', 'For: 1. Against: 1. Abstained: 0.', 'Had left the room'])
      expect(words).toContain(said);
  });
});

describe('a decision that departs from the ranking', () => {
  it('says why, and the minutes show both', async () => {
    const sample = await sealed([5, 4, 2]);
    const [first = '', second = ''] = sample.entries;
    const [chair, path] = [api.as(sample.chair), `/panels/${sample.panel}/decision`];
    const names = { laureates: [second], runnersUp: [first], reasons: 'After a long talk.' };
    expect((await chair.post(path, names)).body.type).toEqual('/problems/order-differs');
    const departure = 'The first has closed its doors.';
    expect((await chair.post(path, { ...names, departure })).status).toEqual(200);
    expect((await focal.get(path)).body).toMatchObject({ decision: { departure } });
    const { bytes } = await load(api.as(sample.chair), `/panels/${sample.panel}/minutes/pdf`);
    const words = (await readPdf(bytes)).pages.join('');
    for (const said of [departure, '100.00', '80.00']) expect(words).toContain(said);
  });
});

describe('the minutes of a close result', () => {
  it('say of the ranking as a whole why to talk about it', async () => {
    const sample = await sealed([5, 5, 2]);
    const chair = api.as(sample.chair);
    type Flags = { flags: { flag: string; shown: string | null }[] };
    const { flags } = (await chair.get<Flags>(`/panels/${sample.panel}/board`)).body;
    const lead = flags.find(({ flag }) => flag === 'close-lead')?.shown;
    expect(lead).toEqual('0.00');
    const { bytes } = await load(chair, `/panels/${sample.panel}/minutes/pdf`);
    expect((await readPdf(bytes)).pages.join('')).toContain('The first leads the second by 0.00 of 100 only.');
  });
});

/** A meeting that was held: one left, one flag was answered, one of two notes is to be in the minutes. */
async function held(): Promise<Scoring> {
  const sample = await sealed([5, 4, 2]);
  await declare(sample, 2);
  const [chair, path] = [api.as(sample.chair), pathOf(sample)];
  const [first = '', , last = ''] = sample.entries;
  for (const text of ['The wells hold in the dry season.', 'Between us alone.'])
    await api.as(sample.deputy).post(`/panels/${sample.panel}/entries/${first}/notes`, { text });
  const { body } = await chair.get<Meeting>(path);
  const [note] = body.items.find(({ nominationId }) => nominationId === first)?.noted ?? [];
  const course: { [id: string]: object } = {
    [first]: { said: 'The panel praised the upkeep.', notes: [note?.noteId] },
    [last]: { left: [sample.member], answers: [{ flag: 'conflict', text: 'The member left at once.' }] },
  };
  const items = body.items.map((item) => ({ ...sent(item), ...course[item.itemId] }));
  const present = [sample.chair, sample.member];
  await chair.put(path, {
    version: 0,
    zone: 'Asia/Bangkok',
    heldAt: '2026-09-01T02:00:00.000Z',
    place: 'Room 4',
    present,
    items,
  });
  await signSample(sample);
  return sample;
}

describe('the minutes', () => {
  it('say who was there and left, what was flagged and answered, the notes that were chosen, scores and decision', async () => {
    const sample = await held();
    const { status, bytes } = await load(api.as(sample.chair), `/panels/${sample.panel}/minutes/pdf`);
    expect(status).toEqual(200);
    const { pages, outline } = await readPdf(bytes);
    const words = pages.join('');
    for (const said of [
      ...['Room 4', 'September 1, 2026', 'Not present', 'Sample Deputy', 'Left the room for this item: Sample Member'],
      ...['Somebody must leave', 'The member left at once.', 'The panel praised the upkeep.'],
      ...['The wells hold in the dry season.', '100.00', 'As the rubric ranks them.', 'Laureate 1', 'Signature'],
    ])
      expect(words).toContain(said);
    expect(words).not.toContain('Between us alone.');
    expect(words).not.toContain('cousin');
    expect(outline.map(({ title }) => title)).toContain('Votes by name on equal entries');
  });
  it('show a country’s desk no score that the award does not publish', async () => {
    const sample = await held();
    const { bytes } = await load(focal, `/panels/${sample.panel}/minutes/pdf`);
    const words = (await readPdf(bytes)).pages.join('');
    expect(words).toContain('There are no scores to be shown here.');
    expect(words).not.toContain('100.00');
  });
  it('come in Thai, and as a document whose structure Word reads', async () => {
    const sample = await held();
    const path = `/panels/${sample.panel}/minutes`;
    const { outline } = await readPdf((await load(secretariat, `${path}/pdf?language=th`)).bytes);
    expect(outline[0]?.title).toEqual('รายงานการประชุมคณะกรรมการ');
    const files = unzipSync((await load(secretariat, `${path}/docx?language=th`)).bytes);
    for (const part of ['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/styles.xml'])
      expect(Object.keys(files)).toContain(part);
    const body = readXml(strFromU8(files['word/document.xml'] ?? new Uint8Array()));
    const said = textOf(body);
    for (const words of ['ผู้มาประชุม', 'ออกจากที่ประชุมระหว่างพิจารณาวาระนี้: Sample Member', 'ลายมือชื่อ'])
      expect(said).toContain(words);
    const rows = [...nodesIn(body, 'tbl')].map((table) =>
      [...nodesIn(table, 'tr')].map((row) => [...nodesIn(row, 'tc')].length),
    );
    expect(rows.every((counts) => new Set(counts).size === 1)).toEqual(true);
    const depths = headingsOf(strFromU8(files['word/document.xml'] ?? new Uint8Array()));
    expect(depths).toContain(3);
    expect(depths.filter((depth, at) => depth > (depths[at - 1] ?? 0) + 1)).toEqual([]);
    expect(strFromU8(files['word/footer1.xml'] ?? new Uint8Array())).toContain('>PAGE<');
  });
});

const textOf = (node: XmlNode): string =>
  node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
