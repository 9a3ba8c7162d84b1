// Board, decision and laureates over HTTP: who sees a ranking, who decides, who answers for the award.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by, sheetOf } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { signDecision } from '../support/desk.ts';
import { endorseSample, scoringSample, screenedSample, sealSample } from '../support/scoring.ts';

let api: TestApi;
let secretariat: TestClient;
let focal: TestClient;
let approver: TestClient;
let neighbour: TestClient;

beforeAll(async () => {
  api = await openTestApi();
  secretariat = await api.grant('secretariat', { award: 'sample' });
  focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
  approver = await api.grant('approver', { award: 'sample', country: 'SG' });
  neighbour = await api.grant('focal-point', { award: 'sample', country: 'TH' });
});
afterAll(() => api.close());

type Board = { entries: { nominationId: string; rank: number | null; submitted: number }[]; method: string | null };
const reasons = 'As the published rubric ranks them.';

/** Sealed, the first entry ahead of the second and the third below the threshold. */
async function sealed() {
  const sample = await scoringSample(api);
  await sealSample(sample, [5, 4, 2]);
  return { ...sample, path: `/panels/${sample.panel}` };
}

/** Decided by the chair: the first entry, with the second behind it. */
async function decided() {
  const sample = await sealed();
  const [first = '', second = ''] = sample.entries;
  const decision = { laureates: [first], runnersUp: [second], reasons };
  const answer = await api.as(sample.chair).post(`${sample.path}/decision`, decision);
  return { ...sample, first, second, answer };
}

/** In person, with the code of the signer's second factor. */
const sign = (client: TestClient, path: string) => signDecision(api, client, path);

/** Signed, endorsed, and before the laureate. */
async function endorsed() {
  const sample = await decided();
  const { cycleId, path, first } = sample;
  await sign(api.as(sample.chair), path);
  await endorseSample(sample);
  const contact = await api.grant('laureate-contact', { laureate: first });
  return { ...sample, contact, award: `${path}/laureates/${first}`, list: `/cycles/${cycleId}/laureates` };
}

describe('the board', () => {
  it('shows how far scoring is, and no score, before the tally is sealed', async () => {
    const sample = await scoringSample(api);
    const { acts, definition, entries, chair, panel } = sample;
    const points = sheetOf(definition, 'ngo', 5);
    await acts.scorecard(entries[0] ?? '', chair, points, by('judge', chair));
    const { body } = await secretariat.get<Board>(`/panels/${panel}/board`);
    expect(body.entries.find(({ nominationId }) => nominationId === entries[0])).toEqual({
      ...{ group: 'SG-ngo', nominationId: entries[0], country: 'SG', assigned: 3, submitted: 1, recused: 0, called: 0 },
      ...{ dossierVersion: 1, newestVersion: 1 },
      ...{ organisation: { en: `Sample SG ngo ${entries[0]}` }, shown: null, score: null, rank: null, unranked: null },
      ...{
        lowest: null,
        highest: null,
        spread: null,
        shownMean: null,
        shownAdjusted: null,
        decidedBy: null,
        minimum: 3,
        loweredBecause: null,
        goesOn: null,
        conflicts: 0,
        late: 0,
        flags: ['missing-sheets'],
      },
    });
    expect(body).toMatchObject({ status: 'scoring', method: null, minimumSheets: 3, needsVote: [], flags: [] });
  });

  it('ranks each group by itself once the tally is sealed, with the spread of the sheets', async () => {
    const { cycleId, entries, panel } = await sealed();
    const { body } = await secretariat.get<{ items: Board[] }>(`/cycles/${cycleId}/board`);
    expect(body.items).toEqual([(await secretariat.get(`/panels/${panel}/board`)).body]);
    const shown = body.items[0]?.entries.map((entry) => entry);
    expect(shown).toMatchObject([
      { nominationId: entries[0], rank: 1, shown: '100.00', lowest: '100.00', highest: '100.00', unranked: null },
      { nominationId: entries[1], rank: 2, shown: '80.00', lowest: '80.00', highest: '80.00', unranked: null },
      { nominationId: entries[2], rank: null, shown: '40.00', unranked: 'below-threshold' },
    ]);
  });

  it('of a cycle ends a page early where its groups are large, and goes on from there', async () => {
    const { cycleId } = await scoringSample(api);
    for (const group of ['TH-1', 'TH-2', 'TH-3'])
      await api.db.readPool.query(
        `insert into panels (cycle_id, panel_group, country, category, status, entries, judges, reserves, round, formed_at)
          select cycle_id, $2, 'TH', category, status, (select json_agg(p.entries -> 0 order by n) from panels p, generate_series(1, 450) n where p.cycle_id = $1 and p.panel_group = 'SG-ngo'), judges, reserves, round, now()
          from panels where cycle_id = $1 and panel_group = 'SG-ngo'`,
        [cycleId, group],
      );
    type Boards = { items: { group: string; entries: object[] }[]; next: string | null };
    const first = (await secretariat.get<Boards>(`/cycles/${cycleId}/board`)).body;
    expect(first.items.map(({ group, entries }) => [group, entries.length])).toEqual([
      ['SG-ngo', 3],
      ['TH-1', 450],
      ['TH-2', 450],
    ]);
    const rest = (await secretariat.get<Boards>(`/cycles/${cycleId}/board?cursor=${first.next}`)).body;
    expect([rest.items.map(({ group }) => group), rest.next]).toEqual([['TH-3'], null]);
  });

  it('is for who leads, the secretariat and auditors', async () => {
    const { panel, cycleId, chair, deputy, member } = await sealed();
    const auditor = await api.grant('auditor', { award: 'sample' });
    const foreign = await api.grant('secretariat', { award: 'another' });
    const ask = async (path: string, clients: TestClient[]) =>
      (await Promise.all(clients.map((client) => client.get(path)))).map(({ status }) => status);
    const judges = [chair, deputy, member].map((judge) => api.as(judge));
    const others = [auditor, focal, approver, foreign, api.as(null)];
    expect(await ask(`/panels/${panel}/board`, [...judges, ...others])).toEqual([
      200, 200, 403, 200, 403, 403, 404, 401,
    ]);
    expect(await ask(`/cycles/${cycleId}/board`, [...judges, auditor])).toEqual([404, 404, 403, 200]);
  });
});

