// What people look at and work on: the in-transaction read models, and the tables that are no events.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(stored).execute(db);
  await sql.raw(awards).execute(db);
  await sql.raw(judging).execute(db);
  await sql.raw(forum).execute(db);
  await sql.raw(operational).execute(db);
}

/** Content that events refer to, and people, who are nowhere else. */
const stored = `
create table people (
  person_id uuid primary key, email text not null, name text not null, language text not null default 'en', zone text,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(), erased_at timestamptz);
create unique index people_email on people (lower(email)) where erased_at is null;
create table people_audit (
  person_id uuid not null, at timestamptz not null default clock_timestamp(), actor text not null, what text not null);
create index people_audit_person on people_audit (person_id, at);
create table invitations (
  token_hash bytea primary key, person_id uuid not null, expires_at timestamptz not null, used_at timestamptz);
create index invitations_person on invitations (person_id);
create table drafts (
  form text not null, subject_id uuid not null, cycle_id uuid, country text, category text, content json not null, files json not null default '[]',
  version int not null, saved_by uuid not null, saved_at timestamptz not null default clock_timestamp(), created_by uuid not null, editors uuid[] not null,
  primary key (form, subject_id));
create index drafts_country on drafts (cycle_id, country, subject_id);
create table dossiers (hash text primary key, content json not null, created_at timestamptz not null default now());
create table files (
  file_id uuid primary key, hash text not null, name text not null, size int8 not null, type text not null, language text, subject_id uuid,
  owner uuid not null, state text not null check (state in ('registered', 'arrived', 'erased')), registered_at timestamptz not null default now());
create index files_subject on files (subject_id);
create table mails (
  mail_id uuid primary key, key text not null unique, kind text not null, person_id uuid not null, cycle_id uuid, forum_id uuid, country text,
  language text not null, subject text not null, body text not null, secret text,
  state text not null default 'due' check (state in ('due', 'sent', 'kept', 'undeliverable')),
  attempts int not null default 0, created_at timestamptz not null default clock_timestamp(), next_at timestamptz not null default now(),
  sent_at timestamptz, problem text);
create index mails_due on mails (next_at) where state = 'due';
create index mails_cycle on mails (cycle_id, created_at, mail_id);
`;

const awards = `
create table grants (
  grant_id uuid primary key, person_id uuid not null, role text not null, award text, country text, forum_id uuid, nomination_id uuid, laureate_id uuid,
  from_at timestamptz not null, until_at timestamptz, revoked_at timestamptz, granted_by text not null);
create index grants_person on grants (person_id);
create index grants_scope on grants (role, award, country);
create table cycles (
  cycle_id uuid primary key, slug text not null unique, award text not null, number int not null, year int not null, title json not null,
  host text, zone text not null, scope text not null, countries text[] not null, categories text[] not null, status text not null,
  definition json not null, definition_hash text not null, settings json not null, planned_at timestamptz not null);
create table cycle_phases (
  cycle_id uuid not null, phase text not null, status text not null, opens_at timestamptz, closes_at timestamptz,
  opened_at timestamptz, closed_at timestamptz, primary key (cycle_id, phase));
create table country_phases (
  cycle_id uuid not null, iso2 text not null, phase text not null, closes_at timestamptz, closed_at timestamptz, primary key (cycle_id, iso2, phase));
create table country_categories (
  cycle_id uuid not null, iso2 text not null, category text not null, status text not null default 'open', ranking uuid[] not null default '{}',
  decided_at timestamptz, primary key (cycle_id, iso2, category));
create table nominations (
  nomination_id uuid primary key, cycle_id uuid not null, country text not null, category text not null, status text not null, version int not null,
  organisation_id uuid not null, organisation json not null, title json not null, dossier text not null, files json not null default '[]',
  submitted_by uuid not null, submitted_at timestamptz not null, correct_by timestamptz, returned json, proposed_by text, updated_at timestamptz not null);
create index nominations_country on nominations (cycle_id, country, category, nomination_id);
create table nomination_checks (
  nomination_id uuid not null, item text not null, version int not null, outcome text not null, note text not null, recorded_by text not null,
  recorded_at timestamptz not null, primary key (nomination_id, item));
create table laureates (
  laureate_id uuid primary key, cycle_id uuid not null, panel_group text not null, country text not null, category text not null,
  organisation json not null, place text not null, ord int not null, decision int not null, endorsed_at timestamptz, held boolean not null default false,
  answer text, replaced_by uuid, source text, current boolean not null);
create index laureates_cycle on laureates (cycle_id, panel_group, place, ord);
`;

