// Where judging is national, nothing that can be asked for ranks entries of two countries together.
import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../api/routes.ts';
import { parseCsv } from '../../documents/csv.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { type Scoring, scoringSample, sealSample, signSample } from '../support/scoring.ts';

let api: TestApi;
let sample: Scoring;
let readers: TestClient[];
/** The country of each entry, by its id. */
const homes = new Map<string, string>();

beforeAll(async () => {
  api = await openTestApi();
  sample = await scoringSample(api);
  await sealSample(sample, [5, 4, 3]);
  await signSample(sample);
  for (const id of sample.entries) homes.set(id, 'SG');
  await copyTo('MM');
  const award = { award: 'sample' };
  readers = [
    await api.grant('secretariat', award),
    await api.grant('auditor', award),
    api.as(sample.chair),
    api.as(null),
  ];
});
afterAll(() => api.close());

/** The same panel once more, with entries of another country. */
async function copyTo(country: string): Promise<void> {
  const text = JSON.stringify(await rowsOf());
  let copied = text.replaceAll('SG-ngo', `${country}-ngo`).replaceAll('"SG"', `"${country}"`);
  for (const id of sample.entries) {
    const twin = randomUUID();
    homes.set(twin, country);
    copied = copied.replaceAll(id, twin);
  }
  const { panels, nominations, laureates } = JSON.parse(copied);
  const insert = (table: string, rows: unknown[]) =>
    api.db.readPool.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(rows),
    ]);
  await insert('panels', panels);
  await insert('nominations', nominations);
  await insert('laureates', laureates);
}

async function rowsOf() {
  const of = async (table: string) =>
    (
      await api.db.readPool.query(`select to_json(t) as row from ${table} t where cycle_id = $1`, [sample.cycleId])
    ).rows.map(({ row }) => row);
  return { panels: await of('panels'), nominations: await of('nominations'), laureates: await of('laureates') };
}

const measures = [
  'rank',
  'score',
  'shown',
  'shownMean',
  'shownAdjusted',
  'mean',
  'adjusted',
  'spread',
  'lowest',
  'highest',
];
type Item = Record<string, unknown>;
const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);
const isMeasured = (item: Item) =>
  measures.some((key) => typeof item[key] === 'string' || typeof item[key] === 'number');
const homeOf = ({ country, nominationId, laureateId }: Item) =>
  country ?? homes.get(String(nominationId)) ?? homes.get(String(laureateId)) ?? null;

/** The lists, at any depth, in which measured entries of two countries stand side by side. */
function mixedIn(value: unknown, path: string): string[] {
  if (Array.isArray(value)) {
    const countries = new Set(
      value
        .filter(isItem)
        .filter(isMeasured)
        .map(homeOf)
        .filter((home) => home !== null),
    );
    return [...(countries.size > 1 ? [path] : []), ...value.flatMap((one) => mixedIn(one, `${path}[]`))];
  }
  return isItem(value) ? Object.entries(value).flatMap(([key, one]) => mixedIn(one, `${path}.${key}`)) : [];
}

const asked = () => {
  const { cycleId, panel, entries, member } = sample;
  const first = entries[0] ?? '';
  const values: { [name: string]: string } = {
    ...{ cycleId, panel, nominationId: first, laureateId: first, iso2: 'SG', category: 'ngo', judgeId: member },
    ...{ scorecard: `${first}~${member}~main`, award: 'sample' },
  };
  return routes.flatMap(({ method, path, list }) => {
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
    const isStream = path === '/changes';
    if (method !== 'get' || isStream || names.some((name) => values[name] === undefined)) return [];
    return [{ path: path.replaceAll(/:(\w+)/g, (_, name) => values[name] ?? ''), isList: list !== null }];
  });
};

describe('national judging', () => {
  it('has no answer that ranks two countries together', async () => {
    const found: string[] = [];
    let answered = 0;
    for (const { path } of asked())
      for (const reader of readers) {
        const { status, body } = await reader.get<unknown>(path);
        if (status !== 200) continue;
        answered += 1;
        found.push(...mixedIn(body, path));
      }
    expect(found).toEqual([]);
    expect(answered).toBeGreaterThan(60);
    const { body } = await (readers[0] ?? api.as(null)).get<{ items: { group: string; entries: Item[] }[] }>(
      `/cycles/${sample.cycleId}/board`,
    );
    expect(body.items.map(({ group, entries }) => [group, entries[0]?.rank])).toEqual([
      ['MM-ngo', 1],
      ['SG-ngo', 1],
    ]);
    // Were they one list, it would be found.
    expect(
      mixedIn(
        body.items.flatMap(({ entries }) => entries),
        'all',
      ),
    ).toEqual(['all']);
  });

  it('has no table to take away that does', async () => {
    const tables: string[] = [];
    for (const { path } of asked().filter(({ isList }) => isList)) {
      const headers = { 'x-person': readers[0]?.personId ?? '' };
      const answer = await fetch(`${api.url}/api/v1${path}?format=csv`, { headers });
      if (answer.status !== 200) continue;
      const [head = [], ...rows] = parseCsv(await answer.text());
      const ranked = head.flatMap((column, at) => (measures.includes(column.split('.').at(-1) ?? '') ? at : []));
      const countries = rows
        .filter((row) => ranked.some((at) => row[at] !== ''))
        .map((row) => row[head.indexOf('country')]);
      expect([path, new Set(countries).size > 1]).toEqual([path, false]);
      tables.push(path);
    }
    expect(tables.length).toBeGreaterThan(5);
    expect(tables).toContain(`/cycles/${sample.cycleId}/board`);
  });

  it('has no page that asks for more than one board at a time', () => {
    const pages = globSync('web/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8'));
    expect(pages.filter((text) => /(useView|useMaybeView|useList)\('\/cycles\/:cycleId\/board'/.test(text))).toEqual(
      [],
    );
    expect(pages.some((text) => text.includes("'/panels/:panel/board'"))).toBe(true);
  });
});
