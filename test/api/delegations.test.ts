// Delegations over HTTP: registered, changed by two at once, asked by link, imported, printed, marked on the day, erased.
import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readXlsx } from '../../documents/xlsx.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { readPdf } from '../support/pdf.ts';
import { type Played, playForum, playNominations } from '../support/played-cycle.ts';

type Participant = {
  participantId: string;
  name: string | null;
  names: object;
  email: string | null;
  capacity: string;
  status: string;
  attendance: string;
  needs: { diet: string; access: string } | null;
  replacedBy: string | null;
  version: number;
};
type List = { items: Participant[]; next: string | null };

let api: TestApi;
let played: Played;
let staff: TestClient;
let delegate: TestClient;
let forumId: string;
let desk: string;

beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
  forumId = await playForum(played);
  staff = await api.grant('forum-staff', { forum: forumId });
  delegate = await api.grant('delegate', { award: 'sample', country: 'SG' });
  desk = `/forums/${forumId}/delegations/SG/participants`;
});
afterAll(() => api.close());

/** What is said of somebody who is not real. */
const said = (number: number, changes: object = {}) => ({
  capacity: 'delegate',
  honorific: 'Ms',
  name: `Sample Participant ${number}`,
  names: { th: `ผู้เข้าร่วมตัวอย่าง ${number}` },
  positions: { en: 'Sample director', th: 'ผู้อำนวยการตัวอย่าง' },
  bodies: { en: 'Sample ministry' },
  email: `participant-${number}@example.org`,
  ...changes,
});
const register = async (number: number, changes: object = {}, client = played.people.focalPoint) => {
  const answer = await client.post(desk, said(number, changes));
  expect([answer.status, answer.body.detail]).toEqual([201, undefined]);
  return answer.body.id;
};
const read = async (id: string, client = played.people.focalPoint) =>
  (await client.get<Participant>(`/participants/${id}`)).body;
const changed = (row: Participant, changes: object) => {
  const {
    participantId: _id,
    status: _s,
    attendance: _a,
    replacedBy: _r,
    needs,
    ...rest
  } = row as Participant & {
    forumId?: string;
    country?: string;
  };
  const { forumId: _f, country: _c, ...body } = rest;
  return { ...body, ...needs, ...changes };
};
const linkOf = async (personId: string) => {
  const mail = await api.db.read
    .selectFrom('mails')
    .selectAll()
    .where('person_id', '=', personId)
    .where('kind', '=', 'participant-asked')
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  return { mail, headers: { authorization: `Link ${mail.secret}` } };
};
const personOf = async (participantId: string) =>
  (
    await api.db.read
      .selectFrom('participants')
      .select('person_id')
      .where('participant_id', '=', participantId)
      .executeTakeFirstOrThrow()
  ).person_id;

