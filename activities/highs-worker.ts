// One solve in a thread of its own, which ends with it: the memory of the solver never shrinks, and ending the thread stops it at once.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Highs } from 'highs';
import type { Model } from '../domain/assignment/model.ts';
import type { Solution, SolveOptions } from './highs.ts';

/** Its types say that the default export is one of a module of the other kind. */
const loadHighs: () => Promise<Highs> = createRequire(import.meta.url)('highs');
const { model, options } = workerData as { model: Model; options: SolveOptions };

function run(highs: Highs): Solution {
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
        tell(data.mip_primal_bound, data.mip_dual_bound, data.running_time);
        return undefined;
      },
    });
    return solutionOf(highs, loaded);
  } finally {
    loaded.dispose();
  }
}

const finite = (value: number | undefined): number | null =>
  value === undefined || Math.abs(value) > 1e20 ? null : value;

function tell(objective: number | undefined, bound: number | undefined, seconds = 0): void {
  parentPort?.postMessage({ progress: { objective: finite(objective), bound: finite(bound), seconds } });
}

type Loaded = ReturnType<Highs['createModel']>;

function solutionOf(highs: Highs, loaded: Loaded): Solution {
  const code = loaded.getModelStatus();
  const name = Object.entries(highs.constants.modelStatus).find(([, value]) => value === code)?.[0] ?? 'unknown';
  const status = name === 'optimal' || name === 'infeasible' ? name : 'limit';
  const isMip = !options.relaxed && model.whole.some((whole) => whole);
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

parentPort?.postMessage({ solution: run(await loadHighs()) });
