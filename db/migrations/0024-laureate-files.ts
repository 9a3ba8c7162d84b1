// Photographs of laureates with credit and consent, and the slides of talks.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table files drop constraint files_kind_check;
alter table files add constraint files_kind_check check (kind in ('attachment', 'letter', 'supporting-letter', 'photo', 'slides'));
create table laureate_files (
  file_id uuid primary key references files (file_id), kind text not null check (kind in ('photo', 'slides')), laureate_id uuid not null,
  forum_id uuid, credit text not null default '', consent_by uuid, registered_by uuid not null,
  registered_at timestamptz not null default clock_timestamp(), removed_by uuid, removed_at timestamptz);
create index laureate_files_laureate on laureate_files (laureate_id, kind, registered_at);
`)
    .execute(db);
}
