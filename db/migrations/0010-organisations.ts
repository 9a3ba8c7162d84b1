// The register of organisations, the record of earlier editions, and ceremonies.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
}

const tables = `
create table organisations (
  organisation_id uuid primary key, award text not null, country text not null, names json not null, former json not null default '[]',
  registration json, registration_key text, nomination_id uuid, registered boolean not null, merged_into uuid, survivor uuid not null,
  parts text[] not null, registered_at timestamptz not null);
create index organisations_survivor on organisations (survivor);
create index organisations_parts on organisations using gin (parts);
create index organisations_registration on organisations (registration_key) where registration_key is not null;
create index nominations_organisation on nominations (organisation_id);
create table organisation_distinctions (organisation_id uuid not null, other_id uuid not null, primary key (organisation_id, other_id));
create table historic_laureates (
  laureate_key text primary key, organisation_id uuid not null, award text not null, edition int, year int, country text not null,
  category text not null, basis text not null, printed text, note text, sources json not null, names json not null, recorded_at timestamptz not null);
create index historic_laureates_organisation on historic_laureates (organisation_id);
create index historic_laureates_award on historic_laureates (award, edition);
create table historic_editions (
  award text not null, number int not null, year int not null, facts json not null, recorded_at timestamptz not null, primary key (award, number));
create table ceremonies (
  cycle_id uuid primary key, starts_at timestamptz not null, zone text not null, venue json, mode text not null, ord uuid[] not null,
  planned_at timestamptz not null);
create table ceremony_laureates (
  laureate_id uuid primary key, cycle_id uuid not null, how text, person_id uuid, office text, conferred_at timestamptz);
create index ceremony_laureates_cycle on ceremony_laureates (cycle_id);
`;
