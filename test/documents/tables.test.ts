// Tables out of the system and into it: CSV, XLSX, and what must not happen on the way.
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cellOf } from '../../documents/cells.ts';
import { byteOrderMark, csvLine, parseCsv } from '../../documents/csv.ts';
import { readXlsx, writeXlsx } from '../../documents/xlsx.ts';
import { holdsAtMost } from '../../documents/zip-bounds.ts';

async function workbook(...sheets: Parameters<typeof writeXlsx>[1][]): Promise<Buffer> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), writeXlsx(out, sheets.flat() as never)]);
  return bytes;
}

describe('a cell', () => {
  it('is marked as text where a spreadsheet would take it for a formula', () => {
    for (const text of ['=1+1', '+66 2', '-1', '@sum', '\tx', '\rx']) expect(cellOf(text)).toBe(`'${text}`);
    expect([cellOf('a=b'), cellOf(-1), cellOf(['=x', 'y']), cellOf({ '=a': 'b' })]).toEqual([
      ...['a=b', -1, "'=x; y", "'=a: b"],
    ]);
  });
  it('has texts by language and lists in one line, and anything deeper as JSON', () => {
    expect(cellOf({ en: 'Water', th: 'น้ำ' })).toBe('en: Water; th: น้ำ');
    expect(cellOf(['TH', 'SG'])).toBe('TH; SG');
    expect(cellOf([{ a: 1 }])).toBe('{"a":1}');
    expect([cellOf(null), cellOf(undefined), cellOf(true)]).toEqual([null, null, true]);
  });
});

describe('CSV', () => {
  it('is read as it was written, whatever stands in the cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ก', '"', ',', ';', '\n', '\r', ' ', '\t'), maxLength: 6 });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const header = rows[0]?.map((_cell, index) => `column ${index}`) ?? [];
        const text = byteOrderMark + [header, ...rows].map(csvLine).join('');
        expect(parseCsv(text)).toEqual([header, ...rows]);
      }),
    );
  });
  it('takes the separator that its first line has', () => {
    expect(parseCsv('a;b\r\n1,5;2')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(parseCsv('a\tb\n1\t')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
  });
  it('never fails, and never loses what stands behind a quote that is not closed', () => {
    expect(parseCsv('a,b\n1,"two')).toEqual([
      ['a', 'b'],
      ['1', 'two'],
    ]);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(Array.isArray(parseCsv(text))).toBe(true);
      }),
    );
  });
});

/** A workbook with one cell, its sheet and its list of sheets written otherwise. */
async function changed(sheet: (text: string) => string, list = (text: string) => text): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Sample').addRow(['a']);
  const files = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()));
  for (const [name, change] of [['xl/worksheets/sheet1.xml', sheet] as const, ['xl/workbook.xml', list] as const])
    files[name] = strToU8(change(strFromU8(files[name] ?? new Uint8Array())));
  return zipSync(files);
}

describe('XLSX', () => {
  it('is read as it was written', async () => {
    const rows = [
      ['Water', 12, true],
      ['น้ำ', null, false],
    ];
    const bytes = await workbook([{ name: 'Sample', columns: ['a', 'b', 'c'], rows }]);
    expect(await readXlsx(bytes)).toEqual([
      ['a', 'b', 'c'],
      ['Water', '12', 'true'],
      ['น้ำ', '', 'false'],
    ]);
  });
  it('has a name of its own for each sheet, within what a spreadsheet allows', async () => {
    const names = ['a/b: c'.repeat(10), 'a/b: c'.repeat(10), 'A b', ''];
    const bytes = await workbook(names.map((name) => ({ name, columns: ['a'], rows: [] })));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
    const found = book.worksheets.map(({ name }) => name);
    expect([new Set(found).size, found.every((name) => name.length <= 31)]).toEqual([4, true]);
  });
  it('is no table where a cell stands far out', async () => {
    for (const place of ['A999999999', 'A10001', 'XFD1', 'A&#57;9999']) {
      const row = place.replace(/^[A-Z]+/, '');
      const bytes = await changed((text) =>
        text.replace('<row r="1"', `<row r="${row}"`).replace('r="A1"', `r="${place}"`),
      );
      await expect(readXlsx(bytes)).rejects.toThrow('farther out');
    }
  });
  it('takes no room for areas that nobody has filled', async () => {
    const all = 'A1:XFD1048576';
    const checks = `<dataValidations count="1"><dataValidation type="list" sqref="${all}"><formula1>1</formula1></dataValidation></dataValidations>`;
    const bytes = await changed(
      (text) =>
        text.replace(
          '</sheetData>',
          `</sheetData><mergeCells count="1"><mergeCell ref="${all}"/></mergeCells>${checks}`,
        ),
      (text) =>
        text.replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="all">Sample!$A$1:$XFD$1048576</definedName></definedNames>',
        ),
    );
    expect(await readXlsx(bytes)).toEqual([['a']]);
  });
  it('gives a formula as it is written, never its result; a day as a day', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Sample');
    sheet.addRow([
      { formula: '1+1', result: 2 },
      new Date('2026-03-01T00:00:00Z'),
      { richText: [{ text: 'a' }, { text: 'b' }] },
    ]);
    sheet.addRow([
      { text: 'mail', hyperlink: 'mailto:a@example.org' },
      new Date('2026-03-01T12:30:00Z'),
      { error: '#N/A' },
    ]);
    const bytes = Buffer.from(await book.xlsx.writeBuffer());
    expect(await readXlsx(bytes)).toEqual([
      ['=1+1', '2026-03-01', 'ab'],
      ['mail', '2026-03-01T12:30:00', '#N/A'],
    ]);
  });
});

describe('an archive', () => {
  it('is let in within its bound, and no further', async () => {
    const bytes = await workbook([{ name: 'Sample', columns: ['a'], rows: [['x']] }]);
    expect([holdsAtMost(bytes, 1_000_000), holdsAtMost(bytes, 100)]).toEqual([true, false]);
  });
  it('that says less of itself than it unpacks to is not let in', () => {
    const packed = deflateRawSync(Buffer.alloc(1_000_000));
    expect([holdsAtMost(archive(packed, 10), 999_999), holdsAtMost(archive(packed, 10), 1_000_000)]).toEqual([
      false,
      true,
    ]);
  });
  it('that is none is not let in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(holdsAtMost(Buffer.from(bytes), 1_000)).toBe(false);
      }),
    );
  });
});

/** One entry named x, that says to have `size` bytes. */
function archive(packed: Buffer, size: number): Buffer {
  const head = Buffer.alloc(31);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(1, 26);
  head.write('x', 30);
  const directory = Buffer.alloc(47);
  directory.writeUInt32LE(0x02014b50, 0);
  directory.writeUInt16LE(8, 10);
  directory.writeUInt32LE(packed.length, 20);
  directory.writeUInt32LE(size, 24);
  directory.writeUInt16LE(1, 28);
  directory.write('x', 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(head.length + packed.length, 16);
  return Buffer.concat([head, packed, directory, end]);
}
