// How a cycle is planned, and from which dates.
import { describe, expect, it } from 'vitest';
import { cycle } from '../../domain/cycle/decider.ts';
import { type CycleCommand, PlanCycle } from '../../domain/cycle/messages.ts';
import { given } from '../support/given.ts';
import { ids, moments, plannedCycle, sampleDefinition, timetable } from '../support/samples.ts';

type Plan = Extract<CycleCommand, { type: 'PlanCycle' }>;
const definition = sampleDefinition();
const at = { at: moments.before };
const { capacities: _, settings, timetable: dates, ...facts } = plannedCycle(definition).data;

function plan(changes: Partial<Plan['data']> = {}): Plan {
  const { nomination, screening, judging, decision } = timetable;
  return {
    type: 'PlanCycle',
    data: {
      ...facts,
      award: 'sample',
      timetable: {
        opensAt: nomination.opensAt,
        closesAt: {
          nomination: nomination.closesAt,
          screening: screening.closesAt,
          judging: judging.closesAt,
          decision: decision.closesAt,
        },
      },
      ...changes,
    },
  };
}

const closing = (closesAt: Plan['data']['timetable']['closesAt'], opensAt = '2025-01-01T07:00:00+07:00') =>
  plan({ timetable: { opensAt, closesAt } });

describe('PlanCycle', () => {
  it('freezes the definition, the dates, the settings and a slot row per country and category', () => {
    given(cycle)
      .when(plan(), at)
      .then(
        plannedCycle(definition, {
          capacities: [
            { key: `forward/${ids.cycle}/MM/ngo`, cap: 3 },
            { key: `forward/${ids.cycle}/MM/private`, cap: 1 },
            { key: `forward/${ids.cycle}/SG/ngo`, cap: 3 },
            { key: `forward/${ids.cycle}/SG/private`, cap: 3 },
            { key: `forward/${ids.cycle}/TH/ngo`, cap: 3 },
            { key: `forward/${ids.cycle}/TH/private`, cap: 3 },
          ],
        }),
      );
  });

  it('fills in what is left out from the lengths of the award, phase after phase', () => {
    given(cycle)
      .when(closing({ screening: '2025-04-30T00:00:00+07:00' }), at)
      .then(
        plannedCycle(definition, {
          timetable: {
            nomination: { opensAt: '2025-01-01T00:00:00.000Z', closesAt: '2025-02-26T00:00:00.000Z' },
            screening: { opensAt: '2025-02-26T00:00:00.000Z', closesAt: '2025-04-29T17:00:00.000Z' },
            judging: { opensAt: '2025-04-29T17:00:00.000Z', closesAt: '2025-05-27T17:00:00.000Z' },
            decision: { opensAt: '2025-05-27T17:00:00.000Z', closesAt: '2025-06-24T17:00:00.000Z' },
          },
        }),
      );
  });

  it('reads a bare date in the zone of the cycle: an opening begins the day, a cut-off ends it', () => {
    given(cycle)
      .when(closing({ nomination: '2025-02-28', screening: '2025-03-31', judging: '2025-04-30' }, '2025-01-01'), at)
      .then(
        plannedCycle(definition, {
          timetable: {
            nomination: { opensAt: '2024-12-31T17:00:00.000Z', closesAt: '2025-02-28T16:59:59.000Z' },
            screening: { opensAt: '2025-02-28T16:59:59.000Z', closesAt: '2025-03-31T16:59:59.000Z' },
            judging: { opensAt: '2025-03-31T16:59:59.000Z', closesAt: '2025-04-30T16:59:59.000Z' },
            decision: { opensAt: '2025-04-30T16:59:59.000Z', closesAt: '2025-05-28T16:59:59.000Z' },
          },
        }),
      );
  });

  it('takes settings of its own before those of the award', () => {
    const days = { correctionWorkingDays: 5, objectionWorkingDays: 3 };
    const own = { endorsement: 'PT30S', reminders: ['P3D'], ...days, answers: { laureate: 'P2D' } };
    given(cycle)
      .when(plan({ timetable: { ...plan().data.timetable, ...own } }), at)
      .then(plannedCycle(definition, { settings: { ...own, answers: { laureate: 'P2D', presenter: 'P7D' } } }));
  });

  it('is accepted after the opening, as long as nominations are not over', () => {
    given(cycle).when(plan(), { at: '2025-02-28T23:59:59.999Z' }).then(plannedCycle(definition));
    given(cycle)
      .when(plan(), { at: '2025-03-01T00:00:00Z' })
      .refused('deadline-past', { now: '2025-03-01T00:00:00.000Z' });
  });

  it('is refused when a phase would close before it opens', () => {
    given(cycle)
      .when(closing({ nomination: '2025-03-01', screening: '2025-03-01' }), at)
      .refused('timetable-order', { phase: 'screening', opensAt: '2025-03-01T16:59:59.000Z' });
    given(cycle)
      .when(closing({ nomination: '2025-01-01T07:00:00+07:00' }), at)
      .refused('timetable-order', { phase: 'nomination', opensAt: '2025-01-01T00:00:00.000Z' });
  });

  it('is refused for a country that the award does not have, or has named twice', () => {
    given(cycle)
      .when(plan({ countries: ['TH', 'FR'] }), at)
      .refused('country-unknown', { countries: ['MM', 'SG', 'TH', 'VN'] });
    given(cycle)
      .when(plan({ countries: ['TH', 'SG', 'TH'] }), at)
      .refused('country-twice');
  });

  it('changes nothing when it is repeated, even after nominations', () => {
    given(cycle, plannedCycle()).when(plan(), { at: moments.judging }).nothing();
  });

  it.each<[string, Partial<Plan['data']>]>([
    ['slug', { slug: 'another' }],
    ['number', { number: 7 }],
    ['title', { title: { en: 'Another' } }],
    ['host', { host: null }],
    ['countries', { countries: ['TH'] }],
    ['definition', { definitionHash: 'f'.repeat(64) }],
    ['dates', { timetable: { opensAt: '2025-01-02', closesAt: {} } }],
    ['settings', { timetable: { ...plan().data.timetable, endorsement: 'P1D' } }],
  ])('is refused on a planned cycle with another %s', (_name, changes) => {
    given(cycle, plannedCycle()).when(plan(changes), at).refused('cycle-exists', { slug: 'sample-6' });
  });
});

