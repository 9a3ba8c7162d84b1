// The laureate's answer, or none, and who follows one who is laureate no more.

import { extended, setWhen } from '../cycle/pauses.ts';
import type { Cycle } from '../cycle/state.ts';
import { addDuration } from '../deadlines.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { Winner } from '../messages.ts';
import { notDue } from '../not-due.ts';
import type { Award } from './awards.ts';
import type { PanelCommand, PanelEvent } from './messages.ts';
import { currentLaureates, type Panel, type SignedPanel, waitingRunnersUp } from './state.ts';
import { requireProcess } from './timing.ts';

type Data<Type extends PanelCommand['type']> = Extract<PanelCommand, { type: Type }>['data'];

/** By the laureate's contact; a focal point who answers for one who cannot says why. */
export function acceptAward(
  { laureateId, onBehalf }: Data<'AcceptAward'>,
  state: Panel,
  cycle: Cycle,
  meta: Meta,
): Decision<PanelEvent> {
  const award = requireAward(state, laureateId);
  if (award.status === 'accepted') return { events: [] };
  requireOffered(award, cycle);
  if (meta.role === 'focal-point' && onBehalf === undefined)
    throw new Refusal('reason-needed', 'Whoever accepts for a laureate says why the laureate does not.');
  const { cycleId, group } = state;
  return { events: [{ type: 'AwardAccepted', data: { cycleId, group, laureateId, ...(onBehalf && { onBehalf }) } }] };
}

export function declineAward(
  { laureateId, reason, letter }: Data<'DeclineAward'>,
  state: Panel,
  cycle: Cycle,
): Decision<PanelEvent> {
  const award = requireAward(state, laureateId);
  if (award.status === 'declined') return { events: [] };
  requireOffered(award, cycle);
  const { cycleId, group } = state;
  return {
    events: [{ type: 'AwardDeclined', data: { cycleId, group, laureateId, reason, ...(letter && { letter }) } }],
  };
}

/** Silence is no answer: when the time is up the offer lapses, unless everybody has read of it by then. */
export function lapseAward(
  { laureateId }: Data<'LapseAward'>,
  state: Panel,
  cycle: Cycle,
  meta: Meta,
): Decision<PanelEvent> {
  const award = requireAward(state, laureateId);
  if (award.status === 'lapsed') return { events: [] };
  requireOffered(award, cycle);
  requireProcess(meta, 'An offer lapses by itself when its time is up.');
  requireNotPublic(cycle);
  const end = answerEnd(award, cycle);
  if (end === null) throw new Refusal('no-deadline', 'This award was offered without a time to answer.');
  if (meta.at < end) throw notDue('The time to answer', end.toISOString());
  const { cycleId, group } = state;
  return { events: [{ type: 'AwardLapsed', data: { cycleId, group, laureateId, answerBy: end.toISOString() } }] };
}

/** Until when an offer waits, with the suspensions since; null for offers that were made without an end. */
export function answerEnd(award: Award, cycle: Cycle): Date | null {
  if (award.status !== 'offered') return null;
  const { answerBy, setAt } = award.answerBy === null ? (cycle.endorsement?.concluded ?? award) : award;
  return answerBy === null ? null : extended(cycle, answerBy, setAt);
}

export function requireSigned(state: Panel): asserts state is SignedPanel {
  if (state.status !== 'signed') throw new Refusal('decision-not-signed', 'The decision is not signed.');
}

export function requireAward(state: Panel, laureateId: string): Award {
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

export function requireEndorsed({ winner: { laureateId } }: Award, cycle: Cycle): void {
  if (!endorsedOf(cycle).includes(laureateId))
    throw new Refusal('not-endorsed', `${laureateId} is not endorsed, or endorsement is not concluded.`);
}

function requireOffered(award: Award, cycle: Cycle): void {
  const { laureateId } = award.winner;
  if (award.status === 'replaced') throw new Refusal('not-laureate', `${laureateId} was replaced.`, { by: award.by });
  if (award.status !== 'offered')
    throw new Refusal('award-answered', `The award is ${award.status} already.`, { status: award.status });
  requireEndorsed(award, cycle);
}

const leaves: Award['status'][] = ['declined', 'lapsed', 'revoked'];

/**
 * The next endorsed runner-up whose country has a place free takes the place; nobody, where there is none. A laureate who
 * has declined holds the place of their own country until they are replaced themselves.
 */
export function replaceLaureate(
  { laureateId, reason }: Data<'ReplaceLaureate'>,
  state: Panel,
  cycle: Cycle,
  meta: Meta,
): Decision<PanelEvent> {
  const award = requireAward(state, laureateId);
  requireSigned(state);
  if (award.status === 'replaced') return { events: [] };
  if (!leaves.includes(award.status))
    throw new Refusal(
      'award-not-declined',
      `The award is ${award.status}: who has declined, has not answered or has lost it is replaced.`,
    );
  requireNotPublic(cycle);
  const { cycleId, group } = state;
  const next = following(award, state, cycle);
  const by: Winner | null = next === undefined ? null : { ...next, place: 'laureate', order: award.winner.order };
  const answerBy = addDuration(meta.at, cycle.settings.answers.laureate, cycle.zone).toISOString();
  const offer = by === null ? {} : { answerBy, ...setWhen(cycle, meta) };
  return { events: [{ type: 'LaureateReplaced', data: { cycleId, group, laureateId, by, reason, ...offer } }] };
}

export const isPublic = ({ announcement }: Cycle): boolean =>
  announcement.some(({ stage, published }) => stage === 'public' && published);

/** What everybody has read is not exchanged. */
export function requireNotPublic(cycle: Cycle): void {
  if (isPublic(cycle))
    throw new Refusal('announced', 'The laureates are public: nobody follows, and names are corrected there.');
}

function following(left: Award, state: SignedPanel, cycle: Cycle): Winner | undefined {
  const endorsed = endorsedOf(cycle);
  const places = cycle.definition.awards.laureates;
  const holding = Object.values(state.awards).filter((award) => award.status !== 'replaced' && award !== left);
  const held = (country: string) => holding.filter(({ winner }) => winner.country === country).length;
  return waitingRunnersUp(state).find(
    (winner) => endorsed.includes(winner.laureateId) && held(winner.country) < places,
  );
}
