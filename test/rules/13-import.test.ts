// Rule 13, work handed over by tables: countries, people, judges and nominations come in whole or not at all.
import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from '../../documents/csv.ts';
import { readXlsx } from '../../documents/xlsx.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { type Played, playNominations } from '../support/played-cycle.ts';

type Bad = { row: number; column: string; header: string; value: string; rule: string };
type Imported = {
  importId: string | null;
  state: string;
  rows: number;
  done: number;
  what: { row: number; what: string }[];
  bad: Bad[];
  cells: Bad[];
  refused: object[];
  type: string;
  detail: string;
};

let api: TestApi;
let played: Played;
beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
});
afterAll(() => api.close());

async function send(client: TestClient, kind: string, table: string | Buffer, query = '') {
  const response = await fetch(`${api.url}/api/v1/cycles/${played.cycleId}/imports/${kind}${query}`, {
    method: 'POST',
    headers: { 'x-person': client.personId ?? '', 'content-type': 'text/csv' },
    body: typeof table === 'string' ? table : new Uint8Array(table),
  });
  return { status: response.status, body: (await response.json()) as Imported };
}
const membersOf = async (role: string) => {
  const { body } = await played.people.secretariat.get<{ items: { email: string }[] }>(
    `/members?role=${role}&limit=200`,
  );
  return body.items.map(({ email }) => email);
};
const book = async (...rows: ExcelJS.CellValue[][]) => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Sample').addRows(rows);
  return Buffer.from(await workbook.xlsx.writeBuffer());
};
const emailOf = async ({ personId }: TestClient) => {
  const people = api.db.read
    .selectFrom('people')
    .select('email')
    .where('person_id', '=', personId ?? '');
  return (await people.executeTakeFirstOrThrow()).email;
};
/** How much there is of all that an import can add to. */
async function traces(): Promise<object> {
  const { rows } = await api.db.readPool.query<object>(
    'select (select count(*) from events) as events, (select count(*) from people) as people, (select count(*) from drafts) as drafts',
  );
  return rows[0] ?? {};
}
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe('a dry run', () => {
  it('says row by row what would happen, and changes nothing', async () => {
    const table = 'email,name,role,country\nnew@example.org,Sample person,screener,SG\n';
    const { status, body } = await send(played.people.secretariat, 'people', table, '?dryRun=true');
    expect([status, body.state, body.what, body.bad]).toEqual([
      ...[200, 'tried', [{ row: 2, what: 'new@example.org: becomes screener of SG' }], []],
    ]);
    expect(await membersOf('screener')).not.toContain('new@example.org');
  });
  it('names every bad cell, by row, column, header, value and the rule it breaks', async () => {
    const table = [
      'email;name;role;country;colour',
      'nobody;Sample;screener;SG;',
      'a@example.org;;chair;XX;',
      'b@example.org;Sample;approver;;red',
    ];
    const { status, body } = await send(played.people.secretariat, 'people', table.join('\r\n'), '?dryRun=true');
    expect(status).toEqual(200);
    expect(body.bad.map(({ row, column, header }) => [row, column, header])).toEqual([
      [1, 'E', 'colour'],
      [2, 'A', 'email'],
      [3, 'B', 'name'],
      [3, 'C', 'role'],
      [3, 'D', 'country'],
      [4, 'D', 'country'],
    ]);
    expect(body.bad[1]).toEqual({
      ...{ row: 2, column: 'A', header: 'email', value: 'nobody' },
      ...{ rule: 'must be an e-mail address', code: 'email' },
    });
  });
});

describe.each(['csv', 'xlsx'])('a dry run of %s', (format) => {
  it.each([
    ['countries', ['country', 'screening'], ['SG', inDays(0.05)], ['XX', 'soon'], 'AB'],
    [
      'people',
      ['email', 'name', 'role', 'country'],
      ['dry@example.org', 'Sample', 'screener', 'SG'],
      ['x', '', 'king', 'XX'],
      'ABCD',
    ],
    [
      'judges',
      ['email', 'name', 'country', 'groups'],
      ['dry@example.org', 'Sample', 'SG', 'SG-ngo'],
      ['x', '', 'XX', ''],
      'ABCD',
    ],
    [
      'nominations',
      ['country', 'category', 'editor', 'name.en', 'contact'],
      ['SG', 'ngo', '{focal}', 'Sample', ''],
      ['XX', 'none', 'x', 'Sample', 'nobody'],
      'ABC',
    ],
  ])(
    'names every bad cell of %s, says what the good rows would do, and changes nothing',
    async (kind, header, good, bad, columns) => {
      const { secretariat, focalPoint } = played.people;
      const focal = await emailOf(focalPoint);
      const rows = [header, good, bad].map((row) => row.map((cell) => cell.replace('{focal}', focal)));
      const table = format === 'csv' ? `${rows.map((row) => row.join(',')).join('\n')}\n` : await book(...rows);
      const before = await traces();
      const { status, body } = await send(secretariat, kind, table, '?dryRun=true');
      const at = body.bad.map(({ row, column, header: name, rule }) => [
        row,
        column,
        header.includes(name),
        rule !== '',
      ]);
      expect([status, at]).toEqual([200, [...columns].map((column) => [3, column, true, true])]);
      const clean =
        format === 'csv'
          ? `${rows
              .slice(0, 2)
              .map((row) => row.join(','))
              .join('\n')}\n`
          : await book(...rows.slice(0, 2));
      const tried = await send(secretariat, kind, clean, '?dryRun=true');
      expect([tried.body.state, tried.body.bad, tried.body.what.map(({ row }) => row)]).toEqual(['tried', [], [2]]);
      const refused = await send(secretariat, kind, table);
      expect([refused.status, refused.body.cells]).toEqual([400, body.bad]);
      expect(await traces()).toEqual(before);
    },
  );
});

