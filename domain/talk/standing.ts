// What the commands of a talk ask first: who speaks for it, and whether it is still to be given.
import type { CycleState } from '../cycle/state.ts';
import type { Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { isOffice } from '../roles.ts';
import { answerEnd, type Talk } from './state.ts';

export const idsOf = ({ forumId, laureateId, cycleId }: Talk) => ({ forumId, laureateId, cycleId });

/** The presenter, who speaks instead, or the forum's desk on the presenter's behalf. */
export function requirePresenter(state: Talk, meta: Meta): void {
  if (meta.actor !== state.speaker?.personId) requireResponsible(state, meta);
}

/** Who was asked answers yes or no, and nobody who speaks instead. */
export function requireResponsible({ personId }: Talk, { actor, role }: Meta): void {
  if (actor !== personId && !isOffice(role) && role !== 'forum-staff' && role !== 'host')
    throw new Refusal('not-the-presenter', 'Only the presenter, or the secretariat on behalf, may do this.');
}

type Standing = Extract<Talk, { status: 'invited' | 'confirmed' }>;

/** @returns the talk, invited or confirmed; otherwise throws what has become of it. */
export function requireStanding(state: Talk, cycle?: CycleState): Standing {
  switch (state.status) {
    case 'declined':
      throw new Refusal('talk-declined', 'The presenter has declined: another may be named instead.');
    case 'lapsed':
      throw new Refusal('invitation-lapsed', 'The invitation has lapsed: the presenter may be invited anew.', {
        lapsedAt: answerEnd(state, cycle).toISOString(),
      });
    case 'presented':
    case 'absent':
      throw new Refusal('talk-over', `The talk is marked as ${state.status}: only that mark may be corrected.`);
    default:
      return state;
  }
}
