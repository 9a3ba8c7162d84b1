// Tasks of those who answer what others ask for: objections to rejections, and changes of forwarded dossiers.
import { sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { inConflict } from './judge-views.ts';
import { awardsOf, type Task, type TaskHolder } from './tasks.ts';

type Row = {
  id: string;
  cycleId: string;
  country: string;
  category: string;
  title: Texts;
  zone: string;
  dueAt: Date | null;
};

export async function findLeaveTasks(db: Db, { personId, roles }: TaskHolder): Promise<Task[]> {
  const awards = awardsOf(roles.filter(({ role }) => role === 'secretariat'));
  const [objections, amendments] = await Promise.all([
    awards.length === 0 ? [] : findObjections(db, personId, awards),
    roles.some(({ role }) => role === 'chair' || role === 'deputy-chair') ? findAmendments(db, personId) : [],
  ]);
  return [
    ...objections.map((row) => taskOf('settle-rejection', row)),
    ...amendments.map((row) => taskOf('answer-amendment', row)),
  ];
}

const taskOf = (kind: Task['kind'], { id, dueAt, ...about }: Row): Task => ({
  ...{ kind, ...about, count: 1, dueAt: dueAt?.toISOString() ?? null, link: `/api/v1/nominations/${id}` },
});

/** Not those to a rejection that the person has proposed. */
async function findObjections(db: Db, personId: string, awards: string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select n.nomination_id as id, n.cycle_id as "cycleId", n.country, n.category, n.organisation as title, c.zone, null as "dueAt"
    from nominations n join cycles c on c.cycle_id = n.cycle_id and c.status = 'running'
    where n.objection = 'open' and c.award = any (${awards}::text[]) and n.proposed_by is distinct from ${personId}
    order by n.nomination_id`.execute(db.read);
  return rows;
}

/** By the title alone, until scoring ends; what is in conflict with the one who leads is the other's. */
async function findAmendments(db: Db, personId: string): Promise<Row[]> {
  const at = { cycle: sql.ref('p.cycle_id'), judge: sql`${personId}::uuid`, entry: sql.ref('n.nomination_id') };
  const { rows } = await sql<Row>`
    select n.nomination_id as id, n.cycle_id as "cycleId", n.country, n.category, n.title, c.zone, coalesce(
      (select closes_at from country_phases where cycle_id = p.cycle_id and iso2 = p.country and phase = 'judging'),
      (select closes_at from cycle_phases where cycle_id = p.cycle_id and phase = 'judging')) as "dueAt"
    from panels p join cycles c on c.cycle_id = p.cycle_id and c.status = 'running'
      cross join json_array_elements(p.entries) as x(e)
      join nominations n on n.nomination_id = (x.e ->> 'nominationId')::uuid and n.amendment is not null
    where p.status in ('formed', 'scoring') and ${personId}::uuid in (p.chair, p.deputy_chair)
      and not ${inConflict({ ...at, country: sql.ref('n.country') })}
    order by n.nomination_id`.execute(db.read);
  return rows;
}
