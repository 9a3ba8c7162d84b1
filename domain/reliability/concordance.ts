// Kendall's W: how far judges who ranked everything rank alike.
import { type Fraction, fraction, toNumber } from '../tally/fraction.ts';
import { chiSquareTail } from './distributions.ts';

export type Concordance = { w: Fraction; chiSquare: Fraction; freedom: number; p: number };

/** One row a judge, one column an entry; equals share their middle rank. Null where no judge tells any two entries apart. */
export function kendallW(judges: readonly (readonly number[])[]): Concordance | null {
  const [m, n] = [judges.length, judges[0]?.length ?? 0];
  if (m < 2 || n < 2) return null;
  const ranked = judges.map(doubledRanks);
  const middle = m * (n + 1);
  const sums = Array.from({ length: n }, (_, entry) => ranked.reduce((sum, row) => sum + (row[entry] ?? 0), 0));
  const spread = sums.reduce((sum, each) => sum + BigInt(each - middle) ** 2n, 0n);
  const ties = judges.reduce((sum, row) => sum + tiesIn(row), 0n);
  const [judgeCount, entryCount] = [BigInt(m), BigInt(n)];
  const most = judgeCount ** 2n * (entryCount ** 3n - entryCount) - judgeCount * ties;
  if (most === 0n) return null;
  // The ranks are doubled: their squares are four times too large.
  const w = fraction(3n * spread, most);
  const chiSquare = fraction(w.n * judgeCount * (entryCount - 1n), w.d);
  return { w, chiSquare, freedom: n - 1, p: chiSquareTail(toNumber(chiSquare), n - 1) };
}

/** Twice the rank of each value, lowest first: whole numbers with ties too. */
function doubledRanks(values: readonly number[]): number[] {
  const places = new Map<number, { below: number; equal: number }>();
  let below = 0;
  for (const [value, same] of Map.groupBy(
    [...values].sort((a, b) => a - b),
    (one) => one,
  )) {
    places.set(value, { below, equal: same.length });
    below += same.length;
  }
  return values.map((value) => {
    const place = places.get(value);
    return 2 * (place?.below ?? 0) + (place?.equal ?? 0) + 1;
  });
}

const tiesIn = (values: readonly number[]): bigint =>
  [...Map.groupBy(values, (one) => one).values()].reduce(
    (sum, { length }) => sum + BigInt(length) ** 3n - BigInt(length),
    0n,
  );
