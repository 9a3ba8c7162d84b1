// What is said of a panel and of each of its judges, and when nothing is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { islandsOf } from '../../../domain/reliability/islands.ts';
import { type Reliability, reliabilityOf } from '../../../domain/reliability/panel.ts';
import { oracle } from '../../support/oracles.ts';

const rubric = {
  criteria: [
    { key: 'impact', weight: 60 },
    { key: 'inclusion', weight: 40 },
  ],
  scale: { max: 10 },
};
type Points = [number, number] | null;

/** One row an entry, one column a judge, each impact and inclusion; null where the judge did not read it. */
function panelOf(
  rows: Points[][],
  changes: { tied?: (judge: string, entry: string) => boolean; shortlist?: boolean } = {},
) {
  return reliabilityOf({
    rubric,
    entries: rows.map((_, entry) => `entry-${entry + 1}`),
    sheets: rows.flatMap((row, entry) =>
      row.flatMap((points, judge) =>
        points === null
          ? []
          : [
              {
                nominationId: `entry-${entry + 1}`,
                judgeId: `judge-${judge + 1}`,
                points: { impact: points[0], inclusion: points[1] },
              },
            ],
      ),
    ),
    tied: () => false,
    shortlist: false,
    ...changes,
  });
}
/** Everything alike on both criteria but for one more or less, so that they vary. */
const even = (totals: number[][]): Points[][] =>
  totals.map((row, entry) => row.map((total, judge) => [total, (total + entry + judge) % 2 === 0 ? total : total - 1]));
const judge = ({ perJudge }: Reliability, number: number) => perJudge[number - 1];

describe('the reliability of a panel', () => {
  const rows = oracle('icc-shrout-fleiss-1979').data.ratings.map((row: number[]) =>
    row.map((points): Points => [points, points]),
  );
  it('states ICC(2,k) with its reading, what one judge is worth, α, W, and the judges that would be needed', () => {
    const found = panelOf(rows);
    expect(found).toMatchObject({ entries: 6, judges: 4, sheets: 24, complete: true, hidden: null });
    expect(found.indicative).toEqual('few-entries');
    expect(found.panel?.ofMean).toMatchObject({ reading: 'moderate' });
    expect(found.panel?.ofMean?.value).toBeCloseTo(0.620050548, 6);
    expect(found.panel?.ofMean?.from).toBeCloseTo(0.0711368, 5);
    expect(found.panel?.ofOne).toBeCloseTo(0.28976378, 6);
    expect(found.panel?.judgesNeeded).toEqual(10);
    expect(found.panel?.alpha?.reading).toEqual('not-reliable');
    expect(found.panel?.concordance?.freedom).toEqual(5);
  });

  it('takes α alone where not everybody read everything', () => {
    const gaps = rows.map((row: Points[], entry: number) =>
      row.map((points, at) => (at === entry % 4 ? null : points)),
    );
    const found = panelOf(gaps);
    expect(found).toMatchObject({ complete: false, hidden: null, sheets: 18 });
    expect(found.panel).toMatchObject({ ofMean: null, ofOne: null, judgesNeeded: null, concordance: null });
    expect(found.panel?.alpha).not.toBeNull();
    expect(judge(found, 1)?.leniency).not.toBeNull();
  });

  it('is indicative on a shortlist however long it is', () => {
    const long = Array.from({ length: 12 }, (_, entry): Points[] =>
      [1, 2, 3].map((judge) => [(entry + judge) % 10, 5]),
    );
    expect(panelOf(long).indicative).toBeNull();
    expect(panelOf(long, { shortlist: true }).indicative).toEqual('shortlist');
  });

  it('is undefined, not perfect, where all values are equal', () => {
    const flat = Array.from({ length: 6 }, (): Points[] => [1, 2, 3].map(() => [4, 4]));
    const found = panelOf(flat);
    expect(found.panel).toEqual({ ofMean: null, ofOne: null, judgesNeeded: null, alpha: null, concordance: null });
    expect(judge(found, 1)).toMatchObject({ agreement: null, noise: null, spread: null, halo: null });
  });

  it('says nothing of fewer than five entries or three judges', () => {
    expect(panelOf(rows.slice(0, 4))).toMatchObject({ hidden: 'few-entries', panel: null, perJudge: [] });
    const two = rows.map((row: Points[]) => row.slice(0, 2));
    expect(panelOf(two)).toMatchObject({ hidden: 'few-judges', panel: null, perJudge: [] });
    expect(panelOf([])).toMatchObject({ entries: 0, judges: 0, hidden: 'few-entries' });
  });
});

