// Scores as if every assessor had been equally strict, in exact numbers.
import { type Fraction, fraction, leastCommonMultiple } from './fraction.ts';
import { type CountedSheet, judgesOf, type Table, unitOf } from './sheets.ts';

/** How far strictness is drawn towards none: the rule's λ, a whole number above zero. */
export const shrinkage = 2;

/**
 * The score θ of each entry that minimises Σ(T − θ − β)² + λΣβ² over the entries' scores θ and the judges' leniency β.
 * Eliminating θ leaves, for each judge j, (n_j + λ)β_j − Σ_{e∈j} (1/n_e) Σ_{i∈e} β_i = Σ_{e∈j} (T_ej − M_e);
 * then θ_e = M_e − mean of its judges' β. Every entry needs a sheet.
 */
export function judgeAdjusted(table: Table, lambda: number = shrinkage): Map<string, Fraction> {
  const { place, unit, numerators, denominator } = solved(table, lambda);
  return new Map(
    [...table].map(([entry, sheets]) => {
      const totals = sheets.reduce((sum, sheet) => sum + wholeOf(sheet, unit), 0n);
      const leniency = sheets.reduce((sum, { judgeId }) => sum + (numerators[place.get(judgeId) ?? -1] ?? 0n), 0n);
      return [entry, fraction(totals * denominator - leniency, BigInt(sheets.length) * denominator * unit)];
    }),
  );
}

/** The β of each judge. Without shrinkage (λ = 0) the judges of a connected panel stand around none: their β add up to it. */
export function judgeEffects(table: Table, lambda: number = shrinkage): Map<string, Fraction> {
  const { place, unit, numerators, denominator } = solved(table, lambda);
  return new Map([...place].map(([judge, index]) => [judge, fraction(numerators[index] ?? 0n, denominator * unit)]));
}

function solved(table: Table, lambda: number) {
  const place = new Map(judgesOf(table).map((judge, index) => [judge, index]));
  const unit = unitOf(table);
  return { place, unit, ...solve(equations(table, place, lambda, unit)) };
}

const wholeOf = ({ total }: CountedSheet, unit: bigint): bigint => total.n * (unit / total.d);

/** One row a judge, its right side last; all multiplied by a common denominator of the means, totals by their unit too, so that they are whole. */
function equations(table: Table, place: ReadonlyMap<string, number>, lambda: number, unit: bigint): bigint[][] {
  const common = [...table.values()].reduce((found, sheets) => leastCommonMultiple(found, BigInt(sheets.length)), 1n);
  const size = place.size;
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size + 1 }, (_, column) => startOf(lambda, common, row, column, size)),
  );
  const addTo = (row: number, column: number, amount: bigint) => {
    const cells = rows[row];
    if (cells !== undefined) cells[column] = (cells[column] ?? 0n) + amount;
  };
  for (const sheets of table.values()) {
    const share = common / BigInt(sheets.length);
    const places = sheets.map(({ judgeId }) => place.get(judgeId) ?? -1);
    const sum = sheets.reduce((total, sheet) => total + wholeOf(sheet, unit), 0n);
    sheets.forEach((sheet, index) => {
      const row = places[index] ?? -1;
      addTo(row, row, common);
      for (const column of places) addTo(row, column, -share);
      addTo(row, size, common * wholeOf(sheet, unit) - share * sum);
    });
  }
  return rows;
}

/** λ on the diagonal; where there is none, the sum of all β in every row, which is to be zero. */
function startOf(lambda: number, common: bigint, row: number, column: number, size: number): bigint {
  if (lambda === 0) return column < size ? 1n : 0n;
  return row === column ? common * BigInt(lambda) : 0n;
}

/**
 * Elimination without fractions (Bareiss): every division comes out even, and all unknowns share a denominator. The system is
 * symmetric, so what lies below the diagonal is never worked out; it is positive definite for λ > 0 and for a connected panel,
 * so no pivot is zero.
 */
function solve(rows: bigint[][]): { numerators: bigint[]; denominator: bigint } {
  const size = rows.length;
  let before = 1n;
  for (const [pivot, pivotRow] of rows.entries()) {
    const lead = pivotRow[pivot] ?? 0n;
    if (lead === 0n)
      throw new RangeError('The panel falls apart into groups without a judge in common: λ must be above zero.');
    for (let index = pivot + 1; index < size; index += 1) {
      const row = rows[index] ?? [];
      const factor = pivotRow[index] ?? 0n;
      for (let column = index; column <= size; column += 1)
        row[column] = (lead * (row[column] ?? 0n) - factor * (pivotRow[column] ?? 0n)) / before;
    }
    before = lead;
  }
  return { numerators: substituted(rows, before), denominator: before };
}

/** From the last unknown back to the first. */
function substituted(rows: bigint[][], denominator: bigint): bigint[] {
  const size = rows.length;
  const numerators = Array<bigint>(size).fill(0n);
  for (let index = size - 1; index >= 0; index -= 1) {
    const row = rows[index] ?? [];
    let right = denominator * (row[size] ?? 0n);
    for (let column = index + 1; column < size; column += 1) right -= (row[column] ?? 0n) * (numerators[column] ?? 0n);
    numerators[index] = right / (row[index] ?? 1n);
  }
  return numerators;
}
