// Copies without names, each beside its original: who judges without names sees them alone.
import type { Db } from './database.ts';
import { findFilesOf, insertFile, type StoredFile } from './files.ts';
import { findDocuments } from './read-models/document-views.ts';

type Copy = { original: string; copy: StoredFile };

/** The name tells nothing: a number, and the ending that the kind of file has. */
export async function registerRedacted(
  db: Db,
  original: string,
  file: Omit<StoredFile, 'state' | 'registeredAt' | 'arrivedAt'>,
): Promise<void> {
  await db.read.transaction().execute(async (tx) => {
    await insertFile(tx, file);
    await tx
      .insertInto('redacted_copies')
      .values({ file_id: file.fileId, original })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

/** Of what the nomination was submitted with: the newest copy of each, those that have arrived before those that have not. */
export async function findRedacted(db: Db, nominationId: string): Promise<Copy[]> {
  const [documents, files, links] = await Promise.all([
    findDocuments(db, nominationId),
    findFilesOf(db, nominationId),
    db.read
      .selectFrom('redacted_copies')
      .innerJoin('files', 'files.file_id', 'redacted_copies.file_id')
      .select(['redacted_copies.file_id as fileId', 'original'])
      .where('files.subject_id', '=', nominationId)
      .execute(),
  ]);
  const copies = links.flatMap(({ fileId, original }) => {
    const copy = files.find((file) => file.fileId === fileId && file.state !== 'erased');
    return copy === undefined ? [] : [{ original, copy }];
  });
  return documents.flatMap(({ fileId }) => {
    const own = copies.filter(({ original }) => original === fileId);
    const newest = own.toSorted((a, b) => a.copy.registeredAt.getTime() - b.copy.registeredAt.getTime());
    return newest.findLast(({ copy }) => copy.state === 'arrived') ?? newest.at(-1) ?? [];
  });
}

/** What a judge may open where the award is judged without names. */
export const findShownRedacted = async (db: Db, nominationId: string): Promise<StoredFile[]> =>
  (await findRedacted(db, nominationId)).flatMap(({ copy }) => (copy.state === 'arrived' ? [copy] : []));

/** Whether it is a copy of something that the nomination stands with now. */
export const isShownRedacted = async (db: Db, nominationId: string, fileId: string): Promise<boolean> =>
  (await findShownRedacted(db, nominationId)).some((copy) => copy.fileId === fileId);
