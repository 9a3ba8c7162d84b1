// What proceedings say: drafts that are saved as they are written, and recorded texts by hash.
import { sql } from 'kysely';
import type { ProceedingsContent, Session } from '../domain/proceedings/messages.ts';
import type { Db } from './database.ts';

type Of = Session & { forumId: string };
const keyOf = ({ forumId, block, room }: Of) => ({ forum_id: forumId, block, room });

/** `version` is the one that was read, 0 where there was none. @returns false where somebody else was first. */
export async function saveProceedingsDraft(
  db: Db,
  of: Of,
  { version, content, by }: { version: number; content: ProceedingsContent; by: string },
): Promise<boolean> {
  const row = { content: JSON.stringify(content), saved_by: by };
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await db.read
      .insertInto('proceedings_drafts')
      .values({ ...keyOf(of), ...row, version: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await db.read
    .updateTable('proceedings_drafts')
    .set({ ...row, version: version + 1, saved_at: sql<Date>`clock_timestamp()` })
    .where('forum_id', '=', of.forumId)
    .where('block', '=', of.block)
    .where('room', '=', of.room)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export const findProceedingsDraft = (db: Db, { forumId, block, room }: Of) =>
  db.read
    .selectFrom('proceedings_drafts')
    .select(['version', 'content', 'saved_at as savedAt', 'saved_by as savedBy'])
    .where('forum_id', '=', forumId)
    .where('block', '=', block)
    .where('room', '=', room)
    .executeTakeFirst();

/** The same text again changes nothing. */
export async function keepProceedingsText(db: Db, of: Of, hash: string, content: ProceedingsContent, by: string) {
  await db.read
    .insertInto('proceedings_texts')
    .values({ ...keyOf(of), hash, content: JSON.stringify(content), written_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
