// Mission reports over HTTP: opened from the record, saved in versions, returned and approved, printed, published, erased.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportContent, ReportPart } from '../../domain/report/messages.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { editDocx } from '../support/form-samples.ts';
import { pngOf, readPdf } from '../support/pdf.ts';
import { type Played, playForum, playNominations } from '../support/played-cycle.ts';
import { sendFile, sending, sha256 } from '../support/uploads.ts';
import { putPictures } from '../support/word-pictures.ts';

type Report = {
  status: string;
  latest: number;
  content: ReportContent;
  returned: { version: number; note: string } | null;
  approved: { version: number; audience: string } | null;
  handedIn: { version: number; own: boolean } | null;
  published: number | null;
  superior: { personId: string } | null;
  superiors: { personId: string; role: string }[];
  may: { write: boolean; approve: boolean; publish: boolean; name: boolean };
  versions: { version: number; source: string; savedBy: string | null }[];
};
type Changes = { changes: { id: string; outcome: string; before: string; after: string }[] };

let api: TestApi;
let played: Played;
let delegate: TestClient;
let forumId: string;
let path: string;

beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
  forumId = await playForum(played);
  delegate = await api.grant('delegate', { award: 'sample', country: 'SG' });
  path = `/forums/${forumId}/delegations/SG/report`;
  const said = {
    ...{
      capacity: 'head',
      name: 'Sample Head',
      positions: { en: 'Sample director' },
      bodies: { en: 'Sample ministry' },
    },
    ...{ email: 'head@example.org', assignedBy: 'Sample letter 7', diet: 'No nuts' },
  };
  expect((await delegate.post(`/forums/${forumId}/delegations/SG/participants`, said)).status).toBe(201);
});
afterAll(() => api.close());

const read = async (client = delegate) => (await client.get<Report>(path)).body;
const textIn = ({ parts }: ReportContent, id: string) =>
  parts.find((part): part is Exclude<ReportPart, { kind: 'picture' }> => part.id === id && part.kind !== 'picture')
    ?.text;
const tasksOf = async (client: TestClient) =>
  (await client.get<{ items: { kind: string }[] }>('/me/tasks')).body.items.map(({ kind }) => kind);
const set = (content: ReportContent, id: string, text: string): ReportContent => ({
  ...content,
  parts: content.parts.map((part) => (part.id === id && part.kind !== 'picture' ? { ...part, text } : part)),
});
const save = (version: number, content: ReportContent, client = delegate) =>
  client.put<{ report: number; type?: string }>(path, { version, content });

describe('a report that nobody has saved', () => {
  it('opens with what the record says, each fact in its place, and the rest blank', async () => {
    const { status, latest, content, may } = await read();
    expect([status, latest, may]).toEqual(['none', 0, { write: true, approve: false, publish: false, name: false }]);
    expect(textIn(content, 'date')).toBe('21 November 2023');
    expect(textIn(content, 'hours')).toBe('09:30–16:00');
    expect([textIn(content, 'unit'), textIn(content, 'basis')]).toEqual(['Sample ministry', 'Sample letter 7']);
    expect(textIn(content, 'member-1')).toBe('Sample Head\nSample director');
    expect([textIn(content, 'outcome-text'), textIn(content, 'theme-1-moderator')]).toEqual(['', '']);
    expect(JSON.stringify(content)).not.toContain('nuts');
  });
  it('is not there for another country, nor for the secretariat', async () => {
    expect((await played.people.focalPointAbroad.get(path)).status).toBe(404);
    expect((await played.people.secretariat.get(path)).status).toBe(403);
  });
});