describe('a panel that falls apart', () => {
  const apart: Points[][] = Array.from({ length: 8 }, (_, entry) => {
    const points: Points = [entry, 9 - entry];
    return entry < 4 ? [points, points, null, null] : [null, null, points, points];
  });
  it('is told as its groups, without strictness, for no sheet says which group is stricter', () => {
    const found = panelOf(apart);
    expect(found.islands).toEqual([
      ['judge-1', 'judge-2'],
      ['judge-3', 'judge-4'],
    ]);
    expect(found.perJudge.map(({ leniency, noise, tied }) => [leniency, noise, tied])).toEqual(
      Array(4).fill([null, null, null]),
    );
  });
  it('is whole again by one entry in common', () => {
    expect(islandsOf([['a', 'b'], ['c', 'd'], ['b', 'c'], []])).toEqual([['a', 'b', 'c', 'd']]);
    expect(islandsOf([['b'], ['a']])).toEqual([['a'], ['b']]);
  });
});

describe('the measures of a judge', () => {
  const levels = [2, 4, 5, 6, 7, 8, 3, 5];
  const wobble = [0, 1, -1, 0, 1, -1, 1, -1];
  const like = (change: (level: number, entry: number) => number) => (level: number, entry: number) =>
    change(level, entry) + (wobble[entry] ?? 0);
  const of = (...judges: ((level: number, entry: number) => number)[]) =>
    levels.map((level, entry) => judges.map((change) => change(level, entry)));
  const fair = like((level) => level);
  const steady = (level: number) => level;

  it('flag who gives much more than the others, with how far that may be off', () => {
    const found = panelOf(even(of(fair, steady, (level) => level + 2)));
    const { leniency } = judge(found, 3) ?? {};
    expect(leniency?.flagged).toBe(true);
    expect(leniency?.points).toBeGreaterThan(5);
    expect(leniency?.error).toBeGreaterThan(0);
    expect(judge(found, 1)?.leniency?.flagged).toBe(true);
    const sum = found.perJudge.reduce((total, one) => total + (one.leniency?.points ?? 0), 0);
    expect(sum).toBeCloseTo(0, 9);
  });

  it('flag who disagrees with the others, and whose sheets nothing explains', () => {
    const found = panelOf(even(of(steady, fair, steady, (level) => 9 - level)));
    expect(judge(found, 4)).toMatchObject({ agreement: { entries: 8, flagged: true }, noise: { flagged: 'erratic' } });
    expect(judge(found, 1)).toMatchObject({ agreement: { flagged: false } });
  });

  it('flag nobody who stands on a limit but for the last place of a double', () => {
    const rows = [
      [4, 4, 3],
      [3, 3, 2],
      [5, 5, 4],
      [2, 2, 1],
      [4, 3, 2],
      [3, 4, 3],
    ].map((row) => row.map((points): Points => [points, points]));
    for (const order of [
      [0, 1, 2],
      [1, 2, 0],
      [2, 0, 1],
    ])
      for (const number of [1, 2, 3]) {
        const found = judge(panelOf(rows.map((row) => order.map((at) => row[at] ?? null))), number);
        if (found?.noise?.ratio === 0.5) expect(found.noise.flagged).toBeNull();
        else expect(found?.noise).toEqual({ ratio: 2, flagged: 'erratic' });
      }
  });

  it('flag who gives all nearly the same', () => {
    const found = panelOf(even(of(steady, fair, (_, entry) => 5 + (entry === 0 ? 1 : 0))));
    expect(judge(found, 3)?.spread?.flagged).toBe(true);
    expect(judge(found, 1)?.spread?.flagged).toBe(false);
  });

  it('flag one impression on all criteria', () => {
    const rows = levels.map((level, entry): Points[] => [
      [level, level],
      [level, levels[(entry + 3) % 8] ?? 0],
      [level, 9 - level],
    ]);
    const found = panelOf(rows);
    expect(judge(found, 1)?.halo).toEqual({ correlation: expect.closeTo(1, 9), flagged: true });
    expect(judge(found, 2)?.halo?.flagged).toBe(false);
  });

  it('say what tied entries got beyond what entry and strictness explain', () => {
    const favoured = of(steady, steady, (level, entry) => level + (entry === 1 ? 2 : 0));
    const rows = favoured.map((row) => row.map((points): Points => [points, points]));
    const tied = (judgeId: string, entry: string) => judgeId === 'judge-3' && entry === 'entry-2';
    const found = panelOf(rows, { tied });
    // 2 of 10 points, of which the entry takes a third and the strictness of judge 3 an eighth of the rest.
    expect(judge(found, 3)?.tied).toEqual({ points: expect.closeTo(20 * (2 / 3) * (7 / 8), 9), entries: 1 });
    expect(judge(found, 1)?.tied).toBeNull();
  });

  it('need three sheets, and six for a correlation', () => {
    const rows = even(of(steady, fair, steady)).map((row, entry) =>
      row.map((points, at) => (at === 2 && entry > 1 ? null : points)),
    );
    expect(judge(panelOf(rows), 3)).toMatchObject({
      sheets: 2,
      leniency: null,
      agreement: null,
      noise: null,
      spread: null,
    });
    const five = even(of(steady, fair, steady)).slice(0, 5);
    expect(judge(panelOf(five), 1)).toMatchObject({ sheets: 5, agreement: null, halo: null });
    expect(judge(panelOf(five), 1)?.leniency).not.toBeNull();
  });
});

