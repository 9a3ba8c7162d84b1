// The files of a nomination as submitted, with the letters sent for it: what has arrived, and what never did.
import type { Db } from '../database.ts';
import { findFilesOf, type StoredFile } from '../files.ts';

/** In the order of their registration; nothing of a draft that was not submitted. */
export async function findDocuments(db: Db, nominationId: string): Promise<StoredFile[]> {
  const [row, files] = await Promise.all([
    db.read.selectFrom('nominations').select('files').where('nomination_id', '=', nominationId).executeTakeFirst(),
    findFilesOf(db, nominationId),
  ]);
  return files.filter(({ kind, hash }) => kind === 'supporting-letter' || row?.files.includes(hash) === true);
}

export const missingOf = (documents: StoredFile[]) =>
  documents
    .filter(({ state, kind }) => state === 'registered' && kind === 'attachment')
    .map(({ fileId, field, name }) => ({ fileId, field, name }));
