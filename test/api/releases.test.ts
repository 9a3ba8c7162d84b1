// The schedule by hand and its releases over HTTP: two talks moved, swapped and taken back; released; who is told, with which calendar entry.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginning, readLog } from '../../db/event-store.ts';
import { execute } from '../../db/execute.ts';
import { lettersFor } from '../../documents/letters/letters.ts';
import { sendMail } from '../../documents/mail.ts';
import { openPrinter } from '../../documents/print/printer.ts';
import { member } from '../../domain/member/decider.ts';
import { memberStream } from '../../domain/member/state.ts';
import { deliverMails } from '../../worker/mail-delivery.ts';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { calendarIn, readCalendar } from '../support/mail-calendars.ts';
import { openMailServer } from '../support/mail-server.ts';
import { type Played, playForum, playLaureates, playNominations } from '../support/played-cycle.ts';
import { eventually, memoryLog } from '../worker/support.ts';

let api: TestApi;
let played: Played;
let secretariat: TestClient;
let forumId: string;
const speakers = new Map<string, TestClient>();

beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
  await playLaureates(played);
  const { ngo, firm, acts, cycleId } = played;
  secretariat = played.people.secretariat;
  forumId = await playForum(played);
  for (const [laureateId, category] of [
    [ngo, 'ngo'],
    [firm, 'private'],
  ] as const) {
    const personId = await api.person(`Sample speaker of ${category}`);
    const laureate = { country: 'SG', category, organisation: { en: `Sample ${category}` } };
    const of = { forumId, laureateId };
    await acts.talk({ type: 'InvitePresenter', data: { ...of, cycleId, personId, ...laureate } }, by('secretariat'));
    if (laureateId === ngo) await acts.talk({ type: 'ConfirmTalk', data: of }, by('presenter', personId));
    speakers.set(laureateId, api.as(personId));
  }
});
afterAll(() => api.close());

/** Writes the letters of all that happened to the schedule so far, as the relay does: none of them twice. */
async function tellEverybody(): Promise<void> {
  const told = (await readLog(api.db.readPool, beginning, 10_000)).filter(
    ({ type }) => type === 'ScheduleReleased' || type === 'SlotRefused',
  );
  for (const event of told)
    for (const letter of await lettersFor({ db: api.db, publicUrl: 'https://award.example.org' }, event))
      await sendMail(api.db, letter);
}

const schedule = (act: string) => `/forums/${forumId}/schedule/${act}`;
const at = (block: string, room: string, slot: number) => ({ block, room, slot });
const main = at('first', 'main', 0);
const second = at('first', 'second', 0);
const tell = (act: string, body: object) => secretariat.post(schedule(act), body);

type Seen = {
  placements: { talk: { laureateId: string }; place: { block: string; room: string; slot: number } }[];
  undo: number | null;
  redo: number | null;
  overrides: object[];
  moves: { act: string; by: string; reason: string | null; changes: object[] }[];
};
const look = async () => (await secretariat.get<Seen>(`/forums/${forumId}`)).body;
const places = async () =>
  Object.fromEntries(
    (await look()).placements.map(({ talk, place: { block, room, slot } }) => [
      talk.laureateId,
      `${block}/${room}/${slot}`,
    ]),
  );

describe('the schedule by hand', () => {
  it('places talks that no proposal knew, and asks for a reason where one delegation is to be in two rooms', async () => {
    const { ngo, firm } = played;
    expect((await tell('move', { talk: ngo, place: main })).status).toBe(200);
    const asked = await tell('move', { talk: firm, place: second });
    expect([asked.status, asked.body.type, asked.body.detail]).toEqual([
      ...[409, '/problems/clash-unexplained'],
      'The talk of SG is at the same time as the talk of SG from 09:45 to 10:00: their delegation cannot hear both.',
    ]);
    const reason = 'They came with two delegations.';
    expect((await tell('move', { talk: firm, place: second, reason })).status).toBe(200);
    expect(await places()).toEqual({ [ngo]: 'first/main/0', [firm]: 'first/second/0' });
    const { overrides, moves } = await look();
    expect(overrides).toEqual([{ talk: firm, rules: ['delegation-parallel'], reason }]);
    const officer = { at: expect.any(String), by: expect.any(String) };
    const { block, room, slot } = second;
    expect(moves[0]).toEqual({
      ...{ step: null, act: 'move', of: null, reason, ...officer },
      ...{ changes: [{ talk: firm, from: null, to: { block, room, slot } }], pins: [], moderators: [] },
    });
  });
  it('swaps two talks, takes that back and does it again, also for another officer', async () => {
    const { ngo, firm } = played;
    const reason = 'As the host wishes.';
    await tell('swap', { talk: ngo, with: firm, reason });
    const swapped = { [ngo]: 'first/second/0', [firm]: 'first/main/0' };
    expect(await places()).toEqual(swapped);
    const { undo } = await look();
    const staff = await api.grant('forum-staff', { forum: forumId });
    expect((await staff.post(schedule('undo'), { step: undo })).status).toBe(200);
    expect(await places()).toEqual({ [ngo]: 'first/main/0', [firm]: 'first/second/0' });
    const again = await tell('undo', { step: undo });
    expect([again.status, again.body.type]).toEqual([409, '/problems/step-passed']);
    const { redo } = await look();
    expect((await tell('redo', { step: redo })).status).toBe(200);
    expect(await places()).toEqual(swapped);
    expect((await look()).moves.map(({ act }) => act)).toEqual(['redo', 'undo', 'move', 'move', 'move']);
  });
});

