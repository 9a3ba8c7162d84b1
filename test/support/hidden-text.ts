// Whatever words a file holds, shown or not: the properties, bookmarks and inner files of a PDF, the names and parts of a ZIP.
import { strFromU8, unzipSync } from 'fflate';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from 'pdf-lib';

export async function hiddenTextOf(bytes: Uint8Array): Promise<string> {
  const start = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (start === '%PDF-') return inPdf(bytes);
  if (!start.startsWith('PK\u0003\u0004')) return '';
  const parts = Object.entries(unzipSync(bytes));
  const inner = await Promise.all(parts.map(([, part]) => hiddenTextOf(part)));
  return [...parts.flatMap(([name, part]) => [name, strFromU8(part)]), ...inner].join('\n');
}

/** Every object that is in the file, whether or not anything leads to it. */
async function inPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  return [...objects, pdf.context.trailerInfo.Info].flatMap((object) => [...wordsIn(object)]).join('\n');
}

function* wordsIn(object: PDFObject | undefined): Generator<string> {
  if (object instanceof PDFString || object instanceof PDFHexString) yield object.decodeText();
  else if (object instanceof PDFArray) for (const one of object.asArray()) yield* wordsIn(one);
  else if (object instanceof PDFDict)
    for (const [name, value] of object.entries()) {
      yield name.decodeText();
      yield* wordsIn(value);
    }
  else if (object instanceof PDFRawStream) {
    yield* wordsIn(object.dict);
    yield unpacked(object);
  }
}

/** Pictures are packed in ways of their own, and hold no words. */
function unpacked(stream: PDFRawStream): string {
  try {
    return Buffer.from(decodePDFRawStream(stream).decode()).toString('utf8');
  } catch {
    return '';
  }
}
