// The stream of changes: each hears of what they may see, from where they left off.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { type Played, playAssignment, playNominations, playScreening } from '../support/played-cycle.ts';

type Heard = { id: string; type: string; data: Record<string, unknown> };
const beginning = '1.0';

let api: TestApi;
let played: Played;

beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
});
afterAll(() => api.close());

/** Opens the stream. `heard` grows as events come; `ended` resolves when the server ends it. */
async function listen(headers: { [name: string]: string }, query = '') {
  const stop = new AbortController();
  const response = await fetch(`${api.url}/api/v1/changes${query}`, { headers, signal: stop.signal });
  const heard: Heard[] = [];
  const comments: string[] = [];
  const read = async () => {
    let rest = '';
    for await (const chunk of (response.body ?? new ReadableStream<Uint8Array>()).pipeThrough(
      new TextDecoderStream(),
    )) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = new Map(
          block.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
        );
        if (block.startsWith(':')) comments.push(block);
        else {
          const data = z.record(z.string(), z.unknown()).parse(JSON.parse(fields.get('data') ?? ''));
          heard.push({ id: fields.get('id') ?? '', type: fields.get('event') ?? '', data });
        }
      }
    }
  };
  const ended = read().catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
  });
  return { response, heard, comments, ended, stop: () => stop.abort() };
}

/** All that one hears from the beginning on. */
async function heardBy(client: TestClient): Promise<Heard[]> {
  const stream = await listen({ 'x-person': client.personId ?? '', 'last-event-id': beginning });
  // The comment of the heartbeat comes after all that there was to tell.
  await expect.poll(() => stream.comments.length, { timeout: 10_000 }).toBeGreaterThan(0);
  stream.stop();
  await stream.ended;
  return stream.heard;
}
const types = (heard: Heard[]) => [...new Set(heard.map(({ type }) => type))].sort();
const nominationsIn = (heard: Heard[]) => new Set(heard.flatMap(({ data }) => data.nominationId ?? []));

async function caughtUp(): Promise<void> {
  const { acts, cycleId, people } = played;
  const meta = by('secretariat');
  const closesAt = new Date(Date.now() + 40 * 86_400_000).toISOString();
  const data = { cycleId, phase: 'judging', closesAt, reason: 'Sample reason.' } as const;
  const { place } = await acts.cycle({ type: 'MoveDeadline', data }, meta);
  const there = `/cycles/${cycleId}?after=${place.tx}.${place.position}`;
  const isThere = async () => expect((await people.secretariat.get(there)).status).toEqual(200);
  await vi.waitFor(isThere, { timeout: 20_000 });
}

