// Opens a workbook that somebody sends: without what would take room for cells that nobody has filled.
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The reader makes an empty place of each that lies before a cell. */
const farthest = { row: 10_000, column: 500 };
/** And a thing of its own of each cell in the area of one of these; none of them is an answer. */
const areas = /<(\/?)(?:definedName|dataValidation|mergeCell|conditionalFormatting|col)(s?)(?=[\s>/])/g;
const place = /<(row|c)(?=[\s>/])((?:[^"'<>]|"[^"]*"|'[^']*')*)>/g;
const address = /(?:^|\s)r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** @throws Error for a cell that stands farther out than any table reaches, and for what is no workbook */
export async function openXlsx(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const files = unzipSync(bytes, { filter: ({ name }) => !/^\/?xl\/(tables|media|drawings)\//.test(name) });
  const calm = Object.entries(files).map(([name, content]) => [name, calmed(name, content)] as const);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(zipSync(Object.fromEntries(calm), { level: 0 })).buffer);
  return book;
}

function calmed(name: string, content: Uint8Array): Uint8Array {
  if (!/^\/?xl\/(workbook|worksheets\/.*)\.xml$/i.test(name)) return content;
  const text = strFromU8(content);
  for (const [, tag, attributes = ''] of text.matchAll(place))
    for (const [, double, single] of attributes.matchAll(address)) requireNear(tag === 'row', double ?? single ?? '');
  return strToU8(text.replaceAll(areas, '<$1left-out$2'));
}

function requireNear(isRow: boolean, said: string): void {
  const [, letters = '', digits = ''] = (isRow ? /^()(\d{1,5})$/ : /^([A-Z]{1,3})(\d{1,5})$/).exec(said) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const isNear = digits !== '' && Number(digits) <= farthest.row && column <= farthest.column;
  if (!isNear) throw new Error(`a cell stands at ${said.slice(0, 20)}, farther out than a table reaches`);
}
