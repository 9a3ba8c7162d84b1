// An assignment over HTTP: by the solver, by hand and by table, tried first; who is told of it, and when.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { solveAssignment } from '../../activities/solve-assignment.ts';
import { readStreams } from '../../db/event-store.ts';
import { lettersFor } from '../../documents/letters/letters.ts';
import { rubricOf } from '../../domain/definition-queries.ts';
import type { AwardsEvent } from '../../domain/events.ts';
import { panelStream } from '../../domain/panel/state.ts';
import { inProcess } from '../activities/support.ts';
import { by, seatJudges } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { screenedSample } from '../support/scoring.ts';
import { recorded } from '../worker/support.ts';

let api: TestApi;
let focal: TestClient;
beforeAll(async () => {
  api = await openTestApi();
  focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
});
afterAll(() => api.close());

type Entry = {
  nominationId: string;
  proposed: string[];
  pinned: string[];
  came: string[];
  left: string[];
  standIns: string[];
  readings: { judgeId: string; languages: string[]; affinity: number }[];
  excluded: { judgeId: string; rule: string }[];
};
type View = {
  method: string;
  objective: number;
  bound: number;
  gap: number;
  terms: { [term: string]: number };
  emptySeats: number;
  entries: Entry[];
};
type Change = { done: boolean; refused: { rule: string }[]; noted: { rule: string }[]; lines: { row: number }[] };

async function formed() {
  const sample = await screenedSample(api);
  const judges = await seatJudges(sample, [sample.group], 'SG', 4);
  await focal.post(`/cycles/${sample.cycleId}/panels`, { country: 'SG', category: 'ngo', judges, chair: judges[0] });
  return { ...sample, judges, path: `/panels/${sample.panel}/assignment` };
}
type Formed = Awaited<ReturnType<typeof formed>>;

const viewOf = async ({ path }: Formed) => (await focal.get<View>(path)).body;
async function proposed(sample: Formed, body: object = { method: 'seats' }): Promise<View> {
  const { id } = (await focal.post(`${sample.path}/request`, body)).body;
  await inProcess(`proposal:${id}`, () => solveAssignment(api.db, { proposalId: id }));
  return viewOf(sample);
}
const readersOf = ({ entries }: View) =>
  Object.fromEntries(entries.map(({ nominationId, proposed: readers }) => [nominationId, readers.toSorted()]));

describe('a proposal of the solver', () => {
  it('says what it costs by rule, what no plan can better, and why each judge reads what', async () => {
    const view = await proposed(await formed());
    expect(view).toMatchObject({ method: 'seats', emptySeats: 0, gap: 0 });
    expect(view.objective).toEqual(view.bound);
    expect(Object.values(view.terms).reduce((all, points) => all + points)).toEqual(view.objective);
    expect(view.entries.map(({ proposed: readers, readings }) => [readers.length, readings.length])).toEqual([
      [3, 3],
      [3, 3],
      [3, 3],
    ]);
  });

  it('keeps what was accepted of the one before, and changes nothing else without need', async () => {
    const sample = await formed();
    const first = await proposed(sample);
    const [entry] = first.entries;
    const pinned = [{ nominationId: entry?.nominationId ?? '', judgeId: entry?.proposed[0] ?? '' }];
    const second = await proposed(sample, { method: 'seats', pinned });
    expect(readersOf(second)).toEqual(readersOf(first));
    expect(second.entries[0]?.pinned).toEqual([pinned[0]?.judgeId]);
    expect(second.entries.flatMap(({ came, left }) => [...came, ...left])).toEqual([]);
  });

  it('names for an empty seat the rule that keeps each other judge off', async () => {
    const sample = await formed();
    const { cycleId, acts, judges, entries } = sample;
    for (const judgeId of judges.slice(0, 2)) {
      const conflict = { nominationId: entries[0] ?? '', kind: 'family', reason: 'My sister.' } as const;
      await acts.judge({ type: 'DeclareConflict', data: { cycleId, judgeId, ...conflict } }, by('judge', judgeId));
    }
    const view = await proposed(sample);
    const short = view.entries.find(({ nominationId }) => nominationId === entries[0]);
    expect(view.emptySeats).toEqual(1);
    expect(short?.excluded.toSorted((a, b) => (a.judgeId < b.judgeId ? -1 : 1))).toEqual(
      judges
        .slice(0, 2)
        .sort()
        .map((judgeId) => ({ judgeId, rule: 'conflict' })),
    );
    expect(view).toMatchObject({ shortage: { missing: 1, entries: [entries[0]], seats: 3, room: 2 } });
  });
});

