// Suggested conflicts over HTTP: by name, mail domain and earlier part; accepted or dismissed by judge and desk.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveBodies } from '../../db/judge-bodies.ts';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { type Scoring, scoringSample } from '../support/scoring.ts';

type Suggestion = { judgeId: string; nominationId: string; because: string; judgeSays: string | null };

let api: TestApi;
let sample: Scoring;
let focal: TestClient;
let judge: TestClient;
let own: string;
let weavers: string;

beforeAll(async () => {
  api = await openTestApi();
  sample = await scoringSample(api, { cleared: false, names: ['Weavers Foundation', 'Rice Bank', 'Well Diggers'] });
  focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
  judge = api.as(sample.member);
  own = `/cycles/${sample.cycleId}/judges/${sample.member}`;
  weavers = await entryOf('Weavers');
  await saveBodies(api.db, { cycleId: sample.cycleId, judgeId: sample.member }, ['Sample Weaver Association']);
});
afterAll(() => api.close());

async function entryOf(name: string): Promise<string> {
  const { nomination_id } = await api.db.read
    .selectFrom('nominations')
    .select('nomination_id')
    .where('cycle_id', '=', sample.cycleId)
    .where((eb) => eb(eb.cast<string>('organisation', 'text'), 'like', `%${name}%`))
    .executeTakeFirstOrThrow();
  return nomination_id;
}

const list = () => `/cycles/${sample.cycleId}/conflict-suggestions`;
const seenBy = async (client: TestClient, path = list()) =>
  (await client.get<{ items: Suggestion[] }>(path)).body.items;
const ofJudge = async (client: TestClient) =>
  (await seenBy(client, `${own}/suggestions`)).map(({ nominationId, because, judgeSays }) => [
    nominationId,
    because,
    judgeSays,
  ]);

describe('a suggestion', () => {
  it('is made of a like name, and shown with its reason to the judge and the desk', async () => {
    expect(await ofJudge(judge)).toEqual([[weavers, 'like-name', null]]);
    expect(await ofJudge(focal)).toEqual([[weavers, 'like-name', null]]);
    expect(await seenBy(focal)).toEqual([
      expect.objectContaining({ judgeId: sample.member, nominationId: weavers, because: 'like-name' }),
    ]);
  });

  it('is made of an earlier part in a nomination of the organisation', async () => {
    const entry = await entryOf('Diggers');
    await api.db.read
      .insertInto('letter_requests')
      .values({
        ...{ request_id: by('judge').commandId, nomination_id: entry, person_id: sample.deputy },
        ...{ field: 'reference', requested_by: by('applicant').actor },
      })
      .execute();
    const found = (await seenBy(focal)).filter(({ judgeId }) => judgeId === sample.deputy);
    expect(found).toEqual([expect.objectContaining({ nominationId: entry, because: 'earlier-role' })]);
  });

  it('is nobody else’s to see: not another judge, nor a desk abroad', async () => {
    const abroad = await api.grant('focal-point', { award: 'sample', country: 'TH' });
    const statuses = await Promise.all(
      [api.as(sample.chair), abroad].map((client) => client.get(`${own}/suggestions`)),
    );
    expect(statuses.map(({ status }) => status)).toEqual([404, 404]);
    expect((await api.as(sample.chair).get(list())).status).toEqual(403);
  });

  it('is left out for an officer who keeps away from the entry', async () => {
    const officer = await api.grant('secretariat', { award: 'sample' });
    const conflict = { kind: 'family', reason: 'My sister runs it.' };
    expect(JSON.stringify(await seenBy(officer))).toContain(weavers);
    expect((await officer.post(`/nominations/${weavers}/officer-conflict`, conflict)).status).toEqual(200);
    expect(JSON.stringify(await seenBy(officer))).not.toContain(weavers);
  });
});

describe('the answer', () => {
  const dismissal = () => ({ nominationId: weavers, because: 'like-name', reason: 'Another body of that name.' });

  it('by the judge is told to the desk, which still decides', async () => {
    expect((await judge.post(`${own}/suggestions/dismiss`, dismissal())).status).toEqual(200);
    expect(await ofJudge(judge)).toEqual([]);
    expect(await ofJudge(focal)).toEqual([[weavers, 'like-name', dismissal().reason]]);
  });

  it('by the desk is for good', async () => {
    expect((await focal.post(`${own}/suggestions/dismiss`, dismissal())).status).toEqual(200);
    expect(await ofJudge(focal)).toEqual([]);
    const again = await focal.post(`${own}/suggestions/accept`, { nominationId: weavers, because: 'like-name' });
    expect(again.status).toEqual(400);
  });

  it('accepted is a conflict like any other', async () => {
    const entry = await entryOf('Diggers');
    const path = `/cycles/${sample.cycleId}/judges/${sample.deputy}`;
    const accepted = await focal.post(`${path}/suggestions/accept`, { nominationId: entry, because: 'earlier-role' });
    expect(accepted.status).toEqual(200);
    const { body } = await focal.get<{ conflicts: object[] }>(path);
    expect(body.conflicts).toEqual([
      expect.objectContaining({ nominationId: entry, found: 'earlier-role', status: 'declared' }),
    ]);
    expect((await seenBy(focal)).filter(({ judgeId }) => judgeId === sample.deputy)).toEqual([]);
  });
});