describe('SaveReport', () => {
  it('keeps each version, and says what differs', async () => {
    const { content } = await read();
    const first = await save(0, set(content, 'outcome-text', 'The sample forum was held.'));
    expect([first.status, first.body.report]).toEqual([200, 1]);
    const second = await save(1, set((await read()).content, 'follow-up-text', 'A sample meeting follows.'));
    expect(second.body.report).toBe(2);
    const { body } = await delegate.get<Changes>(`${path}/compare?from=1&to=2`);
    expect(body.changes).toMatchObject([
      { id: 'follow-up-text', outcome: 'changed', before: '', after: 'A sample meeting follows.' },
    ]);
    const { versions } = await read();
    expect(versions.map(({ version, source }) => [version, source])).toEqual([
      [2, 'web'],
      [1, 'web'],
    ]);
    const kept = await delegate.get<{ content: ReportContent }>(`${path}/versions/1`);
    expect(textIn(kept.body.content, 'follow-up-text')).toBe('');
  });
  it('writes over no version that was not read', async () => {
    const { content } = await read();
    const late = await save(1, set(content, 'purpose-text', 'Mine.'), played.people.focalPoint);
    expect([late.status, late.body]).toMatchObject([409, { type: '/problems/report-moved', allowed: { version: 2 } }]);
  });
  it('keeps what it says out of the events', async () => {
    const { rows } = await api.db.readPool.query<{ text: string }>(
      "select string_agg(data::text, '') as text from events where stream_id = $1",
      [`report/${forumId}/SG`],
    );
    for (const word of ['Sample Head', 'director', 'sample forum', 'ministry'])
      expect(rows[0]?.text).not.toContain(word);
  });
  it('names every field that is wrong', async () => {
    const { status, body } = await delegate.put(path, {
      version: 2,
      content: { title: '', language: 'en', parts: [] },
    });
    const fields = (body.errors as { field: string }[]).map(({ field }) => field);
    expect([status, fields.sort()]).toEqual([400, ['content.parts', 'content.title']]);
  });
});

describe('the superior', () => {
  it('returns the report with a note, and approves it once it is better', async () => {
    const handed = await delegate.post(`${path}/hand-in`, { version: 2 });
    expect(handed.status).toBe(200);
    expect((await save(2, set((await read()).content, 'purpose-text', 'X'))).body.type).toBe(
      '/problems/report-handed-in',
    );
    expect(await tasksOf(played.people.approver)).toContain('approve-report');
    expect(await tasksOf(delegate)).not.toContain('correct-report');
    const returned = await played.people.approver.post(`${path}/return`, { version: 2, note: 'Say who spoke.' });
    expect(returned.status).toBe(200);
    expect([await tasksOf(played.people.approver), await tasksOf(delegate)].flat()).toEqual(
      expect.not.arrayContaining(['approve-report']),
    );
    expect(await tasksOf(delegate)).toContain('correct-report');
    expect(await read()).toMatchObject({ status: 'returned', returned: { version: 2, note: 'Say who spoke.' } });
    expect((await save(2, set((await read()).content, 'others-list', 'Sample talk of Thailand'))).body.report).toBe(3);
    await delegate.post(`${path}/hand-in`, { version: 3 });
    const approved = await played.people.approver.post(`${path}/approve`, { version: 3, audience: 'public' });
    expect(approved.status).toBe(200);
    expect(await read()).toMatchObject({ status: 'approved', approved: { version: 3, audience: 'public' } });
  });
  it('may be another one, who is named by the focal point', async () => {
    const { superiors } = await read(played.people.focalPoint);
    const screener = played.people.screener.personId;
    const other = await api.grant('delegate', { award: 'sample', country: 'SG' });
    expect(superiors.length).toBeGreaterThan(0);
    expect((await played.people.screener.get(path)).status).toBe(404);
    await played.people.focalPoint.post(`${path}/superior`, { personId: screener });
    expect((await played.people.screener.get<Report>(path)).body.may).toMatchObject({ approve: true, write: false });
    expect((await save(3, set((await read()).content, 'others-list', 'Two sample talks'))).body.report).toBe(4);
    await other.post(`${path}/hand-in`, { version: 4 });
    const wrong = await played.people.approver.post(`${path}/approve`, { version: 4, audience: 'internal' });
    expect([wrong.status, wrong.body.type]).toEqual([409, '/problems/report-superior']);
    expect((await played.people.screener.post(`${path}/approve`, { version: 4, audience: 'internal' })).status).toBe(
      200,
    );
    const publish = await played.people.focalPoint.post(`${path}/publish`, {});
    expect([publish.status, publish.body.type]).toEqual([409, '/problems/report-internal']);
  });
});

describe('a report in Word', () => {
  it('comes back with what was edited, part by part, and is taken as a version of its own', async () => {
    const headers = { 'x-person': delegate.personId ?? '' };
    const docx = await fetch(`${api.url}/api/v1${path}/docx`, { headers });
    const edited = editDocx(new Uint8Array(await docx.arrayBuffer()), (xml) =>
      xml.replace('Sample director', 'Sample director-general'),
    );
    const back = (of: string, bytes: Buffer) =>
      fetch(`${api.url}/api/v1${of}/read`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        body: new Uint8Array(bytes),
      });
    const read = (await (await back(path, edited)).json()) as Changes & { latest: number; content: ReportContent };
    expect(read.changes).toMatchObject([{ id: 'member-1', outcome: 'changed' }]);
    expect(read.changes[0]?.after).toContain('director-general');
    const saved = await delegate.put<{ report: number }>(path, {
      ...{ version: read.latest, content: read.content, source: 'docx' },
    });
    expect(saved.body.report).toBe(read.latest + 1);
    const other = await api.grant('delegate', { award: 'sample', country: 'MM' });
    const foreign = await fetch(`${api.url}/api/v1/forums/${forumId}/delegations/MM/report/read`, {
      method: 'POST',
      headers: { 'x-person': other.personId ?? '', 'content-type': 'application/octet-stream' },
      body: new Uint8Array(edited),
    });
    expect([foreign.status, await foreign.json()]).toMatchObject([409, { type: '/problems/report-of-another' }]);
    const nothing = await back(path, Buffer.from('Sample'));
    expect([nothing.status, await nothing.json()]).toMatchObject([400, { type: '/problems/form-damaged' }]);
  });
});