describe('a change by hand', () => {
  it('is tried, done and taken back, and a conflict is refused', async () => {
    const sample = await formed();
    const { path, cycleId, acts, judges } = sample;
    const view = await proposed(sample);
    const [entry] = view.entries;
    const nominationId = entry?.nominationId ?? '';
    const free = judges.find((judge) => !entry?.proposed.includes(judge)) ?? '';
    const add = [{ nominationId, judgeId: free }];
    const tried = await focal.post<Change>(`${path}/change?dryRun=true`, { add });
    expect(tried.body).toMatchObject({ done: false, refused: [], noted: [{ rule: 'too-many' }] });
    expect(await viewOf(sample)).toEqual(view);
    expect((await focal.post<Change>(`${path}/change`, { add })).body).toMatchObject({ done: true });
    const changed = await viewOf(sample);
    expect(changed.method).toEqual('hand');
    expect(changed.entries[0]).toMatchObject({ pinned: [free], came: [free] });
    await focal.post(`${path}/change`, { remove: add });
    expect(readersOf(await viewOf(sample))).toEqual(readersOf(view));
    const conflict = { nominationId, kind: 'family', reason: 'My sister.' } as const;
    await acts.judge({ type: 'DeclareConflict', data: { cycleId, judgeId: free, ...conflict } }, by('judge', free));
    const refused = await focal.post<Change>(`${path}/change?dryRun=true`, { add });
    expect(refused.body.refused.map(({ rule }) => rule)).toEqual(['conflict']);
    const done = await focal.post(`${path}/change`, { add });
    expect([done.status, done.body.type]).toEqual([409, '/problems/assignment-invalid']);
  });

  it('comes as a table: what names nobody is said by its row, and nothing is done', async () => {
    const sample = await formed();
    const { path, entries, judges } = sample;
    const send = async (query: string, rows: string[][]) => {
      const body = ['entry,judge', ...rows.map((row) => row.join())].join('\r\n');
      const headers = { 'x-person': focal.personId ?? '', 'content-type': 'text/csv' };
      const response = await fetch(`${api.url}/api/v1${path}/table${query}`, { method: 'POST', headers, body });
      return { body: (await response.json()) as Change };
    };
    const rows = entries.flatMap((entry) => judges.slice(0, 3).map((judge) => [entry, judge]));
    const wrong = await send('?dryRun=true', [...rows, [entries[0] ?? '', 'nobody']]);
    expect(wrong.body).toMatchObject({
      done: false,
      lines: [{ row: rows.length + 2, value: 'nobody', rule: 'unknown-judge' }],
    });
    expect((await send('?dryRun=true', rows)).body).toMatchObject({ done: false, refused: [], lines: [] });
    expect((await send('', rows)).body).toMatchObject({ done: true });
    const view = await viewOf(sample);
    expect(view.entries.map(({ proposed: readers }) => readers.toSorted())).toEqual(
      entries.map(() => judges.slice(0, 3).sort()),
    );
    const text = await focal.get<string>(`${path}/table`);
    expect(text.status).toEqual(200);
  });
});

