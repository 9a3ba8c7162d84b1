// After a rejection: an objection within its time, and what the secretariat makes of it.
import { requireOpenCategory } from '../country/rules.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { NominationEvent } from './messages.ts';
import {
  type CommandData,
  type Desk,
  idsOf,
  type NominationGuards,
  requireForeignChecks,
  requireNoPanel,
} from './rules.ts';
import { type Nomination, type Objection, objectionEnd } from './state.ts';

type Rejected = Extract<Nomination, { status: 'rejected' }>;

/** One objection to one rejection, until the instant that the rejection names. */
export function objectToRejection(
  { reason }: CommandData<'ObjectToRejection'>,
  state: Nomination,
  { cycle }: Desk,
  meta: Meta,
): Decision<NominationEvent> {
  requireRejected(state);
  if (state.objection !== null) return objectedBefore(reason, state.objection);
  const until = objectionEnd(state, cycle);
  if (until === null || meta.at > until)
    throw new Refusal('objection-too-late', 'The time to object to this rejection is over.', {
      closedAt: until?.toISOString() ?? null,
    });
  return {
    events: [{ type: 'RejectionObjected', data: { ...idsOf(state), reason, by: meta.actor } }],
    notAfter: until,
  };
}

function objectedBefore(reason: string, objection: Objection): Decision<NominationEvent> {
  if (objection.upheld) throw settled();
  if (objection.reason === reason) return { events: [] };
  throw new Refusal('objection-open', 'An objection was made already: the secretariat settles it.');
}

const settled = () => new Refusal('objection-settled', 'The objection was settled: the rejection stands.');

export function upholdRejection(
  { reason }: CommandData<'UpholdRejection'>,
  state: Nomination,
  meta: Meta,
): Decision<NominationEvent> {
  requireRejected(state);
  const { objection } = state;
  if (objection === null) throw new Refusal('no-objection', 'Nobody has objected to this rejection: it stands anyway.');
  if (objection.upheld) return { events: [] };
  requireOutsider(state, meta);
  return { events: [{ type: 'RejectionUpheld', data: { ...idsOf(state), reason, by: meta.actor } }] };
}

/**
 * Back to the desk, on the version that it had: its checks speak of that version, so they stay, and the desk records anew
 * what it finds otherwise. A correction that lapsed needs no objection.
 */
export function readmit(
  { reason }: CommandData<'ReadmitNomination'>,
  state: Nomination,
  desk: Desk,
  guards: NominationGuards,
  meta: Meta,
): Decision<NominationEvent> {
  if (state.status === 'submitted' && state.readmitted) return { events: [] };
  requireRejected(state);
  if (state.objection?.upheld === true) throw settled();
  if (state.objection === null && state.because === 'screening')
    throw new Refusal('no-objection', 'Nobody has objected to this rejection: it stands.', {
      objectUntil: objectionEnd(state, desk.cycle)?.toISOString() ?? null,
    });
  requireOutsider(state, meta);
  requireOpenCategory(desk.country, state.category);
  requireNoPanel(state, desk, guards);
  return { events: [{ type: 'NominationReadmitted', data: { ...idsOf(state), reason, by: meta.actor } }] };
}

function requireRejected(state: Nomination): asserts state is Rejected {
  if (state.status !== 'rejected')
    throw new Refusal('not-rejected', `The nomination is ${state.status}: there is no rejection.`, {
      status: state.status,
    });
}

/** Nobody judges an objection to an act of their own. */
function requireOutsider(state: Rejected, meta: Meta): void {
  if (state.decidedBy.includes(meta.actor))
    throw new Refusal('own-rejection', 'Who proposed or confirmed a rejection does not settle the objection to it.');
  requireForeignChecks(state, meta);
}
