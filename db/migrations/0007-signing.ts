// How people are told apart and how they sign: second factors, shared mailboxes, the names on signed letters.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
}

const tables = `
create table second_factors (
  person_id uuid primary key, secret bytea, confirmed_at timestamptz, last_step int not null default 0, recovery text[] not null default '{}',
  failures int not null default 0, locked_until timestamptz, changed_at timestamptz not null default clock_timestamp());
create table waiting_signatures (
  cycle_id uuid not null, subject text not null, country text, category text, panel_group text, letter text not null, reference text not null,
  date text, office text, signatory_id uuid, recorded_by text not null, recorded_at timestamptz not null, primary key (cycle_id, subject));
create table counter_checks (
  event_id uuid primary key, nomination_id uuid not null, version int not null, subject text not null, cycle_id uuid not null, country text not null,
  category text not null, reason text not null, checked_by text not null, checked_at timestamptz not null);
create index counter_checks_cycle on counter_checks (cycle_id, event_id);
create table signatories (signatory_id uuid primary key, name text not null, created_at timestamptz not null default now());
alter table people add column mailbox text;
create index people_mailbox on people (lower(coalesce(mailbox, email))) where erased_at is null;
`;