type Preview = { warnings: { key: string; kind: string }[]; lines: { talk: string; change: string }[] };
const preview = async () => (await secretariat.get<Preview>(schedule('preview'))).body;
const release = async (name: string, note = '') => {
  const ticked = (await preview()).warnings.map(({ key }) => key);
  const answer = await tell('release', { name, note, ticked });
  await tellEverybody();
  return answer;
};
const mails = async () => {
  const rows = await api.db.read
    .selectFrom('mails')
    .select(['kind', 'person_id'])
    .where('kind', 'in', ['schedule-released', 'talk-unscheduled', 'talk-news'])
    .orderBy('created_at')
    .execute();
  return rows.map(({ kind, person_id }) => `${kind} ${nameOf(person_id)}`).sort();
};
const nameOf = (personId: string) =>
  [...speakers].find(([, client]) => client.personId === personId)?.[0] === played.ngo
    ? 'ngo'
    : [...speakers.values()].some((client) => client.personId === personId)
      ? 'firm'
      : 'office';

describe('a release', () => {
  it('is refused until what its preview warns of is ticked', async () => {
    const { ngo, firm } = played;
    const { warnings, lines } = await preview();
    expect(warnings.map(({ kind }) => kind)).toEqual(['unconfirmed', 'clash', 'clash']);
    expect(lines.map(({ talk, change }) => [talk, change]).sort()).toEqual(
      [
        [ngo, 'new'],
        [firm, 'new'],
      ].sort(),
    );
    const refused = await tell('release', { name: 'First' });
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { type: '/problems/warnings-unseen', allowed: { missing: warnings.map(({ key }) => key) } },
    ]);
    expect((await release('First')).status).toBe(200);
    expect(await mails()).toEqual(['schedule-released firm', 'schedule-released ngo']);
  });
  it('tells only those whose talk has moved or fallen out', async () => {
    const { ngo, firm } = played;
    await tell('move', { talk: ngo, place: at('last', 'main', 1) });
    expect((await release('Second', 'The main room is taken.')).status).toBe(200);
    expect((await mails()).filter((mail) => mail.endsWith('ngo'))).toHaveLength(2);
    expect((await mails()).filter((mail) => mail.endsWith('firm'))).toHaveLength(1);
    await tell('move', { talk: firm, place: null });
    expect((await release('Third')).status).toBe(200);
    expect(await mails()).toEqual([
      ...['schedule-released firm', 'schedule-released ngo', 'schedule-released ngo', 'talk-unscheduled firm'],
    ]);
  });
  it('is listed with who released it, and compared with any other', async () => {
    const { ngo, firm } = played;
    const { body } = await secretariat.get<{ items: object[] }>(`/forums/${forumId}/releases`);
    expect(body.items).toMatchObject([
      { number: 3, name: 'Third', placed: 1, unplaced: 1, moved: 0, by: expect.any(String) },
      { number: 2, name: 'Second', note: 'The main room is taken.', placed: 2, moved: 1 },
      { number: 1, name: 'First', placed: 2, moved: 2 },
    ]);
    const compared = async (query: string) =>
      (await secretariat.get<Preview>(`${schedule('difference')}${query}`)).body.lines
        .map(({ talk, change }) => [talk === ngo ? 'ngo' : talk === firm ? 'firm' : talk, change])
        .sort();
    expect(await compared('?from=1&to=3')).toEqual([
      ['firm', 'gone'],
      ['ngo', 'moved'],
    ]);
    expect(await compared('?from=2')).toEqual([
      ['firm', 'gone'],
      ['ngo', 'same'],
    ]);
    expect((await secretariat.get(`${schedule('difference')}?from=9`)).status).toBe(404);
  });
  it('is made by another than an officer in conflict, who is told so in the same words whatever it would warn of', async () => {
    const officer = await api.grant('secretariat', { award: 'sample' });
    const one = api.as(officer.personId);
    expect((await one.get(`${schedule('preview')}`)).body).toMatchObject({ byAnother: false });
    const data = {
      ...{ personId: officer.personId ?? '', nominationId: played.firm, cycleId: played.cycleId, country: 'SG' },
      ...{ kind: 'family' as const, reason: 'My sister.' },
    };
    await execute(
      api.db,
      member,
      memberStream(data.personId),
      { type: 'DeclareOfficerConflict', data },
      by('secretariat', data.personId),
    );
    const said = async (ticked: string[]) => {
      const { status, body } = await one.post(schedule('release'), { name: 'Fifth', note: '', ticked });
      return { status, type: body.type, detail: body.detail, allowed: body.allowed };
    };
    const refused = await said([]);
    expect(refused).toMatchObject({ status: 409, type: '/problems/release-by-another' });
    const { warnings } = await preview();
    expect(warnings).not.toEqual([]);
    expect(await said(warnings.map(({ key }) => key))).toEqual(refused);
    expect(JSON.stringify(refused)).not.toContain(played.firm);
    expect((await one.get(schedule('preview'))).body).toMatchObject({ byAnother: true });
    expect((await preview()).warnings).toEqual(warnings);
  });
  it('is gone back to in the working copy alone', async () => {
    const { ngo, firm } = played;
    expect((await tell('restore', { release: 1 })).status).toBe(200);
    expect(await places()).toEqual({ [ngo]: 'first/second/0', [firm]: 'first/main/0' });
    const shown = async () => (await secretariat.get(`/public/forums/${forumId}/schedule`)).body;
    await expect.poll(shown).toMatchObject({ release: { number: 3 } });
    expect((await tell('undo', { step: (await look()).undo })).status).toBe(200);
    expect(await places()).toEqual({ [ngo]: 'last/main/1' });
  });
});

