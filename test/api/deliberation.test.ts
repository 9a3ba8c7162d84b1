// Deliberation over HTTP: the entry before the panel, who must leave, notes and their versions, and the board as it stood.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by, sheetOf } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { type Scoring, scoringSample, sealSample, signSample } from '../support/scoring.ts';

let api: TestApi;
let secretariat: TestClient;
let focal: TestClient;

beforeAll(async () => {
  api = await openTestApi();
  secretariat = await api.grant('secretariat', { award: 'sample' });
  focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
});
afterAll(() => api.close());

type Note = {
  noteId: string;
  own: boolean;
  text: string;
  version: number;
  former: { version: number; text: string }[];
};
type Notes = { items: Note[] };
type Entry = { organisation: object; mustLeave: { judgeId: string; because: string }[] | null };
type Board = {
  status: string;
  entries: { nominationId: string; rank: number | null; submitted: number; flags: string[] }[];
};

const entryOf = ({ panel, entries }: Scoring, place = 0) => `/panels/${panel}/entries/${entries[place] ?? ''}`;
const declare = ({ cycleId, acts, entries }: Scoring, judgeId: string, place = 0) =>
  acts.judge(
    {
      type: 'DeclareConflict',
      data: { cycleId, judgeId, nominationId: entries[place] ?? '', kind: 'family', reason: 'A cousin works there.' },
    },
    by('judge', judgeId),
  );

describe('an entry before the panel', () => {
  it('names who must leave to those who lead or run the panel, without the reason, and to no other member', async () => {
    const sample = await scoringSample(api);
    await declare(sample, sample.member);
    for (const client of [api.as(sample.chair), api.as(sample.deputy), secretariat, focal]) {
      const { body } = await client.get<Entry>(entryOf(sample));
      expect(body.mustLeave).toMatchObject([{ judgeId: sample.member, because: 'declared' }]);
      expect(JSON.stringify(body)).not.toContain('cousin');
    }
    const sheets = (await secretariat.get<{ sheets: { status: string }[] }>(entryOf(sample))).body.sheets;
    expect(sheets.map(({ status }) => status)).toEqual(['assigned', 'assigned', 'assigned']);
    expect((await api.as(sample.member).get(entryOf(sample))).status).toEqual(404);
    const other = await api.as(sample.member).get<Entry>(entryOf(sample, 1));
    expect([other.status, other.body.mustLeave]).toEqual([200, null]);
  });
  it('is not there under another panel', async () => {
    const [one, other] = [await scoringSample(api), await scoringSample(api)];
    const path = `/panels/${one.panel}/entries/${other.entries[0]}`;
    expect((await secretariat.get(path)).status).toEqual(404);
  });
});

describe('the minimum of sheets of an entry', () => {
  it('is lowered by the secretariat, with a reason, and shown on the board', async () => {
    const sample = await scoringSample(api);
    const path = `${entryOf(sample)}/lower-minimum`;
    const asked = { minimum: 2, reason: 'Both reserves are in conflict with it.' };
    expect((await api.as(sample.chair).post(path, asked)).body.type).toEqual('/problems/minimum-of-another');
    expect((await secretariat.post(path, { ...asked, minimum: 1 })).body).toMatchObject({
      type: '/problems/minimum-not-lower',
      allowed: { from: 2, to: 2 },
    });
    expect((await secretariat.post(path, asked)).status).toEqual(200);
    type Line = { nominationId: string; minimum: number; loweredBecause: string | null };
    type Minimums = { minimumSheets: number; entries: Line[] };
    const board = (await secretariat.get<Minimums>(`/panels/${sample.panel}/board`)).body;
    const why = ({ entries }: Minimums) => new Map(entries.map((one) => [one.nominationId, one.loweredBecause]));
    expect(why(board).get(sample.entries[0] ?? '')).toEqual(asked.reason);
    expect([...why(board).values()].filter((reason) => reason === null)).toHaveLength(2);
    const at = new Date(Date.now() + 60_000).toISOString();
    const then = (await secretariat.get<Minimums>(`/panels/${sample.panel}/board?asOf=${at}`)).body;
    expect(why(then)).toEqual(why(board));
    const minimums = sample.entries.map((id) => board.entries.find((one) => one.nominationId === id)?.minimum);
    expect([board.minimumSheets, minimums]).toEqual([3, [2, 3, 3]]);
    await sealSample(sample, [5, 4, 2]);
    expect((await secretariat.post(path, { ...asked, minimum: 2 })).body.type).toEqual('/problems/tally-sealed');
  });
});

