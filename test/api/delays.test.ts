// Running late over HTTP: calendars, files and pages move, and those alone are told whose talk moves by much and has not begun.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { beginning, readLog } from '../../db/event-store.ts';
import { lettersFor } from '../../documents/letters/letters.ts';
import { sendMail } from '../../documents/mail.ts';
import { openPrinter } from '../../documents/print/printer.ts';
import type { Delay } from '../../domain/day/messages.ts';
import { deliverMails } from '../../worker/mail-delivery.ts';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi } from '../support/api.ts';
import { calendarIn, readCalendar } from '../support/mail-calendars.ts';
import { openMailServer } from '../support/mail-server.ts';
import { type Played, playForum, playNominations } from '../support/played-cycle.ts';
import { eventually, memoryLog } from '../worker/support.ts';

/** Where it is noon now: what begins in the morning has begun, what begins after two has not. */
const ahead = 12 - new Date().getUTCHours();
const zone = ahead === 0 ? 'UTC' : `Etc/GMT${ahead < 0 ? '+' : '-'}${Math.abs(ahead)}`;
const today = new Date(Date.now() + ahead * 3_600_000).toISOString().slice(0, 10);
const afternoon = { key: 'last', theme: 'communities', startsAt: 840, endsAt: 915 };

let api: TestApi;
let played: Played;
let forumId: string;
const reserve = randomUUID();
const people = new Map<string, string>();

beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
  const { acts, ngo, firm, cycleId } = played;
  const morning = { key: 'first', theme: 'protection', startsAt: 585, endsAt: 660 };
  forumId = await playForum(played, { zone, day: today, blocks: [morning, afternoon] });
  for (const name of ['begun', 'speaker', 'elsewhere', 'chair', 'otherChair'])
    people.set(name, await api.person(`Sample ${name}`));
  const talks = [
    { laureateId: ngo, speaker: 'begun', country: 'SG', place: { block: 'first', room: 'main', slot: 0 } },
    { laureateId: firm, speaker: 'speaker', country: 'SG', place: { block: 'last', room: 'main', slot: 0 } },
    { laureateId: reserve, speaker: 'elsewhere', country: 'MM', place: { block: 'last', room: 'second', slot: 0 } },
  ];
  const named = { laureateId: reserve, kind: 'choice' as const, order: 1, country: 'MM', category: 'ngo' };
  const secret = { organisation: { en: 'Sample secret house' } };
  await acts.talk({ type: 'NameReserve', data: { ...named, ...secret, forumId, cycleId } }, by('secretariat'));
  for (const { laureateId, speaker, country } of talks) {
    const invited = { forumId, laureateId, cycleId, personId: idOf(speaker), country, category: 'ngo' };
    const organisation = { en: `Sample house of ${speaker}`, th: `บ้านตัวอย่างของ ${speaker}` };
    await acts.talk({ type: 'InvitePresenter', data: { ...invited, organisation } }, by('secretariat'));
    await acts.talk({ type: 'ConfirmTalk', data: { forumId, laureateId } }, by('presenter', idOf(speaker)));
  }
  const proposalId = randomUUID();
  await acts.forum({ type: 'RequestSchedule', data: { forumId, proposalId } }, by('secretariat'));
  const facts = talks.map(({ laureateId: talk, speaker, country }) => {
    return { talk, person: idOf(speaker), country, category: 'ngo', theme: null, available: [] };
  });
  const placements = talks.map(({ laureateId: talk, place }) => ({ talk, ...place }));
  const moderators = {
    'first/main': idOf('otherChair'),
    'last/main': idOf('chair'),
    'last/second': idOf('otherChair'),
  };
  const proposal = { forumId, proposalId, placements, unplaced: [], talks: facts, moderators, interpretation: {} };
  await acts.forum({ type: 'ProposeSchedule', data: proposal }, by('process'));
  await acts.forum({ type: 'ReleaseSchedule', data: { forumId, name: 'First', note: '' } }, by('secretariat'));
  await api.db.read.updateTable('people').set({ language: 'th' }).where('person_id', '=', idOf('chair')).execute();
  await vi.waitFor(async () => expect(await calendar()).toHaveLength(3), { timeout: 20_000 });
});
afterAll(() => api.close());

