// The ceremony's rules: its plan and order, who receives, and when an award is conferred.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceremony } from '../../domain/ceremony/decider.ts';
import type { CeremonyCommand, CeremonyEvent, How, Mode } from '../../domain/ceremony/messages.ts';
import { byProtocol, runningOrder } from '../../domain/ceremony/running-order.ts';
import type { CycleEvent } from '../../domain/cycle/messages.ts';
import type { Winner } from '../../domain/messages.ts';
import type { PanelEvent } from '../../domain/panel/messages.ts';
import { given } from '../support/given.ts';
import { awardConferred, ceremonyPlanned, receiverNamed } from '../support/register-samples.ts';
import {
  decidedCycle,
  endorsementConcluded,
  endorsementRequested,
  ids,
  sampleDefinition,
  signedPanel,
  winner,
} from '../support/samples.ts';

const [first, second, follower] = [ids.nomination(1), ids.nomination(2), ids.nomination(3)];
const runnerUp = winner(3, { place: 'runner-up' });
const singapore = winner(2, { group: 'SG-ngo', country: 'SG' });
const all: Winner[] = [winner(1), runnerUp, singapore];
const startsAt = '2025-08-01T05:00:00.000Z';
const after = '2025-08-01T06:00:00.000Z';
const base = { cycleId: ids.cycle, laureateId: first, group: 'TH-ngo' };

const endorsed: CycleEvent[] = [...decidedCycle(), endorsementRequested(all), endorsementConcluded(all)];
const panel: PanelEvent[] = signedPanel('TH-ngo', [winner(1), runnerUp]);
const declined: PanelEvent = { type: 'AwardDeclined', data: { ...base, reason: 'No capacity.' } };
const replaced: PanelEvent = {
  type: 'LaureateReplaced',
  data: { ...base, by: { ...runnerUp, place: 'laureate' }, reason: 'No capacity.' },
};

type Planning = Extract<CeremonyCommand, { type: 'PlanCeremony' }>['data'];
const plan = (changes: Partial<Planning> = {}): CeremonyCommand => ({
  type: 'PlanCeremony',
  data: {
    ...{
      cycleId: ids.cycle,
      startsAt,
      zone: 'Asia/Singapore',
      venue: { en: 'Sample hall' },
      mode: 'hybrid',
      order: [],
    },
    ...changes,
  },
});
type PlannedData = typeof ceremonyPlanned.data;
const planned = (changes: Partial<PlannedData> = {}): CeremonyEvent => ({
  ...ceremonyPlanned,
  data: { ...ceremonyPlanned.data, order: [second, first], ...changes },
});
const receive = (how: How, personId: string | null = ids.person(1)): CeremonyCommand => ({
  type: 'NameReceiver',
  data: { ...base, how, personId, office: 'President' },
});
const confer = (changes: object = {}): CeremonyCommand => ({ type: 'ConferAward', data: { ...base, ...changes } });
const inCycle = (...history: CeremonyEvent[]) => given(ceremony, ...history).guard('cycle', ...endorsed);
const withPanel = (...history: CeremonyEvent[]) => inCycle(...history).guard('panel', ...panel);

describe('PlanCeremony', () => {
  it('calls the laureates by protocol: countries in the order of the award, runners-up not at all', () => {
    inCycle().when(plan()).then(planned());
  });

  it('calls them as asked, and who is left out after them', () => {
    inCycle()
      .when(plan({ order: [first] }))
      .then(planned({ order: [first, second] }));
  });

  it('calls a runner-up who is named in it', () => {
    inCycle()
      .when(plan({ order: [follower] }))
      .then(planned({ order: [follower, second, first] }));
  });

  it('does nothing for the same plan, in whatever zone its instant is written', () => {
    inCycle(planned()).when(plan()).nothing();
    inCycle(planned())
      .when(plan({ startsAt: '2025-08-01T13:00:00+08:00' }))
      .nothing();
  });

  it('is a change from the second plan on', () => {
    inCycle(planned())
      .when(plan({ mode: 'in-person' }))
      .then(planned({ mode: 'in-person', first: false }));
  });

  it('is refused for an order that names a stranger, or one twice', () => {
    const allowed = { laureates: [first, follower, second] };
    inCycle()
      .when(plan({ order: [ids.nomination(9)] }))
      .refused('order-unsound', allowed);
    inCycle()
      .when(plan({ order: [first, first] }))
      .refused('order-unsound', allowed);
  });

  it('needs a venue where people come', () => {
    for (const mode of ['in-person', 'hybrid'] as const)
      inCycle()
        .when(plan({ venue: null, mode }))
        .refused('venue-missing', { mode });
    inCycle()
      .when(plan({ venue: null, mode: 'virtual' }))
      .accepted();
  });

  it('waits for the endorsement, and is no matter of a cycle that is cancelled or not there', () => {
    given(ceremony).when(plan()).refused('cycle-unknown');
    given(ceremony)
      .guard('cycle', ...decidedCycle())
      .when(plan())
      .refused('phase-order');
    const cancelled: CycleEvent = { type: 'CycleCancelled', data: { cycleId: ids.cycle, reason: 'No funds.' } };
    given(ceremony)
      .guard('cycle', ...endorsed, cancelled)
      .when(plan())
      .refused('cycle-cancelled');
  });

  it('is arranged while the cycle is suspended, and nothing is conferred', () => {
    const data = { cycleId: ids.cycle, reason: 'Floods.', at: '2025-07-20T00:00:00.000Z' };
    const paused: CycleEvent[] = [...endorsed, { type: 'CycleSuspended', data }];
    given(ceremony)
      .guard('cycle', ...paused)
      .when(plan())
      .accepted();
    const announced = given(ceremony, planned())
      .guard('cycle', ...paused)
      .guard('panel', ...panel);
    announced.when(receive('in-person')).accepted();
    announced.when(confer(), { at: after }).refused('cycle-suspended');
  });

  it('may follow the archive', () => {
    const archived: CycleEvent = { type: 'CycleArchived', data: { cycleId: ids.cycle } };
    given(ceremony)
      .guard('cycle', ...endorsed, archived)
      .when(plan())
      .accepted();
  });

  it('stands once an award was conferred', () => {
    inCycle(planned(), awardConferred)
      .when(plan({ mode: 'in-person' }))
      .refused('ceremony-begun');
    inCycle(planned(), awardConferred).when(plan()).nothing();
  });
});

