// Who is written to: people by their part in a cycle, a nomination, a panel or a forum.
import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import { activeEditor, findEditing } from '../../db/draft-editors.ts';
import { findHolders } from '../../db/read-models/holders.ts';
import { inConflict } from '../../db/read-models/judge-views.ts';
import { findCountry, groupOf } from '../../domain/definition-queries.ts';
import type { Phase } from '../../domain/phases.ts';
import { deskRoles, type Role } from '../../domain/roles.ts';

/** The cycle as letters speak of it. */
export type CycleFacts = Awaited<ReturnType<typeof getCycleFacts>>;

/** @throws NoResultError for a cycle that is not there: every event of a cycle comes after its planning. */
export const getCycleFacts = (db: Db, cycleId: string) =>
  db.read
    .selectFrom('cycles')
    .select(['cycle_id', 'award', 'title', 'zone', 'countries', 'scope', 'definition'])
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow();

export const findSecretariat = (db: Db, { award }: CycleFacts) => findHolders(db, ['secretariat'], { award });

/** The zone that governs a country's own instants. */
export const getCountryZone = ({ definition, zone }: CycleFacts, iso2: string): string =>
  findCountry(definition, iso2)?.zone ?? zone;

/** Holders of the roles in one country, or in every country of the cycle. */
export async function findDesks(
  db: Db,
  cycle: CycleFacts,
  roles: readonly Role[],
  country?: string,
): Promise<string[]> {
  const { award, countries } = cycle;
  if (country !== undefined) return findHolders(db, roles, { award, country });
  return (await Promise.all(countries.map((each) => findHolders(db, roles, { award, country: each })))).flat();
}

/** Whose work a phase is. */
export async function findWorkers(db: Db, cycle: CycleFacts, phase: Phase): Promise<string[]> {
  switch (phase) {
    case 'nomination':
    case 'announcement':
    case 'forum':
      return findDesks(db, cycle, ['focal-point']);
    case 'screening':
      return findDesks(db, cycle, deskRoles);
    case 'judging':
      return [...(await findDesks(db, cycle, ['focal-point'])), ...(await findJudges(db, cycle))];
    case 'decision':
      return findDesks(db, cycle, ['focal-point', 'approver']);
    case 'endorsement':
      return findDesks(db, cycle, ['endorser']);
  }
}

/** Those invited or serving; of one country, where it is named. */
export async function findJudges(db: Db, cycle: CycleFacts, country?: string): Promise<string[]> {
  let query = db.read
    .selectFrom('judges')
    .select('judge_id')
    .where('cycle_id', '=', cycle.cycle_id)
    .where('status', 'in', ['invited', 'accepted']);
  if (country !== undefined) query = query.where('country', '=', country);
  const rows = await query.execute();
  return rows.map((row) => row.judge_id);
}

/** Those who are asked to speak, or have said that they will. */
export async function findPresenters(db: Db, { cycle_id: cycleId }: CycleFacts): Promise<string[]> {
  const rows = await db.read
    .selectFrom('talks')
    .select('person_id')
    .where('cycle_id', '=', cycleId)
    .where('status', 'in', ['invited', 'confirmed'])
    .execute();
  return rows.map((row) => row.person_id);
}

/** Those who keep a panel: its country's focal points, or the secretariat where it judges for all. */
export function findKeepers(db: Db, cycle: CycleFacts, group: string): Promise<string[]> {
  const country = /^([A-Z]{2})-/.exec(group)?.[1];
  return country === undefined ? findSecretariat(db, cycle) : findDesks(db, cycle, ['focal-point'], country);
}

export async function findChairs(db: Db, cycleId: string, group: string): Promise<string[]> {
  const row = await db.read
    .selectFrom('panels')
    .select(['chair', 'deputy_chair'])
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .executeTakeFirst();
  return [row?.chair, row?.deputy_chair].flatMap((person) => person ?? []);
}

