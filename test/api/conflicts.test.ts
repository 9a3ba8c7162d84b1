// Conflicts over HTTP: found by the system, settled with a reason, and asked about by names that are linked to no entry.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { screenedSample } from '../support/scoring.ts';

let api: TestApi;
let sample: Awaited<ReturnType<typeof screenedSample>>;
let focal: TestClient;
let path: string;
type Conflict = { nominationId: string; kind: string; found: string | null; status: string };

beforeAll(async () => {
  api = await openTestApi();
  sample = await screenedSample(api, ['Weavers Foundation', 'Rice Bank', 'Well Diggers']);
  focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
  path = `/cycles/${sample.cycleId}/judges`;
});
afterAll(() => api.close());

const profile = { languages: ['en'], capacity: 5 };
/** Who has accepted, and serves these bodies. */
async function judgeOf(...bodies: string[]) {
  const invitation = { email: `${randomUUID()}@example.org`, name: 'Sample judge', groups: ['SG-ngo'], country: 'SG' };
  const { judgeId } = (await focal.post<{ judgeId: string }>(path, invitation)).body;
  const judge = api.as(judgeId);
  await judge.post(`${path}/${judgeId}/accept-invitation`);
  await judge.post(`${path}/${judgeId}/profile`, { ...profile, bodies });
  return { judge, judgeId, own: `${path}/${judgeId}` };
}
const conflictsOf = async (own: string) => (await focal.get<{ conflicts: Conflict[] }>(own)).body.conflicts;

/** The entry of that name. */
async function entryOf(name: string): Promise<string> {
  const { nomination_id } = await api.db.read
    .selectFrom('nominations')
    .select('nomination_id')
    .where('cycle_id', '=', sample.cycleId)
    .where((eb) => eb(eb.cast<string>('organisation', 'text'), 'like', `%${name}%`))
    .executeTakeFirstOrThrow();
  return nomination_id;
}

describe('a conflict that the system finds', () => {
  it('is that of the judge’s own body with the nominee, once the judge has named it', async () => {
    const { own } = await judgeOf('The SAMPLE WEAVERS', 'Some other body');
    const nominationId = await entryOf('Weavers');
    const found = { nominationId, kind: 'own-body', found: 'same-name', status: 'declared' };
    expect(await conflictsOf(own)).toEqual([expect.objectContaining(found)]);
  });

  it('is that of who has put the entry forward, before anything is assigned', async () => {
    const { judgeId, own } = await judgeOf();
    const nominationId = await entryOf('Rice');
    await api.db.read
      .updateTable('drafts')
      .set((eb) => ({ editors: eb.fn<string[]>('array_append', ['editors', eb.val(judgeId)]) }))
      .where('subject_id', '=', nominationId)
      .execute();
    expect(await conflictsOf(own)).toEqual([]);
    const others = [await judgeOf(), await judgeOf()].map((one) => one.judgeId);
    const forming = { country: 'SG', category: 'ngo', judges: [judgeId, ...others], reserves: [], chair: judgeId };
    expect((await focal.post(`/cycles/${sample.cycleId}/panels`, forming)).status).toEqual(201);
    const found = { nominationId, kind: 'nominator', found: 'put-forward' };
    expect(await conflictsOf(own)).toEqual([expect.objectContaining(found)]);
    const seen = await api.as(judgeId).get(`/panels/${sample.panel}`);
    expect(seen.status).toEqual(200);
    expect(JSON.stringify(seen.body)).not.toContain(nominationId);
  });

  it('is settled with a reason, and not found again', async () => {
    const { judge, own } = await judgeOf('Sample Well Diggers');
    const nominationId = await entryOf('Diggers');
    const settling = { nominationId, outcome: 'dismissed', reason: 'Another body of that name.' };
    expect((await judge.post(`${own}/conflicts/settle`, settling)).status).toEqual(403);
    expect((await focal.post(`${own}/conflicts/settle`, settling)).status).toEqual(200);
    await judge.post(`${own}/profile`, { ...profile, capacity: 6, bodies: ['Sample Well Diggers'] });
    const settled = { reason: settling.reason, by: expect.any(String), at: expect.any(String) };
    expect(await conflictsOf(own)).toEqual([expect.objectContaining({ status: 'dismissed', settled })]);
    const type = 'ConflictSettled';
    const told = async () => JSON.stringify((await focal.get(`${own}/history?limit=200`)).body);
    await expect.poll(told, { timeout: 10_000 }).toContain(type);
    expect(await told()).toContain(settling.reason);
  });

  it('keeps the names of bodies out of the record', async () => {
    await judgeOf('Sample Weavers Guild of Nowhere');
    const { rows } = await api.db.readPool.query(
      "select count(*)::int as n from events where data::text like '%Nowhere%'",
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});
