// A form that comes back as a workbook: found by what its hidden row and column say, wherever they stand by now.
import type ExcelJS from 'exceljs';
import { openXlsx } from '../open-xlsx.ts';
import { cellText } from '../xlsx.ts';
import type { ReadForm } from './form-places.ts';
import { carriedSheet, marker } from './xlsx.ts';

const bounds = { rows: 2_000, columns: 100 };
const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/;

/** Undefined where the workbook holds no form. */
export async function readFormXlsx(bytes: Uint8Array): Promise<ReadForm | undefined> {
  const book = await openXlsx(bytes);
  for (const sheet of book.worksheets) {
    const head = findHead(sheet);
    if (head === undefined) continue;
    const carried = carriedBy(book);
    const said = new RegExp(`^${marker} ([0-9a-f-]{36}) v(\\d+)`).exec(head.text);
    return {
      nominationId: carried.form ?? said?.[1] ?? null,
      version: Number(carried.version ?? said?.[2] ?? 0) || null,
      texts: textsOf(sheet, head),
      marks: carried.marks,
    };
  }
  return undefined;
}

type Head = { row: number; column: number; text: string };

function findHead(sheet: ExcelJS.Worksheet): Head | undefined {
  for (let row = 1; row <= Math.min(sheet.rowCount, bounds.rows); row += 1)
    for (let column = 1; column <= Math.min(sheet.columnCount, bounds.columns); column += 1) {
      const text = textAt(sheet, row, column);
      if (text.startsWith(marker)) return { row, column, text };
    }
  return undefined;
}

const textAt = (sheet: ExcelJS.Worksheet, row: number, column: number): string =>
  cellText(sheet.findRow(row)?.findCell(column)?.value).trim();

/** Of a field in several languages each has its column; of any other the first is the answer's. */
function textsOf(sheet: ExcelJS.Worksheet, head: Head): Map<string, string[]> {
  const columns: { column: number; language: string }[] = [];
  for (let column = head.column + 1; column <= Math.min(sheet.columnCount, bounds.columns); column += 1) {
    const language = textAt(sheet, head.row, column);
    if (languageTag.test(language)) columns.push({ column, language });
  }
  const texts = new Map<string, string[]>();
  for (let row = 1; row <= Math.min(sheet.rowCount, bounds.rows); row += 1) {
    const key = textAt(sheet, row, head.column);
    if (key === '' || row === head.row) continue;
    for (const [index, { column, language }] of columns.entries()) {
      const isOnlyPlace = index === 0 && !key.endsWith('.*');
      const ref = isOnlyPlace ? key : `${key.replace(/\.\*$/, '')}.${language}`;
      texts.set(ref, [...(texts.get(ref) ?? []), textAt(sheet, row, column)]);
    }
  }
  return texts;
}

type Carried = { form?: string; version?: string; marks: Map<string, string> };

function carriedBy(book: ExcelJS.Workbook): Carried {
  const carried: Carried = { marks: new Map() };
  book.getWorksheet(carriedSheet)?.eachRow((row) => {
    const [what, name, mark] = [1, 2, 3].map((column) => cellText(row.findCell(column)?.value));
    if (what === 'form' || what === 'version') carried[what] = name ?? '';
    else if (what === 'mark') carried.marks.set(name ?? '', mark ?? '');
  });
  return carried;
}
