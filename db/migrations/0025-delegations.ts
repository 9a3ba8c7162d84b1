// Delegations to a forum: who belongs to them by id, and apart from it what is personal about each participant.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table links drop constraint links_purpose_check;
alter table links add constraint links_purpose_check
  check (purpose in ('edit-nomination', 'consent', 'supporting-letter', 'laureate', 'participant'));
create table participants (
  participant_id uuid primary key, forum_id uuid not null, cycle_id uuid, country text not null, person_id uuid not null,
  capacity text not null, status text not null default 'registered' check (status in ('registered', 'withdrawn', 'replaced')),
  attendance text not null default 'expected' check (attendance in ('expected', 'present', 'absent')),
  replaced_by uuid, registered_at timestamptz not null);
create index participants_forum on participants (forum_id, country);
create index participants_person on participants (person_id);
create table participant_particulars (
  participant_id uuid primary key, person_id uuid not null, content json not null, version int not null default 1,
  command_id text not null, changed text[] not null default '{}', updated_by uuid not null, updated_at timestamptz not null default clock_timestamp());
create index participant_particulars_person on participant_particulars (person_id);
-- Whoever erases a person, and by whatever way: what is personal about the participant goes with it.
create function erase_particulars() returns trigger language plpgsql as $$
begin
  delete from participant_particulars where person_id = new.person_id;
  return new;
end $$;
create trigger people_erased after update of erased_at on people
  for each row when (new.erased_at is not null) execute function erase_particulars();
`)
    .execute(db);
}
