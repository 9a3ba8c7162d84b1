// Tasks of a country's people: forms to submit and correct, the screening queue, the forwarding, the panels.

import { sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import { isDesk } from '../../domain/roles.ts';
import type { Db } from '../database.ts';
import { orphaned } from '../draft-editors.ts';
import { type CountryDesk, getCountry, stepUntil } from './country-views.ts';
import { awardsOf, findRunningCycles, type RunningCycle, type Task, type TaskHolder } from './tasks.ts';

const isOfCountry = (role: string) => role === 'applicant' || isDesk(role);
type Place = { cycle: RunningCycle; desk: CountryDesk; roles: string[]; personId: string };

export async function findCountryTasks(db: Db, { personId, roles }: TaskHolder): Promise<Task[]> {
  const held = roles.filter(({ role }) => isOfCountry(role));
  const cycles = await findRunningCycles(db, awardsOf(held));
  const places = cycles.flatMap((cycle) => {
    const here = held.filter(({ award, country }) => award === cycle.award && cycle.countries.includes(country ?? ''));
    return [...new Set(here.flatMap(({ country }) => country ?? []))].map((iso2) => {
      return { cycle, iso2, roles: here.filter(({ country }) => country === iso2).map(({ role }) => role) };
    });
  });
  const found = places.map(async ({ cycle, iso2, roles: heldHere }) => {
    const desk = await getCountry(db, cycle.cycle_id, iso2);
    const place = { cycle, desk, roles: heldHere, personId };
    return [
      ...(await formTasks(db, place)),
      ...(await orphanTasks(db, place)),
      ...(await screeningTasks(db, place)),
      ...signingTasks(place),
    ];
  });
  return (await Promise.all(found)).flat();
}

function taskOf({ cycle, desk }: Place, task: Pick<Task, 'kind' | 'link'> & Partial<Task>): Task {
  return {
    cycleId: cycle.cycle_id,
    country: desk.iso2,
    category: null,
    title: cycle.title,
    count: 1,
    dueAt: null,
    zone: desk.zone,
    ...task,
  };
}

/** Forms that the person edits: not submitted yet, or come back. */
async function formTasks(db: Db, place: Place): Promise<Task[]> {
  const { cycle, desk, personId } = place;
  const rows = await db.read
    .selectFrom('drafts')
    .leftJoin('nominations', 'nominations.nomination_id', 'drafts.subject_id')
    .select(['drafts.subject_id', 'drafts.category', 'status', 'organisation', 'correct_by'])
    .where('drafts.form', '=', 'nomination')
    .where('drafts.cycle_id', '=', cycle.cycle_id)
    .where('drafts.country', '=', desk.iso2)
    .where(sql<boolean>`${personId}::uuid = any (drafts.editors)`)
    .where((eb) => eb.or([eb('status', 'is', null), eb('status', '=', 'returned')]))
    .execute();
  return rows.flatMap(({ subject_id, category, status, organisation, correct_by }): Task[] => {
    const about = { category, link: `/api/v1/drafts/nomination/${subject_id}`, title: organisation ?? cycle.title };
    if (status !== null)
      return [taskOf(place, { kind: 'correct-nomination', ...about, dueAt: correct_by?.toISOString() ?? null })];
    const open = stepUntil(desk, 'nomination', category);
    return open === null ? [] : [taskOf(place, { kind: 'submit-nomination', ...about, dueAt: open.until })];
  });
}

/** Forms that wait for somebody to edit them: the focal point names one. */
async function orphanTasks(db: Db, place: Place): Promise<Task[]> {
  const { cycle, desk, roles } = place;
  if (!roles.includes('focal-point')) return [];
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from drafts d join cycles c on c.cycle_id = d.cycle_id
      left join nominations n on n.nomination_id = d.subject_id
    where d.form = 'nomination' and d.cycle_id = ${cycle.cycle_id} and d.country = ${desk.iso2} and ${orphaned}
      and (n.status = 'returned' or (n.nomination_id is null and ${desk.phase === 'nomination'}))`.execute(db.read);
  const count = rows[0]?.n ?? 0;
  const link = `/api/v1/cycles/${cycle.cycle_id}/drafts?country=${desk.iso2}&orphaned=true`;
  return count === 0
    ? []
    : [taskOf(place, { kind: 'name-editor', link, count, dueAt: desk.closesAt.nomination ?? null })];
}

async function screeningTasks(db: Db, place: Place): Promise<Task[]> {
  const { cycle, desk, roles, personId } = place;
  const until = (category: string) => stepUntil(desk, 'screening', category);
  if (!roles.some((role) => role === 'screener' || role === 'approver')) return [];
  if (desk.categories.every(({ category }) => until(category) === null)) return [];
  const { rows } = await sql<{ id: string; category: string; organisation: Texts; proposed: boolean }>`
    select n.nomination_id as id, n.category, n.organisation, n.status = 'rejection-proposed' as proposed
    from nominations n join cycles c on c.cycle_id = n.cycle_id
    where n.cycle_id = ${cycle.cycle_id} and n.country = ${desk.iso2} and (
      (n.status = 'submitted' and (select count(*) from nomination_checks k where k.nomination_id = n.nomination_id)
        < json_array_length(c.definition -> 'checklist'))
      or (n.status = 'rejection-proposed' and n.proposed_by <> ${personId}))
    order by n.nomination_id`.execute(db.read);
  const link = `/api/v1/cycles/${cycle.cycle_id}/countries/${desk.iso2}`;
  const queues = desk.categories.flatMap(({ category }): Task[] => {
    const count = rows.filter((row) => row.category === category && !row.proposed).length;
    const open = until(category);
    if (count === 0 || open === null || !roles.includes('screener')) return [];
    return [taskOf(place, { kind: 'screen-nominations', category, count, link, dueAt: open.until })];
  });
  const rejections = rows.flatMap(({ id, category, organisation: title, proposed }): Task[] => {
    const open = until(category);
    if (!proposed || open === null) return [];
    const about = { category, title, link: `/api/v1/nominations/${id}` };
    return [taskOf(place, { kind: 'confirm-rejection', ...about, dueAt: open.until })];
  });
  return [...queues, ...rejections];
}

/** Categories to be signed; then panels to be formed, and decisions taken on paper to be signed. */
function signingTasks(place: Place): Task[] {
  const { cycle, desk, roles } = place;
  const link = `/api/v1/cycles/${cycle.cycle_id}/countries/${desk.iso2}`;
  return desk.categories.flatMap(({ category, status, panel }): Task[] => {
    const screening = stepUntil(desk, 'screening', category);
    if (screening !== null && roles.includes('approver') && status === 'open')
      return [taskOf(place, { kind: 'sign-forwarding', category, link, dueAt: screening.until })];
    const judging = stepUntil(desk, 'judging', category) ?? stepUntil(desk, 'decision', category);
    const mayForm =
      cycle.scope === 'national' && roles.includes('focal-point') && status === 'signed' && panel === null;
    if (judging !== null && mayForm)
      return [taskOf(place, { kind: 'form-panel', category, link, dueAt: judging.until })];
    return [];
  });
}
