// The laureate's answer, and who follows one who declines.
import type { Cycle } from '../cycle/state.ts';
import type { Decision } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { Winner } from '../messages.ts';
import type { PanelCommand, PanelEvent } from './messages.ts';
import { type Award, currentLaureates, type Panel, type SignedPanel, waitingRunnersUp } from './state.ts';

type Data<Type extends PanelCommand['type']> = Extract<PanelCommand, { type: Type }>['data'];

export function acceptAward({ laureateId }: Data<'AcceptAward'>, state: Panel, cycle: Cycle): Decision<PanelEvent> {
  const award = requireAward(state, laureateId);
  if (award.status === 'accepted') return { events: [] };
  requireOffered(award, cycle);
  const { cycleId, group } = state;
  return { events: [{ type: 'AwardAccepted', data: { cycleId, group, laureateId } }] };
}

export function declineAward(
  { laureateId, reason }: Data<'DeclineAward'>,
  state: Panel,
  cycle: Cycle,
): Decision<PanelEvent> {
  const award = requireAward(state, laureateId);
  if (award.status === 'declined') return { events: [] };
  requireOffered(award, cycle);
  const { cycleId, group } = state;
  return { events: [{ type: 'AwardDeclined', data: { cycleId, group, laureateId, reason } }] };
}

function requireSigned(state: Panel): asserts state is SignedPanel {
  if (state.status !== 'signed') throw new Refusal('decision-not-signed', 'The decision is not signed.');
}

function requireAward(state: Panel, laureateId: string): Award {
  requireSigned(state);
  const award = state.awards[laureateId];
  if (award === undefined)
    throw new Refusal('not-laureate', `${laureateId} is not a laureate of this panel.`, {
      laureates: currentLaureates(state).map((winner) => winner.laureateId),
    });
  return award;
}

const endorsedOf = ({ endorsement }: Cycle): string[] =>
  endorsement?.concluded?.endorsed.map((winner) => winner.laureateId) ?? [];

function requireOffered(award: Award, cycle: Cycle): void {
  const { laureateId } = award.winner;
  if (award.status === 'replaced') throw new Refusal('not-laureate', `${laureateId} was replaced.`, { by: award.by });
  if (award.status !== 'offered') throw new Refusal('award-answered', `The award was ${award.status} already.`);
  if (!endorsedOf(cycle).includes(laureateId))
    throw new Refusal('not-endorsed', `${laureateId} is not endorsed, or endorsement is not concluded.`);
}

/**
 * The next endorsed runner-up whose country has a place free takes the place; nobody, where there is none. A laureate who
 * has declined holds the place of their own country until they are replaced themselves.
 */
export function replaceLaureate(
  { laureateId, reason }: Data<'ReplaceLaureate'>,
  state: Panel,
  cycle: Cycle,
): Decision<PanelEvent> {
  const award = requireAward(state, laureateId);
  requireSigned(state);
  if (award.status === 'replaced') return { events: [] };
  if (award.status !== 'declined')
    throw new Refusal('award-not-declined', `The award is ${award.status}: only who has declined is replaced.`);
  const { cycleId, group } = state;
  const next = following(award, state, cycle);
  const by: Winner | null = next === undefined ? null : { ...next, place: 'laureate', order: award.winner.order };
  return { events: [{ type: 'LaureateReplaced', data: { cycleId, group, laureateId, by, reason } }] };
}

function following(declined: Award, state: SignedPanel, cycle: Cycle): Winner | undefined {
  const endorsed = endorsedOf(cycle);
  const places = cycle.definition.awards.laureates;
  const holding = Object.values(state.awards).filter((award) => award.status !== 'replaced' && award !== declined);
  const held = (country: string) => holding.filter(({ winner }) => winner.country === country).length;
  return waitingRunnersUp(state).find(
    (winner) => endorsed.includes(winner.laureateId) && held(winner.country) < places,
  );
}
