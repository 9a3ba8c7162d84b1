// The problem of a schedule as a mixed-integer model: talks at places, or only in sessions where slots come later.
import { addColumn, addRow, emptyModel, type Model } from '../assignment/model.ts';
import { type Board, mayStand, none } from './board.ts';
import { chairColumns } from './chair-rows.ts';
import { misfitOf, placeCounts, wishMissedBy } from './cost.ts';
import { neighbourRows, slotRows, speakerRows } from './place-rows.ts';
import { sessionBalance, sessionRows } from './session-rows.ts';

/** A talk's column: at one place, or anywhere in a session (`place` is `none`). */
export type TalkColumn = { talk: number; session: number; place: number; column: number };
export type Built = {
  model: Model;
  talks: TalkColumn[];
  chairs: { chair: number; session: number; column: number }[];
  languages: { language: string; session: number; column: number }[];
  /** By session: that it has a talk at all, and how many it has. */
  used: number[];
  totals: number[];
  /** By session: how many talks it has above the even share. */
  aboves: number[];
};
export type Shape = {
  /** `sessions`: which slot a talk has is left for later. */
  by: 'places' | 'sessions';
  /** What is left to decide; the rest has no columns. Where slots come later it is asked for the first place of each session. */
  only?: (talk: number, place: number) => boolean;
  /** Who may moderate what; nobody is asked to where it is left out as false. */
  chairs?: boolean | ((chair: number, session: number) => boolean);
};

export function buildTimetable(board: Board, { by, only = () => true, chairs = true }: Shape): Built {
  const model = emptyModel();
  const { points, movedUnplaced } = board.file.rules;
  const talks = by === 'places' ? placeColumns(board, model, only) : sessionColumns(board, model, only);
  const ofTalk = Map.groupBy(talks, ({ talk }) => talk);
  for (const [talk] of board.talks.entries()) {
    const lost = board.file.forum.published && (board.old[talk] ?? none) !== none ? movedUnplaced : 0;
    const out = addColumn(model, points.unplaced + lost, 1);
    addRow(model, 1, 1, [...(ofTalk.get(talk) ?? []).map(({ column }) => [column, 1] as const), [out, 1]]);
  }
  const used = usedColumns(board, model);
  const totals = totalColumns(board, model, talks);
  const built: Built = { model, talks, used, totals, aboves: [], chairs: [], languages: [] };
  sessionRows(board, built);
  if (chairs !== false) chairColumns(board, built, chairs === true ? () => true : chairs);
  if (by === 'places') {
    slotRows(board, built);
    speakerRows(board, built);
    neighbourRows(board, built);
  } else sessionBalance(board, built);
  return built;
}

function placeColumns(board: Board, model: Model, only: (talk: number, place: number) => boolean): TalkColumn[] {
  return board.talks.flatMap((_, talk) =>
    board.places.flatMap(({ session }, place) => {
      const pin = board.pins[talk] ?? none;
      if (!mayStand(board, talk, place) || (pin !== none && pin !== place) || !only(talk, place)) return [];
      const { movedSession, movedWithin } = placeCounts(board, talk, place);
      const { points } = board.file.rules;
      const moved = movedSession * points.movedSession + movedWithin * points.movedWithin;
      const cost = moved + sessionCost(board, talk, session);
      const column = addColumn(model, cost, 1, { whole: true, lower: pin === place ? 1 : 0 });
      return [{ talk, session, place, column }];
    }),
  );
}

function sessionColumns(board: Board, model: Model, only: (talk: number, place: number) => boolean): TalkColumn[] {
  return board.talks.flatMap((_, talk) =>
    board.sessions.flatMap(({ first, slots }, session) => {
      const pin = board.places[board.pins[talk] ?? none]?.session;
      const open = Array.from({ length: slots }, (__, slot) => first + slot).some((place) =>
        mayStand(board, talk, place),
      );
      if (!open || (pin !== undefined && pin !== session) || !only(talk, first)) return [];
      const { movedSession } = placeCounts(board, talk, first);
      const cost = movedSession * board.file.rules.points.movedSession + sessionCost(board, talk, session);
      const column = addColumn(model, cost, 1, { whole: true, lower: pin === session ? 1 : 0 });
      return [{ talk, session, place: none, column }];
    }),
  );
}

const sessionCost = (board: Board, talk: number, session: number): number => {
  const { points } = board.file.rules;
  return points.themeMisfit * misfitOf(board, talk, session) + points.wish * wishMissedBy(board, talk, session);
};

/** Where an empty session pays, every session counts as used. */
function usedColumns({ file, sessions }: Board, model: Model): number[] {
  const lower = file.rules.emptySession === 'charged' ? 1 : 0;
  return sessions.map(() => addColumn(model, 0, 1, { lower, whole: lower === 0 }));
}

/** One column in place of many in every row that asks how many talks a session has. */
function totalColumns({ sessions }: Board, model: Model, talks: readonly TalkColumn[]): number[] {
  const ofSession = Map.groupBy(talks, ({ session }) => session);
  return sessions.map(({ slots }, session) => {
    const total = addColumn(model, 0, slots);
    addRow(model, 0, 0, [...(ofSession.get(session) ?? []).map(({ column }) => [column, 1] as const), [total, -1]]);
    return total;
  });
}
