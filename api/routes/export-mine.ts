// Everything that a person's roles may see, list by list, in one workbook or one JSON document.
import { z } from 'zod';
import { writeXlsx } from '../../documents/xlsx.ts';
import { columnsOf, mediaTypes, rowOf, tableName } from '../export.ts';
import { HttpProblem, notSignedIn } from '../problem.ts';
import { type Asked, type Context, get, type Route } from '../route.ts';

const Query = z.strictObject({ format: z.enum(['xlsx', 'json']).default('xlsx') });
type Listed = { name: string; path: string; columns: string[]; rows: AsyncGenerator<unknown> };
type Asking = Context<unknown, unknown, unknown, object>;

/** Lists that stand for themselves, and those of a cycle. */
const parts = (path: string): string => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name).join();
/** Installed for all, and what answers only a question. */
const notMine = ['/definitions', '/search'];
const isListed = ({ list, path }: Route) =>
  list !== null && ['', 'cycleId'].includes(parts(path)) && !notMine.includes(path);

async function* listsOf(context: Asking): AsyncGenerator<Listed> {
  const cycles: string[] = [];
  const lists = context.lists.filter(isListed);
  for (const route of lists.filter(({ path }) => parts(path) === '')) {
    const found = await open(route, context, {});
    if (found === null) continue;
    const rows = route.path === '/cycles' ? remember(found.rows, cycles) : found.rows;
    yield { ...found, rows };
  }
  for (const cycleId of cycles)
    for (const route of lists.filter(({ path }) => parts(path) === 'cycleId')) {
      const found = await open(route, context, { cycleId });
      if (found !== null) yield { ...found, name: `${found.name} ${cycleId.slice(0, 8)}` };
    }
}

async function* remember(rows: AsyncGenerator<unknown>, cycles: string[]): AsyncGenerator<unknown> {
  for await (const row of rows) {
    if (typeof row === 'object' && row !== null && 'cycleId' in row) cycles.push(String(row.cycleId));
    yield row;
  }
}

/** Null for a list that is not for this person. */
async function open({ path, list }: Route, context: Asking, params: Asked['params']): Promise<Listed | null> {
  if (list === null) return null;
  const { viewer, req, res } = context;
  try {
    const rows = await list.rows(context, { viewer, params, query: {}, req, res });
    const filled = path.replace(':cycleId', params.cycleId ?? '');
    return { name: tableName(path), path: filled, columns: columnsOf(list.item), rows };
  } catch (error) {
    if (error instanceof HttpProblem && [403, 404].includes(error.status)) return null;
    throw error;
  }
}

async function* cells({ columns, rows }: Listed) {
  for await (const row of rows) yield rowOf(columns, row);
}

async function* sheets(context: Asking) {
  for await (const listed of listsOf(context))
    yield { name: listed.name, columns: listed.columns, rows: cells(listed) };
}

async function writeJson(context: Asking): Promise<void> {
  const { res } = context;
  let before = '{"lists":[';
  for await (const { path, rows } of listsOf(context)) {
    res.write(`${before}{"path":${JSON.stringify(path)},"items":[`);
    let comma = '';
    for await (const row of rows) {
      res.write(comma + JSON.stringify(row));
      comma = ',';
    }
    res.write(']}');
    before = ',';
  }
  res.end(before === ',' ? ']}' : `${before}]}`);
}

export const exportRoutes = [
  get({
    path: '/me/export',
    operation: 'ExportMine',
    summary: 'Every list that your roles may see, whole: a workbook with one sheet for each, or JSON',
    query: Query,
    response: z.string(),
    json: false,
    media: '*/*',
    run: async (context) => {
      if (context.viewer === null) throw notSignedIn();
      const { res, query } = context;
      res
        .type(mediaTypes[query.format])
        .set('Content-Disposition', `attachment; filename="everything.${query.format}"`);
      if (query.format === 'json') await writeJson(context);
      else await writeXlsx(res, sheets(context));
      return { body: '' };
    },
  }),
];
