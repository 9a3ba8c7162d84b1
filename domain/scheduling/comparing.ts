// What has moved between two schedules, and what each move bought: the points that putting it back would cost.
import { type Board, none } from './board.ts';
import { costOf, type Term, type Timetable, terms } from './cost.ts';
import { type Hindrance, hindrancesOf } from './hindrances.ts';
import { timetableOf } from './solutions.ts';

/** Talks that moved for each other's sake: one took the place that another left. */
export type Move = {
  talks: { talk: number; from: number; to: number }[];
  /** Points saved by soft rule; less than none where another rule paid. */
  bought: { term: Term; points: number }[];
  /** What moving itself costs after a release. */
  price: number;
  /** Rules that putting the talks back would break. */
  needed: Hindrance[];
};
export type Compared = { stays: number[]; moves: Move[]; came: number[]; lost: number[] };

const stability: readonly Term[] = ['movedSession', 'movedWithin'];

/** Against the places that the board knows from before. */
export function compareSchedules(board: Board, now: Timetable): Compared {
  const { old } = board;
  const all = board.talks.map((_, talk) => talk);
  const from = (talk: number) => old[talk] ?? none;
  const to = (talk: number) => now.places[talk] ?? none;
  const moved = all.filter((talk) => from(talk) !== none && to(talk) !== none && from(talk) !== to(talk));
  return {
    stays: all.filter((talk) => from(talk) !== none && from(talk) === to(talk)),
    moves: chains(moved, from, to).map((chain) => moveOf(board, now, chain)),
    came: all.filter((talk) => from(talk) === none && to(talk) !== none),
    lost: all.filter((talk) => from(talk) !== none && to(talk) === none),
  };
}

function chains(moved: number[], from: (talk: number) => number, to: (talk: number) => number): number[][] {
  const left = new Set(moved);
  const found: number[][] = [];
  for (const talk of moved) {
    if (!left.delete(talk)) continue;
    const chain = [talk];
    for (const one of chain)
      for (const other of [...left])
        if (from(other) === to(one) || from(one) === to(other)) {
          left.delete(other);
          chain.push(other);
        }
    found.push(chain.sort((a, b) => a - b));
  }
  return found;
}

function moveOf(board: Board, now: Timetable, chain: number[]): Move {
  const places = now.places.map((place, talk) => (chain.includes(talk) ? (board.old[talk] ?? none) : place));
  const rulesIn = (at: readonly number[]) =>
    new Set(at.flatMap((place, talk) => (place === none ? [] : hindrancesOf(board, at, talk, place))));
  const standing = rulesIn(now.places);
  const needed = [...rulesIn(places)].filter((rule) => !standing.has(rule));
  const [before, after] = [costOf(board, timetableOf(board, places, now.chairs)), costOf(board, now)];
  const saved = (term: Term) => before.terms[term] - after.terms[term];
  return {
    talks: chain.map((talk) => ({ talk, from: board.old[talk] ?? none, to: now.places[talk] ?? none })),
    bought: terms.flatMap((term) =>
      stability.includes(term) || saved(term) === 0 ? [] : [{ term, points: saved(term) }],
    ),
    price: -stability.reduce((all, term) => all + saved(term), 0),
    needed,
  };
}
