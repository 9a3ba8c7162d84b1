// Scores as if every assessor had been equally strict, in exact numbers.
import { type Fraction, fraction } from './fraction.ts';
import { judgesOf, type Table } from './sheets.ts';

/** How far strictness is drawn towards none: the rule's λ, a whole number above zero. */
export const shrinkage = 2;

/**
 * The score θ of each entry that minimises Σ(T − θ − β)² + λΣβ² over the entries' scores θ and the judges' leniency β.
 * Eliminating θ leaves, for each judge j, (n_j + λ)β_j − Σ_{e∈j} (1/n_e) Σ_{i∈e} β_i = Σ_{e∈j} (T_ej − M_e);
 * then θ_e = M_e − mean of its judges' β. Every entry needs a sheet.
 */
export function judgeAdjusted(table: Table, lambda: number = shrinkage): Map<string, Fraction> {
  const place = new Map(judgesOf(table).map((judge, index) => [judge, index]));
  const { numerators, denominator } = solve(equations(table, place, lambda));
  return new Map(
    [...table].map(([entry, sheets]) => {
      const totals = sheets.reduce((sum, { total }) => sum + BigInt(total), 0n);
      const leniency = sheets.reduce((sum, { judgeId }) => sum + (numerators[place.get(judgeId) ?? -1] ?? 0n), 0n);
      return [entry, fraction(totals * denominator - leniency, BigInt(sheets.length) * denominator)];
    }),
  );
}

/** One row a judge, its right side last; all multiplied by a common denominator of the means, so that they are whole. */
function equations(table: Table, place: ReadonlyMap<string, number>, lambda: number): bigint[][] {
  const common = [...table.values()].reduce((found, sheets) => leastCommonMultiple(found, BigInt(sheets.length)), 1n);
  const size = place.size;
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size + 1 }, (_, column) => (row === column ? common * BigInt(lambda) : 0n)),
  );
  const addTo = (row: number, column: number, amount: bigint) => {
    const cells = rows[row];
    if (cells !== undefined) cells[column] = (cells[column] ?? 0n) + amount;
  };
  for (const sheets of table.values()) {
    const share = common / BigInt(sheets.length);
    const places = sheets.map(({ judgeId }) => place.get(judgeId) ?? -1);
    const sum = sheets.reduce((total, sheet) => total + BigInt(sheet.total), 0n);
    sheets.forEach(({ total }, index) => {
      const row = places[index] ?? -1;
      addTo(row, row, common);
      for (const column of places) addTo(row, column, -share);
      addTo(row, size, common * BigInt(total) - share * sum);
    });
  }
  return rows;
}

const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / greatestCommonDivisor(a, b)) * b;
const greatestCommonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommonDivisor(b, a % b));

/**
 * Elimination without fractions (Bareiss): every division comes out even, and all unknowns share a denominator.
 * The system is positive definite for λ > 0, so no pivot is zero.
 */
function solve(rows: bigint[][]): { numerators: bigint[]; denominator: bigint } {
  let before = 1n;
  rows.forEach((pivotRow, pivot) => {
    const lead = pivotRow[pivot] ?? 0n;
    if (lead === 0n) throw new RangeError('The judges cannot be told apart: λ must be above zero.');
    for (const [index, row] of rows.entries()) {
      if (index === pivot) continue;
      const factor = row[pivot] ?? 0n;
      for (let column = 0; column < row.length; column += 1)
        row[column] = (lead * (row[column] ?? 0n) - factor * (pivotRow[column] ?? 0n)) / before;
    }
    before = lead;
  });
  return { numerators: rows.map((row) => row[rows.length] ?? 0n), denominator: before };
}
