// Where a forum's programme stands, folded from its events.
import type { Fold, StreamRef } from '../decider.ts';
import type { ForumEvent, ForumPlan, Place, Placement, TalkFacts } from './messages.ts';

export type Forum = {
  status: 'planned';
  forumId: string;
  cycleId: string | null;
  plan: ForumPlan;
  /** A schedule that was asked for and is not there yet. */
  requested: string | null;
  talks: TalkFacts[];
  /** The working copy: the last proposal plus moves and pins. */
  placements: Placement[];
  unplaced: string[];
  pins: { [talk: string]: Place };
  released: { number: number; name: string; placements: Placement[] } | null;
};
export type ForumState = { status: 'none' } | Forum;

export const forumFold: Fold<ForumState, ForumEvent> = {
  kind: 'forum',
  initial: { status: 'none' },
  evolve: (state) => state,
};

export const forumStream = (forumId: string, cycleId: string | null = null): StreamRef<ForumState> => ({
  fold: forumFold,
  id: `forum/${forumId}`,
  cycleId,
});
