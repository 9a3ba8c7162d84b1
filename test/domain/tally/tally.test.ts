// The ranking of a panel: threshold, tie ladder, flags, and what holds for any tally.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sheet, TallyInput } from '../../../domain/tally/sheets.ts';
import { tally } from '../../../domain/tally/tally.ts';
import { oracle } from '../../support/oracles.ts';

const rubric = {
  criteria: [
    { key: 'impact', weight: 50 },
    { key: 'inclusion', weight: 30 },
    { key: 'novelty', weight: 20 },
  ],
  scale: { max: 5 },
};
const policy: TallyInput['policy'] = {
  aggregation: 'mean',
  minimumSheets: 3,
  tieLadder: [
    { rung: 'criterion', criterion: 'impact' },
    { rung: 'criterion', criterion: 'inclusion' },
    { rung: 'first-places' },
    { rung: 'median-sheet' },
    { rung: 'panel-vote' },
  ],
  threshold: { score: 60, criterion: 'impact', criterionMean: 2 },
};
const open: TallyInput['policy'] = {
  ...policy,
  minimumSheets: 1,
  threshold: { score: 0, criterion: null, criterionMean: 0 },
};

/** Sheets of judges 1, 2, 3 … in turn, each as points on impact, inclusion, novelty. */
const sheetsOf = (nominationId: string, ...points: [number, number, number][]): Sheet[] =>
  points.map(([impact, inclusion, novelty], index) => ({
    nominationId,
    judgeId: `judge-${index + 1}`,
    points: { impact, inclusion, novelty },
  }));

function tallyOf(sheets: Sheet[], changes: Partial<TallyInput['policy']> = {}, more: Partial<TallyInput> = {}) {
  const entries = [...new Set(sheets.map(({ nominationId }) => nominationId))];
  return tally({ rubric, policy: { ...policy, ...changes }, entries, sheets, ...more });
}
const placesIn = ({ entries }: ReturnType<typeof tally>) =>
  entries.map(({ nominationId, rank }) => [nominationId, rank]);
const flagsIn = ({ flags }: ReturnType<typeof tally>) => flags.map(({ flag, detail }) => `${flag} ${detail}`);

