// Rule 2, submitting: replaced until the cut-off; files that are what they say and come in time; receipts; consent; letters.
import { randomUUID } from 'node:crypto';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { readPdf } from '../support/pdf.ts';
import { draftBy, type Played, playNominations } from '../support/played-cycle.ts';
import { sampleDefinition } from '../support/samples.ts';
import { begin, bytesOf, facts, sendFile, sending, sendPiece } from '../support/uploads.ts';

const pdf = 'application/pdf';
const attachment = (key: string, changes: object = {}) => ({
  ...{ key, label: { en: key }, types: [pdf], maxBytes: 1e6 },
  ...changes,
});
const base = sampleDefinition();
const definition = sampleDefinition('national', {
  form: {
    ...base.form,
    attachments: [
      attachment('certificate', { required: true }),
      attachment('photo', { types: ['image/png', 'text/plain'], maxCount: 2, maxBytes: 12_000_000 }),
    ],
  },
});

let api: TestApi;
let played: Played;
let applicant: TestClient;
beforeAll(async () => {
  api = await openTestApi(definition);
  played = await playNominations(api);
  ({ applicant } = played.people);
});
afterAll(() => api.close());

type DraftFile = { fileId: string; hash: string; state: string };
type Draft = { version: number; files: DraftFile[] };

async function register(nominationId: string, bytes: Uint8Array, field = 'certificate', changes: object = {}) {
  const file = { ...facts(bytes), field, ...changes };
  const { body } = await applicant.post<Draft>(`/drafts/nomination/${nominationId}/files`, file);
  return body.files.find(({ hash }) => hash === file.hash)?.fileId ?? '';
}
const send = (fileId: string, bytes: Uint8Array) => sendFile(sending(api, applicant), fileId, bytes);

const answers = (name: string) => ({ name: { en: name }, title: { en: `Sample title of ${name}` } });
async function save(nominationId: string, name: string): Promise<number> {
  const path = `/drafts/nomination/${nominationId}`;
  const { version } = (await applicant.get<Draft>(path)).body;
  const saved = await applicant.put<Draft>(path, { baseVersion: version, content: answers(name) });
  return saved.body.version;
}
/** A nomination with its certificate registered, and submitted. */
async function submitted(bytes = bytesOf.pdf()) {
  const nominationId = await draftBy(played, applicant, 'ngo');
  const fileId = await register(nominationId, bytes);
  const draftVersion = await save(nominationId, `Sample ${nominationId}`);
  const done = await applicant.post(`/nominations/${nominationId}/submit`, { draftVersion });
  expect(done.status).toBe(200);
  return { nominationId, fileId, bytes };
}

describe('a file', () => {
  it('is uploaded once it is registered, and has arrived then', async () => {
    const { nominationId, fileId, bytes } = await submitted();
    expect(await send(fileId, bytes)).toMatchObject({ status: 204 });
    const { body } = await applicant.get(`/nominations/${nominationId}/documents`);
    expect(body).toMatchObject({ items: [{ fileId, state: 'arrived', field: 'certificate' }], missing: [] });
  });
  it('may come whole with its announcement', async () => {
    const { nominationId, fileId, bytes } = await submitted();
    expect((await begin(sending(api, applicant), fileId, bytes.length, bytes)).status).toBe(201);
    const { body } = await applicant.get(`/nominations/${nominationId}/documents`);
    expect(body).toMatchObject({ missing: [] });
  });
  it('is not uploaded by anyone but those who edit the form', async () => {
    const { fileId, bytes } = await submitted();
    const { otherApplicant, screener } = played.people;
    expect(await sendFile(sending(api, otherApplicant), fileId, bytes)).toMatchObject({ status: 404 });
    expect(await sendFile(sending(api, screener), fileId, bytes)).toMatchObject({ status: 403 });
    expect((await begin({ url: api.url }, fileId, bytes.length)).status).toBe(401);
  });
  it('is not uploaded where nothing was registered', async () => {
    expect((await begin(sending(api, applicant), randomUUID(), 10)).status).toBe(404);
  });
  it('goes on where it broke off', async () => {
    const bytes = bytesOf.pdf('x'.repeat(5_000));
    const { nominationId, fileId } = await submitted(bytes);
    const first = await upload(bytes, fileId, { stopAfter: 1 });
    const second = await upload(bytes, fileId, { uploadUrl: first.url });
    expect([first.offsets, second.offsets[0]]).toEqual([[0], 1_000]);
    const { body } = await applicant.get(`/nominations/${nominationId}/documents`);
    expect(body).toMatchObject({ missing: [] });
  });
  it('comes in pieces of 5 MB at most', async () => {
    const bytes = bytesOf.png('x'.repeat(6_000_000));
    const nominationId = await draftBy(played, applicant, 'ngo');
    const fileId = await register(nominationId, bytes, 'photo', { type: 'image/png' });
    await begin(sending(api, applicant), fileId, bytes.length);
    const refused = await sendPiece(sending(api, applicant), fileId, bytes);
    expect([refused.status, await refused.json()]).toMatchObject([413, { type: '/problems/piece-too-large' }]);
  });
});