describe('an import', () => {
  it('with one bad cell changes nothing, and lists all that are bad', async () => {
    const table = 'email,name,role,country\ngood@example.org,Sample,screener,SG\nbad,Sample,screener,SG\n';
    const { status, body } = await send(played.people.secretariat, 'people', table);
    expect([status, body.type, body.cells.length]).toEqual([400, '/problems/bad-cells', 1]);
    expect(body.detail).toEqual('Nothing was imported: A3 email: must be an e-mail address');
    expect(await membersOf('screener')).not.toContain('good@example.org');
  });
  it('that a rule of the award refuses changes nothing either, and says which rule', async () => {
    const late = inDays(30);
    const table = `country,screening\nMM,${inDays(0.06)}\nSG,${late}\n`;
    const { status, body } = await send(played.people.secretariat, 'countries', table);
    expect([status, body.cells[0]]).toMatchObject([
      400,
      { row: 3, column: 'A', rule: expect.stringMatching(/^after-cycle: /) },
    ]);
  });
  it('sent again goes on where it was: nothing is done twice', async () => {
    const table =
      'email,name,role,country\none@example.org,Sample one,screener,SG\ntwo@example.org,Sample two,approver,MM\n';
    const first = await send(played.people.secretariat, 'people', table);
    expect([first.status, first.body.state, first.body.done]).toEqual([200, 'done', 2]);
    const again = await send(played.people.secretariat, 'people', table);
    expect([again.status, again.body.importId]).toEqual([200, first.body.importId]);
    expect(again.body.what.map(({ what }) => what)).toEqual([
      'one@example.org: is screener of SG already',
      'two@example.org: is approver of MM already',
    ]);
    expect((await membersOf('screener')).filter((email) => email === 'one@example.org')).toHaveLength(1);
    const mails = await played.people.secretariat.get<{ items: { kind: string }[] }>(`/cycles/${played.cycleId}/mails`);
    expect(mails.status).toEqual(200);
  });
  it('shows how far it has come, to who began it and to the office', async () => {
    const table = 'email,name,role,country\nthree@example.org,Sample three,applicant,SG\n';
    const { body } = await send(played.people.focalPoint, 'people', table);
    const path = `/imports/${body.importId}`;
    for (const client of [played.people.focalPoint, played.people.secretariat])
      expect((await client.get(path)).body).toMatchObject({ state: 'done', rows: 1, done: 1, refused: [] });
    expect((await played.people.focalPointAbroad.get(path)).status).toEqual(404);
  });
  it('of another country is not the focal point’s', async () => {
    const table = 'email,name,role,country\nfour@example.org,Sample,screener,MM\n';
    const { body } = await send(played.people.focalPoint, 'people', table, '?dryRun=true');
    expect(body.bad).toMatchObject([{ row: 2, column: 'D', rule: 'is not your country' }]);
  });
  it('gives no role that the importer may not give', async () => {
    const table = 'email,name,role,country\nfive@example.org,Sample,endorser,SG\n';
    const { body } = await send(played.people.focalPoint, 'people', table, '?dryRun=true');
    expect(body.bad).toMatchObject([{ column: 'C', rule: expect.stringMatching(/^role-not-yours-to-give: /) }]);
  });
});