describe('RegisterParticipant', () => {
  it('keeps what is personal out of the events', async () => {
    const id = await register(1, { capacity: 'head', diet: 'No peanuts at all', assignedBy: 'Letter MOI 0211/77' });
    expect(await read(id)).toMatchObject({
      ...{ name: 'Sample Participant 1', capacity: 'head', email: 'participant-1@example.org', version: 1 },
      ...{ needs: { diet: 'No peanuts at all', access: '' }, status: 'registered', attendance: 'expected' },
    });
    const { rows } = await api.db.readPool.query<{ text: string }>(
      "select string_agg(data::text, '') as text from events where stream_id = $1",
      [`delegation/${forumId}/SG`],
    );
    for (const word of ['Sample Participant', 'ตัวอย่าง', 'peanuts', 'example.org', 'Letter', 'director'])
      expect(rows[0]?.text).not.toContain(word);
  });
  it('is one participant however often it is said under one key', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const [first, second] = [
      await played.people.focalPoint.post(desk, said(2), headers),
      await played.people.focalPoint.post(desk, said(2), headers),
    ];
    expect([second.status, second.body]).toEqual([201, first.body]);
  });
  it('is for the focal point, the delegates, the secretariat and the forum’s staff', async () => {
    await register(3, {}, delegate);
    await register(4, {}, staff);
    await register(5, {}, played.people.secretariat);
    expect((await played.people.screener.post(desk, said(6))).status).toBe(403);
    expect((await played.people.focalPointAbroad.post(desk, said(6))).status).toBe(404);
  });
  it('takes one without an address, who is a person all the same', async () => {
    const id = await register(7, { email: null });
    expect(await read(id)).toMatchObject({ email: null, name: 'Sample Participant 7' });
    const answer = await played.people.focalPoint.post(`/participants/${id}/ask`);
    expect([answer.status, answer.body.type]).toEqual([409, '/problems/no-address']);
  });
  it('names every field that is wrong', async () => {
    const arrival = { at: '2023-11-22T08:00:00+08:00', zone: 'Asia/Singapore' };
    const departure = { ...arrival, at: '2023-11-20T08:00:00+08:00' };
    const wrong = said(8, {
      email: 'nobody',
      capacity: 'king',
      price: 1,
      arrival,
      departure: { ...arrival, at: '2023-11-23T08:00:00+08:00', zone: 'X Y' },
    });
    const { status, body } = await played.people.focalPoint.post(desk, wrong);
    const fields = (body.errors as { field: string }[]).map(({ field }) => field);
    expect([status, [...new Set(fields)].sort()]).toEqual([400, ['capacity', 'departure.zone', 'email', 'price']]);
    const order = await played.people.focalPoint.post(desk, said(8, { arrival, departure }));
    expect(order.body.errors).toMatchObject([{ field: 'departure', rule: 'must be after the arrival' }]);
  });
  it('is not there for a country that the award does not know', async () => {
    const path = `/forums/${forumId}/delegations/FR/participants`;
    expect((await played.people.secretariat.post(path, said(9))).status).toBe(404);
  });
  it('refuses a second head, and an address that is taken', async () => {
    const second = await played.people.focalPoint.post(desk, said(9, { capacity: 'head' }));
    expect([second.status, second.body.type]).toEqual([409, '/problems/head-named']);
    const same = await played.people.focalPoint.post(desk, said(9, { email: 'PARTICIPANT-1@example.org' }));
    expect([same.status, same.body.type]).toEqual([409, '/problems/participant-known']);
  });
});

describe('a change', () => {
  it('is recorded by the names of what changed', async () => {
    const id = await register(10);
    const row = await read(id);
    const answer = await played.people.focalPoint.post(
      `/participants/${id}/change`,
      changed(row, { positions: { en: 'Another office' }, diet: 'Vegetarian' }),
    );
    expect(answer.status).toBe(200);
    const { rows } = await api.db.readPool.query<{ data: { changed: string[] } }>(
      "select data from events where stream_id = $1 and type = 'ParticipantChanged' order by version desc limit 1",
      [`delegation/${forumId}/SG`],
    );
    expect(rows[0]?.data.changed).toEqual(['positions', 'diet']);
    expect(await read(id)).toMatchObject({ version: 2, needs: { diet: 'Vegetarian' } });
  });
  it('does not overwrite what another has written since: both versions are there', async () => {
    const id = await register(11);
    const row = await read(id);
    const path = `/participants/${id}/change`;
    expect((await delegate.post(path, changed(row, { access: 'A ramp' }))).status).toBe(200);
    const late = await played.people.focalPoint.post(path, changed(row, { access: 'A lift' }));
    expect([late.status, late.body.type]).toEqual([409, '/problems/participant-moved']);
    expect(late.body.theirs).toMatchObject({ version: 2, needs: { access: 'A ramp' } });
    const again = await played.people.focalPoint.post(path, changed(row, { access: 'A lift', version: 2 }));
    expect(again.status).toBe(200);
    expect(await read(id)).toMatchObject({ version: 3, needs: { access: 'A lift' } });
  });
  it('said again under its key changes nothing more', async () => {
    const id = await register(12);
    const body = changed(await read(id), { printedName: 'On the badge' });
    const headers = { 'idempotency-key': randomUUID() };
    const path = `/participants/${id}/change`;
    const first = await played.people.focalPoint.post(path, body, headers);
    expect((await played.people.focalPoint.post(path, body, headers)).body).toEqual(first.body);
    expect(await read(id)).toMatchObject({ version: 2, printedName: 'On the badge' });
  });
  it('of the address makes it another person, and ends the former one’s link', async () => {
    const id = await register(13);
    await played.people.focalPoint.post(`/participants/${id}/ask`);
    const { headers } = await linkOf(await personOf(id));
    await played.people.focalPoint.post(
      `/participants/${id}/change`,
      changed(await read(id), { email: 'other-13@example.org' }),
    );
    expect(await read(id)).toMatchObject({ email: 'other-13@example.org', name: 'Sample Participant 13' });
    expect((await api.as(null).get(`/participants/${id}/own`, headers)).body.type).toBe('/problems/link-over');
  });
});

