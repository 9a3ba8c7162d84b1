// Printed papers on their way out: for whom they are printed, and how they are handed over.
import type { Response } from 'express';
import { z } from 'zod';
import type { Db } from '../db/database.ts';
import type { Reader } from '../documents/print/receipt.ts';
import { KnownZone, Language } from '../domain/messages.ts';
import { contentDisposition } from './file-headers.ts';
import { languageOf } from './reader.ts';
import type { Viewer } from './viewer.ts';
import { readerZone } from './views/deadline.ts';

/** A printed paper is in the reader's language and zone, unless others are asked for. */
export const Printing = z.strictObject({ language: Language.optional(), zone: KnownZone.optional() });

export const readerOf = async (db: Db, viewer: Viewer | null, asked: z.infer<typeof Printing>): Promise<Reader> => ({
  language: await languageOf({ db }, viewer, asked.language),
  zone: await readerZone(db, viewer, asked.zone),
});

export const pdfType = 'application/pdf';

/** Always a download, never kept by anybody on the way. */
export function sendPaper(res: Response, { name, type, bytes }: { name: string; type: string; bytes: Uint8Array }) {
  res
    .status(200)
    .set({
      'Content-Type': type,
      'Content-Disposition': contentDisposition(name),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    })
    .end(bytes);
  return { body: '' };
}
