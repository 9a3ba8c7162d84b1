// What anybody may read: nothing before its stage, nobody's name under embargo. And the way into an account.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeInvitation } from '../../db/invitations.ts';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { type Played, playAnnouncement, playForum, playLaureates, playNominations } from '../support/played-cycle.ts';

type List = { items: Record<string, unknown>[]; next: string | null };

let api: TestApi;
let played: Played;
let nobody: TestClient;
let slug: string;
let forumId: string;
let speaker: string;

beforeAll(async () => {
  api = await openTestApi();
  nobody = api.as(null);
  played = await playNominations(api);
  slug = `sample-${played.cycleId.slice(0, 8)}`;
  await playLaureates(played);
  const { ngo, firm } = played;
  await playAnnouncement(played, ['country', 'press']);
  forumId = await playForum(played);
  speaker = await api.person('Khun Speaker');
  for (const [laureateId, category] of [
    [ngo, 'ngo'],
    [firm, 'private'],
  ] as const)
    await playTalk(laureateId, category);
  await playRelease();
});
afterAll(() => api.close());

async function playTalk(laureateId: string, category: string): Promise<void> {
  const ids = { forumId, laureateId };
  const laureate = { country: 'SG', category, organisation: { en: `Organisation of ${category}` } };
  const { acts, cycleId } = played;
  await acts.talk(
    { type: 'InvitePresenter', data: { ...ids, cycleId, personId: speaker, ...laureate } },
    by('secretariat'),
  );
  await acts.talk({ type: 'ConfirmTalk', data: ids }, by('presenter', speaker));
  const topics = [{ title: { en: `Topic of ${category}` } }];
  await acts.talk(
    { type: 'DescribeTalk', data: { ...ids, topics, theme: null, language: 'en' } },
    by('presenter', speaker),
  );
}

async function playRelease(): Promise<void> {
  const proposalId = randomUUID();
  const { acts, ngo, firm } = played;
  const facts = (talk: string, category: string) => ({
    ...{ talk, person: speaker, country: 'SG', category, theme: null, available: [] },
  });
  await acts.forum({ type: 'RequestSchedule', data: { forumId, proposalId } }, by('secretariat'));
  const placements = [{ talk: ngo, block: 'first', room: 'main', slot: 0 }];
  const unplaced = [{ talk: firm, reasons: ['All slots are taken.'] }];
  const talks = [facts(ngo, 'ngo'), facts(firm, 'private')];
  await acts.forum(
    { type: 'ProposeSchedule', data: { forumId, proposalId, placements, unplaced, talks } },
    by('process'),
  );
  await acts.forum({ type: 'ReleaseSchedule', data: { forumId, name: 'First', note: '' } }, by('secretariat'));
}

/** When the projections have seen everything. */
async function settled(): Promise<void> {
  const { secretariat } = played.people;
  const told = await secretariat.post(`/cycles/${played.cycleId}/announcement/country/publish`);
  await secretariat.get(`/cycles/${played.cycleId}?after=${told.body.position}`);
  await expect.poll(async () => (await nobody.get(`/public/forums/${forumId}/schedule`)).status).toEqual(200);
}

describe('public cycles', () => {
  it('are listed once their call has opened, with their forums', async () => {
    await settled();
    const { status, body } = await nobody.get<List>('/public/cycles');
    const found = body.items.find(({ cycleId }) => cycleId === played.cycleId);
    expect([status, found]).toMatchObject([
      200,
      { slug, award: 'sample', number: 1, published: false, forums: [{ forumId, number: 12, released: true }] },
    ]);
  });
});

