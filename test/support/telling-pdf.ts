// PDF files that tell something beside their page, each in one way.
import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';

export type Hidden = 'author' | 'xmp' | 'bookmark' | 'file' | 'note' | 'link' | 'private';
const name = (text: string) => PDFName.of(text);

/** One page that says nothing, with these words hidden in it. */
export async function tellingPdf(hidden: { [way in Hidden]?: string }): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const page = pdf.addPage([300, 400]);
  const { context, catalog } = pdf;
  const { author, xmp, bookmark, file, note, link } = hidden;
  if (author !== undefined) pdf.setAuthor(author);
  if (xmp !== undefined) {
    const packet = `<x:xmpmeta><rdf:Description><dc:creator><rdf:li>${xmp}</rdf:li></dc:creator></rdf:Description></x:xmpmeta>`;
    const stream = context.flateStream(packet, { Type: 'Metadata', Subtype: 'XML' });
    catalog.set(name('Metadata'), context.register(stream));
  }
  if (bookmark !== undefined) {
    const item = context.obj({ Title: PDFHexString.fromText(bookmark), Dest: [page.ref, 'Fit'] });
    const at = context.register(item);
    catalog.set(name('Outlines'), context.register(context.obj({ Type: 'Outlines', First: at, Last: at, Count: 1 })));
  }
  if (file !== undefined) await pdf.attach(Buffer.from(`Of ${file}`), `${file}.txt`, { mimeType: 'text/plain' });
  const notes = [
    ...(note === undefined ? [] : [{ Subtype: 'Text', T: PDFHexString.fromText(note) }]),
    ...(link === undefined ? [] : [{ Subtype: 'Link', A: { S: 'URI', URI: PDFString.of(`https://${link}.org`) } }]),
  ];
  const annots = notes.map((one) => context.register(context.obj({ Type: 'Annot', Rect: [0, 0, 10, 10], ...one })));
  if (annots.length > 0) page.node.set(name('Annots'), context.obj(annots));
  if (hidden.private !== undefined)
    page.node.set(name('PieceInfo'), context.obj({ Sample: { Private: PDFString.of(hidden.private) } }));
  return pdf.save();
}
