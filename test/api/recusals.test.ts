// A conflict that shows itself while reading: a recusal that says what was read, and when.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { reserveSample, type Scoring, scoringSample } from '../support/scoring.ts';

let api: TestApi;
let sample: Scoring;
let judge: TestClient;
let focal: TestClient;
let own: string;
const at = expect.any(String);

beforeAll(async () => {
  api = await openTestApi();
  sample = await scoringSample(api);
  judge = api.as(sample.member);
  focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
  own = `/cycles/${sample.cycleId}/judges/${sample.member}`;
});
afterAll(() => api.close());

/** The data of the judge's recusals on record. */
async function recusals(): Promise<unknown[]> {
  const { rows } = await api.db.readPool.query<{ data: { nominationId: string; reason: string; seen?: unknown } }>(
    "select data from events where type = 'EntryRecused' order by position",
  );
  return rows.map(({ data: { nominationId, reason, seen } }) => ({ nominationId, reason, seen }));
}
const sheetOf = (entry: string) => `/scorecards/${entry}~${sample.member}~main`;

describe('a conflict declared after the entry was opened', () => {
  it('is a recusal that says what had been opened, for the desk to see', async () => {
    const [entry = ''] = sample.entries;
    expect((await judge.get(`${sheetOf(entry)}/entry`)).status).toEqual(200);
    const conflict = { nominationId: entry, kind: 'family', reason: 'My cousin is on page two.' };
    expect((await judge.post(`${own}/conflicts`, conflict)).status).toEqual(200);
    const parts = sample.definition.form.sections.map(({ key }) => `section:${key}`);
    const seen = parts.map((part) => ({ part, firstAt: at, lastAt: at }));
    expect(await recusals()).toEqual([
      { nominationId: entry, reason: conflict.reason, seen: expect.arrayContaining(seen) },
    ]);
    const { body } = await focal.get<{ conflicts: { opened: unknown[] }[] }>(own);
    expect(body.conflicts[0]?.opened).toEqual(expect.arrayContaining(parts.map((part) => ({ part, at }))));
    expect((await judge.get(`${sheetOf(entry)}/entry`)).status).toEqual(404);
  });

  it('is said once: declaring again changes nothing', async () => {
    const [entry = ''] = sample.entries;
    const conflict = { nominationId: entry, kind: 'family', reason: 'My cousin is on page two.' };
    expect((await judge.post(`${own}/conflicts`, conflict)).status).toEqual(200);
    expect(await recusals()).toHaveLength(1);
  });
});

describe('a conflict declared before anything was opened', () => {
  it('recuses nobody: there was nothing to see', async () => {
    const [, entry = ''] = sample.entries;
    const conflict = { nominationId: entry, kind: 'other', reason: 'Known by name.' };
    expect((await judge.post(`${own}/conflicts`, conflict)).status).toEqual(200);
    expect(await recusals()).toHaveLength(1);
  });
});

describe('stepping back', () => {
  it('tells what was opened in the office’s history', async () => {
    const entry = sample.entries[2] ?? '';
    await judge.get(`/nominations/${entry}`);
    expect((await judge.post(`${sheetOf(entry)}/recuse`, { reason: 'I cannot judge this.' })).status).toEqual(200);
    const secretariat = await api.grant('secretariat', { award: 'sample' });
    const told = async () => JSON.stringify((await secretariat.get(`/panels/${sample.panel}/history?limit=200`)).body);
    await expect.poll(told, { timeout: 10_000 }).toContain('I cannot judge this.');
    expect(await told()).toContain('"section:');
  });
});

describe('a seat that a judge has left', () => {
  type Assigned = { entries: { nominationId: string; missing: object[]; standIns: string[] }[] };
  it('is a task of who runs the panel until a person calls a reserve, and nobody is called by itself', async () => {
    const { cycleId, panel, member, reserve, entries } = await reserveSample(api);
    const tasks = async () =>
      (await focal.get<{ items: { kind: string; count: number; link: string }[] }>('/me/tasks')).body.items.filter(
        ({ kind, link }) => kind === 'call-reserve' && link.includes(cycleId),
      );
    const seats = async () => {
      const { body } = await focal.get<Assigned>(`/panels/${panel}/assignment`);
      const of = new Map(
        body.entries.map(({ nominationId, missing, standIns }) => [nominationId, { missing, standIns }]),
      );
      return entries.map((id) => of.get(id));
    };
    expect([await tasks(), (await seats()).flatMap((seat) => seat?.missing ?? [])]).toEqual([[], []]);
    const [first = '', second = ''] = entries;
    const reason = 'I advised them once.';
    const recuse = `/scorecards/${first}~${member}~main/recuse`;
    expect((await api.as(member).post(recuse, { reason })).status).toEqual(200);
    const conflict = { nominationId: second, kind: 'family', reason };
    expect((await api.as(member).post(`/cycles/${cycleId}/judges/${member}/conflicts`, conflict)).status).toEqual(200);
    expect(await tasks()).toMatchObject([{ count: 2, link: `/api/v1/panels/${panel}/assignment` }]);
    const missing = [{ judgeId: member, because: 'recused', called: null }];
    expect(await seats()).toEqual([
      { missing, standIns: [reserve] },
      { missing, standIns: [reserve] },
      { missing: [], standIns: [reserve] },
    ]);
    const call = { nominationId: first, judgeId: reserve, insteadOf: member };
    expect((await focal.post(`/panels/${panel}/call-reserve`, call)).status).toEqual(200);
    expect([(await seats())[0]?.missing, await tasks()]).toMatchObject([
      [{ judgeId: member, called: reserve }],
      [{ count: 1 }],
    ]);
    expect((await focal.post(`/panels/${panel}/call-reserve`, { ...call, nominationId: second })).status).toEqual(200);
    expect(await tasks()).toEqual([]);
  });
});
