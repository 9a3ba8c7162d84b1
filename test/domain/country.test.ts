// A country's own instants, and the end of the phases that it runs.
import { describe, expect, it } from 'vitest';
import { country } from '../../domain/country/decider.ts';
import type { CountryCommand, CountryEvent } from '../../domain/country/messages.ts';
import { countryFold, countryPhase } from '../../domain/country/state.ts';
import type { CycleEvent } from '../../domain/cycle/messages.ts';
import { cycleFold } from '../../domain/cycle/state.ts';
import { rubricOf } from '../../domain/definition-queries.ts';
import type { PanelEvent } from '../../domain/panel/messages.ts';
import type { CountryPhase } from '../../domain/phases.ts';
import { tally } from '../../domain/tally/tally.ts';
import { given } from '../support/given.ts';
import {
  cycleIn,
  decidedCycle,
  decisionSigned,
  ids,
  moments,
  panelFormed,
  phaseClosed,
  phaseOpened,
  plannedCycle,
  sampleDefinition,
  signedPanel,
  timetable,
} from '../support/samples.ts';

const { cycle: cycleId } = ids;
const regional = sampleDefinition('regional');
type Instants = { [phase in CountryPhase]?: string };
const set = (closesAt: Instants, iso2 = 'TH'): CountryCommand => ({
  type: 'SetCountryTimetable',
  data: { cycleId, iso2, closesAt },
});
const wasSet = (closesAt: Instants, iso2 = 'TH'): CountryEvent => ({
  type: 'CountryTimetableSet',
  data: { cycleId, iso2, closesAt },
});
const close = (phase: CountryPhase, iso2 = 'TH'): CountryCommand => ({
  type: 'CloseCountryPhase',
  data: { cycleId, iso2, phase },
});
type Because = 'deadline' | 'approver' | 'all-signed' | 'panels-done';
const closed = (phase: CountryPhase, because: Because = 'deadline', iso2 = 'TH'): CountryEvent => ({
  type: 'CountryPhaseClosed',
  data: { cycleId, iso2, phase, because },
});
const cancelled: CycleEvent = { type: 'CycleCancelled', data: { cycleId, reason: 'No host was found.' } };
const archived: CycleEvent = { type: 'CycleArchived', data: { cycleId } };

describe('every command', () => {
  it.each<CountryCommand>([
    set({ nomination: '2025-02-20' }),
    close('nomination'),
    { type: 'RankNominations', data: { cycleId, iso2: 'TH', category: 'ngo', order: [ids.nomination(1)] } },
    { type: 'DeclareNoNominee', data: { cycleId, iso2: 'TH', category: 'ngo', reason: 'Nobody applied.' } },
  ])('is refused without a running cycle that the country takes part in: $type', (command) => {
    const elsewhere = plannedCycle(sampleDefinition(), { countries: ['MM', 'SG'] });
    given(country).when(command).refused('cycle-unknown');
    given(country).guard('cycle', plannedCycle(), cancelled).when(command).refused('cycle-cancelled');
    given(country).guard('cycle', plannedCycle(), archived).when(command).refused('cycle-archived');
    given(country)
      .guard('cycle', elsewhere)
      .when(command)
      .refused('country-not-entitled', { countries: ['MM', 'SG'] });
  });
});

