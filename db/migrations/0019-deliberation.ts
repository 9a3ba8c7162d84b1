// What a panel notes of its entries while it deliberates, and histories by what they are of.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
}

const tables = `
create table panel_notes (
  note_id uuid primary key, cycle_id uuid not null, panel_group text not null, nomination_id uuid not null, author_id uuid not null,
  version int not null default 1, text text not null, written_at timestamptz not null default now(), revised_at timestamptz);
create index panel_notes_entry on panel_notes (cycle_id, panel_group, nomination_id, written_at);
create table panel_note_versions (
  note_id uuid not null references panel_notes on delete cascade, version int not null, text text not null,
  written_at timestamptz not null, primary key (note_id, version));
create index history_stream on history (stream_id, tx, position);
create index history_forum on history (forum_id, tx, position);
`;
