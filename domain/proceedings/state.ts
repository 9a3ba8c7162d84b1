// Where the proceedings of a session stand, folded from their events.
import { type Fold, type StreamRef, unreachable } from '../decider.ts';
import type { ProceedingsEvent, Session } from './messages.ts';

export type ProceedingsState = {
  /** The hash of each version, the first at 0. */
  versions: string[];
  published: number | null;
};

export const proceedingsFold: Fold<ProceedingsState, ProceedingsEvent> = {
  kind: 'proceedings',
  initial: { versions: [], published: null },
  evolve,
};

function evolve(state: ProceedingsState, event: ProceedingsEvent): ProceedingsState {
  switch (event.type) {
    case 'ProceedingsRecorded':
      return { ...state, versions: [...state.versions, event.data.hash] };
    case 'ProceedingsPublished':
      return { ...state, published: event.data.version };
    case 'ProceedingsWithdrawn':
      return { ...state, published: null };
    default:
      return unreachable(event);
  }
}

export const proceedingsStream = (
  forumId: string,
  { block, room }: Session,
  cycleId: string | null = null,
): StreamRef<ProceedingsState> => ({ fold: proceedingsFold, id: `proceedings/${forumId}/${block}/${room}`, cycleId });