describe('the stream', () => {
  it('leaves the type to the data where a listener for all of them asks for that', async () => {
    const headers = { 'x-person': played.people.secretariat.personId ?? '', 'last-event-id': beginning };
    const stream = await listen(headers, '?untyped=true');
    await expect.poll(() => stream.heard.map(({ data }) => data.type), { timeout: 10_000 }).toContain('CyclePlanned');
    expect(new Set(stream.heard.map(({ type }) => type))).toEqual(new Set(['']));
    stream.stop();
    await stream.ended;
  });
  it('begins with now, and tells what happens then with ids that grow', async () => {
    const { people, cycleId, acts } = played;
    const stream = await listen({ 'x-person': people.secretariat.personId ?? '' });
    expect([stream.response.status, stream.response.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    await caughtUp();
    await expect.poll(() => types(stream.heard)).toContain('DeadlineMoved');
    const timetable = { type: 'SetCountryTimetable', data: { cycleId, iso2: 'MM', closesAt: {} } } as const;
    const closesAt = { judging: new Date(Date.now() + 9_000_000).toISOString() };
    await acts.country({ ...timetable, data: { ...timetable.data, closesAt } }, by('focal-point'));
    await expect.poll(() => types(stream.heard)).toContain('CountryTimetableSet');
    const told = stream.heard.find(({ type }) => type === 'CountryTimetableSet');
    const none = { category: null, group: null, nominationId: null, forumId: null };
    expect(told?.data).toEqual({
      ...none,
      at: expect.any(String),
      type: 'CountryTimetableSet',
      cycleId,
      country: 'MM',
    });
    stream.stop();
    await stream.ended;
  });
  it('goes on after the event named, without a gap and without a repeat', async () => {
    const { secretariat } = played.people;
    const all = await heardBy(secretariat);
    const middle = all[Math.floor(all.length / 2)];
    const stream = await listen({ 'x-person': secretariat.personId ?? '', 'last-event-id': middle?.id ?? '' });
    const rest = all.slice(all.findIndex(({ id }) => id === middle?.id) + 1);
    await expect.poll(() => stream.heard).toEqual(rest);
    stream.stop();
    await stream.ended;
  });
  it('begins with what came in the seconds before, for a page that has read before it listens', async () => {
    const { secretariat } = played.people;
    await caughtUp();
    const headers = { 'x-person': secretariat.personId ?? '' };
    const [before, none] = [await listen(headers, '?seconds=600'), await listen(headers, '?seconds=0')];
    await expect.poll(() => before.heard.map(({ type }) => type)).toContain('DeadlineMoved');
    await expect.poll(() => none.comments.length).toBeGreaterThan(0);
    expect(none.heard).toEqual([]);
    for (const stream of [before, none]) stream.stop();
    await Promise.all([before.ended, none.ended]);
  });
  it('goes on behind ?after=, as EventSource can send no header', async () => {
    const { secretariat } = played.people;
    const all = await heardBy(secretariat);
    const stream = await listen({ 'x-person': secretariat.personId ?? '' }, `?after=${all.at(-3)?.id}`);
    await expect.poll(() => stream.heard).toEqual(all.slice(-2));
    stream.stop();
    await stream.ended;
  });
  it('takes no id that is none of its own', async () => {
    const { secretariat } = played.people;
    const answer = await secretariat.get('/changes', { 'last-event-id': 'yesterday' });
    expect([answer.status, answer.body.type]).toEqual([400, '/problems/invalid']);
  });
  it('is for those who are signed in, and ends with their session', async () => {
    const { personId, email } = await api.account();
    await api.grant('auditor', { award: 'sample' }, personId);
    const token = await api.signIn(email);
    const authorization = { authorization: `Bearer ${token}` };
    expect((await fetch(`${api.url}/api/v1/changes`)).status).toEqual(401);
    const stream = await listen(authorization);
    expect(stream.response.status).toEqual(200);
    await fetch(`${api.url}/api/auth/sign-out`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: '{}',
    });
    await caughtUp();
    await stream.ended;
  });
});

describe('what each hears of', () => {
  let judges: string[];
  beforeAll(async () => {
    await playScreening(played);
    judges = await playAssignment(played);
    await caughtUp();
  });

  it('the secretariat and the auditor hear of all in the award', async () => {
    for (const client of [played.people.secretariat, played.people.auditor])
      expect(types(await heardBy(client))).toEqual(
        expect.arrayContaining([
          'CyclePlanned',
          'NominationSubmitted',
          'CheckRecorded',
          'ScorecardAssigned',
          'PanelFormed',
        ]),
      );
  });
  it('a country hears of its own desk and the calendar, not of another’s nor of its judges', async () => {
    const home = await heardBy(played.people.screener);
    expect(types(home)).toEqual(expect.arrayContaining(['PhaseOpened', 'NominationSubmitted', 'ForwardingSigned']));
    expect(home.some(({ data }) => data.country === 'MM')).toEqual(false);
    expect(types(home).filter((type) => /^(Scorecard|Judge|Conflict|Role)/.test(type))).toEqual(['RoleGranted']);
    const abroad = await heardBy(played.people.screenerAbroad);
    expect(nominationsIn(abroad)).toEqual(new Set());
  });
  it('an applicant hears of the own nomination only', async () => {
    expect(nominationsIn(await heardBy(played.people.applicant))).toEqual(new Set([played.ngo]));
    expect(nominationsIn(await heardBy(played.people.otherApplicant))).toEqual(new Set([played.firm]));
  });
  it('a judge hears of the own sheets, and of none in conflict', async () => {
    const [, judgeId = '', conflicted = ''] = judges;
    expect(types(await heardBy(api.as(judgeId)))).toContain('ScorecardAssigned');
    const { cycleId, ngo, acts } = played;
    const conflict = { nominationId: ngo, kind: 'family', reason: 'My sister runs it.' } as const;
    const data = { cycleId, judgeId: conflicted, ...conflict };
    await acts.judge({ type: 'DeclareConflict', data }, by('judge', conflicted));
    await caughtUp();
    expect(nominationsIn(await heardBy(api.as(conflicted)))).toEqual(new Set());
  });
  it('nobody of another award hears of anything here', async () => {
    const stranger = await api.grant('secretariat', { award: 'another' });
    await caughtUp();
    expect(types(await heardBy(stranger))).toEqual(['RoleGranted']);
  });
  it('names no judge and no actor', async () => {
    const text = JSON.stringify(await heardBy(played.people.secretariat));
    for (const judgeId of judges) expect(text).not.toContain(judgeId);
  });
});

describe('when the API stops', () => {
  it('every stream ends', async () => {
    const stream = await listen({ 'x-person': played.people.auditor.personId ?? '' });
    api.stopping.abort();
    await stream.ended;
  });
});
