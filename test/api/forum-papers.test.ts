// Papers for the people of a forum's day: with every name, room by room, and as changes only.

import { mkdirSync, writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readXlsx } from '../../documents/xlsx.ts';
import { by } from '../support/acts.ts';
import { textOf } from '../support/answer-text.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { samplePlan } from '../support/forum-samples.ts';
import { readPdf } from '../support/pdf.ts';
import { type Played, playAnnouncement, playLaureates, playNominations } from '../support/played-cycle.ts';
import { moderatorName, type PlayedForum, planted, playProgramme } from '../support/programmes.ts';
import { bytesOf, facts, sendFile, sending } from '../support/uploads.ts';

let api: TestApi;
let played: Played;
let forum: PlayedForum;
let secretariat: TestClient;

beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
  await playLaureates(played);
  const { ngo } = played;
  await playAnnouncement(played, ['country']);
  secretariat = played.people.secretariat;
  forum = await playProgramme(api, played);
  await give(ngo);
});
afterAll(() => api.close());

/** A PDF of slides, sent by the presenter. */
async function give(laureateId: string): Promise<Buffer> {
  const bytes = bytesOf.pdf();
  const { hash: sha256, ...rest } = facts(bytes, 'talk.pdf');
  const speaker = api.as(forum.speaker);
  const { body } = await speaker.post<{ fileId: string }>(`/talks/${forum.forumId}~${laureateId}/slides`, {
    ...rest,
    sha256,
  });
  await sendFile(sending(api, speaker), body.fileId, bytes);
  return bytes;
}

async function bytesFrom(path: string): Promise<Buffer> {
  const { personId } = secretariat;
  const headers = { 'x-person': personId ?? '' };
  const response = await fetch(`${api.url}/api/v1/forums/${forum.forumId}${path}`, { headers });
  expect([path, response.status]).toEqual([path, 200]);
  const bytes = Buffer.from(await response.arrayBuffer());
  const kept = process.env.PAPERS;
  if (kept !== undefined) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(`${kept}/${path.replaceAll(/[^a-z0-9]+/gi, '-').slice(1)}`, bytes);
  }
  return bytes;
}
const words = async (path: string) => textOf(await bytesFrom(path));
const zipFrom = async (path: string) => unzipSync(new Uint8Array(await bytesFrom(path)));

describe('before a release', () => {
  it('there is nothing to print, and nothing to reveal', async () => {
    expect((await secretariat.get(`/forums/${forum.forumId}/programme`)).status).toEqual(404);
    expect((await secretariat.get(`/forums/${forum.forumId}/schedule/revealing`)).body).toEqual({
      ...{ named: [], hidden: [], told: [], leaks: [] },
    });
  });
});

describe('whoever helps at the forum', () => {
  const first = (talk: string, slot: number, block = 'first') => ({ talk, block, room: 'main', slot });
  type Own = { items: { forum: { released: boolean }; sessions: { session: string; parts: string[] }[] }[] };
  const own = async (client: TestClient) => {
    const { body } = await client.get<Own>('/me/forum-sessions');
    return body.items.map(({ forum: { released }, sessions }) => [
      released,
      ...sessions.map(({ session, parts }) => `${session} ${parts.join()}`),
    ]);
  };
  let moderator: TestClient;
  let interpreter: TestClient;
  let stranger: TestClient;
  beforeAll(async () => {
    const { ngo, firm, acts } = played;
    const { forumId } = forum;
    moderator = await api.grant('moderator', { forum: forumId }, forum.moderator);
    interpreter = await api.grant('interpreter', { forum: forumId });
    stranger = await api.grant('interpreter', { forum: forumId });
    const { purpose: _none, ...plan } = samplePlan({
      interpretation: { working: ['en'], teams: { th: 1 } },
      interpreters: [
        { person: interpreter.personId ?? '', languages: ['th'] },
        { person: stranger.personId ?? '', languages: ['km'] },
      ],
    });
    await acts.forum({ type: 'ChangeForumPlan', data: { ...plan, forumId } }, by('secretariat'));
    await forum.propose([first(ngo, 0), first(firm, 1)]);
  });

  it('sees the own sessions from the working stage on, interpreters by the teams that the schedule gives each', async () => {
    expect(await own(moderator)).toEqual([[false, 'first~main moderator']]);
    expect(await own(interpreter)).toEqual([[false, 'first~main interpreter']]);
    expect(await own(stranger)).toEqual([[false]]);
  });
  it('prints the run sheet of the own session, and of no other', async () => {
    const sheet = async (client: TestClient, session: string) => {
      const headers = { 'x-person': client.personId ?? '' };
      const path = `/me/forum-sessions/${forum.forumId}/${session}/run-sheet?language=en`;
      const response = await fetch(`${api.url}/api/v1${path}`, { headers });
      return { status: response.status, text: await textOf(Buffer.from(await response.arrayBuffer())) };
    };
    const { status, text } = await sheet(moderator, 'first~main');
    expect(status).toEqual(200);
    for (const said of ['Main room', 'Working copy', planted.speaker, planted.title, moderatorName])
      expect(text).toContain(said);
    expect(text).not.toContain('Lunch');
    expect((await sheet(moderator, 'last~main')).status).toEqual(404);
    expect((await sheet(stranger, 'first~main')).status).toEqual(404);
    expect((await sheet(secretariat, 'first~main')).status).toEqual(403);
  });
});

