// Workbooks of XLSX: written sheet by sheet as rows come, read with bounds.
import type { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { Cell } from './cells.ts';
import { openXlsx } from './open-xlsx.ts';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export type Rows = AsyncIterable<Cell[]> | Iterable<Cell[]>;

/** Sheets one after the other, each with a header in its first row that stays in sight. */
export async function writeXlsx(
  out: Writable,
  sheets:
    | AsyncIterable<{ name: string; columns: string[]; rows: Rows }>
    | Iterable<{ name: string; columns: string[]; rows: Rows }>,
): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out });
  const taken = new Set<string>();
  for await (const { name, columns, rows } of sheets) {
    const sheet = book.addWorksheet(sheetName(name, taken), { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map((header) => ({ header, width: Math.min(40, Math.max(12, header.length + 2)) }));
    sheet.getRow(1).font = { bold: true };
    for await (const row of rows) sheet.addRow(row).commit();
    sheet.commit();
  }
  await book.commit();
}

/** At most 31 characters, none that is reserved, no two alike. */
function sheetName(wanted: string, taken: Set<string>): string {
  const plain =
    wanted
      .replaceAll(/[*?:\\/[\]']/g, ' ')
      .trim()
      .slice(0, 31) || 'Sheet';
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? plain : `${plain.slice(0, 28 - String(number).length)} (${number})`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** The first sheet's rows, every cell as its text: a formula as it is written, never worked out. */
export async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  const book = await openXlsx(bytes);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow({ includeEmpty: false }, (row, number) => {
    while (rows.length < number - 1) rows.push([]);
    const cells: string[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      while (cells.length < column - 1) cells.push('');
      cells[column - 1] = cellText(cell.value);
    });
    rows.push(cells);
  });
  return rows;
}

/** What a cell says. */
export function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return sayDate(value);
  if (typeof value !== 'object') return String(value);
  if ('formula' in value && value.formula !== undefined) return `=${value.formula}`;
  if ('sharedFormula' in value) return `=${value.sharedFormula}`;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return typeof value.text === 'string' ? value.text : cellText(value.text as ExcelJS.CellValue);
  return 'error' in value ? value.error : '';
}

/** A spreadsheet's dates have no zone: a day is a day, anything else is said as it stands there. */
function sayDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}
