// Scorecards over HTTP: handing in, and what nobody gets to see too early.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AwardDefinition } from '../../domain/award-definition.ts';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { lenientDefinition } from '../support/judging-samples.ts';
import { type Scoring, scoringSample } from '../support/scoring.ts';

const base = lenientDefinition('reach');
const blind = AwardDefinition.parse({
  ...base,
  judging: { ...base.judging, blind: { nominee: true, nominator: false } },
});
const scores = (points: number, comment = 'A remark that nobody else may read.') => ({
  scores: ['impact', 'reach'].map((criterion) => ({ criterion, points, comment })),
});

let api: TestApi;
let sample: Scoring;
let chair: TestClient;
let member: TestClient;
/** The member's and the chair's sheet on one entry. */
let ofMember: string;
let ofChair: string;
let entry: string;

beforeAll(async () => {
  api = await openTestApi(blind);
});
afterAll(() => api.close());

/** Each test has a panel of its own. */
async function start() {
  sample = await scoringSample(api);
  [chair, member] = [api.as(sample.chair), api.as(sample.member)];
  entry = sample.entries[0] ?? '';
  ofMember = `/scorecards/${entry}~${sample.member}~main`;
  ofChair = `/scorecards/${entry}~${sample.chair}~main`;
}

describe('the judge desk', () => {
  beforeAll(start);

  it('lists the own sheets, without names where the award is judged blind', async () => {
    const { body } = await member.get<{ items: object[]; next: null }>(`/scorecards?cycleId=${sample.cycleId}`);
    expect(body.items).toHaveLength(3);
    expect(body.items[0]).toEqual({
      ...{ id: `${entry}~${sample.member}~main`, cycleId: sample.cycleId, nominationId: entry, judgeId: sample.member },
      ...{
        round: 'main',
        group: 'SG-ngo',
        category: 'ngo',
        dossierVersion: 1,
        newestVersion: 1,
        status: 'assigned',
        submittedAt: null,
        declared: true,
        minutes: 1,
        draftSavedAt: null,
        lateAt: null,
        ended: false,
      },
      ...{ organisation: { en: '—' }, title: { en: `Sample initiative of SG ngo ${entry}` } },
    });
    const shown = JSON.stringify([body, (await member.get(ofMember)).body, (await chair.get(ofMember)).body]);
    expect(shown).not.toContain('Sample SG ngo');
    const auditor = await api.grant('auditor', { award: 'sample' });
    expect((await auditor.get(ofMember)).body.organisation).toEqual({ en: `Sample SG ngo ${entry}` });
  });

  it('pages', async () => {
    const path = `/scorecards?cycleId=${sample.cycleId}&limit=2`;
    const first = await member.get<{ items: object[]; next: string }>(path);
    const second = await member.get<{ items: object[]; next: null }>(`${path}&cursor=${first.body.next}`);
    expect([first.body.items.length, second.body.items.length, second.body.next]).toEqual([2, 1, null]);
  });

  it('is for judges', async () => {
    const focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
    const seen = await Promise.all([focal, api.as(null)].map((client) => client.get('/scorecards')));
    expect(seen.map(({ status }) => status)).toEqual([403, 401]);
    expect((await focal.get(ofMember)).status).toEqual(403);
  });
});

