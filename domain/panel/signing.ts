// The decision signed, and opened again.
import type { Cycle } from '../cycle/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { KeptSignature } from '../messages.ts';
import { requireSecondReader, requireSigned } from '../signatures.ts';
import type { PanelCommand, PanelEvent } from './messages.ts';
import type { Panel, SignedPanel } from './state.ts';
import { type Calendar, requireDecisionTime, requireNotConcluded } from './timing.ts';

type Data<Type extends PanelCommand['type']> = Extract<PanelCommand, { type: Type }>['data'];

type DecidedPanel = Extract<Panel, { status: 'decided' }>;

/** In person the chair or the deputy, or a second person for what was decided outside; by letter another one confirms. */
export function signDecision(
  { signature }: Data<'SignDecision'>,
  state: Panel,
  calendar: Calendar,
  meta: Meta,
): Decision<PanelEvent> {
  if (state.status === 'signed') return { events: [] };
  requireDecided(state);
  const { decision } = state;
  const phase = requireDecisionTime(state, calendar, meta);
  const byLetter = signature.kind === 'on-behalf';
  requireOffice(state, decision.outside || byLetter, meta);
  if (!byLetter && decision.outside) requireSecondPerson(state, meta);
  requireSigned(signature, meta);
  const { cycleId, group } = state;
  if (!byLetter) return { events: [signedBy(state, signature, meta.actor)], ...phase };
  if (isRecorded(state, signature)) return { events: [] };
  const data = { cycleId, group, number: decision.number, signature, by: meta.actor };
  return { events: [{ type: 'DecisionSignatureRecorded', data }], ...phase };
}

/** A second person has seen the letter; who recorded the decision is not that person either. */
export function confirmDecisionSignature(state: Panel, calendar: Calendar, meta: Meta): Decision<PanelEvent> {
  if (state.status === 'signed') return { events: [] };
  requireDecided(state);
  const { recorded } = state.decision;
  if (recorded === undefined) throw new Refusal('no-signature-recorded', 'No signature by letter waits here.');
  const phase = requireDecisionTime(state, calendar, meta);
  requireOffice(state, true, meta);
  requireSecondPerson(state, meta);
  requireSecondReader(recorded.by, meta);
  return { events: [signedBy(state, recorded.signature, recorded.by, meta.actor)], ...phase };
}

function requireDecided(state: Panel): asserts state is DecidedPanel {
  if (state.status !== 'decided') throw new Refusal('not-decided', 'There is no recorded decision to sign.');
}

function requireOffice(state: DecidedPanel, mayOffice: boolean, meta: Meta): void {
  const office = mayOffice && (meta.role === 'approver' || meta.role === 'secretariat');
  if (isChair(state, meta) || office) return;
  throw new Refusal(
    'not-chair',
    mayOffice
      ? 'The chair, the deputy, the approver or the secretariat signs this.'
      : 'The chair or the deputy signs this.',
  );
}

function requireSecondPerson({ decision }: DecidedPanel, { actor }: Meta): void {
  if (actor === decision.by)
    throw new Refusal('second-person-needed', 'Who recorded this decision does not sign it too.');
}

function signedBy(
  { cycleId, group, decision }: DecidedPanel,
  signature: KeptSignature,
  by: string,
  confirmedBy?: string,
): PanelEvent {
  const { number, winners } = decision;
  const data = { cycleId, group, number, winners, signature, by, ...(confirmedBy !== undefined && { confirmedBy }) };
  return { type: 'DecisionSigned', data };
}

function isRecorded({ decision: { recorded } }: DecidedPanel, signature: KeptSignature): boolean {
  if (recorded?.signature.kind !== 'on-behalf' || signature.kind !== 'on-behalf') return false;
  const { letter, reference, date } = recorded.signature;
  return letter === signature.letter && reference === signature.reference && date === signature.date;
}

const isChair = ({ chair, deputyChair }: Panel, { actor }: Meta) => actor === chair || actor === deputyChair;

/** After an upheld objection; or by who leads the panel, as long as nobody was asked to endorse. */
export function reopenDecision(
  { laureateId, reason }: Data<'ReopenDecision'>,
  state: Panel,
  { cycle }: Calendar,
  meta: Meta,
): Decision<PanelEvent> {
  if (state.status !== 'signed' && state.reopened?.laureateId === laureateId) return { events: [] };
  if (state.status !== 'signed') throw new Refusal('not-signed', 'No decision is signed: it is still open.');
  const { cycleId, group, decision } = state;
  if (!decision.winners.some((winner) => winner.laureateId === laureateId))
    throw new Refusal('laureate-unknown', `The decision does not name ${laureateId}.`);
  requireNotConcluded(cycle);
  const upheld = isUpheld(cycle, laureateId);
  if (!upheld) requireOwnReopening(state, cycle, meta);
  const { number } = decision;
  return { events: [{ type: 'DecisionReopened', data: { cycleId, group, number, laureateId, upheld, reason } }] };
}

const isUpheld = ({ endorsement }: Cycle, laureateId: string) =>
  endorsement?.objections.some((objection) => objection.laureateId === laureateId && objection.status === 'upheld') ??
  false;

function requireOwnReopening(state: SignedPanel, cycle: Cycle, meta: Meta): void {
  if (cycle.endorsement?.groups.includes(state.group))
    throw new Refusal('objection-needed', 'The decision is before the endorsers: only an upheld objection opens it.');
  const office = state.decision.outside && ['approver', 'focal-point', 'secretariat'].includes(meta.role);
  if (!isChair(state, meta) && !office)
    throw new Refusal('not-chair', 'The chair or the deputy opens a signed decision again.');
}
