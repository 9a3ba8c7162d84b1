// Tasks that follow decisions: endorsement, announcement, and the answers of laureates.
import { type Cycle, cycleStream } from '../../domain/cycle/state.ts';
import { isOffice, type Power } from '../../domain/roles.ts';
import type { Db } from '../database.ts';
import { loadState } from '../execute.ts';
import { offerTasks } from './award-tasks.ts';
import { endOf } from './award-views.ts';
import { returnTasks, verifyingTasks } from './dossier-tasks.ts';
import { standbyTasks } from './officer-conflicts.ts';
import { owedReplies } from './process-panel-views.ts';
import { awardsOf, findRunningCycles, type HeldRole, type RunningCycle, type Task, type TaskHolder } from './tasks.ts';

export async function findResultTasks(db: Db, { roles, personId, reader = personId }: TaskHolder): Promise<Task[]> {
  const offices = roles.filter(({ role }) => isOffice(role) || role === 'endorser');
  const cycles = await findRunningCycles(db, awardsOf(offices));
  const ofCycles = cycles.map(async (row) => {
    const { state } = await loadState(db, cycleStream(row.cycle_id));
    const held = offices.filter(({ award }) => award === row.award);
    if (state.status !== 'running') return [];
    const unread = held.some((one) => mayActFor(one, 'verification'))
      ? await verifyingTasks(db, row, state, reader)
      : [];
    return [...unread, ...held.flatMap((role) => officeTasks(row, state, role))];
  });
  return [
    ...(await Promise.all(ofCycles)).flat(),
    ...(await awardTasks(db, roles)),
    ...(await returnTasks(db, roles)),
    ...(await offerTasks(db, roles, reader)),
    ...(await standbyTasks(db, roles)),
  ];
}

/** The secretariat, or a standby with that power. */
const mayActFor = ({ role, powers }: HeldRole, power: Power) =>
  role === 'secretariat' || (role === 'standby' && powers.includes(power));

function officeTasks(row: RunningCycle, cycle: Cycle, held: HeldRole): Task[] {
  const { role, country } = held;
  const at = (path: string) => `/api/v1/cycles/${row.cycle_id}/${path}`;
  const task = (kind: Task['kind'], path: string, more: Partial<Task> = {}): Task => ({
    ...{ kind, cycleId: row.cycle_id, country: null, category: null, title: row.title, count: 1 },
    ...{ dueAt: null, zone: row.zone, link: at(path) },
    ...more,
  });
  const { endorsement, phases, announcement } = cycle;
  const open = endorsement !== null && endorsement.concluded === null ? endorsement : null;
  if (role === 'endorser') {
    const owed = open === null || country === null ? [] : owedReplies(open, country);
    if (open === null || owed.length === 0) return [];
    return [task('endorse-results', 'endorsement/note', { country, count: owed.length, dueAt: open.closesAt })];
  }
  if (mayActFor(held, 'endorsement')) {
    const objections = open?.objections.filter(({ status }) => status === 'open').length ?? 0;
    if (open !== null && objections > 0)
      return [task('settle-objection', 'endorsement', { count: objections, dueAt: open.closesAt })];
    if (phases.decision.status === 'closed' && endorsement === null)
      return [task('request-endorsement', 'endorsement')];
  }
  const announced = announcement.length > 0 || phases.announcement.status !== 'open';
  return announced || !mayActFor(held, 'announcement') ? [] : [task('plan-announcement', 'announcement')];
}

/** Awards to be accepted or declined, by the laureate's contact or by the focal point for one who cannot. */
async function awardTasks(db: Db, roles: HeldRole[]): Promise<Task[]> {
  const own = roles.flatMap(({ role, laureate }) => (role === 'laureate-contact' ? (laureate ?? []) : []));
  const desks = roles.filter(
    ({ role, award, country }) => role === 'focal-point' && award !== null && country !== null,
  );
  if (own.length === 0 && desks.length === 0) return [];
  const rows = await db.read
    .selectFrom('laureates')
    .innerJoin('cycles', 'cycles.cycle_id', 'laureates.cycle_id')
    .leftJoin('award_offers', 'award_offers.laureate_id', 'laureates.laureate_id')
    .selectAll('laureates')
    .select(['cycles.zone', 'award_offers.answer_by', 'award_offers.set_at'])
    .where('cycles.status', '=', 'running')
    .where('laureates.current', '=', true)
    .where('laureates.place', '=', 'laureate')
    .where('laureates.answer', 'is', null)
    .where('laureates.endorsed_at', 'is not', null)
    .where((eb) =>
      eb.or([
        ...(own.length === 0 ? [] : [eb('laureates.laureate_id', 'in', own)]),
        ...desks.map(({ award, country }) =>
          eb.and([eb('cycles.award', '=', award ?? ''), eb('laureates.country', '=', country ?? '')]),
        ),
      ]),
    )
    .execute();
  const tasks = rows.map(async (row): Promise<Task> => {
    const end = row.answer_by === null ? null : await endOf(db, row.cycle_id, row.answer_by, row.set_at);
    const dueAt = end?.toISOString() ?? null;
    const panel = `/api/v1/panels/${row.cycle_id}~${row.panel_group}`;
    return {
      ...{ kind: 'answer-award', cycleId: row.cycle_id, country: row.country, category: row.category, count: 1 },
      ...{ title: row.organisation, dueAt, zone: row.zone, link: `${panel}/laureates/${row.laureate_id}` },
    };
  });
  return Promise.all(tasks);
}
