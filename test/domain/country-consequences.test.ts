// What a change does: instants before and after it, and what is accepted that was not, or no longer is.
import { describe, expect, it } from 'vitest';
import { movesBetween, type Standing, stepsGained } from '../../domain/country/consequences.ts';
import { type CountryState, countryFold } from '../../domain/country/state.ts';
import type { CycleEvent } from '../../domain/cycle/messages.ts';
import { type Cycle, cycleFold } from '../../domain/cycle/state.ts';
import { cycleIn, ids, moments, plannedCycle, sampleDefinition, timetable } from '../support/samples.ts';

const at = new Date(moments.nomination);
function cycleAfter(...events: CycleEvent[]): Cycle {
  const state = events.reduce((before, event) => cycleFold.evolve(before, event), cycleFold.initial);
  if (state.status === 'none') throw new Error('The cycle is planned.');
  return state;
}
const standing = (cycle: Cycle | null, countries: { [iso2: string]: CountryState } = {}): Standing => ({
  cycle,
  countries,
});
const own = (changes: Partial<CountryState>): CountryState => ({ ...countryFold.initial, ...changes });
const open = cycleAfter(...cycleIn('nomination'));
const moved = cycleFold.evolve(open, {
  type: 'DeadlineMoved',
  data: {
    cycleId: ids.cycle,
    phase: 'nomination',
    from: timetable.nomination.closesAt,
    closesAt: '2025-03-08T00:00:00.000Z',
    reason: 'Floods.',
  },
}) as Cycle;

describe('the instants that a change moves', () => {
  it('are all of them when a cycle is planned', () => {
    const moves = movesBetween(standing(null), standing(cycleAfter(plannedCycle())));
    expect(moves.map(({ what, of, before }) => [what, of, before])).toEqual([
      ['opens', 'nomination', null],
      ...['nomination', 'screening', 'judging', 'decision'].map((phase) => ['closes', phase, null]),
    ]);
  });
  it('are the cycle’s, with the countries that keep an earlier instant of their own', () => {
    const countries = { TH: own({ closesAt: { nomination: '2025-02-20T00:00:00.000Z' } }) };
    expect(movesBetween(standing(open, countries), standing(moved, countries))).toEqual([
      {
        ...{ what: 'closes', of: 'nomination', country: null, keeping: ['TH'] },
        ...{ before: timetable.nomination.closesAt, after: '2025-03-08T00:00:00.000Z' },
      },
    ]);
  });
  it('are one country’s where it sets its own', () => {
    const after = own({ closesAt: { screening: '2025-03-20T00:00:00.000Z' } });
    expect(movesBetween(standing(open), standing(open, { SG: after }))).toEqual([
      {
        ...{ what: 'closes', of: 'screening', country: 'SG', keeping: [] },
        ...{ before: timetable.screening.closesAt, after: '2025-03-20T00:00:00.000Z' },
      },
    ]);
  });
  it('are none where nothing changes', () => {
    expect(movesBetween(standing(open), standing(open))).toEqual([]);
  });
});

describe('what is accepted', () => {
  const suspended: Cycle = { ...open, status: 'suspended', suspendedAt: moments.nomination };
  it('is nothing while a cycle is suspended', () => {
    expect(stepsGained(standing(suspended), standing(open), at)).toEqual([
      { step: 'nomination', category: null, countries: ['MM', 'SG', 'TH'], until: timetable.nomination.closesAt },
    ]);
    expect(stepsGained(standing(open), standing(suspended), at)).toEqual([]);
  });
  it('begins again when the deadline of a phase that is over moves', () => {
    const late = new Date('2025-03-02T00:00:00.000Z');
    expect(stepsGained(standing(open), standing(moved), late).map(({ step, countries }) => [step, countries])).toEqual([
      ['nomination', ['MM', 'SG', 'TH']],
    ]);
  });
  it('begins again for one country and category by a dispensation, for all where none is named', () => {
    const closed = own({ closed: ['nomination'] });
    const until = '2025-02-10T00:00:00.000Z';
    const granted = (category: string | null) =>
      own({ closed: ['nomination'], dispensations: [{ step: 'nomination', category, until }] });
    const gained = (category: string | null) =>
      stepsGained(standing(open, { SG: closed }), standing(open, { SG: granted(category) }), at);
    expect(gained('ngo')).toEqual([{ step: 'nomination', category: 'ngo', countries: ['SG'], until }]);
    expect(gained(null)).toEqual([{ step: 'nomination', category: null, countries: ['SG'], until }]);
  });
  it('is the cycle’s alone where a region judges', () => {
    const regional = cycleAfter(...cycleIn('judging', sampleDefinition('regional')));
    const steps = stepsGained(
      standing({ ...regional, status: 'suspended' }),
      standing(regional),
      new Date(moments.judging),
    );
    expect(steps.map(({ step }) => step)).toEqual(['judging']);
  });
});