describe('SetCountryTimetable', () => {
  const before = { at: moments.before };
  const planned = given(country).guard('cycle', plannedCycle());

  it("sets instants up to the cycle's, a bare date being the end of that day in the country's zone", () => {
    planned
      .when(set({ nomination: '2025-02-20', decision: '2025-06-01T00:00:00Z' }), before)
      .then(wasSet({ nomination: '2025-02-20T16:59:59.000Z', decision: '2025-06-01T00:00:00.000Z' }));
    planned
      .when(set({ nomination: '2025-02-20' }, 'MM'), before)
      .then(wasSet({ nomination: '2025-02-20T17:29:59.000Z' }, 'MM'));
  });

  it("is refused after the cycle's instant", () => {
    planned
      .when(set({ screening: '2025-04-01T00:00:00.001Z' }), before)
      .refused('after-cycle', { latest: timetable.screening.closesAt });
  });

  it('is refused when the phase would be over already', () => {
    given(country)
      .guard('cycle', ...cycleIn('nomination'))
      .when(set({ screening: '2025-01-31' }))
      .refused('deadline-past', { now: moments.nomination });
  });

  it("is refused when a phase would not close after the one before it, by the country's instants and the cycle's", () => {
    const order = { order: ['nomination', 'screening', 'judging', 'decision'] };
    planned.when(set({ nomination: '2025-02-20', screening: '2025-02-20' }), before).refused('timetable-order', order);
    planned.when(set({ screening: '2025-02-20' }), before).refused('timetable-order', order);
    given(country, wasSet({ nomination: '2025-02-20T16:59:59.000Z' }))
      .guard('cycle', plannedCycle())
      .when(set({ screening: '2025-02-21' }), before)
      .then(wasSet({ screening: '2025-02-21T16:59:59.000Z' }));
  });

  it('moves an instant either way before its phase opens', () => {
    const own = given(country, wasSet({ nomination: '2025-02-20T16:59:59.000Z' })).guard('cycle', plannedCycle());
    own.when(set({ nomination: '2025-02-10' }), before).then(wasSet({ nomination: '2025-02-10T16:59:59.000Z' }));
    own.when(set({ nomination: '2025-02-25' }), before).then(wasSet({ nomination: '2025-02-25T16:59:59.000Z' }));
  });

  it('moves the instant of an open phase only later', () => {
    const own = given(country, wasSet({ nomination: '2025-02-20T16:59:59.000Z' })).guard(
      'cycle',
      ...cycleIn('nomination'),
    );
    own.when(set({ nomination: '2025-02-19' })).refused('deadline-not-later', { after: '2025-02-20T16:59:59.000Z' });
    own.when(set({ nomination: '2025-02-25' })).then(wasSet({ nomination: '2025-02-25T16:59:59.000Z' }));
    given(country)
      .guard('cycle', ...cycleIn('nomination'))
      .when(set({ nomination: '2025-02-20' }))
      .refused('deadline-not-later', { after: timetable.nomination.closesAt });
  });

  it('is refused for a phase that is closed, by the country or by the cycle', () => {
    given(country, closed('nomination'))
      .guard('cycle', ...cycleIn('nomination'))
      .when(set({ nomination: '2025-02-25' }))
      .refused('phase-closed');
    given(country)
      .guard('cycle', ...cycleIn('screening'))
      .when(set({ nomination: '2025-02-25' }))
      .refused('phase-closed');
  });

  it('is refused for a phase that countries do not run', () => {
    given(country)
      .guard('cycle', plannedCycle(regional))
      .when(set({ screening: '2025-03-20', judging: '2025-04-20' }), before)
      .refused('phase-not-national', { phases: ['nomination', 'screening'] });
  });

  it('leaves alone what stands already, and changes nothing when all of it does', () => {
    const own = given(country, wasSet({ nomination: '2025-02-20T16:59:59.000Z' })).guard('cycle', plannedCycle());
    own.when(set({ nomination: '2025-02-20' }), before).nothing();
    own
      .when(set({ nomination: '2025-02-20', screening: '2025-03-20' }), before)
      .then(wasSet({ screening: '2025-03-20T16:59:59.000Z' }));
  });
});

