// What no solution of a model can cost less than, by prices of its rows: whoever has the prices can add it up again, and needs no solver.
import type { Model } from '../assignment/model.ts';

export type Floor = {
  floor: number;
  /** By column: what one more than its lower end adds to the floor, or (below 0) one less than its upper end. */
  steps: Float64Array;
};

/** Any prices make a true floor (weak duality); those of the linear relaxation make the highest. */
export function floorOf({ offset, cost, lower, upper, rows }: Model, prices: ArrayLike<number>): Floor {
  const steps = Float64Array.from(cost);
  let floor = offset;
  for (const [number, row] of rows.entries()) {
    const price = prices[number] ?? 0;
    const end = price > 0 ? row.lower : row.upper;
    // Nobody is paid for a limit that the row does not have.
    if (price === 0 || !Number.isFinite(end)) continue;
    floor += price * end;
    for (const [at, column] of row.columns.entries())
      steps[column] = (steps[column] ?? 0) - price * (row.values[at] ?? 0);
  }
  for (const [column, step] of steps.entries())
    if (step !== 0) floor += step * ((step > 0 ? lower[column] : upper[column]) ?? 0);
  return { floor, steps };
}

/**
 * Without the whole columns whose other end alone would take a solution more than `reach` above the floor. What it leaves out costs more than
 * `floor + reach`, so that a bound of this model up to there is one of the whole.
 */
export function narrowed(model: Model, { steps }: Floor, reach: number, start: ArrayLike<number> | null): Model {
  const [lower, upper] = [[...model.lower], [...model.upper]];
  for (const [column, step] of steps.entries()) {
    const [low, high] = [model.lower[column] ?? 0, model.upper[column] ?? 0];
    if (!model.whole[column] || Math.abs(step) <= reach) continue;
    const end = step > 0 ? low : high;
    if (start !== null && Math.round(start[column] ?? end) !== end) continue;
    [lower[column], upper[column]] = [end, end];
  }
  return { ...model, lower, upper };
}
