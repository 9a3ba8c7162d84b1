// What a file is for and when it came; receipts; supporting letters that were asked for.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table files
  add column kind text not null default 'attachment' check (kind in ('attachment', 'letter', 'supporting-letter')),
  add column field text, add column cycle_id uuid, add column country text, add column confidential boolean not null default false,
  add column arrived_at timestamptz;
create index files_letters on files (cycle_id, hash) where kind = 'letter';

-- A number is given once and for all: it is no read model that is made anew.
create table receipt_counters (
  cycle_id uuid not null, country text not null, category text not null, last int not null, primary key (cycle_id, country, category));
create table receipt_numbers (
  nomination_id uuid primary key, cycle_id uuid not null, country text not null, category text not null, number int not null,
  unique (cycle_id, country, category, number));
create table receipts (
  nomination_id uuid not null, version int not null, dossier text not null, files json not null, organisation json not null, title json not null,
  received_at timestamptz not null, received_from text not null, primary key (nomination_id, version));

create table letter_requests (
  request_id uuid primary key, nomination_id uuid not null, person_id uuid not null, field text not null, requested_by uuid not null,
  requested_at timestamptz not null default clock_timestamp(), file_id uuid);
create index letter_requests_nomination on letter_requests (nomination_id, requested_at);
`)
    .execute(db);
  // What was submitted before has its receipts and numbers too, in the order in which it came.
  await sql
    .raw(`
insert into receipts (nomination_id, version, dossier, files, organisation, title, received_at, received_from)
  select (data ->> 'nominationId')::uuid, (data ->> 'version')::int, data ->> 'dossier', data -> 'files', data -> 'organisation', data -> 'title',
    (meta ->> 'at')::timestamptz, meta ->> 'actor'
  from events where type in ('NominationSubmitted', 'NominationCorrected', 'ReturnAnswered', 'DossierAmended');
insert into receipt_numbers (nomination_id, cycle_id, country, category, number)
  select (data ->> 'nominationId')::uuid, (data ->> 'cycleId')::uuid, data ->> 'country', data ->> 'category',
    row_number() over (partition by data ->> 'cycleId', data ->> 'country', data ->> 'category' order by tx, position)
  from events where type = 'NominationSubmitted' and (data ->> 'version')::int = 1;
insert into receipt_counters (cycle_id, country, category, last)
  select cycle_id, country, category, max(number) from receipt_numbers group by cycle_id, country, category;
`)
    .execute(db);
}
