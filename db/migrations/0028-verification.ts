// What makes results checkable: secrets of pseudonyms, commitments to judges' names, signed heads, keys, and published bundles.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table panel_secrets (
  cycle_id uuid not null, panel_group text not null, secret text not null, primary key (cycle_id, panel_group));
create table judge_commitments (
  cycle_id uuid not null, judge_id uuid not null, salt text, name text, commitment text not null, primary key (cycle_id, judge_id));
create table signing_keys (public_key text primary key, since timestamptz not null default clock_timestamp());
create table signed_heads (
  cycle_id uuid not null, panel_group text not null, size int not null, head json not null, primary key (cycle_id, panel_group, size));
create table bundles (
  hash text not null, publication text not null, nomination_id uuid, cycle_id uuid not null, panel_group text not null, content text not null,
  primary key (publication, hash));
create index bundles_hash on bundles (hash);
create index bundles_nomination on bundles (nomination_id) where nomination_id is not null;
create table published_bundles (
  event_id uuid primary key, cycle_id uuid not null, panel_group text not null, audience text not null, number int not null,
  hash text not null, published_by text not null, published_at timestamptz not null);
create index published_bundles_panel on published_bundles (cycle_id, panel_group, published_at);
-- Whoever is erased takes name and salt along: the commitment stays, and nobody can open it any more.
create function forget_committed_name() returns trigger language plpgsql as $$
begin
  update judge_commitments set salt = null, name = null where judge_id = new.person_id;
  return null;
end $$;
create trigger forget_committed_name after update of erased_at on people
  for each row when (new.erased_at is not null) execute function forget_committed_name();
`)
    .execute(db);
}