describe('a participant who came by link', () => {
  it('sees the forum and the own particulars, fills them in, and nothing else', async () => {
    const [id, other] = [await register(20, { language: 'th' }), await register(21)];
    expect((await played.people.focalPoint.post(`/participants/${id}/ask`)).status).toBe(200);
    const { mail, headers } = await linkOf(await personOf(id));
    expect([mail.language, mail.body.includes('{link}'), mail.forum_id]).toEqual(['th', true, forumId]);
    const nobody = api.as(null);
    expect(await nobody.get('/links/me', headers)).toMatchObject({ body: { purpose: 'participant', subject: id } });
    type Own = { participant: Participant & { arrival: object }; forum: object };
    const own = (await nobody.get<Own>(`/participants/${id}/own`, headers)).body;
    expect(own.forum).toMatchObject({ zone: 'Asia/Singapore', day: '2023-11-21' });
    const { participant } = own;
    const {
      email: _e,
      language: _l,
      capacity: _c,
      ...mine
    } = changed(participant, {
      printedName: 'Sample 20',
      arrival: { at: '2023-11-20T14:30:00+08:00', zone: 'Asia/Singapore', flight: 'TG 403' },
      access: 'A seat near the door',
    }) as Record<string, unknown>;
    expect((await nobody.post(`/participants/${id}/own`, mine, headers)).status).toBe(200);
    expect(await read(id)).toMatchObject({ printedName: 'Sample 20', needs: { access: 'A seat near the door' } });
    const paths = [`/participants/${id}`, desk, `/forums/${forumId}/participants`, '/me'];
    for (const path of paths) expect([path, (await nobody.get(path, headers)).status]).toEqual([path, 403]);
    expect((await nobody.get(`/participants/${other}/own`, headers)).status).toBe(404);
    const asHead = await nobody.post(`/participants/${id}/own`, { ...mine, capacity: 'head' }, headers);
    expect(asHead.status).toBe(400);
  });
  it('is asked ten times a day at most', async () => {
    const id = await register(22);
    const answers: number[] = [];
    for (let time = 0; time < 11; time += 1)
      answers.push((await played.people.focalPoint.post(`/participants/${id}/ask`)).status);
    expect(answers).toEqual([...Array(10).fill(200), 429]);
  });
  it('has no say any more once replaced or withdrawn', async () => {
    const [replaced, withdrawn] = [await register(23), await register(24)];
    for (const id of [replaced, withdrawn]) await played.people.focalPoint.post(`/participants/${id}/ask`);
    const links = [await linkOf(await personOf(replaced)), await linkOf(await personOf(withdrawn))];
    const { capacity: _same, ...instead } = said(25, { reason: 'Called away.' });
    const answer = await played.people.focalPoint.post(`/participants/${replaced}/replace`, instead);
    expect(answer.status).toBe(201);
    const body = { reason: 'Travel is not approved.' };
    expect((await played.people.focalPoint.post(`/participants/${withdrawn}/withdraw`, body)).status).toBe(200);
    for (const { headers } of links)
      expect((await api.as(null).get('/links/me', headers)).body.type).toBe('/problems/link-over');
    expect(await read(replaced)).toMatchObject({ status: 'replaced', replacedBy: answer.body.id });
    expect(await read(answer.body.id)).toMatchObject({ status: 'registered', name: 'Sample Participant 25' });
  });
});

