// From points to a ranking: exact scores, threshold, tie ladder and flags.

import { type Flag, flagsOf } from './flags.ts';
import { compare, display, divide, type Fraction, format, fraction } from './fraction.ts';
import { type Rung, type Standing, standings } from './ladder.ts';
import { type Method, type MethodRefusal, refusalOf, scoresOf } from './methods.ts';
import {
  type CountedSheet,
  criterionMean,
  type MethodVersion,
  minimumOf,
  onlyEntries,
  plainMean,
  type Table,
  type TallyInput,
  tableOf,
} from './sheets.ts';

export type EntryResult = {
  nominationId: string;
  sheets: number;
  /** Plain mean of the sheets, 0 … 100 × scale maximum, as a fraction; null without sheets. */
  mean: string | null;
  /** The mean out of 100, rounded half up to two places: for display only. */
  shownMean: string | null;
  /** What the method ranks by, in the same unit as the mean; for `ranks`, the mean of the points by rank. */
  score: string | null;
  /** The score out of 100 (for `ranks`, as it is), rounded half up to two places: for display only. */
  shown: string | null;
  /** As if every assessor had been equally strict, in the unit of the mean; null without, missing in a seal of version 1. */
  adjusted?: string | null;
  /** The adjusted score out of 100, rounded half up to two places: for display only. */
  shownAdjusted?: string | null;
  /** 1 for the best; ties that only a vote can break share theirs. Null without one. */
  rank: number | null;
  unranked: 'not-enough-sheets' | 'below-threshold' | null;
  /** What set this entry before the next one. */
  decidedBy: Rung | null;
};
export type TallyResult = {
  /** What was used: the policy's method, or the mean where that one did not fit the sheets (flag `method-refused`). */
  method: Method;
  /** Where nobody abstained, every version ranks the same. */
  methodVersion: MethodVersion;
  /** The only entry of its group: its place says that it passed, not that it came first. */
  soleNominee: boolean;
  entries: EntryResult[];
  /** Groups of entries that stand equal to the end of the ladder, best first. */
  needsVote: string[][];
  flags: Flag[];
};

/** Entries and sheets in any order give the same result. Too few sheets, or less than the threshold: no rank. */
export function tally(input: TallyInput): TallyResult {
  const { methodVersion = 3 } = input;
  const table = tableOf(input);
  const enough = [...table.keys()].filter((entry) => (table.get(entry)?.length ?? 0) >= minimumOf(input, entry));
  const counted = onlyEntries(table, enough);
  const refused = refusalOf(input.policy.aggregation, counted);
  const method = refused === null ? input.policy.aggregation : 'mean';
  const all = scoresOf(method, counted);
  const scores = new Map([...all].filter(([entry, score]) => passes(input, counted.get(entry) ?? [], score, method)));
  const ranked = onlyEntries(counted, [...scores.keys()]);
  const order = standings(ranked, scores, input.policy.tieLadder);
  const placed = placesOf(order);
  const adjusted = method === 'judge-adjusted' ? all : adjustedOf(counted);
  const entries = [...table].map(([entry, sheets]) =>
    resultOf(input, entry, sheets, {
      score: all.get(entry),
      adjusted: adjusted.get(entry),
      method,
      place: placed.get(entry),
    }),
  );
  const sensitive = flagsOf(input, { ranked, method, scores, order });
  return {
    method,
    methodVersion,
    soleNominee: table.size === 1,
    entries: entries.sort(byPlace),
    needsVote: order.filter(({ members }) => members.length > 1).map(({ members }) => members),
    flags:
      refused === null
        ? sensitive
        : [
            { flag: 'method-refused', detail: `${input.policy.aggregation}: ${saidOf(refused, methodVersion)}` },
            ...sensitive,
          ],
  };
}

/** Before version 3 too few sheets were called uneven ones. */
const saidOf = (refused: MethodRefusal, version: MethodVersion): MethodRefusal =>
  refused === 'sheets-too-few' && version < 3 ? 'sheets-uneven' : refused;

/** The threshold is held against the score; ranks have none out of 100, so there against the mean. */
function passes(
  { rubric, policy }: TallyInput,
  sheets: readonly CountedSheet[],
  score: Fraction,
  method: Method,
): boolean {
  const { score: least, criterion, criterionMean: leastMean } = policy.threshold;
  const held = method === 'ranks' ? plainMean(sheets) : score;
  // An adjusted score may lie below the scale: where nothing is asked for, it is enough all the same.
  if (least > 0 && compare(held, fraction(least * rubric.scale.max)) < 0) return false;
  if (criterion === null) return true;
  const reached = criterionMean(sheets, criterion);
  return reached !== null && compare(reached, fraction(leastMean)) >= 0;
}

type Place = { rank: number; by: Rung | null };

/** Beside the mean wherever the panel is connected; one entry alone leaves nothing to adjust. */
const adjustedOf = (counted: Table): ReadonlyMap<string, Fraction> =>
  counted.size < 2 || refusalOf('judge-adjusted', counted) !== null ? new Map() : scoresOf('judge-adjusted', counted);

function placesOf(order: Standing[]): ReadonlyMap<string, Place> {
  const placed = new Map<string, Place>();
  for (const { members, by } of order) {
    const rank = placed.size + 1;
    for (const member of members) placed.set(member, { rank, by });
  }
  return placed;
}

type Found = { score: Fraction | undefined; adjusted: Fraction | undefined; method: Method; place: Place | undefined };

function resultOf(
  { rubric }: TallyInput,
  nominationId: string,
  sheets: readonly CountedSheet[],
  { score, adjusted, method, place }: Found,
): EntryResult {
  const outOf100 = (value: Fraction) => display(divide(value, fraction(rubric.scale.max)));
  const mean = sheets.length === 0 ? null : plainMean(sheets);
  return {
    nominationId,
    sheets: sheets.length,
    mean: mean && format(mean),
    shownMean: mean && outOf100(mean),
    score: score === undefined ? null : format(score),
    shown: score === undefined ? null : method === 'ranks' ? display(score) : outOf100(score),
    adjusted: adjusted === undefined ? null : format(adjusted),
    shownAdjusted: adjusted === undefined ? null : outOf100(adjusted),
    rank: place?.rank ?? null,
    unranked: place !== undefined ? null : score === undefined ? 'not-enough-sheets' : 'below-threshold',
    decidedBy: place?.by ?? null,
  };
}

const byPlace = (a: EntryResult, b: EntryResult): number =>
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
  (a.nominationId < b.nominationId ? -1 : 1);
