// Forums and talks over HTTP: planned, spoken for, arranged, released.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadState } from '../../db/execute.ts';
import { makeTalkLink } from '../../db/links.ts';
import { findTalkFacts } from '../../db/read-models/talk-facts.ts';
import type { ForumPlan } from '../../domain/forum/messages.ts';
import { forumStream } from '../../domain/forum/state.ts';
import { talkStream } from '../../domain/talk/state.ts';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { samplePlan } from '../support/forum-samples.ts';
import { type Played, playAnnouncement, playForum, playLaureates, playNominations } from '../support/played-cycle.ts';
import { sampleDefinition } from '../support/samples.ts';

const { opensAt, closesAt, slotMinutes, languages, themes, rooms, blocks, protectedTimes } = samplePlan();
const shape = { opensAt, closesAt, slotMinutes, languages, themes, rooms, blocks, protectedTimes };
const { number, name, host, venue, zone, day } = samplePlan();
const plan = { number, name, host, venue, zone, day };

let api: TestApi;
let played: Played;
let secretariat: TestClient;
let speaker: TestClient;
let forumId: string;
let talk: string;

beforeAll(async () => {
  api = await openTestApi(sampleDefinition('national', { forum: shape }));
  played = await playNominations(api);
  await playLaureates(played);
  await playAnnouncement(played, ['country']);
  secretariat = played.people.secretariat;
  forumId = await playForum(played);
  talk = `${forumId}~${played.firm}`;
});
afterAll(() => api.close());

const speakerMail = 'speaker@example.org';
const invitation = () => ({ laureateId: played.firm, email: speakerMail, name: 'Sample speaker' });

describe('PlanForum', () => {
  it("takes what is left out from the award's definition", async () => {
    const planned = await secretariat.post(`/cycles/${played.cycleId}/forums`, plan);
    expect([planned.status, planned.headers.get('location')]).toEqual([201, `/api/v1/forums/${planned.body.id}`]);
    const { state } = await loadState(api.db, forumStream(planned.body.id));
    expect(state).toMatchObject({ cycleId: played.cycleId, plan: { ...plan, ...shape, purpose: null } });
  });
  it('names each field that is missing, wrong or unknown', async () => {
    const answer = await secretariat.post(`/cycles/${played.cycleId}/forums`, {
      ...plan,
      day: 'soon',
      host: 'Singapore',
      price: 5,
      venue: undefined,
    });
    const fields = (answer.body.errors as { field: string }[]).map(({ field }) => field);
    expect([answer.status, fields.sort()]).toEqual([400, ['day', 'host', 'price', 'venue']]);
  });
  it('gives the first answer again for the same Idempotency-Key', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await secretariat.post(`/cycles/${played.cycleId}/forums`, plan, headers);
    const second = await secretariat.post(`/cycles/${played.cycleId}/forums`, plan, headers);
    expect([second.status, second.body]).toEqual([201, first.body]);
  });
});