describe('each kind', () => {
  it('countries: their own instants', async () => {
    const at = inDays(0.06);
    const { status } = await send(played.people.secretariat, 'countries', `country,screening\nsg,${at}\n`);
    expect(status).toEqual(200);
    const { body } = await played.people.focalPoint.get<{ closesAt: { screening: string } }>(
      `/cycles/${played.cycleId}/countries/SG`,
    );
    expect(body.closesAt.screening).toEqual(at);
  });
  it('judges: invited to their panels, with an account where they have none', async () => {
    const table = 'email,name,country,groups\njudge@example.org,Sample judge,SG,SG-ngo; SG-private\n';
    expect((await send(played.people.focalPoint, 'judges', table)).status).toEqual(200);
    const { body } = await played.people.focalPoint.get<{ items: { groups: string[] }[] }>(
      `/cycles/${played.cycleId}/judges`,
    );
    expect(body.items.map(({ groups }) => groups)).toEqual([['SG-ngo', 'SG-private']]);
    const unknown = table.replace('SG-ngo', 'SG-other').replace('judge@', 'other@');
    const refused = await send(played.people.focalPoint, 'judges', unknown);
    expect(refused.body.cells).toMatchObject([{ column: 'D', rule: expect.stringMatching(/^group-unknown: /) }]);
  });
  it('nominations: drafts of their editors by the form’s keys, never submitted', async () => {
    const table = 'country,category,name.en,name.th,title.en,summary\nSG,ngo,Sample body,ตัวอย่าง,Sample title,=1+1\n';
    const { status } = await send(played.people.focalPoint, 'nominations', table);
    expect(status).toEqual(200);
    const row = await api.db.read
      .selectFrom('drafts')
      .select(['subject_id', 'content'])
      .where('created_by', '=', played.people.focalPoint.personId ?? '')
      .executeTakeFirstOrThrow();
    expect(row.content).toEqual({
      name: { en: 'Sample body', th: 'ตัวอย่าง' },
      title: { en: 'Sample title' },
      summary: '=1+1',
    });
    expect((await played.people.secretariat.get(`/nominations/${row.subject_id}`)).status).toEqual(404);
  });
  it('nominations: the office names an editor; an answer that the form refuses is a bad cell', async () => {
    const header = 'country,category,editor,name.en,contact';
    const table = `${header}\nSG,ngo,${await emailOf(played.people.applicant)},Sample,nobody\nSG,ngo,stranger@example.org,Sample,\n`;
    const { body } = await send(played.people.secretariat, 'nominations', table, '?dryRun=true');
    expect(body.bad.map(({ row: number, column, rule }) => [number, column, rule])).toEqual([
      [2, 'E', 'Must be an e-mail address.'],
      [3, 'C', 'must be the mail address of an applicant or focal point of SG'],
    ]);
  });
});

describe('a workbook', () => {
  it('is read like CSV; a formula is its text, and never worked out', async () => {
    const table = await book(
      ['email', 'name', 'role', 'country'],
      ['six@example.org', { formula: '"Sample"&" six"', result: 'Sample six' }, 'screener', 'SG'],
    );
    const { status } = await send(played.people.secretariat, 'people', table);
    const row = await api.db.read
      .selectFrom('people')
      .select('name')
      .where('email', '=', 'six@example.org')
      .executeTakeFirst();
    expect([status, row?.name]).toEqual([200, '="Sample"&" six"']);
  });
  it('that is none, and a table without rows, are refused with a word on why', async () => {
    const broken = await send(played.people.secretariat, 'people', Buffer.from('PK no archive'));
    expect([broken.status, broken.body.type]).toEqual([400, '/problems/no-table']);
    const empty = await send(played.people.secretariat, 'people', 'email,name,role\n');
    expect(empty.body.detail).toEqual('The body has no header, or no row below it.');
    const latin = await send(played.people.secretariat, 'people', Buffer.from([0x65, 0x0a, 0xe9]));
    expect(latin.body.detail).toMatch(/UTF-8/);
  });
  it('that is too large is not read to its end', async () => {
    const { status, body } = await send(played.people.secretariat, 'people', Buffer.alloc(5_000_001, 'a'));
    expect([status, body.type]).toEqual([413, '/problems/too-large']);
  });
});

describe('the empty table', () => {
  it('has the columns of its kind, as CSV and as a workbook', async () => {
    const fetchOf = async (query: string) => {
      const url = `${api.url}/api/v1/cycles/${played.cycleId}/imports/nominations/template${query}`;
      return Buffer.from(
        await (await fetch(url, { headers: { 'x-person': played.people.secretariat.personId ?? '' } })).arrayBuffer(),
      );
    };
    const columns = ['country', 'category', 'editor', 'name.en', 'title.en', 'summary', 'contact'];
    expect(parseCsv((await fetchOf('')).toString('utf8'))).toEqual([columns]);
    expect(await readXlsx(await fetchOf('?format=xlsx'))).toEqual([columns]);
  });
});

describe('what is imported', () => {
  it('runs under the importer’s own role, and strangers import nothing', async () => {
    const table = 'email,name,role,country\nseven@example.org,Sample,screener,SG\n';
    for (const client of [played.people.screener, played.people.applicant])
      expect((await send(client, 'people', table)).status).toEqual(403);
    expect((await send(api.as(randomUUID()), 'people', table)).status).toEqual(403);
  });
});