describe('before the public stage', () => {
  it('no laureate is shown', async () => {
    await settled();
    expect((await nobody.get<List>(`/public/cycles/${slug}/laureates`)).body).toEqual({ items: [], next: null });
  });
  it('a talk shows country and category only', async () => {
    const { body } = await nobody.get(`/public/forums/${forumId}/schedule`);
    const hidden = { laureateId: null, country: 'SG', organisation: null, presenter: null, topics: null };
    expect(body).toMatchObject({
      release: { number: 1, name: 'First' },
      localOpening: '09:30',
      opensAt: '2023-11-21T01:30:00.000Z',
      placements: [
        {
          talk: { ...hidden, category: 'ngo' },
          place: { localStart: '09:45', startsAt: '2023-11-21T01:45:00.000Z', room: 'main' },
        },
      ],
      unplaced: [{ ...hidden, category: 'private' }],
    });
    const text = JSON.stringify(body);
    for (const secret of [played.ngo, played.firm, 'Organisation of', 'Topic of', 'Khun Speaker'])
      expect(text).not.toContain(secret);
  });
});

describe('after the public stage', () => {
  it('laureates and the names of their talks are shown', async () => {
    const { acts, cycleId } = played;
    const at = (stage: 'country' | 'press' | 'public') => ({ stage, at: new Date(Date.now() - 500).toISOString() });
    await acts.cycle({ type: 'PlanAnnouncement', data: { cycleId, stages: [at('public')] } }, by('secretariat'));
    await acts.cycle({ type: 'PublishStage', data: { cycleId, stage: 'public' } }, by('process'));
    await expect
      .poll(async () => (await nobody.get<List>(`/public/cycles/${cycleId}/laureates`)).body.items.length)
      .toEqual(2);
    const { body } = await nobody.get<List>(`/public/cycles/${slug}/laureates`);
    expect(body.items).toMatchObject([
      { laureateId: played.ngo, country: 'SG', category: 'ngo' },
      { laureateId: played.firm, country: 'SG', category: 'private' },
    ]);
    const schedule = await nobody.get(`/public/forums/${forumId}/schedule`);
    expect(schedule.body).toMatchObject({
      placements: [
        {
          talk: {
            laureateId: played.ngo,
            organisation: { en: 'Organisation of ngo' },
            presenter: 'Khun Speaker',
            topics: [{ title: { en: 'Topic of ngo' } }],
          },
        },
      ],
    });
  });
  it('what does not exist, or is not released, is not there', async () => {
    expect((await nobody.get('/public/cycles/none/laureates')).status).toEqual(404);
    expect((await nobody.get(`/public/forums/${randomUUID()}/schedule`)).status).toEqual(404);
  });
});

describe('AcceptAccount', () => {
  const password = 'a good password';
  const signIn = (email: string) =>
    fetch(`${api.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });

  it('makes an invitation an account, once, and ends the other links', async () => {
    const personId = await api.person();
    const [{ token }, other] = [await makeInvitation(api.db, personId), await makeInvitation(api.db, personId)];
    const accepted = await nobody.post<{ email: string }>('/accounts/accept', { token, password });
    expect(accepted.status).toEqual(200);
    expect((await signIn(accepted.body.email)).status).toEqual(200);
    for (const used of [token, other.token]) {
      const again = await nobody.post('/accounts/accept', { token: used, password: 'another password' });
      expect([again.status, again.body.type]).toEqual([409, '/problems/invitation-over']);
    }
    expect((await signIn(accepted.body.email)).status).toEqual(200);
  });
  it('lets one of two through who come at once', async () => {
    const { token } = await makeInvitation(api.db, await api.person());
    const answers = await Promise.all([1, 2, 3].map(() => nobody.post('/accounts/accept', { token, password })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
  it('takes no link that is too old or none', async () => {
    const personId = await api.person();
    const { token } = await makeInvitation(api.db, personId);
    await api.db.read
      .updateTable('invitations')
      .set({ expires_at: new Date(Date.now() - 1_000) })
      .where('person_id', '=', personId)
      .execute();
    const answers = [token, 'nothing'].map((text) => nobody.post('/accounts/accept', { token: text, password }));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([409, 409]);
  });
  it('asks for a password that is long enough', async () => {
    const { token } = await makeInvitation(api.db, await api.person());
    const answer = await nobody.post('/accounts/accept', { token, password: 'short' });
    expect([answer.status, (answer.body.errors as { field: string }[])[0]?.field]).toEqual([400, 'password']);
  });
});