describe('the versions of a sheet', () => {
  type Versions = {
    withheld: string | null;
    steps: { what: string; by: string; reason: string | null; scores: { points: number }[] | null }[];
  };
  const read = async (client: TestClient) => (await client.get<Versions>(`${ofMember}/versions`)).body;
  const points = ({ steps }: Versions) => steps.map((step) => step.scores?.map((score) => score.points) ?? null);

  beforeAll(async () => {
    await start();
    await member.post(`${ofMember}/submit`, scores(4));
    await member.post(`${ofMember}/submit`, scores(2));
  });

  it('are all there for its judge, with what each said', async () => {
    const own = await read(member);
    expect(own.steps.map(({ what }) => what)).toEqual(['assigned', 'submitted', 'submitted']);
    expect(points(own)).toEqual([null, [4, 4], [2, 2]]);
    expect(JSON.stringify(own)).toContain('A remark that nobody else may read.');
  });
  it('say to the chair who did what, and show points once the own sheet is in', async () => {
    expect([(await read(chair)).withheld, points(await read(chair))]).toEqual(['own-first', [null, null, null]]);
    await chair.post(`${ofChair}/submit`, scores(3));
    await chair.post(`${ofMember}/reopen`, { reason: 'Points and comment do not agree.' });
    const seen = await read(chair);
    expect(seen.withheld).toEqual(null);
    expect(points(seen)).toEqual([null, [4, 4], [2, 2], null]);
    expect(seen.steps[3]).toMatchObject({ what: 'reopened', reason: 'Points and comment do not agree.' });
  });
  it('show no points to the secretariat before the tally is made, and all of them to an auditor', async () => {
    const office = await api.grant('secretariat', { award: 'sample' });
    const before = await office.get<Versions>(`${ofMember}/versions`);
    expect(before.body.withheld).toEqual('until-sealed');
    expect(JSON.stringify(before.body)).not.toContain('A remark');
    const auditor = await api.grant('auditor', { award: 'sample' });
    expect(points(await read(auditor))).toEqual([null, [4, 4], [2, 2], null]);
  });
  it('are not there for other judges, for officers who judge, or for who is in conflict', async () => {
    const both = await api.grant('secretariat', { award: 'sample' }, sample.deputy);
    const focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
    const asked = [both, focal, api.as(sample.member)].map((client) => client.get(`${ofChair}/versions`));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 403, 404]);
    expect(points((await both.get<Versions>(`${ofChair}/versions`)).body)).toEqual([null, null]);
    const { cycleId, acts, deputy } = sample;
    const conflict = { cycleId, judgeId: deputy, nominationId: entry, kind: 'family', reason: 'My sister.' } as const;
    await acts.judge({ type: 'DeclareConflict', data: conflict }, by('judge', deputy));
    expect((await api.as(deputy).get(`${ofMember}/versions`)).status).toEqual(404);
  });
});

describe('handing in', () => {
  beforeAll(start);

  it('counts once for one key, and shows points and comments to the judge', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const first = await member.post(`${ofMember}/submit`, scores(4), headers);
    const again = await member.post(`${ofMember}/submit`, scores(4), headers);
    expect([first.status, again.body]).toEqual([200, first.body]);
    expect((await member.get(ofMember)).body).toMatchObject({ status: 'submitted', ...scores(4) });
    const other = await member.post(`${ofMember}/submit`, scores(3), headers);
    expect(other.body.type).toEqual('/problems/idempotency-key-reused');
  });

  it('is the judge alone who does it', async () => {
    const focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
    const others = [chair, api.as(sample.deputy), focal].map((client) => client.post(`${ofMember}/submit`, scores(1)));
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([404, 404, 403]);
  });

  it('is refused with every wrong field named, and without a comment where one is due', async () => {
    const wrong = { scores: [{ criterion: 'impact', points: 2.5 }], total: 90 };
    const { status, body } = await member.post(`${ofMember}/submit`, wrong);
    const fields = (body.errors as { field: string }[]).map(({ field }) => field);
    expect([status, fields.sort()]).toEqual([400, ['scores.0.points', 'total']]);
    const silent = await member.post(`${ofMember}/submit`, scores(0, ''));
    expect([silent.status, silent.body.type]).toEqual([409, '/problems/comment-required']);
  });
});

describe('a criterion that is left out', () => {
  beforeEach(start);

  it('has no points, and its reason where a comment would be, for the judge, the chair and every version', async () => {
    const impact = { criterion: 'impact', points: 4, comment: '' };
    const reason = 'The figures on reach are my own office’s.';
    const body = { scores: [impact], abstained: [{ criterion: 'reach', reason }] };
    const draft = { scores: [impact, { criterion: 'reach', points: null, comment: reason, abstains: true }] };
    const saved = await member.put(`${ofMember}/draft`, { ...draft, baseVersion: 0 });
    expect([saved.status, saved.body]).toMatchObject([200, draft]);
    expect((await member.post(`${ofMember}/submit`, body)).status).toBe(200);
    expect((await member.get(`${ofMember}/draft`)).body).toMatchObject({ version: 0, scores: [] });
    const said = [impact, { criterion: 'reach', points: null, comment: reason }];
    expect((await member.get(ofMember)).body).toMatchObject({ status: 'submitted', scores: said });
    const { body: versions } = await member.get<{ steps: { scores: unknown }[] }>(`${ofMember}/versions`);
    expect(versions.steps.at(-1)?.scores).toEqual(said);
    await chair.post(`${ofChair}/submit`, scores(4));
    expect((await chair.get(ofMember)).body).toMatchObject({ scores: said });
  });

  it('is refused without leave, without a reason, and where nothing is left', async () => {
    const score = (criterion: string) => ({ criterion, points: 4, comment: '' });
    const left = (criterion: string, reason = 'My own office.') => ({ criterion, reason });
    const refused = async (body: object) => {
      const { status, body: problem } = await member.post(`${ofMember}/submit`, body);
      return [status, problem.type];
    };
    const types = [409, '/problems/abstention-not-allowed'];
    expect(await refused({ scores: [score('reach')], abstained: [left('impact')] })).toEqual(types);
    expect((await refused({ scores: [score('impact')], abstained: [left('reach', '')] }))[0]).toBe(400);
    const everything = { scores: [], abstained: [left('impact'), left('reach')] };
    expect(await refused(everything)).toEqual([409, '/problems/abstention-not-allowed']);
  });
});

