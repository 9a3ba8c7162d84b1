// What a copy without names must not carry along: the properties in which programs write down who made a document.
import { readFile } from 'node:fs/promises';
import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { refusedFile } from './file-rules.ts';

const telling = /<dc:(creator|title|description)|<pdf:Keywords|<photoshop:AuthorsPosition/;

/** @throws HttpProblem for a PDF that says a title or an author, or that cannot be looked into */
export async function requireNoProperties(path: string, { name, type }: { name: string; type: string }): Promise<void> {
  if (type !== 'application/pdf') return;
  const pdf = await PDFDocument.load(await readFile(path), { updateMetadata: false }).catch(() => null);
  if (pdf === null) throw refusedFile(name, 'type', 'cannot be opened: save it anew, without a password');
  const said = [pdf.getTitle(), pdf.getAuthor(), pdf.getSubject(), pdf.getKeywords()];
  const stream = pdf.catalog.lookup(PDFName.of('Metadata'));
  const xmp = stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('utf8') : '';
  if (said.some((one) => (one ?? '').trim() !== '') || telling.test(xmp))
    throw refusedFile(name, 'properties', 'says title or author in its properties: remove them and send it again');
}
