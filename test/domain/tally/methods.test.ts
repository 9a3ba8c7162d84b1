// The ways to make one score of several sheets, on worked examples.
import { describe, expect, it } from 'vitest';
import { display, divide, format, fraction, multiply } from '../../../domain/tally/fraction.ts';
import { judgeAdjusted } from '../../../domain/tally/judge-adjusted.ts';
import { type Method, refusalOf, scoresOf, trimmedMean } from '../../../domain/tally/methods.ts';
import { type Table, type TallyInput, tableOf } from '../../../domain/tally/sheets.ts';
import { tally } from '../../../domain/tally/tally.ts';
import { oracle } from '../../support/oracles.ts';

/** One row an entry, one column a judge; null where the judge did not read it. Totals are the numbers given. */
function inputOf(scores: (number | null)[][], aggregation: Method = 'mean'): TallyInput {
  return {
    rubric: { criteria: [{ key: 'all', weight: 1 }], scale: { max: 1 } },
    policy: {
      aggregation,
      minimumSheets: 1,
      tieLadder: [{ rung: 'panel-vote' }],
      threshold: { score: 0, criterion: null, criterionMean: 0 },
    },
    entries: scores.map((_, entry) => String(entry + 1)),
    sheets: scores.flatMap((row, entry) =>
      row.flatMap((all, judge) =>
        all === null
          ? []
          : [{ nominationId: String(entry + 1), judgeId: String.fromCharCode(97 + judge), points: { all } }],
      ),
    ),
  };
}
const table = (scores: (number | null)[][]): Table => tableOf(inputOf(scores));
const order = (scores: (number | null)[][], method: Method) =>
  tally(inputOf(scores, method)).entries.map(({ nominationId }) => nominationId);

describe('the judge-adjusted mean', () => {
  it('is that of the worked example, in exact fractions', () => {
    const { data, expected } = oracle('shrunk-judge-catalyst-lambda2');
    const scores = judgeAdjusted(table(data.scores), data.lambda);
    expect([...scores.values()].map(format)).toEqual(expected.adjusted.exact);
    expect(order(data.scores, 'judge-adjusted')).toEqual(expected.ranking);
  });

  it('turns the order of the plain means where the strictest judge missed an entry', () => {
    const { data, expected } = oracle('additive-bibd-montgomery-catalyst');
    expect(order(data.scores, 'mean')).toEqual(expected.rawMeansRanking);
    expect(order(data.scores, 'judge-adjusted')).not.toEqual(expected.rawMeansRanking);
  });

  it('is refused where no entry links two parts of the panel, and the plain mean is used', () => {
    const apart = [
      [4, 5, null, null],
      [3, 4, null, null],
      [null, null, 9, 8],
    ];
    expect(refusalOf('judge-adjusted', table(apart))).toBe('panel-not-connected');
    const result = tally(inputOf(apart, 'judge-adjusted'));
    expect(result.method).toBe('mean');
    expect(result.flags[0]).toEqual({ flag: 'method-refused', detail: 'judge-adjusted: panel-not-connected' });
  });

  it('is used where a chain of entries links the panel', () => {
    const chained = [
      [4, 5, null],
      [null, 4, 6],
    ];
    expect(refusalOf('judge-adjusted', table(chained))).toBeNull();
  });
});

describe('the trimmed mean', () => {
  it('gives the published totals of two dives', () => {
    const { data, expected } = oracle('trimmed-diving');
    type Dive = { scores: string[]; difficulty: string };
    const totals = data.dives.map(({ scores, difficulty }: Dive) => {
      const tenths = trimmedMean(
        scores.map((score) => fraction(Math.round(Number(score) * 10))),
        2,
      );
      const points = multiply(divide(tenths, fraction(10)), fraction(3));
      return Number(display(multiply(points, fraction(Math.round(Number(difficulty) * 10), 10))));
    });
    expect(totals).toEqual(expected.totals.map(Number));
  });

  it('drops the highest and the lowest sheet', () => {
    const result = tally(inputOf([[9, 1, 5, 5, 6]], 'trimmed'));
    expect(result.entries[0]).toMatchObject({ mean: '26/5', score: '16/3' });
  });

  it('is refused where entries have unequal numbers of sheets, or fewer than five', () => {
    expect(
      refusalOf(
        'trimmed',
        table([
          [1, 2, 3, 4, 5],
          [1, 2, 3, 4, 5, 6],
        ]),
      ),
    ).toBe('sheets-uneven');
    expect(refusalOf('trimmed', table([[1, 2, 3, 4]]))).toBe('sheets-too-few');
  });
});

describe('ranks', () => {
  it('give the published Borda points', () => {
    const { data, expected } = oracle('borda-condorcet-tennessee');
    const cities = Object.keys(data.legend);
    const ballots: string[] = data.ballots.flatMap(([count, ranking]: [number, string]) => Array(count).fill(ranking));
    const input: TallyInput = {
      ...inputOf([], 'ranks'),
      entries: cities,
      sheets: ballots.flatMap((ballot, voter) =>
        cities.map((city) => ({
          nominationId: city,
          judgeId: String(voter),
          points: { all: 4 - ballot.indexOf(city) },
        })),
      ),
    };
    const points = [...scoresOf('ranks', tableOf(input))].map(([city, score]) => [
      city,
      format(multiply(score, fraction(100))),
    ]);
    const published = Object.entries(expected.borda_points_3_2_1_0).map(([city, sum]) => [city, String(sum)]);
    expect(points.sort()).toEqual(published.sort());
  });

  it('share the points of equals', () => {
    const scores = scoresOf('ranks', table([[5], [5], [1]]));
    expect([...scores.values()].map(format)).toEqual(['3/2', '3/2', '0']);
  });

  it('are refused where a judge did not rank every entry', () => {
    expect(
      refusalOf(
        'ranks',
        table([
          [5, 4],
          [4, null],
        ]),
      ),
    ).toBe('ranking-incomplete');
  });
});
