// A schedule too large for one model: sessions first, then the slots of each block, then a place for talks that got none.
import { type Board, mayStand, none } from '../domain/scheduling/board.ts';
import { costOf, type Timetable } from '../domain/scheduling/cost.ts';
import { firstFit } from '../domain/scheduling/first-fit.ts';
import type { Floor } from '../domain/scheduling/floor.ts';
import { canWalk } from '../domain/scheduling/hindrances.ts';
import { improve } from '../domain/scheduling/improving.ts';
import { type Built, buildTimetable } from '../domain/scheduling/model.ts';
import { readChairs, readTalks, sessionsOf, startOf, timetableOf } from '../domain/scheduling/solutions.ts';
import type { ScheduleLimits } from './plan-schedule.ts';
import { chooseSessions, pointsOf, type Solve } from './schedule-sessions.ts';

export type Found = { timetable: Timetable; bound: number | null; version: string; proven?: boolean };

const whole = { wholeObjective: true, relaxed: false };
const quick = { seconds: 5, nodes: 2_000, gap: 1e-3, ...whole, start: null, news: 'nothing' as const };

/** Up to so many places for all of a block's talks together its rooms are tried anew. */
const smallBlock = 1_500;
/** Up to so many places for all talks together the two stages are the beginning of one model. */
const polished = 15_000;

export async function scheduleInStages(
  board: Board,
  limits: ScheduleLimits,
  solve: Solve,
  before: Timetable | null,
): Promise<Found> {
  const began = performance.now();
  const built = buildTimetable(board, { by: 'sessions' });
  const start = before === null ? null : startOf(board, built, sessionsOf(board, before.places), before);
  const first = await chooseSessions({
    board,
    built,
    limits: { ...limits, seconds: limits.seconds * 0.6 },
    solve,
    start,
  });
  // Where time was over before a block had its slots, the plain method goes on from what stands.
  const places = firstFit(board, heldIn(board, await placeInBlocks(board, first.sessions, solve)));
  const chairs = await chairsFor(board, places, first.chairs, solve);
  const staged = timetableOf(board, places, chairs);
  const least = Math.ceil(first.bound - 1e-6);
  const timetable = costOf(board, staged).objective <= least ? staged : await better(board, staged, solve);
  const found = { timetable, bound: first.bound, version: first.version };
  // What the stages have left of the time: more would be late.
  const seconds = Math.floor(0.7 * (limits.seconds - (performance.now() - began) / 1000));
  return seconds > 1 ? await polish(board, found, nearIn(built, first.floor), { ...limits, seconds }, solve) : found;
}

/** By exchanges of talks, and then once more who moderates. */
async function better(board: Board, staged: Timetable, solve: Solve): Promise<Timetable> {
  const { places, chairs } = improve(board, staged);
  return timetableOf(board, places, await chairsFor(board, places, chairs, solve));
}

/** How far above the floor a talk's column of the first stage lies, by talk and session. */
function nearIn({ talks }: Built, floor: Floor | null): (talk: number, session: number) => number {
  const steps = new Map(talks.map(({ talk, session, column }) => [`${talk} ${session}`, floor?.steps[column] ?? 0]));
  return (talk, session) => (floor?.floor ?? 0) + (steps.get(`${talk} ${session}`) ?? Number.POSITIVE_INFINITY);
}

export const columnsOf = ({ allowed }: Board): number => allowed.reduce((all, one) => all + one, 0);

/** All in one model, without the talks' sessions that no schedule could have that costs less than the one found. */
async function polish(
  board: Board,
  found: Found,
  leastWith: (talk: number, session: number) => number,
  limits: ScheduleLimits,
  solve: Solve,
): Promise<Found> {
  const { places } = found.timetable;
  const { objective } = costOf(board, found.timetable);
  if (found.bound !== null && objective <= Math.ceil(found.bound - 1e-6)) return found;
  const only = (talk: number, place: number) =>
    places[talk] === place || leastWith(talk, board.places[place]?.session ?? none) < objective;
  const built = buildTimetable(board, { by: 'places', only });
  if (built.talks.length > polished) return found;
  const start = startOf(board, built, sessionsOf(board, places), found.timetable);
  const { values, bound, version } = await solve(built.model, { ...limits, gap: 0, ...whole, start });
  const best = Math.max(
    found.bound ?? Number.NEGATIVE_INFINITY,
    Math.min(objective, bound ?? Number.NEGATIVE_INFINITY),
  );
  const better = values === null ? places : readTalks(board, built, values).places;
  const chairs = values === null ? found.timetable.chairs : readChairs(board, built, values);
  return { timetable: timetableOf(board, better, chairs), bound: Number.isFinite(best) ? best : null, version };
}

