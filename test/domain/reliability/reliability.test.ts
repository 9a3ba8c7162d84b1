// Agreement among judges on published examples, and what holds for any table.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { krippendorffAlpha, type Metric } from '../../../domain/reliability/alpha.ts';
import { type Form, icc, iccInterval, judgesNeeded, meanSquares } from '../../../domain/reliability/anova.ts';
import { kendallW } from '../../../domain/reliability/concordance.ts';
import { chiSquareTail, fQuantile } from '../../../domain/reliability/distributions.ts';
import { shrunkCrossed, shrunkRows } from '../../../domain/reliability/shrinkage.ts';
import { type Fraction, format, fraction, toNumber } from '../../../domain/tally/fraction.ts';
import { judgeEffects } from '../../../domain/tally/judge-adjusted.ts';
import { type Table, tableOf } from '../../../domain/tally/sheets.ts';
import { oracle } from '../../support/oracles.ts';

const forms: Form[] = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'];
const exact = (value: Fraction | null) => value && format(value);

describe('the mean squares and the six correlations of Shrout and Fleiss', () => {
  const { data, expected } = oracle('icc-shrout-fleiss-1979');
  const squares = meanSquares(data.ratings);
  if (squares === null) throw new Error('There is a table.');

  it('are those of the paper, exactly', () => {
    const { bms, wms, jms, ems } = squares;
    expect([bms, wms, jms, ems].map(format)).toEqual(
      [expected.BMS, expected.WMS, expected.JMS, expected.EMS].map((one) => one.exact),
    );
    for (const form of forms) expect(exact(icc(form, squares))).toEqual(expected[`ICC(${form})`].exact);
  });

  it('lie in the intervals of the paper', () => {
    for (const form of forms) {
      const [low, high] = expected.ci95[`ICC(${form})`];
      const [from, to] = iccInterval(form, squares) ?? [];
      expect(from, form).toBeCloseTo(low, 5);
      expect(to, form).toBeCloseTo(high, 5);
    }
  });

  it('say how many judges a panel would need', () => {
    // 184/635 for one judge: 0.8 · 451 / (0.2 · 184) = 9.8.
    expect(judgesNeeded(fraction(184, 635), 80)).toEqual(10);
    expect(judgesNeeded(fraction(1, 2), 50)).toEqual(1);
    expect(judgesNeeded(fraction(0), 80)).toBeNull();
    expect(judgesNeeded(fraction(-1, 5), 80)).toBeNull();
  });

  it('are undefined where nothing differs, or where there are not two of each', () => {
    expect(meanSquares([[1, 2, 3]])).toBeNull();
    expect(meanSquares([[1], [2]])).toBeNull();
    const flat = meanSquares([
      [3, 3],
      [3, 3],
    ]);
    for (const form of forms) {
      expect(flat && icc(form, flat)).toBeNull();
      expect(flat && iccInterval(form, flat)).toBeNull();
    }
  });
});

/** One row a judge: the values that each unit got. */
const unitsOf = (rows: (number | null)[][]): number[][] =>
  (rows[0] ?? []).map((_, unit) => rows.flatMap((row) => row[unit] ?? []));

describe("Krippendorff's α", () => {
  it.each<Metric>(['nominal', 'ordinal', 'interval', 'ratio'])('is the published one by the %s metric', (metric) => {
    const { data, expected } = oracle('alpha-krippendorff-4x12');
    const alpha = krippendorffAlpha(unitsOf(data.values), metric);
    expect(exact(alpha)).toEqual(expected[metric].exact);
    expect(alpha && toNumber(alpha)).toBeCloseTo(expected[metric].value, 6);
  });

  it('is the published one of two observers', () => {
    const { data, expected } = oracle('alpha-krippendorff-binary-2x10');
    expect(exact(krippendorffAlpha(unitsOf(data.values), 'nominal'))).toEqual(expected.nominal.exact);
  });

  it('is undefined, not 1, where all values are equal, or where no unit has two', () => {
    expect(
      krippendorffAlpha(
        [
          [4, 4],
          [4, 4, 4],
        ],
        'interval',
      ),
    ).toBeNull();
    expect(krippendorffAlpha([[1], [2], []], 'interval')).toBeNull();
  });

  it('is 1 where all agree and values differ', () => {
    const agreed = [
      [1, 1],
      [5, 5, 5],
    ];
    for (const metric of ['nominal', 'ordinal', 'interval', 'ratio'] as const)
      expect(exact(krippendorffAlpha(agreed, metric))).toEqual('1');
  });
});