describe('a decision', () => {
  it("follows the ranking and is recorded and signed by the chair or the deputy, and nobody else's to give", async () => {
    const { answer, path, deputy, member, first, second } = await decided();
    expect(answer.status).toEqual(200);
    const decision = { laureates: [first], runnersUp: [second], reasons };
    expect((await api.as(member).post(`${path}/decision`, decision)).status).toEqual(403);
    expect((await focal.post(`${path}/decision`, decision)).status).toEqual(403);
    const other = await scoringSample(api);
    expect((await api.as(other.chair).post(`${path}/decision`, decision)).status).toEqual(404);
    expect((await sign(neighbour, path)).status).toEqual(403);
    expect((await sign(api.as(deputy), path)).status).toEqual(200);
    const { body } = await focal.get(path);
    expect(body).toMatchObject({ status: 'signed', decision: [{ laureateId: first }, { laureateId: second }] });
    expect((await api.as(member).get(path)).body.decision).toEqual(null);
  });

  it('is refused out of order, and with every wrong field named', async () => {
    const { path, chair, entries } = await sealed();
    const lead = api.as(chair);
    const passed = await lead.post(`${path}/decision`, { laureates: [entries[1]], reasons });
    expect([passed.status, passed.body.type]).toEqual([409, '/problems/order-differs']);
    const wrong = await lead.post(`${path}/decision`, { laureates: ['first'], reasons: '', place: 1 });
    const fields = (wrong.body.errors as { field: string }[]).map(({ field }) => field);
    expect([wrong.status, fields.sort()]).toEqual([400, ['laureates.0', 'place', 'reasons']]);
  });

  it('is the deputy alone who takes it where the chair is in conflict with an entry', async () => {
    const { path, chair, deputy, cycleId, entries } = await sealed();
    const conflict = { nominationId: entries[0], kind: 'family', reason: 'A cousin works there.' };
    await api.as(chair).post(`/cycles/${cycleId}/judges/me/conflicts`, conflict);
    const decision = { laureates: [entries[0]], runnersUp: [entries[1]], reasons };
    const asked = await api.as(chair).post(`${path}/decision`, decision);
    expect([asked.status, JSON.stringify(asked.body)]).toEqual([404, expect.not.stringContaining(entries[0] ?? '')]);
    expect((await api.as(deputy).post(`${path}/decision`, decision)).status).toEqual(200);
    expect(JSON.stringify((await api.as(chair).get(path)).body)).not.toContain(entries[0]);
    expect((await sign(api.as(chair), path)).status).toEqual(404);
  });

  it('is opened again by who leads', async () => {
    const { path, chair, first } = await decided();
    await sign(api.as(chair), path);
    const again = { laureateId: first, reason: 'A name was wrong.' };
    expect((await approver.post(`${path}/reopen`, again)).status).toEqual(403);
    expect((await api.as(chair).post(`${path}/reopen`, again)).status).toEqual(200);
    expect((await focal.get(path)).body).toMatchObject({ status: 'sealed', decision: null });
  });
});