describe('NameReceiver', () => {
  it('names who receives, once', () => {
    withPanel(planned()).when(receive('in-person')).then(receiverNamed);
    withPanel(planned(), receiverNamed).when(receive('in-person')).nothing();
    withPanel(planned(), receiverNamed)
      .when(receive('represented', ids.person(2)))
      .accepted();
  });

  it('needs a person unless the laureate is absent', () => {
    for (const how of ['in-person', 'remote', 'represented'] as const)
      withPanel(planned()).when(receive(how, null)).refused('receiver-missing', { how });
    withPanel(planned()).when(receive('absent')).refused('receiver-missing', { how: 'absent' });
    withPanel(planned()).when(receive('absent', null)).accepted();
  });

  it.each<[Mode, How]>([
    ['in-person', 'remote'],
    ['virtual', 'in-person'],
  ])('is refused in a ceremony that is %s for one who receives %s', (mode, how) => {
    withPanel(planned({ mode })).when(receive(how)).refused('mode-unfit', { mode });
  });

  it('waits for the plan, and ends with the award', () => {
    withPanel().when(receive('in-person')).refused('ceremony-not-planned');
    withPanel(planned(), awardConferred).when(receive('absent', null)).refused('award-conferred', { at: startsAt });
  });

  it('is for laureates alone', () => {
    inCycle(planned()).when(receive('in-person')).refused('not-laureate', { laureates: [] });
    inCycle(planned())
      .guard('panel', ...panel, declined)
      .when(receive('in-person'))
      .refused('not-laureate');
  });
});

describe('ConferAward', () => {
  it('is at the moment of the command, unless it names another one since the start', () => {
    const conferred = (at: string, how: How | null): CeremonyEvent => ({
      ...awardConferred,
      data: { ...awardConferred.data, at, how },
    });
    withPanel(planned()).when(confer(), { at: after }).then(conferred(after, null));
    withPanel(planned(), receiverNamed)
      .when(confer({ at: startsAt }), { at: after })
      .then(conferred(startsAt, 'in-person'));
  });

  it('is once', () => {
    withPanel(planned(), awardConferred).when(confer(), { at: after }).nothing();
  });

  it('is refused before the start, and for a time outside the ceremony', () => {
    const dueAt = new Date(startsAt).getTime();
    withPanel(planned()).when(confer(), { at: '2025-08-01T04:59:59.999Z' }).refused('not-due', { dueAt });
    for (const at of ['2025-08-01T04:00:00.000Z', '2025-08-01T07:00:00.000Z'])
      withPanel(planned())
        .when(confer({ at }), { at: after })
        .refused('outside-ceremony', { from: startsAt, until: after });
    withPanel().when(confer(), { at: after }).refused('ceremony-not-planned');
  });

  it('is for who is laureate now: the one who followed, not the one who declined', () => {
    const replacedPanel = [...panel, declined, replaced];
    inCycle(planned())
      .guard('panel', ...replacedPanel)
      .when(confer(), { at: after })
      .refused('not-laureate', { laureates: [follower] });
    inCycle(planned())
      .guard('panel', ...replacedPanel)
      .when(confer({ laureateId: follower }), { at: after })
      .accepted();
  });
});

describe('runningOrder', () => {
  const definition = sampleDefinition();
  const laureates = fc.uniqueArray(
    fc.record({
      laureateId: fc.uuid(),
      country: fc.constantFrom(...definition.countries.map(({ iso2 }) => iso2)),
      category: fc.constantFrom('ngo', 'private'),
      order: fc.integer({ min: 1, max: 3 }),
    }),
    { selector: ({ laureateId }) => laureateId, maxLength: 12 },
  );

  it('calls everyone once: the planned ones as planned, the others by protocol', () => {
    fc.assert(
      fc.property(laureates, fc.array(fc.nat(20)), (all, picks) => {
        const order = [...new Set(picks.flatMap((at) => all[at]?.laureateId ?? []))];
        const called = runningOrder(definition, order, all);
        expect(called.map(({ laureateId }) => laureateId).sort()).toEqual(
          all.map(({ laureateId }) => laureateId).sort(),
        );
        expect(called.slice(0, order.length).map(({ laureateId }) => laureateId)).toEqual(order);
        const others = called.slice(order.length);
        const compare = byProtocol(definition);
        expect(others.every((one, at) => at === 0 || compare(others[at - 1] ?? one, one) <= 0)).toEqual(true);
      }),
    );
  });
});
