// The words of an answer, whatever it is written in: text as it is, the parts of a ZIP (XLSX, DOCX) inflated, a PDF read.
import { inflateRawSync } from 'node:zlib';
import { readPdf } from './pdf.ts';

export async function textOf(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return (await readPdf(bytes)).pages.join('\n');
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return partsOf(bytes).join('\n');
  return bytes.toString('utf8');
}

/** By the central directory, which says where each part begins and how long it is. */
function partsOf(zip: Buffer): string[] {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const parts: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const stored = zip.subarray(from, from + size);
    parts.push((method === 8 ? inflateRawSync(stored) : stored).toString('utf8'));
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}
