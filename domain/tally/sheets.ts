// What a tally counts: the sheets of each entry, with their totals.
import type { Judging } from '../award-definition.ts';
import { type Fraction, fraction, mean } from './fraction.ts';

/** Points by criterion, whole numbers on the rubric's scale. */
export type Sheet = { nominationId: string; judgeId: string; points: { readonly [criterion: string]: number } };
export type TallyRubric = {
  criteria: readonly { key: string; weight: number }[];
  scale: { max: number };
};
export type TallyInput = {
  rubric: TallyRubric;
  policy: Pick<Judging, 'aggregation' | 'minimumSheets' | 'tieLadder' | 'threshold' | 'sensitive'>;
  entries: readonly string[];
  sheets: readonly Sheet[];
  /** By which version of the method: only to recompute what was sealed by an earlier one. */
  methodVersion?: 1 | 2;
  /** The least number of sheets of single entries, where it was lowered before the tally. */
  lowered?: { readonly [nominationId: string]: number };
};

/** `total` is Σ weight × points: 0 … 100 × the scale's maximum. */
export type CountedSheet = Sheet & { total: number };
/** The sheets of each entry, entries and judges in the order of their ids, so that the order of the input decides nothing. */
export type Table = ReadonlyMap<string, readonly CountedSheet[]>;

export function tableOf({ rubric, entries, sheets }: Pick<TallyInput, 'rubric' | 'entries' | 'sheets'>): Table {
  const table = new Map<string, CountedSheet[]>([...entries].sort().map((entry) => [entry, []]));
  const byJudge = [...sheets].sort((a, b) => (a.judgeId < b.judgeId ? -1 : 1));
  for (const sheet of byJudge) table.get(sheet.nominationId)?.push({ ...sheet, total: sheetTotal(rubric, sheet) });
  return table;
}

export const sheetTotal = ({ criteria }: TallyRubric, { points }: Pick<Sheet, 'points'>): number =>
  criteria.reduce((total, { key, weight }) => total + weight * (points[key] ?? 0), 0);

/** The same table for some of its entries only. */
export const onlyEntries = (table: Table, entries: readonly string[]): Table =>
  new Map(entries.map((entry) => [entry, table.get(entry) ?? []]));

/** Without one judge's sheets; an entry that has no others is left out. */
export function withoutJudge(table: Table, judge: string): Table {
  const left = [...table].map(([entry, sheets]) => [entry, sheets.filter(({ judgeId }) => judgeId !== judge)] as const);
  return new Map(left.filter(([, sheets]) => sheets.length > 0));
}

export const judgesOf = (table: Table): string[] =>
  [...new Set([...table.values()].flatMap((sheets) => sheets.map(({ judgeId }) => judgeId)))].sort();

export const plainMean = (sheets: readonly CountedSheet[]): Fraction =>
  mean(sheets.map(({ total }) => fraction(total)));

/** The mean of the points on one criterion. */
export const criterionMean = (sheets: readonly Sheet[], criterion: string): Fraction =>
  mean(sheets.map(({ points }) => fraction(points[criterion] ?? 0)));
