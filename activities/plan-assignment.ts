// The way from a problem of assignment to a checked plan: what is possible at all, the solver, the swaps, the checker.
import type { Pair } from '../domain/assignment/assignment.ts';
import { type Broken, checkPlan, pinsBroken } from '../domain/assignment/checking.ts';
import { type Island, islandsOf } from '../domain/assignment/connectivity.ts';
import { type Desk, openDesk, pairsOf } from '../domain/assignment/desk.ts';
import { findFeasible, type Shortage } from '../domain/assignment/feasibility.ts';
import type { ProblemFile } from '../domain/assignment/messages.ts';
import { buildModel, type Model, readSolution } from '../domain/assignment/model.ts';
import { costOf, type Terms } from '../domain/assignment/objective.ts';
import { prune } from '../domain/assignment/pruning.ts';
import { improve } from '../domain/assignment/swaps.ts';
import type { Solution, SolveOptions } from './highs.ts';

export type Assigned = {
  pairs: Pair[];
  /** `optimal`: no plan is better. `limit`: none was proven to be the best before time or nodes were over. */
  status: 'optimal' | 'limit';
  objective: number;
  bound: number | null;
  /** How much better a plan could be at most, as a share of the objective. */
  gap: number | null;
  terms: Terms;
  counts: Terms;
  emptySeats: number;
  solver: string;
  /** What the plan cost that the search began with. */
  start: number;
  /** Of how many possible pairs the solver looked at how many. */
  looked: { pairs: number; of: number };
  shortage: Shortage | null;
  islands: Island[];
};
export type Unsolvable = { broken: Broken[]; unmet: string[] };
export type Limits = { seconds: number; nodes: number };

/** Up to so many entries and judges the variety of pairs is a part of the model. */
const withPairs = { entries: 25, judges: 12 };

export const limitsOf = ({ entries, judges }: Desk): Limits => {
  if (entries.length > 500) return { seconds: 60, nodes: 2_000 };
  if (entries.length > withPairs.entries) return { seconds: 10, nodes: 5_000 };
  return judges.length > 8 ? { seconds: 5, nodes: 20_000 } : { seconds: 10, nodes: 100_000 };
};

type Solve = (model: Model, options: SolveOptions) => Promise<Solution>;

/** The rules are kept by every plan that comes back; where none can, what stands in the way does. */
export async function planAssignment(
  file: ProblemFile,
  limits: Limits | null,
  solve: Solve,
): Promise<Assigned | Unsolvable> {
  const desk = openDesk(file);
  const broken = pinsBroken(desk);
  const possible = findFeasible(desk);
  if (broken.length > 0 || possible.plan === null) return { broken, unmet: possible.unmet };
  // Where the problem is large the solver comes first: what exchanges gain before it is lost in it.
  const start = improve(desk, possible.plan, { exchanges: desk.entries.length <= 500 });
  const kept = prune(desk, start);
  const small = desk.entries.length <= withPairs.entries && desk.judges.length <= withPairs.judges;
  const built = buildModel(desk, { kept, emptySeats: possible.emptySeats, withPairs: small });
  // Above that the last thousandth takes most of the time, and swaps change more than it holds.
  const gap = small ? 0 : 1e-3;
  const options = { ...(limits ?? limitsOf(desk)), gap, wholeObjective: true, relaxed: false, start: null };
  const solution = await solve(built.model, options);
  const found = solution.values === null ? start : improve(desk, readSolution(desk, built, solution.values));
  const plan = costOf(desk, found).objective <= costOf(desk, start).objective ? found : start;
  return {
    ...claimOf(desk, plan, solution),
    start: costOf(desk, start).objective,
    looked: { pairs: built.pairs.length, of: desk.bars.filter((bar) => bar === '').length },
    shortage: possible.shortage,
    islands: islandsOf(desk, plan),
  };
}

/** @throws where the checker finds a broken rule: that would be a fault of ours, and no plan. */
function claimOf(desk: Desk, plan: number[][], { bound: raw, version }: Solution) {
  const pairs = pairsOf(desk, plan);
  const bound = raw === null ? null : Math.max(0, Math.ceil(raw - 1e-6));
  const { broken, cost } = checkPlan(desk, { pairs, bound });
  if (broken.length > 0) throw new Error(`The solver broke a rule: ${broken.map(({ message }) => message).join(' ')}`);
  const { objective, terms, counts } = cost;
  const gap = bound === null ? null : objective === 0 ? 0 : (objective - bound) / objective;
  const status: Assigned['status'] = objective === bound ? 'optimal' : 'limit';
  return {
    pairs,
    status,
    objective,
    bound,
    gap,
    terms,
    counts,
    emptySeats: counts.emptySeats,
    solver: `HiGHS ${version}`,
  };
}
