// Where a laureate's talk stands, folded from its events.
import { extended } from '../cycle/pauses.ts';
import type { CycleState } from '../cycle/state.ts';
import { type Fold, type StreamRef, unreachable } from '../decider.ts';
import type { Texts } from '../messages.ts';
import type { TalkEvent, Topic } from './messages.ts';

export type TalkBase = {
  forumId: string;
  laureateId: string;
  cycleId: string | null;
  personId: string;
  country: string;
  category: string;
  organisation: Texts;
  answerBy: string;
  /** When that was set, where the cycle had been suspended by then. */
  setAt?: string | undefined;
  topics: Topic[];
  theme: string | null;
  language: string;
  mode: 'in-person' | 'remote';
  windows: { from: number; to: number }[];
  reconfirmed: number | null;
};
export type TalkState =
  | { status: 'none' }
  | (TalkBase & { status: 'invited' })
  | (TalkBase & { status: 'confirmed' })
  | (TalkBase & { status: 'declined' })
  | (TalkBase & { status: 'lapsed' })
  | (TalkBase & { status: 'presented' })
  | (TalkBase & { status: 'absent'; reason: string });
export type Talk = Exclude<TalkState, { status: 'none' }>;

export const talkFold: Fold<TalkState, TalkEvent> = { kind: 'talk', initial: { status: 'none' }, evolve };

function evolve(state: TalkState, event: TalkEvent): TalkState {
  if (event.type === 'PresenterInvited') {
    const { forumId, laureateId, cycleId, personId, country, category, organisation, answerBy, setAt } = event.data;
    const facts = { forumId, laureateId, cycleId, personId, country, category, organisation, answerBy, setAt };
    return {
      ...facts,
      status: 'invited',
      topics: [],
      theme: null,
      language: 'en',
      mode: 'in-person',
      windows: [],
      reconfirmed: null,
    };
  }
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'TalkConfirmed':
      return { ...state, status: 'confirmed' };
    case 'TalkDeclined':
      return { ...state, status: 'declined' };
    case 'InvitationLapsed':
      return { ...state, status: 'lapsed' };
    case 'PresenterReplaced':
      return {
        ...state,
        status: 'invited',
        personId: event.data.personId,
        answerBy: event.data.answerBy,
        setAt: event.data.setAt,
        mode: 'in-person',
        windows: [],
        reconfirmed: null,
      };
    case 'TalkDescribed': {
      const { topics, theme, language } = event.data;
      return { ...state, topics, theme, language };
    }
    case 'AvailabilitySet':
      return { ...state, mode: event.data.mode, windows: event.data.windows };
    case 'SlotReconfirmed':
      return { ...state, reconfirmed: event.data.release };
    case 'TalkPresented':
      return { ...baseOf(state), status: 'presented' };
    case 'PresenterAbsent':
      return { ...state, status: 'absent', reason: event.data.reason };
    default:
      return unreachable(event);
  }
}

/** Until when the invitation is answered, with the suspensions of the cycle since it was made. */
export const answerEnd = ({ answerBy, setAt }: Talk, cycle: CycleState | undefined): Date =>
  extended({ pauses: cycle === undefined || cycle.status === 'none' ? [] : cycle.pauses }, answerBy, setAt);

/** Without what holds for one status only. */
function baseOf(state: Talk): TalkBase {
  if (state.status !== 'absent') return state;
  const { reason: _reason, ...base } = state;
  return base;
}

export const talkStream = (
  forumId: string,
  laureateId: string,
  cycleId: string | null = null,
): StreamRef<TalkState> => ({
  fold: talkFold,
  id: `talk/${forumId}/${laureateId}`,
  cycleId,
});
