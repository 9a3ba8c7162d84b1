// The first stage of a large schedule: who speaks in which session. Its bound holds for every schedule, for slots would only ask more.
import type { Model } from '../domain/assignment/model.ts';
import { blocksOf, buildBlocks } from '../domain/scheduling/block-model.ts';
import { type Board, none } from '../domain/scheduling/board.ts';
import { costOf } from '../domain/scheduling/cost.ts';
import { type Floor, floorOf, narrowed } from '../domain/scheduling/floor.ts';
import { type Built, buildTimetable } from '../domain/scheduling/model.ts';
import { readChairs, readTalks, startOf, timetableOf } from '../domain/scheduling/solutions.ts';
import type { Solution, SolveOptions } from './highs.ts';
import type { ScheduleLimits } from './plan-schedule.ts';

export type Solve = (model: Model, options: SolveOptions) => Promise<Solution>;
export type Chosen = {
  sessions: number[];
  chairs: number[];
  bound: number;
  /** What the prices of the relaxation say of the sessions' model; null where nobody had to ask. */
  floor: Floor | null;
  version: string;
};
/** @param start what stood before, or null */
export type Stage = { board: Board; built: Built; limits: ScheduleLimits; solve: Solve; start: number[] | null };
type Begun = Pick<Chosen, 'sessions' | 'chairs' | 'bound' | 'version'>;

/** So many points above the floor is looked first where there are more than a few columns, and never among more than many. */
const near = 20;
const [few, many] = [3_000, 12_000];
const whole = { gap: 0, wholeObjective: true, relaxed: false };

/**
 * Blocks first, where nothing has to stay where it was: where the sessions within them then cost no more than the blocks had to, that is proven.
 * Else the prices of the linear relaxation say which columns a better choice can do without; the solver looks at the others.
 */
export async function chooseSessions(stage: Stage): Promise<Chosen> {
  const { board, built, start } = stage;
  const began = performance.now();
  const begun =
    start === null ? await blocksThenSessions(stage) : { ...read(board, built, start), bound: 0, version: '' };
  const cost = pointsOf(board, begun);
  if (start === null && cost <= Math.ceil(begun.bound - 1e-6)) return { ...begun, floor: null };
  const seconds = Math.max(1, stage.limits.seconds - (performance.now() - began) / 1000);
  return lookFurther({ ...stage, limits: { ...stage.limits, seconds } }, begun);
}

async function blocksThenSessions({ board, limits, solve }: Stage): Promise<Begun> {
  const blocks = buildBlocks(board);
  const options = { ...whole, nodes: limits.nodes, start: null };
  const { values, bound, version } = await solve(blocks.model, {
    ...options,
    seconds: limits.seconds / 2,
    news: 'bound',
  });
  const chosen = { sessions: board.talks.map(() => none), chairs: board.sessions.map(() => none) };
  const isOne = (column: number) => Math.round(values?.[column] ?? 0) === 1;
  for (const [block, own] of blocksOf(board).entries()) {
    const talks = new Set(
      blocks.talks.filter((one) => one.block === block && isOne(one.column)).map(({ talk }) => talk),
    );
    const chairs = new Set(
      blocks.chairs.filter((one) => one.block === block && isOne(one.column)).map(({ chair }) => chair),
    );
    const built = buildTimetable(board, {
      by: 'sessions',
      only: (talk, place) => talks.has(talk) && own.includes(board.places[place]?.session ?? none),
      chairs: (chair, session) => chairs.has(chair) && own.includes(session),
    });
    const found = await solve(built.model, { ...options, seconds: limits.seconds / 4, news: 'nothing' });
    const inBlock = read(board, built, found.values ?? []);
    for (const [talk, session] of inBlock.sessions.entries()) if (session !== none) chosen.sessions[talk] = session;
    for (const [session, chair] of inBlock.chairs.entries()) if (chair !== none) chosen.chairs[session] = chair;
  }
  return { ...chosen, bound: bound ?? 0, version };
}

async function lookFurther({ board, built, limits, solve, start }: Stage, begun: Begun): Promise<Chosen> {
  const { model } = built;
  const options = { ...whole, ...limits };
  const linear = await solve(model, { ...options, wholeObjective: false, relaxed: true, start: null, news: 'bound' });
  if (linear.prices === null) return { ...begun, floor: null, version: linear.version };
  const floor = floorOf(model, linear.prices);
  let best: Chosen = { ...begun, floor, bound: Math.max(begun.bound, floor.floor), version: linear.version };
  let from = start ?? startOf(board, built, begun.sessions, { places: [], chairs: begun.chairs });
  const gain = pointsOf(board, begun) - floor.floor;
  for (let reach = openIn(narrowed(model, floor, gain, from)) > few ? Math.min(near, gain) : gain; ; ) {
    const small = narrowed(model, floor, reach, from);
    if (openIn(small) > many) return best;
    const found = await solve(small, { ...options, start: from, news: 'nothing' });
    // What was not looked at costs more than `reach` above the floor.
    const bound = Math.max(best.bound, Math.min(found.bound ?? 0, floor.floor + reach));
    best = found.values === null ? { ...best, bound } : { ...best, ...read(board, built, found.values), bound };
    const far = (found.objective ?? 0) - floor.floor;
    if (far <= reach || found.values === null) return best;
    [reach, from] = [far, found.values];
  }
}

const openIn = ({ lower, upper, whole: isWhole }: Model): number =>
  isWhole.filter((one, column) => one && (upper[column] ?? 0) > (lower[column] ?? 0)).length;

const read = (board: Board, built: Built, values: ArrayLike<number>) => ({
  sessions: readTalks(board, built, values).sessions,
  chairs: readChairs(board, built, values),
});

/** What a choice of sessions costs, whatever slots the talks will have. */
export function pointsOf(board: Board, { sessions, chairs }: Pick<Chosen, 'sessions' | 'chairs'>): number {
  const next = board.sessions.map(({ first }) => first);
  const places = sessions.map((session) => {
    const place = next[session] ?? none;
    if (place !== none) next[session] = place + 1;
    return place;
  });
  return costOf(board, timetableOf(board, places, chairs)).objective;
}