describe("Kendall's W", () => {
  it('is the published one with ties, with its χ²', () => {
    const { data, expected } = oracle('kendall-w-anxiety-ties');
    const found = kendallW(data.values);
    expect(found && toNumber(found.w)).toBeCloseTo(expected.W_tieCorrected.value, 6);
    expect(found && toNumber(found.chiSquare)).toBeCloseTo(expected.chi2.value, 6);
    expect(found?.freedom).toEqual(expected.chi2.df);
    expect(found?.p).toBeCloseTo(expected.p.value, 6);
    const rows = data.values[0].map((_: number, entry: number) => data.values.map((row: number[]) => row[entry]));
    const squares = meanSquares(rows);
    for (const form of ['1,1', '2,1', '3,1'] as const) {
      const value = squares && icc(form, squares);
      expect(value && toNumber(value)).toBeCloseTo(expected[`ICC(${form})`].value, 6);
    }
  });

  it('is the published one without ties', () => {
    const { data, expected } = oracle('kendall-w-proofwiki-4x3');
    expect(exact(kendallW(data.ranks)?.w ?? null)).toEqual(expected.W.exact);
  });

  it('is undefined where no judge tells two entries apart', () => {
    expect(
      kendallW([
        [2, 2, 2],
        [5, 5, 5],
      ]),
    ).toBeNull();
    expect(kendallW([[1, 2, 3]])).toBeNull();
  });
});

describe('effects drawn towards none', () => {
  it('are the published ones of batches', () => {
    const { data, expected } = oracle('blup-oneway-dyestuff');
    const moments = shrunkRows(data.values);
    expect(moments && toNumber(moments.mean)).toEqual(expected.mu);
    expect(moments && toNumber(moments.between)).toBeCloseTo(expected.varBetween_REML, 6);
    expect(moments && toNumber(moments.within)).toBeCloseTo(expected.varWithin_REML, 6);
    expect(moments && toNumber(moments.kept)).toBeCloseTo(expected.shrinkFactor_REML, 6);
    const likelihood = shrunkRows(data.values, 'likelihood');
    for (const [found, values] of [
      [moments, expected.blup_REML],
      [likelihood, expected.blup_ML],
    ] as const)
      found?.effects.forEach((effect, index) => {
        expect(Math.abs(toNumber(effect) / values[index] - 1)).toBeLessThan(1e-4);
      });
  });

  it('are those of entries crossed with judges', () => {
    const { data, expected } = oracle('blup-crossed-shrout-fleiss');
    const found = shrunkCrossed(data.ratings);
    expect(found && toNumber(found.mean)).toBeCloseTo(expected.mu, 6);
    expect(found && toNumber(found.variances.entry)).toBeCloseTo(expected.varEntry, 6);
    expect(found && toNumber(found.variances.judge)).toBeCloseTo(expected.varJudge, 6);
    expect(found && toNumber(found.variances.error)).toBeCloseTo(expected.varError, 6);
    found?.entries.forEach((effect, index) => {
      expect(toNumber(effect)).toBeCloseTo(expected.entryBlup[index], 6);
    });
    found?.judges.forEach((effect, index) => {
      expect(toNumber(effect)).toBeCloseTo(expected.judgeBlup[index], 6);
    });
  });

  it('are undefined where nothing differs', () => {
    const flat = [
      [3, 3],
      [3, 3],
    ];
    expect(shrunkRows(flat)).toBeNull();
    expect(shrunkCrossed(flat)).toBeNull();
  });
});

/** One row an entry, one column a judge; null where the judge did not read it. */
const table = (scores: (number | null)[][]): Table =>
  tableOf({
    rubric: { criteria: [{ key: 'all', weight: 1 }], scale: { max: 1 } },
    entries: scores.map((_, entry) => String(entry + 1)),
    sheets: scores.flatMap((row, entry) =>
      row.flatMap((all, judge) =>
        all === null ? [] : [{ nominationId: String(entry + 1), judgeId: String(judge + 1), points: { all } }],
      ),
    ),
  });

