// The slides of all talks of a forum that have arrived, oldest first.
import type { Db } from './database.ts';

export async function findSlidesOf(db: Db, forumId: string) {
  const rows = await db.read
    .selectFrom('laureate_files as l')
    .innerJoin('files as f', 'f.file_id', 'l.file_id')
    .select(['l.laureate_id', 'f.hash', 'f.type', 'f.size', 'l.registered_at'])
    .where('l.forum_id', '=', forumId)
    .where('l.kind', '=', 'slides')
    .where('l.removed_at', 'is', null)
    .where('f.state', '=', 'arrived')
    .orderBy('l.registered_at')
    .execute();
  const files = rows.map(({ laureate_id: laureateId, hash, type, size, registered_at }) => {
    return { laureateId, hash, type, size, registeredAt: registered_at.toISOString() };
  });
  return Map.groupBy(files, ({ laureateId }) => laureateId);
}
