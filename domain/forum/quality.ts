// How good the working copy is: its cost by rule, what a solver could prove, talks without a place, and what moved since the release.
import { type Board, none, openBoard } from '../scheduling/board.ts';
import { checkTimetable } from '../scheduling/checking.ts';
import { compareSchedules } from '../scheduling/comparing.ts';
import { costOf, type Terms } from '../scheduling/cost.ts';
import { timetableOf } from '../scheduling/solutions.ts';
import type { Place, TalkFacts } from './messages.ts';
import type { Left, ScheduleQuality } from './proposal.ts';
import type { Forum } from './state.ts';
import { forumTimetable, placeOf, sessionOf } from './timetable.ts';

export type Moved = {
  talks: { talk: string; from: Place; to: Place }[];
  bought: { term: string; points: number }[];
  price: number;
  needed: string[];
};
export type Replan = { stays: number; moves: Moved[]; came: string[]; lost: string[]; gone: string[] };
export type WorkingQuality = {
  proposal: ScheduleQuality | null;
  current: { objective: number; terms: Terms };
  left: Left[];
  /** Against the last release; null before the first. */
  replan: Replan | null;
};

export function workingQuality(forum: Forum, talks: readonly TalkFacts[]): WorkingQuality {
  const board = openBoard(forumTimetable(forum, talks, null));
  const known = new Set(talks.map(({ talk }) => talk));
  const placements = forum.placements
    .filter(({ talk }) => known.has(talk))
    .map(({ talk, block, room, slot }) => ({ talk, session: sessionOf({ block, room }), slot }));
  const { timetable } = checkTimetable(board, { placements, moderators: forum.moderators });
  const now = timetableOf(board, timetable.places, timetable.chairs);
  const { objective, terms } = costOf(board, now);
  return {
    proposal: forum.quality,
    current: { objective, terms },
    left: forum.left.filter(({ talk }) => known.has(talk) && !placements.some((placed) => placed.talk === talk)),
    replan: forum.released === null ? null : replanOf(board, forum, now),
  };
}

function replanOf(board: Board, { released }: Forum, now: ReturnType<typeof timetableOf>): Replan {
  const { stays, moves, came, lost } = compareSchedules(board, now);
  const idOf = (talk: number) => board.talks[talk]?.id ?? '';
  const placeAt = (place: number): Place => {
    const at = board.places[place];
    return placeOf(board.sessions[at?.session ?? none]?.id ?? '', at?.slot ?? 0);
  };
  const known = new Set(board.talks.map(({ id }) => id));
  return {
    stays: stays.length,
    moves: moves.map(({ talks, ...move }) => ({
      ...move,
      talks: talks.map(({ talk, from, to }) => ({ talk: idOf(talk), from: placeAt(from), to: placeAt(to) })),
    })),
    came: came.map(idOf),
    lost: lost.map(idOf),
    gone: (released?.placements ?? []).map(({ talk }) => talk).filter((talk) => !known.has(talk)),
  };
}
