// Panels over HTTP, from the forming to the released assignment.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by, seatJudges } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { scoringSample, screenedSample } from '../support/scoring.ts';

let api: TestApi;
let focal: TestClient;
let neighbour: TestClient;

beforeAll(async () => {
  api = await openTestApi();
  focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
  neighbour = await api.grant('focal-point', { award: 'sample', country: 'TH' });
});
afterAll(() => api.close());

type Assignment = {
  entries: { nominationId: string; released: string[]; proposed: string[]; apart: string[] }[];
  judges: { judgeId: string; load: number }[];
};

/** A country whose screening is over, with judges who serve and nothing formed. */
async function waiting() {
  const sample = await screenedSample(api);
  const judges = await seatJudges(sample, [sample.group], 'SG', 3);
  const [chair] = judges;
  return { ...sample, judges, forming: { country: 'SG', category: 'ngo', judges, chair } };
}

/** The panel is formed over HTTP. */
async function formed() {
  const sample = await waiting();
  await focal.post(`/cycles/${sample.cycleId}/panels`, sample.forming);
  return { ...sample, path: `/panels/${sample.panel}` };
}

describe('forming a panel', () => {
  it('puts what was forwarded before its judges, and is repeated without harm', async () => {
    const { cycleId, panel, forming, entries, judges } = await waiting();
    const headers = { 'Idempotency-Key': randomUUID() };
    const first = await focal.post(`/cycles/${cycleId}/panels`, forming, headers);
    const again = await focal.post(`/cycles/${cycleId}/panels`, forming, headers);
    expect([first.status, first.headers.get('location')]).toEqual([201, `/api/v1/panels/${panel}`]);
    expect(again.body).toEqual(first.body);
    const { body } = await focal.get<{ entries: { nominationId: string }[] }>(`/panels/${panel}`);
    expect(body.entries.map(({ nominationId }) => nominationId).sort()).toEqual(entries);
    const facts = { id: panel, cycleId, group: 'SG-ngo', country: 'SG', category: 'ngo', status: 'formed' };
    const people = { judges, reserves: [], chair: judges[0], deputyChair: null, round: 'main' };
    expect(body).toMatchObject({ ...facts, ...people, decision: null, source: null, signedAt: null });
  });

  it('is not for another country, nor for who judges', async () => {
    const { cycleId, forming, judges } = await waiting();
    const path = `/cycles/${cycleId}/panels`;
    const asked = [neighbour, api.as(judges[0] ?? ''), api.as(null)].map((client) => client.post(path, forming));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 403, 401]);
  });

  it('takes nobody who is not asked to judge there', async () => {
    const { cycleId, forming, judges } = await waiting();
    const stranger = focal.personId;
    const body = { ...forming, judges: [...judges, stranger], chair: stranger };
    const answer = await focal.post(`/cycles/${cycleId}/panels`, body);
    expect([answer.status, answer.body.errors]).toEqual([
      400,
      [{ field: 'judges.3', rule: 'is no judge who is invited to SG-ngo', code: 'judge', values: { group: 'SG-ngo' } }],
    ]);
  });

  it('names every field that is wrong, and refuses a category that is none', async () => {
    const { cycleId, forming } = await waiting();
    const path = `/cycles/${cycleId}/panels`;
    const wrong = await focal.post(path, { country: 'SG', category: 'N G O', judges: 'all', seats: 3 });
    const fields = (wrong.body.errors as { field: string }[]).map(({ field }) => field);
    expect([wrong.status, fields.sort()]).toEqual([400, ['category', 'judges', 'seats']]);
    const unknown = await focal.post(path, { ...forming, category: 'none', judges: [], chair: null });
    expect([unknown.status, unknown.body.type]).toEqual([409, '/problems/category-unknown']);
  });
});

describe('a panel', () => {
  it('is listed for its own country', async () => {
    const { cycleId, panel } = await formed();
    const ids = async (client: TestClient) =>
      (await client.get<{ items: { id: string }[] }>(`/cycles/${cycleId}/panels`)).body.items.map(({ id }) => id);
    expect([await ids(focal), await ids(neighbour)]).toEqual([[panel], []]);
    expect((await neighbour.get(`/panels/${panel}`)).status).toEqual(404);
  });

  it('changes at the desk that formed it, and only among its judges', async () => {
    const { path, judges } = await formed();
    const change = { deputyChair: judges[1], reason: 'The chair is away for a week.' };
    expect((await neighbour.post(`${path}/change`, change)).status).toEqual(404);
    expect((await focal.post(`${path}/change`, change)).status).toEqual(200);
    const stranger = await focal.post(`${path}/change`, { addJudges: [focal.personId], reason: 'Short of judges.' });
    expect(stranger.status).toEqual(400);
    expect((await focal.get(path)).body).toMatchObject({ judges, deputyChair: judges[1] });
  });
});

