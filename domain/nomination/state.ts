// Where a nomination stands, folded from its events.
import { extended } from '../cycle/pauses.ts';
import type { Cycle } from '../cycle/state.ts';
import { type Fold, type StreamRef, unreachable } from '../decider.ts';
import type { Texts } from '../messages.ts';
import type { FieldMessage, NominationEvent } from './messages.ts';

export type Check = { outcome: 'passed' | 'failed'; note: string; by: string };
/** Whether the secretariat has verified the dossier of one whom a signed decision names, and in which version. */
export type Verification =
  | { status: 'none' }
  | { status: 'verified'; version: number }
  | { status: 'with-country'; answerBy: string; messages: FieldMessage[] }
  | { status: 'answered' };
type Base = {
  nominationId: string;
  cycleId: string;
  country: string;
  category: string;
  organisation: Texts;
  organisationId: string;
  title: Texts;
  dossier: string;
  files: string[];
  version: number;
  draftVersion: number;
  /** The newest outcome of each checklist item on this version: a newer version starts without. */
  checks: { [item: string]: Check };
  /** Everyone who ever recorded a check, on any version. */
  checkedBy: string[];
  /** How often it was given back. What is submitted after that is a correction. */
  returns: number;
  verification: Verification;
};
export type Nomination =
  | (Base & { status: 'submitted' })
  | (Base & { status: 'returned'; correctBy: string; setAt?: string | undefined; messages: FieldMessage[] })
  | (Base & { status: 'rejection-proposed'; proposedBy: string; reason: string })
  | (Base & { status: 'rejected' })
  | (Base & { status: 'withdrawn' })
  | (Base & { status: 'forwarded' });
export type NominationState = { status: 'none' } | Nomination;

export const nominationFold: Fold<NominationState, NominationEvent> = {
  kind: 'nomination',
  initial: { status: 'none' },
  evolve,
};

function evolve(state: NominationState, event: NominationEvent): NominationState {
  if (event.type === 'NominationSubmitted' || event.type === 'NominationCorrected') return submitted(state, event.data);
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'CheckRecorded': {
      const { item, outcome, note, by } = event.data;
      const checkedBy = [...new Set([...state.checkedBy, by])];
      return { ...state, checks: { ...state.checks, [item]: { outcome, note, by } }, checkedBy };
    }
    case 'NominationReturned': {
      const { correctBy, setAt, messages } = event.data;
      return { ...state, status: 'returned', correctBy, setAt, messages, returns: state.returns + 1 };
    }
    case 'RejectionProposed':
      return { ...state, status: 'rejection-proposed', proposedBy: event.data.by, reason: event.data.reason };
    case 'NominationRejected':
      return { ...state, status: 'rejected' };
    case 'NominationWithdrawn':
      return { ...state, status: 'withdrawn' };
    case 'NominationForwarded':
      return { ...state, status: 'forwarded' };
    case 'DossierVerified':
      return { ...state, verification: { status: 'verified', version: event.data.version } };
    case 'DossierReturned': {
      const { answerBy, messages } = event.data;
      return { ...state, verification: { status: 'with-country', answerBy, messages } };
    }
    case 'ReturnAnswered':
      return { ...state, ...event.data, verification: { status: 'answered' } };
    default:
      return unreachable(event);
  }
}

/** Until when a returned nomination may be corrected, with the suspensions since it was returned. */
export const correctionEnd = (
  { correctBy, setAt }: Extract<Nomination, { status: 'returned' }>,
  cycle: Pick<Cycle, 'pauses'>,
): Date => extended(cycle, correctBy, setAt);

type SubmittedData = Extract<NominationEvent, { type: 'NominationSubmitted' | 'NominationCorrected' }>['data'];

function submitted(state: NominationState, data: SubmittedData): Nomination {
  const { checkedBy, returns } = state.status === 'none' ? { checkedBy: [], returns: 0 } : state;
  return { ...data, status: 'submitted', checks: {}, checkedBy, returns, verification: { status: 'none' } };
}

export const nominationStream = (nominationId: string, cycleId: string | null = null): StreamRef<NominationState> => ({
  fold: nominationFold,
  id: `nomination/${nominationId}`,
  cycleId,
});
