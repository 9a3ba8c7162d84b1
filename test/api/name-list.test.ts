// Where names are hidden: conflicts are declared on a list of names that is linked to no entry.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AwardDefinition } from '../../domain/award-definition.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { sampleDefinition } from '../support/samples.ts';
import { type Scoring, scoringSample } from '../support/scoring.ts';

const base = sampleDefinition();
const blind = AwardDefinition.parse({
  ...base,
  judging: { ...base.judging, blind: { nominee: true, nominator: true } },
});

type List = { list: string; fresh: number; names: { key: string; names: { en: string } }[]; said: { key: string }[] };
type Listed = { items: { nominationId: string }[] };

let api: TestApi;
let sample: Scoring;
let judge: TestClient;
let focal: TestClient;
let own: string;

beforeAll(async () => {
  api = await openTestApi(blind);
  sample = await scoringSample(api, { cleared: false, names: ['Weavers', 'Rice Bank', 'Diggers'] });
  judge = api.as(sample.member);
  focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
  own = `/cycles/${sample.cycleId}/judges/${sample.member}`;
});
afterAll(() => api.close());

const listOf = async () => (await judge.get<List>(`${own}/names`)).body;
const keyOf = ({ names }: List, name: string) => names.find((one) => one.names.en.includes(name))?.key ?? '';
/** All that the judge can ask for of entries. */
async function seen() {
  const paths = [
    '/scorecards',
    '/judging',
    '/judging/entries',
    `/panels/${sample.panel}`,
    own,
    `${own}/history?limit=200`,
  ];
  const answers = await Promise.all(paths.map((path) => judge.get(path)));
  return answers.map(({ body }) => JSON.stringify(body)).join('\n');
}

describe('before the list is answered', () => {
  it('no entry is shown, so that none is missed afterwards', async () => {
    const shown = await seen();
    for (const entry of sample.entries) expect(shown).not.toContain(entry);
    expect((await judge.get<Listed>('/scorecards')).body.items).toEqual([]);
  });

  it('the list is alphabetical, and names no entry', async () => {
    const { names, fresh, list } = await listOf();
    expect(names.map((one) => one.names.en)).toEqual(['Sample Diggers', 'Sample Rice Bank', 'Sample Weavers']);
    expect([fresh, list]).toEqual([3, expect.stringMatching(/^[0-9a-f]{64}$/)]);
    const text = JSON.stringify(names);
    for (const entry of sample.entries) expect(text).not.toContain(entry);
  });

  it('nothing is cleared entry by entry', async () => {
    const answer = await judge.post(`${own}/no-conflicts`, { nominationIds: sample.entries });
    expect([answer.status, answer.body.type]).toEqual([409, '/problems/names-hidden']);
  });

  it('an answer is refused that is about another list, or names what is not on it', async () => {
    const { list } = await listOf();
    const moved = await judge.post(`${own}/names`, { list: 'a'.repeat(64), named: [] });
    expect([moved.status, moved.body.type]).toEqual([409, '/problems/list-moved']);
    const named = [{ key: 'b'.repeat(64), kind: 'family', reason: 'A cousin.' }];
    const strange = await judge.post(`${own}/names`, { list, named });
    expect([strange.status, strange.body.errors]).toEqual([400, [expect.objectContaining({ field: 'named.0.key' })]]);
  });
});

describe('the answer', () => {
  it('is mapped to entries by the system; which ones is not told', async () => {
    const before = await listOf();
    const named = [{ key: keyOf(before, 'Rice'), kind: 'family', reason: 'A cousin works there.' }];
    const { status, body, headers } = await judge.post(`${own}/names`, { list: before.list, named });
    expect([status, body]).toEqual([200, { named: 1, position: expect.any(String) }]);
    expect(headers.get('etag')).not.toMatch(/^"\d+"$/);
    const desk = await focal.get<{ conflicts: { nominationId: string; kind: string; reason: string }[] }>(own);
    expect(desk.body.conflicts).toEqual([expect.objectContaining({ kind: 'family', reason: 'A cousin works there.' })]);
    const hidden = desk.body.conflicts[0]?.nominationId ?? '';
    const shown = await seen();
    expect(shown).not.toContain(hidden);
    for (const entry of sample.entries.filter((id) => id !== hidden)) expect(shown).toContain(entry);
    expect((await judge.get(`/scorecards/${hidden}~${sample.member}~main/entry`)).status).toEqual(404);
    const open = sample.entries.find((id) => id !== hidden);
    expect((await judge.get(`/scorecards/${open}~${sample.member}~main/entry`)).status).toEqual(200);
    const after = await listOf();
    expect([after.fresh, after.said.map(({ key }) => key)]).toEqual([0, [keyOf(before, 'Rice')]]);
  });

  it('is the judge’s own: nobody else reads or gives it', async () => {
    const chair = api.as(sample.chair);
    const statuses = await Promise.all([chair.get(`${own}/names`), focal.get(`${own}/names`)]);
    expect(statuses.map(({ status }) => status)).toEqual([404, 403]);
  });
});
