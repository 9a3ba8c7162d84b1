// Effects drawn towards none as far as the data are noisy: what entries and judges add, with the variances behind it.
import { divide, type Fraction, fraction, mean, multiply, subtract } from '../tally/fraction.ts';
import { type CompleteTable, meanSquares } from './anova.ts';

const meanOf = (values: readonly number[]) => mean(values.map((value) => fraction(value)));
const over = (value: Fraction, divisor: number) => divide(value, fraction(divisor));

/**
 * Rows as groups of equally many values: by the moments of the table, or by the greatest likelihood, which takes the variance
 * between groups as a little smaller. Null where nothing differs between the rows.
 */
export function shrunkRows(table: CompleteTable, by: 'moments' | 'likelihood' = 'moments') {
  const squares = meanSquares(table);
  if (squares === null || squares.bms.n === 0n) return null;
  const { n, k, bms, wms } = squares;
  const between = by === 'moments' ? bms : multiply(bms, fraction(n - 1, n));
  const middle = meanOf(table.flat());
  const kept = divide(subtract(between, wms), between);
  return {
    ...{ mean: middle, within: wms, between: over(subtract(between, wms), k), kept },
    effects: table.map((row) => multiply(kept, subtract(meanOf(row), middle))),
  };
}

/** Entries crossed with judges. Null where nothing differs between entries, or between judges. */
export function shrunkCrossed(table: CompleteTable) {
  const squares = meanSquares(table);
  if (squares === null || squares.bms.n === 0n || squares.jms.n === 0n) return null;
  const { n, k, bms, jms, ems } = squares;
  const middle = meanOf(table.flat());
  const columns = Array.from({ length: k }, (_, column) => table.map((row) => row[column] ?? 0));
  const drawn = (between: Fraction) => {
    const kept = divide(subtract(between, ems), between);
    return (values: readonly number[]) => multiply(kept, subtract(meanOf(values), middle));
  };
  return {
    mean: middle,
    variances: { entry: over(subtract(bms, ems), k), judge: over(subtract(jms, ems), n), error: ems },
    entries: table.map(drawn(bms)),
    judges: columns.map(drawn(jms)),
  };
}
