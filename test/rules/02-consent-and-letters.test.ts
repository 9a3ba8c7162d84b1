// Rule 2, submitting: the nominee's consent and supporting letters, both asked for by a link that needs no account.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../domain/verify/canonical.ts';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { draftBy, type Played, playNominations } from '../support/played-cycle.ts';
import { sampleDefinition } from '../support/samples.ts';
import { bytesOf, facts, sendFile, sending } from '../support/uploads.ts';

const text = { en: 'We agree to be put forward.', th: 'เรายินยอม' };
const letter = { label: { en: 'Letter' }, types: ['application/pdf'], maxBytes: 1e6 };
const base = sampleDefinition();
const definition = sampleDefinition('national', {
  countries: base.countries.map((country) => ({ ...country, selfNomination: country.iso2 === 'MM' })),
  form: {
    ...base.form,
    consent: { required: true, text },
    attachments: [
      { ...letter, key: 'reference', required: true },
      { ...letter, key: 'opinion', confidential: true, maxCount: 2 },
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

const invitee = (email: string) => ({ email, name: 'Sample contact', language: 'en' });
/** The header of the link that the newest mail of that kind holds. */
async function linkOf(kind: string, email: string) {
  const { secret } = await api.db.read
    .selectFrom('mails')
    .innerJoin('people', 'people.person_id', 'mails.person_id')
    .select('mails.secret')
    .where('mails.kind', '=', kind)
    .where('people.email', '=', email)
    .orderBy('mails.created_at', 'desc')
    .executeTakeFirstOrThrow();
  return { authorization: `Link ${secret}` };
}
const byLink = () => api.as(null);
const eventsOf = async (nominationId: string) => {
  const { rows } = await api.db.readPool.query('select type, data from events where stream_id = $1 order by version', [
    `nomination/${nominationId}`,
  ]);
  return rows as { type: string; data: { [name: string]: unknown } }[];
};

async function draft(name: string) {
  const nominationId = await draftBy(played, applicant, 'ngo');
  const path = `/drafts/nomination/${nominationId}`;
  const content = { name: { en: name }, title: { en: `Title of ${name}` } };
  await applicant.put(path, { baseVersion: 1, content });
  return nominationId;
}
async function submit(nominationId: string) {
  const { version } = (await applicant.get<{ version: number }>(`/drafts/nomination/${nominationId}`)).body;
  return applicant.post(`/nominations/${nominationId}/submit`, { draftVersion: version });
}
const askLetter = (nominationId: string, field: string, email: string) =>
  applicant.post(`/nominations/${nominationId}/letters/request`, { ...invitee(email), field });
const letterText = { text: 'I have known this organisation for ten years and commend it.', language: 'en' };

describe('a supporting letter', () => {
  it('is asked for by link, written there, and counts where the form wants one', async () => {
    const nominationId = await draft('Asked');
    expect(await submit(nominationId)).toMatchObject({ status: 400, body: { type: '/problems/form-incomplete' } });
    expect(await askLetter(nominationId, 'reference', 'referee@example.org')).toMatchObject({ status: 201 });
    expect(await submit(nominationId)).toMatchObject({ status: 200 });
    const headers = await linkOf('letter-requested', 'referee@example.org');
    const path = `/nominations/${nominationId}/letters`;
    expect(await byLink().get(`${path}/asked`, headers)).toMatchObject({
      status: 200,
      body: { organisation: { en: 'Asked' }, label: { en: 'Letter' }, open: true, arrivedAt: null },
    });
    const sent = await byLink().post<{ fileId: string }>(`${path}/text`, letterText, headers);
    expect(sent).toMatchObject({ status: 201, body: { state: 'arrived', kind: 'supporting-letter' } });
    const { fileId } = sent.body;
    expect((await applicant.get(path)).body).toMatchObject({ items: [{ field: 'reference', fileId }] });
    expect(await applicant.get(`/files/${fileId}`)).toMatchObject({ status: 200 });
    const attached = (await eventsOf(nominationId)).find(({ type }) => type === 'DocumentAttached');
    expect(attached?.data).toMatchObject({ fileId, kind: 'supporting-letter', field: 'reference' });
    expect(await byLink().post(`${path}/text`, letterText, headers)).toMatchObject({
      status: 409,
      body: { type: '/problems/letter-sent' },
    });
  });
  it('is uploaded as a file, and may be confidential: the applicant sees that it came, and no more', async () => {
    const nominationId = await draft('Confidential');
    await askLetter(nominationId, 'reference', 'first@example.org');
    await askLetter(nominationId, 'opinion', 'second@example.org');
    await submit(nominationId);
    const headers = await linkOf('letter-requested', 'second@example.org');
    const bytes = bytesOf.pdf();
    const { hash: sha256, ...rest } = facts(bytes, 'opinion.pdf');
    const path = `/nominations/${nominationId}/letters`;
    const refused = await byLink().post(path, { ...rest, sha256, type: 'image/png' }, headers);
    expect(refused).toMatchObject({ status: 400, body: { type: '/problems/file-refused' } });
    const { body } = await byLink().post<{ fileId: string }>(path, { ...rest, sha256 }, headers);
    expect(await sendFile({ url: api.url, headers }, body.fileId, bytes)).toMatchObject({ status: 204 });
    const listed = (await applicant.get<{ items: object[] }>(path)).body.items[1];
    expect(listed).toMatchObject({ field: 'opinion', confidential: true, fileId: null, arrivedAt: expect.any(String) });
    expect((await applicant.get(`/files/${body.fileId}`)).status).toBe(404);
    expect((await played.people.screener.get(`/files/${body.fileId}`)).status).toBe(200);
    expect((await byLink().get(`/files/${body.fileId}`, headers)).status).toBe(200);
  });
  it('is asked for no more often than the form takes', async () => {
    const nominationId = await draft('Many');
    await askLetter(nominationId, 'reference', 'third@example.org');
    expect(await askLetter(nominationId, 'reference', 'fourth@example.org')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'field' }] },
    });
    expect(await askLetter(nominationId, 'nothing', 'fourth@example.org')).toMatchObject({ status: 400 });
  });
  it('is not asked for of another one under the same key', async () => {
    const path = `/nominations/${await draft('Same key')}/letters/request`;
    const headers = { 'idempotency-key': randomUUID() };
    const ask = (email: string) => applicant.post(path, { ...invitee(email), field: 'reference' }, headers);
    const first = await ask('first.referee@example.test');
    expect(await ask('first.referee@example.test')).toMatchObject({ status: first.status, body: first.body });
    expect(await ask('second.referee@example.test')).toMatchObject({
      ...{ status: 422, body: { type: '/problems/idempotency-key-reused' } },
    });
  });
  it('opens nothing else to the referee', async () => {
    const nominationId = await draft('Closed');
    await askLetter(nominationId, 'reference', 'fifth@example.org');
    const headers = await linkOf('letter-requested', 'fifth@example.org');
    expect((await byLink().get(`/nominations/${played.ngo}/letters/asked`, headers)).status).toBe(404);
    expect((await byLink().get(`/drafts/nomination/${nominationId}`, headers)).status).toBe(403);
  });
});

