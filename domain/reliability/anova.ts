// How far a complete panel agrees: the mean squares of its table, and the intraclass correlations made of them.
import { add, divide, type Fraction, fraction, subtract, toNumber } from '../tally/fraction.ts';
import { fQuantile } from './distributions.ts';

/** One row an entry, one column a judge; whole numbers, nothing missing. */
export type CompleteTable = readonly (readonly number[])[];
/** Between entries, within entries, between judges, and what is left. */
export type MeanSquares = { n: number; k: number; bms: Fraction; wms: Fraction; jms: Fraction; ems: Fraction };

const square = (value: bigint) => value * value;
const total = (values: readonly bigint[]) => values.reduce((sum, value) => sum + value, 0n);
const times = (factor: number, value: Fraction) => fraction(BigInt(factor) * value.n, value.d);

/** Null below two entries or two judges. */
export function meanSquares(table: CompleteTable): MeanSquares | null {
  const [n, k] = [table.length, table[0]?.length ?? 0];
  if (n < 2 || k < 2) return null;
  const rows = table.map((row) => row.map(BigInt));
  const [entries, judges] = [BigInt(n), BigInt(k)];
  const rowSums = rows.map(total);
  const columnSums = Array.from({ length: k }, (_, column) => total(rows.map((row) => row[column] ?? 0n)));
  const all = square(total(rowSums));
  // Each sum of squares over the common denominator n·k.
  const ofRows = entries * total(rowSums.map(square)) - all;
  const ofColumns = judges * total(columnSums.map(square)) - all;
  const ofAll = entries * judges * total(rows.flat().map(square)) - all;
  const mean = (sum: bigint, freedom: number) => fraction(sum, entries * judges * BigInt(freedom));
  return {
    ...{ n, k },
    bms: mean(ofRows, n - 1),
    wms: mean(ofAll - ofRows, n * (k - 1)),
    jms: mean(ofColumns, k - 1),
    ems: mean(ofAll - ofRows - ofColumns, (n - 1) * (k - 1)),
  };
}

/** Shrout and Fleiss: model 1, 2 or 3, of one judge or of the mean of all k. */
export type Form = '1,1' | '2,1' | '3,1' | '1,k' | '2,k' | '3,k';

/** Null where nothing differs between entries but by chance, so that there is nothing to agree on. */
export function icc(form: Form, squares: MeanSquares): Fraction | null {
  const { n, k, bms, wms, jms, ems } = squares;
  const overJudges = divide(times(k, subtract(jms, ems)), fraction(n));
  const ratio = (top: Fraction, bottom: Fraction) => (bottom.n <= 0n ? null : divide(top, bottom));
  switch (form) {
    case '1,1':
      return ratio(subtract(bms, wms), add(bms, times(k - 1, wms)));
    case '2,1':
      return ratio(subtract(bms, ems), add(add(bms, times(k - 1, ems)), overJudges));
    case '3,1':
      return ratio(subtract(bms, ems), add(bms, times(k - 1, ems)));
    case '1,k':
      return ratio(subtract(bms, wms), bms);
    case '2,k':
      return ratio(subtract(bms, ems), add(bms, divide(subtract(jms, ems), fraction(n))));
    case '3,k':
      return ratio(subtract(bms, ems), bms);
  }
}

/** From where to where the correlation lies with 95 of 100; null where it has no value or nothing is left over. */
export function iccInterval(form: Form, squares: MeanSquares): [number, number] | null {
  const value = icc(form, squares);
  if (value === null || squares.ems.n === 0n || squares.wms.n === 0n) return null;
  const [model, of] = form.split(',');
  const single = model === '2' ? agreementInterval(squares) : ratioInterval(squares, model === '1');
  const { k } = squares;
  const stepUp = (one: number) => (k * one) / (1 + (k - 1) * one);
  return of === '1' ? single : [stepUp(single[0]), stepUp(single[1])];
}

/** Models 1 and 3, whose correlation is a function of one F ratio. */
function ratioInterval({ n, k, bms, wms, ems }: MeanSquares, oneWay: boolean): [number, number] {
  const freedom = oneWay ? n * (k - 1) : (n - 1) * (k - 1);
  const f = toNumber(divide(bms, oneWay ? wms : ems));
  const of = (ratio: number) => (ratio - 1) / (ratio + k - 1);
  return [of(f / fQuantile(0.975, n - 1, freedom)), of(f * fQuantile(0.975, freedom, n - 1))];
}

/** Model 2, by Satterthwaite's degrees of freedom. */
function agreementInterval(squares: MeanSquares): [number, number] {
  const { n, k } = squares;
  const [b, j, e] = [toNumber(squares.bms), toNumber(squares.jms), toNumber(squares.ems)];
  const rho = toNumber(icc('2,1', squares) ?? fraction(0));
  const f = j / e;
  const rest = n * (1 + (k - 1) * rho) - k * rho;
  const freedom = ((k - 1) * (n - 1) * (k * rho * f + rest) ** 2) / ((n - 1) * k ** 2 * rho ** 2 * f ** 2 + rest ** 2);
  const [upper, lower] = [fQuantile(0.975, n - 1, freedom), fQuantile(0.975, freedom, n - 1)];
  const shared = k * j + (k * n - k - n) * e;
  return [(n * (b - upper * e)) / (upper * shared + n * b), (n * (lower * b - e)) / (shared + n * lower * b)];
}

/**
 * How many judges each entry would need for a panel mean of that reliability, a whole number of hundredths; null where one
 * judge alone tells nothing, so that no number would do.
 */
export function judgesNeeded(one: Fraction, wantedHundredths: number): number | null {
  if (one.n <= 0n) return null;
  const [wanted, left] = [BigInt(wantedHundredths), BigInt(100 - wantedHundredths)];
  const [top, bottom] = [wanted * (one.d - one.n), left * one.n];
  return Math.max(1, Number((top + bottom - 1n) / bottom));
}
