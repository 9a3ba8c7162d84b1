// An assignment changed by hand: pairs that come and go, checked at once.
import { pairKey } from '../assignment/assignment.ts';
import { type Checked, checkPlan } from '../assignment/checking.ts';
import { openDesk } from '../assignment/desk.ts';
import type { ProblemFile } from '../assignment/messages.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { requireBeforeClose, requireSound } from './assigning.ts';
import type { Pair, PanelCommand, PanelEvent } from './messages.ts';
import type { Panel } from './state.ts';
import { type Calendar, requirePhase } from './timing.ts';

type Change = { add: readonly Pair[]; remove: readonly Pair[] };

/** What a person may decide otherwise than the policy: how many read an entry, and how little a judge has. */
const policy = ['too-many', 'under-minimum'];

/** What stands now: the proposal, else what was released. */
export const standingPairs = ({ assignment, assigned }: Panel): Pair[] =>
  assignment.status === 'proposed' ? assignment.pairs : assigned;

export function changedPairs(before: readonly Pair[], { add, remove }: Change): Pair[] {
  const gone = new Set(remove.map(pairKey));
  const kept = before.filter((pair) => !gone.has(pairKey(pair)));
  const pairs = [...kept, ...add].map(({ nominationId, judgeId }) => ({ nominationId, judgeId }));
  return pairs.sort((a, b) => (pairKey(a) < pairKey(b) ? -1 : 1));
}

/** `refused` keeps it from being done; `noted` is said and left to the person. */
export function tryByHand(problem: ProblemFile, pairs: readonly Pair[]) {
  const { broken, cost }: Checked = checkPlan(openDesk({ ...problem, pins: [] }), { pairs });
  return {
    refused: broken.filter(({ rule }) => !policy.includes(rule)),
    noted: broken.filter(({ rule }) => policy.includes(rule)),
    cost,
  };
}

export function changeAssignment(
  data: Extract<PanelCommand, { type: 'ChangeAssignment' }>['data'],
  state: Panel,
  calendar: Calendar,
  meta: Meta,
): Decision<PanelEvent> {
  const { cycleId, group, proposalId, add, remove, problem } = data;
  const { assignment, assigned } = state;
  if (assignment.status === 'proposed' && assignment.proposalId === proposalId) return { events: [] };
  requireBeforeClose(state);
  const phase = requirePhase(calendar, ['judging'], meta);
  if (assignment.status === 'requested')
    throw new Refusal('assignment-requested', 'An assignment is being worked out: wait for it, or stop it.', {
      replaces: assignment.proposalId,
    });
  const released = new Set(assigned.map(pairKey));
  requireSound(
    remove.filter((pair) => released.has(pairKey(pair))).map((pair) => `The pair ${pairKey(pair)} was released.`),
  );
  const before = standingPairs(state);
  const pairs = changedPairs(before, data);
  const { refused, cost } = tryByHand(problem, pairs);
  requireSound(refused.map(({ message }) => message));
  const pinned = changedPairs(assignment.status === 'proposed' ? assignment.pinned : [], {
    add: [],
    remove: [...remove, ...add],
  });
  const proposed = { cycleId, group, proposalId, pairs, emptySeats: cost.counts.emptySeats };
  const { objective, terms } = cost;
  return {
    events: [
      {
        type: 'AssignmentProposed',
        data: { ...proposed, method: 'hand', objective, bound: null, terms, pinned: [...pinned, ...add] },
      },
    ],
    ...phase,
  };
}