describe('an assignment', () => {
  it('is asked for, seen at work, stopped, and asked for again in its place', async () => {
    const { path } = await formed();
    const first = await focal.post(`${path}/assignment/request`);
    const { id } = first.body;
    const proposal = `/proposals/${id}`;
    expect([first.status, first.headers.get('location')]).toEqual([202, `/api/v1${proposal}`]);
    expect((await focal.get(proposal)).body).toMatchObject({ id, kind: 'assignment', state: 'requested', progress: 0 });
    expect([(await neighbour.get(proposal)).status, (await neighbour.delete(proposal)).status]).toEqual([404, 404]);
    const [stopped, twice] = [await focal.delete(proposal), await focal.delete(proposal)];
    expect([stopped.body.state, twice.body.state]).toEqual(['cancelled', 'cancelled']);
    expect((await focal.post(`${path}/assignment/request`)).body.type).toEqual('/problems/assignment-requested');
    expect((await focal.post(`${path}/assignment/request`, { replaces: id })).status).toEqual(202);
  });

  it('is not stopped once it is worked out', async () => {
    const { path } = await formed();
    const { id } = (await focal.post(`${path}/assignment/request`)).body;
    const done = { state: 'proposed' as const, progress: 1, objective: 0 };
    await api.db.read.updateTable('proposals').set(done).where('proposal_id', '=', id).execute();
    const { status, body } = await focal.delete(`/proposals/${id}`);
    expect([status, body.type, body.allowed]).toEqual([409, '/problems/proposal-finished', { state: 'proposed' }]);
  });

  it('is seen before it is released: who would read what, who must not, and how full each judge is', async () => {
    const { path, acts, cycleId, group, entries, judges } = await formed();
    const [first = '', second = '', third = ''] = judges;
    const conflict = { nominationId: entries[0] ?? '', kind: 'family', reason: 'My sister.' } as const;
    await acts.judge({ type: 'DeclareConflict', data: { cycleId, judgeId: third, ...conflict } }, by('judge', third));
    const nothing = (await focal.get(`${path}/assignment`)).body;
    expect(nothing).toMatchObject({ status: 'none', proposalId: null, emptySeats: null });
    const { id: proposalId } = (await focal.post(`${path}/assignment/request`)).body;
    const pairs = entries.flatMap((nominationId, place) =>
      (place === 0 ? [first, second] : judges).map((judgeId) => ({ nominationId, judgeId })),
    );
    const data = { cycleId, group, proposalId, pairs, emptySeats: 1 };
    await acts.panel({ type: 'ProposeAssignment', data }, by('process'));
    const { body } = await focal.get<Assignment>(`${path}/assignment`);
    expect(body).toMatchObject({ status: 'proposed', proposalId, emptySeats: 1, seats: 3 });
    const entry = body.entries.find(({ nominationId }) => nominationId === entries[0]);
    expect(entry).toMatchObject({ released: [], apart: [third] });
    expect(entry?.proposed.toSorted()).toEqual([first, second].sort());
    expect(body.judges.map(({ judgeId, load }) => [judgeId, load]).sort()).toEqual(
      [
        [first, 3],
        [second, 3],
        [third, 2],
      ].sort(),
    );
    expect(JSON.stringify(body)).not.toContain('sister');
  });

  it('is released by the desk once it is proposed', async () => {
    const { path, acts, cycleId, group, entries, judges } = await formed();
    expect((await focal.post(`${path}/assignment/release`)).body.type).toEqual('/problems/no-proposal');
    const { id: proposalId } = (await focal.post(`${path}/assignment/request`)).body;
    const pairs = entries.flatMap((nominationId) => judges.map((judgeId) => ({ nominationId, judgeId })));
    const data = { cycleId, group, proposalId, pairs, emptySeats: 0 };
    await acts.panel({ type: 'ProposeAssignment', data }, by('process'));
    expect((await neighbour.post(`${path}/assignment/release`)).status).toEqual(404);
    expect((await focal.post(`${path}/assignment/release`)).status).toEqual(200);
    expect((await focal.get(path)).body.status).toEqual('scoring');
  });
});

describe('closing scoring', () => {
  it('waits for the judges or the deadline', async () => {
    const { panel } = await scoringSample(api);
    const { status, body } = await focal.post(`/panels/${panel}/close-scoring`);
    expect([status, body.type]).toEqual([409, '/problems/not-due']);
    expect((await neighbour.post(`/panels/${panel}/close-scoring`)).status).toEqual(404);
  });
});
