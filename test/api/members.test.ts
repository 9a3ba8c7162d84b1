// Roles over HTTP: who gives them, and every way up that must not be there.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../../db/execute.ts';
import { forum } from '../../domain/forum/decider.ts';
import { forumStream } from '../../domain/forum/state.ts';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { samplePlan } from '../support/forum-samples.ts';
import { scoringSample, sealSample, signSample } from '../support/scoring.ts';

let api: TestApi;
let administrator: TestClient;
let secretariat: TestClient;
let focal: TestClient;
const sg = { award: 'sample', country: 'SG' };

beforeAll(async () => {
  api = await openTestApi();
  administrator = await api.grant('administrator', {});
  secretariat = await api.grant('secretariat', { award: 'sample' });
  focal = await api.grant('focal-point', sg);
});
afterAll(() => api.close());

const invitation = (role: string, scope: object, email = `${randomUUID()}@example.org`) => ({
  ...{ email, name: 'Sample member', role, scope },
});
type Granted = { personId: string; grantId: string; type: string };
const invite = async (client: TestClient, role: string, scope: object) => {
  const { status, body } = await client.post<Granted>('/members/invite', invitation(role, scope));
  return { status, ...body };
};

describe('inviting a member', () => {
  it('makes the person, gives the role at once, and mails a link once', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const body = invitation('screener', sg);
    const first = await focal.post<Granted>('/members/invite', body, headers);
    const again = await focal.post<Granted>('/members/invite', body, headers);
    const { personId, grantId } = first.body;
    expect([first.status, again.body]).toEqual([201, first.body]);
    const { items } = (await focal.get<{ items: { grantId: string }[] }>('/members?role=screener')).body;
    expect(items.find((one) => one.grantId === grantId)).toEqual({
      ...{ grantId, personId, name: 'Sample member', email: body.email, role: 'screener', scope: sg, until: null },
      ...{ from: expect.any(String), grantedBy: focal.personId, zone: 'UTC', standing: 'holder' },
    });
    const mails = await api.db.read.selectFrom('mails').select('kind').where('person_id', '=', personId).execute();
    expect(mails.filter(({ kind }) => kind === 'account-invited')).toHaveLength(1);
  });

  it('finds again who is known by the address, with the role that is held', async () => {
    const body = invitation('screener', sg);
    const first = await focal.post<Granted>('/members/invite', body);
    const second = await focal.post<Granted>('/members/invite', { ...body, email: body.email.toUpperCase() });
    expect([second.body.personId, second.body.grantId]).toEqual([first.body.personId, first.body.grantId]);
  });

  it('names every field that is wrong', async () => {
    const wrong = { email: 'nowhere', name: ' ', role: 'king', scope: { award: 'sample', planet: 'x' }, until: 'soon' };
    const { status, body } = await secretariat.post('/members/invite', wrong);
    const fields = (body.errors as { field: string }[]).map(({ field }) => field);
    expect([status, fields.sort()]).toEqual([400, ['email', 'name', 'role', 'scope.planet', 'until']]);
  });

  it('is for those who give roles', async () => {
    const screener = await api.grant('screener', sg);
    const auditor = await api.grant('auditor', { award: 'sample' });
    const asked = [screener, auditor, api.as(null)].map((client) =>
      client.post('/members/invite', invitation('screener', sg)),
    );
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([403, 403, 401]);
  });
});

describe('the way up', () => {
  it('is closed to a focal point: roles above, other countries, other awards', async () => {
    for (const role of ['administrator', 'secretariat', 'focal-point', 'endorser', 'auditor', 'forum-staff'])
      expect(await invite(focal, role, sg)).toMatchObject({ status: 409, type: '/problems/role-not-yours-to-give' });
    for (const scope of [
      { award: 'sample', country: 'TH' },
      { award: 'another', country: 'SG' },
      { award: 'sample' },
      {},
    ])
      expect(await invite(focal, 'approver', scope)).toMatchObject({ status: 404 });
  });

  it('is closed to the secretariat: its own level, and other awards', async () => {
    for (const role of ['administrator', 'secretariat'])
      expect(await invite(secretariat, role, { award: 'sample' })).toMatchObject({ status: 409 });
    expect(await invite(secretariat, 'administrator', {})).toMatchObject({ status: 404 });
    expect(await invite(secretariat, 'auditor', { award: 'another' })).toMatchObject({ status: 404 });
    expect(await invite(secretariat, 'auditor', { award: 'sample' })).toMatchObject({ status: 201 });
    expect(await invite(administrator, 'secretariat', { award: 'another' })).toMatchObject({ status: 201 });
  });

  it('is closed through the laureate or forum of another award beside the own', async () => {
    const sample = await scoringSample(api);
    await sealSample(sample, [5, 4, 2]);
    await signSample(sample);
    const [laureate = ''] = sample.entries;
    const foreign = await api.grant('secretariat', { award: 'another' });
    for (const scope of [{ laureate }, { award: 'another', laureate }])
      expect(await invite(foreign, 'laureate-contact', scope)).toMatchObject({ status: 404 });
    expect(await invite(secretariat, 'laureate-contact', { laureate })).toMatchObject({ status: 201 });
    const nobodys = randomUUID();
    const { purpose: _none, ...plan } = samplePlan();
    const data = { ...plan, forumId: nobodys, cycleId: null };
    await execute(api.db, forum, forumStream(nobodys), { type: 'PlanForum', data }, by('administrator'));
    for (const scope of [{ forum: nobodys }, { award: 'sample', forum: nobodys }])
      expect(await invite(secretariat, 'forum-staff', scope)).toMatchObject({ status: 404 });
    expect(await invite(administrator, 'forum-staff', { forum: nobodys })).toMatchObject({ status: 201 });
  });

  it('is closed to oneself', async () => {
    const { status, body } = await focal.post(`/members/me/grants`, { role: 'approver', scope: sg });
    expect([status, body.type]).toEqual([409, '/problems/self-grant']);
  });
});