describe('the plan of a forum', () => {
  type Answer = { version: number; plan: ForumPlan; staff: { name: string; role: string }[]; countries: object[] };
  let planned: string;
  beforeAll(async () => {
    planned = await playForum(played);
  });
  const read = async (client = secretariat) => client.get<Answer>(`/forums/${planned}/plan`);
  const bodyOf = ({ purpose: _none, ...rest }: ForumPlan) => rest;

  it('is read whole, with who helps there, and changed on the version that was seen', async () => {
    const { body, headers } = await read();
    expect(body).toMatchObject({ plan: samplePlan(), releases: 0, award: 'sample', staff: [] });
    expect([headers.get('etag'), body.countries.length]).toEqual([`"${body.version}"`, 4]);
    const said = { ...bodyOf(body.plan), mode: 'hybrid', walks: [{ between: ['main', 'second'], minutes: 4 }] };
    const pinned = { 'if-match': headers.get('etag') ?? '' };
    expect((await secretariat.put(`/forums/${planned}/plan`, said, pinned)).status).toEqual(200);
    const late = await secretariat.put(`/forums/${planned}/plan`, bodyOf(body.plan), pinned);
    expect([late.status, late.body.type]).toEqual([412, '/problems/version-moved']);
    expect((await read()).body.plan).toMatchObject({ mode: 'hybrid', walks: said.walks });
    expect((await secretariat.get(`/forums/${planned}`)).body).toMatchObject({ plan: { mode: 'hybrid' } });
  });
  it('says in sentences what is not sound', async () => {
    const { body } = await read();
    const refused = await secretariat.put(`/forums/${planned}/plan`, {
      ...bodyOf(body.plan),
      blocks: [{ key: 'early', theme: 'policy', startsAt: 480, endsAt: 600 }],
    });
    expect([refused.status, refused.body.type, refused.body.allowed]).toEqual([
      409,
      '/problems/programme-invalid',
      { broken: ["Block early lies outside the forum's hours, 09:30 to 16:00."] },
    ]);
    const unknown = await secretariat.put(`/forums/${planned}/plan`, { ...bodyOf(body.plan), zone: 'Asia/Atlantis' });
    expect([unknown.status, unknown.body.errors]).toMatchObject([400, [{ field: 'zone' }]]);
  });
  it('is the host’s to change, and nobody’s who has a smaller part in it', async () => {
    const invited = async (role: string) => {
      const person = { name: `Sample ${role}`, email: `${role}@example.org`, role, scope: { forum: planned } };
      const { status, body } = await secretariat.post<{ personId: string }>('/members/invite', person);
      expect(status).toEqual(201);
      return api.as(body.personId);
    };
    const host = await invited('host');
    const moderator = await invited('moderator');
    expect((await read(moderator)).status).toEqual(403);
    const { body } = await read(host);
    expect(body.staff).toMatchObject([
      { name: 'Sample host', role: 'host' },
      { name: 'Sample moderator', role: 'moderator' },
    ]);
    const person = moderator.personId ?? '';
    const moderators = [{ person, country: 'SG', windows: [], fit: { policy: 2 } }];
    expect((await host.put(`/forums/${planned}/plan`, { ...bodyOf(body.plan), moderators })).status).toEqual(200);
    expect((await read()).body.plan.moderators).toEqual(moderators);
  });
});

describe('InvitePresenter', () => {
  it('makes the person known and mails a link to one without an account, once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const invited = await secretariat.post(`/forums/${forumId}/talks`, invitation(), headers);
    expect([invited.status, invited.body.id]).toEqual([201, talk]);
    await secretariat.post(`/forums/${forumId}/talks`, invitation(), headers);
    const person = await api.db.read
      .selectFrom('people')
      .selectAll()
      .where('email', '=', speakerMail)
      .executeTakeFirstOrThrow();
    speaker = api.as(person.person_id);
    const { state } = await loadState(api.db, talkStream(forumId, played.firm));
    expect(state).toMatchObject({
      status: 'invited',
      personId: person.person_id,
      country: 'SG',
      category: 'private',
      cycleId: played.cycleId,
    });
    const mails = await api.db.read
      .selectFrom('mails')
      .select(['kind', 'forum_id', 'cycle_id'])
      .where('person_id', '=', person.person_id)
      .execute();
    expect(mails).toEqual([{ kind: 'account-invited', forum_id: forumId, cycle_id: played.cycleId }]);
  });
  it('is refused for one who is no endorsed laureate', async () => {
    const answer = await secretariat.post(`/forums/${forumId}/talks`, { ...invitation(), laureateId: randomUUID() });
    expect([answer.status, answer.body.type]).toEqual([409, '/problems/laureate-not-endorsed']);
  });
});

