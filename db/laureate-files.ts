// Photographs of laureates and slides of talks: each with who gave it, a photograph with its credit and consent.
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { insertFile, type StoredFile } from './files.ts';

export type LaureateFile = {
  fileId: string;
  name: string;
  size: number;
  type: string;
  sha256: string;
  state: StoredFile['state'];
  credit: string;
  registeredAt: Date;
};
type About = { kind: 'photo' | 'slides'; laureateId: string; forumId: string | null };
type Given = Pick<StoredFile, 'fileId' | 'hash' | 'name' | 'size' | 'type' | 'cycleId' | 'country' | 'owner'>;

/** A new photograph takes the place of the one before; slides stand beside each other. The same again changes nothing. */
export async function registerLaureateFile(db: Db, about: About, file: Given, credit = ''): Promise<void> {
  const { kind, laureateId, forumId } = about;
  const rest = { kind, field: null, subjectId: null, language: null, confidential: false };
  await db.read.transaction().execute(async (tx) => {
    await insertFile(tx, { ...file, ...rest });
    if (kind === 'photo')
      await tx
        .updateTable('laureate_files')
        .set({ removed_by: file.owner, removed_at: sql<Date>`clock_timestamp()` })
        .where('laureate_id', '=', laureateId)
        .where('kind', '=', 'photo')
        .where('file_id', '!=', file.fileId)
        .where('removed_at', 'is', null)
        .execute();
    await tx
      .insertInto('laureate_files')
      .values({
        ...{ file_id: file.fileId, kind, laureate_id: laureateId, forum_id: forumId, credit },
        ...{ consent_by: kind === 'photo' ? file.owner : null, registered_by: file.owner },
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

/** Oldest first, without what was taken back. */
export async function findLaureateFiles(db: Db, { kind, laureateId, forumId }: About): Promise<LaureateFile[]> {
  let query = db.read
    .selectFrom('laureate_files as l')
    .innerJoin('files as f', 'f.file_id', 'l.file_id')
    .select(['f.file_id as fileId', 'f.name', 'f.size', 'f.type', 'f.hash as sha256', 'f.state', 'l.credit'])
    .select('l.registered_at as registeredAt')
    .where('l.laureate_id', '=', laureateId)
    .where('l.kind', '=', kind)
    .where('l.removed_at', 'is', null)
    .where('f.state', '!=', 'erased')
    .orderBy('l.registered_at');
  if (forumId !== null) query = query.where('l.forum_id', '=', forumId);
  return query.execute();
}

/** Of what the file is; undefined for what is no file of a laureate, or was taken back. */
export const findLaureateOf = (db: Db, fileId: string) =>
  db.read
    .selectFrom('laureate_files')
    .select(['laureate_id as laureateId', 'forum_id as forumId', 'kind'])
    .where('file_id', '=', fileId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();

/** @returns whether there was one to take back. */
export async function removeLaureateFile(db: Db, about: About, fileId: string, by: string): Promise<boolean> {
  const { numUpdatedRows } = await db.read
    .updateTable('laureate_files')
    .set({ removed_by: by, removed_at: sql<Date>`clock_timestamp()` })
    .where('file_id', '=', fileId)
    .where('kind', '=', about.kind)
    .where('laureate_id', '=', about.laureateId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The photograph of a laureate who was announced to everybody, once its bytes are there. */
export async function findPublicPhoto(db: Db, laureateId: string) {
  const { rows } = await sql<{ hash: string; type: string; size: number; credit: string }>`
    select f.hash, f.type, f.size, l.credit from laureate_files l join files f using (file_id)
      join published_laureates p on p.laureate_id = l.laureate_id
    where l.laureate_id = ${laureateId} and l.kind = 'photo' and l.removed_at is null and f.state = 'arrived' and p.stage = 'public'
      and p.revoked_at is null
    order by l.registered_at desc limit 1`.execute(db.read);
  return rows[0];
}