describe('the working stage', () => {
  beforeAll(async () => {
    const { ngo, firm } = played;
    await forum.release('First', [
      { talk: ngo, block: 'first', room: 'main', slot: 0 },
      { talk: firm, block: 'first', room: 'main', slot: 1 },
    ]);
    await vi.waitFor(
      async () =>
        expect((await secretariat.get(`/forums/${forum.forumId}/programme`)).body).toMatchObject({
          release: { number: 1 },
        }),
      { timeout: 20_000 },
    );
  });

  it('has every name, and says of each whether the public sees it', async () => {
    const { body } = await secretariat.get(`/forums/${forum.forumId}/programme`);
    expect(body).toMatchObject({
      release: { number: 1, name: 'First' },
      entries: [
        {
          changed: 1,
          talk: { organisation: { en: `${planted.organisation} of ngo` }, isPublic: false, status: 'confirmed' },
        },
        { talk: { speaker: { name: planted.speaker } } },
      ],
    });
  });
  it('says what a release shows to whom, and where its own words name somebody', async () => {
    const written = encodeURIComponent(`Now with ${planted.organisation.toUpperCase()} OF NGO`);
    const { body } = await secretariat.get<{ hidden: object[]; told: object[]; named: object[]; leaks: object[] }>(
      `/forums/${forum.forumId}/schedule/revealing?written=${written}`,
    );
    expect([body.named.length, body.hidden.length, body.told.length]).toEqual([0, 2, 0]);
    expect(body.leaks).toMatchObject([{ word: `${planted.organisation} of ngo` }]);
  });
  it('is printed in English and Thai, marked as not public, with the names', async () => {
    const en = await words('/programme/print?language=en');
    for (const said of ['Internal: not public', planted.organisation, planted.title, planted.speaker, '09:45'])
      expect(en).toContain(said);
    const { pages } = await readPdf(await bytesFrom('/programme/print?language=th'));
    for (const said of ['2566', '09.45', 'ใช้ภายในเท่านั้น']) expect(pages.join(' ')).toContain(said);
  });
  it('is a workbook with the state of each talk', async () => {
    const rows = await readXlsx(new Uint8Array(await bytesFrom('/programme/print?as=xlsx&language=en')));
    expect(rows.map((row) => [row[0], row[5], row.at(-1)])).toEqual([
      ['From', 'Organisation', 'State'],
      ['09:45', `${planted.organisation} of ngo`, 'confirmed'],
      ['10:00', `${planted.organisation} of private`, 'confirmed'],
    ]);
  });
});

