// What a tally counts: the sheets of each entry, with their totals.
import type { Judging } from '../award-definition.ts';
import { type Fraction, fraction, leastCommonMultiple, mean } from './fraction.ts';

/** Points by criterion, whole numbers on the rubric's scale; a criterion that the judge abstained from is missing. */
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
  methodVersion?: MethodVersion;
  /** The least number of sheets of single entries, where it was lowered before the tally. */
  lowered?: { readonly [nominationId: string]: number };
};

/** 3 takes a total over the weights that a sheet scored, and says where `trimmed` had too few sheets; 2 states the adjusted score, 1 did not. */
export type MethodVersion = 1 | 2 | 3;
/** `total` is Σ weight × points over the weights that were scored, of all: 0 … 100 × the scale's maximum. */
export type CountedSheet = Sheet & { total: Fraction };
/** The sheets of each entry, entries and judges in the order of their ids, so that the order of the input decides nothing. */
export type Table = ReadonlyMap<string, readonly CountedSheet[]>;

export function tableOf({ rubric, entries, sheets }: Pick<TallyInput, 'rubric' | 'entries' | 'sheets'>): Table {
  const table = new Map<string, CountedSheet[]>([...entries].sort().map((entry) => [entry, []]));
  const byJudge = [...sheets].sort((a, b) => (a.judgeId < b.judgeId ? -1 : 1));
  for (const sheet of byJudge) table.get(sheet.nominationId)?.push({ ...sheet, total: sheetTotal(rubric, sheet) });
  return table;
}

/** What a judge abstained from is no zero: the rest stands for the whole. @throws RangeError where nothing was scored */
export function sheetTotal({ criteria }: TallyRubric, { points }: Pick<Sheet, 'points'>): Fraction {
  let [all, scored, total] = [0, 0, 0];
  for (const { key, weight } of criteria) {
    const given = points[key];
    all += weight;
    if (given === undefined) continue;
    scored += weight;
    total += weight * given;
  }
  return scored === all ? fraction(total) : fraction(all * total, scored);
}

/** The same table for some of its entries only. */
export const onlyEntries = (table: Table, entries: readonly string[]): Table =>
  new Map(entries.map((entry) => [entry, table.get(entry) ?? []]));

/** How many sheets an entry needs. */
export const minimumOf = ({ policy, lowered }: TallyInput, entry: string): number =>
  Math.max(1, lowered?.[entry] ?? policy.minimumSheets);

/** Without one judge's sheets; an entry that has no others is left out. */
export function withoutJudge(table: Table, judge: string): Table {
  const left = [...table].map(([entry, sheets]) => [entry, sheets.filter(({ judgeId }) => judgeId !== judge)] as const);
  return new Map(left.filter(([, sheets]) => sheets.length > 0));
}

export const judgesOf = (table: Table): string[] =>
  [...new Set([...table.values()].flatMap((sheets) => sheets.map(({ judgeId }) => judgeId)))].sort();

export const plainMean = (sheets: readonly CountedSheet[]): Fraction => mean(sheets.map(({ total }) => total));

/** What those gave who scored the criterion. */
export const pointsOn = (sheets: readonly Sheet[], criterion: string): number[] =>
  sheets.flatMap(({ points }) => points[criterion] ?? []);

/** Of those who scored it; null where nobody did. */
export function criterionMean(sheets: readonly Sheet[], criterion: string): Fraction | null {
  const given = pointsOn(sheets, criterion);
  return given.length === 0
    ? null
    : fraction(
        given.reduce((sum, points) => sum + points, 0),
        given.length,
      );
}

/** The smallest unit in which every total is a whole number: 1 where nobody abstained. */
export function unitOf(table: Table): bigint {
  const divisors = new Set([...table.values()].flatMap((sheets) => sheets.map(({ total }) => total.d)));
  return [...divisors].reduce(leastCommonMultiple, 1n);
}
