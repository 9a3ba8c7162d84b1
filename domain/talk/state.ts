// Where a laureate's talk stands, folded from its events.
import { extended } from '../cycle/pauses.ts';
import type { CycleState } from '../cycle/state.ts';
import { type Fold, type StreamRef, unreachable } from '../decider.ts';
import type { ForumPlan } from '../forum/messages.ts';
import type { Texts } from '../messages.ts';
import type { Busy, TalkEvent, ThemeFit, Topic } from './messages.ts';

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
  /** The zone of one who speaks from afar. */
  zone: string | null;
  /** Other meetings of the week. */
  busy: Busy[];
  wish: number | null;
  /** What was said of it; null where the language decides. */
  needsInterpretation: boolean | null;
  /** What was said of it; the theme chosen fits best anyhow. */
  fit: ThemeFit;
  /** Who gives the talk instead of the one who answers for it. */
  speaker: { personId: string } | null;
  /** The laureate whose talk fell out, where this one was a reserve. */
  insteadOf: string | null;
  reconfirmed: number | null;
  /** The release whose place does not suit, and why. */
  refused: { release: number; reason: string } | null;
};
/** May be asked to speak where another cannot. */
export type Reserve = {
  status: 'reserve';
  forumId: string;
  laureateId: string;
  cycleId: string | null;
  kind: 'runner-up' | 'choice';
  country: string;
  category: string;
  organisation: Texts;
  order: number;
};
export type TalkState =
  | { status: 'none' }
  | Reserve
  | (TalkBase & { status: 'invited' })
  | (TalkBase & { status: 'confirmed' })
  | (TalkBase & { status: 'declined' })
  | (TalkBase & { status: 'lapsed' })
  | (TalkBase & { status: 'presented' })
  | (TalkBase & { status: 'absent'; reason: string });
export type Talk = Exclude<TalkState, { status: 'none' | 'reserve' }>;

export const talkFold: Fold<TalkState, TalkEvent> = { kind: 'talk', initial: { status: 'none' }, evolve };

const unsaidOfTime = {
  mode: 'in-person' as const,
  windows: [],
  zone: null,
  busy: [],
  wish: null,
  reconfirmed: null,
  refused: null,
};
const unsaidOfPerson = { ...unsaidOfTime, speaker: null };
const unsaid = { topics: [], theme: null, language: 'en', needsInterpretation: null, fit: {} };

function evolve(state: TalkState, event: TalkEvent): TalkState {
  if (event.type === 'PresenterInvited') {
    const { forumId, laureateId, cycleId, personId, country, category, organisation, answerBy, setAt } = event.data;
    const facts = { forumId, laureateId, cycleId, personId, country, category, organisation, answerBy, setAt };
    const { insteadOf = null } = event.data;
    return { ...facts, status: 'invited', ...unsaid, ...unsaidOfPerson, insteadOf };
  }
  if (event.type === 'ReserveNamed') return { ...event.data, status: 'reserve' };
  if (event.type === 'ReserveDropped') return { status: 'none' };
  if (state.status === 'none' || state.status === 'reserve') return state;
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
        ...unsaidOfPerson,
      };
    case 'TalkDescribed': {
      const { topics, theme, language, needsInterpretation = null, fit = {} } = event.data;
      return { ...state, topics, theme, language, needsInterpretation, fit };
    }
    case 'AvailabilitySet': {
      const { mode, windows, zone = null, busy = [], wish = null } = event.data;
      return { ...state, mode, windows, zone, busy, wish };
    }
    case 'SpeakerNamed': {
      const { personId } = event.data;
      return { ...state, speaker: personId === null ? null : { personId }, ...unsaidOfTime };
    }
    case 'SlotReconfirmed':
      return { ...state, reconfirmed: event.data.release, refused: null };
    case 'SlotRefused': {
      const { release, reason } = event.data;
      return { ...state, reconfirmed: null, refused: { release, reason } };
    }
    case 'TalkPresented':
      return { ...baseOf(state), status: 'presented' };
    case 'PresenterAbsent':
      return { ...state, status: 'absent', reason: event.data.reason };
    default:
      return unreachable(event);
  }
}

/** Until when the invitation is answered, with the suspensions of the cycle since it was made. */
export const answerEnd = ({ answerBy, setAt }: Pick<Talk, 'answerBy' | 'setAt'>, cycle: CycleState | undefined): Date =>
  extended({ pauses: cycle === undefined || cycle.status === 'none' ? [] : cycle.pauses }, answerBy, setAt);

/** Who stands on the stage: the one asked, unless another speaks instead. */
export const speakerOf = ({ personId, speaker }: Pick<Talk, 'personId' | 'speaker'>): string =>
  speaker?.personId ?? personId;

/** As it was said, else where its language is no working language of the forum. */
export const isInterpreted = (
  { needsInterpretation, language }: Pick<Talk, 'needsInterpretation' | 'language'>,
  { interpretation }: Pick<ForumPlan, 'interpretation'>,
): boolean => needsInterpretation ?? !interpretation.working.includes(language);

/** For each theme of the forum: what was said, else 3 for the theme chosen and 0 for the others. */
export const fitOf = ({ theme, fit }: Pick<Talk, 'theme' | 'fit'>, { themes }: Pick<ForumPlan, 'themes'>): ThemeFit =>
  Object.fromEntries(themes.map(({ key }) => [key, fit[key] ?? (key === theme ? 3 : 0)]));

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
