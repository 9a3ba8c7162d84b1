// What is kept of dossiers once a decision is signed.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table dossier_verifications (
  nomination_id uuid primary key, cycle_id uuid not null, status text not null check (status in ('verified', 'with-country', 'answered')),
  version int not null, note text not null default '', messages json, answer_by timestamptz, at timestamptz not null);
create index dossier_verifications_cycle on dossier_verifications (cycle_id);
`)
    .execute(db);
}