/** Block after block by time: slots for the talks of its sessions; then again, with room for those that found none. */
async function placeInBlocks(board: Board, sessions: readonly number[], solve: Solve): Promise<number[]> {
  let places = board.talks.map(() => none);
  const blocks = [...Map.groupBy(board.sessions.keys(), (session) => board.sessions[session]?.block ?? '').values()];
  blocks.sort((a, b) => (board.sessions[a[0] ?? 0]?.from ?? 0) - (board.sessions[b[0] ?? 0]?.from ?? 0));
  for (const block of blocks) places = await placeChosen(board, places, block, sessions, solve);
  for (let again = true; again; ) {
    const better = await placeLeft(board, places, blocks, solve);
    again = better !== null;
    places = better ?? places;
  }
  return places;
}

/** Where slots cost more than the choice of sessions did, the talks of a small block may change rooms. */
async function placeChosen(
  board: Board,
  places: readonly number[],
  block: readonly number[],
  sessions: readonly number[],
  solve: Solve,
): Promise<number[]> {
  const placed = await placeInBlock(board, places, block, (talk, session) => sessions[talk] === session, solve);
  const chosen = sessions.map((session) => (block.includes(session) ? session : none));
  const here = placed.map((place) => (block.includes(board.places[place]?.session ?? none) ? place : none));
  const talks = new Set(chosen.flatMap((session, talk) => (session === none ? [] : [talk])));
  const slots = board.places.filter(({ session }) => block.includes(session)).length;
  const nobody = board.sessions.map(() => none);
  const isAsPromised = priceOf(board, here) <= pointsOf(board, { sessions: chosen, chairs: nobody });
  if (isAsPromised || talks.size * slots > smallBlock) return placed;
  const free = await placeInBlock(board, places, block, (talk) => talks.has(talk), solve);
  return priceOf(board, free) < priceOf(board, placed) ? free : placed;
}

/** The block that takes in talks without a place at the least cost; null where none does at any gain. */
async function placeLeft(
  board: Board,
  places: readonly number[],
  blocks: readonly (readonly number[])[],
  solve: Solve,
): Promise<number[] | null> {
  const left = new Set(places.flatMap((place, talk) => (place === none ? [talk] : [])));
  const now = sessionsOf(board, places);
  let best: number[] | null = null;
  for (const block of blocks) {
    const isOpen = (talk: number) =>
      board.places.some(({ session }, place) => block.includes(session) && mayStand(board, talk, place));
    if (![...left].some(isOpen)) continue;
    const may = (talk: number) => left.has(talk) || block.includes(now[talk] ?? none);
    const tried = await placeInBlock(board, places, block, may, solve);
    if (priceOf(board, tried) < priceOf(board, best ?? places)) best = tried;
  }
  return best;
}

const priceOf = (board: Board, places: readonly number[]): number =>
  costOf(
    board,
    timetableOf(
      board,
      places,
      board.sessions.map(() => none),
    ),
  ).objective;

/** With what is pinned, also before its block is reached. */
const heldIn = ({ pins }: Board, places: readonly number[]): number[] =>
  places.map((place, talk) => (place === none ? (pins[talk] ?? none) : place));

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
  const others = heldIn(board, places).flatMap((place, talk) =>
    place === none || inBlock(place) ? [] : [{ place, talk }],
  );
  const only = (talk: number, place: number) => {
    const session = board.places[place]?.session ?? none;
    if (!block.includes(session)) return false;
    if (board.pins[talk] === place) return true;
    if (!may(talk, session)) return false;
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
