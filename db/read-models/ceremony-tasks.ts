// Tasks that a planned ceremony brings: receivers to be named by each country, awards to be recorded as conferred.
import { sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import type { Task, TaskHolder } from './tasks.ts';

type Row = { cycleId: string; country: string | null; title: Texts; zone: string; startsAt: Date; count: number };

export async function findCeremonyTasks(db: Db, { roles }: TaskHolder): Promise<Task[]> {
  const offices = roles.flatMap(({ role, award, powers }) =>
    award !== null && (role === 'secretariat' || powers.includes('announcement')) ? [award] : [],
  );
  const desks = roles.flatMap(({ role, award, country }) =>
    role === 'focal-point' && award !== null && country !== null ? [{ award, country }] : [],
  );
  const [unreceived, unconferred] = await Promise.all([
    desks.length === 0 ? [] : findUnreceived(db, desks),
    offices.length === 0 ? [] : findUnconferred(db, offices),
  ]);
  return [
    ...unreceived.map((row) => taskOf('name-receivers', row, row.startsAt.toISOString())),
    ...unconferred.map((row) => taskOf('confer-awards', row, null)),
  ];
}

const taskOf = (kind: Task['kind'], { cycleId, country, title, zone, count }: Row, dueAt: string | null): Task => ({
  ...{ kind, cycleId, country, category: null, title, count, dueAt, zone },
  link: `/api/v1/cycles/${cycleId}/ceremony`,
});

/** Laureates of a ceremony, who are laureates still. */
const called = sql`ceremonies e join cycles c on c.cycle_id = e.cycle_id
  join laureates l on l.cycle_id = e.cycle_id and l.current and l.place = 'laureate' and l.endorsed_at is not null
    and coalesce(l.answer, 'accepted') = 'accepted'
  left join ceremony_laureates r on r.laureate_id = l.laureate_id
  where c.status <> 'cancelled' and r.conferred_at is null`;

async function findUnreceived(db: Db, desks: { award: string; country: string }[]): Promise<Row[]> {
  const [awards, countries] = [desks.map(({ award }) => award), desks.map(({ country }) => country)];
  const { rows } = await sql<Row>`
    select e.cycle_id as "cycleId", l.country, c.title, e.zone, e.starts_at as "startsAt", count(*)::int as count
    from ${called} and r.how is null and (c.award, l.country) in (select * from unnest(${awards}::text[], ${countries}::text[]))
    group by e.cycle_id, l.country, c.cycle_id`.execute(db.read);
  return rows;
}

async function findUnconferred(db: Db, awards: string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select e.cycle_id as "cycleId", null as country, c.title, e.zone, e.starts_at as "startsAt", count(*)::int as count
    from ${called} and c.status <> 'suspended' and c.award = any (${awards}::text[]) and e.starts_at <= clock_timestamp()
    group by e.cycle_id, c.cycle_id`.execute(db.read);
  return rows;
}
