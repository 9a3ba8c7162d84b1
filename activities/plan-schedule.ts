// The way from a problem of a schedule to a checked one: what is possible at all, the solver in one or two stages, protocol, the checker.
import { type Board, none, openBoard, vacant } from '../domain/scheduling/board.ts';
import type { Broken } from '../domain/scheduling/broken.ts';
import { checkTimetable, pinsBroken } from '../domain/scheduling/checking.ts';
import { costOf, type Terms, type Timetable } from '../domain/scheduling/cost.ts';
import { firstFit } from '../domain/scheduling/first-fit.ts';
import type { TimetableFile } from '../domain/scheduling/messages.ts';
import { buildTimetable } from '../domain/scheduling/model.ts';
import { inProtocolOrder } from '../domain/scheduling/protocol.ts';
import { claimOf, readChairs, readTalks, sessionsOf, startOf, timetableOf } from '../domain/scheduling/solutions.ts';
import { explainLeft, type LeftOut } from './schedule-relief.ts';
import type { Solve } from './schedule-sessions.ts';
import { columnsOf, type Found, scheduleInStages } from './schedule-stages.ts';

export type Scheduled = ReturnType<typeof claimOf> & {
  unplaced: LeftOut[];
  /** `optimal`: no schedule is better. `limit`: none was proven to be the best before time or nodes were over. */
  status: 'optimal' | 'limit';
  objective: number;
  bound: number | null;
  /** How much better a schedule could be at most, as a share of the objective. */
  gap: number | null;
  terms: Terms;
  counts: Terms;
  solver: string;
  stages: 1 | 2;
};
export type Unschedulable = { broken: Broken[] };
export type ScheduleLimits = { seconds: number; nodes: number };

/** Up to so many places for all talks together the solver is given one model. */
const oneModel = 800;

export const scheduleLimitsOf = ({ talks }: Board): ScheduleLimits => {
  if (talks.length > 150) return { seconds: 60, nodes: 20_000 };
  return talks.length > 30 ? { seconds: 30, nodes: 50_000 } : { seconds: 10, nodes: 100_000 };
};

/** The rules are kept by every schedule that comes back; where none can, what stands in the way does. */
export async function planSchedule(
  file: TimetableFile,
  limits: ScheduleLimits | null,
  solve: Solve,
): Promise<Scheduled | Unschedulable> {
  const board = openBoard(file);
  const broken = pinsBroken(board);
  if (broken.length > 0) return { broken };
  const given = limits ?? scheduleLimitsOf(board);
  const stages = columnsOf(board) <= oneModel ? 1 : 2;
  const before = formerOf(board);
  const found =
    stages === 1 ? await inOneModel(board, given, solve, before) : await scheduleInStages(board, given, solve, before);
  const timetable = best(board, await orInStages(board, found, given, solve), before);
  return { ...resultOf(board, timetable, found, stages), unplaced: await explainLeft(board, timetable, solve) };
}

/** Where one model ran out of time with talks left out, two stages may place them. */
async function orInStages(board: Board, found: Found, limits: ScheduleLimits, solve: Solve): Promise<Timetable> {
  const isDone = found.proven === true || !found.timetable.places.includes(none);
  if (isDone || columnsOf(board) > oneModel) return found.timetable;
  const { timetable } = await scheduleInStages(board, limits, solve, null);
  return costOf(board, timetable).objective < costOf(board, found.timetable).objective ? timetable : found.timetable;
}

async function inOneModel(
  board: Board,
  limits: ScheduleLimits,
  solve: Solve,
  before: Timetable | null,
): Promise<Found> {
  const built = buildTimetable(board, { by: 'places' });
  const begun = before ?? begin(board);
  const start = startOf(board, built, sessionsOf(board, begun.places), begun);
  const solution = await solve(built.model, { ...limits, gap: 0, wholeObjective: true, relaxed: false, start });
  const { bound, version, values } = solution;
  if (solution.status === 'infeasible')
    throw new Error('The solver finds no schedule, though every talk may be left out.');
  const timetable =
    values === null
      ? begun
      : timetableOf(board, readTalks(board, built, values).places, readChairs(board, built, values));
  return { timetable, bound, version, proven: solution.status === 'optimal' };
}

const begin = (board: Board): Timetable =>
  timetableOf(
    board,
    firstFit(board),
    board.sessions.map(() => none),
  );

/** The schedule as it was, where it keeps the rules still. */
function formerOf(board: Board): Timetable | null {
  if (!board.old.some((place) => place !== none)) return null;
  const places = board.old.map((place, talk) =>
    (board.pins[talk] ?? none) === none ? place : (board.pins[talk] ?? none),
  );
  const chairs = board.oldModerators.map((old, session) => {
    const pin = board.moderatorPins[session] ?? none;
    return pin === none ? old : pin === vacant ? none : pin;
  });
  const timetable = timetableOf(board, places, chairs);
  return checkTimetable(board, claimOf(board, timetable)).broken.length === 0 ? timetable : null;
}

/** Where nothing better was found, all stays as it was. */
function best(board: Board, found: Timetable, before: Timetable | null): Timetable {
  const ordered = timetableOf(board, inProtocolOrder(board, found.places), found.chairs);
  if (before === null || costOf(board, before).objective > costOf(board, ordered).objective) return ordered;
  return before;
}

/** @throws where the checker finds a broken rule: that would be a fault of ours, and no schedule. */
function resultOf(
  board: Board,
  timetable: Timetable,
  { bound: raw, version }: Found,
  stages: 1 | 2,
): Omit<Scheduled, 'unplaced'> {
  const claim = claimOf(board, timetable);
  const bound = raw === null ? null : Math.max(0, Math.ceil(raw - 1e-6));
  const { broken, cost } = checkTimetable(board, { ...claim, bound });
  if (broken.length > 0) throw new Error(`The solver broke a rule: ${broken.map(({ message }) => message).join(' ')}`);
  const { objective, terms, counts } = cost;
  const gap = bound === null ? null : objective === 0 ? 0 : (objective - bound) / objective;
  return {
    ...claim,
    status: objective === bound ? 'optimal' : 'limit',
    ...{ objective, bound, gap, terms, counts, solver: `HiGHS ${version}`, stages },
  };
}
