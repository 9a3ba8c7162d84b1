// Where one judge stands in a cycle, folded from its events.
import type { Fold, StreamRef } from '../decider.ts';
import type { JudgeEvent } from './messages.ts';

export type ConflictStatus = 'declared' | 'upheld' | 'dismissed';
type Base = {
  cycleId: string;
  judgeId: string;
  groups: string[];
  country: string | null;
  terms: string | null;
  profile: { languages: string[]; themes: string[]; capacity: number } | null;
  /** By nomination; a conflict that is not dismissed keeps judge and entry apart. */
  conflicts: { [nominationId: string]: ConflictStatus };
  finished: string[];
};
export type JudgeState =
  | { status: 'none' }
  | (Base & { status: 'invited' })
  | (Base & { status: 'accepted' })
  | (Base & { status: 'declined' })
  | (Base & { status: 'released' });

export const judgeFold: Fold<JudgeState, JudgeEvent> = {
  kind: 'judge',
  initial: { status: 'none' },
  evolve: (state) => state,
};

export const judgeStream = (cycleId: string, judgeId: string): StreamRef<JudgeState> => ({
  fold: judgeFold,
  id: `judge/${cycleId}/${judgeId}`,
  cycleId,
});