describe('consent of the nominee', () => {
  async function asked(name: string) {
    const nominationId = await draft(name);
    const email = `${name.toLowerCase()}@example.org`;
    await askLetter(nominationId, 'reference', `letter-${email}`);
    await submit(nominationId);
    const path = `/nominations/${nominationId}/consent`;
    expect(await applicant.post(`${path}/request`, invitee(email))).toMatchObject({ status: 200 });
    return { nominationId, path, headers: await linkOf('consent-requested', email) };
  }

  it('is asked for by link, which shows the title, the organisation and the text', async () => {
    const { path, headers } = await asked('Shown');
    expect(await byLink().get(path, headers)).toMatchObject({
      status: 200,
      body: {
        organisation: { en: 'Shown' },
        title: { en: 'Title of Shown' },
        text,
        textVersion: hashOf(text),
        required: true,
        answer: 'asked',
      },
    });
  });
  it('names the version of the text in the record; one may think again', async () => {
    const { nominationId, path, headers } = await asked('Answered');
    const note = 'Not before our board has met.';
    expect(await byLink().post(path, { given: false, note }, headers)).toMatchObject({ status: 200 });
    expect((await applicant.get(path)).body).toMatchObject({ answer: 'refused' });
    expect(await byLink().post(path, { given: true }, headers)).toMatchObject({ status: 200 });
    const events = await eventsOf(nominationId);
    expect(events.slice(-3)).toMatchObject([
      { type: 'ConsentRequested', data: { text: hashOf(text) } },
      { type: 'ConsentRefused', data: { text: hashOf(text), note } },
      { type: 'ConsentConfirmed', data: { text: hashOf(text), note: '' } },
    ]);
  });
  it('is not given by the applicant where organisations do not nominate themselves', async () => {
    const { path } = await asked('Own');
    expect(await applicant.post(path, { given: true })).toMatchObject({
      status: 409,
      body: { type: '/problems/consent-by-nominee' },
    });
    const own = await api.db.read
      .selectFrom('people')
      .select('email')
      .where('person_id', '=', applicant.personId ?? '')
      .executeTakeFirstOrThrow();
    expect(await applicant.post(`${path}/request`, invitee(own.email))).toMatchObject({ status: 400 });
  });
  it('is answered by whom it was asked of last, never by one who edits the form', async () => {
    const { nominationId, path, headers } = await asked('Twice');
    const colleague = await api.grant('applicant', { award: 'sample', country: 'SG' });
    const email = `${randomUUID()}@example.org`;
    await api.db.read
      .updateTable('people')
      .set({ email })
      .where('person_id', '=', colleague.personId ?? '')
      .execute();
    await api.db.read
      .updateTable('drafts')
      .set({ editors: [applicant.personId ?? '', colleague.personId ?? ''] })
      .where('subject_id', '=', nominationId)
      .execute();
    expect(await applicant.post(`${path}/request`, invitee(email))).toMatchObject({ status: 400 });
    const other = 'twice-again@example.org';
    expect(await applicant.post(`${path}/request`, invitee(other))).toMatchObject({ status: 200 });
    expect(await byLink().post(path, { given: true }, headers)).toMatchObject({
      status: 409,
      body: { type: '/problems/link-over' },
    });
    const now = await linkOf('consent-requested', other);
    expect(await byLink().post(path, { given: true }, now)).toMatchObject({ status: 200 });
  });
  it('is asked for ten times a day at most', async () => {
    const { path } = await asked('Often');
    const answers: number[] = [];
    for (let time = 0; time < 10; time += 1)
      answers.push((await applicant.post(`${path}/request`, invitee(`often-${time}@example.org`))).status);
    expect(answers).toEqual([...Array(9).fill(200), 429]);
  });
  it('stands before the forwarding where the award asks for it', async () => {
    const { nominationId, path, headers } = await asked('Forwarded');
    const { approver } = played.people;
    const reference = await linkOf('letter-requested', 'letter-forwarded@example.org');
    await byLink().post(`/nominations/${nominationId}/letters/text`, letterText, reference);
    await played.acts.country(
      { type: 'CloseCountryPhase', data: { cycleId: played.cycleId, iso2: 'SG', phase: 'nomination' } },
      by('approver'),
    );
    for (const { key: item } of definition.checklist)
      await played.acts.nomination(
        { type: 'RecordCheck', data: { nominationId, item, outcome: 'passed', note: '' } },
        by('screener'),
      );
    expect(await approver.post(`/nominations/${nominationId}/forward`)).toMatchObject({
      status: 409,
      body: { type: '/problems/consent-missing', allowed: { answer: 'asked' } },
    });
    await byLink().post(path, { given: true }, headers);
    expect(await approver.post(`/nominations/${nominationId}/forward`)).toMatchObject({ status: 200 });
    expect(await byLink().post(path, { given: false }, headers)).toMatchObject({
      status: 409,
      body: { type: '/problems/nomination-closed' },
    });
  });
});