describe('a presenter', () => {
  it('sees the own talk, and no other', async () => {
    const { status, body } = await speaker.get(`/talks/${talk}`);
    expect([status, body]).toMatchObject([200, { status: 'invited', zone: 'Asia/Singapore', slot: null }]);
    expect((await speaker.get(`/talks/${randomUUID()}~${played.firm}`)).status).toEqual(404);
    expect((await speaker.get(`/forums/${forumId}`)).status).toEqual(403);
  });
  it('confirms, describes the talk and says when to speak', async () => {
    expect((await speaker.post(`/talks/${talk}/confirm`)).status).toEqual(200);
    const topics = [{ title: { en: 'Water for the hills' } }];
    expect((await speaker.post(`/talks/${talk}/describe`, { topics, theme: 'policy' })).status).toEqual(200);
    const availability = { mode: 'remote', windows: [{ from: 675, to: 750 }] };
    expect((await speaker.post(`/talks/${talk}/availability`, availability)).status).toEqual(200);
    const { body } = await speaker.get(`/talks/${talk}`);
    expect(body).toMatchObject({ status: 'confirmed', topics, theme: 'policy', ...availability });
  });
  it('gets a clear no for a theme that the forum does not have', async () => {
    const answer = await speaker.post(`/talks/${talk}/describe`, {
      topics: [{ title: { en: 'Other' } }],
      theme: 'fish',
    });
    expect([answer.status, answer.body.type]).toEqual([409, '/problems/theme-unknown']);
  });
});

describe('one who speaks', () => {
  const headerOf = async (personId: string) => {
    const of = { forumId, laureateId: played.firm, cycleId: played.cycleId, day: '2023-11-21' };
    const { token } = await makeTalkLink(api.db, { ...of, personId });
    return { authorization: `Link ${token}` };
  };
  const nobody = () => api.as(null);

  it('needs no account: the link opens that talk, and nothing else of the person', async () => {
    const link = await headerOf(speaker.personId ?? '');
    expect((await nobody().get('/links/me', link)).body).toMatchObject({
      ...{ purpose: 'talk', subject: played.firm, detail: { forum: forumId } },
    });
    expect((await nobody().get(`/talks/${talk}`, link)).body).toMatchObject({ as: 'presenter', speaker: null });
    expect((await nobody().get(`/talks/${forumId}~${played.ngo}`, link)).status).toEqual(404);
    expect((await nobody().get('/me/talks', link)).status).toEqual(403);
    const times = { mode: 'remote', windows: [], zone: 'Asia/Bangkok', wish: 1 };
    const busy = [{ from: 780, to: 960, what: 'Senior officials meet' }];
    expect((await nobody().post(`/talks/${talk}/availability`, { ...times, busy }, link)).status).toEqual(200);
    expect((await speaker.get(`/talks/${talk}`)).body).toMatchObject({ ownZone: 'Asia/Bangkok', busy, wish: 1 });
  });
  it('may be somebody else than who was asked, who stays responsible', async () => {
    const deputy = { name: 'Sample deputy', email: 'deputy@example.org', language: 'th' };
    expect((await speaker.post(`/talks/${talk}/speaker`, deputy)).status).toEqual(200);
    const { body } = await secretariat.get<{ speaker: { personId: string; name: string } }>(`/talks/${talk}`);
    expect(body).toMatchObject({ presenter: { name: 'Sample speaker' }, speaker: { name: 'Sample deputy' }, busy: [] });
    const link = await headerOf(body.speaker.personId);
    const profile = { position: { en: 'Director', th: '' }, biography: {}, printedName: 'Dr Sample Deputy' };
    expect((await nobody().put(`/talks/${talk}/profile`, profile, link)).body).toEqual({
      ...{ position: { en: 'Director' }, biography: {}, printedName: 'Dr Sample Deputy' },
    });
    const seen = await nobody().get(`/talks/${talk}`, link);
    expect(seen.body).toMatchObject({ as: 'speaker', profile: { printedName: 'Dr Sample Deputy' } });
    expect((await nobody().post(`/talks/${talk}/decline`, { reason: 'Not mine to say.' }, link)).body.type).toEqual(
      '/problems/not-the-presenter',
    );
    expect((await api.as(body.speaker.personId).get('/me/talks')).body).toMatchObject({ items: [{ id: talk }] });
    expect((await speaker.post(`/talks/${talk}/speaker/take-back`, {})).status).toEqual(200);
    expect((await nobody().get(`/talks/${talk}`, link)).body.type).toEqual('/problems/link-over');
    expect((await speaker.get(`/talks/${talk}`)).body).toMatchObject({ speaker: null, profile: null });
    // What was written for the programme goes with whoever is erased.
    const { personId } = body.speaker;
    const written = async () =>
      (await api.db.read.selectFrom('speaker_profiles').select('position').where('person_id', '=', personId).execute())
        .length;
    expect(await written()).toBe(1);
    await api.db.read.updateTable('people').set({ erased_at: new Date() }).where('person_id', '=', personId).execute();
    expect(await written()).toBe(0);
  });
  it('describes each topic with its acronym, aims and the language it was written in', async () => {
    const topic = {
      acronym: 'SEDZ',
      standsFor: { en: 'Sufficiency Economy Development Zones' },
      title: { en: 'Zones', th: 'เขตพัฒนา' },
      subtitle: { en: 'A new model' },
      aims: { en: ['Solve poverty in the area', 'Spread prosperity'] },
      source: 'th',
    };
    const said = {
      topics: [topic],
      theme: 'policy',
      language: 'th',
      needsInterpretation: true,
      fit: { communities: 2 },
    };
    expect((await speaker.post(`/talks/${talk}/describe`, said)).status).toEqual(200);
    expect((await speaker.get(`/talks/${talk}`)).body).toMatchObject(said);
    const windows = [{ from: 675, to: 750 }];
    expect((await speaker.post(`/talks/${talk}/availability`, { mode: 'remote', windows })).status).toEqual(200);
    const english = { ...said, language: 'en', needsInterpretation: null };
    expect((await speaker.post(`/talks/${talk}/describe`, english)).status).toEqual(200);
  });
});