describe('the plain mean', () => {
  const result = tallyOf([
    ...sheetsOf('a', [5, 5, 5], [4, 4, 4], [4, 5, 4]),
    ...sheetsOf('b', [4, 4, 4], [4, 4, 4], [3, 4, 4]),
    ...sheetsOf('c', [2, 3, 3], [3, 2, 3], [2, 2, 2]),
    ...sheetsOf('d', [5, 5, 5], [5, 5, 5]),
  ]);

  it('ranks by exact score, out of 100 for display only', () => {
    expect(result.entries[0]).toEqual({
      nominationId: 'a',
      sheets: 3,
      mean: '1330/3',
      shownMean: '88.67',
      score: '1330/3',
      shown: '88.67',
      adjusted: '1330/3',
      shownAdjusted: '88.67',
      rank: 1,
      unranked: null,
      decidedBy: { rung: 'score' },
    });
    expect(placesIn(result)).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', null],
      ['d', null],
    ]);
  });

  it('gives no rank below the threshold or with too few sheets, and says which', () => {
    const reasons = result.entries.map(({ nominationId, unranked, shown }) => [nominationId, unranked, shown]);
    expect(reasons).toEqual([
      ['a', null, '88.67'],
      ['b', null, '76.67'],
      ['c', 'below-threshold', '48.00'],
      ['d', 'not-enough-sheets', null],
    ]);
  });

  it('is JSON, byte for byte the same for the same sheets', () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe('the threshold', () => {
  it('is met at exactly 60', () => {
    expect(tallyOf(sheetsOf('a', [3, 3, 3], [3, 3, 3], [3, 3, 3])).entries[0]?.rank).toBe(1);
  });

  it('asks for a mean on its criterion too', () => {
    const result = tallyOf(sheetsOf('a', [1, 5, 5], [2, 5, 5], [2, 5, 5]));
    expect(result.entries[0]).toMatchObject({ rank: null, unranked: 'below-threshold', shown: '66.67' });
  });
});

describe('too few sheets', () => {
  it('are enough where the minimum was lowered for that entry', () => {
    const sheets = [...sheetsOf('a', [4, 4, 4], [4, 4, 4]), ...sheetsOf('b', [5, 5, 5], [5, 5, 5])];
    const result = tallyOf(sheets, {}, { lowered: { a: 2 } });
    expect(placesIn(result)).toEqual([
      ['a', 1],
      ['b', null],
    ]);
  });

  it('are what an entry without any has', () => {
    const result = tallyOf([], {}, { entries: ['a', 'b'] });
    expect(result.entries.map(({ mean, score, unranked }) => [mean, score, unranked])).toEqual([
      [null, null, 'not-enough-sheets'],
      [null, null, 'not-enough-sheets'],
    ]);
  });
});

describe('a sole nominee', () => {
  it('passes or not, and the result says that it was alone', () => {
    const sheets = sheetsOf('a', [4, 4, 4], [4, 4, 4], [4, 4, 4]);
    expect(tallyOf(sheets)).toMatchObject({ soleNominee: true, flags: [], entries: [{ rank: 1, decidedBy: null }] });
    expect(tallyOf(sheets, {}, { entries: ['a', 'b'] }).soleNominee).toBe(false);
  });
});

describe('the tie ladder', () => {
  const rungFor = (first: Sheet[], second: Sheet[]) => {
    const result = tallyOf([...second, ...first], open);
    return { winner: result.entries[0]?.nominationId, by: result.entries[0]?.decidedBy, vote: result.needsVote };
  };

  it('takes the higher mean on impact first', () => {
    const tie = rungFor(sheetsOf('b', [4, 2, 0]), sheetsOf('a', [2, 4, 2]));
    expect(tie).toEqual({ winner: 'b', by: { rung: 'criterion', criterion: 'impact' }, vote: [] });
  });

  it('then on inclusion', () => {
    const tie = rungFor(sheetsOf('b', [3, 4, 0]), sheetsOf('a', [3, 2, 3]));
    expect(tie.by).toEqual({ rung: 'criterion', criterion: 'inclusion' });
    expect(tie.winner).toBe('b');
  });

  it('then more assessors who place it first', () => {
    const tie = rungFor(sheetsOf('b', [4, 4, 3], [4, 4, 3], [1, 1, 0]), sheetsOf('a', [3, 3, 3], [3, 3, 3], [3, 3, 0]));
    expect(tie).toEqual({ winner: 'b', by: { rung: 'first-places' }, vote: [] });
  });

  it('then the higher median sheet', () => {
    const tie = rungFor(
      sheetsOf('b', [4, 4, 4], [5, 4, 4], [3, 2, 4], [0, 2, 0]),
      sheetsOf('a', [5, 4, 4], [4, 4, 4], [0, 1, 4], [3, 3, 0]),
    );
    expect(tie).toEqual({ winner: 'b', by: { rung: 'median-sheet' }, vote: [] });
  });

  it('ends with a vote on what is still equal, which shares its place', () => {
    const same = (id: string) => sheetsOf(id, [4, 4, 4], [3, 3, 3], [4, 4, 4]);
    const result = tallyOf([...same('b'), ...same('a'), ...sheetsOf('c', [3, 3, 3], [3, 3, 3], [3, 3, 3])]);
    expect(result.needsVote).toEqual([['a', 'b']]);
    expect(result.entries.map(({ nominationId, rank, decidedBy }) => [nominationId, rank, decidedBy?.rung])).toEqual([
      ['a', 1, 'score'],
      ['b', 1, 'score'],
      ['c', 3, undefined],
    ]);
  });

  it('sees an exact tie that doubles break', () => {
    const { data, expected } = oracle('exact-tie-constructed');
    const criteria = data.weightsPercent.map((weight: number, index: number) => ({ key: `c${index}`, weight }));
    const entry = (nominationId: string, rows: number[][]): Sheet[] =>
      rows.map((row, judge) => ({
        nominationId,
        judgeId: `judge-${judge}`,
        points: Object.fromEntries(row.map((points, index) => [`c${index}`, points])),
      }));
    const sheets = [...entry('p', data.entryP), ...entry('q', data.entryQ)];
    const result = tally({
      rubric: { criteria, scale: { max: 10 } },
      policy: { ...open, tieLadder: [{ rung: 'panel-vote' }] },
      entries: ['p', 'q'],
      sheets,
    });
    expect(result.needsVote).toEqual([['p', 'q']]);
    expect(result.entries.map(({ mean }) => mean)).toEqual(Array(2).fill(`${expected.weightedSumNumerator}/3`));
  });
});

describe('flags', () => {
  it('name a lead of less than one, a wide gap, and a judge without whom another would win', () => {
    const result = tallyOf([
      ...sheetsOf('a', [5, 5, 5], [3, 3, 3], [3, 3, 3]),
      ...sheetsOf('b', [2, 4, 4], [4, 4, 4], [4, 3, 5]),
    ]);
    expect(flagsIn(result)).toEqual(['close-lead 10/3', 'one-judge-decides judge-1']);
    const gap = tallyOf(sheetsOf('a', [5, 5, 5], [2, 5, 5], [3, 5, 5]));
    expect(flagsIn(gap)).toEqual(['wide-gap a:impact']);
  });

  it('name who would win had every assessor been equally strict', () => {
    const byJudge = (nominationId: string, points: { [judgeId: string]: number }): Sheet[] =>
      Object.entries(points).map(([judgeId, all]) => ({
        nominationId,
        judgeId,
        points: { impact: all, inclusion: all, novelty: all },
      }));
    const result = tallyOf([
      ...byJudge('a', { mild: 5, fair: 5, strict: 3 }),
      ...byJudge('b', { mild: 5, fair: 4, other: 5 }),
      ...['c', 'd', 'e', 'f'].flatMap((entry) => byJudge(entry, { mild: 4, fair: 4, strict: 2 })),
    ]);
    expect(result.entries[0]?.nominationId).toBe('b');
    expect(flagsIn(result)).toContain('adjusted-differs a');
  });

  it('follow what the policy calls close and wide', () => {
    const sheets = [
      ...sheetsOf('a', [5, 5, 5], [5, 5, 5], [5, 5, 5]),
      ...sheetsOf('b', [5, 5, 4], [5, 5, 4], [5, 5, 4]),
      ...sheetsOf('c', [3, 5, 5], [3, 5, 5], [5, 5, 5]),
    ];
    const flagged = (leadHundredths: number, gap: number) =>
      flagsIn(tallyOf(sheets, { sensitive: { leadHundredths, gap } }));
    expect(flagged(401, 2)).toEqual(['close-lead 20']);
    expect(flagged(400, 1)).toEqual(['wide-gap c:impact']);
    expect(flagsIn(tallyOf(sheets))).toEqual([]);
  });

  it('are none where the winner is clear', () => {
    const clear = [
      ...sheetsOf('a', [5, 5, 5], [5, 5, 5], [5, 5, 5]),
      ...sheetsOf('b', [3, 3, 3], [3, 3, 3], [4, 4, 4]),
    ];
    expect(tallyOf(clear).flags).toEqual([]);
  });
});

describe('who abstains from a criterion', () => {
  const by = (judge: number, nominationId: string, points: Sheet['points']): Sheet => ({
    nominationId,
    judgeId: `judge-${judge}`,
    points,
  });

  it('gives a total over the weights that were scored, as an exact fraction', () => {
    const result = tallyOf(
      [by(1, 'a', { impact: 5, inclusion: 2 }), by(2, 'a', { impact: 4, inclusion: 4, novelty: 4 })],
      open,
    );
    // (50·5 + 30·2) · 100/80 = 387.5, and 400.
    expect(result.entries[0]).toMatchObject({ sheets: 2, mean: '1575/4', shownMean: '78.75' });
    expect(result.methodVersion).toBe(3);
  });

  it('moves no mean on that criterion: neither the threshold nor the ladder takes it for a zero', () => {
    const sheets = [1, 2, 3].flatMap((judge) => [
      by(judge, 'a', judge === 1 ? { inclusion: 4, novelty: 4 } : { impact: 4, inclusion: 4, novelty: 4 }),
      by(judge, 'b', { impact: 4, inclusion: 4, novelty: 4 }),
    ]);
    const held = tallyOf(sheets, { threshold: { score: 0, criterion: 'impact', criterionMean: 4 } });
    expect(placesIn(held)).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(held.needsVote).toEqual([['a', 'b']]);
    expect(flagsIn(held)).toContain('few-scored a:impact');
    expect(flagsIn(held)).not.toContain('few-scored b:impact');
    expect(flagsIn(held).filter((flag) => flag.startsWith('wide-gap'))).toEqual([]);
  });

  it('leaves a rung of the ladder out where nobody scored its criterion for one of the equals', () => {
    const tie = [
      by(1, 'a', { inclusion: 4, novelty: 4 }),
      by(1, 'b', { impact: 4, inclusion: 5, novelty: 5 / 2 }),
      by(1, 'c', { impact: 4, inclusion: 3, novelty: 11 / 2 }),
    ].map(({ points, ...one }) => ({
      ...one,
      points: Object.fromEntries(Object.entries(points).map(([k, v]) => [k, v * 2])),
    }));
    const result = tallyOf(tie, open, { rubric: { ...rubric, scale: { max: 12 } } });
    expect(result.entries.map(({ nominationId, decidedBy }) => [nominationId, decidedBy])).toEqual([
      ['b', { rung: 'criterion', criterion: 'inclusion' }],
      ['a', { rung: 'criterion', criterion: 'inclusion' }],
      ['c', null],
    ]);
  });

  it('keeps an entry without a place whose decisive criterion nobody scored', () => {
    const result = tallyOf([1, 2, 3].map((judge) => by(judge, 'a', { inclusion: 5, novelty: 5 })));
    expect(result.entries[0]).toMatchObject({ rank: null, unranked: 'below-threshold', shown: '100.00' });
  });
});

describe('an earlier version of the method', () => {
  it('gives what it gave: the same places, and its own word for too few sheets to trim', () => {
    const sheets = sheetsOf('a', [5, 5, 5], [4, 4, 4], [4, 5, 4]);
    const [now, then] = [
      tallyOf(sheets, { aggregation: 'trimmed' }),
      tallyOf(sheets, { aggregation: 'trimmed' }, { methodVersion: 2 }),
    ];
    expect(now.flags[0]).toEqual({ flag: 'method-refused', detail: 'trimmed: sheets-too-few' });
    expect(then.flags[0]).toEqual({ flag: 'method-refused', detail: 'trimmed: sheets-uneven' });
    expect({ ...then, flags: [], methodVersion: 3 }).toEqual({ ...now, flags: [] });
    expect(now.method).toBe('mean');
  });
});

const points = fc.integer({ min: 0, max: 5 });
const sheet = fc.tuple(points, points, points);
/** A complete panel: every judge scores every entry. */
const completePanel = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([entries, judges]) =>
    fc.array(fc.array(sheet, { minLength: judges, maxLength: judges }), { minLength: entries, maxLength: entries }),
  )
  .map((rows) => rows.flatMap((row, index) => sheetsOf(`entry-${index}`, ...row)));
