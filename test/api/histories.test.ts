// The history of anything: what each event changed, for whom it was done, and what each reader is not told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastPlace } from '../../db/event-store.ts';
import { waitFor } from '../../db/projections.ts';
import { history } from '../../db/read-models/history.ts';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { signDecision } from '../support/desk.ts';
import { type Scoring, scoringSample, sealSample } from '../support/scoring.ts';

type Change = { fact: string; before: unknown; after: unknown };
type Line = {
  type: string;
  actor: string | null;
  role: string | null;
  changes: Change[];
  detail: Record<string, unknown>;
  names: { [id: string]: { [language: string]: string } };
};

let api: TestApi;
let sample: Scoring;
let secretariat: TestClient;
let focal: TestClient;

beforeAll(async () => {
  api = await openTestApi();
  secretariat = await api.grant('secretariat', { award: 'sample' });
  focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
  sample = await scoringSample(api);
  const { cycleId, acts, member, entries, chair } = sample;
  await sealSample(sample, [5, 4, 2]);
  const conflict = { nominationId: entries[2] ?? '', kind: 'family', reason: 'My sister Malee runs it.' } as const;
  await acts.judge({ type: 'DeclareConflict', data: { cycleId, judgeId: member, ...conflict } }, by('judge', member));
  const decision = { laureates: entries.slice(0, 1), runnersUp: entries.slice(1, 2), reasons: 'As the rubric ranks.' };
  await api.as(chair).post(`/panels/${sample.panel}/decision`, decision);
  await signDecision(api, api.as(chair), `/panels/${sample.panel}`);
});
afterAll(() => api.close());

async function linesOf(client: TestClient, path: string): Promise<Line[]> {
  await waitFor(api.db, [history.name], await lastPlace(api.db), 10_000);
  const { status, body } = await client.get<{ items: Line[] }>(`${path}?limit=200`);
  expect(status).toEqual(200);
  return body.items;
}
const find = (lines: Line[], type: string) => lines.find((line) => line.type === type);

describe('the history of a panel', () => {
  it('tells what each act changed, before and after, with the names of entries', async () => {
    const { entries, chair } = sample;
    const lines = await linesOf(secretariat, `/panels/${sample.panel}/history`);
    const decided = find(lines, 'DecisionRecorded');
    expect(decided).toMatchObject({ actor: chair, role: 'chair' });
    expect(decided?.changes).toEqual([
      { fact: 'status', before: 'sealed', after: 'decided' },
      { fact: 'laureates', before: [], after: [entries[0]] },
      { fact: 'runnersUp', before: [], after: [entries[1]] },
    ]);
    expect(decided?.names[entries[0] ?? '']).toEqual({ en: `Sample SG ngo ${entries[0]}` });
    const scored = find(lines, 'ScorecardSubmitted');
    expect(scored?.changes).toEqual([{ fact: 'status', before: 'assigned', after: 'submitted' }]);
    expect(JSON.stringify(lines)).not.toMatch(/"points"|"scores"|Malee/);
  });
  it('tells who leads it nothing that is in conflict', async () => {
    const other = await scoringSample(api);
    const { cycleId, acts, chair, entries } = other;
    await sealSample(other, [5, 4, 2]);
    const conflict = { nominationId: entries[0] ?? '', kind: 'family', reason: 'A cousin works there.' } as const;
    await acts.judge({ type: 'DeclareConflict', data: { cycleId, judgeId: chair, ...conflict } }, by('judge', chair));
    const path = `/panels/${other.panel}/history`;
    const [seen, whole] = [await linesOf(api.as(chair), path), await linesOf(api.as(other.deputy), path)];
    expect(JSON.stringify(seen)).not.toContain(entries[0]);
    expect(find(seen, 'PanelFormed')?.changes).toEqual([]);
    expect(JSON.stringify(whole)).toContain(entries[0]);
    expect(seen.length).toBeLessThan(whole.length);
  });
});

describe('the history of a judge', () => {
  it('is whole for the desk, and without the names of others for the judge', async () => {
    const path = `/cycles/${sample.cycleId}/judges/${sample.member}/history`;
    const whole = await linesOf(focal, path);
    expect(find(whole, 'ConflictDeclared')?.changes).toEqual([
      { fact: `conflict:${sample.entries[2]}`, before: null, after: 'declared' },
    ]);
    const own = await linesOf(api.as(sample.member), path);
    expect(own.map(({ type }) => type)).toEqual(whole.map(({ type }) => type));
    expect(new Set(own.map(({ actor }) => actor))).toEqual(new Set([null, sample.member]));
  });
});

describe('the history of a country', () => {
  it('tells of its signature and its closed phases', async () => {
    const lines = await linesOf(focal, `/cycles/${sample.cycleId}/countries/SG/history`);
    expect(find(lines, 'ForwardingSigned')?.changes).toEqual([
      { fact: 'forwarding:ngo', before: null, after: 'signed' },
    ]);
    expect(find(lines, 'CountryPhaseClosed')?.changes).toEqual([
      { fact: 'phase:screening', before: null, after: 'closed' },
    ]);
  });
});

describe('the history of a cycle', () => {
  it('tells of phases as they opened', async () => {
    const lines = await linesOf(secretariat, `/cycles/${sample.cycleId}/history`);
    const opened = find(lines, 'PhaseOpened');
    expect(opened?.changes).toContainEqual({ fact: 'phase:nomination', before: 'pending', after: 'open' });
  });
});

describe("the history of a person's roles", () => {
  it('keeps to the country of who asks', async () => {
    const screener = await api.grant('screener', { award: 'sample', country: 'SG' });
    const path = `/members/${screener.personId}/history`;
    const [line] = await linesOf(focal, path);
    expect(line?.changes).toMatchObject([{ before: null, after: { role: 'screener', scope: { country: 'SG' } } }]);
    const neighbour = await api.grant('focal-point', { award: 'sample', country: 'TH' });
    expect(await linesOf(neighbour, path)).toEqual([]);
    expect(await linesOf(await api.grant('secretariat', { award: 'another' }), path)).toEqual([]);
  });
});