describe('CloseCountryPhase', () => {
  const process = { role: 'process' } as const;
  const nominating = (...events: CountryEvent[]) => given(country, ...events).guard('cycle', ...cycleIn('nomination'));

  it("closes a phase at the country's instant, else at the cycle's", () => {
    const own = nominating(wasSet({ nomination: '2025-02-20T16:59:59.000Z' }));
    own
      .when(close('nomination'), { ...process, at: '2025-02-20T16:59:58.999Z' })
      .refused('not-due', { dueAt: Date.parse('2025-02-20T16:59:59Z') });
    own.when(close('nomination'), { ...process, at: '2025-02-20T16:59:59Z' }).then(closed('nomination'));
    nominating()
      .when(close('nomination'), { ...process, at: '2025-02-20T16:59:59Z' })
      .refused('not-due', { dueAt: Date.parse(timetable.nomination.closesAt) });
    nominating()
      .when(close('nomination'), { ...process, at: timetable.nomination.closesAt })
      .then(closed('nomination'));
  });

  it('closes a phase earlier and for good when a person says so', () => {
    nominating()
      .when(close('nomination', 'SG'), { role: 'approver' })
      .then(closed('nomination', 'approver', 'SG'));
    given(country, closed('nomination'))
      .guard('cycle', ...cycleIn('nomination'))
      .when(close('screening'), { role: 'focal-point' })
      .then(closed('screening', 'approver'));
  });

  it('leaves the nominations of an open call, once published, to their instant', () => {
    nominating()
      .when(close('nomination'), { role: 'approver' })
      .refused('open-call-published', { closesAt: timetable.nomination.closesAt });
  });

  it('closes phases in their order, once nominations are open', () => {
    given(country).guard('cycle', plannedCycle()).when(close('nomination')).refused('phase-not-open', { phase: null });
    nominating().when(close('screening')).refused('phase-not-open', { phase: 'nomination' });
    nominating(closed('nomination'), closed('screening'))
      .when(close('decision'))
      .refused('phase-not-open', { phase: 'judging' });
  });

  it('is refused for a phase that countries do not run, closed or not', () => {
    const phases = { phases: ['nomination', 'screening'] };
    for (const history of [cycleIn('judging', regional), decidedCycle(regional)])
      given(country)
        .guard('cycle', ...history)
        .when(close('judging'))
        .refused('phase-not-national', phases);
  });

  it('changes nothing when the phase is closed, by the country or by the cycle', () => {
    nominating(closed('nomination')).when(close('nomination')).nothing();
    given(country)
      .guard('cycle', ...cycleIn('nomination'), phaseClosed('nomination'))
      .when(close('nomination'))
      .nothing();
  });
});

describe('CloseCountryPhase of national judging', () => {
  const signed = (category: string): CountryEvent => ({
    type: 'ForwardingSigned',
    data: { cycleId, iso2: 'TH', category, nominations: [ids.nomination(1)], signature: { kind: 'in-person' } },
  });
  const noneIn = (category: string): CountryEvent => ({
    type: 'NoNomineeDeclared',
    data: { cycleId, iso2: 'TH', category, reason: 'Nobody applied.' },
  });
  const none = noneIn('private');
  const { judging: policy } = sampleDefinition();
  const result = tally({ rubric: rubricOf(sampleDefinition(), 'ngo'), policy, entries: [], sheets: [] });
  const sealed: PanelEvent[] = [
    panelFormed('TH-ngo'),
    { type: 'AssignmentReleased', data: { cycleId, group: 'TH-ngo', pairs: [], round: 'main' } },
    { type: 'ScoringClosed', data: { cycleId, group: 'TH-ngo', because: 'all-finished' } },
    {
      type: 'TallySealed',
      data: { cycleId, group: 'TH-ngo', definitionHash: '0'.repeat(64), sheets: [], result },
    },
  ];
  const screened = [closed('nomination'), closed('screening')];
  const judging = (...events: CountryEvent[]) =>
    given(country, ...screened, ...events).guard('cycle', ...cycleIn('judging'));
  const deciding = (...events: CountryEvent[]) =>
    given(country, ...screened, ...events, closed('judging')).guard('cycle', ...cycleIn('judging'));
  const at = { at: moments.judging };

  it('closes judging when the panels of what was forwarded have sealed their tallies, whoever asks', () => {
    for (const role of ['process', 'approver'] as const)
      judging(signed('ngo'), none)
        .guard('panel/TH-ngo', ...sealed)
        .when(close('judging'), { ...at, role })
        .then(closed('judging', 'panels-done'));
  });

  it('closes the decision when they have signed it', () => {
    deciding(signed('ngo'), none)
      .guard('panel/TH-ngo', ...signedPanel('TH-ngo', []))
      .when(close('decision'), at)
      .then(closed('decision', 'panels-done'));
    deciding(signed('ngo'), none)
      .guard('panel/TH-ngo', panelFormed('TH-ngo'), ...decisionSigned('TH-ngo', []).slice(0, 1))
      .when(close('decision'), at)
      .refused('panels-not-done', { groups: ['TH-ngo'] });
  });

  it('waits for every panel, also for one that is not formed', () => {
    const half = judging(signed('ngo'), signed('private')).guard('panel/TH-ngo', ...sealed);
    half.when(close('judging'), at).refused('panels-not-done', { groups: ['TH-private'] });
    half
      .when(close('judging'), { ...at, role: 'process' })
      .refused('not-due', { dueAt: Date.parse(timetable.judging.closesAt) });
    half
      .guard('panel/TH-private', ...sealed.slice(0, 3))
      .when(close('judging'), at)
      .refused('panels-not-done', { groups: ['TH-private'] });
  });

  it('closes at the instant all the same', () => {
    judging(signed('ngo')).when(close('judging'), { at: timetable.judging.closesAt }).then(closed('judging'));
  });

  it('closes at once for a country that has declared that it forwards nobody', () => {
    const nobody = [noneIn('ngo'), none];
    judging(...nobody)
      .when(close('judging'), at)
      .then(closed('judging', 'panels-done'));
    deciding(...nobody)
      .when(close('decision'), at)
      .then(closed('decision', 'panels-done'));
  });

  it('waits where screening ended with a category neither signed nor declared: what was forwarded there is judged', () => {
    for (const history of [[none], []]) {
      const groups = history.length === 0 ? ['TH-ngo', 'TH-private'] : ['TH-ngo'];
      judging(...history)
        .when(close('judging'), at)
        .refused('panels-not-done', { groups });
      judging(...history)
        .when(close('judging'), { ...at, role: 'process' })
        .refused('not-due', { dueAt: Date.parse(timetable.judging.closesAt) });
    }
  });
});