const judging = `
create table judges (
  cycle_id uuid not null, judge_id uuid not null, groups text[] not null, country text, status text not null, terms text, languages text[] not null default '{}',
  themes text[] not null default '{}', capacity int, finished text[] not null default '{}', primary key (cycle_id, judge_id));
create index judges_judge on judges (judge_id);
create table judge_conflicts (
  cycle_id uuid not null, judge_id uuid not null, nomination_id uuid not null, kind text not null, reason text not null, status text not null,
  declared_at timestamptz not null, primary key (cycle_id, judge_id, nomination_id));
create table panels (
  cycle_id uuid not null, panel_group text not null, country text, category text not null, status text not null, entries json not null,
  judges uuid[] not null, reserves uuid[] not null, chair uuid, deputy_chair uuid, round text not null, tally json, sheets json, decision json,
  decision_number int not null default 0, reasons text, source text, formed_at timestamptz not null, signed_at timestamptz,
  primary key (cycle_id, panel_group));
create table scorecards (
  nomination_id uuid not null, judge_id uuid not null, round text not null, cycle_id uuid not null, panel_group text not null, country text not null,
  category text not null, dossier_version int not null, status text not null, points json, comments text, version int not null, assigned_at timestamptz not null,
  submitted_at timestamptz, primary key (nomination_id, judge_id, round));
create index scorecards_panel on scorecards (cycle_id, panel_group, nomination_id);
create index scorecards_judge on scorecards (judge_id, cycle_id);
`;

const forum = `
create table forums (
  forum_id uuid primary key, cycle_id uuid, number int not null, name json not null, plan json not null, requested uuid, releases int not null default 0,
  planned_at timestamptz not null);
create index forums_cycle on forums (cycle_id);
create table talks (
  forum_id uuid not null, laureate_id uuid not null, cycle_id uuid, person_id uuid not null, country text not null, category text not null,
  organisation json not null, status text not null, answer_by timestamptz not null, topics json not null default '[]', theme text, language text not null default 'en',
  mode text not null default 'in-person', windows json not null default '[]', reconfirmed int, primary key (forum_id, laureate_id));
create index talks_person on talks (person_id);
create table working_placements (
  forum_id uuid not null, talk uuid not null, block text, room text, slot int, pinned boolean not null default false, reasons json, primary key (forum_id, talk));
`;

/** Kept by asynchronous projections, by the worker, or both; all can be rebuilt or lost without harm. */
const operational = `
create table history (
  event_id uuid primary key, tx xid8 not null, position int8 not null, at timestamptz not null, type text not null, stream_id text not null,
  version int not null, actor text not null, role text not null, cycle_id uuid, country text, category text, panel_group text, nomination_id uuid,
  judge_id uuid, forum_id uuid, person_id uuid, detail json not null);
create index history_place on history (tx, position);
create index history_nomination on history (nomination_id, tx, position);
create index history_cycle on history (cycle_id, tx, position);
create table published_laureates (
  laureate_id uuid primary key, cycle_id uuid not null, country text not null, category text not null, organisation json not null,
  stage text not null, published_at timestamptz not null);
create index published_laureates_cycle on published_laureates (cycle_id, country, category);
create table published_schedules (
  forum_id uuid not null, number int not null, name text not null, note text not null, released_at timestamptz not null, placements json not null,
  unplaced json not null, moved json not null, primary key (forum_id, number));
create table proposals (
  proposal_id uuid primary key, kind text not null, cycle_id uuid, panel_group text, forum_id uuid, state text not null, progress real not null default 0,
  objective int8, bound int8, problem text, requested_by text not null, requested_at timestamptz not null, finished_at timestamptz);
create table process_attention (
  workflow_id text primary key, step text not null, problem text not null, since timestamptz not null default now(), tries int not null default 1);
create table relay_parked (
  event_id uuid primary key, type text not null, stream_id text not null, problem text not null, parked_at timestamptz not null default now());
`;
