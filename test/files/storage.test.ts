// Bytes of files: what they are by their content, and where they are kept.
import { createHash } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentDisposition, safeType } from '../../api/file-headers.ts';
import { isOfType, lookAt } from '../../files/sniffing.ts';
import { openStorage } from '../../files/storage.ts';
import { bytesOf, sha256 } from '../support/uploads.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laureate-storage-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(bytes: Uint8Array): Promise<string> {
  const path = join(folder, `${createHash('sha256').update(bytes).digest('hex')}.bin`);
  await writeFile(path, bytes);
  return path;
}
const goesBy = async (bytes: Uint8Array, type: string) => isOfType(await lookAt(await written(bytes)), type);

const office = 'application/vnd.openxmlformats-officedocument.';
const word = `${office}wordprocessingml.document`;
const sheet = `${office}spreadsheetml.sheet`;

/** A ZIP archive of one file that is not compressed. */
function zipOf(name: string, content: string): Buffer {
  const [file, data] = [Buffer.from(name), Buffer.from(content)];
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt32LE(crc32(data), 10);
  facts.writeUInt32LE(data.length, 14);
  facts.writeUInt32LE(data.length, 18);
  facts.writeUInt16LE(file.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, file, data]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, Buffer.alloc(14), file]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

describe('lookAt', () => {
  it('measures the file and takes its hash', async () => {
    const bytes = bytesOf.pdf('a page');
    const seen = await lookAt(await written(bytes));
    expect(seen).toEqual({ size: bytes.length, hash: sha256(bytes), type: 'application/pdf', isText: true });
  });
});

describe('a type', () => {
  it('is told by the content of a PDF or an image, whatever is said of it', async () => {
    expect(await goesBy(bytesOf.pdf(), 'application/pdf')).toBe(true);
    expect(await goesBy(bytesOf.png(), 'image/png')).toBe(true);
    expect(await goesBy(bytesOf.png(), 'image/jpeg')).toBe(false);
    expect(await goesBy(bytesOf.pdf(), 'text/plain')).toBe(false);
  });
  it('is a spreadsheet or a document of an office, and no other archive', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('One').addRow(['a']);
    const xlsx = Buffer.from(await workbook.xlsx.writeBuffer());
    const main = `<Types><Override PartName="/word/document.xml" ContentType="${word}.main+xml"/></Types>`;
    const docx = zipOf('[Content_Types].xml', main);
    expect([await goesBy(xlsx, sheet), await goesBy(docx, word)]).toEqual([true, true]);
    expect([await goesBy(xlsx, word), await goesBy(zipOf('a.txt', 'a'), word)]).toEqual([false, false]);
  });
  it('is a text where the bytes are UTF-8, also where a chunk cuts a character', async () => {
    expect(await goesBy(Buffer.from('ก'.repeat(70_000)), 'text/plain')).toBe(true);
    expect(await goesBy(Buffer.from('a,b\n1,2\n'), 'text/csv')).toBe(true);
    for (const bytes of [Buffer.from([0x61, 0]), Buffer.from([0xe0, 0xb8]), Buffer.from([0xff, 0xfe, 0x61])])
      expect(await goesBy(bytes, 'text/plain')).toBe(false);
    expect(await goesBy(Buffer.from('words'), 'application/pdf')).toBe(false);
  });
});

describe('the storage', () => {
  it('keeps bytes by their hash, once', async () => {
    const storage = openStorage({ home: folder });
    const bytes = bytesOf.text('kept');
    const hash = sha256(bytes);
    for (const _time of [1, 2]) {
      const path = await written(bytes);
      await storage.keep(hash, path);
      await expect(stat(path)).rejects.toThrow('ENOENT');
    }
    expect([await storage.has(hash), await text(await storage.read(hash))]).toEqual([true, 'kept']);
    expect(await storage.has('0'.repeat(64))).toBe(false);
  });
  it('lies in another folder where a file: address names one', async () => {
    const elsewhere = join(folder, 'elsewhere');
    const storage = openStorage({ home: folder, url: pathToFileURL(elsewhere).href });
    const bytes = bytesOf.text('there');
    await storage.keepBytes(sha256(bytes), bytes);
    expect(storage.incoming).toBe(join(elsewhere, 'incoming'));
    expect((await stat(join(elsewhere, 'kept', sha256(bytes).slice(0, 2), sha256(bytes)))).size).toBe(bytes.length);
  });
});

describe('a download', () => {
  it('goes out as mere bytes where a browser could run it', () => {
    for (const type of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/javascript', 'nonsense'])
      expect(safeType(type)).toBe('application/octet-stream');
    expect(safeType('application/pdf')).toBe('application/pdf');
  });
  it('has its name in every script, with nothing that could end the header', () => {
    expect(contentDisposition('หนังสือ "1"\r\nX: y.pdf')).toBe(
      `attachment; filename="_______ _1___X: y.pdf"; filename*=UTF-8''${encodeURIComponent('หนังสือ "1"\r\nX: y.pdf')}`,
    );
  });
});
