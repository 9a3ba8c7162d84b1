// Who answers for a laureate, how the name is proofed and corrected, and how an award is taken back.
import type { Cycle } from '../cycle/state.ts';
import type { Decision } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { Texts } from '../messages.ts';
import { requireAward, requireEndorsed, requireNotPublic, requireSigned } from './awarding.ts';
import type { Award } from './awards.ts';
import type { PanelCommand, PanelEvent } from './messages.ts';
import type { Panel } from './state.ts';

type Data<Type extends PanelCommand['type']> = Extract<PanelCommand, { type: Type }>['data'];

/** From the signature on, so that the offer finds its reader. */
export function nameContact({ laureateId, personId }: Data<'NameContact'>, state: Panel): Decision<PanelEvent> {
  const award = requireAward(state, laureateId);
  if (award.contact === personId) return { events: [] };
  requireStanding(award);
  const { cycleId, group } = state;
  return { events: [{ type: 'LaureateContactNamed', data: { cycleId, group, laureateId, personId } }] };
}

/** The name as it will be printed: it is right, or this is wrong with it. */
export function proofName(data: Data<'ProofName'>, state: Panel, cycle: Cycle): Decision<PanelEvent> {
  const { laureateId, outcome } = data;
  const award = requireAward(state, laureateId);
  requireStanding(award);
  requireEndorsed(award, cycle);
  const text = data.outcome === 'correction' ? data.text : null;
  if (award.proof?.outcome === outcome && award.proof.text === text) return { events: [] };
  const { cycleId, group } = state;
  const { organisation } = award.winner;
  return { events: [{ type: 'NameProofed', data: { cycleId, group, laureateId, outcome, text, organisation } }] };
}

/** By the country: as it is from now on. The same name again says that it was right. */
export function correctName(data: Data<'CorrectName'>, state: Panel, cycle: Cycle): Decision<PanelEvent> {
  requireSigned(state);
  const { laureateId, organisation, reason } = data;
  const award = state.awards[laureateId];
  const winner = award?.winner ?? state.decision.winners.find((one) => one.laureateId === laureateId);
  if (winner === undefined) throw new Refusal('not-laureate', `The decision does not name ${laureateId}.`);
  if (award !== undefined) requireStanding(award);
  if (sameTexts(winner.organisation, organisation) && award?.proof?.outcome !== 'correction') return { events: [] };
  requireNotPublic(cycle);
  const { cycleId, group } = state;
  return { events: [{ type: 'LaureateNameCorrected', data: { cycleId, group, laureateId, organisation, reason } }] };
}

const sameTexts = (a: Texts, b: Texts): boolean => {
  const tags = Object.keys(a);
  return tags.length === Object.keys(b).length && tags.every((tag) => a[tag] === b[tag]);
};

/** The record stays; what is published says that it was revoked. */
export function revokeAward(data: Data<'RevokeAward'>, state: Panel, cycle: Cycle): Decision<PanelEvent> {
  const { laureateId, reason, letter, publicNote } = data;
  const award = requireAward(state, laureateId);
  if (award.status === 'revoked') return { events: [] };
  requireStanding(award);
  requireEndorsed(award, cycle);
  const { cycleId, group } = state;
  const kept = { ...(letter && { letter }), publicNote: publicNote ?? null };
  return { events: [{ type: 'AwardRevoked', data: { cycleId, group, laureateId, reason, ...kept } }] };
}

function requireStanding(award: Award): void {
  const { status } = award;
  if (status !== 'offered' && status !== 'accepted')
    throw new Refusal('not-laureate', `The award is ${status}: nobody is laureate by it.`, { status });
}
