// What is printed of a person who speaks: position, biography, name; written by that person, or the forum's desk.
import { sql } from 'kysely';
import type { Texts } from '../domain/messages.ts';
import type { Db } from './database.ts';

export type SpeakerProfile = { position: Texts; biography: Texts; printedName: string | null };
type Of = { forumId: string; laureateId: string; personId: string };

/** Null where nothing was said, or once the person was erased. */
export async function findProfile(db: Db, { forumId, laureateId, personId }: Of): Promise<SpeakerProfile | null> {
  const row = await db.read
    .selectFrom('speaker_profiles as s')
    .innerJoin('people as p', 'p.person_id', 's.person_id')
    .select(['s.position', 's.biography', 's.printed_name'])
    .where('s.forum_id', '=', forumId)
    .where('s.laureate_id', '=', laureateId)
    .where('s.person_id', '=', personId)
    .where('p.erased_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { position: row.position, biography: row.biography, printedName: row.printed_name };
}

/** The newest stands; who wrote it is noted, and what was said before is not kept. */
export async function writeProfile(db: Db, of: Of, said: SpeakerProfile, actor: string): Promise<void> {
  const content = {
    position: JSON.stringify(said.position),
    biography: JSON.stringify(said.biography),
    printed_name: said.printedName,
    updated_by: actor,
  };
  await sql`
    with written as (${db.read
      .insertInto('speaker_profiles')
      .values({ forum_id: of.forumId, laureate_id: of.laureateId, person_id: of.personId, ...content })
      .onConflict((conflict) =>
        conflict
          .columns(['forum_id', 'laureate_id', 'person_id'])
          .doUpdateSet({ ...content, updated_at: sql<Date>`clock_timestamp()` }),
      )
      .returning('person_id')})
    insert into people_audit (person_id, actor, what) select person_id, ${actor}, 'speaker' from written`.execute(
    db.read,
  );
}