const idOf = (name: string): string => people.get(name) ?? '';
const open = async (path: string) => await (await fetch(`${api.url}${path}`)).text();
const files = () => `/api/v1/public/forums/${forumId}`;
const calendar = async (query = '') => readCalendar(await open(`${files()}/schedule.ics${query}`));
/** A schedule in the format of frab: its version, and when each talk of the afternoon begins. */
async function frab() {
  const { schedule } = JSON.parse(await open(`${files()}/schedule.json`));
  const events = Object.values(schedule.conference.days[0].rooms).flat() as { start: string; description: string }[];
  return { version: schedule.version, events };
}

async function late(changes: Partial<Delay>) {
  const delay = { block: 'first', room: 'main', from: 585, minutes: 15, ...changes };
  const { status } = await played.people.secretariat.post(`/forums/${forumId}/delays`, delay);
  expect(status).toBe(200);
}

/** Writes the letters of all that was said so far, as the relay does. @returns the new ones, by whom they are for. */
async function told(): Promise<{ to: string; subject: string; body: string }[]> {
  const mails = () => api.db.read.selectFrom('mails').select(['mail_id', 'person_id', 'subject', 'body']).execute();
  const before = new Set((await mails()).map((mail) => mail.mail_id));
  const events = await readLog(api.db.readPool, beginning, 10_000);
  for (const event of events.filter(({ type }) => type === 'DelayReported'))
    for (const letter of await lettersFor({ db: api.db, publicUrl: 'https://award.example.org' }, event))
      await sendMail(api.db, letter);
  const names = new Map([...people].map(([name, id]) => [id, name]));
  return (await mails())
    .filter(({ mail_id: id }) => !before.has(id))
    .map(({ person_id: id, subject, body }) => ({ to: names.get(id) ?? id, subject, body }))
    .sort((a, b) => (a.to < b.to ? -1 : 1));
}

