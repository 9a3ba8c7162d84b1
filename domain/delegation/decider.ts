// The rules of a delegation: who belongs to it, who comes instead, and who came.
import type { Decider, Decision } from '../decider.ts';
import { Refusal, unreachable } from '../decider.ts';
import { type ForumState, forumStream } from '../forum/state.ts';
import type { Capacity, DelegationCommand, DelegationEvent } from './messages.ts';
import { type DelegationState, delegationFold, type Participant } from './state.ts';

export type DelegationGuards = { forum: ForumState };
type Data<Type extends DelegationCommand['type']> = Extract<DelegationCommand, { type: Type }>['data'];
/** What every event of the participant says. */
type Ids = { forumId: string; cycleId: string | null; country: string; participantId: string; personId: string };
type Decided = Decision<DelegationEvent>;

export const delegation: Decider<DelegationState, DelegationCommand, DelegationEvent, DelegationGuards> = {
  ...delegationFold,
  guards: (command) => ({ forum: forumStream(command.data.forumId) }),
  decide: (command, state, { forum }) => {
    if (forum.status === 'none') throw new Refusal('forum-unknown', 'There is no such forum.');
    const { cycleId } = forum;
    if (command.type === 'RegisterParticipant') return register(command.data, state, cycleId);
    const { forumId, country, participantId } = command.data;
    const found = state.participants[participantId];
    if (found === undefined) throw new Refusal('participant-unknown', 'The delegation has no such participant.');
    const ids = { forumId, cycleId, country, participantId, personId: found.personId };
    switch (command.type) {
      case 'ChangeParticipant':
        return change(command.data, found, state, ids);
      case 'ReplaceParticipant':
        return replace(command.data, found, state, ids);
      case 'WithdrawParticipant':
        return withdraw(command.data, found, ids);
      case 'MarkAttendance':
        return mark(command.data, found, ids);
      default:
        return unreachable(command);
    }
  },
};

function register(data: Data<'RegisterParticipant'>, state: DelegationState, cycleId: string | null): Decided {
  const { forumId, country, participantId, personId, capacity } = data;
  if (state.participants[participantId] !== undefined) return { events: [] };
  requireNew(state, personId);
  requireOneHead(state, capacity);
  const registered = { forumId, cycleId, country, participantId, personId, capacity };
  return { events: [{ type: 'ParticipantRegistered', data: registered }] };
}

function change(data: Data<'ChangeParticipant'>, found: Participant, state: DelegationState, ids: Ids): Decided {
  const { participantId, personId, capacity, changed } = data;
  requireStanding(found);
  requireNew(state, personId, participantId);
  requireOneHead(state, capacity, participantId);
  if (changed.length === 0 && personId === found.personId && capacity === found.capacity) return { events: [] };
  return { events: [{ type: 'ParticipantChanged', data: { ...ids, personId, capacity, changed } }] };
}

/** Whoever comes instead has the other's part, the head's too. */
function replace({ by, reason }: Data<'ReplaceParticipant'>, found: Participant, state: DelegationState, ids: Ids) {
  if (found.status === 'replaced' && state.participants[by.participantId] !== undefined) return { events: [] };
  requireStanding(found);
  requireNotThere(found);
  requireNew(state, by.personId);
  const { capacity } = found;
  return { events: [{ type: 'ParticipantReplaced' as const, data: { ...ids, capacity, by, reason } }] };
}

function withdraw({ reason }: Data<'WithdrawParticipant'>, found: Participant, ids: Ids): Decided {
  if (found.status === 'withdrawn') return { events: [] };
  requireStanding(found);
  requireNotThere(found);
  return { events: [{ type: 'ParticipantWithdrawn', data: { ...ids, reason } }] };
}

/** A mark can be corrected, and taken back. */
function mark({ attendance }: Data<'MarkAttendance'>, found: Participant, ids: Ids): Decided {
  requireStanding(found);
  if (found.attendance === attendance) return { events: [] };
  return { events: [{ type: 'AttendanceMarked', data: { ...ids, attendance } }] };
}

function requireStanding({ status }: Participant): void {
  if (status === 'registered') return;
  const what = status === 'withdrawn' ? 'was withdrawn' : 'was replaced by another';
  throw new Refusal('participant-gone', `The participant ${what}: register the person anew.`, { status });
}

function requireNotThere({ attendance }: Participant): void {
  if (attendance === 'present')
    throw new Refusal('participant-present', 'The participant is marked as present: take the mark back first.');
}

const standing = ({ participants }: DelegationState, but?: string) =>
  Object.entries(participants).filter(([id, { status }]) => status === 'registered' && id !== but);

function requireNew(state: DelegationState, personId: string, but?: string): void {
  const [known] = standing(state, but).find(([, one]) => one.personId === personId) ?? [];
  if (known !== undefined)
    throw new Refusal(
      'participant-known',
      'Somebody with this address belongs to the delegation already: give each participant an address of their own, or none.',
      { participantId: known },
    );
}

function requireOneHead(state: DelegationState, capacity: Capacity, but?: string): void {
  if (capacity !== 'head') return;
  const [head] = standing(state, but).find(([, one]) => one.capacity === 'head') ?? [];
  if (head !== undefined)
    throw new Refusal('head-named', 'The delegation has a head: change that participant first.', {
      participantId: head,
    });
}