describe('a letter that a command names', () => {
  const sign = (letter: string) => {
    const signed = { kind: 'on-behalf', letter, reference: 'Note 7/2026', date: '2026-01-15' };
    const signature = { ...signed, signatory: { office: 'Permanent Secretary', name: 'Sample signatory' } };
    const { cycleId, people } = played;
    return people.focalPoint.post(`/cycles/${cycleId}/countries/SG/sign-forwarding`, { signature });
  };
  it('is not registered under the key of another one', async () => {
    const { hash: sha256, ...rest } = facts(bytesOf.pdf(), 'signed letter.pdf');
    const headers = { 'idempotency-key': randomUUID() };
    const path = `/cycles/${played.cycleId}/letters`;
    const body = { ...rest, sha256 };
    const { focalPoint, secretariat } = played.people;
    const first = await focalPoint.post(path, body, headers);
    expect(await focalPoint.post(path, body, headers)).toMatchObject({ status: 201, body: first.body });
    const reused = { status: 422, body: { type: '/problems/idempotency-key-reused' } };
    expect(await focalPoint.post(path, { ...body, name: 'another.pdf' }, headers)).toMatchObject(reused);
    expect(await secretariat.post(path, body, headers)).toMatchObject(reused);
  });
  it('is registered in the cycle and uploaded', async () => {
    const { focalPoint, secretariat, approverAbroad } = played.people;
    const named = { field: 'signature.letter', rule: expect.any(String) };
    expect(await sign('e'.repeat(64))).toMatchObject({ status: 400, body: { errors: [named] } });
    const bytes = bytesOf.pdf();
    const { hash: sha256, ...rest } = facts(bytes, 'signed letter.pdf');
    const register = (client: TestClient, more: object = {}) =>
      client.post<{ fileId: string }>(`/cycles/${played.cycleId}/letters`, { ...rest, sha256, ...more });
    expect(await register(focalPoint, { type: 'text/html' })).toMatchObject({ status: 400 });
    expect(await register(approverAbroad, { country: 'SG' })).toMatchObject({ status: 404 });
    const { fileId } = (await register(focalPoint)).body;
    expect(await sendFile(sending(api, focalPoint), fileId, bytes)).toMatchObject({ status: 204 });
    expect((await sign(sha256)).status).not.toBe(400);
    expect((await secretariat.get(`/files/${fileId}`)).status).toBe(200);
    expect((await approverAbroad.get(`/files/${fileId}`)).status).toBe(404);
  });
});
