// What is known of judges' ties, what they opened before stepping back, and who was let in to what by two people.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
}

const tables = `
create table judge_bodies (
  cycle_id uuid not null, judge_id uuid not null, bodies text[] not null, saved_at timestamptz not null default clock_timestamp(),
  primary key (cycle_id, judge_id));
alter table judge_conflicts add column found text, add column settled_reason text, add column settled_by text, add column settled_at timestamptz;
create table judge_list_answers (
  answer_id uuid primary key, cycle_id uuid not null, judge_id uuid not null, named json not null, listed text[] not null,
  answered_at timestamptz not null default clock_timestamp());
create index judge_list_answers_judge on judge_list_answers (cycle_id, judge_id, answered_at);
create table dismissed_suggestions (
  cycle_id uuid not null, judge_id uuid not null, nomination_id uuid not null, because text not null, reason text not null,
  dismissed_by text not null, dismissed_at timestamptz not null, primary key (cycle_id, judge_id, nomination_id, because));
create table entry_openings (
  nomination_id uuid not null, judge_id uuid not null, part text not null, first_at timestamptz not null default clock_timestamp(),
  last_at timestamptz not null default clock_timestamp(), times int not null default 1, primary key (nomination_id, judge_id, part));
create table access_requests (
  request_id uuid primary key, person_id uuid not null, nomination_id uuid not null, cycle_id uuid not null, country text not null,
  reason text not null, hours int not null, requested_by uuid not null, requested_at timestamptz not null,
  state text not null check (state in ('waiting', 'agreed', 'refused', 'ended')),
  decided_by text, decided_at timestamptz, decided_reason text, until_at timestamptz);
create index access_requests_person on access_requests (person_id, nomination_id);
create index access_requests_cycle on access_requests (cycle_id, requested_at);
`;
