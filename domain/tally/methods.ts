// The ways to make one score of an entry's sheets.
import type { Judging } from '../award-definition.ts';
import { compare, type Fraction, fraction, mean } from './fraction.ts';
import { judgeAdjusted } from './judge-adjusted.ts';
import { type CountedSheet, judgesOf, plainMean, type Table } from './sheets.ts';

export type Method = Judging['aggregation'];
/** Why a method would not be fair to these sheets. */
export type MethodRefusal = 'panel-not-connected' | 'sheets-too-few' | 'sheets-uneven' | 'ranking-incomplete';

/** Less the highest and the lowest, three are left. */
export const leastToTrim = 5;

/** What a method asks of the sheets; null where it may be used. The plain mean may always be. */
export function refusalOf(method: Method, table: Table): MethodRefusal | null {
  const counts = [...table.values()].map((sheets) => sheets.length);
  switch (method) {
    case 'mean':
      return null;
    case 'judge-adjusted':
      return isConnected(table) ? null : 'panel-not-connected';
    case 'trimmed':
      if (counts.some((count) => count < leastToTrim)) return 'sheets-too-few';
      return counts.every((count) => count === counts[0]) ? null : 'sheets-uneven';
    case 'ranks': {
      const judges = judgesOf(table).length;
      return counts.every((count) => count === judges) ? null : 'ranking-incomplete';
    }
  }
}

/** The score of each entry: 0 … 100 × the scale's maximum; for `ranks`, the mean of the points by rank. */
export function scoresOf(method: Method, table: Table): Map<string, Fraction> {
  switch (method) {
    case 'mean':
      return new Map([...table].map(([entry, sheets]) => [entry, plainMean(sheets)]));
    case 'judge-adjusted':
      return judgeAdjusted(table);
    case 'trimmed':
      return new Map([...table].map(([entry, sheets]) => [entry, trimmedMean(sheets.map(({ total }) => total))]));
    case 'ranks':
      return borda(table);
  }
}

/** Without the highest and the lowest `drop` values. Throws RangeError where nothing is left. */
export function trimmedMean(values: readonly Fraction[], drop = 1): Fraction {
  const sorted = [...values].sort(compare);
  return mean(sorted.slice(drop, sorted.length - drop));
}

/** Each judge gives n−1 … 0 points by rank, equals sharing theirs; an entry gets the mean. */
function borda(table: Table): Map<string, Fraction> {
  const sheets = [...table.values()].flat();
  // Not Map.groupBy: verify.mjs runs on Node 20 too.
  const byJudge = new Map<string, typeof sheets>();
  for (const sheet of sheets) byJudge.set(sheet.judgeId, [...(byJudge.get(sheet.judgeId) ?? []), sheet]);
  const pointsOf = ({ judgeId, total }: CountedSheet) => {
    const own = (byJudge.get(judgeId) ?? []).map((other) => compare(other.total, total));
    const beaten = own.filter((order) => order < 0).length;
    const equal = own.filter((order) => order === 0).length - 1;
    return fraction(2 * beaten + equal, 2);
  };
  return new Map([...table].map(([entry, own]) => [entry, mean(own.map(pointsOf))]));
}

/** Whether any two judges are linked by entries that were read together. */
export function isConnected(table: Table): boolean {
  const [first, ...waiting] = [...table.values()].map((sheets) => sheets.map(({ judgeId }) => judgeId));
  const reached = new Set(first);
  let left = waiting;
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    left = left.filter((judges) => {
      if (!judges.some((judge) => reached.has(judge))) return true;
      for (const judge of judges) reached.add(judge);
      return false;
    });
  }
  return left.length === 0;
}
