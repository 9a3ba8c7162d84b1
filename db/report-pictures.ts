// Pictures of mission reports: registered before their bytes come, seen by the delegation alone until the report is public.
import type { Db } from './database.ts';
import { insertFile, type StoredFile } from './files.ts';

type Of = { forumId: string; country: string };
type NewPicture = Pick<StoredFile, 'fileId' | 'hash' | 'name' | 'size' | 'type' | 'cycleId' | 'owner'>;

/** Under the same id again it changes nothing. */
export async function registerReportPicture(db: Db, { forumId, country }: Of, picture: NewPicture): Promise<void> {
  const about = { kind: 'report-picture', field: null, subjectId: null, confidential: false, language: null } as const;
  await db.read.transaction().execute(async (tx) => {
    await insertFile(tx, { ...picture, ...about, country });
    const row = { file_id: picture.fileId, forum_id: forumId, country, registered_by: picture.owner };
    await tx
      .insertInto('report_pictures')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

export type ReportPicture = { fileId: string; hash: string; type: string; size: number; state: string };

export const findReportPictures = (db: Db, { forumId, country }: Of): Promise<ReportPicture[]> =>
  db.read
    .selectFrom('report_pictures as p')
    .innerJoin('files as f', 'f.file_id', 'p.file_id')
    .select(['f.file_id as fileId', 'f.hash', 'f.type', 'f.size', 'f.state'])
    .where('p.forum_id', '=', forumId)
    .where('p.country', '=', country)
    .where('f.state', '!=', 'erased')
    .execute();

export const findPictureOf = (db: Db, fileId: string): Promise<Of | undefined> =>
  db.read
    .selectFrom('report_pictures')
    .select(['forum_id as forumId', 'country'])
    .where('file_id', '=', fileId)
    .executeTakeFirst();
