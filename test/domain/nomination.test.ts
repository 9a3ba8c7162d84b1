// A nomination in the hands of those who put it forward: submitted, corrected, withdrawn; and the slot it takes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountryEvent } from '../../domain/country/messages.ts';
import type { CycleEvent } from '../../domain/cycle/messages.ts';
import { cycleFold } from '../../domain/cycle/state.ts';
import { Refusal } from '../../domain/decider.ts';
import { quotaOf } from '../../domain/definition-queries.ts';
import { nomination } from '../../domain/nomination/decider.ts';
import type { NominationCommand, NominationEvent, Submitted } from '../../domain/nomination/messages.ts';
import { given } from '../support/given.ts';
import {
  allPassed,
  checkRecorded,
  content,
  correctBy,
  nominationCorrected,
  nominationForwarded,
  nominationRejected,
  nominationReturned,
  nominationSubmitted,
  nominationWithdrawn,
  rejectionProposed,
  subject,
} from '../support/nomination-samples.ts';
import {
  cycleIn,
  decidedCycle,
  ids,
  moments,
  phaseClosed,
  plannedCycle,
  sampleDefinition,
  timetable,
} from '../support/samples.ts';

const { nominationId } = subject;
const thai = { cycleId: ids.cycle, iso2: 'TH' };
const signed: CountryEvent = {
  type: 'ForwardingSigned',
  data: { ...thai, category: 'ngo', nominations: [nominationId], signature: { kind: 'in-person' } },
};
const noNominee: CountryEvent = {
  type: 'NoNomineeDeclared',
  data: { ...thai, category: 'ngo', reason: 'Nobody applied.' },
};

const submit = (changes: Partial<Submitted & typeof subject> = {}): NominationCommand => ({
  type: 'SubmitNomination',
  data: { ...subject, ...content(), ...changes },
});
const correct = (version = 2, changes: Partial<Submitted> = {}): NominationCommand => ({
  type: 'CorrectNomination',
  data: { nominationId, ...content(version, changes) },
});
const withdraw: NominationCommand = {
  type: 'WithdrawNomination',
  data: { nominationId, reason: 'The project has ended.' },
};

const nominating = (...events: NominationEvent[]) =>
  given(nomination, ...events).guard('cycle', ...cycleIn('nomination'));
const screening = (...events: NominationEvent[]) =>
  given(nomination, ...events).guard('cycle', ...cycleIn('screening'));
const submitted = nominationSubmitted();
const returned = [submitted, nominationReturned()];

describe('every command of a nomination', () => {
  const all: NominationCommand[] = [
    correct(),
    withdraw,
    { type: 'RecordCheck', data: { nominationId, item: 'in-time', outcome: 'passed', note: '' } },
    { type: 'ReturnNomination', data: { nominationId, messages: [] } },
    { type: 'RejectNomination', data: { nominationId, reason: 'Not registered.' } },
    { type: 'ForwardNomination', data: { nominationId } },
  ];

  it.each(all)('$type is refused for what was never submitted', (command) => {
    given(nomination).when(command).refused('nomination-unknown');
  });

  it.each([submit(), ...all])('$type is refused unless the cycle is running, with the country in it', (command) => {
    const history = command.type === 'SubmitNomination' ? [] : [submitted];
    const cycle = cycleIn('nomination');
    const asked = given(nomination, ...history);
    asked.when(command).refused('cycle-unknown');
    asked
      .guard('cycle', ...cycle, { type: 'CycleCancelled', data: { cycleId: ids.cycle, reason: 'Not this year.' } })
      .when(command)
      .refused('cycle-cancelled');
    asked
      .guard('cycle', ...decidedCycle(), { type: 'CycleArchived', data: { cycleId: ids.cycle } })
      .when(command)
      .refused('cycle-archived');
    asked
      .guard('cycle', plannedCycle(sampleDefinition(), { countries: ['MM', 'SG'] }))
      .when(command)
      .refused('country-not-entitled', { countries: ['MM', 'SG'] });
  });
});