describe("another judge's sheet", () => {
  beforeEach(async () => {
    await start();
    await member.post(`${ofMember}/submit`, scores(4));
  });

  it('is not there for a judge, whose own is in', async () => {
    await chair.post(`${ofChair}/submit`, scores(2));
    expect((await member.get(ofChair)).status).toEqual(404);
  });

  it('keeps its points from the chair until the own is in', async () => {
    const before = await chair.get(ofMember);
    expect([before.status, before.body.scores]).toEqual([200, null]);
    await chair.post(`${ofChair}/submit`, scores(2));
    expect((await chair.get(ofMember)).body.scores).toEqual(scores(4).scores);
  });

  it('keeps its points from a chair who has stepped back from the entry', async () => {
    await chair.post(`${ofChair}/recuse`, { reason: 'Knows the founder.' });
    expect((await chair.get(ofMember)).body.scores).toEqual(null);
  });

  it('is not there for a judge who is an auditor besides', async () => {
    const both = await api.grant('auditor', { award: 'sample' }, sample.member);
    expect([(await both.get(ofChair)).status, (await both.get(ofMember)).status]).toEqual([404, 200]);
  });

  it('is given back by the chair', async () => {
    await chair.post(`${ofChair}/submit`, scores(2));
    expect((await member.post(`${ofChair}/reopen`, { reason: 'See the second page.' })).status).toEqual(403);
    const given = await chair.post(`${ofMember}/reopen`, { reason: 'See the second page.' });
    expect(given.status).toEqual(200);
    expect((await member.get(ofMember)).body).toMatchObject({ status: 'reopened', ...scores(4) });
    const entry = await member.get(`${ofMember}/entry?after=${given.body.position}`);
    expect(entry.body).toMatchObject({ returned: 'See the second page.' });
    expect((await chair.get(ofMember)).body.scores).toEqual(null);
  });
});

describe('who steps back', () => {
  beforeAll(start);

  it('hands in nothing more on that entry', async () => {
    expect((await member.post(`${ofMember}/recuse`, { reason: 'Knows the founder.' })).status).toEqual(200);
    const { body } = await member.post(`${ofMember}/submit`, scores(4));
    expect(body.type).toEqual('/problems/recused');
  });
});

describe('a conflict', () => {
  beforeAll(async () => {
    await start();
    for (const [client, sheet] of [[member, ofMember] as const, [chair, ofChair] as const])
      await client.post(`${sheet}/submit`, scores(4));
    const conflict = { nominationId: entry, kind: 'family', reason: 'A cousin works there.' };
    for (const client of [chair, member]) await client.post(`/cycles/${sample.cycleId}/judges/me/conflicts`, conflict);
  });

  it('hides the entry from its judge everywhere', async () => {
    const paths = [ofMember, `/nominations/${entry}`];
    expect((await Promise.all(paths.map((path) => member.get(path)))).map(({ status }) => status)).toEqual([404, 404]);
    const seen = [
      await member.get(`/scorecards?cycleId=${sample.cycleId}`),
      await member.get(`/panels/${sample.panel}`),
    ];
    expect(JSON.stringify(seen.map(({ body }) => body))).not.toContain(entry);
    expect((await member.post(`${ofMember}/submit`, scores(1))).status).toEqual(404);
  });

  it('hides it from the chair too: the deputy sees it', async () => {
    const paths = [ofMember, ofChair, `/nominations/${entry}`];
    expect((await Promise.all(paths.map((path) => chair.get(path)))).map(({ status }) => status)).toEqual([
      404, 404, 404,
    ]);
    const seen = [await chair.get(`/panels/${sample.panel}`), await chair.get(`/panels/${sample.panel}/board`)];
    expect(seen.map(({ status }) => status)).toEqual([200, 200]);
    expect(JSON.stringify(seen.map(({ body }) => body))).not.toContain(entry);
    expect((await api.as(sample.deputy).get(ofMember)).status).toEqual(200);
    expect((await chair.post(`${ofMember}/reopen`, { reason: 'See the second page.' })).status).toEqual(404);
  });
});