/** A nomination as letters speak of it, and the panel that it is before, formed or not. */
export async function findEntry(db: Db, nominationId: string) {
  const row = await db.read
    .selectFrom('nominations')
    .innerJoin('cycles', 'cycles.cycle_id', 'nominations.cycle_id')
    .select(['organisation', 'nominations.title', 'country', 'category', 'definition'])
    .where('nomination_id', '=', nominationId)
    .executeTakeFirstOrThrow();
  const { organisation, title, country, category, definition } = row;
  return { organisation, title, group: groupOf(definition, country, category) };
}

/** The judges with a sheet on the entry, less those who stepped back or are in conflict with it. */
export async function findReaders(db: Db, cycleId: string, nominationId: string): Promise<string[]> {
  const at = { cycle: sql.ref('s.cycle_id'), judge: sql.ref('s.judge_id'), entry: sql.ref('s.nomination_id') };
  const { rows } = await sql<{ judgeId: string }>`
    select distinct s.judge_id as "judgeId" from scorecards s
    where s.cycle_id = ${cycleId} and s.nomination_id = ${nominationId} and s.status <> 'recused'
      and not ${inConflict({ ...at, country: sql.ref('s.country') })}`.execute(db.read);
  return rows.map((row) => row.judgeId);
}

/** Those who work on the nomination: the editors of its draft who still can, and who submitted it unless that is over. */
export async function findEditors(db: Db, nominationId: string): Promise<string[]> {
  const [editing, row] = await Promise.all([
    findEditing(db, nominationId),
    db.read
      .selectFrom('nominations')
      .select('submitted_by')
      .where('nomination_id', '=', nominationId)
      .executeTakeFirst(),
  ]);
  const { editors = [], active = [] } = editing ?? {};
  const submitter = row === undefined || editors.includes(row.submitted_by) ? [] : [row.submitted_by];
  return [...active, ...submitter];
}

/**
 * The editors of what a cycle, or one country of it, still has open: drafts that were not submitted, and nominations that
 * are not rejected, withdrawn or disqualified.
 */
export async function findOpenEditors(db: Db, { cycle_id: cycleId }: CycleFacts, country?: string): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select distinct u.person
    from drafts d join cycles c on c.cycle_id = d.cycle_id left join nominations n on n.nomination_id = d.subject_id
      cross join lateral unnest(d.editors || n.submitted_by::uuid) as u(person)
    where d.form = 'nomination' and d.cycle_id = ${cycleId}::uuid and (${country ?? null}::text is null or d.country = ${country ?? null})
      and (n.status is null or n.status not in ('rejected', 'withdrawn', 'disqualified'))
      and (not u.person = any (d.editors) or ${activeEditor(sql`u.person`)}) and u.person is not null
    order by u.person`.execute(db.read);
  return rows.map(({ person }) => person);
}

/** Those who answer for laureates: their contacts, and who has worked on their nominations. */
export async function findLaureateContacts(db: Db, laureates: string[]): Promise<string[]> {
  if (laureates.length === 0) return [];
  const [contacts, named, editors] = await Promise.all([
    db.read
      .selectFrom('grants')
      .select('person_id')
      .where('role', '=', 'laureate-contact')
      .where('laureate_id', 'in', laureates)
      .where('revoked_at', 'is', null)
      .execute(),
    db.read.selectFrom('award_offers').select('contact').where('laureate_id', 'in', laureates).execute(),
    Promise.all(laureates.map((laureate) => findEditors(db, laureate))),
  ]);
  return [...contacts.map((row) => row.person_id), ...named.flatMap((row) => row.contact ?? []), ...editors.flat()];
}

/** The laureate as the signed decision named it; undefined before that. */
export const findLaureate = (db: Db, laureateId: string) =>
  db.read
    .selectFrom('laureates')
    .select(['country', 'organisation'])
    .where('laureate_id', '=', laureateId)
    .executeTakeFirst();
