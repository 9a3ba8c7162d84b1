// Links for people without an account.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table links (
  token_hash bytea primary key, purpose text not null check (purpose in ('edit-nomination', 'consent', 'supporting-letter', 'laureate')),
  person_id uuid not null, subject_id uuid not null, cycle_id uuid, detail json not null default '{}',
  created_at timestamptz not null default clock_timestamp(), expires_at timestamptz not null, ended_at timestamptz);
create index links_subject on links (subject_id, purpose);
create index links_person on links (person_id);
`)
    .execute(db);
}
