// How a nomination is rejected: by two persons, or because a correction never came.
import { setWhen } from '../cycle/pauses.ts';
import { objectionDays } from '../cycle/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { notDue } from '../not-due.ts';
import { isCounterChecked } from './counter-checking.ts';
import type { NominationEvent } from './messages.ts';
import {
  type CommandData,
  type Desk,
  idsOf,
  requireForeignChecks,
  requireScreeningTime,
  requireUndecided,
  workingDays,
} from './rules.ts';
import { correctionEnd, type Nomination } from './state.ts';

/** One person proposes, a second one confirms. A return that nobody answered is ended by its process. */
export function reject(
  { reason }: CommandData<'RejectNomination'>,
  state: Nomination,
  desk: Desk,
  meta: Meta,
): Decision<NominationEvent> {
  if (state.status === 'rejected') return { events: [] };
  if (meta.role === 'process') return lapse(reason, state, desk, meta);
  requireUndecided(state);
  if (state.status === 'rejection-proposed') {
    requireSecondPerson(state, meta);
    return rejected(state, { reason: state.reason, because: 'screening', by: meta.actor }, desk, meta);
  }
  const inTime = requireScreeningTime(state, desk, meta);
  return { events: [{ type: 'RejectionProposed', data: { ...idsOf(state), reason, by: meta.actor } }], ...inTime };
}

const confirming = ['approver', 'secretariat'];

/** Or the same one, where the secretariat has looked at the rejection too. */
function requireSecondPerson(state: Extract<Nomination, { status: 'rejection-proposed' }>, meta: Meta): void {
  if (isCounterChecked(state, 'rejection')) return;
  if (state.proposedBy === meta.actor || !confirming.includes(meta.role))
    throw new Refusal('second-person-needed', 'A rejection is confirmed by a second person, who is an approver.', {
      roles: confirming,
    });
  requireForeignChecks(state, meta);
}

function lapse(reason: string, state: Nomination, desk: Desk, meta: Meta): Decision<NominationEvent> {
  if (state.status !== 'returned')
    throw new Refusal('not-returned', `The nomination is ${state.status}: no correction is owed.`, {
      status: state.status,
    });
  const correctBy = correctionEnd(state, desk.cycle);
  if (meta.at < correctBy) throw notDue('The end of the correction', correctBy);
  return rejected(state, { reason, because: 'not-corrected' }, desk, meta);
}

type Grounds = { reason: string; because: 'screening' | 'not-corrected'; by?: string };

/** Open to an objection for so many working days of the country. */
function rejected(state: Nomination, grounds: Grounds, desk: Desk, meta: Meta): Decision<NominationEvent> {
  const objectUntil = workingDays(state, desk, meta, objectionDays(desk.cycle));
  const data = { ...idsOf(state), ...grounds, objectUntil, ...setWhen(desk.cycle, meta) };
  return { events: [{ type: 'NominationRejected', data }] };
}
