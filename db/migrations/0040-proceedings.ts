// The proceedings of a forum: drafts that are saved as they are written, what was recorded of each session, and which is public.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table proceedings (
  forum_id uuid not null, block text not null, room text not null, latest int not null default 0, published int,
  changed_at timestamptz not null, primary key (forum_id, block, room));
create table proceedings_versions (
  forum_id uuid not null, block text not null, room text not null, version int not null, hash text not null,
  recorded_at timestamptz not null, primary key (forum_id, block, room, version));
create table proceedings_texts (
  forum_id uuid not null, block text not null, room text not null, hash text not null, content json not null,
  written_by uuid not null, written_at timestamptz not null default clock_timestamp(), primary key (forum_id, block, room, hash));
create table proceedings_drafts (
  forum_id uuid not null, block text not null, room text not null, version int not null, content json not null,
  saved_by uuid not null, saved_at timestamptz not null default clock_timestamp(), primary key (forum_id, block, room));
`)
    .execute(db);
}
