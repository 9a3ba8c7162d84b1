// Judges over HTTP: who invites them, what each answers, and whom none of it concerns.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { screenedSample } from '../support/scoring.ts';

let api: TestApi;
let sample: Awaited<ReturnType<typeof screenedSample>>;
let focal: TestClient;
let neighbour: TestClient;
let secretariat: TestClient;
let path: string;

beforeAll(async () => {
  api = await openTestApi();
  sample = await screenedSample(api);
  focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
  neighbour = await api.grant('focal-point', { award: 'sample', country: 'TH' });
  secretariat = await api.grant('secretariat', { award: 'sample' });
  path = `/cycles/${sample.cycleId}/judges`;
});
afterAll(() => api.close());

const invitation = (email = `${randomUUID()}@example.org`) => ({
  ...{ email, name: 'Sample judge', groups: ['SG-ngo'], country: 'SG' },
});

/** @returns a judge who was invited, and where the judge's own commands go. */
async function invited() {
  const { body } = await focal.post<{ judgeId: string }>(path, invitation());
  return { judge: api.as(body.judgeId), judgeId: body.judgeId, own: `${path}/${body.judgeId}` };
}

describe('inviting a judge', () => {
  it('names the person, and mails a link to one who has no account, once', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const body = invitation();
    const first = await focal.post(path, body, headers);
    const again = await focal.post(path, body, headers);
    const { judgeId } = first.body;
    expect([first.status, first.headers.get('location')]).toEqual([201, `/api/v1${path}/${judgeId}`]);
    expect(again.body).toEqual(first.body);
    const mails = await api.db.read
      .selectFrom('mails')
      .select('kind')
      .where('person_id', '=', String(judgeId))
      .execute();
    expect(mails).toEqual([{ kind: 'account-invited' }]);
    const other = await focal.post(path, { ...body, groups: ['SG-private'] }, headers);
    expect([other.status, other.body.type]).toEqual([422, '/problems/idempotency-key-reused']);
  });

  it('is for the desk of the country and the secretariat', async () => {
    const approver = await api.grant('approver', { award: 'sample', country: 'SG' });
    const foreign = await api.grant('secretariat', { award: 'another' });
    const asked = await Promise.all(
      [secretariat, focal, neighbour, foreign, approver, api.as(null)].map((client) => client.post(path, invitation())),
    );
    expect(asked.map(({ status }) => status)).toEqual([201, 201, 404, 404, 403, 401]);
  });

  it('names every field that is wrong', async () => {
    const { status, body } = await focal.post(path, { email: 'nowhere', name: '', groups: [], country: 'sg', age: 5 });
    expect(status).toEqual(400);
    const fields = (body.errors as { field: string }[]).map(({ field }) => field);
    expect(fields.sort()).toEqual(['age', 'country', 'email', 'groups', 'name']);
  });

  it('is refused to a focal point who asks themselves', async () => {
    const { email } = await api.db.read
      .selectFrom('people')
      .select('email')
      .where('person_id', '=', focal.personId)
      .executeTakeFirstOrThrow();
    const { status, body } = await focal.post(path, invitation(email));
    expect([status, body.type]).toEqual([409, '/problems/self-invitation']);
  });
});

describe("a judge's own part", () => {
  it('is answered, bound by the terms and described by the judge alone', async () => {
    const { judge, judgeId, own } = await invited();
    expect((await focal.post(`${own}/accept-invitation`)).status).toEqual(403);
    const stranger = (await invited()).judge;
    expect((await stranger.post(`${own}/accept-invitation`)).status).toEqual(404);
    expect((await judge.post(`${path}/me/accept-invitation`)).status).toEqual(200);
    expect((await judge.post(`${path}/me/accept-terms`, { version: '1' })).status).toEqual(200);
    expect((await judge.post(`${path}/me/profile`, { languages: ['en'], capacity: 5 })).status).toEqual(200);
    const seen = await judge.get(`${path}/me`);
    expect(seen.body).toEqual({
      ...{ cycleId: sample.cycleId, judgeId, name: 'Sample judge', groups: ['SG-ngo'], country: 'SG' },
      ...{ status: 'accepted', terms: '1', languages: ['en'], themes: [], capacity: 5, finished: [], conflicts: [] },
      bodies: [],
    });
  });

  it('is declined once, and declining again changes nothing', async () => {
    const { judge, own } = await invited();
    const declined = await judge.post(`${own}/decline-invitation`, { reason: 'Away that month.' });
    const again = await judge.post(`${own}/decline-invitation`, { reason: 'Away that month.' });
    expect([declined.status, again.status, again.body.version]).toEqual([200, 200, declined.body.version]);
    expect((await judge.get('/scorecards')).body.items).toEqual([]);
  });

  it('is seen by its own desk, and by no other country', async () => {
    const { own, judgeId } = await invited();
    const seen = await Promise.all([focal, secretariat, neighbour].map((client) => client.get(own)));
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 404]);
    const listed = async (client: TestClient) => JSON.stringify((await client.get(`${path}?limit=200`)).body);
    expect(await listed(focal)).toContain(judgeId);
    expect(await listed(secretariat)).toContain(judgeId);
    expect((await neighbour.get(path)).body).toEqual({ items: [], next: null });
    expect((await neighbour.get(`${path}?country=SG`)).status).toEqual(404);
  });

  it('lists page by page', async () => {
    await invited();
    const first = await focal.get<{ items: { judgeId: string }[]; next: string }>(`${path}?limit=1`);
    const second = await focal.get<{ items: { judgeId: string }[] }>(`${path}?limit=1&cursor=${first.body.next}`);
    expect(first.body.items[0]?.judgeId).not.toEqual(second.body.items[0]?.judgeId);
    const forged = Buffer.from(JSON.stringify(["'; drop"])).toString('base64url');
    expect((await focal.get(`${path}?cursor=${forged}`)).status).toEqual(400);
  });
});

describe('a conflict', () => {
  it("is declared by the judge and settled by the country's desk", async () => {
    const { judge, own } = await invited();
    const nominationId = sample.entries[0];
    await judge.post(`${own}/accept-invitation`);
    const declared = await judge.post(`${own}/conflicts`, { nominationId, kind: 'adviser', reason: 'Advised them.' });
    expect(declared.status).toEqual(200);
    const settling = { nominationId, outcome: 'dismissed', reason: 'Long ago.' };
    const path = `${own}/conflicts/settle`;
    expect((await neighbour.post(path, settling)).status).toEqual(404);
    expect((await judge.post(path, settling)).status).toEqual(403);
    expect((await focal.post(path, settling)).status).toEqual(200);
    const { body } = await focal.get(own);
    const declaredAt = expect.any(String);
    const settled = { reason: 'Long ago.', by: expect.any(String), at: expect.any(String) };
    expect(body.conflicts).toEqual([
      {
        nominationId,
        kind: 'adviser',
        reason: 'Advised them.',
        status: 'dismissed',
        found: null,
        declaredAt,
        settled,
        opened: [],
      },
    ]);
  });
});

describe('a judge who is released', () => {
  it('has no more part in the cycle', async () => {
    const { judge, own } = await invited();
    await judge.post(`${own}/accept-invitation`);
    expect((await neighbour.post(`${own}/release`, { reason: 'Has fallen ill.' })).status).toEqual(404);
    expect((await focal.post(`${own}/release`, { reason: 'Has fallen ill.' })).status).toEqual(200);
    expect((await judge.get(own)).status).toEqual(403);
  });
});