describe('bytes that are not what was registered', () => {
  it.for([
    ['another content', bytesOf.pdf('a'), bytesOf.pdf('b'), pdf, 'hash'],
    ['another type', bytesOf.png('c'), bytesOf.png('c'), pdf, 'type'],
    ['no text', Buffer.from([1, 2, 0, 255]), Buffer.from([1, 2, 0, 255]), 'text/plain', 'type'],
  ] as const)('are refused: %s; the registration stays', async ([, said, sent, type, field]) => {
    const nominationId = await draftBy(played, applicant, 'ngo');
    const fileId = await register(nominationId, said, type === pdf ? 'certificate' : 'photo', { type });
    const refused = await send(fileId, sent);
    expect(refused).toMatchObject({ status: 400, body: { type: '/problems/file-refused', errors: [{ field }] } });
    expect((await begin(sending(api, applicant), fileId, said.length)).status).toBe(201);
    const draft = await applicant.get(`/drafts/nomination/${nominationId}`);
    expect(draft.body).toMatchObject({ files: [{ fileId, state: 'registered' }] });
  });
  it('are taken when the right ones are sent again', async () => {
    const { fileId, bytes } = await submitted(bytesOf.pdf('right'));
    expect(await send(fileId, bytesOf.pdf('wrong'))).toMatchObject({ status: 400 });
    expect(await send(fileId, bytes)).toMatchObject({ status: 204 });
    expect(await send(fileId, bytes)).toMatchObject({ status: 409, body: { type: '/problems/file-arrived' } });
  });
  it('are refused before they come where the form takes no such file', async () => {
    const nominationId = await draftBy(played, applicant, 'ngo');
    const fileId = await register(nominationId, bytesOf.png('d'), 'certificate', { type: 'image/png' });
    const refused = await begin(sending(api, applicant), fileId, bytesOf.png('d').length);
    expect([refused.status, await refused.json()]).toMatchObject([400, { errors: [{ code: 'file-type' }] }]);
    const big = await register(nominationId, bytesOf.pdf('e'), 'certificate', { size: 2_000_000 });
    expect(await (await begin(sending(api, applicant), big, 2_000_000)).json()).toMatchObject({
      errors: [{ code: 'file-size' }],
    });
  });
  it('are refused when their length is another than was registered', async () => {
    const { fileId, bytes } = await submitted();
    expect((await begin(sending(api, applicant), fileId, bytes.length + 1)).status).toBe(400);
  });
  it.for([
    ['an offset that is none', { 'upload-offset': 'abc' }, 'Upload-Offset'],
    ['an offset below nothing', { 'upload-offset': '-1' }, 'Upload-Offset'],
    ['another media type', { 'content-type': 'text/plain' }, 'Content-Type'],
    ['another version of the protocol', { 'tus-resumable': '0.2' }, 'Tus-Resumable'],
    ['several uploads to be joined', { 'upload-concat': 'partial' }, 'Upload-Concat'],
  ] as const)('are refused with the header named: %s', async ([, changes, field]) => {
    const { fileId, bytes } = await submitted();
    await begin(sending(api, applicant), fileId, bytes.length);
    const piece = { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
    const headers = { 'x-person': applicant.personId ?? '', ...piece, ...changes };
    const res = await fetch(`${api.url}/api/v1/uploads/${fileId}`, { method: 'PATCH', headers, body: bytes });
    expect([res.status, await res.json()]).toMatchObject([400, { errors: [{ field }] }]);
  });
  it('are not registered under the key of another file', async () => {
    const path = `/drafts/nomination/${await draftBy(played, applicant, 'ngo')}/files`;
    const headers = { 'idempotency-key': randomUUID() };
    const file = (bytes: Uint8Array) => ({ ...facts(bytes), field: 'certificate' });
    const first = file(bytesOf.pdf());
    expect((await applicant.post(path, first, headers)).status).toBe(201);
    expect((await applicant.post(path, first, headers)).status).toBe(201);
    expect(await applicant.post(path, file(bytesOf.pdf()), headers)).toMatchObject({
      ...{ status: 422, body: { type: '/problems/idempotency-key-reused' } },
    });
  });
  it('are taken as a text where they are one', async () => {
    const nominationId = await draftBy(played, applicant, 'ngo');
    const bytes = bytesOf.text();
    const fileId = await register(nominationId, bytes, 'photo', { type: 'text/plain' });
    expect(await send(fileId, bytes)).toMatchObject({ status: 204 });
  });
});

describe('a download', () => {
  it('is for those who may see the nomination, and never shown in the page', async () => {
    const { fileId, bytes } = await submitted();
    await send(fileId, bytes);
    const { screener, screenerAbroad, otherApplicant, secretariat } = played.people;
    for (const client of [applicant, screener, secretariat]) {
      const { status, headers } = await client.get(`/files/${fileId}`);
      expect([status, headers.get('content-disposition')]).toEqual([
        200,
        `attachment; filename="sample.pdf"; filename*=UTF-8''sample.pdf`,
      ]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    for (const client of [screenerAbroad, otherApplicant])
      expect(await client.get(`/files/${fileId}`)).toMatchObject({ status: 404 });
    const response = await fetch(`${api.url}/api/v1/files/${fileId}`, {
      headers: { 'x-person': applicant.personId ?? '' },
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });
  it("is not for the desk while it is a draft's", async () => {
    const nominationId = await draftBy(played, applicant, 'ngo');
    const bytes = bytesOf.pdf();
    const fileId = await register(nominationId, bytes);
    await send(fileId, bytes);
    expect((await applicant.get(`/files/${fileId}`)).status).toBe(200);
    expect((await played.people.screener.get(`/files/${fileId}`)).status).toBe(404);
  });
  it('says so while the bytes are missing', async () => {
    const { fileId } = await submitted();
    const problem = { status: 409, body: { type: '/problems/file-not-arrived' } };
    expect(await applicant.get(`/files/${fileId}`)).toMatchObject(problem);
  });
});

describe('a receipt', () => {
  type Receipt = { number: string; version: number; files: object[]; received: object; fingerprint: string };
  const receipts = async (nominationId: string) =>
    (await applicant.get<{ items: Receipt[] }>(`/nominations/${nominationId}/receipts?zone=Asia/Tokyo`)).body.items;

  it('has a number, the time in both zones, the files and the fingerprints', async () => {
    const { nominationId, bytes } = await submitted();
    const [receipt] = await receipts(nominationId);
    expect(receipt).toMatchObject({
      version: 1,
      number: expect.stringMatching(/^SG-NGO-\d{4}$/),
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      files: [{ name: 'sample.pdf', field: 'certificate', sha256: facts(bytes).hash, size: bytes.length }],
      received: {
        governing: { zone: 'Asia/Singapore', text: expect.stringMatching(/Asia\/Singapore \(UTC\+08:00\)$/) },
        reader: { zone: 'Asia/Tokyo', text: expect.stringMatching(/Asia\/Tokyo \(UTC\+09:00\)$/) },
      },
    });
  });
  it('is one for each version, all under the same number; the last version counts and all stay', async () => {
    const { nominationId } = await submitted();
    const draftVersion = await save(nominationId, 'Sample replaced');
    await applicant.post(`/nominations/${nominationId}/submit`, { draftVersion });
    const [first, second] = await receipts(nominationId);
    expect([first?.version, second?.version]).toEqual([1, 2]);
    expect(second?.number).toBe(first?.number);
    expect(second?.fingerprint).not.toBe(first?.fingerprint);
    expect((await applicant.get(`/nominations/${nominationId}/receipts/1`)).body).toMatchObject({ version: 1 });
    expect((await applicant.get(`/nominations/${nominationId}/receipts/3`)).status).toBe(404);
  });
  it('is printed in the language and the zone of who reads it', async () => {
    const { nominationId, bytes } = await submitted();
    const [receipt] = await receipts(nominationId);
    const printed = (language: string, version = 1) =>
      fetch(
        `${api.url}/api/v1/nominations/${nominationId}/receipts/${version}/pdf?language=${language}&zone=Asia/Tokyo`,
        {
          headers: { 'x-person': applicant.personId ?? '' },
        },
      );
    const response = await printed('th');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toContain(`receipt-${receipt?.number}-v1.pdf`);
    const { pages } = await readPdf(Buffer.from(await response.arrayBuffer()));
    const words = [
      'เอกสารแนบ',
      receipt?.number,
      receipt?.fingerprint,
      facts(bytes).hash,
      'sample.pdf',
      'Asia/Singapore',
      'Asia/Tokyo',
    ];
    for (const word of words) expect(pages.join('')).toContain(word);
    const english = await readPdf(Buffer.from(await (await printed('en')).arrayBuffer()));
    expect(english.outline.map(({ title }) => title)).toEqual(['Receipt of a nomination', 'The form', 'Files']);
    expect((await printed('en', 2)).status).toBe(404);
  });
  it('has a number of its own, also of those that come at once', async () => {
    const all = await Promise.all([submitted(), submitted(), submitted()]);
    const numbers = await Promise.all(all.map(async ({ nominationId }) => (await receipts(nominationId))[0]?.number));
    expect(new Set(numbers).size).toBe(3);
  });
});

describe('forwarding', () => {
  let early: string;
  beforeAll(async () => {
    early = (await submitted()).nominationId;
  });
  const screen = async (nominationId: string) => {
    for (const { key: item } of definition.checklist)
      await played.acts.nomination(
        { type: 'RecordCheck', data: { nominationId, item, outcome: 'passed', note: '' } },
        by('screener'),
      );
  };
  it('waits for the required files, which may come after the cut-off; the screening sees what is missing', async () => {
    const [late, never] = [await submitted(), await submitted()];
    await played.acts.country(
      { type: 'CloseCountryPhase', data: { cycleId: played.cycleId, iso2: 'SG', phase: 'nomination' } },
      by('approver'),
    );
    for (const { nominationId } of [late, never]) await screen(nominationId);
    const { approver, screener } = played.people;
    const forward = ({ nominationId }: typeof late) => approver.post(`/nominations/${nominationId}/forward`);
    expect(await forward(late)).toMatchObject({
      status: 409,
      body: { type: '/problems/documents-missing', allowed: { fields: ['certificate'] } },
    });
    expect((await screener.get(`/nominations/${late.nominationId}`)).body).toMatchObject({
      missing: [{ fileId: late.fileId, field: 'certificate', name: 'sample.pdf' }],
    });
    expect(await send(late.fileId, late.bytes)).toMatchObject({ status: 204 });
    expect(await forward(late)).toMatchObject({ status: 200 });
    expect(await forward(never)).toMatchObject({ status: 409 });
  });
  it('goes by what was submitted before the cut-off: it is not replaced after it', async () => {
    const draftVersion = await save(early, 'Sample too late');
    const refused = await applicant.post(`/nominations/${early}/submit`, { draftVersion });
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/phase-not-open' } });
    const { body } = await played.people.screener.get(`/nominations/${early}`);
    expect(body).toMatchObject({ version: 1, content: { name: { en: `Sample ${early}` } } });
  });
  it('takes no file that is registered after the cut-off', async () => {
    const nominationId = await draftBy(played, applicant, 'ngo');
    const bytes = bytesOf.pdf();
    const fileId = await register(nominationId, bytes);
    expect(await send(fileId, bytes)).toMatchObject({ status: 409, body: { type: '/problems/too-late' } });
  });
  it('takes one under a dispensation, for its category alone', async () => {
    const { cycleId } = played;
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const granted = { step: 'nomination', category: 'ngo', until, reason: 'Flood.', authority: 'Note 4' };
    const path = `/cycles/${cycleId}/countries/SG/dispensations`;
    expect((await played.people.secretariat.post(path, granted)).status).toBe(201);
    for (const [category, status] of [
      ['ngo', 204],
      ['private', 409],
    ] as const) {
      const nominationId = await draftBy(played, applicant, category);
      const bytes = bytesOf.pdf();
      const fileId = await register(nominationId, bytes);
      expect(await send(fileId, bytes)).toMatchObject({ status });
    }
  });
});

/** By the client that a browser would use, a thousand bytes at a time. */
function upload(bytes: Buffer, fileId: string, { stopAfter, uploadUrl }: { stopAfter?: number; uploadUrl?: string }) {
  return new Promise<{ url: string; offsets: number[] }>((resolve, reject) => {
    const offsets: number[] = [];
    const end = () => resolve({ url: sent.url ?? '', offsets });
    const sent = new Upload(bytes, {
      endpoint: `${api.url}/api/v1/uploads`,
      ...(uploadUrl !== undefined && { uploadUrl }),
      chunkSize: 1_000,
      retryDelays: [],
      metadata: { fileId },
      headers: { 'x-person': applicant.personId ?? '' },
      onBeforeRequest: (request) => {
        const offset = request.getHeader('Upload-Offset');
        if (request.getMethod() === 'PATCH' && offset !== undefined) offsets.push(Number(offset));
      },
      onChunkComplete: () => {
        if (offsets.length === stopAfter) void sent.abort().then(end);
      },
      onSuccess: end,
      onError: reject,
    });
    sent.start();
  });
}
