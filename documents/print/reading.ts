// Makes the words of a set paper right for search, copying and reading aloud.
import { decodePDFRawStream, PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRawStream, PDFRef } from 'pdf-lib';

type Glyphs = Map<number, string>;
/** What the last glyphs are read as together, and which pieces of that have come. */
type Cluster = { text: string; pieces: Set<string> };

/**
 * Where marks above and below a letter are set apart from it, each piece says the whole syllable again: "ที่" would be read
 * "ที่ที่". Only the first piece shall say it; a piece that has come already begins the same syllable anew.
 */
export function mendReading(paper: PDFDocument): void {
  for (const page of paper.getPages()) {
    const place = page.node.get(PDFName.of('Contents'));
    const contents = page.node.lookup(PDFName.of('Contents'));
    if (!(place instanceof PDFRef) || !(contents instanceof PDFRawStream)) continue;
    const said = decoded(contents);
    const mended = sayOnce(said, fontsOf(page));
    if (mended !== said) paper.context.assign(place, paper.context.flateStream(Buffer.from(mended, 'latin1')));
  }
}

const decoded = (stream: PDFRawStream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');

function fontsOf({ node }: PDFPage): Map<string, Glyphs> {
  const fonts = node.Resources()?.lookup(PDFName.of('Font'));
  if (!(fonts instanceof PDFDict)) return new Map();
  return new Map(
    fonts.keys().map((name) => {
      const font = fonts.lookup(name);
      const map = font instanceof PDFDict ? font.lookup(PDFName.of('ToUnicode')) : undefined;
      return [name.asString(), map instanceof PDFRawStream ? glyphsOf(decoded(map)) : new Map()] as const;
    }),
  );
}

const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le').replace('\ufeff', '');
const toHex = (text: string) => `FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}`;
const glyphsOf = (map: string): Glyphs =>
  new Map(
    [...map.matchAll(/<([0-9A-F]{4})>\s+<([0-9A-F]+)>\s*$/gim)].map(([, glyph = '', text = '']) => [
      Number.parseInt(glyph, 16),
      utf16(text),
    ]),
  );

/** Brackets within brackets stand for themselves, two deep at most. */
const inner = String.raw`(?:\\[\s\S]|[^\\()])*`;
const nested = String.raw`(?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()]|\(${inner}\))*\))*`;
const string = String.raw`\(${nested}\)`;
const shown = String.raw`\[(?:\s*(?:${string}|<[0-9A-Fa-f]*>|-?[\d.]+))*\s*\]\s*TJ|${string}\s*Tj`;
const part = new RegExp(
  String.raw`\/Span\s*<<\s*\/ActualText\s*<([0-9A-Fa-f]+)>\s*>>\s*BDC([\s\S]*?)\bEMC\b|(\/\w+)\s+[\d.]+\s+Tf\b|(${shown})`,
  'g',
);
const strings = new RegExp(string, 'g');
const fontSet = /(\/\w+)\s+[\d.]+\s+Tf\b/;

function sayOnce(stream: string, fonts: Map<string, Glyphs>): string {
  let font = '';
  let last: Cluster = { text: '', pieces: new Set() };
  /** Whether this piece goes on with the syllable; otherwise it begins one. */
  const goesOn = (text: string, piece: string): boolean => {
    const again = text === last.text && /\p{M}/u.test(text) && !last.pieces.has(piece);
    last = again ? { text, pieces: last.pieces.add(piece) } : { text, pieces: new Set([piece]) };
    return again;
  };
  return stream.replaceAll(part, (found: string, actual?: string, inside = '', named?: string, plain?: string) => {
    if (named !== undefined) font = named;
    if (actual !== undefined) {
      font = fontSet.exec(inside)?.[1] ?? font;
      return goesOn(utf16(actual), `${font} ${codesIn(inside).join(' ')}`)
        ? found.replace(`<${actual}>`, '<FEFF>')
        : found;
    }
    if (plain === undefined) return found;
    const texts = codesIn(plain).map((code) => ({ code, text: fonts.get(font)?.get(code) ?? '' }));
    const spoken = texts.map(({ code, text }) => (goesOn(text, `${font} ${code}`) ? '' : text));
    const isWhole = spoken.every((text, at) => text === texts[at]?.text);
    return isWhole ? found : `/Span <</ActualText <${toHex(spoken.join(''))}>>> BDC\n${found}\nEMC`;
  });
}

const escapes: { [letter: string]: string } = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The glyphs that are shown, two bytes each. */
function codesIn(shows: string): number[] {
  const plain = (shows.match(strings) ?? []).map((one) =>
    one
      .slice(1, -1)
      .replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_all, what: string) =>
        /^[0-7]/.test(what) ? String.fromCharCode(Number.parseInt(what, 8)) : (escapes[what] ?? what),
      ),
  );
  const bytes = Buffer.from(plain.join(''), 'latin1');
  return Array.from({ length: bytes.length >> 1 }, (_, at) => bytes.readUInt16BE(at * 2));
}
