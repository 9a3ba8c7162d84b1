// Who belongs to a country's delegation to a forum, folded from its events.
import { type Fold, type StreamRef, unreachable } from '../decider.ts';
import type { Attendance, Capacity, DelegationEvent } from './messages.ts';

export type Participant = {
  personId: string;
  capacity: Capacity;
  status: 'registered' | 'withdrawn' | 'replaced';
  attendance: Attendance;
};
export type DelegationState = { participants: { [participantId: string]: Participant } };

export const delegationFold: Fold<DelegationState, DelegationEvent> = {
  kind: 'delegation',
  initial: { participants: {} },
  evolve,
};

function evolve(state: DelegationState, event: DelegationEvent): DelegationState {
  const { participantId, personId } = event.data;
  const set = (id: string, changes: Partial<Participant>): DelegationState => {
    const before = state.participants[id] ?? registered(personId, 'delegate');
    return { participants: { ...state.participants, [id]: { ...before, ...changes } } };
  };
  switch (event.type) {
    case 'ParticipantRegistered':
      return set(participantId, registered(personId, event.data.capacity));
    case 'ParticipantChanged':
      return set(participantId, { personId, capacity: event.data.capacity });
    case 'ParticipantReplaced': {
      const { by, capacity } = event.data;
      const { participants } = set(participantId, { status: 'replaced' });
      return { participants: { ...participants, [by.participantId]: registered(by.personId, capacity) } };
    }
    case 'ParticipantWithdrawn':
      return set(participantId, { status: 'withdrawn' });
    case 'AttendanceMarked':
      return set(participantId, { attendance: event.data.attendance });
    default:
      return unreachable(event);
  }
}

const registered = (personId: string, capacity: Capacity): Participant => ({
  personId,
  capacity,
  status: 'registered',
  attendance: 'expected',
});

export const delegationStream = (
  forumId: string,
  country: string,
  cycleId: string | null = null,
): StreamRef<DelegationState> => ({ fold: delegationFold, id: `delegation/${forumId}/${country}`, cycleId });
