// The assignment of a panel: the problem from the store, the plan of all to all or of the solver, by policy and capacity.
import type { Db } from '../db/database.ts';
import { loadState } from '../db/execute.ts';
import { findAssignmentProblem } from '../db/read-models/assignment-problem.ts';
import { assignAll } from '../domain/assignment/assign-all.ts';
import { type AssignmentProblem, checkAssignment } from '../domain/assignment/assignment.ts';
import { type Broken, pinsBroken } from '../domain/assignment/checking.ts';
import { openDesk } from '../domain/assignment/desk.ts';
import { findFeasible } from '../domain/assignment/feasibility.ts';
import type { ProblemFile } from '../domain/assignment/messages.ts';
import { brokenSaid, unmetSaid } from '../domain/assignment/wording.ts';
import { cycleStream } from '../domain/cycle/state.ts';
import { judgingOf } from '../domain/definition-queries.ts';
import { panelStream } from '../domain/panel/state.ts';
import { findProposal } from './proposals.ts';
import { type Solved, solve } from './solve.ts';
import { assign } from './solver-thread.ts';
import { watched } from './watched.ts';

export const solveAssignment = (db: Db, { proposalId }: { proposalId: string }): Promise<void> =>
  solve(db, proposalId, async () => {
    const row = await findProposal(db, proposalId);
    return row?.cycle_id == null || row.panel_group === null
      ? stale
      : propose(db, proposalId, row.cycle_id, row.panel_group);
  });

const stale = { problem: 'proposal-stale' } as const;

async function propose(db: Db, proposalId: string, cycleId: string, group: string): Promise<Solved> {
  const [{ state: cycle }, { state: panel }] = await Promise.all([
    loadState(db, cycleStream(cycleId)),
    loadState(db, panelStream(cycleId, group)),
  ]);
  if (cycle.status === 'none' || panel.status === 'none') return stale;
  const { assignment } = panel;
  if (assignment.status === 'none' || assignment.proposalId !== proposalId) return stale;
  if (assignment.status === 'proposed')
    return { command: null, objective: assignment.objective ?? assignment.emptySeats, bound: assignment.bound ?? null };
  const problem = await findAssignmentProblem(db, cycle, panel, assignment);
  const ids = { cycleId, group, proposalId };
  const method = assignment.method ?? usualMethod(problem);
  return method === 'all'
    ? allToAll(problem, ids, judgingOf(cycle.definition, panel.round).seats)
    : bySolver(db, problem, ids);
}

/** Where every judge of a national panel can read every entry, nothing is fairer or simpler than that. */
const usualMethod = ({ round, entries, judges }: ProblemFile): 'all' | 'seats' =>
  round.scope === 'national' && judges.every(({ capacity }) => capacity === null || capacity >= entries.length)
    ? 'all'
    : 'seats';

type Ids = { cycleId: string; group: string; proposalId: string };

function allToAll(file: ProblemFile, ids: Ids, seats: number): Solved {
  const problem: AssignmentProblem = {
    entries: file.entries.map(({ id, country }) => ({ nominationId: id, country: country ?? '' })),
    judges: file.judges.map(({ id, capacity, country }) => ({ judgeId: id, capacity, country })),
    conflicts: file.declaredConflicts.map(([judgeId, nominationId]) => ({ nominationId, judgeId })),
    pinned: file.pins.map(([nominationId, judgeId]) => ({ nominationId, judgeId })),
  };
  const { pairs, emptySeats } = assignAll(problem, seats);
  // The plain method keeps every rule that the pins leave whole: they are a person's, and conflicts may be newer.
  const broken = checkAssignment(problem, pairs);
  if (broken.length > 0)
    return { problem: 'assignment-invalid', detail: { broken, rules: rulesOf(pinsBroken(openDesk(file))) } };
  return {
    command: { type: 'ProposeAssignment', data: { ...ids, pairs, emptySeats, method: 'all' } },
    objective: emptySeats,
  };
}

async function bySolver(db: Db, file: ProblemFile, ids: Ids): Promise<Solved> {
  const problem = withinReach(file);
  const result = await watched(db, ids.proposalId, (listener) => assign(problem, listener));
  if ('broken' in result) {
    const why = result.broken.length > 0 ? brokenSaid(result.broken) : unmetSaid(result.unmet);
    const rules = rulesOf([
      ...result.broken,
      ...result.unmet.map((judge) => ({ rule: 'under-minimum' as const, of: [judge] })),
    ]);
    return { problem: 'assignment-invalid', detail: { broken: [why], rules } };
  }
  const { pairs, emptySeats, objective, bound, terms, solver, shortage, islands } = result;
  const data = { ...ids, pairs, emptySeats, method: 'seats' as const, objective, bound, terms, solver, problem };
  return { command: { type: 'ProposeAssignment', data }, objective, bound, detail: { shortage, islands } };
}

const rulesOf = (broken: Pick<Broken, 'rule' | 'of'>[]) => broken.map(({ rule, of }) => ({ rule, of }));

/** A minimum that nobody has set gives way where conflicts leave too few entries. */
function withinReach(file: ProblemFile): ProblemFile {
  const { unmet } = findFeasible(openDesk(file));
  if (unmet.length === 0) return file;
  return { ...file, judges: file.judges.map((judge) => (unmet.includes(judge.id) ? { ...judge, minLoad: 0 } : judge)) };
}
