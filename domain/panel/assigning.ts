// Which judge reads which entry: asked for, proposed by a solver, released by a person.
import { type AssignmentProblem, checkAssignment, emptySeats } from '../assignment/assignment.ts';
import { checkPlan } from '../assignment/checking.ts';
import { openDesk } from '../assignment/desk.ts';
import type { Cycle } from '../cycle/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { judgingOf } from '../definition-queries.ts';
import { requireReferences } from './calibrating.ts';
import type { Pair, PanelCommand, PanelEvent, ProposedFacts } from './messages.ts';
import type { Panel } from './state.ts';
import { type Calendar, requirePhase, requireProcess, roundEndFrom } from './timing.ts';

type Data<Type extends PanelCommand['type']> = Extract<PanelCommand, { type: Type }>['data'];

export function requireBeforeClose(state: Panel): void {
  if (state.status !== 'formed' && state.status !== 'scoring')
    throw new Refusal('scoring-closed', 'Scoring is closed: nothing is assigned any more.');
}

export function requestAssignment(
  data: Data<'RequestAssignment'>,
  state: Panel,
  calendar: Calendar,
  meta: Meta,
): Decision<PanelEvent> {
  const { cycleId, group, proposalId, pinned, replaces, method } = data;
  const { assignment } = state;
  if (assignment.status !== 'none' && assignment.proposalId === proposalId) return { events: [] };
  requireBeforeClose(state);
  const phase = requirePhase(calendar, ['judging'], meta);
  if (state.judges.length === 0) throw new Refusal('judges-needed', 'The panel has no judges to assign.');
  if (assignment.status === 'requested' && assignment.proposalId !== replaces)
    throw new Refusal('assignment-requested', 'An assignment is being worked out: wait for it, or replace it.', {
      replaces: assignment.proposalId,
    });
  requireSound(checkAssignment(problemOf(state, []), pinned));
  const asked = { cycleId, group, proposalId, pinned, ...(method && { method }) };
  return { events: [{ type: 'AssignmentRequested', data: asked }], ...phase };
}

/** Conflicts and capacities stand with the judges: the solver reads them, and each scorecard asks its judge again. */
const problemOf = ({ entries, judges }: Panel, pinned: Pair[]): AssignmentProblem => ({
  entries,
  judges: judges.map((judgeId) => ({ judgeId, capacity: null, country: null })),
  conflicts: [],
  pinned,
});

export function requireSound(broken: string[]): void {
  if (broken.length > 0)
    throw new Refusal('assignment-invalid', broken.slice(0, 5).join(' '), { broken: broken.slice(0, 50) });
}

export function proposeAssignment(
  data: Data<'ProposeAssignment'>,
  state: Panel,
  { cycle }: Calendar,
  meta: Meta,
): Decision<PanelEvent> {
  requireProcess(
    meta,
    'An assignment is proposed by the solver: request one, with the pairs that must be in it pinned.',
  );
  const { cycleId, group, proposalId, pairs, method, solver } = data;
  const { assignment } = state;
  if (assignment.status === 'proposed' && assignment.proposalId === proposalId) return { events: [] };
  requireBeforeClose(state);
  if (assignment.status !== 'requested' || assignment.proposalId !== proposalId)
    throw new Refusal('proposal-stale', 'This proposal answers no open request.', {
      requested: assignment.status === 'requested' ? assignment.proposalId : null,
    });
  const problem = problemOf(state, assignment.pinned);
  requireSound(checkAssignment(problem, pairs));
  // Counted here: what a solver says of its own plan is not taken on trust.
  const empty = emptySeats(problem, pairs, judgingOf(cycle.definition, state.round).seats);
  const facts = { ...(method && { method }), ...(solver && { solver }), ...recomputed(data) };
  return {
    events: [{ type: 'AssignmentProposed', data: { cycleId, group, proposalId, pairs, emptySeats: empty, ...facts } }],
  };
}

/** Cost, terms and bound as the checker finds them; a solver that says otherwise, or breaks a rule, is refused. */
function recomputed({ problem, pairs, objective, bound, terms }: Data<'ProposeAssignment'>): ProposedFacts {
  if (problem === undefined || objective === undefined) return {};
  const { broken, cost } = checkPlan(openDesk(problem), {
    pairs,
    objective,
    bound: bound ?? null,
    ...(terms && { terms }),
  });
  requireSound(broken.map(({ message }) => message));
  return { objective: cost.objective, bound: bound ?? null, terms: cost.terms };
}

export function releaseAssignment(state: Panel, calendar: Calendar, meta: Meta): Decision<PanelEvent> {
  const { cycleId, group, assignment, round } = state;
  if (state.status === 'scoring' && assignment.status === 'none') return { events: [] };
  requireBeforeClose(state);
  const phase = requirePhase(calendar, ['judging'], meta);
  if (assignment.status !== 'proposed')
    throw new Refusal('no-proposal', 'There is no proposed assignment to release: request one first.');
  const { pairs } = assignment;
  if (pairs.length === 0) throw new Refusal('no-pairs', 'The proposal gives no entry to any judge.');
  requireReferences(calendar.cycle, state);
  requireEnough(calendar.cycle, state);
  requireSound(checkAssignment(problemOf(state, []), pairs));
  const end = roundEndFrom(state, calendar, meta);
  return { events: [{ type: 'AssignmentReleased', data: { cycleId, group, pairs, round, ...end } }], ...phase };
}

/** The panel of the round before may be too small for this one. */
function requireEnough({ definition }: Cycle, { rounds, round, judges }: Panel): void {
  const { minimumSheets: minimum } = judgingOf(definition, round);
  if (rounds !== undefined && judges.length < minimum)
    throw new Refusal('too-few-judges', `An entry needs ${minimum} sheets in this round: name as many judges.`, {
      minimum,
    });
}
