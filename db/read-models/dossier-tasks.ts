// Tasks about the dossiers of those whom a decision names: to be verified by the secretariat, or answered by the country.
import { sql } from 'kysely';
import type { Cycle } from '../../domain/cycle/state.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { keepsFromResult } from './officer-conflicts.ts';
import type { HeldRole, RunningCycle, Task } from './tasks.ts';

/** Of decisions that are not before the endorsers; what is with its country waits for the answer. */
export async function verifyingTasks(
  db: Db,
  row: RunningCycle,
  { endorsement }: Cycle,
  reader: string,
): Promise<Task[]> {
  if (endorsement?.concluded) return [];
  const { rows } = await sql<{ group: string; decision: number }>`
    select l.panel_group as "group", l.decision from laureates l join nominations n on n.nomination_id = l.laureate_id
      left join dossier_verifications v on v.nomination_id = n.nomination_id
    where l.cycle_id = ${row.cycle_id} and l.current and v.status is distinct from 'with-country'
      and not (v.status is not distinct from 'verified' and v.version = n.version)
      and not ${keepsFromResult(reader, sql.ref('l.laureate_id'))}`.execute(db.read);
  const count = rows.filter(({ group, decision }) => endorsement?.decisions[group] !== decision).length;
  if (count === 0) return [];
  const link = `/api/v1/cycles/${row.cycle_id}/laureates`;
  const about = { cycleId: row.cycle_id, country: null, category: null, title: row.title, zone: row.zone };
  return [{ kind: 'verify-dossiers', ...about, count, dueAt: null, link }];
}

/** By the country's focal point, until the time that was given. */
export async function returnTasks(db: Db, roles: HeldRole[]): Promise<Task[]> {
  const desks = roles.filter(({ role, country }) => role === 'focal-point' && country !== null);
  if (desks.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    cycleId: string;
    award: string;
    country: string;
    category: string;
    title: Texts;
    dueAt: Date;
    zone: string;
  }>`
    select n.nomination_id as id, n.cycle_id as "cycleId", c.award, n.country, n.category, n.organisation as title, v.answer_by as "dueAt", c.zone
    from dossier_verifications v join nominations n using (nomination_id) join cycles c on c.cycle_id = n.cycle_id
    where v.status = 'with-country' and c.status = 'running' and n.country = any(${desks.map(({ country }) => country)}::text[])
    order by n.nomination_id`.execute(db.read);
  return rows
    .filter(({ award, country }) => desks.some((desk) => desk.award === award && desk.country === country))
    .map(({ id, award: _award, dueAt, ...about }) => {
      const link = `/api/v1/drafts/nomination/${id}`;
      return { kind: 'answer-return', ...about, count: 1, dueAt: dueAt.toISOString(), link };
    });
}
