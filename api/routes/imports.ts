// Tables into the system: tried first, then done whole; and the empty ones to fill in.
import { z } from 'zod';
import { findImport } from '../../db/imports.ts';
import { byteOrderMark, csvLine } from '../../documents/csv.ts';
import { writeXlsx } from '../../documents/xlsx.ts';
import { Iso2 } from '../../domain/messages.ts';
import { mediaTypes } from '../export.ts';
import { type Importing, type ImportKindName, importKinds } from '../imports/kinds.ts';
import { carryOut, importIdOf, kinds, plan } from '../imports/run.ts';
import { readBody, readTable } from '../imports/table.ts';
import { HttpProblem, notFound } from '../problem.ts';
import { type Context, get, post } from '../route.ts';
import { cycleTarget, listTarget, type Target } from '../targets.ts';

const Template = z.strictObject({ country: Iso2.optional(), format: z.enum(['csv', 'xlsx']).default('csv') });
const Asking = z.strictObject({
  country: Iso2.optional(),
  /** Say what would happen, and change nothing. */
  dryRun: z.enum(['true', 'false']).default('false'),
});
const BadCell = z.object({
  row: z.int().describe('As the spreadsheet shows it; the header is row 1'),
  column: z.string().describe('The letter of the column; empty where it is missing'),
  header: z.string(),
  value: z.string(),
  rule: z.string(),
  code: z.string().optional().describe('The same rule by a name that stays'),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
const ImportView = z
  .object({
    importId: z.string().nullable().describe('Null for a dry run'),
    cycleId: z.string(),
    kind: z.enum(importKinds),
    state: z.enum(['tried', 'running', 'done']),
    rows: z.int(),
    done: z.int(),
    what: z.array(z.object({ row: z.int(), what: z.string() })).describe('What each row does'),
    bad: z.array(BadCell).describe('The cells that keep it from being done'),
    refused: z
      .array(z.object({ row: z.int(), code: z.string(), detail: z.string() }))
      .describe('Rows that a rule refused after the import had begun'),
    startedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Import' });

type Found = Target & { cycleId: string };
type Asked = Pick<Context<unknown, unknown, unknown, Found>, 'db' | 'hasAccount' | 'meta' | 'target' | 'role'>;

async function importingOf({ db, hasAccount, meta, target, role }: Asked): Promise<Importing> {
  const cycle = await db.read
    .selectFrom('cycles')
    .select(['cycle_id', 'award', 'zone', 'countries', 'definition'])
    .where('cycle_id', '=', target.cycleId)
    .executeTakeFirstOrThrow();
  const { cycle_id: cycleId, award, zone, countries, definition } = cycle;
  const own = role === 'focal-point' ? (target.country ?? null) : null;
  return { db, hasAccount, cycle: { cycleId, award, zone, countries, definition }, own, personId: meta.actor, role };
}

export const importRoutes = [
  get({
    path: '/cycles/:cycleId/imports/:importKind/template',
    operation: 'ImportTable',
    summary: 'The empty table of an import, as CSV or XLSX; the workbook says what each column takes',
    query: Template,
    response: z.string(),
    json: false,
    media: '*/*',
    target: ({ db }, { cycleId }, _body, viewer, query) => listTarget(db, cycleId, query.country, viewer),
    run: async (context) => {
      const { params, query, res } = context;
      const columns = kinds[params.importKind].columns(await importingOf(context));
      const name = `${params.importKind}.${query.format}`;
      res.type(mediaTypes[query.format]).set('Content-Disposition', `attachment; filename="${name}"`);
      const names = columns.map((column) => column.name);
      if (query.format === 'csv') {
        res.end(byteOrderMark + csvLine(names));
        return { body: '' };
      }
      const rules = columns.map((column) => [column.name, column.required ? 'needed' : 'may be left out', column.rule]);
      await writeXlsx(res, [
        { name: params.importKind, columns: names, rows: [] },
        { name: 'Columns', columns: ['column', 'needed', 'rule'], rows: rules },
      ]);
      return { body: '' };
    },
  }),
  post({
    path: '/cycles/:cycleId/imports/:importKind',
    operation: 'ImportTable',
    summary: 'Import a table, CSV or XLSX as the body: whole or not at all; sent again it goes on where it stopped',
    query: Asking,
    response: ImportView,
    target: ({ db }, { cycleId }, _body, viewer, query) => listTarget(db, cycleId, query.country, viewer),
    run: async (context) => {
      const { params, query, req } = context;
      const importing = await importingOf(context);
      const bytes = await readBody(req);
      const { rows, bad } = await plan(importing, params.importKind, await readTable(bytes));
      const what = rows.map((row) => ({ row: row.number, what: row.what }));
      const nothing = { state: 'tried' as const, done: 0, refused: [], startedAt: null, finishedAt: null };
      if (query.dryRun === 'true') {
        const about = { importId: null, cycleId: params.cycleId, kind: params.importKind, rows: rows.length };
        return { body: { ...nothing, ...about, what, bad } };
      }
      if (bad.length > 0) throw badCells(bad);
      const importId = importIdOf(importing, params.importKind, bytes);
      const done = await carryOut(importing, params.importKind, importId, rows);
      const headers = { Location: `/api/v1/imports/${importId}` };
      return { headers, body: { ...done, kind: params.importKind, what, bad } };
    },
  }),
  get({
    path: '/imports/:importId',
    operation: 'ViewImport',
    summary: 'How far an import has come; for who began it, and the office of the award',
    response: ImportView,
    target: async ({ db }, { importId }, _body, viewer) => {
      const found = await findImport(db, importId);
      if (found === undefined) throw notFound();
      const cycle = await cycleTarget(db, found.cycleId);
      // Of a focal point it is the own alone.
      const isOwn = found.importedBy === viewer?.personId;
      const country = viewer?.roles.find((role) => role.role === 'focal-point' && role.award === cycle.award)?.country;
      return { ...cycle, ...(isOwn && country !== undefined && { country }) };
    },
    run: async ({ db, params }) => {
      const found = await findImport(db, params.importId);
      if (found === undefined) throw notFound();
      const { importedBy: _by, kind, ...view } = found;
      return { body: { ...view, kind: kind as ImportKindName, what: [], bad: [] } };
    },
  }),
];

/** Every one of them, as fields are named elsewhere: C4 is the third column of row 4. */
function badCells(bad: z.infer<typeof BadCell>[]): HttpProblem {
  const errors = bad.map(({ row, column, header, value: _value, ...rule }) => ({
    field: `${column}${row} ${header}`,
    ...rule,
  }));
  const detail = `Nothing was imported: ${errors
    .map(({ field, rule }) => `${field}: ${rule}`)
    .slice(0, 20)
    .join('; ')}`;
  return new HttpProblem(400, 'bad-cells', detail, { errors, cells: bad });
}
