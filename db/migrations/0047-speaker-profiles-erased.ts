// Whoever is erased takes along what was written for the programme: position, biography, name as printed.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create function erase_speaker_profiles() returns trigger language plpgsql as $$
begin
  delete from speaker_profiles where person_id = new.person_id;
  return new;
end $$;
create trigger people_erased_as_speakers after update of erased_at on people
  for each row when (new.erased_at is not null) execute function erase_speaker_profiles();
delete from speaker_profiles s using people p where p.person_id = s.person_id and p.erased_at is not null;
`)
    .execute(db);
}
