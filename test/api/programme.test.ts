// A released programme in every form that it goes out in: silent about names until the public stage, and true to the releases.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rulesOf } from '../../api/access.ts';
import { publicPages } from '../../api/pages/pages.ts';
import { routes } from '../../api/routes.ts';
import { readXlsx } from '../../documents/xlsx.ts';
import { by } from '../support/acts.ts';
import { textOf } from '../support/answer-text.ts';
import { openTestApi, type TestApi } from '../support/api.ts';
import { frabBreaches } from '../support/frab-schema.ts';
import { type Played, playAnnouncement, playLaureates, playNominations } from '../support/played-cycle.ts';
import { moderatorName, planted, playProgramme } from '../support/programmes.ts';

let api: TestApi;
let played: Played;
let forumId: string;
let planned: string;
const reserveId = randomUUID();

beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
  await playLaureates(played);
  const { ngo, firm } = played;
  await playAnnouncement(played, ['country', 'press']);
  planned = (await playProgramme(api, played)).forumId;
  const forum = await playProgramme(api, played);
  forumId = forum.forumId;
  await forum.release('First', [
    { talk: ngo, block: 'first', room: 'main', slot: 0 },
    { talk: firm, block: 'middle', room: 'second', slot: 1 },
  ]);
  await playReserve();
  await forum.release('Second', [{ talk: ngo, block: 'last', room: 'second', slot: 2 }], [reserveId]);
  await vi.waitFor(async () => expect((await frab()).version).toEqual('2 Second'), { timeout: 20_000 });
});
afterAll(() => api.close());

/** One who is no laureate is asked to speak in the place of one who cannot. */
async function playReserve(): Promise<void> {
  const { acts, cycleId } = played;
  const of = { forumId, laureateId: reserveId };
  const reserve = { country: 'MM', category: 'ngo', organisation: { en: planted.reserve } };
  const named = { ...of, ...reserve, cycleId, kind: 'choice' as const, order: 1 };
  await acts.talk({ type: 'NameReserve', data: named }, by('secretariat'));
  const invited = { ...of, ...reserve, cycleId, personId: await api.person(planted.speaker) };
  await acts.talk({ type: 'InvitePresenter', data: invited }, by('secretariat'));
}

type Got = { path: string; status: number; headers: Headers; text: string };
async function get(path: string, init: RequestInit = {}): Promise<Got> {
  const response = await fetch(`${api.url}${path}`, init);
  const text = await textOf(Buffer.from(await response.arrayBuffer()));
  return { path, status: response.status, headers: response.headers, text };
}
/** As a browser asks that has it already: `fetch` would ask for a fresh one. */
async function statusWith(path: string, etag: string): Promise<number | undefined> {
  const request = http.get(`${api.url}${path}`, { headers: { 'if-none-match': etag } });
  const [response] = await once(request, 'response');
  response.resume();
  return response.statusCode;
}
const file = (kind: string, query = '') => `/api/v1/public/forums/${forumId}/schedule.${kind}${query}`;

type FrabEvent = { guid: string; title: string; persons: { guid: string; public_name: string }[]; start: string };
type Frab = { version: string; conference: { days: { rooms: { [name: string]: FrabEvent[] } }[] } };
async function frab(): Promise<Frab> {
  const { text } = await get(file('json'));
  return JSON.parse(text).schedule;
}
const eventsOf = ({ conference }: Frab) => conference.days.flatMap(({ rooms }) => Object.values(rooms).flat());

async function calendar(query = '') {
  const { text } = await get(file('ics', query));
  const read = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  return read.map((event) => ({
    ...{ uid: event.uid, sequence: event.sequence, summary: event.summary, place: event.location },
    from: event.startDate.toJSDate().toISOString(),
    status: event.component.getFirstPropertyValue('status'),
  }));
}

