// How far the assignment of a panel has come: asked for, or proposed with what the proposal says of itself.
import type { Pair, PanelEvent, ProposedFacts } from './messages.ts';

export type Assignment =
  | { status: 'none' }
  | { status: 'requested'; proposalId: string; pinned: Pair[]; previous: Pair[]; method?: 'all' | 'seats' }
  | ({
      status: 'proposed';
      proposalId: string;
      pairs: Pair[];
      emptySeats: number;
      pinned: Pair[];
      /** The proposal before this one: a re-run changes as little of it as it can. */
      previous: Pair[];
    } & ProposedFacts);

type AssignmentEvent = Extract<PanelEvent, { type: 'AssignmentRequested' | 'AssignmentProposed' }>;

export function evolveAssignment(before: Assignment, event: AssignmentEvent): Assignment {
  const previous = formerPairs(before);
  if (event.type === 'AssignmentRequested') {
    const { proposalId, pinned, method } = event.data;
    return { status: 'requested', proposalId, pinned, previous, ...(method && { method }) };
  }
  const { cycleId: _cycle, group: _group, ...proposed } = event.data;
  const pinned = before.status === 'none' ? [] : before.pinned;
  return { pinned, previous, ...proposed, status: 'proposed' };
}

const formerPairs = (assignment: Assignment): Pair[] => {
  if (assignment.status === 'none') return [];
  return assignment.status === 'requested' ? assignment.previous : assignment.pairs;
};

/** What is left when an entry has gone. */
export function withoutEntry(assignment: Assignment, others: (pairs: Pair[]) => Pair[]): Assignment {
  switch (assignment.status) {
    case 'none':
      return assignment;
    case 'requested':
      return { ...assignment, pinned: others(assignment.pinned), previous: others(assignment.previous) };
    case 'proposed':
      return {
        ...assignment,
        pairs: others(assignment.pairs),
        pinned: others(assignment.pinned),
        previous: others(assignment.previous),
      };
  }
}

const pairKey = ({ nominationId, judgeId }: Pair) => `${nominationId} ${judgeId}`;

export function withPairs(before: Pair[], pairs: Pair[]): Pair[] {
  const known = new Set(before.map(pairKey));
  return [...before, ...pairs.filter((pair) => !known.has(pairKey(pair)))];
}
