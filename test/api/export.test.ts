// Every list as a table: of what is filtered, of what the reader may see, and safe to open.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsOf, everyRow, rowOf } from '../../api/export.ts';
import { routes } from '../../api/routes.ts';
import { parseCsv } from '../../documents/csv.ts';
import { readXlsx, xlsxType } from '../../documents/xlsx.ts';
import { openTestApi, type TestApi } from '../support/api.ts';
import { type Played, playNominations } from '../support/played-cycle.ts';

let api: TestApi;
let played: Played;
beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
});
afterAll(() => api.close());

async function fetchTable(personId: string | null, path: string, accept?: string) {
  const response = await fetch(`${api.url}/api/v1${path}`, {
    headers: { ...(personId !== null && { 'x-person': personId }), ...(accept !== undefined && { accept }) },
  });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}
const list = () => `/cycles/${played.cycleId}/nominations`;

describe('a list', () => {
  it('comes as CSV by ?format or by Accept, under a name of its own', async () => {
    const { focalPoint } = played.people;
    const asked = await fetchTable(focalPoint.personId, `${list()}?format=csv`);
    expect(asked.response.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(asked.response.headers.get('content-disposition')).toEqual('attachment; filename="nominations.csv"');
    const accepted = await fetchTable(focalPoint.personId, list(), 'text/csv');
    expect(accepted.bytes.equals(asked.bytes)).toBe(true);
  });
  it('has a column for each part of an item and a row for each item that is filtered', async () => {
    const { focalPoint } = played.people;
    const { bytes } = await fetchTable(focalPoint.personId, `${list()}?format=csv&category=ngo`);
    const [header = [], ...rows] = parseCsv(bytes.toString('utf8'));
    expect(header.slice(0, 4)).toEqual(['nominationId', 'cycleId', 'country', 'category']);
    expect(header).toContain('checks.passed');
    expect(rows.map((row) => row[0])).toEqual([played.ngo]);
  });
  it('comes as a workbook', async () => {
    const { focalPoint } = played.people;
    const { response, bytes } = await fetchTable(focalPoint.personId, list(), xlsxType);
    expect(response.headers.get('content-type')).toEqual(xlsxType);
    const [header, ...rows] = await readXlsx(bytes);
    expect([header?.[0], rows.map((row) => row[0]).sort()]).toEqual(['nominationId', [played.ngo, played.firm].sort()]);
  });
  it('holds what the reader may see, and no more', async () => {
    const { applicant, screenerAbroad } = played.people;
    const own = await fetchTable(applicant.personId, `${list()}?format=csv`);
    expect(parseCsv(own.bytes.toString('utf8')).map((row) => row[0])).toEqual(['nominationId', played.ngo]);
    expect((await fetchTable(screenerAbroad.personId, `${list()}?format=csv&country=SG`)).response.status).toBe(404);
    expect((await fetchTable(null, `${list()}?format=csv`)).response.status).toBe(401);
  });
  it('comes whole, however many pages it has, and nothing in it runs as a formula', async () => {
    const { secretariat } = played.people;
    const people = Array.from({ length: 205 }, () => randomUUID());
    const named = people.map((id) => ({ person_id: id, email: `${id}@example.org`, name: '=1+1' }));
    const term = { from_at: new Date(0), until_at: null, revoked_at: null, granted_by: 'installation' };
    const nowhere = { country: null, forum_id: null, nomination_id: null, laureate_id: null };
    const grants = people.map((id) => ({
      ...{ grant_id: id, person_id: id, role: 'auditor' as const, award: 'sample' },
      ...{ ...nowhere, ...term },
    }));
    await api.db.read.insertInto('people').values(named).execute();
    await api.db.read.insertInto('grants').values(grants).execute();
    const { bytes } = await fetchTable(secretariat.personId, '/members?role=auditor&format=csv');
    const [header = [], ...rows] = parseCsv(bytes.toString('utf8'));
    const names = rows.map((row) => row[header.indexOf('name')]);
    expect([rows.length, names.filter((name) => name === "'=1+1").length]).toEqual([206, 205]);
  });
  it('refuses a format that it has not, by the field’s name', async () => {
    const { status, body } = await played.people.focalPoint.get(`${list()}?format=pdf`);
    expect([status, body.detail]).toEqual([400, 'format: must be one of json, csv, xlsx']);
  });
  it('is JSON for whoever accepts anything', async () => {
    const { response } = await fetchTable(played.people.focalPoint.personId, list(), '*/*');
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  });
});

describe('every list', () => {
  it('has columns', () => {
    const lists = routes.flatMap(({ path, list: one }) =>
      one === null ? [] : [{ path, columns: columnsOf(one.item) }],
    );
    expect(lists.length).toBeGreaterThan(10);
    for (const { path, columns } of lists) expect([path, columns.length]).toEqual([path, expect.any(Number)]);
  });
});

describe('everyRow', () => {
  it('says where to go on when there are more rows than it gives', async () => {
    const ask = async () => ({ items: [{ a: 1 }], next: 'there' });
    const rows: unknown[] = [];
    for await (const row of everyRow(ask, { limit: 50 }, 2)) rows.push(rowOf(['a'], row));
    expect(rows).toEqual([[1], [1], ['More than 2 rows: go on with cursor=there']]);
  });
});
