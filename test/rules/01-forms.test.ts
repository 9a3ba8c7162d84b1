// Rule 1, open call: the form outside the browser, filled in with an office program and taken back into the draft.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { codeOf, must, save } from '../support/desk.ts';
import { editDocx, everyKind, fillPlace, runs } from '../support/form-samples.ts';
import { draftBy, type Played, playNominations } from '../support/played-cycle.ts';

type Line = { ref: string; outcome: string; text: string; saved: string; savedByName: string | null };
type Report = { dryRun: boolean; version: number; madeFrom: number; lines: Line[]; type: string; detail: string };

let api: TestApi;
let played: Played;
let applicant: TestClient;
beforeAll(async () => {
  api = await openTestApi(everyKind);
  played = await playNominations(api);
  applicant = played.people.applicant;
});
afterAll(() => api.close());

const content = { name: { en: 'Sample' }, summary: 'It began.', members: 12 };
const started = async () => {
  const id = await draftBy(played, applicant, 'ngo');
  await save(applicant, id, content);
  return id;
};

async function download(client: TestClient, id: string, format = 'docx') {
  const response = await fetch(`${api.url}/api/v1/drafts/nomination/${id}/form?format=${format}`, {
    headers: { 'x-person': client.personId ?? '' },
  });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
async function upload(client: TestClient, id: string, bytes: Buffer, query = '') {
  const response = await fetch(`${api.url}/api/v1/drafts/nomination/${id}/form${query}`, {
    method: 'POST',
    headers: { 'x-person': client.personId ?? '', 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Report };
}
const filled = async (id: string, texts: { [ref: string]: string }) =>
  editDocx((await download(applicant, id)).bytes, (xml) =>
    Object.entries(texts).reduce((now, [ref, text]) => fillPlace(now, ref, runs(text)), xml),
  );
const draftOf = async (id: string) =>
  must(await applicant.get<{ content: object; version: number }>(`/drafts/nomination/${id}`)).body;
const outcomes = ({ lines }: Report) =>
  lines.flatMap(({ ref, outcome }) => (outcome === 'unchanged' ? [] : [`${ref} ${outcome}`]));

describe('the form of a draft', () => {
  it.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('is downloaded as %s and changes nothing when it comes back as it is', async (format, type) => {
    const id = await started();
    const { status, headers, bytes } = await download(applicant, id, format);
    expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      ...[200, type, `attachment; filename="nomination-${id.slice(0, 8)}-v2.${format}"`],
    ]);
    const before = await draftOf(id);
    const { body } = await upload(applicant, id, bytes);
    expect([body.madeFrom, outcomes(body), await draftOf(id)]).toEqual([2, [], before]);
  });
  it('is not for those who do not see the draft', async () => {
    const id = await started();
    const { otherApplicant, applicantAbroad, screener } = played.people;
    const asked = await Promise.all([otherApplicant, applicantAbroad, screener].map((who) => download(who, id)));
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 403]);
    const file = await filled(id, { members: '13' });
    const sent = await Promise.all([otherApplicant, screener].map((who) => upload(who, id, file)));
    expect(sent.map(({ status }) => status)).toEqual([404, 403]);
  });
});

