// Signatures by letter that wait for a second person: a task of all who may confirm them, and not of who recorded them.
import { sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { getCountry, stepUntil } from './country-views.ts';
import type { HeldRole, Task, TaskHolder } from './tasks.ts';

type Row = {
  cycleId: string;
  group: string | null;
  country: string | null;
  category: string;
  title: Texts;
  zone: string;
  dueAt: Date | null;
};

export async function findConfirmingTasks(db: Db, { personId, roles }: TaskHolder): Promise<Task[]> {
  const [forwarding, decisions] = await Promise.all([
    findForwarding(db, personId, roles),
    findDecisions(db, personId, roles),
  ]);
  const open = forwarding.map(async (row) => {
    const { cycleId, country, category } = row;
    const step = country === null ? null : stepUntil(await getCountry(db, cycleId, country), 'screening', category);
    return step === null ? [] : [taskOf(row, step.until)];
  });
  return [
    ...(await Promise.all(open)).flat(),
    ...decisions.map((row) => taskOf(row, row.dueAt?.toISOString() ?? null)),
  ];
}

function taskOf({ cycleId, group, country, category, title, zone }: Row, dueAt: string | null): Task {
  const link = group === null ? `cycles/${cycleId}/countries/${country}` : `panels/${cycleId}~${group}`;
  const about = { cycleId, country, category, title, zone, dueAt, count: 1 };
  return { kind: 'confirm-signature', ...about, link: `/api/v1/${link}` };
}

const officesOf = (roles: HeldRole[]) =>
  sql`${roles.flatMap(({ role, award }) => (role === 'secretariat' && award !== null ? [award] : []))}::text[]`;

/** Pairs of award and country. */
function desksOf(roles: HeldRole[], ...names: string[]) {
  const held = roles.filter(({ role }) => names.includes(role));
  const [awards, countries] = [held.map(({ award }) => award), held.map(({ country }) => country)];
  return sql`(select * from unnest(${awards}::text[], ${countries}::text[]))`;
}

/** Who has checked a nomination that is on the sheet does not confirm what signs it. */
async function findForwarding(db: Db, personId: string, roles: HeldRole[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select w.cycle_id as "cycleId", null as "group", w.country, w.category, c.title, c.zone, null as "dueAt"
    from waiting_signatures w join cycles c on c.cycle_id = w.cycle_id and c.status = 'running'
    where w.panel_group is null and w.recorded_by <> ${personId}
      and (c.award = any (${officesOf(roles)}) or (c.award, w.country) in ${desksOf(roles, 'approver', 'focal-point')})
      and not exists (select 1 from nominations n join nomination_checks k using (nomination_id)
        where n.cycle_id = w.cycle_id and n.country = w.country and n.category = w.category
          and n.status = 'forwarded' and k.recorded_by = ${personId})
    order by w.cycle_id, w.subject`.execute(db.read);
  return rows;
}

/** By who leads the panel, the country's approver or the secretariat. */
async function findDecisions(db: Db, personId: string, roles: HeldRole[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select w.cycle_id as "cycleId", w.panel_group as "group", p.country, p.category, c.title, c.zone, coalesce(
      (select closes_at from country_phases where cycle_id = p.cycle_id and iso2 = p.country and phase = 'decision'),
      (select closes_at from cycle_phases where cycle_id = p.cycle_id and phase = 'decision')) as "dueAt"
    from waiting_signatures w join cycles c on c.cycle_id = w.cycle_id and c.status = 'running'
      join panels p on p.cycle_id = w.cycle_id and p.panel_group = w.panel_group and p.status = 'decided'
    where w.recorded_by <> ${personId}
      and (${personId}::uuid in (p.chair, p.deputy_chair) or c.award = any (${officesOf(roles)})
        or (c.award, p.country) in ${desksOf(roles, 'approver')})
    order by w.cycle_id, w.subject`.execute(db.read);
  return rows;
}
