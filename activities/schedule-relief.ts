// What would give a place to a talk that has none: single changes of the problem, really tried.
import { type Board, none, openBoard } from '../domain/scheduling/board.ts';
import { checkTimetable } from '../domain/scheduling/checking.ts';
import type { Timetable } from '../domain/scheduling/cost.ts';
import {
  type Change,
  changed,
  changesFor,
  isChangePossible,
  type Why,
  whyLeft,
} from '../domain/scheduling/explaining.ts';
import { hindrancesOf } from '../domain/scheduling/hindrances.ts';
import { buildTimetable } from '../domain/scheduling/model.ts';
import { claimOf, readTalks } from '../domain/scheduling/solutions.ts';
import type { Solve } from './schedule-sessions.ts';

export type LeftOut = Why & { talk: string; relief: Change | null };

/** So many talks and trials by the solver at most: the rest is counted, and not tried. */
const most = { talks: 10, trials: 12, columns: 2_500 };

export async function explainLeft(board: Board, timetable: Timetable, solve: Solve): Promise<LeftOut[]> {
  const left = timetable.places.flatMap((place, talk) => (place === none ? [talk] : []));
  const found: LeftOut[] = [];
  let trials = most.trials;
  for (const [number, talk] of left.entries()) {
    const why = whyLeft(board, timetable, talk);
    const id = board.talks[talk]?.id ?? '';
    const changes =
      number < most.talks ? changesFor(board, why, talk).filter((change) => isChangePossible(board.file, change)) : [];
    let relief = changes.find((change) => fitsAtOnce(board, timetable, id, change)) ?? null;
    for (const change of relief === null ? changes : []) {
      if (trials === 0) break;
      trials -= 1;
      if (!(await fitsAfterSolving(board, left.length, id, change, solve))) continue;
      relief = change;
      break;
    }
    found.push({ talk: id, ...why, relief });
  }
  return found;
}

/** Whether the change lets the talk in while all others stay where they are. */
function fitsAtOnce(board: Board, timetable: Timetable, id: string, change: Change): boolean {
  const other = openBoard(changed(board.file, id, change));
  const { placements } = claimOf(board, timetable);
  const { places } = checkTimetable(other, { placements }).timetable;
  const talk = other.talks.findIndex((one) => one.id === id);
  const pin = other.pins[talk] ?? none;
  return other.places.some(
    (_, place) => (pin === none || pin === place) && hindrancesOf(other, places, talk, place).length === 0,
  );
}

/** Whether with the change a schedule places this talk and leaves fewer out than before. */
async function fitsAfterSolving(
  board: Board,
  left: number,
  id: string,
  change: Change,
  solve: Solve,
): Promise<boolean> {
  const other = openBoard(changed(board.file, id, change));
  if (other.allowed.reduce((all, one) => all + one, 0) > most.columns) return false;
  const built = buildTimetable(other, { by: 'places', chairs: false });
  const options = { seconds: 3, nodes: 2_000, gap: 0.5, wholeObjective: true, relaxed: false, start: null } as const;
  const { values } = await solve(built.model, { ...options, news: 'nothing' });
  if (values === null) return false;
  const { places } = readTalks(other, built, values);
  const talk = other.talks.findIndex((one) => one.id === id);
  return places[talk] !== none && places.filter((place) => place === none).length < left;
}
