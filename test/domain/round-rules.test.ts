// What rounds of judging must be, each rule with the field that breaks it; and what is asked of them.
import { describe, expect, it } from 'vitest';
import { AwardDefinition } from '../../domain/award-definition.ts';
import { firstRoundsOf, isPast, judgingOf, nextRoundOf, rubricOf } from '../../domain/definition-queries.ts';
import { finalRubric, twoRounds } from '../support/round-samples.ts';
import { sampleDefinition } from '../support/samples.ts';

const first = { key: 'first', names: { en: 'First' }, kind: 'scoring', goesOn: { atMost: 2 } };
const final = { key: 'final', names: { en: 'Final' }, kind: 'scoring' };

/** Where the definition is wrong, and what is said there. */
function problems(rounds: object[], changes: object = {}): [string, string][] {
  const { judging, ...rest } = sampleDefinition();
  const read = AwardDefinition.safeParse({ ...rest, judging: { ...judging, ...changes, rounds } });
  return (read.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]);
}

describe('rounds of an award', () => {
  it('narrow by a number, a share or a threshold', () => {
    for (const goesOn of [{ atMost: 8 }, { share: '1/3' }, { threshold: 70 }])
      expect(problems([{ ...first, goesOn }, final])).toEqual([]);
  });

  it('go on to a round of scoring that follows', () => {
    expect(problems([first])).toEqual([['judging.rounds.0.goesOn', 'no round of scoring follows to go on to']]);
  });

  it('let a part go on, not all', () => {
    expect(problems([{ ...first, goesOn: { share: '3/3' } }, final])).toEqual([
      ['judging.rounds.0.goesOn', 'the share must lie between 0 and 1, such as 1/3'],
    ]);
  });

  it('end before judging where another follows alone, after a part of the time', () => {
    const closes = { share: '1/2' };
    expect(problems([{ ...first, closes }, final])).toEqual([]);
    expect(problems([{ ...first, closes: { share: '2/2' } }, final])).toEqual([
      ['judging.rounds.0.closes', 'the share must lie between 0 and 1, such as 1/2'],
    ]);
    expect(problems([first, { ...final, closes }])).toEqual([
      ['judging.rounds.1.closes', 'is for a round that another follows: the last one ends with judging'],
    ]);
  });

  it('ask for no threshold where judges are counted by their ranks', () => {
    expect(problems([{ ...first, goesOn: { threshold: 70 } }, final], { aggregation: 'ranks' })).toEqual([
      [
        'judging.rounds.0.goesOn',
        'a threshold needs scores out of 100: where judges are counted by their ranks, say how many go on',
      ],
    ]);
  });

  it('ask for no more sheets than they have seats, by their own numbers', () => {
    expect(problems([first, { ...final, seats: 2 }])).toEqual([
      ['judging.rounds.1.minimumSheets', '3 are more than the 2 seats of an entry'],
    ]);
    expect(problems([first, { ...final, seats: 2, minimumSheets: 2 }])).toEqual([]);
  });

  it('have sound forms of their own, with what the ladder and the last threshold compare by', () => {
    const [impact, reach, lasting] = finalRubric.criteria;
    const rubric = { ...finalRubric, criteria: [reach, lasting] };
    const found = problems([first, { ...final, rubric }], {
      threshold: { score: 0, criterion: 'impact', criterionMean: 1 },
    });
    expect(found.map(([path]) => path)).toContain('judging.rounds.1.rubric.criteria');
    expect(found.map(([, message]) => message)).toContain('weights must sum to 100, these sum to 50');
    expect(found.map(([, message]) => message)).toContain('the criterion impact of the threshold is missing');
    expect(impact?.key).toBe('impact');
  });

  it('keep forms, seats and going on for rounds that count', () => {
    const calibration = { key: 'calibration', names: { en: 'Calibration' }, kind: 'calibration', seats: 5 };
    expect(problems([calibration, first, final])).toEqual([
      ['judging.rounds.0.seats', 'is for rounds of scoring: a calibration never counts'],
    ]);
  });
});

describe('what is asked of rounds', () => {
  it('is nothing new where there is one', () => {
    const definition = sampleDefinition();
    expect(judgingOf(definition, 'main')).toEqual(definition.judging);
    expect(rubricOf(definition, 'ngo', 'main')).toEqual(rubricOf(definition, 'ngo'));
    expect(nextRoundOf(definition, 'main')).toBeUndefined();
    expect(firstRoundsOf(definition).map(({ key }) => key)).toEqual(['main']);
    for (const status of ['closed', 'sealed'])
      expect(isPast(definition, { status, round: 'main' }, [status])).toBe(true);
  });

  it('leaves two rounds apart of which none says who goes on', () => {
    const { judging, ...rest } = sampleDefinition();
    const definition = { ...rest, judging: { ...judging, rounds: ['one', 'two'] } };
    expect(firstRoundsOf(definition).map(({ key }) => key)).toEqual(['one', 'two']);
    expect(nextRoundOf(definition, 'one')).toBeUndefined();
  });

  it('takes the threshold from the rule of a round that another follows', () => {
    const definition = twoRounds({ threshold: 70 }, { seats: 5, minimumSheets: 4 });
    expect(judgingOf(definition, 'first').threshold).toEqual({ score: 70, criterion: null, criterionMean: 0 });
    expect(judgingOf(definition, 'final')).toMatchObject({
      ...{ seats: 5, minimumSheets: 4, threshold: definition.judging.threshold },
    });
  });

  it('does not hold a panel for past whose next round is still to come', () => {
    const definition = twoRounds();
    expect(isPast(definition, { status: 'sealed', round: 'first' }, ['sealed'])).toBe(false);
    expect(isPast(definition, { status: 'sealed', round: 'final' }, ['sealed'])).toBe(true);
    expect(isPast(definition, { status: 'signed', round: 'first' }, ['signed'])).toBe(true);
  });
});
