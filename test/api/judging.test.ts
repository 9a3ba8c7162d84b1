// The judge desk over HTTP: the word on conflicts before content opens, half-written sheets, entries to take along, late sheets.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { type Scoring, scoringSample } from '../support/scoring.ts';

let api: TestApi;
let sample: Scoring;
let chair: TestClient;
let member: TestClient;
let entry: string;
let sheet: string;

const scores = (points: number, comment = 'A remark that nobody else may read.') =>
  ['impact', 'reach'].map((criterion) => ({ criterion, points, comment }));
type Page<Row> = { items: Row[]; next: string | null };

beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

beforeEach(() => start());

async function start(options = { cleared: true }) {
  sample = await scoringSample(api, options);
  [chair, member] = [api.as(sample.chair), api.as(sample.member)];
  entry = sample.entries[0] ?? '';
  sheet = `/scorecards/${entry}~${sample.member}~main`;
}

describe('an entry', () => {
  it('opens when the judge has said that no conflict stands in between, and not before', async () => {
    await start({ cleared: false });
    const paths = [`${sheet}/entry`, `/nominations/${entry}`, `/nominations/${entry}/changes`];
    const closed = await Promise.all(paths.map((path) => member.get(path)));
    expect(closed.map(({ status, body }) => [status, body.type])).toEqual(
      paths.map(() => [403, '/problems/conflicts-not-declared']),
    );
    const listed = await member.get<Page<{ declared: boolean }>>(`/scorecards?cycleId=${sample.cycleId}`);
    expect(listed.body.items.map(({ declared }) => declared)).toEqual([false, false, false]);
    expect((await member.get<Page<object>>('/judging/entries')).body.items).toEqual([]);
    const said = `/cycles/${sample.cycleId}/judges/me/no-conflicts`;
    expect((await member.post(said, { nominationIds: sample.entries })).status).toEqual(200);
    const open = await Promise.all(paths.slice(0, 2).map((path) => member.get(path)));
    expect(open.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('is named in that word only by who scores it', async () => {
    const said = `/cycles/${sample.cycleId}/judges/me/no-conflicts`;
    const { status, body } = await member.post(said, { nominationIds: [entry, randomUUID()] });
    expect([status, body.errors]).toEqual([
      400,
      [{ field: 'nominationIds.1', rule: 'is no entry that you are to score', code: 'entry' }],
    ]);
  });

  it('is not there once a conflict is declared after all', async () => {
    const conflict = { nominationId: entry, kind: 'family', reason: 'A cousin works there.' };
    await member.post(`/cycles/${sample.cycleId}/judges/me/conflicts`, conflict);
    expect((await member.get(`${sheet}/entry`)).status).toEqual(404);
  });
});

describe('the desk', () => {
  it('says how far the judge is and how long the rest takes, panel by panel', async () => {
    await member.post(`${sheet}/submit`, { scores: scores(4) });
    const { body } = await member.get<{ items: { groups: object[] }[] }>('/judging');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      ...{ cycleId: sample.cycleId, status: 'accepted', terms: { version: '1', accepted: true } },
      groups: [
        {
          ...{ group: 'SG-ngo', category: 'ngo', country: 'SG', panelStatus: 'scoring', leads: false },
          ...{ entries: 3, undeclared: 0, done: 1, minutesLeft: 2, finished: false },
        },
      ],
    });
  });

  it('gives the open entries whole, page by page', async () => {
    const path = `/judging/entries?cycleId=${sample.cycleId}&limit=2`;
    const first = await member.get<Page<object>>(path);
    const second = await member.get<Page<object>>(`${path}&cursor=${first.body.next}`);
    expect([first.body.items.length, second.body.items.length, second.body.next]).toEqual([2, 1, null]);
    expect(first.body.items[0]).toMatchObject({
      sheet: { id: `${entry}~${sample.member}~main`, scores: null },
      ...{
        draft: { version: 0, savedAt: null, scores: [] },
        returned: null,
        minutes: 1,
        country: 'SG',
        content: {},
        files: [],
      },
    });
  });
});

describe("a judge's own export", () => {
  it('has the open entries too', async () => {
    const { status, body } = await member.get('/me/export?format=json');
    expect(status).toEqual(200);
    expect(JSON.stringify(body)).toContain('/judging/entries');
    expect((await member.get('/me/export')).status).toEqual(200);
  });
});

describe('a half-written sheet', () => {
  const half = [{ criterion: 'impact', points: null, comment: 'Read page two again.' }];

  it('is saved on top of what was read, and both versions are shown where two windows wrote', async () => {
    const first = await member.put(`${sheet}/draft`, { baseVersion: 0, scores: half });
    expect([first.status, first.body]).toMatchObject([200, { version: 1, scores: half }]);
    const other = [{ criterion: 'impact', points: 3, comment: '' }];
    const late = await member.put(`${sheet}/draft`, { baseVersion: 0, scores: other });
    expect([late.status, late.body.type]).toEqual([409, '/problems/draft-conflict']);
    expect(late.body).toMatchObject({ yours: other, theirs: { version: 1, scores: half } });
    const again = await member.put(`${sheet}/draft`, { baseVersion: 1, scores: other });
    expect(again.body).toMatchObject({ version: 2, scores: other });
    expect((await member.get(`${sheet}/draft`)).body).toEqual(again.body);
  });

  it('is done with when the sheet is in, unless it says more', async () => {
    await member.put(`${sheet}/draft`, { baseVersion: 0, scores: scores(4) });
    await member.post(`${sheet}/submit`, { scores: scores(4) });
    expect((await member.get(`${sheet}/draft`)).body).toMatchObject({ version: 0 });
    await member.put(`${sheet}/draft`, { baseVersion: 0, scores: scores(5) });
    await member.post(`${sheet}/submit`, { scores: scores(3) });
    expect((await member.get(`${sheet}/draft`)).body).toMatchObject({ version: 1, scores: scores(5) });
  });

  it("is the judge's alone, also under its own address", async () => {
    await member.put(`${sheet}/draft`, { baseVersion: 0, scores: half });
    expect((await chair.get(`${sheet}/draft`)).status).toEqual(404);
    const { subject_id: subject } = await api.db.read
      .selectFrom('drafts')
      .select('subject_id')
      .where('form', '=', 'scorecard')
      .where('created_by', '=', sample.member)
      .executeTakeFirstOrThrow();
    const focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
    expect((await focal.get(`/drafts/scorecard/${subject}`)).status).toEqual(404);
  });
});

describe('a sheet that comes after the end', () => {
  const list = () => `/panels/${sample.panel}/late-sheets`;
  type Late = { lateId: string; judgeId: string; refusal: string; seenBy: object[] };

  async function handInLate(client = member, path = sheet) {
    await sample.acts.panel(
      { type: 'CloseScoring', data: { cycleId: sample.cycleId, group: 'SG-ngo' } },
      by('process'),
    );
    return client.post(`${path}/submit`, { scores: scores(4) }, { 'Idempotency-Key': randomUUID() });
  }

  beforeEach(async () => {
    for (const judgeId of sample.judges)
      await api.as(judgeId).post(`/cycles/${sample.cycleId}/judges/me/finish-scoring`, { group: 'SG-ngo' });
  });

  it('is refused, stays as the draft, and is listed to the chair', async () => {
    const refused = await handInLate();
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/scoring-closed']);
    expect(refused.body.keptAt).toEqual(expect.any(String));
    expect((await member.get(`${sheet}/draft`)).body).toMatchObject({ scores: scores(4) });
    const { body } = await chair.get<Page<Late>>(list());
    expect(body.items).toMatchObject([{ judgeId: sample.member, refusal: 'scoring-closed', seenBy: [] }]);
    expect(JSON.stringify(body)).not.toContain('A remark');
    const own = await member.get<Page<{ lateAt: string | null }>>(`/scorecards?cycleId=${sample.cycleId}`);
    expect(own.body.items.map(({ lateAt }) => lateAt)).toContain(refused.body.keptAt);
    expect((await member.get(sheet)).body).toMatchObject({ status: 'assigned', scores: null });
  });

  it('is shown with its points to the chair, and who looked is on record', async () => {
    await handInLate();
    const [late] = (await chair.get<Page<Late>>(list())).body.items;
    const seen = await chair.get(`/late-sheets/${late?.lateId}`);
    expect(seen.body).toMatchObject({ judgeId: sample.member, scores: scores(4) });
    const [after] = (await chair.get<Page<Late>>(list())).body.items;
    expect(after?.seenBy).toHaveLength(1);
    expect((await member.get(`/late-sheets/${late?.lateId}`)).status).toEqual(403);
  });

  it('is kept once, however often it is sent', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    await handInLate();
    await member.post(`${sheet}/submit`, { scores: scores(2) }, headers);
    await member.post(`${sheet}/submit`, { scores: scores(2) }, headers);
    expect((await chair.get<Page<Late>>(list())).body.items).toHaveLength(2);
  });

  it('is not there for a chair in conflict with the entry', async () => {
    await handInLate();
    const [late] = (await chair.get<Page<Late>>(list())).body.items;
    const conflict = { nominationId: entry, kind: 'family', reason: 'A cousin works there.' };
    await chair.post(`/cycles/${sample.cycleId}/judges/me/conflicts`, conflict);
    expect((await chair.get<Page<Late>>(list())).body.items).toEqual([]);
    expect((await chair.get(`/late-sheets/${late?.lateId}`)).status).toEqual(404);
  });
});
