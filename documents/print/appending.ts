// PDF files of others, made ready to stand within a paper of ours: their pages as they look, nothing that acts.
import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib';

const acting = ['A', 'AA', 'Dest', 'PA'].map((key) => PDFName.of(key));

/** Null for what cannot be read or is locked. */
export async function appendable(bytes: Uint8Array): Promise<PDFDocument | null> {
  try {
    const opened = await PDFDocument.load(bytes, { updateMetadata: false });
    if (opened.getPageCount() === 0) return null;
    for (const { node } of opened.getPages()) quieten(node);
    return opened;
  } catch {
    return null;
  }
}

/** Scripts, links and what happens on opening a page are left out; what is filled in and written beside stays. */
function quieten(page: PDFDict): void {
  page.delete(PDFName.of('AA'));
  const notes = page.lookup(PDFName.of('Annots'));
  if (!(notes instanceof PDFArray)) return;
  for (let index = 0; index < notes.size(); index += 1) {
    const note = notes.lookup(index);
    if (note instanceof PDFDict) for (const key of acting) note.delete(key);
  }
}
