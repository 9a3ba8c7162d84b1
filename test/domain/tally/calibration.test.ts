// How points on reference entries lie beside the reference and the panel.
import { describe, expect, it } from 'vitest';
import { spreadOf, standingOf } from '../../../domain/tally/calibration.ts';

const rubric = {
  criteria: [
    { key: 'impact', weight: 60 },
    { key: 'reach', weight: 40 },
  ],
  scale: { max: 5 },
};
const sheet = (judgeId: string, points: { [criterion: string]: number }) => ({ nominationId: 'r', judgeId, points });
const reference = { points: { impact: 3, reach: 3 } };

describe('the spread of a panel', () => {
  it('goes from the lowest to the highest with the middle, over those who scored the criterion', () => {
    const sheets = [
      sheet('a', { impact: 1, reach: 5 }),
      sheet('b', { impact: 4 }),
      sheet('c', { impact: 2, reach: 2 }),
    ];
    expect(spreadOf(rubric, sheets)).toEqual([
      { criterion: 'impact', lowest: 1, median: 2, highest: 4, judges: 3 },
      { criterion: 'reach', lowest: 2, median: 3.5, highest: 5, judges: 2 },
    ]);
    expect(spreadOf(rubric, [])).toEqual([]);
  });
});

describe('how far a judge lies from the reference', () => {
  const of = (...points: { [criterion: string]: number }[]) =>
    standingOf(
      rubric,
      points.map((own) => ({ own: { points: own }, reference })),
    );

  it('is a lean, in which too much here makes up for too little there, and a distance, in which it does not', () => {
    expect(of({ impact: 5, reach: 0 })).toEqual({ references: 1, lean: '0.00', distance: '48.00', far: true });
    expect(of({ impact: 3, reach: 3 })).toEqual({ references: 1, lean: '0.00', distance: '0.00', far: false });
    expect(of({ impact: 2, reach: 3 })).toEqual({ references: 1, lean: '-12.00', distance: '12.00', far: false });
  });

  it('is worth a talk beyond one point of five on every criterion, not at it', () => {
    expect(of({ impact: 4, reach: 4 })?.far).toBe(false);
    expect(of({ impact: 4, reach: 4 }, { impact: 5, reach: 4 })?.far).toBe(true);
  });

  it('is over the reference entries that were scored and the criteria that were not left out; nothing for none', () => {
    expect(of({ impact: 5 })).toMatchObject({ lean: '40.00', distance: '40.00' });
    expect(of({ impact: 5, reach: 5 }, { impact: 3, reach: 3 })).toMatchObject({ references: 2, lean: '20.00' });
    expect(of()).toBeNull();
  });
});
