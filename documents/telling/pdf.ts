// What a PDF tells beside its pages: who made it, bookmarks, files within it, notes and links, and what was there before.
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
import type { Telling } from './telling.ts';

/** What programs write of themselves and of the time; anything else was written by somebody. */
const plainFacts = ['Creator', 'Producer', 'CreationDate', 'ModDate', 'Trapped'];
const tellingXmp =
  /[<\s](dc:(creator|title|description|subject|rights|contributor|publisher)|pdf:Keywords|pdfx:|photoshop:|Iptc4xmp|xmpRights:)/;
const of = (name: string) => PDFName.of(name);

/** Null for what cannot be opened. */
export async function tellingPdf(bytes: Buffer): Promise<Telling[] | null> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false }).catch(() => null);
  // What is damaged may open without a root.
  if (!(pdf?.catalog instanceof PDFDict)) return null;
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  const dicts = objects.flatMap((one) => (one instanceof PDFDict ? one : one instanceof PDFRawStream ? one.dict : []));
  const found: [Telling, boolean][] = [
    ['properties', saysWho(pdf) || objects.some(isTellingXmp) || dicts.some((one) => one.has(of('PieceInfo')))],
    ['bookmarks', saysBookmarks(pdf)],
    ['files', dicts.some((one) => isA(one, 'Filespec', 'EmbeddedFile') || one.has(of('EF')))],
    ['notes', pdf.getPages().some(({ node }) => hasNotes(node)) || pdf.catalog.has(of('AcroForm'))],
    ['earlier', timesSaved(bytes) > 1 || pdf.catalog.has(of('OCProperties'))],
  ];
  return found.flatMap(([what, is]) => (is ? [what] : []));
}

function saysWho({ context }: PDFDocument): boolean {
  const info = context.lookup(context.trailerInfo.Info);
  if (!(info instanceof PDFDict)) return false;
  return info.entries().some(([key, value]) => {
    const said = value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
    return !plainFacts.includes(key.decodeText()) && said.trim() !== '';
  });
}

/** Of the whole or of a page or picture: each may have its own. */
function isTellingXmp(object: unknown): boolean {
  if (!(object instanceof PDFRawStream) || !isA(object.dict, 'Metadata')) return false;
  return tellingXmp.test(Buffer.from(decodePDFRawStream(object).decode()).toString('utf8'));
}

const isA = (dict: PDFDict, ...types: string[]): boolean =>
  types.some((type) => dict.lookup(of('Type'))?.toString() === `/${type}`);

function saysBookmarks({ catalog }: PDFDocument): boolean {
  const outlines = catalog.lookup(of('Outlines'));
  return outlines instanceof PDFDict && outlines.has(of('First'));
}

/** A link to a place in the file itself tells nothing. */
function hasNotes(page: PDFDict): boolean {
  const notes = page.lookup(of('Annots'));
  if (!(notes instanceof PDFArray)) return false;
  return notes.asArray().some((_, at) => {
    const note = notes.lookup(at);
    if (!(note instanceof PDFDict)) return false;
    const act = note.lookup(of('A'));
    const leadsOut = act instanceof PDFDict && act.lookup(of('S'))?.toString() !== '/GoTo';
    return note.lookup(of('Subtype'))?.toString() !== '/Link' || leadsOut || note.has(of('Contents'));
  });
}

/** What is saved onto a file leaves the version before in it; one made to be read over a line has two ends from the beginning. */
function timesSaved(bytes: Buffer): number {
  const ends = bytes.toString('latin1').split('startxref').length - 1;
  return bytes.subarray(0, 2_048).includes('/Linearized') ? ends - 1 : ends;
}