describe('a schedule', () => {
  it('is asked for with 202 and the place where its proposal shows', async () => {
    const asked = await secretariat.post(`/forums/${forumId}/schedule/propose`);
    const proposalId = asked.body.id;
    expect([asked.status, asked.headers.get('location')]).toEqual([202, `/api/v1/proposals/${proposalId}`]);
    expect((await secretariat.get(`/proposals/${proposalId}`)).body).toMatchObject({
      state: 'requested',
      forum: forumId,
    });
    const placed = { talk: played.firm, block: 'middle', room: 'main', slot: 0 };
    const facts = { talk: played.firm, person: speaker.personId ?? '', country: 'SG', category: 'private' };
    await played.acts.forum(
      {
        type: 'ProposeSchedule',
        data: {
          forumId,
          proposalId,
          placements: [placed],
          unplaced: [],
          talks: [{ ...facts, theme: 'policy', available: [{ from: 675, to: 750 }] }],
        },
      },
      by('process'),
    );
  });
  it('shows its makers the working copy in local time and UTC', async () => {
    const { body, headers } = await secretariat.get(`/forums/${forumId}`);
    expect(body).toMatchObject({
      forumId,
      requested: null,
      releases: 0,
      unplaced: [],
      placements: [
        {
          pinned: false,
          talk: { laureateId: played.firm, presenter: { personId: speaker.personId, name: 'Sample speaker' } },
          place: {
            block: 'middle',
            room: 'main',
            slot: 0,
            startsAt: '2023-11-21T03:15:00.000Z',
            endsAt: '2023-11-21T03:30:00.000Z',
            localStart: '11:15',
            localEnd: '11:30',
          },
        },
      ],
    });
    expect(headers.get('etag')).toEqual('"3"');
  });
  it('is moved and pinned by hand, on the version that was seen', async () => {
    const place = { block: 'middle', room: 'main', slot: 1 };
    const stale = await secretariat.post(
      `/forums/${forumId}/schedule/move`,
      { talk: played.firm, place },
      { 'if-match': '"2"' },
    );
    expect([stale.status, stale.body.type]).toEqual([412, '/problems/version-moved']);
    expect((await secretariat.post(`/forums/${forumId}/schedule/move`, { talk: played.firm, place })).status).toEqual(
      200,
    );
    expect((await secretariat.post(`/forums/${forumId}/schedule/pin`, { talk: played.firm, place })).status).toEqual(
      200,
    );
    const elsewhere = { talk: played.firm, place: { ...place, slot: 2 } };
    expect((await secretariat.post(`/forums/${forumId}/schedule/move`, elsewhere)).body.type).toEqual(
      '/problems/talk-pinned',
    );
    expect((await secretariat.post(`/forums/${forumId}/schedule/unpin`, { talk: played.firm })).status).toEqual(200);
  });
  it('shows the presenter the place once it is released, who agrees to it', async () => {
    const released = await secretariat.post(`/forums/${forumId}/schedule/release`, { name: 'First' });
    expect(released.status).toEqual(200);
    const { body } = await speaker.get(`/talks/${talk}?after=${released.body.position}`);
    expect(body).toMatchObject({ slot: { release: 1, moved: 1, name: 'First', place: { localStart: '11:30' } } });
    expect((await speaker.post(`/talks/${talk}/reconfirm`, { release: 1 })).status).toEqual(200);
  });
});

