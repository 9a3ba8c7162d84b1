// How far judges agree, over HTTP: for whom, when, and without what is in conflict with the reader.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { type Scoring, scoringSample, sealSample } from '../support/scoring.ts';

let api: TestApi;
let secretariat: TestClient;
let definition: AwardDefinition;

beforeAll(async () => {
  api = await openTestApi();
  secretariat = await api.grant('secretariat', { award: 'sample' });
  definition = { ...api.definition, quota: 10 };
});
afterAll(() => api.close());

type Answer = {
  hidden: string | null;
  entries: number;
  sheets: number;
  islands: { judgeId: string }[][];
  panel: { ofMean: { value: number; reading: string } | null; alpha: { value: number } | null } | null;
  perJudge: { judgeId: string; name: string; sheets: number; leniency: { points: number; flagged: boolean } | null }[];
};
type Coverage = { expected: number; days: { day: string; submitted: number }[]; islands: unknown[] };
const names = Array.from({ length: 7 }, (_, place) => `Entry ${place + 1}`);
/** The third judge gives a point less throughout; the first entry would turn every measure. */
const points = [
  [0, 5, 5],
  [4, 4, 3],
  [3, 3, 2],
  [5, 5, 4],
  [2, 2, 1],
  [4, 3, 2],
  [3, 4, 3],
];
const read = (client: TestClient, { panel }: Scoring) => client.get<Answer>(`/panels/${panel}/reliability`);
/** The chair has a conflict with the first entry. */
async function keepApart({ cycleId, acts, chair, entries }: Scoring): Promise<void> {
  const conflict = { nominationId: entries[0] ?? '', kind: 'family', reason: 'My sister runs it.' } as const;
  await acts.judge({ type: 'DeclareConflict', data: { cycleId, judgeId: chair, ...conflict } }, by('judge', chair));
}
/** Whoever the judges are, in an order that their measures give. */
const measured = ({ panel, perJudge }: Answer): unknown => {
  const round = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value);
  const judges = perJudge.map(({ judgeId: _, ...one }) => JSON.stringify(one, round));
  return [JSON.stringify(panel, round), ...judges.sort()];
};
const long = () => scoringSample({ db: api.db, definition }, { names });

describe('the reliability of a panel', () => {
  it('is for the chair, the deputy and the secretariat once the tally is sealed, and for no judge or auditor', async () => {
    const sample = await long();
    expect((await read(secretariat, sample)).body).toMatchObject({ hidden: 'not-sealed', panel: null, perJudge: [] });
    await sealSample(sample, points);
    const auditor = await api.grant('auditor', { award: 'sample' });
    for (const client of [secretariat, api.as(sample.chair), api.as(sample.deputy)]) {
      const { status, body } = await read(client, sample);
      expect([status, body.hidden, body.entries, body.sheets, body.islands.length]).toEqual([200, null, 7, 21, 1]);
      expect(body.perJudge.map(({ sheets }) => sheets)).toEqual([7, 7, 7]);
    }
    expect((await read(auditor, sample)).status).toEqual(403);
    expect((await read(api.as(sample.member), sample)).status).toEqual(403);
  });

  it('says why nothing is said of a group too small to mean anything', async () => {
    const sample = await scoringSample(api);
    await sealSample(sample, [[5, 4, 3], [3, 3, 2], 1]);
    expect((await read(secretariat, sample)).body).toMatchObject({ hidden: 'few-entries', panel: null, perJudge: [] });
  });

  it('is to a chair in conflict with an entry as if that entry were not there', async () => {
    const sample = await long();
    await sealSample(sample, points);
    await keepApart(sample);
    const without = await long();
    await sealSample(without, [3, ...points.slice(1)]);
    const whole = (await read(secretariat, sample)).body;
    const seen = (await read(api.as(sample.chair), sample)).body;
    expect([seen.entries, seen.sheets]).toEqual([6, 18]);
    expect(measured(seen)).not.toEqual(measured(whole));
    // What the first entry was given changes nothing of what such a chair reads.
    await keepApart(without);
    expect(measured((await read(api.as(without.chair), without)).body)).toEqual(measured(seen));
  });
});

describe('the coverage of a panel', () => {
  it('counts the sheets that came in, of those the reader may know of', async () => {
    const sample = await scoringSample(api);
    const path = `/panels/${sample.panel}/coverage`;
    expect((await secretariat.get<Coverage>(path)).body).toMatchObject({
      expected: 9,
      days: [],
      islands: [[{}, {}, {}]],
    });
    await sealSample(sample, [5, 4, 3]);
    expect((await secretariat.get<Coverage>(path)).body.days.map(({ submitted }) => submitted)).toEqual([9]);
    await keepApart(sample);
    const { body } = await api.as(sample.chair).get<Coverage>(path);
    expect([body.expected, body.days.map(({ submitted }) => submitted)]).toEqual([6, [6]]);
    expect((await api.as(sample.member).get(path)).status).toEqual(403);
  });
});
