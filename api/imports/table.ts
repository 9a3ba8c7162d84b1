// A table that somebody sends: CSV or XLSX, within bounds, every cell as its text.

import type { Request } from 'express';
import { parseCsv } from '../../documents/csv.ts';
import { readXlsx } from '../../documents/xlsx.ts';
import { holdsAtMost } from '../../documents/zip-bounds.ts';
import type { FieldRule } from '../field-rules.ts';
import { HttpProblem } from '../problem.ts';
import { isStorable } from '../readable.ts';

export const bounds = { bytes: 5_000_000, unpackedBytes: 50_000_000, rows: 2_000, columns: 200, cell: 20_000 };

/** `number` is the row's own, as a spreadsheet shows it; the header is row 1. */
export type TableRow = { number: number; cells: string[] };
export type Table = { header: string[]; rows: TableRow[] };
export type BadCell = { row: number; column: string; header: string; value: string } & Omit<FieldRule, 'field'>;

const tableTooLarge = `The table is larger than ${bounds.bytes / 1_000_000} MB: divide it.`;

/** Reads no further than the bound. */
export async function readBody(req: Request, tooLarge = tableTooLarge, most = bounds.bytes): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new HttpProblem(413, 'too-large', tooLarge);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** An archive is a workbook, anything else is CSV. @throws HttpProblem for what is no table, or one that is too large. */
export async function readTable(bytes: Buffer): Promise<Table> {
  const isArchive = bytes.subarray(0, 2).toString('latin1') === 'PK';
  const [header = [], ...rows] = isArchive ? await fromXlsx(bytes) : parseCsv(decode(bytes));
  const table = {
    header: header.map((cell) => cell.trim()),
    rows: rows
      .map((cells, index) => ({ number: index + 2, cells: cells.map((cell) => cell.trim()) }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  };
  while (table.header.at(-1) === '') table.header.pop();
  const tooMany = table.rows.length > bounds.rows ? 'rows' : table.header.length > bounds.columns ? 'columns' : null;
  if (tooMany !== null) throw noTable(`has more than ${bounds[tooMany]} ${tooMany}: divide it`);
  if (table.header.length === 0 || table.rows.length === 0) throw noTable('has no header, or no row below it');
  return table;
}

async function fromXlsx(bytes: Buffer): Promise<string[][]> {
  if (!holdsAtMost(bytes, bounds.unpackedBytes)) throw noTable('is no workbook, or unpacks to more than 50 MB');
  try {
    return await readXlsx(bytes);
  } catch (error) {
    // Whatever the reader stumbles over, the archive is none of a workbook.
    throw noTable(`is no workbook that can be read (${error instanceof Error ? error.message : 'unknown'})`);
  }
}

/** UTF-8, or UTF-16 where it says so. */
function decode(bytes: Buffer): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw noTable('is not written in UTF-8: save it as "CSV UTF-8" or as XLSX');
  }
}

const noTable = (why: string) =>
  new HttpProblem(400, 'no-table', `The body ${why}.`, { errors: [{ field: 'body', rule: why }] });

/** A is the first column, AA the 27th. */
export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** What is wrong with any cell, whatever it is for. */
export const cellFaults = (table: Table): BadCell[] =>
  table.rows.flatMap(({ number, cells }) =>
    cells.flatMap((value, index): BadCell[] => {
      const at = {
        row: number,
        column: columnName(index),
        header: table.header[index] ?? '',
        value: value.slice(0, 200),
      };
      if (value !== '' && at.header === '') return [{ ...at, rule: 'stands under no header' }];
      if (value.length > bounds.cell) return [{ ...at, rule: `has more than ${bounds.cell} characters` }];
      if (!isStorable(value)) return [{ ...at, rule: 'must not hold NUL or broken characters' }];
      return [];
    }),
  );
