// Krippendorff's α: how far values agree beyond chance, where not everybody has valued everything.
import { type Fraction, fraction, subtract } from '../tally/fraction.ts';

export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';
/** How often each value was given, lowest first; `below` is how often a lower one was. */
type Values = Map<number, { count: bigint; below: bigint }>;
/** Not reduced: thousands are added up before anybody looks. */
type Ratio = { n: bigint; d: bigint };

/**
 * Each unit is the values it was given, whole numbers; one with fewer than two drops out. Null where all values are equal:
 * then nothing tells agreement from habit.
 */
export function krippendorffAlpha(units: readonly (readonly number[])[], metric: Metric): Fraction | null {
  const paired = units.filter((unit) => unit.length > 1);
  const values = valuesOf(paired.flat());
  const distance = distanceOf(metric, values);
  const size = BigInt(paired.reduce((sum, unit) => sum + unit.length, 0));
  const observed = sumOf(
    paired.flatMap((unit) => pairsOf(unit).map(([a, b]) => over(twice(distance(a, b)), BigInt(unit.length - 1)))),
  );
  const expected = sumOf(
    pairsOf([...values.keys()]).map(([a, b]) => times(twice(distance(a, b)), countOf(values, a) * countOf(values, b))),
  );
  if (expected.n === 0n) return null;
  return subtract(fraction(1), fraction(observed.n * (size - 1n) * expected.d, observed.d * expected.n));
}

function valuesOf(all: readonly number[]): Values {
  const values: Values = new Map();
  let below = 0n;
  for (const [value, same] of Map.groupBy(
    [...all].sort((a, b) => a - b),
    (one) => one,
  )) {
    values.set(value, { count: BigInt(same.length), below });
    below += BigInt(same.length);
  }
  return values;
}

const countOf = (values: Values, value: number) => values.get(value)?.count ?? 0n;
const twice = ({ n, d }: Ratio): Ratio => ({ n: 2n * n, d });
const times = ({ n, d }: Ratio, factor: bigint): Ratio => ({ n: n * factor, d });
const over = ({ n, d }: Ratio, divisor: bigint): Ratio => ({ n, d: d * divisor });

function pairsOf(values: readonly number[]): [number, number][] {
  return values.flatMap((a, index) => values.slice(index + 1).map((b): [number, number] => [a, b]));
}

/** The squared difference of two values. */
function distanceOf(metric: Metric, values: Values): (a: number, b: number) => Ratio {
  switch (metric) {
    case 'nominal':
      return (a, b) => ({ n: a === b ? 0n : 1n, d: 1n });
    case 'ordinal':
      return (a, b) => ({ n: a === b ? 0n : ordinalStep(values, Math.min(a, b), Math.max(a, b)) ** 2n, d: 4n });
    case 'interval':
      return (a, b) => ({ n: BigInt(a - b) ** 2n, d: 1n });
    case 'ratio':
      return (a, b) => (a === b ? { n: 0n, d: 1n } : { n: BigInt(a - b) ** 2n, d: BigInt(a + b) ** 2n });
  }
}

/** Twice the values from the lower to the higher, each end counted half. */
function ordinalStep(values: Values, low: number, high: number): bigint {
  const [from, to] = [values.get(low), values.get(high)];
  return 2n * ((to?.below ?? 0n) + (to?.count ?? 0n) - (from?.below ?? 0n)) - (from?.count ?? 0n) - (to?.count ?? 0n);
}

function sumOf(ratios: readonly Ratio[]): Fraction {
  const byDenominator = new Map<bigint, bigint>();
  for (const { n, d } of ratios) byDenominator.set(d, (byDenominator.get(d) ?? 0n) + n);
  return [...byDenominator].reduce((sum, [d, n]) => fraction(sum.n * d + n * sum.d, sum.d * d), fraction(0));
}