describe('the phase of a country', () => {
  const phaseOf = (cycle: CycleEvent[], ...events: CountryEvent[]) => {
    const state = cycle.reduce(cycleFold.evolve, cycleFold.initial);
    if (state.status === 'none') throw new Error('The cycle is not planned.');
    return countryPhase(state, events.reduce(countryFold.evolve, countryFold.initial));
  };
  const ahead = [closed('nomination'), closed('screening'), closed('judging'), closed('decision')];

  it('is the first that neither it nor the cycle has closed', () => {
    expect(phaseOf([plannedCycle()])).toBe(null);
    expect(phaseOf(cycleIn('nomination'))).toBe('nomination');
    expect(phaseOf(cycleIn('nomination'), closed('nomination'))).toBe('screening');
    expect(phaseOf(cycleIn('judging'), closed('nomination'))).toBe('judging');
  });

  it("is none once it has closed all that it runs, and then the cycle's own", () => {
    expect(phaseOf(cycleIn('nomination'), ...ahead)).toBe(null);
    expect(phaseOf(cycleIn('decision'), ...ahead)).toBe(null);
    expect(phaseOf([...decidedCycle(), phaseOpened('endorsement', null)], ...ahead)).toBe('endorsement');
  });

  it('is none where judging is regional and the country has closed its screening, until judging opens', () => {
    const both = [closed('nomination'), closed('screening')];
    expect(phaseOf(cycleIn('nomination', regional), ...both)).toBe(null);
    expect(phaseOf(cycleIn('judging', regional), ...both)).toBe('judging');
  });

  it('is, where judging is regional, the one that follows as soon as the one before is closed for all', () => {
    const both = [closed('nomination'), closed('screening')];
    expect(phaseOf([...cycleIn('screening', regional), phaseClosed('screening')], ...both)).toBe('judging');
    expect(phaseOf([...cycleIn('judging', regional), phaseClosed('judging')], ...both)).toBe('decision');
    expect(phaseOf([...cycleIn('decision', regional), phaseClosed('decision')], ...both)).toBe(null);
  });
});