describe('the leniency of each judge', () => {
  it('is the published one of an incomplete table, and adds up to none', () => {
    const { data, expected } = oracle('additive-bibd-montgomery-catalyst');
    expect([...judgeEffects(table(data.scores), 0).values()].map(format)).toEqual(expected.judgeEffects.exact);
  });

  it('is that of the worked example where it is drawn towards none', () => {
    const { data, expected } = oracle('shrunk-judge-catalyst-lambda2');
    const found = judgeEffects(table(data.scores), data.lambda);
    expect([...found.values()].map(format)).toEqual(expected.judgeEffects.exact);
  });

  it('cannot be told where the panel falls apart', () => {
    const apart = [
      [4, 5, null, null],
      [null, null, 9, 8],
    ];
    expect(() => judgeEffects(table(apart), 0)).toThrow(RangeError);
  });
});

describe('quantiles', () => {
  it('are those of the printed tables', () => {
    expect(fQuantile(0.95, 5, 10)).toBeCloseTo(3.3258, 4);
    expect(fQuantile(0.975, 1, 1)).toBeCloseTo(647.789, 3);
    expect(chiSquareTail(3.841458821, 1)).toBeCloseTo(0.05, 8);
    expect(chiSquareTail(0, 4)).toEqual(1);
  });
});

const cell = fc.integer({ min: 0, max: 500 });
const complete = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 5 }))
  .chain(([n, k]) => fc.array(fc.array(cell, { minLength: k, maxLength: k }), { minLength: n, maxLength: n }));
const turned = (rows: number[][]) => (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));
const measures = (rows: number[][]) => {
  const squares = meanSquares(rows);
  const concordance = kendallW(turned(rows));
  return [
    ...forms.map((form) => exact(squares && icc(form, squares))),
    exact(krippendorffAlpha(rows, 'interval')),
    exact(krippendorffAlpha(rows, 'ordinal')),
    exact(concordance?.w ?? null),
  ];
};

describe('any table', () => {
  it('has the same measures in whatever order its entries and judges stand', () => {
    fc.assert(
      fc.property(complete, (rows) => {
        const mirrored = [...rows].reverse().map((row) => [...row].reverse());
        expect(measures(mirrored)).toEqual(measures(rows));
      }),
    );
  });

  it('has the same correlation of consistency, concordance and residuals when one judge is milder by a constant', () => {
    fc.assert(
      fc.property(complete, fc.integer({ min: 1, max: 50 }), (rows, more) => {
        const milder = rows.map(([first = 0, ...others]) => [first + more, ...others]);
        const [before, after] = [meanSquares(rows), meanSquares(milder)];
        for (const form of ['3,1', '3,k'] as const)
          expect(exact(after && icc(form, after))).toEqual(exact(before && icc(form, before)));
        expect(exact(kendallW(turned(milder))?.w ?? null)).toEqual(exact(kendallW(turned(rows))?.w ?? null));
      }),
    );
  });

  it('has correlations, α and W of at most 1, and W of at least 0', () => {
    fc.assert(
      fc.property(complete, (rows) => {
        const squares = meanSquares(rows);
        const w = kendallW(turned(rows))?.w ?? null;
        for (const value of [
          ...forms.map((form) => squares && icc(form, squares)),
          krippendorffAlpha(rows, 'interval'),
          krippendorffAlpha(rows, 'nominal'),
          w,
        ])
          expect(value === null || value.n <= value.d).toBe(true);
        expect(w === null || w.n >= 0n).toBe(true);
      }),
    );
  });

  it('agrees wholly where every judge says the same', () => {
    fc.assert(
      fc.property(fc.uniqueArray(cell, { minLength: 2, maxLength: 7 }), fc.integer({ min: 2, max: 5 }), (values, k) => {
        const rows = values.map((value) => Array<number>(k).fill(value));
        expect(new Set(measures(rows))).toEqual(new Set(['1']));
      }),
    );
  });
});