describe('a reserve', () => {
  it('is named beside each entry, called in the place of one who is missing, told of it, and shown on the board', async () => {
    const sample = await screenedSample(api);
    const { cycleId, acts, group, panel, definition } = sample;
    const [reserve = '', ...judges] = await seatJudges(sample, [group], 'SG', 4);
    const people = { country: 'SG', category: 'ngo', judges, reserves: [reserve], chair: judges[0] };
    await focal.post(`/cycles/${cycleId}/panels`, people);
    const view = await proposed({ ...sample, judges, path: `/panels/${panel}/assignment` });
    expect(view.entries.map(({ standIns }) => standIns)).toEqual(Array(3).fill([reserve]));
    expect((await focal.post(`/panels/${panel}/assignment/release`, {})).status).toEqual(200);
    const [nominationId = ''] = sample.entries;
    const [, insteadOf = ''] = judges;
    const call = { nominationId, judgeId: reserve, insteadOf };
    expect((await focal.post(`/panels/${panel}/call-reserve`, call)).status).toEqual(200);
    const secretariat = await api.grant('secretariat', { award: 'sample' });
    const flags = async () =>
      (await secretariat.get<Board>(`/panels/${panel}/board`)).body.entries.map((entry) => [
        entry.nominationId,
        entry.flags.includes('reserve-called'),
      ]);
    expect(Object.fromEntries(await flags())).toEqual(
      Object.fromEntries(sample.entries.map((id) => [id, id === nominationId])),
    );
    const criteria = rubricOf(definition, 'ngo').criteria.map(({ key }) => key);
    const sheet = { nominationId, judgeId: reserve, cycleId, group, round: 'main', country: 'SG', category: 'ngo' };
    const data = { ...sheet, dossierVersion: 1, criteria };
    await acts.scorecard(nominationId, reserve, { type: 'AssignScorecard', data }, by('process'));
    const desk = await api.as(reserve).get<{ items: { nominationId: string }[] }>(`/scorecards?cycleId=${cycleId}`);
    expect(desk.status).toEqual(200);
    const strange = await focal.post(`/panels/${panel}/call-reserve`, { ...call, judgeId: judges[2] });
    expect([strange.status, strange.body.type]).toEqual([409, '/problems/reserve-called']);
  });
});
type Board = { entries: { nominationId: string; flags: string[] }[] };

/** What is written because of what happened at the panel so far. */
async function lettersOf({ cycleId, group }: Formed) {
  const events = await readStreams(api.db.readPool, [panelStream(cycleId, group).id]);
  const desk = { db: api.db, publicUrl: api.url };
  const letters = events.map((event) => lettersFor(desk, recorded(event as AwardsEvent, { cycleId })));
  return (await Promise.all(letters)).flat();
}

describe('judges', () => {
  it('see nothing of an assignment before it is released', async () => {
    const sample = await formed();
    await proposed(sample);
    const judge = api.as(sample.judges[0] ?? '');
    const path = `/panels/${sample.panel}/assignment`;
    expect((await judge.get(path)).status).not.toEqual(200);
    const sheets = await judge.get<{ items: object[] }>(`/scorecards?cycleId=${sample.cycleId}`);
    expect(sheets.body.items).toEqual([]);
    const told = async () => (await lettersOf(sample)).filter(({ kind }) => kind === 'assignment-released');
    expect(await told()).toEqual([]);
    await focal.post(`${path}/release`, {});
    expect((await told()).flatMap(({ to }) => [...new Set(to)]).sort()).toEqual(sample.judges.toSorted());
  });

  it('say whom they work for, and two of one employer never read the same entry', async () => {
    const sample = await formed();
    for (const [place, judge] of sample.judges.entries()) {
      const bodies = place < 2 ? [['Institute  of Water', 'institute of water'][place]] : [];
      const profile = { languages: ['en'], themes: [], capacity: 9, bodies };
      const said = await api.as(judge).post(`/cycles/${sample.cycleId}/judges/me/profile`, profile);
      expect(said.status).toEqual(200);
    }
    const view = await proposed(sample);
    const [first = '', second = ''] = sample.judges;
    expect(view.entries.filter((one) => one.proposed.includes(first) && one.proposed.includes(second))).toEqual([]);
  });
});