describe('the register', () => {
  it('pages by country and name, the head first, and keeps the gone ones apart', async () => {
    const all: Participant[] = [];
    for (let cursor = ''; ; ) {
      const page = (await staff.get<List>(`/forums/${forumId}/participants?limit=4${cursor}`)).body;
      all.push(...page.items);
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(all[0]).toMatchObject({ capacity: 'head' });
    expect(new Set(all.map(({ participantId }) => participantId)).size).toBe(all.length);
    expect(all.every(({ status }) => status === 'registered')).toBe(true);
    const whole = (await staff.get<List>(`/forums/${forumId}/participants?status=all&limit=200`)).body;
    expect(whole.items.length).toBe(all.length + 2);
  });
  it('is searched in any script', async () => {
    const found = async (q: string) =>
      (await staff.get<List>(`/forums/${forumId}/participants?q=${encodeURIComponent(q)}`)).body.items.map(
        ({ name }) => name,
      );
    expect(await found('participant 10')).toEqual(['Sample Participant 10']);
    expect(await found('ตัวอย่าง 12')).toEqual(['Sample Participant 12']);
    expect(await found('100%')).toEqual([]);
  });
  it('shows an auditor who comes, and not what must be thought of', async () => {
    const { items } = (await played.people.auditor.get<List>(`/forums/${forumId}/participants`)).body;
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ needs }) => needs === null)).toBe(true);
    const csv = await fetch(`${api.url}/api/v1/forums/${forumId}/participants?format=csv`, {
      headers: { 'x-person': played.people.auditor.personId ?? '' },
    });
    expect(await csv.text()).not.toContain('peanuts');
  });
  it('comes as a workbook with all that is filtered', async () => {
    const response = await fetch(`${api.url}/api/v1/forums/${forumId}/participants?capacity=head&format=xlsx`, {
      headers: { 'x-person': staff.personId ?? '' },
    });
    const [header = [], row = [], ...rest] = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    expect([header.includes('needs.diet'), row.includes('Sample Participant 1'), rest]).toEqual([true, true, []]);
  });
  it('counts each country of the award, those without anybody too', async () => {
    type Counts = { items: { country: { iso2: string }; registered: number; head: boolean }[] };
    const { items } = (await staff.get<Counts>(`/forums/${forumId}/delegations`)).body;
    expect(items.map(({ country, head }) => [country.iso2, head])).toContainEqual(['MM', false]);
    const own = await delegate.get<Counts>(`/cycles/${played.cycleId}/countries/SG/delegations`);
    expect(own.body.items).toMatchObject([{ forum: { forumId }, head: true }]);
  });
});

describe('attendance', () => {
  it('is marked by the forum’s staff, corrected, and taken back', async () => {
    const id = await register(30);
    const mark = (attendance: string, client = staff) => client.post(`/participants/${id}/attendance`, { attendance });
    expect((await mark('present', delegate)).status).toBe(403);
    expect((await mark('present')).status).toBe(200);
    expect(await read(id)).toMatchObject({ attendance: 'present' });
    const gone = await delegate.post(`/participants/${id}/withdraw`, { reason: 'Too late.' });
    expect([gone.status, gone.body.type]).toEqual([409, '/problems/participant-present']);
    expect((await mark('expected')).status).toBe(200);
    expect((await delegate.post(`/participants/${id}/withdraw`, { reason: 'Ill.' })).status).toBe(200);
  });
});