describe('SubmitNomination', () => {
  it("submits the first version until the country's nominations close", () => {
    nominating().when(submit()).then(submitted).notAfter(timetable.nomination.closesAt);
    nominating()
      .guard('country', {
        type: 'CountryTimetableSet',
        data: { ...thai, closesAt: { nomination: '2025-02-10T16:59:59.000Z' } },
      })
      .when(submit())
      .then(submitted)
      .notAfter('2025-02-10T16:59:59.000Z');
  });

  it('changes nothing with the same content', () => {
    nominating(submitted).when(submit()).nothing();
    nominating(submitted)
      .when(submit({ draftVersion: 7 }))
      .nothing();
  });

  it('replaces what was submitted, as a version of its own and without its checks', () => {
    for (const changes of [
      { dossier: 'd'.repeat(64) },
      { files: [] },
      { files: ['e'.repeat(64)] },
      { organisationId: ids.organisation(2) },
    ])
      nominating(submitted)
        .when(submit(changes))
        .then({ type: 'NominationSubmitted', data: { ...subject, ...content(1, changes), version: 2 } });
    nominating(submitted, nominationSubmitted(2)).when(submit()).then(nominationSubmitted(3, content()));
  });

  it('is refused before nominations open and after they close, for the cycle or for the country', () => {
    given(nomination)
      .guard('cycle', plannedCycle())
      .when(submit(), { at: moments.before })
      .refused('phase-not-open', { phase: null });
    screening().when(submit(), { at: moments.screening }).refused('phase-not-open', { phase: 'screening' });
    nominating()
      .guard('country', {
        type: 'CountryPhaseClosed',
        data: { ...thai, phase: 'nomination', because: 'approver' },
      })
      .when(submit())
      .refused('phase-not-open', { phase: 'screening' });
  });

  it('is refused too late, though the phase is not closed yet', () => {
    nominating()
      .when(submit(), { at: '2025-03-01T00:00:00.001Z' })
      .refused('too-late', { closedAt: timetable.nomination.closesAt });
  });

  it('is refused in a category that the award does not have, or that the country has closed', () => {
    nominating()
      .when(submit({ category: 'sports' }))
      .refused('category-unknown', { categories: ['ngo', 'private'] });
    nominating().guard('country', noNominee).when(submit()).refused('category-without-nominee');
    nominating().guard('country', signed).when(submit()).refused('category-signed');
  });

  it('is refused under another cycle, country or category', () => {
    const now = { cycleId: ids.cycle, country: 'TH', category: 'ngo' };
    for (const changes of [{ country: 'SG' }, { category: 'private' }, { cycleId: ids.forum }])
      nominating(submitted).when(submit(changes)).refused('nomination-exists', now);
  });

  it.each<[string, NominationEvent[]]>([
    ['returned', returned],
    ['rejection-proposed', [submitted, rejectionProposed()]],
    ['rejected', [submitted, nominationRejected()]],
    ['withdrawn', [submitted, nominationWithdrawn()]],
    ['forwarded', [submitted, nominationForwarded()]],
  ])('is refused once it is %s', (status, history) => {
    nominating(...history)
      .when(submit())
      .refused('nomination-closed', { status });
  });

  it('does not replace a correction', () => {
    screening(...returned, nominationCorrected())
      .when(submit(content(2)), { at: moments.screening })
      .refused('phase-not-open', { phase: 'screening' });
  });
});

describe('CorrectNomination', () => {
  const at = moments.screening;

  it('answers a return until its instant, as a version of its own', () => {
    screening(...returned)
      .when(correct(), { at })
      .then(nominationCorrected())
      .notAfter(correctBy);
  });

  it('stays before the same category, whatever the draft says of it', () => {
    const command = { type: 'CorrectNomination' as const, data: { ...content(2), ...subject, category: 'private' } };
    screening(...returned)
      .when(command, { at })
      .then(nominationCorrected());
  });

  it('may follow the close of screening', () => {
    given(nomination, ...returned)
      .guard('cycle', ...cycleIn('judging'))
      .when(correct(), { at: correctBy })
      .then(nominationCorrected());
  });

  it('starts without checks, and changes nothing when it is repeated', () => {
    const again = [submitted, ...allPassed(), nominationReturned(), nominationCorrected()];
    screening(...again)
      .when(correct(), { at })
      .nothing();
    screening(...again)
      .when({ type: 'ForwardNomination', data: { nominationId } }, { at })
      .refused('checks-missing', { missing: ['in-time', 'registered'], failed: [] });
  });

  it('is refused too late', () => {
    screening(...returned)
      .when(correct(), { at: '2025-03-28T16:59:59.001Z' })
      .refused('too-late', { closedAt: correctBy });
  });

  it.each<[string, NominationEvent[]]>([
    ['submitted', [submitted]],
    ['submitted', [...returned, nominationCorrected()]],
    ['rejected', [...returned, nominationRejected('not-corrected')]],
    ['withdrawn', [...returned, nominationWithdrawn()]],
    ['forwarded', [submitted, nominationForwarded()]],
  ])('is refused while it is %s', (status, history) => {
    screening(...history)
      .when(correct(3), { at })
      .refused('not-returned', { status });
  });
});

