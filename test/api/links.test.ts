// Links: what one who was mailed one may do, and what not.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endLinks, type LinkPurpose, makeLink } from '../../db/links.ts';
import { seatJudges } from '../support/acts.ts';
import { openTestApi, type TestApi } from '../support/api.ts';
import { type Played, playNominations, playPaperDecision, playScreening } from '../support/played-cycle.ts';

let api: TestApi;
let played: Played;
let group: string;
beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
  await playScreening(played);
  group = await playPaperDecision(played, 'private', played.firm, await seatJudges(played, ['SG-private'], 'SG', 3));
});
afterAll(() => api.close());

const tomorrow = () => new Date(Date.now() + 86_400_000);
async function linked(purpose: LinkPurpose, expiresAt = tomorrow()) {
  const [personId, subject] = [await api.person('Sample contact'), played.firm];
  const { token } = await makeLink(api.db, { purpose, personId, subject, cycleId: played.cycleId, expiresAt });
  return { personId, headers: { authorization: `Link ${token}` } };
}
const nobody = () => api.as(null);
const over = { status: 409, body: { type: '/problems/link-over' } };

describe('a link', () => {
  it('says what it is for, and whom it was sent to', async () => {
    const { headers } = await linked('consent');
    const { cycleId, firm } = played;
    expect(await nobody().get('/links/me', headers)).toMatchObject({
      status: 200,
      body: { purpose: 'consent', subject: firm, cycleId, name: 'Sample contact', language: 'en', detail: {} },
    });
  });
  it('is a login to its own subject alone', async () => {
    const { headers } = await linked('laureate');
    const { cycleId, firm, ngo } = played;
    const answer = (laureateId: string) =>
      nobody().post(`/panels/${cycleId}~${group}/laureates/${laureateId}/accept`, {}, headers);
    expect([(await answer(firm)).status, (await answer(ngo)).status]).toEqual([409, 404]);
  });
  it('gives no other role', async () => {
    const { headers } = await linked('laureate');
    expect(await nobody().get(`/cycles/${played.cycleId}`, headers)).toMatchObject({ status: 403 });
  });
  it('opens nothing of the person’s own: no account, no name, no second factor, no other work', async () => {
    const { personId, headers } = await linked('laureate');
    await api.grant('approver', { award: 'sample', country: 'SG' }, personId);
    const paths = ['', '/tasks', '/handover', '/export?format=json', '/name', '/second-factor'];
    for (const path of paths) expect([path, (await nobody().get(`/me${path}`, headers)).status]).toEqual([path, 403]);
    const password = 'a good password';
    expect((await nobody().post('/me/second-factor/begin', { password }, headers)).status).toEqual(403);
    expect((await nobody().get(`/laureates/${played.firm}`, headers)).status).toEqual(404);
  });
  it('gives no role at all where it asks for an account', async () => {
    const { headers } = await linked('edit-nomination');
    expect(await nobody().get('/me', headers)).toMatchObject({ status: 403 });
  });
  it('works until its time, or until it is ended', async () => {
    const old = await linked('consent', new Date(Date.now() - 1_000));
    expect(await nobody().get('/links/me', old.headers)).toMatchObject(over);
    const [ended, kept] = [await linked('consent'), await linked('consent')];
    await endLinks(api.db, 'consent', played.firm, ended.personId);
    expect(await nobody().get('/links/me', ended.headers)).toMatchObject(over);
    expect(await nobody().get('/links/me', kept.headers)).toMatchObject({ status: 200 });
  });
  it('that is none opens nothing', async () => {
    const headers = { authorization: `Link ${randomUUID()}` };
    expect(await nobody().get('/links/me', headers)).toMatchObject(over);
    expect(await nobody().get('/me', headers)).toMatchObject(over);
    expect(await nobody().get('/links/me')).toMatchObject(over);
  });
  it('of a person who was erased is over', async () => {
    const { personId, headers } = await linked('consent');
    const erased = { erased_at: new Date() };
    await api.db.read.updateTable('people').set(erased).where('person_id', '=', personId).execute();
    expect(await nobody().get('/links/me', headers)).toMatchObject(over);
  });
});