const cell = fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }));
const complete = fc
  .tuple(fc.integer({ min: 6, max: 9 }), fc.integer({ min: 3, max: 5 }))
  .chain(([n, k]) => fc.array(fc.array(cell, { minLength: k, maxLength: k }), { minLength: n, maxLength: n }));
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'number' ? Math.round(one * 1e6) / 1e6 : one)));

describe('any panel', () => {
  it('is measured the same in whatever order its entries and judges stand', () => {
    fc.assert(
      fc.property(complete, (rows) => {
        const before = panelOf(rows);
        const mirrored = panelOf([...rows].reverse().map((row) => [...row].reverse()));
        expect(rounded(mirrored.panel)).toEqual(rounded(before.panel));
        const renamed = mirrored.perJudge.reverse().map(({ judgeId: _, ...one }) => one);
        expect(rounded(renamed)).toEqual(rounded(before.perJudge.map(({ judgeId: _, ...one }) => one)));
      }),
    );
  });

  it('differs in strictness alone when one judge is milder by a constant', () => {
    fc.assert(
      fc.property(complete, fc.integer({ min: 1, max: 5 }), (rows, more) => {
        const milder = rows.map(([first, ...others]): Points[] => [
          [(first?.[0] ?? 0) + more, (first?.[1] ?? 0) + more],
          ...others,
        ]);
        const strip = ({ perJudge }: Reliability) =>
          perJudge.map(({ agreement, noise, spread, halo }) => ({
            ...{
              agreement: agreement?.correlation,
              noise: noise?.ratio,
              spread: spread?.ratio,
              halo: halo?.correlation,
            },
          }));
        const [before, after] = [panelOf(rows), panelOf(milder)];
        expect(rounded(strip(after))).toEqual(rounded(strip(before)));
        const gained = (judge(after, 1)?.leniency?.points ?? 0) - (judge(before, 1)?.leniency?.points ?? 0);
        expect(gained).toBeCloseTo(10 * more * (1 - 1 / before.judges), 6);
      }),
    );
  });
});