describe('notes of an entry', () => {
  it('are read by their author alone while judges score, and by the members once scoring is closed', async () => {
    const sample = await scoringSample(api);
    const notes = `${entryOf(sample)}/notes`;
    const [chair, member] = [api.as(sample.chair), api.as(sample.member)];
    expect((await chair.post(notes, { text: 'Ask for the accounts.' })).status).toEqual(201);
    expect((await chair.get<Notes>(notes)).body.items).toMatchObject([{ text: 'Ask for the accounts.', own: true }]);
    expect((await member.get<Notes>(notes)).body.items).toEqual([]);
    await sealSample(sample, [5, 4, 2]);
    expect((await member.get<Notes>(notes)).body.items).toMatchObject([{ text: 'Ask for the accounts.', own: false }]);
    for (const outside of [secretariat, focal]) expect((await outside.get(notes)).status).toEqual(403);
  });
  it('are hidden from a member in conflict with the entry, the chair too', async () => {
    const sample = await scoringSample(api);
    const notes = `${entryOf(sample)}/notes`;
    await api.as(sample.member).post(notes, { text: 'Much better than last time.' });
    await sealSample(sample, [5, 4, 2]);
    await declare(sample, sample.chair);
    const answers = await Promise.all([
      api.as(sample.chair).get(notes),
      api.as(sample.chair).post(notes, { text: 'x' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect((await api.as(sample.deputy).get<Notes>(notes)).body.items.length).toEqual(1);
  });
  it('keep what they said before, are revised by their author alone, and never over a newer version', async () => {
    const sample = await scoringSample(api);
    const notes = `${entryOf(sample)}/notes`;
    const chair = api.as(sample.chair);
    const { body } = await chair.post<{ id: string }>(notes, { text: 'First thought.' });
    const note = `${notes}/${body.id}`;
    expect((await chair.put(note, { text: 'Second thought.', version: 1 })).body).toMatchObject({ version: 2 });
    const late = await chair.put(note, { text: 'Third thought.', version: 1 });
    expect([late.status, late.body.type, late.body.allowed]).toEqual([
      409,
      '/problems/note-moved',
      { version: 2, text: 'Second thought.' },
    ]);
    expect((await api.as(sample.deputy).put(note, { text: 'Mine.', version: 2 })).status).toEqual(404);
    const { items } = (await chair.get<Notes>(notes)).body;
    expect(items).toMatchObject([
      { text: 'Second thought.', version: 2, former: [{ version: 1, text: 'First thought.' }] },
    ]);
  });
  it('are written once for one Idempotency-Key, and no more after the signature', async () => {
    const sample = await scoringSample(api);
    const notes = `${entryOf(sample)}/notes`;
    const chair = api.as(sample.chair);
    const key = { 'idempotency-key': String(randomUUID()) };
    await chair.post(notes, { text: 'Once.' }, key);
    await chair.post(notes, { text: 'Once.' }, key);
    expect((await chair.get<Notes>(notes)).body.items.length).toEqual(1);
    await sealSample(sample, [5, 4, 2]);
    await signSample(sample);
    const late = await chair.post(notes, { text: 'Late.' });
    expect([late.status, late.body.type]).toEqual([409, '/problems/deliberation-over']);
  });
});

describe('a decision with its reasons', () => {
  it('says of each whom it names why, and is shown with what still waits', async () => {
    const sample = await scoringSample(api);
    await sealSample(sample, [5, 4, 2]);
    const [first = '', second = ''] = sample.entries;
    const path = `/panels/${sample.panel}/decision`;
    const reasonsOf = [
      { laureateId: first, reason: 'Two hundred households have water.' },
      { laureateId: second, reason: 'Strong partners, results still young.' },
    ];
    const decision = { laureates: [first], runnersUp: [second], reasons: 'As the rubric ranks them.', reasonsOf };
    const chair = api.as(sample.chair);
    const stray = [{ laureateId: sample.entries[2], reason: 'Not named.' }];
    const refused = await chair.post(path, { ...decision, reasonsOf: stray });
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/entry-unknown']);
    expect((await chair.post(path, decision)).status).toEqual(200);
    const { body } = await focal.get(path);
    expect(body).toMatchObject({
      decision: { status: 'decided', reasonsOf, recordedBy: sample.chair, waiting: null, signedAt: null },
      votes: [],
      outsideDecision: true,
    });
    await declare(sample, sample.chair);
    expect(JSON.stringify((await chair.get(path)).body)).not.toContain(first);
    expect((await api.as(sample.member).get(path)).status).toEqual(403);
  });
});

describe('the board as it stood', () => {
  it('counts the sheets that had come by then, without the ranking that came later', async () => {
    const sample = await scoringSample(api);
    const { acts, definition, entries, chair, panel } = sample;
    const [entry = ''] = entries;
    const before = await now();
    await acts.scorecard(entry, chair, sheetOf(definition, 'ngo', 5), by('judge', chair));
    const between = await now();
    await sealSample(sample, [5, 4, 2]);
    const at = async (instant: string) => {
      const path = `/panels/${panel}/board?asOf=${encodeURIComponent(instant)}`;
      const { body } = await secretariat.get<Board>(path);
      const found = body.entries.find(({ nominationId }) => nominationId === entry);
      return [body.status, found?.submitted, found?.rank];
    };
    expect(await at(before)).toEqual(['scoring', 0, null]);
    expect(await at(between)).toEqual(['scoring', 1, null]);
    expect(await at(await now())).toEqual(['sealed', 3, 1]);
    const cycle = `/cycles/${sample.cycleId}/board?asOf=${encodeURIComponent(between)}`;
    const { body } = await secretariat.get<{ items: Board[] }>(cycle);
    expect(body.items.map(({ status }) => status)).toEqual(['scoring']);
  });
  it('is now as the board is', async () => {
    const sample = await scoringSample(api);
    await sealSample(sample, [5, 4, 2]);
    await declare(sample, sample.member, 1);
    const path = `/panels/${sample.panel}/board`;
    const today = (await secretariat.get<Board>(path)).body;
    expect((await secretariat.get<Board>(`${path}?asOf=${encodeURIComponent(await now())}`)).body).toEqual(today);
  });
  it('was not there before the panel was formed', async () => {
    const { panel } = await scoringSample(api);
    const early = await secretariat.get(`/panels/${panel}/board?asOf=2020-01-01T00:00:00Z`);
    expect([early.status, early.body.type]).toEqual([404, '/problems/not-there-yet']);
    expect((await secretariat.get(`/panels/${panel}/board?asOf=yesterday`)).status).toEqual(400);
  });
  it('hides then what is in conflict with the viewer now, and leaves no gap in the ranking', async () => {
    const sample = await scoringSample(api);
    await sealSample(sample, [5, 4, 3]);
    const sealedAt = await now();
    await declare(sample, sample.chair);
    const path = `/panels/${sample.panel}/board`;
    for (const each of [path, `${path}?asOf=${encodeURIComponent(sealedAt)}`]) {
      const { body } = await api.as(sample.chair).get<Board>(each);
      expect(JSON.stringify(body)).not.toContain(sample.entries[0]);
      expect(body.entries.map(({ rank }) => rank)).toEqual([1, 2].slice(0, body.entries.length));
    }
  });
});

/** By the database's clock, which decides. */
async function now(): Promise<string> {
  const { rows } = await api.db.readPool.query<{ at: Date }>('select clock_timestamp() as at');
  await new Promise((resolve) => setTimeout(resolve, 5));
  return rows[0]?.at.toISOString() ?? '';
}
