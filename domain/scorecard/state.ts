// Where one scorecard stands, folded from its events.
import type { Fold, StreamRef } from '../decider.ts';
import type { ScorecardEvent, ScorecardIds } from './messages.ts';

type Base = { ids: ScorecardIds; dossierVersion: number; country: string; category: string; criteria: string[] };
export type ScorecardState =
  | { status: 'none' }
  | (Base & { status: 'assigned' })
  | (Base & { status: 'submitted'; scores: { criterion: string; points: number }[]; comments: string | null })
  | (Base & { status: 'reopened'; scores: { criterion: string; points: number }[]; comments: string | null })
  | (Base & { status: 'recused' });

export const scorecardFold: Fold<ScorecardState, ScorecardEvent> = {
  kind: 'scorecard',
  initial: { status: 'none' },
  evolve: (state) => state,
};

export const scorecardStream = (
  nominationId: string,
  judgeId: string,
  round: string,
  cycleId: string | null = null,
): StreamRef<ScorecardState> => ({ fold: scorecardFold, id: `scorecard/${nominationId}/${judgeId}/${round}`, cycleId });
