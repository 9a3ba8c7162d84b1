// Where one judge stands in a cycle, folded from its events.
import { type Fold, type StreamRef, unreachable } from '../decider.ts';
import { finishedKey } from '../panel/rounds.ts';
import type { JudgeEvent } from './messages.ts';

export type ConflictStatus = 'declared' | 'upheld' | 'dismissed';
export type JudgeProfile = { languages: string[]; themes: string[]; capacity: number; wishes?: string[] };
type Base = {
  cycleId: string;
  judgeId: string;
  groups: string[];
  country: string | null;
  terms: string | null;
  profile: JudgeProfile | null;
  /** By nomination; a conflict that is not dismissed keeps judge and entry apart. */
  conflicts: { [nominationId: string]: ConflictStatus };
  /** Entries that the judge has said to have no conflict with; a conflict that is declared later counts. */
  cleared: string[];
  /** Suggestions that were dismissed, and by whom. */
  dismissed: { nominationId: string; because: string; by: 'judge' | 'desk' }[];
  /** By group, and round where it is a later one, with how many entries the judge had there when saying so. */
  finished: { [group: string]: number };
};
export type Judge =
  | (Base & { status: 'invited' })
  | (Base & { status: 'accepted' })
  | (Base & { status: 'declined' })
  | (Base & { status: 'released' });
export type JudgeState = { status: 'none' } | Judge;

export const judgeFold: Fold<JudgeState, JudgeEvent> = { kind: 'judge', initial: { status: 'none' }, evolve };

function evolve(state: JudgeState, event: JudgeEvent): JudgeState {
  if (event.type === 'JudgeInvited') return invited(state, event.data);
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'InvitationAccepted':
      return { ...state, status: 'accepted' };
    case 'InvitationDeclined':
      return { ...state, status: 'declined' };
    case 'TermsAccepted':
      return { ...state, terms: event.data.version };
    case 'ProfileSet': {
      const { languages, themes, capacity, country = state.country, wishes } = event.data;
      const profile = { languages, themes, capacity, ...(wishes !== undefined && { wishes }) };
      return { ...state, country, profile };
    }
    case 'ConflictDeclared':
      return { ...state, conflicts: { ...state.conflicts, [event.data.nominationId]: 'declared' } };
    case 'NoConflictDeclared':
      return { ...state, cleared: [...new Set([...state.cleared, ...event.data.nominationIds])] };
    case 'ConflictSettled':
      return { ...state, conflicts: { ...state.conflicts, [event.data.nominationId]: event.data.outcome } };
    case 'ConflictSuggestionDismissed': {
      const { nominationId, because, by } = event.data;
      return {
        ...state,
        dismissed: [
          ...state.dismissed.filter((one) => !(one.nominationId === nominationId && one.because === because)),
          { nominationId, because, by },
        ],
      };
    }
    case 'ScoringFinished':
      return { ...state, finished: { ...state.finished, [finishedIn(event.data)]: event.data.entries } };
    case 'JudgeReleased':
      return { ...state, status: 'released' };
    default:
      return unreachable(event);
  }
}

const finishedIn = ({ group, round }: Extract<JudgeEvent, { type: 'ScoringFinished' }>['data']) =>
  finishedKey(group, round);

/**
 * Who serves and is asked for further groups goes on serving. Who declined or was released is asked anew: what the judge
 * declared still stands, the word "finished" does not.
 */
function invited(
  state: JudgeState,
  { cycleId, judgeId, groups, country }: Extract<JudgeEvent, { type: 'JudgeInvited' }>['data'],
): Judge {
  const asked = { cycleId, judgeId, groups, country };
  if (state.status === 'none')
    return {
      ...asked,
      status: 'invited',
      terms: null,
      profile: null,
      conflicts: {},
      cleared: [],
      dismissed: [],
      finished: {},
    };
  if (state.status === 'invited' || state.status === 'accepted') return { ...state, ...asked };
  return { ...state, ...asked, status: 'invited', finished: {} };
}

/** Declared is enough; only what was dismissed keeps nobody apart. */
export function hasConflict(state: JudgeState | undefined, nominationId: string): boolean {
  const conflict = state === undefined || state.status === 'none' ? undefined : state.conflicts[nominationId];
  return conflict === 'declared' || conflict === 'upheld';
}

export const judgeStream = (cycleId: string, judgeId: string): StreamRef<JudgeState> => ({
  fold: judgeFold,
  id: `judge/${cycleId}/${judgeId}`,
  cycleId,
});