describe('laureates', () => {
  it('are listed as signed for their own country, the secretariat and auditors', async () => {
    const { cycleId, path, chair, first, second } = await decided();
    const list = `/cycles/${cycleId}/laureates`;
    expect((await secretariat.get(list)).body).toEqual({ items: [], next: null });
    await sign(api.as(chair), path);
    const { body } = await focal.get<{ items: object[] }>(list);
    const facts = { group: 'SG-ngo', country: 'SG', category: 'ngo', order: 1, endorsedAt: null, held: false };
    const open = { answer: null, replacedBy: null, current: true, source: null, dossier: 'none' };
    expect(body.items).toEqual([
      { laureateId: first, organisation: { en: `Sample SG ngo ${first}` }, place: 'laureate', ...facts, ...open },
      { laureateId: second, organisation: { en: `Sample SG ngo ${second}` }, place: 'runner-up', ...facts, ...open },
    ]);
    expect((await neighbour.get(list)).body).toEqual({ items: [], next: null });
    expect((await neighbour.get(`${list}?country=SG`)).status).toEqual(404);
    expect((await api.as(chair).get(list)).status).toEqual(403);
    const page = await secretariat.get<{ items: object[]; next: string }>(`${list}?limit=1`);
    const rest = await secretariat.get<{ items: object[] }>(`${list}?limit=1&cursor=${page.body.next}`);
    expect([...page.body.items, ...rest.body.items]).toEqual(body.items);
    const far = Buffer.from(JSON.stringify(['SG-ngo', 'laureate', '9'.repeat(18), first])).toString('base64url');
    expect((await secretariat.get<{ items: object[] }>(`${list}?cursor=${far}`)).body.items).toHaveLength(1);
  });

  it('accept through their own contact, once', async () => {
    const { award, contact, list } = await endorsed();
    const stranger = await api.grant('laureate-contact', { laureate: by('process').commandId });
    const asked = await Promise.all([stranger, neighbour, secretariat].map((client) => client.post(`${award}/accept`)));
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 403]);
    const [first, again] = [await contact.post(`${award}/accept`), await contact.post(`${award}/accept`)];
    expect([first.status, again.status, again.body.version]).toEqual([200, 200, first.body.version]);
    const { body } = await focal.get<{ items: object[] }>(list);
    expect(body.items[0]).toMatchObject({ answer: 'accepted', endorsedAt: expect.any(String) });
  });

  it('decline, and the secretariat puts the runner-up in their place', async () => {
    const { award, list, second } = await endorsed();
    const reason = 'Cannot take part this year.';
    expect((await focal.post(`${award}/decline`)).body.errors).toEqual([
      { field: 'reason', rule: expect.stringContaining('expected string'), code: 'missing' },
    ]);
    expect((await focal.post(`${award}/decline`, { reason })).status).toEqual(200);
    expect((await focal.post(`${award}/replace`, { reason })).status).toEqual(403);
    expect((await secretariat.post(`${award}/replace`, { reason })).status).toEqual(200);
    const { body } = await focal.get<{ items: object[] }>(list);
    expect(body.items).toMatchObject([
      { answer: 'declined', current: false, replacedBy: second },
      { laureateId: second, place: 'laureate', current: true },
    ]);
  });
});

describe('a decision taken on paper', () => {
  it("is recorded by the country's focal point and signed by another", async () => {
    const sample = await screenedSample(api);
    const { cycleId, entries, panel } = sample;
    await focal.post(`/cycles/${cycleId}/panels`, { country: 'SG', category: 'ngo', judges: [] });
    const path = `/panels/${panel}`;
    const outcome = { laureates: [entries[0]], source: 'Minutes of 12 May' };
    const asked = [neighbour, secretariat].map((client) => client.post(`${path}/outside-decision`, outcome));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404]);
    expect((await focal.post(`${path}/outside-decision`, outcome)).status).toEqual(200);
    expect((await sign(approver, path)).status).toEqual(200);
    expect((await focal.get(path)).body).toMatchObject({ status: 'signed', source: 'Minutes of 12 May' });
  });
});
