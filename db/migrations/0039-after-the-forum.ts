// What comes after a forum: mission reports of delegations. Versions follow events; their texts, which are personal, stand beside.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table files drop constraint files_kind_check;
alter table files add constraint files_kind_check
  check (kind in ('attachment', 'letter', 'supporting-letter', 'photo', 'slides', 'redacted', 'report-picture'));
create table reports (
  forum_id uuid not null, country text not null, cycle_id uuid, latest int not null default 0, handed_in int, handed_in_by uuid,
  approved int, audience text, published int, superior uuid, note text, returned int, changed_at timestamptz not null,
  primary key (forum_id, country));
create table report_versions (
  forum_id uuid not null, country text not null, version int not null, hash text not null, source text not null,
  saved_by text not null, saved_at timestamptz not null, primary key (forum_id, country, version));
create table report_texts (
  forum_id uuid not null, country text not null, hash text not null, content json not null, written_by uuid not null,
  written_at timestamptz not null default clock_timestamp(), primary key (forum_id, country, hash));
create table report_pictures (
  file_id uuid primary key references files (file_id), forum_id uuid not null, country text not null, registered_by uuid not null,
  registered_at timestamptz not null default clock_timestamp());
create index report_pictures_of on report_pictures (forum_id, country);
-- What a report says about a person goes with the person, in every version.
create function erase_report_texts() returns trigger language plpgsql as $$
begin
  update report_texts set content = (content::jsonb || jsonb_build_object('parts', (
    select jsonb_agg(case when part ->> 'person' = new.person_id::text then part || '{"text": ""}' else part end order by place)
    from jsonb_array_elements(content::jsonb -> 'parts') with ordinality as of (part, place))))::json
  where content::text like '%' || new.person_id::text || '%';
  return new;
end $$;
create trigger people_erased_in_reports after update of erased_at on people
  for each row when (new.erased_at is not null) execute function erase_report_texts();
`)
    .execute(db);
}
