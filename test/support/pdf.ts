// Reading PDF files again: their words in the order of the pages, and the outline that readers jump by.
import { crc32, deflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from 'pdf-lib';

export type Read = { pages: string[]; outline: { title: string; page: number }[]; size: number };

export async function readPdf(bytes: Uint8Array): Promise<Read> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = document.getPages().map(({ node }) => wordsOf(node));
  return { pages, outline: outlineOf(document), size: bytes.length };
}

const decoded = (stream: unknown): string =>
  stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : '';

function wordsOf(page: PDFDict): string {
  const contents = page.lookup(PDFName.of('Contents'));
  const text =
    contents instanceof PDFArray
      ? contents
          .asArray()
          .map((_, at) => decoded(contents.lookup(at)))
          .join('\n')
      : decoded(contents);
  return spoken(text, fontsOf(page));
}

type Glyphs = Map<number, string>;

function fontsOf(page: PDFDict): Map<string, Glyphs> {
  const resources = page.lookup(PDFName.of('Resources'));
  const fonts = resources instanceof PDFDict ? resources.lookup(PDFName.of('Font')) : undefined;
  if (!(fonts instanceof PDFDict)) return new Map();
  return new Map(
    fonts.keys().map((name) => {
      const font = fonts.lookup(name);
      const map = font instanceof PDFDict ? decoded(font.lookup(PDFName.of('ToUnicode'))) : '';
      return [name.asString(), glyphsOf(map)] as const;
    }),
  );
}

const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le').replace('\ufeff', '');

function glyphsOf(map: string): Glyphs {
  const pairs = [...map.matchAll(/<([0-9A-F]{4})>\s+<([0-9A-F]+)>\s*$/gim)];
  return new Map(pairs.map(([, glyph = '', text = '']) => [Number.parseInt(glyph, 16), utf16(text)]));
}

/** Brackets within brackets stand for themselves: numbers of glyphs are written so, and random ones nest many deep. */
const plainText = String.raw`(?:\\[\s\S]|[^\\()])*`;
const nested = (inner: string): string => String.raw`(?:\\[\s\S]|[^\\()]|\(${inner}\))*`;
const text = Array.from({ length: 40 }).reduce<string>(nested, plainText);
const token = new RegExp(
  [
    String.raw`\/ActualText\s*<([0-9A-F]+)>`,
    String.raw`\b(BDC|BMC|EMC)\b`,
    String.raw`(\/\w+)\s+[\d.]+\s+Tf`,
    String.raw`\((${text})\)`,
    '<([0-9A-F]+)>(?=[^>])',
  ].join('|'),
  'gi',
);

/** Glyphs stand for what the font says, unless a span says what it is read as. */
function spoken(stream: string, fonts: Map<string, Glyphs>): string {
  let [words, font] = ['', new Map() as Glyphs];
  const spans: (string | null)[] = [];
  let next: string | null = null;
  for (const [, actual, mark, name, plain, hex] of stream.matchAll(token)) {
    if (actual !== undefined) next = utf16(actual);
    else if (mark?.toUpperCase() === 'EMC') spans.pop();
    else if (mark !== undefined) {
      words += next ?? '';
      spans.push(next);
      next = null;
    } else if (name !== undefined) font = fonts.get(name) ?? new Map();
    else if (!spans.some((span) => span !== null))
      words += read(plain === undefined ? Buffer.from(hex ?? '', 'hex') : unescaped(plain), font);
  }
  return words;
}

const read = (codes: Buffer, font: Glyphs): string =>
  Array.from({ length: codes.length >> 1 }, (_, at) => font.get(codes.readUInt16BE(at * 2)) ?? '').join('');

const escapes: { [letter: string]: string } = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const unescaped = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, what: string) =>
      /^[0-7]/.test(what) ? String.fromCharCode(Number.parseInt(what, 8)) : (escapes[what] ?? what),
    ),
    'latin1',
  );

/** Depth first, as readers show it. */
function outlineOf(document: PDFDocument): Read['outline'] {
  const root = document.catalog.lookup(PDFName.of('Outlines'));
  const pages = document.getPages().map(({ ref }) => ref.toString());
  const walk = (item: unknown): Read['outline'] => {
    if (!(item instanceof PDFDict)) return [];
    const own = { title: titleOf(item), page: pages.indexOf(targetOf(document, item)) + 1 };
    return [own, ...walk(item.lookup(PDFName.of('First'))), ...walk(item.lookup(PDFName.of('Next')))];
  };
  return root instanceof PDFDict ? walk(root.lookup(PDFName.of('First'))) : [];
}

function titleOf(item: PDFDict): string {
  const title = item.lookup(PDFName.of('Title'));
  return title instanceof PDFHexString || title instanceof PDFString ? title.decodeText() : '';
}

function targetOf(document: PDFDocument, item: PDFDict): string {
  const action = item.lookup(PDFName.of('A'));
  const place =
    item.lookup(PDFName.of('Dest')) ?? (action instanceof PDFDict ? action.lookup(PDFName.of('D')) : undefined);
  if (place instanceof PDFArray) return String(place.get(0));
  const named = place instanceof PDFString || place instanceof PDFHexString ? place.decodeText() : '';
  throw new Error(`The place ${named} of the outline of ${document.getPageCount()} pages is not understood.`);
}

/** A grey picture; one that is only said to be large has no more bytes than a small one. */
export function pngOf(width: number, height: number): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Math.min(height, 100);
  const points = Buffer.concat(
    Array.from({ length: rows }, () => Buffer.from([0, ...Array(Math.min(width, 100)).fill(128)])),
  );
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(points)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