describe('whoever helps at the forum', () => {
  it('has a page of the own sessions with talks, speakers and slides', async () => {
    const invited = async (role: string) => {
      const person = { name: `Sample ${role}`, email: `own-${role}@example.org`, role, scope: { forum: forumId } };
      const { body } = await secretariat.post<{ personId: string }>('/members/invite', person);
      return api.as(body.personId);
    };
    const [rapporteur, moderator] = [await invited('rapporteur'), await invited('moderator')];
    const { body } = await secretariat.get<{ plan: ForumPlan }>(`/forums/${forumId}/plan`);
    const { purpose: _none, ...said } = body.plan;
    const rapporteurs = [{ person: rapporteur.personId ?? '', themes: ['policy'] }];
    expect((await secretariat.put(`/forums/${forumId}/plan`, { ...said, rapporteurs })).status).toEqual(200);
    type Own = { items: { forum: object; sessions: { parts: string[]; talks: object[] }[] }[] };
    expect((await rapporteur.get<Own>('/me/forum-sessions')).body.items).toMatchObject([
      {
        forum: { forumId, released: true },
        sessions: [
          {
            parts: ['rapporteur'],
            theme: { en: 'Policy, Partnerships and Sustainable Solutions' },
            talks: [{ country: 'SG', speaker: { name: 'Sample speaker' }, place: { localStart: '11:30' } }],
          },
        ],
      },
    ]);
    expect((await moderator.get<Own>('/me/forum-sessions')).body.items).toMatchObject([{ sessions: [] }]);
    expect((await speaker.get('/me/forum-sessions')).status).toEqual(403);
  });
});