/** Every address that anybody may read, with what is known put in its places. */
async function everyAddress(): Promise<string[]> {
  const [talk] = eventsOf(await frab());
  const known: { [name: string]: string[] } = {
    ...{ forumId: [forumId], slug: [played.cycleId], cycleId: [played.cycleId], iso2: ['SG'], award: ['sample'] },
    ...{ laureateId: [played.ngo, played.firm], laureate: [played.ngo, played.firm], edition: ['1'] },
    ...{
      fileId: [randomUUID()],
      hash: ['0'.repeat(64)],
      session: ['last~second', 'first~main'],
      publicId: [talk?.guid ?? ''],
    },
    speaker: [talk?.persons[0]?.guid ?? talk?.guid ?? ''],
  };
  const filled = (path: string): string[] => {
    const name = /:(\w+)/.exec(path)?.[1];
    if (name === undefined) return [path];
    const values = known[name];
    if (values === undefined) throw new Error(`Say what :${name} of ${path} stands for.`);
    return values.flatMap((value) => filled(path.replace(`:${name}`, value)));
  };
  const pages = Object.keys(publicPages).flatMap(filled);
  const isOpen = ({ operation }: (typeof routes)[number]) => rulesOf(operation).every(([role]) => role === 'public');
  const views = routes.filter(
    (route) => route.method === 'get' && (isOpen(route) || route.path.startsWith('/public/')),
  );
  const some = [`session=last~second`, `speaker=${known.speaker}`, `talk=${talk?.guid}`];
  return [
    ...pages.flatMap((path) => [path, `${path}?lang=th`, `${path}?by=theme`, `${path}?by=country`]),
    ...views.flatMap(({ path }) => filled(`/api/v1${path}`)).flatMap((path) => [path, `${path}?language=th`]),
    ...some.flatMap((asked) => [file('ics', `?${asked}`), file('ics', `?${asked}&language=th`)]),
  ];
}

const names = () => [...Object.values(planted), played.ngo, played.firm];
const namesIn = ({ text, headers }: Got) => {
  const all = text + JSON.stringify([...headers]);
  return names().filter((name) => all.includes(name));
};
let before: Map<string, Got>;

describe('before the public stage', () => {
  it('no public output names who is a laureate, in any form or language', async () => {
    const seen = await Promise.all((await everyAddress()).map((path) => get(path)));
    before = new Map(seen.map((got) => [got.path, got]));
    // A laureate's own address says what was asked for, and that there is nothing.
    const leaks = seen
      .map((got) => [got.path, namesIn(got).filter((name) => !got.path.includes(name))] as const)
      .filter(([, found]) => found.length > 0);
    expect(leaks).toEqual([]);
    for (const kind of ['ics', 'json', 'xml', 'xlsx', 'pdf'])
      expect([kind, before.get(file(kind))?.status]).toEqual([kind, 200]);
    expect(before.get(`/forums/${forumId}/embed`)?.status).toEqual(200);
  });
  it('neither does what a reader asks for without the content, or has already', async () => {
    for (const { path, headers } of before.values()) {
      const [head, again] = await Promise.all([
        get(path, { method: 'HEAD' }),
        get(path, { headers: { 'if-none-match': headers.get('etag') ?? '"none"' } }),
      ]);
      const found = [...namesIn(head), ...namesIn(again)].filter((name) => !path.includes(name));
      expect([path, found]).toEqual([path, []]);
    }
  });
  it('a session says who moderates it, which is no secret', async () => {
    expect(before.get(`/forums/${forumId}/sessions/first~main`)?.text).toContain(moderatorName);
  });
  it('every form calls the talk by country and category, in the language asked for', async () => {
    const en = 'Laureate, Singapore, Non-governmental organisations';
    for (const kind of ['json', 'xml', 'xlsx', 'pdf']) expect(before.get(file(kind))?.text).toContain(en);
    expect((await calendar()).map(({ summary }) => summary)).toContain(en);
    const [one] = await calendar('?language=th');
    expect(one?.summary).toMatch(/^องค์กรที่ได้รับรางวัล /);
  });
  it('what each release changed is told without names', () => {
    const text = before.get(`/forums/${forumId}/changes`)?.text ?? '';
    for (const said of ['Release 2, Second', 'Not in the programme any more', '<s>', 'Release 1, First'])
      expect(text).toContain(said);
  });
  it('what each release changed is there as JSON, and so is who moderates, which the contract describes', async () => {
    const read = async (what: string) => JSON.parse((await get(`/api/v1/public/forums/${forumId}/${what}`)).text);
    const { releases } = await read('changes');
    type Line = { change: string; talk: { category: string; organisation: null }; from: object | null };
    const told = releases.map(({ number, changes }: { number: number; changes: Line[] }) => [
      number,
      ...changes
        .map(({ change, talk, from }) => [change, talk.category, talk.organisation, from !== null].join())
        .sort(),
    ]);
    expect(told).toEqual([
      [2, 'gone,private,,true', 'moved,ngo,,true'],
      [1, 'new,ngo,,false', 'new,private,,false'],
    ]);
    const { sessions } = await read('schedule');
    expect(sessions).toEqual([{ session: 'first~main', moderator: moderatorName, interpretation: ['th'] }]);
    const { paths } = JSON.parse((await get('/api/openapi.json')).text);
    expect(paths['/api/v1/public/forums/{forumId}/changes'].get.summary).toContain('What each release');
  });
  it('a forum that has no release says so, and gives no files', async () => {
    const page = await get(`/forums/${planned}`, { headers: { 'accept-language': 'en' } });
    expect([page.status, page.text.includes('has not been released yet')]).toEqual([200, true]);
    const calendarOf = await get(`/api/v1/public/forums/${planned}/schedule.ics`);
    expect([calendarOf.status, namesIn(page)]).toEqual([404, []]);
  });
});