describe('the form of PlanCycle', () => {
  const form = {
    award: 'sample',
    slug: 'sample-6',
    number: 6,
    year: 2025,
    title: { en: 'Sixth' },
    zone: 'Asia/Jakarta',
    countries: ['TH'],
    timetable: { opensAt: '2025-01-01' },
  };
  const problems = (changes: object) =>
    PlanCycle.safeParse({ ...form, ...changes }).error?.issues.map(
      ({ path, message }) => `${path.join('.')} ${message}`,
    );

  it('is met by the least a plan needs', () => {
    expect(PlanCycle.parse(form)).toEqual({ ...form, host: null, timetable: { opensAt: '2025-01-01', closesAt: {} } });
  });

  it('asks about a year of the Buddhist Era', () => {
    expect(problems({ year: 2568 })).toEqual([
      'year is above 2400: is this a Buddhist Era year? Give the Gregorian one',
    ]);
  });

  it('knows the zones of the world', () => {
    expect(problems({ zone: 'Asia/Atlantis' })).toEqual(['zone is no time zone that is known here']);
  });
});

it('starts with every phase pending, at the dates of the plan', () => {
  const state = cycle.evolve(cycle.initial, plannedCycle());
  const later = { status: 'pending', opensAt: null, closesAt: null };
  expect(state).toEqual({
    ...facts,
    settings,
    timetable: dates,
    status: 'running',
    suspendedAt: null,
    pauses: [],
    phases: {
      nomination: { status: 'pending', ...timetable.nomination },
      screening: { status: 'pending', ...timetable.screening },
      judging: { status: 'pending', ...timetable.judging },
      decision: { status: 'pending', ...timetable.decision },
      endorsement: later,
      announcement: later,
      forum: later,
    },
    endorsement: null,
    announcement: [],
  });
});
