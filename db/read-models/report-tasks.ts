// Tasks about mission reports: to approve what was handed in, and to change what was returned.
import { sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import type { Task, TaskHolder } from './tasks.ts';

type Row = {
  forumId: string;
  cycleId: string;
  country: string;
  award: string;
  title: Texts;
  zone: string;
  handedInBy: string | null;
  superior: string | null;
  returned: number | null;
  latest: number;
};

export async function findReportTasks(db: Db, { personId, roles }: TaskHolder): Promise<Task[]> {
  const countries = roles.flatMap(({ country }) => country ?? []);
  if (countries.length === 0) return [];
  const { rows } = await sql<Row>`
    select r.forum_id as "forumId", r.cycle_id as "cycleId", r.country, c.award, f.name as title, c.zone, r.handed_in_by as "handedInBy",
      r.superior, r.returned, r.latest
    from reports r join forums f on f.forum_id = r.forum_id join cycles c on c.cycle_id = r.cycle_id
    where r.country = any (${countries}::text[]) and (r.handed_in is not null or r.returned = r.latest)
    order by r.forum_id, r.country`.execute(db.read);
  return rows.flatMap((row) => {
    const has = (...wanted: string[]) =>
      roles.some(({ role, award, country }) => wanted.includes(role) && award === row.award && country === row.country);
    if (row.handedInBy === null) return has('delegate', 'focal-point') ? [taskOf('correct-report', row)] : [];
    const approves = row.superior === null ? has('approver') : row.superior === personId;
    return approves && row.handedInBy !== personId ? [taskOf('approve-report', row)] : [];
  });
}

const taskOf = (kind: Task['kind'], { forumId, cycleId, country, title, zone }: Row): Task => ({
  ...{ kind, cycleId, country, category: null, title, count: 1, dueAt: null, zone },
  link: `/api/v1/forums/${forumId}/delegations/${country}/report`,
});
