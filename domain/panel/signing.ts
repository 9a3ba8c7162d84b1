// The decision signed, and opened again.
import type { Cycle } from '../cycle/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { requireSecondFactor } from '../signatures.ts';
import type { PanelCommand, PanelEvent } from './messages.ts';
import type { Panel, SignedPanel } from './state.ts';
import { type Calendar, requireDecisionTime, requireNotConcluded } from './timing.ts';

type Data<Type extends PanelCommand['type']> = Extract<PanelCommand, { type: Type }>['data'];

/** In person the chair or the deputy; what was decided outside, or is signed by letter, needs a second person. */
export function signDecision(
  { signature }: Data<'SignDecision'>,
  state: Panel,
  calendar: Calendar,
  meta: Meta,
): Decision<PanelEvent> {
  if (state.status === 'signed') return { events: [] };
  if (state.status !== 'decided') throw new Refusal('not-decided', 'There is no recorded decision to sign.');
  const { cycleId, group, decision } = state;
  const phase = requireDecisionTime(state, calendar, meta);
  const byOffice = decision.outside || signature.kind === 'on-behalf';
  const office = byOffice && (meta.role === 'approver' || meta.role === 'secretariat');
  if (!isChair(state, meta) && !office)
    throw new Refusal(
      'not-chair',
      byOffice
        ? 'The chair, the deputy, the approver or the secretariat signs this.'
        : 'The chair or the deputy signs this.',
    );
  if (byOffice && meta.actor === decision.by)
    throw new Refusal('second-person-needed', 'Who recorded this decision does not sign it too.');
  requireSecondFactor(signature, meta);
  const { number, winners } = decision;
  return {
    events: [{ type: 'DecisionSigned', data: { cycleId, group, number, winners, signature, by: meta.actor } }],
    ...phase,
  };
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
