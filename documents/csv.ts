// Comma-separated values, RFC 4180, read and written.
import type { Cell } from './cells.ts';

/** Before the first line, so that spreadsheets read UTF-8. */
export const byteOrderMark = '\ufeff';

export const csvLine = (cells: Cell[]): string => `${cells.map(quoted).join(',')}\r\n`;

function quoted(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text's own separator: what its first line has most of. */
function separatorOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: first.split(mark).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}

/** Rows of cells as they stand there: every one a text. A quote that is never closed reaches to the end. */
export function parseCsv(text: string): string[][] {
  const plain = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  const separator = separatorOf(plain);
  const pattern = new RegExp(`("(?:[^"]|"")*"?|[^${separator}\\r\\n]*)(${separator}|\\r\\n|\\n|\\r|$)`, 'gy');
  const rows: string[][] = [];
  let row: string[] = [];
  for (let place = 0; place < plain.length || row.length > 0; ) {
    pattern.lastIndex = place;
    const [all = '', cell = '', end = ''] = pattern.exec(plain) ?? [plain.slice(place)];
    row.push(
      cell.startsWith('"')
        ? cell.slice(1, cell.endsWith('"') && cell.length > 1 ? -1 : undefined).replaceAll('""', '"')
        : cell,
    );
    place += all.length;
    if (end === separator) {
      if (place === plain.length) row.push('');
      else continue;
    }
    rows.push(row);
    row = [];
    if (all === '') break;
  }
  return rows;
}
