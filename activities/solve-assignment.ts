// The assignment of a panel: the problem from the store, the plain method's plan.
import type { Db } from '../db/database.ts';
import { loadState } from '../db/execute.ts';
import { findConflicts } from '../db/read-models/conflicts.ts';
import { assignAll } from '../domain/assignment/assign-all.ts';
import {
  type AssignmentProblem,
  checkAssignment,
  countryConflicts,
  type Pair,
} from '../domain/assignment/assignment.ts';
import { cycleStream } from '../domain/cycle/state.ts';
import { type Panel, panelStream } from '../domain/panel/state.ts';
import { findProposal } from './proposals.ts';
import { type Solved, solve } from './solve.ts';

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
  if (assignment.status === 'proposed') return { command: null, objective: assignment.emptySeats };
  const { seats, conflictScope } = cycle.definition.judging;
  const problem = await problemOf(db, panel, assignment.pinned, conflictScope === 'country');
  const { pairs, emptySeats } = assignAll(problem, seats);
  // The plain method keeps every rule that the pins leave whole: they are a person's, and conflicts may be newer.
  if (checkAssignment(problem, pairs).length > 0) return { problem: 'assignment-invalid' };
  const data = { cycleId, group, proposalId, pairs, emptySeats };
  return { command: { type: 'ProposeAssignment', data }, objective: emptySeats };
}

/** Judges who serve or may still accept. What was released before stays, unless a conflict stands by now; pins are binding. */
async function problemOf(
  db: Db,
  { cycleId, entries, judges, assigned }: Panel,
  pinned: Pair[],
  byCountry: boolean,
): Promise<AssignmentProblem> {
  const [rows, own] = await Promise.all([
    db.read
      .selectFrom('judges')
      .select(['judge_id', 'capacity', 'country', 'status'])
      .where('cycle_id', '=', cycleId)
      .where('status', 'in', ['invited', 'accepted'])
      .execute(),
    findConflicts(db, cycleId),
  ]);
  const serving = rows
    .filter((row) => judges.includes(row.judge_id))
    .map(({ judge_id, capacity, country }) => ({ judgeId: judge_id, capacity, country }));
  const conflicts = byCountry ? [...own, ...countryConflicts({ entries, judges: serving })] : own;
  const may = ({ nominationId, judgeId }: Pair) =>
    serving.some((judge) => judge.judgeId === judgeId) &&
    !conflicts.some((pair) => pair.nominationId === nominationId && pair.judgeId === judgeId);
  const stands = ({ nominationId }: Pair) => entries.some((entry) => entry.nominationId === nominationId);
  const kept = assigned.filter((pair) => stands(pair) && may(pair) && !pinned.some((pin) => isSame(pin, pair)));
  return { entries, judges: serving, conflicts, pinned: [...pinned, ...kept] };
}

const isSame = (a: Pair, b: Pair) => a.nominationId === b.nominationId && a.judgeId === b.judgeId;