const anyPanel = completePanel.chain((sheets) => fc.subarray(sheets, { minLength: 1 }));
/** One criterion at least, by the bits of 0 to 6; all of them for 6. */
const partOf = (points: Sheet['points'], kept: number): Sheet['points'] =>
  Object.fromEntries(Object.entries(points).filter((_one, index) => ((kept + 1) >> index) & 1));
const method = fc.constantFrom(...(['mean', 'judge-adjusted', 'trimmed', 'ranks'] as const));

describe('any tally', () => {
  it('is the same in whatever order entries and sheets come', () => {
    fc.assert(
      fc.property(anyPanel, method, fc.infiniteStream(fc.nat()), (sheets, aggregation, keys) => {
        const shuffled = sheets.map((one) => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key);
        const changed = { ...open, aggregation };
        expect(
          tallyOf(
            shuffled.map(({ one }) => one),
            changed,
          ),
        ).toEqual(tallyOf(sheets, changed));
      }),
    );
  });

  it('depends on no name of an entry or a judge', () => {
    fc.assert(
      fc.property(anyPanel, method, (sheets, aggregation) => {
        const mirrored = (id: string) => `x-${9 - Number(id.at(-1))}`;
        const renamed = sheets.map((one) => ({
          ...one,
          nominationId: mirrored(one.nominationId),
          judgeId: mirrored(one.judgeId),
        }));
        const changed = { ...open, aggregation };
        const before = tallyOf(sheets, changed).entries.map((entry) => ({
          ...entry,
          nominationId: mirrored(entry.nominationId),
        }));
        const byName = (a: { nominationId: string }, b: { nominationId: string }) =>
          a.nominationId < b.nominationId ? -1 : 1;
        expect(tallyOf(renamed, changed).entries.sort(byName)).toEqual(before.sort(byName));
      }),
    );
  });

  it('ranks everyone once, best first, by falling scores', () => {
    fc.assert(
      fc.property(anyPanel, method, (sheets, aggregation) => {
        const { entries, needsVote } = tallyOf(sheets, { ...open, aggregation });
        entries.forEach(({ rank }, index) => {
          const ahead = entries.filter((other) => (other.rank ?? 0) < (rank ?? 0)).length;
          expect(rank).toBe(ahead + 1);
          const shared = entries.filter((other) => other.rank === rank).length;
          if (shared === 1) expect(rank).toBe(index + 1);
        });
        const sharing = new Set(
          entries.filter((a) => entries.some((b) => a !== b && a.rank === b.rank)).map((a) => a.nominationId),
        );
        expect(new Set(needsVote.flat())).toEqual(sharing);
      }),
    );
  });

  it('takes what a judge left out for the mean of what the judge scored: no other total comes of it', () => {
    fc.assert(
      fc.property(anyPanel, method, fc.infiniteStream(fc.integer({ min: 0, max: 6 })), (sheets, aggregation, kept) => {
        // All points of a sheet alike: leaving some of them out moves nothing but what is known of that criterion.
        const flat = sheets.map(({ points: { impact = 0 }, ...one }) => ({
          ...one,
          points: { impact, inclusion: impact, novelty: impact },
        }));
        const some = flat.map(({ points, ...one }) => ({ ...one, points: partOf(points, kept.next().value) }));
        const changed = { ...open, aggregation, tieLadder: [{ rung: 'median-sheet' as const }] };
        const scoresIn = ({ entries }: ReturnType<typeof tally>) =>
          entries.map(({ nominationId, mean, score, adjusted, rank }) => [nominationId, mean, score, adjusted, rank]);
        expect(scoresIn(tallyOf(some, changed))).toEqual(scoresIn(tallyOf(flat, changed)));
      }),
    );
  });

  it('of sheets with criteria left out keeps every total on the scale, in whatever order they come', () => {
    fc.assert(
      fc.property(anyPanel, method, fc.infiniteStream(fc.integer({ min: 0, max: 6 })), (sheets, aggregation, kept) => {
        const some = sheets.map(({ points, ...one }) => ({ ...one, points: partOf(points, kept.next().value) }));
        const changed = { ...open, aggregation };
        const result = tallyOf(some, changed);
        expect(tallyOf([...some].reverse(), changed)).toEqual(result);
        for (const { mean } of result.entries) {
          const [top = '0', bottom = '1'] = (mean ?? '').split('/');
          expect(Number(top) / Number(bottom)).toBeGreaterThanOrEqual(0);
          expect(Number(top) / Number(bottom)).toBeLessThanOrEqual(500);
        }
      }),
    );
  });

  it('leaves nobody below a threshold of nothing, whom an adjusted score puts below the scale', () => {
    const sheets = [...sheetsOf('a', [0, 0, 0]), ...sheetsOf('b', [5, 5, 5], [0, 0, 0])];
    const { entries } = tallyOf(sheets, { ...open, aggregation: 'judge-adjusted' });
    expect(entries.map(({ nominationId, rank, shown }) => [nominationId, rank, shown?.startsWith('-')])).toEqual([
      ['b', 1, false],
      ['a', 2, true],
    ]);
  });

  // The median sheet may be another judge's then: that rung is left out.
  it('of a complete panel keeps its order when one judge is milder by a constant', () => {
    fc.assert(
      fc.property(
        completePanel,
        fc.constantFrom('mean', 'judge-adjusted', 'ranks'),
        fc.integer({ min: 1, max: 9 }),
        (sheets, aggregation, more) => {
          const milder = sheets.map((one) => {
            const { impact = 0, inclusion = 0, novelty = 0 } = one.points;
            const add = one.judgeId === 'judge-1' ? more : 0;
            return { ...one, points: { impact: impact + add, inclusion: inclusion + add, novelty: novelty + add } };
          });
          const tieLadder = open.tieLadder.filter(({ rung }) => rung !== 'median-sheet');
          const changed = { ...open, aggregation, tieLadder };
          expect(placesIn(tallyOf(milder, changed))).toEqual(placesIn(tallyOf(sheets, changed)));
        },
      ),
    );
  });

  it('of a complete panel has the same order by the adjusted mean as by the plain one', () => {
    fc.assert(
      fc.property(completePanel, (sheets) => {
        const adjusted = tallyOf(sheets, { ...open, aggregation: 'judge-adjusted' });
        expect(placesIn(adjusted)).toEqual(placesIn(tallyOf(sheets, open)));
        expect(adjusted.flags.filter(({ flag }) => flag === 'adjusted-differs')).toEqual([]);
      }),
    );
  });
});
