// A schedule too large for one model: sessions first, then the slots of each block, then a place for talks that got none.
import type { Model } from '../domain/assignment/model.ts';
import { type Board, mayStand, none } from '../domain/scheduling/board.ts';
import { costOf, type Timetable } from '../domain/scheduling/cost.ts';
import { firstFit } from '../domain/scheduling/first-fit.ts';
import { canWalk } from '../domain/scheduling/hindrances.ts';
import { chooseLanguages } from '../domain/scheduling/languages.ts';
import { type Built, buildTimetable } from '../domain/scheduling/model.ts';
import { readChairs, readTalks, sessionsOf, startOf, timetableOf } from '../domain/scheduling/solutions.ts';
import type { Solution, SolveOptions } from './highs.ts';
import type { ScheduleLimits } from './plan-schedule.ts';

export type Solve = (model: Model, options: SolveOptions) => Promise<Solution>;
export type Found = { timetable: Timetable; bound: number | null; version: string; proven?: boolean };

/** From so many talks on the languages of each session are chosen first. */
const many = 150;
const whole = { wholeObjective: true, relaxed: false };
const quick = { seconds: 5, nodes: 2_000, gap: 1e-3, ...whole, start: null };

/** The bound of the first stage holds for every schedule: it asks less than slots would. */
export async function scheduleInStages(
  board: Board,
  limits: ScheduleLimits,
  solve: Solve,
  before: Timetable | null,
): Promise<Found> {
  const began = performance.now();
  const built = buildTimetable(board, { by: 'sessions' });
  const start = before
    ? startOf(board, built, sessionsOf(board, before.places), before)
    : await beginning(board, built, limits, solve);
  const half = Math.round(limits.seconds * 0.4);
  const first = await solve(built.model, { ...limits, seconds: half, gap: 1e-4, ...whole, start });
  const values = first.values ?? start ?? built.model.cost.map(() => 0);
  const { sessions } = readTalks(board, built, values);
  // Where time was over before a block had its slots, the plain method goes on from what stands.
  const places = firstFit(board, await placeInBlocks(board, sessions, solve));
  const chairs = await chairsFor(board, places, readChairs(board, built, values), solve);
  const found = { timetable: timetableOf(board, places, chairs), bound: first.bound, version: first.version };
  // What the stages have left of the time: more would be late.
  const seconds = Math.floor(0.7 * (limits.seconds - (performance.now() - began) / 1000));
  return columnsOf(board) <= polished && seconds > 1
    ? await polish(board, found, { ...limits, seconds }, solve)
    : found;
}

/** Up to so many places for all talks together the two stages are the beginning of one model. */
const polished = 15_000;
export const columnsOf = ({ allowed }: Board): number => allowed.reduce((all, one) => all + one, 0);

async function polish(board: Board, found: Found, limits: ScheduleLimits, solve: Solve): Promise<Found> {
  const built = buildTimetable(board, { by: 'places' });
  const { places } = found.timetable;
  const start = startOf(board, built, sessionsOf(board, places), found.timetable);
  const { values, bound, version } = await solve(built.model, { ...limits, gap: 0, ...whole, start });
  const best = Math.max(found.bound ?? Number.NEGATIVE_INFINITY, bound ?? Number.NEGATIVE_INFINITY);
  const better = values === null ? places : readTalks(board, built, values).places;
  const chairs = values === null ? found.timetable.chairs : readChairs(board, built, values);
  return { timetable: timetableOf(board, better, chairs), bound: Number.isFinite(best) ? best : null, version };
}

async function beginning(board: Board, built: Built, limits: ScheduleLimits, solve: Solve): Promise<number[] | null> {
  if (board.talks.length < many) {
    const places = firstFit(board);
    return startOf(board, built, sessionsOf(board, places), { places, chairs: [] });
  }
  const narrow = buildTimetable(board, { by: 'sessions', spoken: chooseLanguages(board) });
  const seconds = Math.round(limits.seconds * 0.2);
  const { values } = await solve(narrow.model, { ...limits, seconds, gap: 0.02, ...whole, start: null });
  if (values === null) return startOf(board, built, sessionsOf(board, firstFit(board)), { places: [], chairs: [] });
  const { sessions } = readTalks(board, narrow, values);
  return startOf(board, built, sessions, { places: [], chairs: readChairs(board, narrow, values) });
}

/** Block after block by time: slots for the talks of its sessions; then again, with room for those that found none. */
async function placeInBlocks(board: Board, sessions: readonly number[], solve: Solve): Promise<number[]> {
  let places = board.talks.map(() => none);
  const blocks = [...Map.groupBy(board.sessions.keys(), (session) => board.sessions[session]?.block ?? '').values()];
  blocks.sort((a, b) => (board.sessions[a[0] ?? 0]?.from ?? 0) - (board.sessions[b[0] ?? 0]?.from ?? 0));
  for (const block of blocks)
    places = await placeInBlock(board, places, block, (talk, session) => sessions[talk] === session, solve);
  for (const block of blocks) {
    const left = new Set(places.flatMap((place, talk) => (place === none ? [talk] : [])));
    const isOpen = (talk: number) =>
      board.places.some(({ session }, place) => block.includes(session) && mayStand(board, talk, place));
    if (![...left].some(isOpen)) continue;
    const now = sessionsOf(board, places);
    const tried = await placeInBlock(
      board,
      places,
      block,
      (talk) => left.has(talk) || block.includes(now[talk] ?? none),
      solve,
    );
    if (priceOf(board, tried) < priceOf(board, places)) places = tried;
  }
  return places;
}

const priceOf = (board: Board, places: number[]): number =>
  costOf(
    board,
    timetableOf(
      board,
      places,
      board.sessions.map(() => none),
    ),
  ).objective;

type May = (talk: number, session: number) => boolean;

/** What stands in other blocks stays; a person who speaks there has time to walk. */
async function placeInBlock(
  board: Board,
  places: readonly number[],
  block: readonly number[],
  may: May,
  solve: Solve,
): Promise<number[]> {
  const inBlock = (place: number) => block.includes(board.places[place]?.session ?? none);
  const others = places.flatMap((place, talk) => (place === none || inBlock(place) ? [] : [{ place, talk }]));
  const only = (talk: number, place: number) => {
    const session = board.places[place]?.session ?? none;
    if (!block.includes(session) || !may(talk, session)) return false;
    return others.every(
      (other) =>
        other.talk === talk ||
        board.speakers[other.talk] !== board.speakers[talk] ||
        canWalk(board, place, other.place),
    );
  };
  const built = buildTimetable(board, { by: 'places', only, chairs: false });
  if (built.talks.length === 0) return [...places];
  const { values } = await solve(built.model, quick);
  if (values === null) return [...places];
  const found = readTalks(board, built, values).places;
  return places.map((place, talk) => (place !== none && !inBlock(place) ? place : (found[talk] ?? none)));
}

/** Where the last stage left a session empty or changed who speaks in it, who moderates is decided once more. */
async function chairsFor(
  board: Board,
  places: readonly number[],
  chairs: readonly number[],
  solve: Solve,
): Promise<number[]> {
  const built = buildTimetable(board, { by: 'places', only: (talk, place) => places[talk] === place });
  const start = startOf(board, built, sessionsOf(board, places), { places, chairs });
  const { values } = await solve(built.model, { ...quick, gap: 0, start });
  return values === null ? board.sessions.map(() => none) : readChairs(board, built, values);
}
