// Where one scorecard stands, folded from its events.
import { type Fold, type StreamRef, unreachable } from '../decider.ts';
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
  evolve,
};

function evolve(state: ScorecardState, event: ScorecardEvent): ScorecardState {
  if (event.type === 'ScorecardAssigned') {
    const { cycleId, group, nominationId, judgeId, round, dossierVersion, country, category, criteria } = event.data;
    return {
      status: 'assigned',
      ids: { cycleId, group, nominationId, judgeId, round },
      dossierVersion,
      country,
      category,
      criteria,
    };
  }
  if (state.status === 'none') return state;
  const { ids, dossierVersion, country, category, criteria } = state;
  const base = { ids, dossierVersion, country, category, criteria };
  switch (event.type) {
    case 'ScorecardSubmitted':
      return { ...base, status: 'submitted', scores: event.data.scores, comments: event.data.comments };
    case 'EntryRecused':
      return { ...base, status: 'recused' };
    case 'ScorecardReopened':
      return state.status === 'submitted'
        ? { ...state, status: 'reopened', dossierVersion: event.data.amendedTo ?? dossierVersion }
        : state;
    case 'ScorecardRenewed':
      return { ...state, dossierVersion: event.data.amendedTo };
    default:
      return unreachable(event);
  }
}

export const scorecardStream = (
  nominationId: string,
  judgeId: string,
  round: string,
  cycleId: string | null = null,
): StreamRef<ScorecardState> => ({ fold: scorecardFold, id: `scorecard/${nominationId}/${judgeId}/${round}`, cycleId });