describe('what is printed', () => {
  const pdf = async (path: string, client: TestClient) => {
    const response = await fetch(`${api.url}/api/v1${path}`, { headers: { 'x-person': client.personId ?? '' } });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    return (await readPdf(new Uint8Array(await response.arrayBuffer()))).pages.join('\n');
  };
  it('invites a participant to the forum, with its day, hours, zone and venue', async () => {
    const id = await register(40, { assignedBy: 'Letter 40' });
    const text = await pdf(`/participants/${id}/invitation?language=en`, played.people.focalPoint);
    for (const words of ['Ms Sample Participant 40', '21 November 2023', '09:30–16:00', 'Asia/Singapore', 'Sands Expo'])
      expect(text).toContain(words);
  });
  it('never prints needs or journeys in the list', async () => {
    const text = await pdf(`/forums/${forumId}/participants/print?language=en`, staff);
    expect(text).toContain('Sample Participant 1');
    expect(text).not.toContain('peanuts');
  });
  it('makes badges of one delegation or of all', async () => {
    const own = await pdf(`/forums/${forumId}/delegations/SG/badges?language=en`, delegate);
    expect(own).toContain('On the badge');
    const all = await pdf(`/forums/${forumId}/participants/print?as=badges&language=th`, staff);
    expect(all).toContain('On the badge');
  });
});

describe('an import', () => {
  const header = ['country', 'capacity', 'name', 'name.th', 'position.en', 'email', 'diet', 'arrival'];
  const table = async (...rows: ExcelJS.CellValue[][]) => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Sample').addRows([header, ...rows]);
    return new Uint8Array(await book.xlsx.writeBuffer());
  };
  const send = async (body: Uint8Array<ArrayBuffer>, client: TestClient, query = '') => {
    const response = await fetch(`${api.url}/api/v1/cycles/${played.cycleId}/imports/participants${query}`, {
      method: 'POST',
      headers: { 'x-person': client.personId ?? '', 'content-type': 'application/octet-stream' },
      body,
    });
    type Cells = { row: number; header: string; rule: string }[];
    const said = (await response.json()) as { bad: Cells; cells: Cells; what: { what: string }[]; done: number };
    return { status: response.status, ...said };
  };
  it('names every wrong cell in a dry run, and a focal point imports the own country alone', async () => {
    const wrong = await table(
      ['SG', 'king', 'Sample A', '', '', 'nobody', '', 'soon'],
      ['MM', 'delegate', '', '', '', '', '', ''],
    );
    const { bad } = await send(wrong, played.people.focalPoint, '?dryRun=true');
    expect(bad.map(({ row, header: column }) => `${row} ${column}`).sort()).toEqual([
      ...['2 capacity', '2 email', '3 country', '3 name'],
    ]);
  });
  it('registers what is right once, however often it is sent', async () => {
    const day = new Date('2023-11-20T14:30:00Z');
    const right = await table(
      ['SG', 'observer', 'Sample Import A', 'ตัวอย่าง ก', 'Officer', 'import-a@example.org', 'Halal', day],
      ['SG', 'observer', 'Sample Import B', '', '', '', '', ''],
    );
    const first = await send(right, played.people.focalPoint);
    expect([first.status, first.done]).toEqual([200, 2]);
    const second = await send(right, played.people.focalPoint);
    expect(second.what.map(({ what }) => what)).toEqual([
      'Sample Import A (SG): is registered already',
      'Sample Import B (SG): is registered already',
    ]);
    const { items } = (await staff.get<List>(`/forums/${forumId}/participants?capacity=observer`)).body;
    expect(items).toMatchObject([
      {
        ...{ name: 'Sample Import A', names: { th: 'ตัวอย่าง ก' }, needs: { diet: 'Halal' } },
        // What a clock at the venue shows.
        arrival: { at: '2023-11-20T06:30:00.000Z', zone: 'Asia/Singapore' },
      },
      { name: 'Sample Import B', email: null, arrival: null },
    ]);
  });
});

