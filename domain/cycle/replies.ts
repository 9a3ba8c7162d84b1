// What endorsers answer: they endorse, object, and an objection is settled.
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { Winner } from '../messages.ts';
import { isOffice } from '../roles.ts';
import type { CycleCommand, CycleEvent } from './messages.ts';
import type { Cycle, Endorsement, Objection } from './state.ts';

type Data<Type extends CycleCommand['type']> = Extract<CycleCommand, { type: Type }>['data'];

export function endorseResults(state: Cycle, data: Data<'EndorseResults'>, meta: Meta): Decision<CycleEvent> {
  const endorsement = openEndorsement(state, meta);
  const { country, onBehalf = null } = data;
  requireEntitled(state, country);
  requireLetter(onBehalf, meta);
  const all = endorsement.winners.map((winner) => winner.laureateId);
  const named = [...new Set(data.laureates ?? all)];
  for (const laureateId of named) requireWinner(endorsement, laureateId);
  requireNoObjection(endorsement, country, named);
  const laureates = named.filter((id) => !endorsement.replies[country]?.includes(id));
  if (laureates.length === 0) return { events: [] };
  return {
    events: [{ type: 'ResultsEndorsed', data: { cycleId: state.cycleId, country, laureates, onBehalf } }],
    notAfter: new Date(endorsement.closesAt),
  };
}

export function objectToResult(state: Cycle, data: Data<'ObjectToResult'>, meta: Meta): Decision<CycleEvent> {
  const endorsement = openEndorsement(state, meta);
  const { country, laureateId, reason, onBehalf = null } = data;
  requireEntitled(state, country);
  requireLetter(onBehalf, meta);
  const { group } = requireWinner(endorsement, laureateId);
  const before = lastObjection(endorsement, country, laureateId);
  if (before?.status === 'open') return { events: [] };
  if (before?.status === 'upheld' || before?.status === 'dismissed')
    throw new Refusal('objection-settled', `The objection of ${country} was ${before.status}.`, {
      outcome: before.status,
    });
  return {
    events: [
      { type: 'ResultObjected', data: { cycleId: state.cycleId, country, laureateId, group, reason, onBehalf } },
    ],
    notAfter: new Date(endorsement.closesAt),
  };
}

/** May follow the deadline, as long as endorsement is not concluded. */
export function settleObjection(state: Cycle, data: Data<'SettleObjection'>): Decision<CycleEvent> {
  const { cycleId, endorsement } = state;
  const { country, laureateId, outcome, reason } = data;
  const objection = endorsement === null ? undefined : lastObjection(endorsement, country, laureateId);
  if (objection === undefined) throw new Refusal('objection-unknown', `${country} has not objected to ${laureateId}.`);
  if (objection.status === outcome) return { events: [] };
  if (objection.status !== 'open')
    throw new Refusal('objection-settled', `This objection was settled: ${objection.status}.`, {
      outcome: objection.status,
    });
  if (endorsement?.concluded) throw new Refusal('endorsement-concluded', 'Endorsement is concluded.');
  const { group } = objection;
  return {
    events: [{ type: 'ObjectionSettled', data: { cycleId, country, laureateId, group, outcome, reason } }],
  };
}

/** By the country that made it. */
export const withdrawObjection = (state: Cycle, data: Data<'WithdrawObjection'>): Decision<CycleEvent> =>
  settleObjection(state, { ...data, outcome: 'withdrawn' });

/** The secretariat has no voice of its own: it records what a country has written. */
function requireLetter(onBehalf: object | null, { role }: Meta): void {
  if (isOffice(role) && onBehalf === null)
    throw new Refusal('letter-needed', 'A reply that the secretariat records names the letter that it came by.');
}

/** @throws Refusal when nothing is before the endorsers, or the time is over. */
function openEndorsement({ endorsement }: Cycle, meta: Meta): Endorsement {
  if (endorsement === null) throw new Refusal('endorsement-not-requested', 'Nothing is before the endorsers yet.');
  if (endorsement.concluded !== null) throw new Refusal('endorsement-concluded', 'Endorsement is concluded.');
  if (meta.at > new Date(endorsement.closesAt))
    throw new Refusal('too-late', 'The time for replies is over.', { closedAt: endorsement.closesAt });
  return endorsement;
}

function requireEntitled({ countries }: Cycle, country: string): void {
  if (!countries.includes(country))
    throw new Refusal('country-not-entitled', `${country} takes no part in this cycle.`, { countries });
}

function requireWinner({ winners }: Endorsement, laureateId: string): Winner {
  const winner = winners.find((candidate) => candidate.laureateId === laureateId);
  if (winner === undefined)
    throw new Refusal('laureate-unknown', `${laureateId} is not before the endorsers.`, {
      laureates: winners.map((candidate) => candidate.laureateId),
    });
  return winner;
}

function requireNoObjection(endorsement: Endorsement, country: string, named: string[]): void {
  const own = named.filter((laureateId) => lastObjection(endorsement, country, laureateId)?.status === 'open');
  if (own.length > 0)
    throw new Refusal('objection-open', `${country} objects to ${own.join(', ')}: that must be settled first.`, {
      laureates: named.filter((laureateId) => !own.includes(laureateId)),
    });
}

const lastObjection = ({ objections }: Endorsement, country: string, laureateId: string): Objection | undefined =>
  objections.findLast((objection) => objection.country === country && objection.laureateId === laureateId);