describe('a further role', () => {
  it('goes to somebody who is known, for a time if need be', async () => {
    const personId = await api.person();
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const { status, body } = await focal.post<Granted>(`/members/${personId}/grants`, {
      ...{ role: 'approver', scope: sg, until },
    });
    expect(status).toEqual(201);
    const { items } = (await focal.get<{ items: object[] }>('/members?role=approver')).body;
    expect(items).toContainEqual(expect.objectContaining({ grantId: body.grantId, personId, until }));
    const past = { role: 'approver', scope: sg, until: '2020-01-01T00:00:00Z' };
    expect((await focal.post(`/members/${personId}/grants`, past)).body.type).toEqual('/problems/until-before-from');
    const nobody = `/members/${randomUUID()}/grants`;
    expect((await focal.post(nobody, { role: 'approver', scope: sg })).status).toEqual(404);
  });
});

describe('ending a role', () => {
  it('is for who may give it, where it holds; the person acts in it no more', async () => {
    const { personId, grantId } = await invite(focal, 'screener', sg);
    const neighbour = await api.grant('focal-point', { award: 'sample', country: 'TH' });
    const foreign = await api.grant('secretariat', { award: 'another' });
    const path = `/members/${personId}/grants/${grantId}/revoke`;
    const reason = 'Has moved to another ministry.';
    const asked = [neighbour, foreign, api.as(personId)].map((client) => client.post(path, { reason }));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 403]);
    const own = `/members/${secretariat.personId}/grants`;
    const [held] = await api.db.read
      .selectFrom('grants')
      .select('grant_id')
      .where('person_id', '=', secretariat.personId)
      .execute();
    expect((await focal.post(`${own}/${held?.grant_id}/revoke`, { reason })).status).toEqual(404);
    expect((await focal.post(path)).status).toEqual(400);
    expect((await focal.post(path, { reason })).status).toEqual(200);
    expect((await api.as(personId).get('/cycles')).status).toEqual(403);
  });
});

describe('the list of members', () => {
  it('shows a focal point the own country, and an auditor no addresses', async () => {
    const { personId } = await invite(secretariat, 'endorser', { award: 'sample', country: 'TH' });
    const auditor = await api.grant('auditor', { award: 'sample' });
    const people = async (client: TestClient, query = '') =>
      (await client.get<{ items: { personId: string; email: string | null }[] }>(`/members?limit=200${query}`)).body
        .items;
    expect((await people(focal)).some((one) => one.personId === personId)).toEqual(false);
    expect((await people(secretariat)).some((one) => one.personId === personId)).toEqual(true);
    expect(await people(auditor, '&country=TH&role=endorser')).toMatchObject([{ personId, email: null }]);
    expect((await focal.get('/members?country=TH')).status).toEqual(404);
    expect((await focal.get('/members?award=another')).status).toEqual(404);
    expect((await api.as(personId).get('/members')).status).toEqual(403);
  });

  it('pages past a long name in any script', async () => {
    const name = 'ก'.repeat(200);
    const scope = { award: 'sample', country: 'MM' };
    for (const role of ['screener', 'approver'])
      await administrator.post('/members/invite', { ...invitation(role, scope), name });
    const path = '/members?country=MM&limit=1';
    const first = await secretariat.get<{ next: string }>(path);
    const second = await secretariat.get<{ items: object[] }>(`${path}&cursor=${first.body.next}`);
    expect([second.status, second.body.items.length]).toEqual([200, 1]);
  });

  it('pages by name', async () => {
    const first = await secretariat.get<{ items: { grantId: string }[]; next: string }>('/members?limit=2');
    const second = await secretariat.get<{ items: { grantId: string }[] }>(
      `/members?limit=2&cursor=${first.body.next}`,
    );
    const both = [...first.body.items, ...second.body.items].map(({ grantId }) => grantId);
    expect([both.length, new Set(both).size]).toEqual([4, 4]);
  });
});