describe('what was exported', () => {
  it('is imported again as it is: each row is known, and none that is gone', async () => {
    const path = `/api/v1/forums/${forumId}/delegations/SG/participants`;
    const sheet = async (query: string) => {
      const headers = { 'x-person': played.people.focalPoint.personId ?? '' };
      const answer = await fetch(`${api.url}${path}?format=csv${query}`, { headers });
      return new Uint8Array(await answer.arrayBuffer());
    };
    const dryRun = async (body: Uint8Array<ArrayBuffer>) => {
      const answer = await fetch(`${api.url}/api/v1/cycles/${played.cycleId}/imports/participants?dryRun=true`, {
        method: 'POST',
        headers: { 'x-person': played.people.focalPoint.personId ?? '', 'content-type': 'application/octet-stream' },
        body,
      });
      return (await answer.json()) as { bad: { header: string; rule: string }[]; what: { what: string }[] };
    };
    const { items } = (await played.people.focalPoint.get<List>(path.replace('/api/v1', ''))).body;
    const known = await dryRun(await sheet(''));
    expect(known.bad).toEqual([]);
    expect(known.what.map(({ what }) => what)).toEqual(items.map(({ name }) => `${name} (SG): is registered already`));
    const { bad } = await dryRun(await sheet('&status=all'));
    expect(new Set(bad.map(({ header, rule }) => `${header} ${rule}`))).toEqual(
      new Set(['status is no longer registered: leave the row out']),
    );
  });
});

describe('guests and organisers', () => {
  it('have a place of their own, which no country’s desk sees', async () => {
    const path = `/forums/${forumId}/delegations/ZZ/participants`;
    const guest = { capacity: 'guest', name: 'Sample guest of honour', bodies: { en: 'Sample bank' } };
    expect((await staff.post(path, guest)).status).toEqual(201);
    expect((await played.people.focalPoint.get(path)).status).toEqual(404);
    const { body } = await staff.get<{ items: { country: { iso2: string } }[] }>(`/forums/${forumId}/delegations`);
    expect(body.items.at(-1)).toMatchObject({
      country: { iso2: 'ZZ', names: { en: 'Guests and organisers', th: 'แขกและผู้จัดงาน' } },
      registered: 1,
    });
  });
});

describe('a focal point', () => {
  it('is asked to register the delegation until somebody leads it', async () => {
    const tasksOf = async (client: TestClient) => {
      const { body } = await client.get<{ items: { kind: string }[] }>('/me/tasks');
      return body.items.map(({ kind }) => kind).filter((kind) => kind === 'register-delegation');
    };
    const later = await playForum(played, { day: '2099-11-21' });
    expect(await tasksOf(played.people.focalPoint)).toEqual(['register-delegation']);
    const head = { capacity: 'head', name: 'Sample head of delegation' };
    expect((await played.people.focalPoint.post(`/forums/${later}/delegations/SG/participants`, head)).status).toEqual(
      201,
    );
    expect(await tasksOf(played.people.focalPoint)).toEqual([]);
    expect(await tasksOf(delegate)).toEqual([]);
  });
});

describe('a person who is erased', () => {
  it('leaves a participant without a name, and nothing personal behind', async () => {
    const id = await register(50, { diet: 'Erase me' });
    const personId = await personOf(id);
    await api.db.read.updateTable('people').set({ erased_at: new Date() }).where('person_id', '=', personId).execute();
    expect(await read(id)).toMatchObject({
      name: null,
      names: {},
      email: null,
      needs: { diet: '' },
      status: 'registered',
    });
    const left = await api.db.read
      .selectFrom('participant_particulars')
      .select('participant_id')
      .where('participant_id', '=', id)
      .execute();
    expect(left).toEqual([]);
    expect((await played.people.focalPoint.get(`/participants/${id}/invitation`)).status).toBe(404);
  });
});

describe('the history of a delegation', () => {
  it('says who did what, never what is personal', async () => {
    const answer = await delegate.get<{ items: { type: string; role: string }[] }>(
      `/forums/${forumId}/delegations/SG/history?limit=200`,
    );
    const types = new Set(answer.body.items.map(({ type }) => type));
    expect([...types].sort()).toEqual([
      ...['AttendanceMarked', 'ParticipantChanged', 'ParticipantRegistered', 'ParticipantReplaced'],
      'ParticipantWithdrawn',
    ]);
    expect(JSON.stringify(answer.body)).not.toContain('peanuts');
    expect((await played.people.focalPointAbroad.get(`/forums/${forumId}/delegations/SG/history`)).status).toBe(404);
  });
});