describe('the speaking list', () => {
  it('has names, organisations and titles in both languages, as DOCX and as PDF', async () => {
    for (const as of ['docx', 'pdf']) {
      const text = await words(`/captions?as=${as}&language=en`);
      for (const said of [planted.speaker, planted.organisation, planted.title, planted.thai])
        expect([as, said, text.includes(said)]).toEqual([as, said, true]);
    }
  });
  it('takes names and positions as the delegation registered them', async () => {
    const participant = {
      ...{ email: 'registered@example.org', language: 'en', capacity: 'presenter', name: 'Sample Registered' },
      ...{ names: { th: 'ตัวอย่าง ลงทะเบียน' }, positions: { en: 'Sample head', th: 'หัวหน้าตัวอย่าง' } },
    };
    const { body } = await secretariat.post<{ id: string }>(
      `/forums/${forum.forumId}/delegations/SG/participants`,
      participant,
    );
    const { person_id: speakerId } = await api.db.read
      .selectFrom('participants')
      .select('person_id')
      .where('participant_id', '=', body.id)
      .executeTakeFirstOrThrow();
    await played.acts.talk(
      {
        type: 'NameSpeaker',
        data: { forumId: forum.forumId, laureateId: played.firm, speakerId },
      },
      by('secretariat'),
    );
    const text = await words('/captions?as=docx&language=en');
    for (const said of ['Sample Registered', 'ตัวอย่าง ลงทะเบียน', 'Sample head', 'หัวหน้าตัวอย่าง'])
      expect(text).toContain(said);
  });
});

describe('a run sheet', () => {
  it('says minute by minute what happens in the room, what is held, and what must not be said yet', async () => {
    const text = await words('/run-sheet?room=main&language=en');
    for (const said of [
      moderatorName,
      'Interpreted: Thai',
      'Run sheet: Main room',
      '09:45',
      '09:58',
      '10:15',
      'End of the session',
      'Lunch',
    ])
      expect(text).toContain(said);
    for (const said of ['1-01-0945-SG', 'HOLDING SLIDE: no slides received', 'UNDER EMBARGO'])
      expect(text).toContain(said);
    expect(await words('/run-sheet?room=second&language=en')).not.toContain(planted.organisation);
    expect((await secretariat.get(`/forums/${forum.forumId}/run-sheet?room=none`)).status).toEqual(404);
    expect((await secretariat.get(`/forums/${forum.forumId}/run-sheet?room=main&since=9`)).status).toEqual(404);
  });
});

describe('the slides of a room', () => {
  it('come as one archive in the order of speaking, with a holding slide that names nobody under embargo', async () => {
    const files = await zipFrom('/slides?room=main');
    expect(Object.keys(files)).toEqual([
      ...['0-read-me.txt', '1-01-0945-SG-plantedhouse-of-ngo.pdf', '1-02-1000-SG-holding.pdf'],
    ]);
    const holding = await textOf(Buffer.from(files['1-02-1000-SG-holding.pdf'] ?? []));
    expect(holding).toContain('Laureate, Singapore, Private sector');
    for (const name of Object.values(planted)) expect(holding).not.toContain(name);
  });
  it('are issued again as what is another, with what has to go', async () => {
    const { ngo, firm } = played;
    expect((await secretariat.post(`/talks/${forum.forumId}~${ngo}/mark-absent`, { reason: 'Ill' })).status).toEqual(
      200,
    );
    const bytes = await give(firm);
    await forum.release('Second', [
      { talk: ngo, block: 'first', room: 'main', slot: 0 },
      { talk: firm, block: 'last', room: 'main', slot: 2 },
    ]);
    await vi.waitFor(
      async () =>
        expect((await secretariat.get(`/forums/${forum.forumId}/programme`)).body).toMatchObject({
          release: { number: 2 },
        }),
      { timeout: 20_000 },
    );
    const files = await zipFrom('/slides?room=main&since=1');
    expect(Object.keys(files)).toEqual([
      ...['0-read-me.txt', '1-01-0945-SG-holding.pdf', '3-03-1400-SG-plantedhouse-of-private.pdf'],
    ]);
    expect(Buffer.from(files['3-03-1400-SG-plantedhouse-of-private.pdf'] ?? [])).toEqual(bytes);
    const readMe = Buffer.from(files['0-read-me.txt'] ?? []).toString();
    for (const said of ['another than in release 1', '1-02-1000-SG\r\n', '3-03-1400-SG-holding'])
      expect(readMe).toContain(said);
  });
});

describe('a run sheet since a release', () => {
  it('holds only what is another, and says so', async () => {
    const text = await words('/run-sheet?room=main&since=1&language=en');
    for (const said of ['another than in release 1', 'the speaker is absent', 'MOVES AWAY', '14:00'])
      expect(text).toContain(said);
    expect(text).not.toContain('Lunch');
    expect(await words('/run-sheet?room=second&since=1&language=en')).toContain('Nothing is another than in release 1');
  });
});
