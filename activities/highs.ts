// The solver, in the thread that calls it: `solver-thread.ts` gives each solve one of its own.
import { createRequire } from 'node:module';
import type { Highs } from 'highs';
import type { Model } from '../domain/assignment/model.ts';

export type SolveOptions = {
  /** Relative distance to the bound that is good enough. */
  gap: number;
  /** A safety net; `nodes` is the limit that repeats on every machine. */
  seconds: number;
  nodes: number;
  /** Every plan costs a whole number: a bound less than one below is as good as none. */
  wholeObjective: boolean;
  relaxed: boolean;
  /** A solution to start from. */
  start: number[] | null;
  /** What its progress says of the whole problem: all, for a part of it nothing. */
  news?: 'all' | 'bound' | 'nothing';
};
export type Solution = {
  /** `limit`: time or nodes were over first. */
  status: 'optimal' | 'infeasible' | 'limit';
  values: number[] | null;
  objective: number | null;
  bound: number | null;
  /** By row, of a linear model that was solved to its end. */
  prices: number[] | null;
  nodes: number;
  version: string;
};
export type Progress = { objective: number | null; bound: number | null; seconds: number };
type Tell = (progress: Progress) => void;

/** Its types say that the default export is one of a module of the other kind. */
const loadHighs: () => Promise<Highs> = createRequire(import.meta.url)('highs');

export const runModel = async (model: Model, options: SolveOptions, tell: Tell): Promise<Solution> =>
  run(await loadHighs(), model, options, tell);

function run(highs: Highs, model: Model, options: SolveOptions, tell: Tell): Solution {
  const loaded = highs.createModel();
  try {
    loaded.options.set({
      ...{
        output_flag: false,
        random_seed: 0,
        mip_rel_gap: options.gap,
        mip_abs_gap: options.wholeObjective ? 0.999 : 1e-6,
      },
      ...{ time_limit: options.seconds, mip_max_nodes: options.nodes },
      ...(options.relaxed && { solve_relaxation: true }),
    });
    // Solving on after a refused model can spin past every limit.
    const { warnings } = loaded.passModel(dataOf(highs, model));
    if (warnings.length > 0) throw new Error(`The solver does not take the model: ${warnings.join(' ')}`);
    if (options.start !== null) loaded.setSolution({ colValue: options.start });
    loaded.run({
      [highs.constants.callbackType.mipLogging]: ({ data }) => {
        const [objective, bound] = [finite(data.mip_primal_bound), finite(data.mip_dual_bound)];
        tell({ objective, bound, seconds: data.running_time ?? 0 });
        return undefined;
      },
    });
    return solutionOf(highs, loaded, options.relaxed || !model.whole.includes(true));
  } finally {
    loaded.dispose();
  }
}

const finite = (value: number | undefined): number | null =>
  value === undefined || Math.abs(value) > 1e20 ? null : value;

type Loaded = ReturnType<Highs['createModel']>;

function solutionOf(highs: Highs, loaded: Loaded, isLinear: boolean): Solution {
  const code = loaded.getModelStatus();
  const name = Object.entries(highs.constants.modelStatus).find(([, value]) => value === code)?.[0] ?? 'unknown';
  const status = name === 'optimal' || name === 'infeasible' ? name : 'limit';
  const isMip = !isLinear;
  const primal = Number(loaded.info.get('primal_solution_status'));
  const hasPlan = primal === highs.constants.solutionStatus.feasible;
  return {
    status,
    values: hasPlan ? [...loaded.getSolution().colValue] : null,
    objective: hasPlan ? loaded.getObjectiveValue() : null,
    bound: isMip
      ? finite(Number(loaded.info.get('mip_dual_bound')))
      : status === 'optimal'
        ? loaded.getObjectiveValue()
        : null,
    prices: !isMip && status === 'optimal' ? [...loaded.getSolution().rowDual] : null,
    nodes: isMip ? Number(loaded.info.get('mip_node_count')) : 0,
    version: highs.version.string,
  };
}

function dataOf(highs: Highs, { offset, cost, lower, upper, whole, rows }: Model) {
  const starts = [0];
  for (const { columns } of rows) starts.push((starts.at(-1) ?? 0) + columns.length);
  const { integer, continuous } = highs.constants.variableType;
  const bounded = (values: number[]) =>
    Float64Array.from(values, (value) => (Math.abs(value) === Infinity ? Math.sign(value) * highs.infinity : value));
  return {
    ...{ numCols: cost.length, numRows: rows.length, offset },
    ...{ colCost: Float64Array.from(cost), colLower: bounded(lower), colUpper: bounded(upper) },
    rowLower: bounded(rows.map((row) => row.lower)),
    rowUpper: bounded(rows.map((row) => row.upper)),
    matrix: {
      format: 'csr' as const,
      ...{ numRows: rows.length, numCols: cost.length },
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap((row) => row.columns)),
      values: Float64Array.from(rows.flatMap((row) => row.values)),
    },
    integrality: Int32Array.from(whole, (isWhole) => (isWhole ? integer : continuous)),
  };
}