describe('running late', () => {
  let uid: string | undefined;
  it('moves the entries of calendars under a higher number, and says by how much', async () => {
    const [before] = (await calendar()).filter(({ from }) => from > new Date().toISOString());
    uid = before?.uid;
    await late({ note: 'The opening took longer.' });
    const talk = `?talk=${uid?.slice('talk-'.length).split('@')[0]}`;
    for (const query of ['', '?session=last~main', talk]) {
      const [now] = (await calendar(query)).filter((entry) => entry.uid === uid);
      expect([query, now?.sequence, now?.organiser]).toEqual([query, 2, 'mailto:secretariat@example.org']);
      expect(Date.parse(now?.from ?? '') - Date.parse(before?.from ?? '')).toBe(15 * 60_000);
      expect(Date.parse(now?.to ?? '') - Date.parse(before?.to ?? '')).toBe(15 * 60_000);
      expect(now?.description).toContain('Late by 15 minutes; by the programme at 14:00. The opening took longer.');
    }
    const [thai] = (await calendar(`${talk}&language=th`)).map(({ description }) => description);
    expect(thai).toContain('ล่าช้า 15 นาที ตามกำหนดการเดิมเวลา 14:00');
    const elsewhere = (await calendar('?session=last~second')).map(({ sequence }) => sequence);
    expect(elsewhere).toEqual([1]);
  });
  it('moves the talks in the files of conference apps, which see that it is another version', async () => {
    const { version, events } = await frab();
    expect([version, events.map(({ start }) => start).sort()]).toEqual(['1.1 First', ['10:00', '14:00', '14:15']]);
    const moved = events.find(({ start }) => start === '14:15');
    expect(moved?.description).toContain('Late by 15 minutes');
    expect(await open(`${files()}/schedule.xml`)).toContain('<start>14:15</start>');
  });
  it('stands in the schedule as JSON beside the place of the release', async () => {
    const { placements } = JSON.parse(await open(`${files()}/schedule`));
    const shown = placements.map((one: { place: { localStart: string }; running: object }) => [
      one.place.localStart,
      one.running,
    ]);
    const on = { startsAt: expect.any(String), endsAt: expect.any(String) };
    const note = 'The opening took longer.';
    expect(shown).toEqual([
      ['09:45', { ...on, late: 15, note, sequence: 2, localStart: '10:00', localEnd: '10:15' }],
      ['14:00', { ...on, late: 15, note, sequence: 2, localStart: '14:15', localEnd: '14:30' }],
      ['14:00', { ...on, late: 0, note: '', sequence: 1, localStart: '14:00', localEnd: '14:15' }],
    ]);
  });
  it('is told on the pages of the programme', async () => {
    for (const path of ['', '/today', '/embed', '/sessions/last~main', '?by=country'])
      expect([path, await open(`/forums/${forumId}${path}`)]).toEqual([path, expect.stringContaining('14:15')]);
  });

  it('is told by mail to those alone who speak or moderate in what has not begun, each in the own language', async () => {
    const [chair, speaker, ...more] = await told();
    expect([chair?.to, speaker?.to, more]).toEqual(['chair', 'speaker', []]);
    expect(speaker?.body).toContain(
      `14:15 (late by 15 minutes; by the programme at 14:00), Main room: Sample house of speaker
Times are those of the venue (${zone}).
Reason: The opening took longer.`,
    );
    expect(chair?.subject).toBe('การเสวนาครั้งที่ 12: แจ้งเปลี่ยนเวลาวันนี้');
    expect(chair?.body).toContain(
      'เวลา 14:15 (ล่าช้า 15 นาที ตามกำหนดการเดิมเวลา 14:00) Main room: Empowering Communities',
    );
    expect(chair?.body).toContain('เหตุผล: The opening took longer.');
    // Who moderates reads of the session, not of whose talks it has.
    expect(chair?.body).not.toContain('Sample house');
  });
  it('is not told again, nor for as few minutes as the plan leaves to everybody’s patience', async () => {
    expect(await told()).toEqual([]);
    await late({ minutes: 20 });
    expect(await told()).toEqual([]);
    const numbers = (await calendar()).filter((entry) => entry.uid === uid).map(({ sequence }) => sequence);
    expect(numbers).toEqual([3]);
  });
  it('is taken back when all is on time again', async () => {
    await late({ minutes: 0 });
    const mails = await told();
    expect(mails.map(({ to }) => to)).toEqual(['chair', 'speaker']);
    expect(mails[1]?.body).toContain('14:00, as planned, Main room: Sample house of speaker');
    const [now] = (await calendar()).filter((entry) => entry.uid === uid);
    expect([now?.sequence, now?.description.includes('Late by')]).toEqual([4, false]);
  });
  it('keeps back a word that names somebody under embargo, in mails too', async () => {
    await late({
      room: 'second',
      block: 'last',
      from: 840,
      minutes: 30,
      note: 'Waiting for sample house of elsewhere.',
    });
    for (const path of [
      `${files()}/schedule`,
      `${files()}/today`,
      `${files()}/schedule.ics`,
      `/forums/${forumId}/today`,
    ])
      expect([path, /waiting for/i.test(await open(path))]).toEqual([path, false]);
    const mails = await told();
    expect(mails.map(({ to, body }) => [to, body.includes('Waiting')])).toEqual([
      ['elsewhere', false],
      ['otherChair', false],
    ]);
  });
  it('is told to nobody of what was given already', async () => {
    await played.acts.talk({ type: 'MarkPresented', data: { forumId, laureateId: played.firm } }, by('forum-staff'));
    await vi.waitFor(async () => {
      const { status } = await api.db.read
        .selectFrom('talks')
        .select('status')
        .where('forum_id', '=', forumId)
        .where('laureate_id', '=', played.firm)
        .executeTakeFirstOrThrow();
      expect(status).toBe('presented');
    });
    await late({ minutes: 40 });
    expect(await told()).toEqual([]);
  });

  it('comes with the very entry that the calendars of readers have', async () => {
    const server = await openMailServer();
    const printer = openPrinter();
    const stop = new AbortController();
    const smtp = { url: server.url, from: 'Sample secretariat <secretariat@example.org>' };
    const parts = { db: api.db, smtp, publicUrl: api.url, printer, log: memoryLog() };
    const delivered = deliverMails(parts, { signal: stop.signal });
    const sent = () => server.received.map(calendarIn).filter((text) => text !== '');
    await eventually(async () => sent().length === 3);
    stop.abort();
    await delivered;
    await Promise.all([server.close(), printer.close()]);
    const entries = sent().flatMap(readCalendar);
    const own = entries.filter((entry) => entry.uid === uid).sort((a, b) => a.sequence - b.sequence);
    expect(own.map(({ method, sequence, organiser }) => [method, sequence, organiser])).toEqual([
      ['REQUEST', 2, 'mailto:secretariat@example.org'],
      ['REQUEST', 4, 'mailto:secretariat@example.org'],
    ]);
    const [later, back] = own.map(({ from }) => Date.parse(from));
    expect((later ?? 0) - (back ?? 0)).toBe(15 * 60_000);
  });
});
