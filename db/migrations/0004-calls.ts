// Shared drafts: who started one, which section was saved when and by whom, and how its editors came and went.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table drafts add column in_house boolean not null default false, add column sections json not null default '{}';
update drafts d set in_house = true
where form = 'nomination' and exists (
  select 1 from grants g join cycles c on c.award = g.award
  where c.cycle_id = d.cycle_id and g.person_id = d.created_by and g.role = 'focal-point' and g.country = d.country);
create table editor_changes (
  change_id uuid primary key, form text not null, subject_id uuid not null, at timestamptz not null default clock_timestamp(),
  what text not null check (what in ('invited', 'joined', 'ended', 'named')), person_id uuid not null, actor uuid not null,
  reason text);
create index editor_changes_subject on editor_changes (form, subject_id, at);
`)
    .execute(db);
}
