// What a forum's plan and its talks say more, who was asked to speak and what came of it, reserves, and profiles of speakers.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
  await sql.raw(wholePlans).execute(db);
}

const tables = `
alter table links drop constraint links_purpose_check;
alter table links add constraint links_purpose_check
  check (purpose in ('edit-nomination', 'consent', 'supporting-letter', 'laureate', 'participant', 'talk'));
alter table talks add column speaker_id uuid, add column instead_of uuid, add column zone text, add column busy json not null default '[]',
  add column wish int, add column needs_interpretation boolean, add column fit json not null default '{}';
create index talks_speaker on talks (speaker_id);
create table talk_askings (
  forum_id uuid not null, laureate_id uuid not null, asked_at timestamptz not null, person_id uuid not null,
  outcome text not null check (outcome in ('waiting', 'confirmed', 'declined', 'lapsed', 'replaced')), outcome_at timestamptz, reason text,
  primary key (forum_id, laureate_id, asked_at, person_id));
create table talk_reserves (
  forum_id uuid not null, laureate_id uuid not null, cycle_id uuid, kind text not null, country text not null, category text not null,
  organisation json not null, place int not null, named_at timestamptz not null, primary key (forum_id, laureate_id));
create table speaker_profiles (
  forum_id uuid not null, laureate_id uuid not null, person_id uuid not null, position json not null, biography json not null,
  printed_name text, updated_at timestamptz not null default clock_timestamp(), updated_by text not null,
  primary key (forum_id, laureate_id, person_id));
insert into talk_askings (forum_id, laureate_id, asked_at, person_id, outcome)
  select forum_id, laureate_id, answer_by, person_id, case when status in ('presented', 'absent') then 'confirmed' when status = 'invited' then 'waiting' else status end
  from talks;
`;

/** Plans made before these were asked for get what stands for what was not said. */
const wholePlans = `
update forums set plan = (
  jsonb_build_object(
    'mode', 'in-person', 'walks', '[]'::jsonb, 'remoteHours', '{"from": 480, "to": 1200}'::jsonb, 'moderators', '[]'::jsonb,
    'moderatorMaxSessions', 2, 'moderatorOwnCountry', 'allowed', 'rapporteurs', '[]'::jsonb, 'interpreters', '[]'::jsonb,
    'items', '[]'::jsonb, 'protocol', 'english-name', 'spread', '{"countries": 3}'::jsonb,
    'interpretation', jsonb_build_object('working', plan::jsonb -> 'languages', 'teams', '{}'::jsonb),
    'points', '{"unplaced": 100000, "movedSession": 1000, "movedWithin": 100, "vacantModerator": 2000, "missingCategory": 500, "countryShort": 500,
      "aboveShare": 50, "interpretation": 30, "themeMisfit": 10, "moderatorMisfit": 5, "wish": 2}'::jsonb)
  || plan::jsonb
  || jsonb_build_object('rooms', (select jsonb_agg('{"booths": 0}'::jsonb || room) from jsonb_array_elements(plan::jsonb -> 'rooms') room)))::json;
`;
