// Each sheet as its entry's worth, its judge's strictness and what is left: the additive model, for looking at judges only.
import { toNumber } from '../tally/fraction.ts';
import { judgeEffects } from '../tally/judge-adjusted.ts';
import { judgesOf, type Table } from '../tally/sheets.ts';

export type Residual = { entry: string; judge: string; value: number };
export type Fit = {
  /** What each judge gives above the others, in the unit of the sheets; all add up to none. */
  effects: ReadonlyMap<string, number>;
  residuals: readonly Residual[];
  /** Σ residual² ÷ degrees of freedom; null where nothing is left to estimate it from. */
  variance: number | null;
  sheetsPerEntry: number;
};

/** Of a connected panel whose entries all have a sheet. */
export function fitOf(table: Table): Fit {
  const exact = judgeEffects(table, 0);
  const effects = new Map([...exact].map(([judge, effect]) => [judge, toNumber(effect)]));
  const of = (judge: string) => effects.get(judge) ?? 0;
  const residuals = [...table].flatMap(([entry, sheets]) => {
    const own = sheets.map(({ judgeId, total }) => ({ judge: judgeId, milder: toNumber(total) - of(judgeId) }));
    const level = own.reduce((sum, { milder }) => sum + milder, 0) / own.length;
    return own.map(({ judge, milder }) => ({ entry, judge, value: milder - level }));
  });
  const freedom = residuals.length - table.size - effects.size + 1;
  const left = residuals.reduce((sum, { value }) => sum + value ** 2, 0);
  return {
    ...{ effects, residuals },
    variance: freedom > 0 ? left / freedom : null,
    sheetsPerEntry: residuals.length / table.size,
  };
}

/** Null where one side does not vary, or fewer than three pairs are there. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < 3) return null;
  const mean = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  const sum = (of: (pair: readonly [number, number]) => number) => pairs.reduce((total, pair) => total + of(pair), 0);
  const [xx, yy] = [sum(([a]) => (a - x) ** 2), sum(([, b]) => (b - y) ** 2)];
  return xx < 1e-9 || yy < 1e-9 ? null : sum(([a, b]) => (a - x) * (b - y)) / Math.sqrt(xx * yy);
}

/** Of the values around their mean, and how many of them are free. */
export function spreadAround(values: readonly number[]): { squares: number; freedom: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { squares: values.reduce((sum, value) => sum + (value - mean) ** 2, 0), freedom: values.length - 1 };
}

/** The sheets of each judge, with the mean that the others gave the same entry; null where nobody else read it. */
export function besideOthers(table: Table): Map<string, { total: number; others: number | null }[]> {
  const beside = new Map<string, { total: number; others: number | null }[]>(
    judgesOf(table).map((judge) => [judge, []]),
  );
  for (const sheets of table.values()) {
    const sum = sheets.reduce((all, { total }) => all + toNumber(total), 0);
    for (const { judgeId, total: exact } of sheets) {
      const total = toNumber(exact);
      const others = sheets.length < 2 ? null : (sum - total) / (sheets.length - 1);
      beside.get(judgeId)?.push({ total, others });
    }
  }
  return beside;
}