describe('a presenter whom a place does not suit', () => {
  it('says so, and those who arrange the forum have a task until a release gives another', async () => {
    const { ngo } = played;
    const speaker = speakers.get(ngo) ?? secretariat;
    const talk = `${forumId}~${ngo}`;
    const asked = await speaker.post(`/talks/${talk}/refuse-place`, { release: 3, reason: 'My flight lands late.' });
    expect(asked.status).toBe(200);
    await tellEverybody();
    const { body } = await secretariat.get(`/talks/${talk}`);
    expect(body).toMatchObject({ status: 'confirmed', refused: { release: 3, reason: 'My flight lands late.' } });
    const tasks = async (position: unknown) => {
      type Tasks = { items: { kind: string; link: string }[] };
      const { body: found } = await secretariat.get<Tasks>(`/me/tasks?after=${position}`);
      return found.items.filter(({ kind }) => kind === 'place-refused').map(({ link }) => link);
    };
    expect(await tasks(asked.body.position)).toEqual([`/api/v1/forums/${forumId}`]);
    expect((await mails()).filter((mail) => mail.startsWith('talk-news'))).not.toEqual([]);
    await tell('move', { talk: ngo, place: at('last', 'main', 0) });
    const released = await release('Fourth');
    expect(await tasks(released.body.position)).toEqual([]);
  });
});

describe('the mails of releases', () => {
  it('carry one entry for the calendar of each reader, which later ones change and take out', async () => {
    const server = await openMailServer();
    const printer = openPrinter();
    const stop = new AbortController();
    const smtp = { url: server.url, from: 'Sample award <award@award.example.org>' };
    const parts = { db: api.db, smtp, publicUrl: 'https://award.example.org', printer, log: memoryLog() };
    const delivered = deliverMails(parts, { signal: stop.signal });
    const sent = () => server.received.map(calendarIn).filter((text) => text !== '');
    await eventually(async () => sent().length === 5);
    stop.abort();
    await delivered;
    await Promise.all([server.close(), printer.close()]);
    const entries = sent().flatMap(readCalendar);
    const of = (category: string) =>
      entries.filter(({ summary }) => summary.endsWith(`Sample ${category}`)).sort((a, b) => a.sequence - b.sequence);
    const [ngo, firm] = [of('ngo'), of('private')];
    expect(ngo.map(({ method, sequence, from }) => [method, sequence, from])).toEqual([
      ['REQUEST', 1, '2023-11-21T01:45:00.000Z'],
      ['REQUEST', 2, '2023-11-21T05:45:00.000Z'],
      ['REQUEST', 4, '2023-11-21T05:30:00.000Z'],
    ]);
    expect(firm.map(({ method, sequence, status }) => [method, sequence, status])).toEqual([
      ['REQUEST', 1, 'CONFIRMED'],
      ['CANCEL', 3, 'CANCELLED'],
    ]);
    expect(new Set(ngo.map(({ uid }) => uid)).size).toBe(1);
    expect(ngo[0]?.uid).not.toBe(firm[0]?.uid);
    expect(ngo[0]).toMatchObject({
      ...{ organiser: 'mailto:award@award.example.org', summary: 'Twelfth forum: Sample ngo' },
      place: 'Second room, Sands Expo & Convention Centre',
    });
  });
});
