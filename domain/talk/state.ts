// Where a laureate's talk stands, folded from its events.
import type { Fold, StreamRef } from '../decider.ts';
import type { Texts } from '../messages.ts';
import type { TalkEvent, Topic } from './messages.ts';

type Base = {
  forumId: string;
  laureateId: string;
  cycleId: string | null;
  personId: string;
  country: string;
  category: string;
  organisation: Texts;
  answerBy: string;
  topics: Topic[];
  theme: string | null;
  language: string;
  mode: 'in-person' | 'remote';
  windows: { from: number; to: number }[];
  reconfirmed: number | null;
};
export type TalkState =
  | { status: 'none' }
  | (Base & { status: 'invited' })
  | (Base & { status: 'confirmed' })
  | (Base & { status: 'declined' })
  | (Base & { status: 'lapsed' })
  | (Base & { status: 'presented' })
  | (Base & { status: 'absent' });

export const talkFold: Fold<TalkState, TalkEvent> = {
  kind: 'talk',
  initial: { status: 'none' },
  evolve: (state) => state,
};

export const talkStream = (
  forumId: string,
  laureateId: string,
  cycleId: string | null = null,
): StreamRef<TalkState> => ({
  fold: talkFold,
  id: `talk/${forumId}/${laureateId}`,
  cycleId,
});