describe('a calendar', () => {
  it('has each talk under the release that moved it, and what fell out as cancelled', async () => {
    const laureate = (category: string) => `Laureate, Singapore, ${category}`;
    expect((await calendar()).map(({ uid: _own, ...event }) => event)).toEqual([
      {
        ...{ sequence: 2, summary: laureate('Non-governmental organisations'), status: 'CONFIRMED' },
        ...{ place: 'Second room, Sands Expo & Convention Centre', from: '2023-11-21T06:00:00.000Z' },
      },
      {
        ...{ sequence: 2, summary: laureate('Private sector'), status: 'CANCELLED' },
        ...{ place: 'Second room, Sands Expo & Convention Centre', from: '2023-11-21T03:30:00.000Z' },
      },
    ]);
  });
  it('can be of one session alone', async () => {
    expect((await calendar('?session=last~second')).map(({ status }) => status)).toEqual(['CONFIRMED']);
    expect(await calendar('?session=first~main')).toEqual([]);
  });
});

describe('a conference file', () => {
  it('keeps the schema that apps check it by', async () => {
    const { text } = await get(file('xml'));
    expect(frabBreaches(text)).toEqual([]);
    expect(text).toContain('<start>14:00</start>');
    expect(frabBreaches(text.replace(/guid="[^"]+"/, 'guid="1"'))).toEqual(['schedule/day/room/event@guid is "1".']);
  });
  it('says the same as JSON and as XML, in the venue’s time', async () => {
    const [talk] = eventsOf(await frab());
    const { text } = await get(file('xml'));
    for (const said of [talk?.guid, talk?.title, talk?.start, '2023-11-21T14:00:00+08:00'])
      expect(text).toContain(`${said}`);
  });
});

describe('a word about a delay', () => {
  it('moves the talk in every public output, and names nobody there, whatever was written', async () => {
    const note = `We wait for ${planted.organisation} of ngo.`;
    const late = { block: 'last', room: 'second', from: 810, minutes: 15, note };
    const { secretariat } = played.people;
    expect((await secretariat.post(`/forums/${forumId}/delays`, late)).status).toEqual(200);
    const seen = await Promise.all((await everyAddress()).map((path) => get(path)));
    const leaks = seen
      .map((got) => [got.path, namesIn(got).filter((name) => !got.path.includes(name))] as const)
      .filter(([, found]) => found.length > 0);
    expect([leaks, seen.filter(({ text }) => /we wait for/i.test(text)).map(({ path }) => path)]).toEqual([[], []]);
    expect((await get(`/forums/${forumId}`)).text).toContain('14:15');
    expect(frabBreaches((await get(file('xml'))).text)).toEqual([]);
    expect((await secretariat.post(`/forums/${forumId}/delays`, { ...late, minutes: 0, note: '' })).status).toEqual(
      200,
    );
  });
});

describe('after the public stage', () => {
  let uids: string[];
  beforeAll(async () => {
    uids = (await calendar()).map(({ uid }) => uid);
    const { acts, cycleId } = played;
    const at = new Date(Date.now() - 500).toISOString();
    await acts.cycle(
      { type: 'PlanAnnouncement', data: { cycleId, stages: [{ stage: 'public', at }] } },
      by('secretariat'),
    );
    await acts.cycle({ type: 'PublishStage', data: { cycleId, stage: 'public' } }, by('process'));
    await vi.waitFor(async () => expect((await get(file('json'))).text).toContain(planted.title), { timeout: 20_000 });
  });

  it('every form names the laureate, the speaker and the title', async () => {
    for (const kind of ['json', 'xml', 'xlsx', 'pdf']) {
      const { text } = await get(file(kind));
      for (const said of [planted.organisation, planted.title, planted.speaker])
        expect([kind, said, text.includes(said)]).toEqual([kind, said, true]);
    }
    const { text } = await get(`/forums/${forumId}/embed`);
    expect(text).toContain(planted.title);
  });
  it('who has the page or the file of before gets the new one', async () => {
    for (const path of [file('ics'), file('json'), file('xml'), `/forums/${forumId}`]) {
      const etag = before.get(path)?.headers.get('etag') ?? '';
      const now = (await get(path)).headers.get('etag') ?? '';
      expect([path, etag === '', await statusWith(path, etag), await statusWith(path, now)]).toEqual([
        ...[path, false, 200, 304],
      ]);
    }
  });
  it('a calendar keeps the names of its entries, and gets their titles', async () => {
    const now = await calendar();
    expect(now.map(({ uid }) => uid)).toEqual(uids);
    expect(now[0]?.summary).toEqual(`${planted.title} of ngo <b>& (${planted.acronym})`);
  });
  it('a speaker has a page and a calendar', async () => {
    const [talk] = eventsOf(await frab());
    const key = talk?.persons[0]?.guid ?? '';
    expect((await get(`/forums/${forumId}/speakers/${key}`)).text).toContain(planted.speaker);
    expect(await calendar(`?speaker=${key}`)).toHaveLength(2);
    expect(frabBreaches((await get(file('xml'))).text)).toEqual([]);
  });
  it('what fell out keeps its address, and says so', async () => {
    const { text } = await get(`/api/v1/public/forums/${forumId}/schedule`);
    const unplaced = JSON.parse(text).unplaced as { publicId: string; category: string }[];
    const left = unplaced.find(({ category }) => category === 'private');
    const page = await get(`/forums/${forumId}/talks/${left?.publicId}`, { headers: { 'accept-language': 'en' } });
    expect([page.status, page.text.includes('not in the programme any more')]).toEqual([200, true]);
  });
  it('a reserve is named with the laureates', async () => {
    expect((await get(`/forums/${forumId}`)).text).toContain(planted.reserve);
  });
  it('may be framed by other sites on the page that is made for it, and nowhere else', async () => {
    const policy = async (path: string) => (await get(path)).headers.get('content-security-policy');
    expect(await policy(`/forums/${forumId}/embed`)).toContain('frame-ancestors *');
    expect(await policy(`/forums/${forumId}`)).toContain("frame-ancestors 'none'");
    expect((await get(`/forums/${forumId}/embed`)).headers.get('x-frame-options')).toEqual(null);
  });
  it('the workbook has a row for each talk', async () => {
    const response = await fetch(`${api.url}${file('xlsx')}`);
    const [head, ...rows] = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    expect([head?.slice(0, 3), rows.map((row) => row.slice(0, 3))]).toEqual([
      ['From', 'To', 'Room'],
      [
        ['14:00', '14:15', 'Second room'],
        ['', '', 'Without a place'],
        ['', '', 'Without a place'],
      ],
    ]);
  });
});