describe('WithdrawNomination', () => {
  it('ends a nomination that is not decided, in any phase, once', () => {
    for (const history of [[submitted], returned, [submitted, rejectionProposed()]])
      for (const cycle of [cycleIn('nomination'), cycleIn('screening'), cycleIn('judging')])
        given(nomination, ...history)
          .guard('cycle', ...cycle)
          .when(withdraw)
          .then(nominationWithdrawn());
    nominating(submitted, nominationWithdrawn()).when(withdraw).nothing();
  });

  it('gives back the slot of what was forwarded, before screening is closed', () => {
    screening(submitted, nominationForwarded()).when(withdraw).then(nominationWithdrawn(true));
  });

  it('is refused for what was forwarded once screening is closed, for the cycle or for the country', () => {
    given(nomination, submitted, nominationForwarded())
      .guard('cycle', ...cycleIn('judging'))
      .when(withdraw)
      .refused('judging-begun', { phase: 'judging' });
    screening(submitted, nominationForwarded())
      .guard('country', {
        type: 'CountryPhaseClosed',
        data: { ...thai, phase: 'screening', because: 'all-signed' },
      })
      .when(withdraw)
      .refused('judging-begun', { phase: 'judging' });
    given(nomination, submitted, nominationForwarded())
      .guard('cycle', ...cycleIn('screening'), phaseClosed('screening'))
      .when(withdraw)
      .refused('judging-begun', { phase: 'judging' });
  });

  it('is refused for what is rejected', () => {
    screening(submitted, nominationRejected()).when(withdraw).refused('nomination-closed', { status: 'rejected' });
  });
});

const stateOf = (history: NominationEvent[]) => history.reduce(nomination.evolve, nomination.initial);

/** The history once a command was asked, refused or not. */
function historyAfter(history: NominationEvent[], command: NominationCommand, actor: string, of: CycleEvent[]) {
  const guards = { cycle: of.reduce(cycleFold.evolve, cycleFold.initial) };
  const meta = { commandId: ids.command, actor, role: 'approver', at: new Date(moments.nomination) } as const;
  try {
    return [...history, ...nomination.decide(command, stateOf(history), guards, meta).events];
  } catch (error) {
    if (error instanceof Refusal) return history;
    throw error;
  }
}

describe('the quota', () => {
  const slotOf = (event: NominationEvent) => nomination.capacity?.(event);
  const key = `forward/${ids.cycle}/TH/ngo`;

  it('is one slot less with a forwarding, and one more when that is withdrawn', () => {
    expect(slotOf(nominationForwarded())).toEqual({ key, delta: 1, full: 'quota-full' });
    expect(slotOf(nominationWithdrawn(true))).toEqual({ key, delta: -1, full: 'quota-full' });
  });

  it('is left alone by everything else', () => {
    const others = [...returned, nominationCorrected(), ...allPassed(), rejectionProposed(), nominationRejected()];
    for (const event of [...others, nominationWithdrawn()]) expect(slotOf(event)).toBeUndefined();
  });

  it('has a row for each country and category of the plan, as wide as the definition says', () => {
    const { capacities, definition } = plannedCycle().data;
    expect(capacities).toContainEqual({ key, cap: quotaOf(definition, 'TH', 'ngo') });
  });

  /** Whatever is asked of a nomination, in whatever order, it never holds other than no slot or one. */
  it('is held exactly while a nomination is forwarded', () => {
    const commands: NominationCommand[] = [
      submit(),
      submit({ dossier: 'd'.repeat(64) }),
      correct(),
      withdraw,
      { type: 'RecordCheck', data: { nominationId, item: 'in-time', outcome: 'passed', note: '' } },
      { type: 'RecordCheck', data: { nominationId, item: 'registered', outcome: 'passed', note: '' } },
      { type: 'ReturnNomination', data: { nominationId, messages: [{ field: 'name', message: 'Misspelt.' }] } },
      { type: 'RejectNomination', data: { nominationId, reason: 'Not registered.' } },
      { type: 'ForwardNomination', data: { nominationId } },
    ];
    const step = fc.record({
      command: fc.constantFrom(...commands),
      actor: fc.constantFrom(ids.person(3), ids.person(4)),
      phase: fc.constantFrom(cycleIn('nomination'), cycleIn('screening'), cycleIn('judging')),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let history: NominationEvent[] = [submitted, checkRecorded('in-time')];
        for (const { command, actor, phase } of steps) history = historyAfter(history, command, actor, phase);
        const held = history.reduce((sum, event) => sum + (slotOf(event)?.delta ?? 0), 0);
        const { status } = stateOf(history);
        expect(held).toBe(status === 'forwarded' ? 1 : 0);
      }),
    );
  });
});