describe('a filled form', () => {
  it('is tried first, place by place, and changes nothing by that', async () => {
    const id = await started();
    const before = await draftOf(id);
    const file = await filled(id, { 'name.en': 'Sample, renamed', members: 'many', summary: 'It goes on well.' });
    const { status, body } = await upload(applicant, id, file, '?dryRun=true');
    expect([status, body.dryRun, outcomes(body)]).toEqual([
      ...[200, true, ['name.en taken', 'members refused', 'summary taken']],
    ]);
    expect(await draftOf(id)).toEqual(before);
  });
  it('is saved section by section as any save is, and sent again changes nothing', async () => {
    const id = await started();
    const file = await filled(id, { 'name.en': 'Sample, renamed', members: 'many', summary: 'It goes on well.' });
    const { body } = await upload(applicant, id, file);
    expect([outcomes(body), body.version]).toEqual([['name.en taken', 'members refused', 'summary taken'], 4]);
    expect((await draftOf(id)).content).toEqual({
      ...{ name: { en: 'Sample, renamed' }, members: 12, summary: 'It goes on well.' },
    });
    const again = await upload(applicant, id, file);
    expect([outcomes(again.body), again.body.version]).toEqual([['members refused'], 4]);
  });
  it('loses nothing of what was saved since it was downloaded', async () => {
    const id = await started();
    const file = await filled(id, { summary: 'Mine.', members: '13' });
    await save(applicant, id, { ...content, summary: 'Theirs.', phone: '+65 6123 4567' });
    const { body } = await upload(applicant, id, file);
    expect(outcomes(body)).toEqual(['members taken', 'summary conflict']);
    expect(body.lines.find(({ ref }) => ref === 'summary')).toMatchObject({
      ...{ text: 'Mine.', saved: 'Theirs.', savedByName: 'Sample person' },
    });
    expect((await draftOf(id)).content).toEqual({
      ...{ name: { en: 'Sample' }, members: 13, summary: 'Theirs.', phone: '+65 6123 4567' },
    });
  });
  it('is taken where it is in conflict when somebody who has seen that version says so', async () => {
    const id = await started();
    const file = await filled(id, { summary: 'Mine.' });
    await save(applicant, id, { ...content, summary: 'Theirs.' });
    const tried = await upload(applicant, id, file, '?dryRun=true&take=summary');
    expect(outcomes(tried.body)).toEqual(['summary taken']);
    const take = `?take=summary&version=${tried.body.version}`;
    await save(applicant, id, { ...content, summary: 'Theirs, later.' });
    const late = await upload(applicant, id, file, take);
    expect([late.status, late.body.type]).toEqual([409, '/problems/draft-moved']);
    const { body } = await upload(applicant, id, file, `?take=summary&version=${(await draftOf(id)).version}`);
    expect([outcomes(body), (await draftOf(id)).content]).toEqual([
      ...[['summary taken'], { ...content, summary: 'Mine.' }],
    ]);
  });
  it('sent at the same time as others save keeps what both have written', async () => {
    const id = await started();
    const file = await filled(id, { 'name.en': 'Sample, renamed', summary: 'Mine.' });
    const path = `/drafts/nomination/${id}/sections/work`;
    const section = { summary: content.summary, phone: '+65 6123 4567' };
    const [sent, saved] = await Promise.all([
      upload(applicant, id, file),
      applicant.put(path, { baseVersion: 2, content: section }),
    ]);
    expect([sent.status, [200, 409].includes(saved.status)]).toEqual([200, true]);
    expect((await draftOf(id)).content).toMatchObject({ name: { en: 'Sample, renamed' }, summary: 'Mine.' });
  });
  it('of another nomination is not taken', async () => {
    const [id, other] = [await started(), await started()];
    const { status, body } = await upload(applicant, id, await filled(other, { members: '13' }));
    expect([status, body.type, (await draftOf(id)).content]).toEqual([409, '/problems/form-of-another', content]);
  });
  it.each([
    ['damaged', (bytes: Buffer) => bytes.subarray(0, 2_000), 400, 'form-damaged'],
    ['foreign', () => Buffer.from('%PDF-1.7 Sample'), 400, 'no-form'],
    ['too large', () => Buffer.alloc(5_000_001), 413, 'too-large'],
    [
      'anonymous',
      (bytes: Buffer) => editDocx(bytes, (xml) => xml.replace(/\[form [^\]]+\]/, ''), 'docProps/custom.xml'),
      ...([400, 'no-form'] as const),
    ],
  ])('that is %s is refused with what to do', async (_name, spoil, status, code) => {
    const id = await started();
    const answer = await upload(applicant, id, spoil((await download(applicant, id)).bytes));
    expect([answer.status, codeOf({ ...answer, body: { ...answer.body, id: '', position: '' } })]).toEqual([
      ...[status, code],
    ]);
    expect(answer.body.detail).toMatch(/\.$/);
  });
});
