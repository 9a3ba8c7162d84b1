// What members of a panel note of an entry while they deliberate: each note its author's, its former versions kept.
import { sql } from 'kysely';
import type { Db } from './database.ts';

export type NoteLine = {
  noteId: string;
  author: string;
  name: string;
  version: number;
  text: string;
  writtenAt: string;
  revisedAt: string | null;
  former: { version: number; text: string; writtenAt: string }[];
};
type Row = Omit<NoteLine, 'writtenAt' | 'revisedAt'> & { writtenAt: Date; revisedAt: Date | null };
type Of = { cycleId: string; group: string; nominationId: string };

/** The oldest first; with `author` that person's alone. The names of erased persons are gone. */
export async function findNotes(db: Db, { cycleId, group, nominationId }: Of, author: string | null) {
  const { rows } = await sql<Row>`
    select n.note_id as "noteId", n.author_id as author, coalesce(p.name, '') as name, n.version, n.text,
      n.written_at as "writtenAt", n.revised_at as "revisedAt",
      (select coalesce(json_agg(json_build_object('version', v.version, 'text', v.text, 'writtenAt', v.written_at) order by v.version), '[]')
        from panel_note_versions v where v.note_id = n.note_id) as former
    from panel_notes n left join people p on p.person_id = n.author_id and p.erased_at is null
    where n.cycle_id = ${cycleId} and n.panel_group = ${group} and n.nomination_id = ${nominationId}
      and (${author}::uuid is null or n.author_id = ${author}::uuid)
    order by n.written_at, n.note_id`.execute(db.read);
  return rows.map(
    (row): NoteLine => ({
      ...row,
      writtenAt: row.writtenAt.toISOString(),
      revisedAt: row.revisedAt?.toISOString() ?? null,
      former: row.former.map((one) => ({ ...one, writtenAt: new Date(one.writtenAt).toISOString() })),
    }),
  );
}

/** The same note again is written once. */
export async function writeNote(db: Db, note: Of & { noteId: string; author: string; text: string }): Promise<void> {
  const { noteId, cycleId, group, nominationId, author, text } = note;
  await db.read
    .insertInto('panel_notes')
    .values({
      note_id: noteId,
      cycle_id: cycleId,
      panel_group: group,
      nomination_id: nominationId,
      author_id: author,
      text,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Puts a new text on top of the version that was read, which is kept. @returns false where that is not the newest. */
export async function reviseNote(db: Db, noteId: string, version: number, text: string): Promise<boolean> {
  const { rows } = await sql`
    with old as (select note_id, version, text, coalesce(revised_at, written_at) as at from panel_notes
        where note_id = ${noteId} and version = ${version} for update),
      kept as (insert into panel_note_versions (note_id, version, text, written_at) select note_id, version, text, at from old
        on conflict do nothing)
    update panel_notes n set text = ${text}, version = n.version + 1, revised_at = now()
    from old where n.note_id = old.note_id and n.version = old.version returning n.note_id`.execute(db.read);
  return rows.length > 0;
}
