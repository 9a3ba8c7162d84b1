// What is kept of dossiers once a decision is signed, of what is circulated, and of awards that are offered.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table dossier_verifications (
  nomination_id uuid primary key, cycle_id uuid not null, status text not null check (status in ('verified', 'with-country', 'answered')),
  version int not null, note text not null default '', messages json, answer_by timestamptz, at timestamptz not null);
create index dossier_verifications_cycle on dossier_verifications (cycle_id);
create table signed_decisions (
  cycle_id uuid not null, panel_group text not null, number int not null, signature json not null, signed_by text not null, at timestamptz not null,
  primary key (cycle_id, panel_group, number));
create table award_offers (
  laureate_id uuid primary key, cycle_id uuid not null, panel_group text not null, offered_at timestamptz, answer_by timestamptz, set_at timestamptz,
  contact uuid, proof text, proof_text text, public_note json, revoked_at timestamptz);
create index award_offers_contact on award_offers (contact);
alter table published_laureates add column note json, add column corrected_at timestamptz, add column corrected boolean not null default false,
  add column revoked_at timestamptz, add column public_note json;
create table circulation_notes (fingerprint text primary key, cycle_id uuid not null, content json not null, created_at timestamptz not null default now());
`)
    .execute(db);
}
