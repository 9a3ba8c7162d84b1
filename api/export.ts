// Lists as tables: CSV or XLSX of all that is filtered, page after page, as the reader may see it.
import type { Request, Response } from 'express';
import { z } from 'zod';
import { type Cell, cellOf } from '../documents/cells.ts';
import { byteOrderMark, csvLine } from '../documents/csv.ts';
import { writeXlsx, xlsxType } from '../documents/xlsx.ts';
import { badFields } from './problem.ts';

export const formats = ['json', 'csv', 'xlsx'] as const;
export type Format = (typeof formats)[number];
export const mediaTypes: { [format in Format]: string } = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: xlsxType,
};
/** Further rows are fetched with the cursor that the last line names. */
export const mostRows = 100_000;
const pageSize = 200;

/** `?format=` before `Accept`; JSON where nothing is said. @returns the query without it. */
export function takeFormat(
  req: Request,
  { format, ...query }: Request['query'],
): { format: Format; query: Request['query'] } {
  if (format === undefined) {
    const accepted = req.accepts([mediaTypes.json, mediaTypes.csv, mediaTypes.xlsx]);
    return { format: formats.find((one) => mediaTypes[one] === accepted) ?? 'json', query };
  }
  const found = formats.find((one) => one === format);
  if (found === undefined) throw badFields([{ field: 'format', rule: `must be one of ${formats.join(', ')}` }]);
  return { format: found, query };
}

type Page = { items: unknown[]; next: string | null };
/** Asks for one page after the other. A list without pages is one. */
export async function* everyRow(
  ask: (query: { [name: string]: unknown }) => Promise<Page>,
  query: { [name: string]: unknown },
  most = mostRows,
): AsyncGenerator<unknown> {
  const paging = 'limit' in query ? { limit: pageSize } : {};
  let cursor: string | null = null;
  for (let count = 0; ; ) {
    const { items, next } = await ask({ ...query, ...paging, ...(cursor !== null && { cursor }) });
    yield* items;
    count += items.length;
    if (next === null) return;
    if (count >= most) return yield { [more]: `More than ${most} rows: go on with cursor=${next}` };
    cursor = next;
  }
}
const more = Symbol('more');

/** Where a column's values stand in an item: one level of parts is spread out, `checks.passed`. */
export function columnsOf(item: z.ZodType): string[] {
  const shape = shapeOf(item);
  if (shape === null) return ['value'];
  return Object.entries(shape).flatMap(([name, part]) => {
    const parts = shapeOf(part);
    return parts === null ? [name] : Object.keys(parts).map((inner) => `${name}.${inner}`);
  });
}

function shapeOf(schema: z.ZodType): { [name: string]: z.ZodType } | null {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return shapeOf(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodObject ? (schema.shape as { [name: string]: z.ZodType }) : null;
}

export function rowOf(columns: string[], item: unknown): Cell[] {
  if (typeof item !== 'object' || item === null) return [cellOf(item)];
  if (more in item) return [cellOf(item[more])];
  return columns.map((column) => {
    const [name = '', inner] = column.split('.');
    const part = (item as { [name: string]: unknown })[name];
    if (inner === undefined) return cellOf(part);
    return cellOf((part as { [name: string]: unknown } | null | undefined)?.[inner]);
  });
}

type Table = { name: string; columns: string[]; rows: AsyncIterable<unknown> };

/** The first row is fetched before anything is sent, so that what is refused is still a problem. */
export async function sendTable(res: Response, format: 'csv' | 'xlsx', { name, columns, rows }: Table): Promise<void> {
  const iterator = rows[Symbol.asyncIterator]();
  const first = await iterator.next();
  res.type(mediaTypes[format]).set('Content-Disposition', `attachment; filename="${name}.${format}"`);
  async function* cells(): AsyncGenerator<Cell[]> {
    for (let found = first; !found.done; found = await iterator.next()) yield rowOf(columns, found.value);
  }
  if (format === 'xlsx') return writeXlsx(res, [{ name, columns, rows: cells() }]);
  res.write(byteOrderMark + csvLine(columns));
  for await (const row of cells()) if (!res.write(csvLine(row))) await drained(res);
  res.end();
}

/** One who has gone away is waited for no longer. */
const drained = (res: Response) =>
  new Promise<void>((resolve, reject) => {
    res.once('drain', resolve);
    res.once('close', () => reject(new Error('The reader has gone.')));
  });

/** `/cycles/:cycleId/nominations` is nominations. */
export const tableName = (path: string): string =>
  path
    .split('/')
    .filter((part) => part !== '' && !part.startsWith(':'))
    .at(-1) ?? 'list';