describe('a picture in a Word document that comes back', () => {
  type Read = {
    latest: number;
    content: ReportContent;
    changes: { id: string; outcome: string; after: string }[];
    pictures: { fileId: string; name: string }[];
    notTaken: { name: string; why: string }[];
  };
  const headers = () => ({ 'x-person': delegate.personId ?? '' });
  const back = async (query: string, bytes: Buffer, client = delegate) =>
    fetch(`${api.url}/api/v1${path}/read${query}`, {
      method: 'POST',
      headers: { 'x-person': client.personId ?? '', 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    });
  it('is taken with its caption, once; one that says its place is told and stays away', async () => {
    const docx = await fetch(`${api.url}/api/v1${path}/docx`, { headers: headers() });
    const hall = new Uint8Array(pngOf(60, 40));
    const edited = putPictures(new Uint8Array(await docx.arrayBuffer()), 'purpose-text', [
      { name: 'image1.png', bytes: hall, caption: 'The sample hall' },
      { name: 'image2.jpg', bytes: readFileSync(join(import.meta.dirname, '..', 'data', 'photo-with-place.jpg')) },
    ]);
    const found = (await (await back('', edited)).json()) as Read;
    expect(found.notTaken).toEqual([{ name: 'image2.jpg', caption: '', why: 'place' }]);
    expect(found.changes).toMatchObject([{ outcome: 'added', after: 'The sample hall' }]);
    const fileId = found.pictures[0]?.fileId ?? '';
    // Reading keeps nothing.
    expect((await delegate.get(`${path}/pictures/${fileId}`)).status).toBe(404);
    const nobody = await back('/pictures?take=none', edited);
    expect([nobody.status, await nobody.json()]).toEqual([200, { taken: [] }]);
    for (const _again of [1, 2]) {
      const taken = await back(`/pictures?take=${fileId}`, edited);
      expect([taken.status, await taken.json()]).toEqual([200, { taken: [fileId] }]);
    }
    expect((await back(`/pictures?take=${fileId}`, edited, played.people.focalPointAbroad)).status).toBe(404);
    const kept = await fetch(`${api.url}/api/v1${path}/pictures/${fileId}`, { headers: headers() });
    expect([kept.status, new Uint8Array(await kept.arrayBuffer())]).toEqual([200, hall]);
    const { latest, content } = found;
    expect((await delegate.put(path, { version: latest, content, source: 'docx' })).status).toBe(200);
    const shown = (await read()).content.parts.filter(({ kind }) => kind === 'picture');
    expect(shown).toMatchObject([{ fileId, caption: 'The sample hall', credit: '' }]);
    // The same document once more has nothing new.
    const again = (await (await back('', edited)).json()) as Read;
    expect(again.pictures).toEqual([]);
  });
});

describe('a picture', () => {
  const pictures = () => `${path}/pictures`;
  const said = (bytes: Uint8Array, name: string, type: string) => ({
    ...{ name, type, size: bytes.length, sha256: sha256(bytes) },
  });
  it('stands in the report once it has come, and is shown to the delegation alone', async () => {
    const bytes = new Uint8Array(pngOf(60, 40));
    const { status, body } = await delegate.post<{ fileId: string }>(pictures(), said(bytes, 'hall.png', 'image/png'));
    expect(status).toBe(201);
    expect((await delegate.get(`${pictures()}/${body.fileId}`)).status).toBe(404);
    expect((await sendFile(sending(api, delegate), body.fileId, bytes)).status).toBe(204);
    const { latest, content } = await read();
    const picture = {
      id: 'own-picture',
      kind: 'picture' as const,
      fileId: body.fileId,
      caption: 'The hall',
      credit: 'Sample',
    };
    expect((await save(latest, { ...content, parts: [...content.parts, picture] })).status).toBe(200);
    expect((await delegate.get(`${pictures()}/${body.fileId}`)).status).toBe(200);
    expect((await played.people.focalPointAbroad.get(`${pictures()}/${body.fileId}`)).status).toBe(404);
    expect((await played.people.secretariat.get(`/files/${body.fileId}`)).status).toBe(404);
    const pdf = await fetch(`${api.url}/api/v1${path}/pdf`, { headers: { 'x-person': delegate.personId ?? '' } });
    const words = (await readPdf(new Uint8Array(await pdf.arrayBuffer()))).pages.join(' ');
    expect([words.includes('The hall'), words.includes('Picture: Sample')]).toEqual([true, true]);
  });
  it('is refused where it says where it was taken', async () => {
    const bytes = readFileSync(join(import.meta.dirname, '..', 'data', 'photo-with-place.jpg'));
    const { body } = await delegate.post<{ fileId: string }>(pictures(), said(bytes, 'place.jpg', 'image/jpeg'));
    const sent = await sendFile(sending(api, delegate), body.fileId, bytes);
    expect(sent.body).toMatchObject({ type: '/problems/file-refused', errors: [{ field: 'place' }] });
  });
});

describe('the reports of a forum', () => {
  type Line = {
    country: string;
    status: string;
    heldBy: string;
    holder: string | null;
    since: string;
    version: number;
  };
  const all = async (client: TestClient, query = '') =>
    (await client.get<{ items: Line[] }>(`/forums/${forumId}/reports${query}`)).body.items;
  it('stand in a list with who holds each and since when, and nothing of what they say', async () => {
    const { secretariat, focalPoint, screener } = played.people;
    const { latest } = await read();
    const of = async () => (await all(secretariat)).find(({ country }) => country === 'SG');
    expect(await of()).toMatchObject({ status: 'draft', heldBy: 'delegation', holder: null, version: latest });
    const before = (await of())?.since ?? '';
    await save(latest, set((await read()).content, 'others-list', 'Three sample talks'));
    // Written on: it lies where it lay.
    expect((await of())?.since).toBe(before);
    await delegate.post(`${path}/hand-in`, { version: latest + 1 });
    const handed = await of();
    expect(handed).toMatchObject({ status: 'handed-in', heldBy: 'superior', version: latest + 1 });
    expect(Date.parse(handed?.since ?? '')).toBeGreaterThan(Date.parse(before));
    // Whom the focal point has named.
    const person = await api.db.read
      .selectFrom('people')
      .select('name')
      .where('person_id', '=', screener.personId ?? '')
      .executeTakeFirstOrThrow();
    expect(handed?.holder).toBe(person.name);
    await screener.post(`${path}/return`, { version: latest + 1, note: 'Say more.' });
    expect(await of()).toMatchObject({ status: 'returned', heldBy: 'delegation', holder: null });
    expect((await all(secretariat, '?status=returned')).map(({ country }) => country)).toEqual(['SG']);
    expect((await all(secretariat)).find(({ country }) => country === 'TH')).toMatchObject({
      status: 'none',
      heldBy: 'nobody',
    });
    expect(JSON.stringify(await all(secretariat))).not.toContain('sample talks');
    const table = await fetch(`${api.url}/api/v1/forums/${forumId}/reports?format=csv`, {
      headers: { 'x-person': secretariat.personId ?? '' },
    });
    expect(await table.text()).toContain('returned');
    expect((await focalPoint.get(`/forums/${forumId}/reports`)).status).toBe(403);
  });
});

describe('a printed report', () => {
  it('says whose it is, which version and that it is approved', async () => {
    const answer = await fetch(`${api.url}/api/v1${path}/pdf?version=3`, {
      headers: { 'x-person': delegate.personId ?? '' },
    });
    const { pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    const words = pages.join(' ').replaceAll(/\s+/g, ' ');
    for (const fact of ['21 November 2023', 'Sample Head', 'not stated', 'Version 3 · draft'])
      expect(words).toContain(fact);
  });
});

describe('whoever is erased', () => {
  it('is no longer named in any version', async () => {
    const { person_id } = await api.db.read
      .selectFrom('participants')
      .select('person_id')
      .where('forum_id', '=', forumId)
      .executeTakeFirstOrThrow();
    await api.db.read.updateTable('people').set({ erased_at: new Date() }).where('person_id', '=', person_id).execute();
    for (const version of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const { body } = await delegate.get<{ content: ReportContent }>(`${path}/versions/${version}`);
      expect([version, textIn(body.content, 'member-1')]).toEqual([version, '']);
    }
  });
});
