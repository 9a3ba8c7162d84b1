// What the sheets of each judge look like beside those of the others: for the chair to talk about, never to count differently.
import { type CountedSheet, judgesOf, type Table, type TallyRubric } from '../tally/sheets.ts';
import { besideOthers, correlation, type Fit, fitOf, spreadAround } from './fit.ts';

/** Each measure with the number of entries it rests on; null where that is too few, or nothing varies. Points are of 100. */
export type JudgeMeasures = {
  judgeId: string;
  sheets: number;
  /** How much milder than the panel, and by how much that may be off. */
  leniency: { points: number; error: number; flagged: boolean } | null;
  /** With the mean of the others. */
  agreement: { correlation: number; entries: number; flagged: boolean } | null;
  /** What entry and strictness leave unexplained, as a multiple of the panel's. */
  noise: { ratio: number; flagged: 'erratic' | 'too-smooth' | null } | null;
  /** How far the own totals lie apart, as a multiple of the panel's. */
  spread: { ratio: number; flagged: boolean } | null;
  /** How far the criteria go together: one impression may colour all. */
  halo: { correlation: number; flagged: boolean } | null;
  /** What entries tied to the judge got beyond what entry and strictness explain. */
  tied: { points: number; entries: number } | null;
};
export type Tied = (judgeId: string, nominationId: string) => boolean;

/** Fewer tell nothing about a judge. */
const least = { sheets: 3, correlation: 6 };
const flags = {
  severityErrors: 2,
  severityPoints: 5,
  agreement: 0.2,
  smooth: 0.5,
  erratic: 1.5,
  spread: 0.4,
  halo: 0.9,
};

/** The last places of a double are chance: they put nothing on one side of a limit. */
const settled = (value: number) => Math.round(value * 1e9) / 1e9;

/** `connected`: without it strictness and what is left cannot be told apart. Every entry has a sheet. */
export function measuresOf(table: Table, rubric: TallyRubric, connected: boolean, tied: Tied): JudgeMeasures[] {
  const fit = connected ? fitOf(table) : null;
  const beside = besideOthers(table);
  const pooled = pooledSpread(beside);
  const sheets = Map.groupBy([...table.values()].flat(), ({ judgeId }) => judgeId);
  return judgesOf(table).map((judgeId) => {
    const own = beside.get(judgeId) ?? [];
    const few = own.length < least.sheets;
    return {
      ...{ judgeId, sheets: own.length },
      leniency: few || fit === null ? null : leniencyOf(fit, judgeId, own.length, rubric.scale.max),
      agreement: agreementOf(own.flatMap(({ total, others }) => (others === null ? [] : [[total, others] as const]))),
      noise: few || fit === null ? null : noiseOf(fit, judgeId),
      spread: few
        ? null
        : spreadOf(
            own.map(({ total }) => total),
            pooled,
          ),
      halo: haloOf(sheets.get(judgeId) ?? [], rubric),
      tied: fit === null ? null : tiedOf(fit, judgeId, tied, rubric.scale.max),
    };
  });
}

function leniencyOf({ effects, variance, sheetsPerEntry }: Fit, judge: string, sheets: number, max: number) {
  if (variance === null || sheetsPerEntry <= 1) return null;
  const points = settled((effects.get(judge) ?? 0) / max);
  const error = settled(Math.sqrt(variance / (sheets * (1 - 1 / sheetsPerEntry))) / max);
  const flagged = Math.abs(points) > flags.severityErrors * error && Math.abs(points) > flags.severityPoints;
  return { points, error, flagged };
}

function agreementOf(pairs: (readonly [number, number])[]): JudgeMeasures['agreement'] {
  const found = pairs.length < least.correlation ? null : correlation(pairs);
  if (found === null) return null;
  return { correlation: settled(found), entries: pairs.length, flagged: settled(found) < flags.agreement };
}

const meanSquare = (values: readonly { value: number }[]) =>
  values.reduce((sum, { value }) => sum + value ** 2, 0) / values.length;

function noiseOf({ residuals }: Fit, judge: string): JudgeMeasures['noise'] {
  const pooled = meanSquare(residuals);
  if (pooled < 1e-9) return null;
  const ratio = settled(meanSquare(residuals.filter((one) => one.judge === judge)) / pooled);
  return { ratio, flagged: ratio > flags.erratic ? 'erratic' : ratio < flags.smooth ? 'too-smooth' : null };
}

function pooledSpread(beside: ReadonlyMap<string, { total: number }[]>): number {
  const each = [...beside.values()].map((own) => spreadAround(own.map(({ total }) => total)));
  const freedom = each.reduce((sum, one) => sum + one.freedom, 0);
  return freedom === 0 ? 0 : Math.sqrt(each.reduce((sum, { squares }) => sum + squares, 0) / freedom);
}

function spreadOf(totals: number[], pooled: number): JudgeMeasures['spread'] {
  if (pooled < 1e-9) return null;
  const { squares, freedom } = spreadAround(totals);
  const ratio = settled(Math.sqrt(squares / freedom) / pooled);
  return { ratio, flagged: ratio < flags.spread };
}

/** The mean correlation between any two criteria that vary on the judge's sheets, over those that score both. */
function haloOf(sheets: readonly CountedSheet[], { criteria }: TallyRubric): JudgeMeasures['halo'] {
  if (sheets.length < least.correlation) return null;
  const found = criteria.flatMap(({ key }, index) =>
    criteria.slice(index + 1).flatMap((other) => {
      const both = sheets.flatMap(({ points: { [key]: one, [other.key]: two } }) =>
        one === undefined || two === undefined ? [] : [[one, two] as const],
      );
      return both.length < least.correlation ? [] : (correlation(both) ?? []);
    }),
  );
  if (found.length === 0) return null;
  const mean = settled(found.reduce((sum, one) => sum + one, 0) / found.length);
  return { correlation: mean, flagged: mean > flags.halo };
}

function tiedOf({ residuals }: Fit, judge: string, isTied: Tied, max: number): JudgeMeasures['tied'] {
  const own = residuals.filter((one) => one.judge === judge && isTied(judge, one.entry));
  if (own.length === 0) return null;
  return { points: own.reduce((sum, { value }) => sum + value, 0) / own.length / max, entries: own.length };
}