describe('the desk', () => {
  it('lists the talks page by page', async () => {
    const { body } = await secretariat.get<{ items: object[]; next: null }>(`/forums/${forumId}/talks?limit=1`);
    expect(body).toMatchObject({ items: [{ id: talk, reconfirmed: 1 }], next: null });
  });
  it('lists forums for those with a role in the award or at the forum, nobody else', async () => {
    const idsSeen = async (client: TestClient) => {
      const { body } = await client.get<{ items: { forumId: string }[] }>('/forums?limit=200');
      return body.items.some((forum) => forum.forumId === forumId);
    };
    const stranger = await api.grant('focal-point', { award: 'another', country: 'SG' });
    expect([await idsSeen(secretariat), await idsSeen(speaker), await idsSeen(stranger)]).toEqual([true, true, false]);
  });
  it('puts another speaker in the place of one who declines', async () => {
    expect((await speaker.post(`/talks/${talk}/decline`, { reason: 'Cannot travel.' })).status).toEqual(200);
    const other = { email: 'other@example.org', name: 'Other speaker', reason: 'The first has declined.' };
    expect((await secretariat.post(`/talks/${talk}/replace`, other)).status).toEqual(200);
    expect((await speaker.get(`/talks/${talk}`)).status).toEqual(403);
    const { body } = await secretariat.get(`/talks/${talk}`);
    expect(body).toMatchObject({ status: 'invited', presenter: { name: 'Other speaker' } });
  });
  it('marks what was given and who was absent', async () => {
    expect((await secretariat.post(`/talks/${talk}/mark-presented`)).body.type).toEqual('/problems/talk-not-confirmed');
    await secretariat.post(`/talks/${talk}/confirm`);
    expect((await secretariat.post(`/talks/${talk}/mark-absent`, { reason: 'Flight cancelled.' })).status).toEqual(200);
    expect((await secretariat.post(`/talks/${talk}/mark-presented`)).status).toEqual(200);
    expect((await secretariat.get(`/talks/${talk}`)).body).toMatchObject({ status: 'presented' });
  });
});

describe('a reserve', () => {
  const organisation = { en: 'Sample choir of the hills' };
  it('is named, let go with a reason, and asked in the stead of one who fell out', async () => {
    const path = `/forums/${forumId}/reserves`;
    const of = { country: 'MM', category: 'ngo', organisation };
    const idOf = ({ body }: { body: { id?: string } }) => (body.id ?? '').split('~')[1] ?? '';
    const first = await secretariat.post<{ id: string }>(path, of);
    const second = await secretariat.post<{ id: string }>(path, { ...of, country: 'TH' });
    expect([first.status, second.status]).toEqual([201, 201]);
    type Names = { [key: string]: { en: string } };
    type Answer = {
      items: { country: string; order: number; status: string }[];
      names: { countries: Names; categories: Names };
    };
    const read = async () => (await secretariat.get<Answer>(path)).body;
    const { countries, categories } = (await read()).names;
    expect([countries.MM?.en, categories.ngo?.en]).toEqual(['Myanmar', 'Non-governmental organisations']);
    expect((await read()).items).toMatchObject([
      { country: 'MM', order: 1, status: 'reserve', askings: [] },
      { country: 'TH', order: 2, status: 'reserve' },
    ]);
    const dropped = await secretariat.post(`${path}/${idOf(second)}/drop`, { reason: 'Cannot travel.' });
    expect(dropped.status).toEqual(200);
    const laureateId = idOf(first);
    const person = { name: 'Sample choir leader', email: 'choir@example.org' };
    const asked = { laureateId, ...person, insteadOf: played.ngo };
    expect((await secretariat.post(`/forums/${forumId}/talks`, asked)).status).toEqual(201);
    const facts = await findTalkFacts(api.db, { forumId, cycleId: played.cycleId });
    expect(facts.map((one) => one.talk)).toContain(laureateId);
    await secretariat.post(`/talks/${forumId}~${laureateId}/decline`, { reason: 'On tour.' });
    expect((await read()).items).toMatchObject([
      {
        ...{ laureateId, kind: 'choice', status: 'declined', insteadOf: played.ngo, organisation },
        askings: [{ name: 'Sample choir leader', outcome: 'declined', reason: 'On tour.' }],
      },
    ]);
    expect((await secretariat.post(path, { laureateId: randomUUID() })).status).toEqual(404);
    const late = await secretariat.post(`${path}/${laureateId}/drop`, { reason: 'Too late.' });
    expect(late.body).toMatchObject({ type: '/problems/presenter-named', allowed: { status: 'declined' } });
  });
});
