// A nomination at its country's desk: checked, given back, rejected by two persons, forwarded.
import { describe, it } from 'vitest';
import type { CountryEvent } from '../../domain/country/messages.ts';
import { nomination } from '../../domain/nomination/decider.ts';
import type { FieldMessage, NominationCommand, NominationEvent } from '../../domain/nomination/messages.ts';
import { given } from '../support/given.ts';
import {
  allPassed,
  approver,
  askedFor,
  checkRecorded,
  correctBy,
  nominationCorrected,
  nominationForwarded,
  nominationRejected,
  nominationReturned,
  nominationSubmitted,
  nominationWithdrawn,
  openlyRejected,
  rejectionProposed,
  screener,
  secondApprover,
  subject,
} from '../support/nomination-samples.ts';
import { cycleIn, ids, moments, panelFormed, sampleDefinition, timetable } from '../support/samples.ts';

const { nominationId } = subject;
const thai = { cycleId: ids.cycle, iso2: 'TH' };
const at = moments.screening;
const byScreener = { at, role: 'screener', actor: screener } as const;
const byApprover = { at, role: 'approver', actor: approver } as const;
const byProcess = { at, role: 'process', actor: 'process:correction' } as const;
const late = '2025-04-01T00:00:00.001Z';

const check = (item: string, outcome: 'passed' | 'failed' = 'passed', note = ''): NominationCommand => ({
  type: 'RecordCheck',
  data: { nominationId, item, outcome, note },
});
const giveBack = (messages: FieldMessage[] = askedFor): NominationCommand => ({
  type: 'ReturnNomination',
  data: { nominationId, messages },
});
const reject = (reason = 'Not registered in the country.'): NominationCommand => ({
  type: 'RejectNomination',
  data: { nominationId, reason },
});
const forward: NominationCommand = { type: 'ForwardNomination', data: { nominationId } };

const submitted = nominationSubmitted();
const returned = [submitted, nominationReturned()];
const corrected = [...returned, nominationCorrected()];
const screening = (...events: NominationEvent[]) =>
  given(nomination, ...events).guard('cycle', ...cycleIn('screening'));
const judging = (...events: NominationEvent[]) => given(nomination, ...events).guard('cycle', ...cycleIn('judging'));
const signed: CountryEvent = {
  type: 'ForwardingSigned',
  data: { ...thai, category: 'ngo', nominations: [ids.nomination(2)], signature: { kind: 'in-person' } },
};
const noNominee: CountryEvent = {
  type: 'NoNomineeDeclared',
  data: { ...thai, category: 'ngo', reason: 'Nobody applied.' },
};
const checked = [submitted, ...allPassed()];

describe.each<[string, NominationCommand, NominationEvent[]]>([
  ['RecordCheck', check('in-time'), [submitted]],
  ['ReturnNomination', giveBack(), [submitted]],
  ['RejectNomination', reject(), [submitted]],
  ['ForwardNomination', forward, checked],
])('%s', (_type, command, history) => {
  it("is refused outside the country's screening", () => {
    given(nomination, ...history)
      .guard('cycle', ...cycleIn('nomination'))
      .when(command, { ...byApprover, at: moments.nomination })
      .refused('phase-not-open', { phase: 'nomination' });
    judging(...history)
      .when(command, { ...byApprover, at: moments.judging })
      .refused('phase-not-open', { phase: 'judging' });
    screening(...history)
      .guard('country', {
        type: 'CountryPhaseClosed',
        data: { ...thai, phase: 'screening', because: 'approver' },
      })
      .when(command, byApprover)
      .refused('phase-not-open', { phase: 'judging' });
  });

  it("is refused after the end of screening, the cycle's or the country's own", () => {
    screening(...history)
      .when(command, { ...byApprover, at: late })
      .refused('too-late', { closedAt: timetable.screening.closesAt });
    screening(...history)
      .guard('country', {
        type: 'CountryTimetableSet',
        data: { ...thai, closesAt: { screening: '2025-03-10T00:00:00.000Z' } },
      })
      .when(command, byApprover)
      .refused('too-late', { closedAt: '2025-03-10T00:00:00.000Z' });
  });

  it('is refused once the category is closed', () => {
    screening(...history)
      .guard('country', signed)
      .when(command, byApprover)
      .refused('category-signed');
    screening(...history)
      .guard('country', noNominee)
      .when(command, byApprover)
      .refused('category-without-nominee');
  });

  it('is refused once the nomination has left the desk', () => {
    const over: [string, NominationEvent][] = [['withdrawn', nominationWithdrawn()]];
    if (command.type !== 'RejectNomination') over.push(['rejected', nominationRejected()]);
    if (command.type !== 'ForwardNomination') over.push(['forwarded', nominationForwarded()]);
    for (const [status, event] of over)
      screening(...history, event)
        .when(command, byApprover)
        .refused('not-submitted', { status });
    if (command.type !== 'ReturnNomination')
      screening(...returned)
        .when(command, byApprover)
        .refused('not-submitted', { status: 'returned' });
  });
});

describe('RecordCheck', () => {
  it('records one item of the checklist on the present version', () => {
    screening(submitted)
      .when(check('in-time'), byScreener)
      .then(checkRecorded('in-time'))
      .notAfter(timetable.screening.closesAt);
    screening(submitted, nominationSubmitted(2))
      .when(check('registered', 'failed', 'No such number.'), byScreener)
      .then(checkRecorded('registered', { version: 2, outcome: 'failed', note: 'No such number.' }));
  });

  it('changes nothing when the same person says the same again', () => {
    screening(submitted, checkRecorded('in-time')).when(check('in-time'), byScreener).nothing();
  });

  it('records another outcome, another note, or another person', () => {
    const once = screening(submitted, checkRecorded('in-time'));
    once.when(check('in-time', 'failed'), byScreener).then(checkRecorded('in-time', { outcome: 'failed' }));
    once.when(check('in-time', 'passed', 'By post.'), byScreener).then(checkRecorded('in-time', { note: 'By post.' }));
    once.when(check('in-time'), byApprover).then(checkRecorded('in-time', { by: approver }));
  });

  it('is refused for what is not on the checklist', () => {
    screening(submitted)
      .when(check('handsome'), byScreener)
      .refused('checklist-item-unknown', { items: ['in-time', 'registered'] });
  });

  it('is possible while a rejection is proposed, for its second person to find otherwise', () => {
    screening(submitted, rejectionProposed())
      .when(check('in-time'), { ...byScreener, actor: secondApprover })
      .then(checkRecorded('in-time', { by: secondApprover }));
  });

  it('is possible for a correction after the close of screening, which then has no end', () => {
    judging(...corrected)
      .when(check('in-time'), { ...byScreener, at: moments.judging })
      .then(checkRecorded('in-time', { version: 2 }))
      .notAfter(undefined);
    judging(...corrected)
      .guard('country', noNominee)
      .when(check('in-time'), byScreener)
      .refused('category-without-nominee');
  });
});

describe('ReturnNomination', () => {
  it("gives time until the end of the tenth working day in the country's zone", () => {
    screening(submitted).when(giveBack(), byScreener).then(nominationReturned()).notAfter(timetable.screening.closesAt);
  });

  it("leaves out the country's holidays, and may end after the close of screening", () => {
    screening(submitted)
      .when(giveBack(), { ...byScreener, at: '2025-03-31T05:00:00.000Z' })
      .then(nominationReturned({ correctBy: '2025-04-16T16:59:59.000Z' }));
  });

  it('gives as many days as the cycle was planned with', () => {
    const definition = sampleDefinition('national', {
      timetable: { ...sampleDefinition().timetable, correctionWorkingDays: 1 },
    });
    given(nomination, submitted)
      .guard('cycle', ...cycleIn('screening', definition))
      .when(giveBack(), byScreener)
      .then(nominationReturned({ correctBy: '2025-03-17T16:59:59.000Z' }));
  });

  it('names fields, attachments and items of the checklist', () => {
    const messages = ['summary', 'certificate', 'registered'].map((field) => ({
      field,
      message: 'Please look again.',
    }));
    screening(submitted).when(giveBack(messages), byScreener).then(nominationReturned({ messages }));
    screening(submitted)
      .when(giveBack([...messages, { field: 'colour', message: 'Too red.' }]), byScreener)
      .refused('field-unknown', {
        fields: ['name', 'title', 'summary', 'contact', 'certificate', 'in-time', 'registered'],
      });
  });

  it('changes nothing when it is repeated, and is refused with other messages', () => {
    screening(...returned)
      .when(giveBack(), byScreener)
      .nothing();
    for (const messages of [
      [{ field: 'summary', message: 'Too short.' }],
      [...askedFor, { field: 'summary', message: 'Too short.' }],
    ])
      screening(...returned)
        .when(giveBack(messages), byScreener)
        .refused('already-returned', { correctBy });
  });

  it('is possible again for a correction, before the close of screening only', () => {
    screening(...corrected)
      .when(giveBack(), byScreener)
      .then(nominationReturned());
    judging(...corrected)
      .when(giveBack(), { ...byScreener, at: moments.judging })
      .refused('phase-not-open', { phase: 'judging' });
  });

  it('is refused while a rejection is proposed', () => {
    screening(submitted, rejectionProposed()).when(giveBack(), byScreener).refused('rejection-proposed');
  });
});

describe('RejectNomination', () => {
  const proposed = [submitted, rejectionProposed()];
  const roles = { roles: ['approver', 'secretariat'] };

  it('is proposed by one person, whoever screens', () => {
    screening(submitted).when(reject(), byScreener).then(rejectionProposed()).notAfter(timetable.screening.closesAt);
  });

  it('is confirmed by a second person, with the reason that was proposed', () => {
    for (const role of ['approver', 'secretariat'] as const)
      screening(...proposed)
        .when(reject('As proposed.'), { ...byApprover, role })
        .then(openlyRejected());
  });

  it('is open to an objection for as many working days as the cycle says', () => {
    const [planned, ...rest] = cycleIn('screening');
    if (planned?.type !== 'CyclePlanned') throw new Error('It is planned first.');
    const settings = { ...planned.data.settings, objectionWorkingDays: 2 };
    given(nomination, ...proposed)
      .guard('cycle', { ...planned, data: { ...planned.data, settings } }, ...rest)
      .when(reject(), byApprover)
      .then(openlyRejected('screening', '2025-03-18T16:59:59.000Z'));
  });

  it('may be confirmed after the close of screening', () => {
    judging(...proposed)
      .when(reject(), { ...byApprover, at: moments.judging })
      .then(openlyRejected('screening', '2025-04-22T16:59:59.000Z'));
  });

  it('is refused to one person twice, an approver too, and to a second screener', () => {
    screening(submitted, rejectionProposed(approver)).when(reject(), byApprover).refused('second-person-needed', roles);
    screening(...proposed)
      .when(reject(), { ...byScreener, actor: secondApprover })
      .refused('second-person-needed', roles);
  });

  it('is not confirmed by who recorded a check, on whichever version', () => {
    const own = checkRecorded('in-time', { by: approver });
    screening(submitted, own, rejectionProposed()).when(reject(), byApprover).refused('own-checks');
    screening(submitted, own, nominationReturned(), nominationCorrected(), rejectionProposed())
      .when(reject(), byApprover)
      .refused('own-checks');
  });

  it('changes nothing once it is rejected', () => {
    screening(...proposed, nominationRejected())
      .when(reject(), byApprover)
      .nothing();
  });

  it('ends a return that nobody answered, by its process and at its instant', () => {
    for (const [now, until] of [
      [correctBy, '2025-04-04T16:59:59.000Z'],
      [moments.judging, '2025-04-22T16:59:59.000Z'],
    ] as const)
      judging(...returned)
        .when(reject('Not registered in the country.'), { ...byProcess, at: now })
        .then(openlyRejected('not-corrected', until));
    screening(...returned)
      .when(reject(), byProcess)
      .refused('not-due', { dueAt: Date.parse(correctBy) });
    judging(...returned, nominationRejected('not-corrected'))
      .when(reject(), byProcess)
      .nothing();
  });

  it('is no act of a process where no correction is owed', () => {
    screening(submitted).when(reject(), byProcess).refused('not-returned', { status: 'submitted' });
    screening(...corrected)
      .when(reject(), byProcess)
      .refused('not-returned', { status: 'submitted' });
    screening(...returned, nominationWithdrawn())
      .when(reject(), byProcess)
      .refused('not-returned', { status: 'withdrawn' });
  });
});

describe('ForwardNomination', () => {
  it('puts a nomination with every check passed before its panel, once', () => {
    screening(...checked)
      .when(forward, byApprover)
      .then(nominationForwarded())
      .notAfter(timetable.screening.closesAt);
    screening(...checked, nominationForwarded())
      .when(forward, byApprover)
      .nothing();
  });

  it('is refused with a check missing or failed', () => {
    screening(submitted, checkRecorded('in-time'))
      .when(forward, byApprover)
      .refused('checks-missing', { missing: ['registered'], failed: [] });
    screening(...checked, checkRecorded('in-time', { outcome: 'failed' }))
      .when(forward, byApprover)
      .refused('checks-missing', { missing: [], failed: ['in-time'] });
  });

  it('counts the checks of the present version only', () => {
    screening(...checked, nominationReturned(), nominationCorrected())
      .when(forward, byApprover)
      .refused('checks-missing', { missing: ['in-time', 'registered'], failed: [] });
    screening(...checked, nominationReturned(), nominationCorrected(), ...allPassed(2))
      .when(forward, byApprover)
      .then(nominationForwarded(2));
  });

  it('is never an act of who recorded a check, though another person recorded it since', () => {
    screening(...checked)
      .when(forward, { ...byApprover, actor: screener })
      .refused('own-checks');
    screening(submitted, checkRecorded('in-time', { by: approver }), ...allPassed())
      .when(forward, byApprover)
      .refused('own-checks');
    const since = [nominationReturned(), nominationCorrected(), ...allPassed(2)];
    screening(submitted, checkRecorded('in-time', { by: approver }), ...since)
      .when(forward, byApprover)
      .refused('own-checks');
  });

  it('is possible against a proposed rejection, for a second person', () => {
    screening(...checked, rejectionProposed())
      .when(forward, byApprover)
      .then(nominationForwarded());
  });

  it('is possible for a correction after the close of screening, until its panel is formed', () => {
    const late = [...corrected, ...allPassed(2)];
    const by = { ...byApprover, at: moments.judging };
    judging(...late)
      .when(forward, by)
      .then(nominationForwarded(2))
      .notAfter(undefined);
    judging(...late)
      .guard('panel/TH-ngo', panelFormed('TH-ngo'))
      .when(forward, by)
      .refused('panel-formed', { group: 'TH-ngo' });
    given(nomination, ...late)
      .guard('cycle', ...cycleIn('judging', sampleDefinition('regional')))
      .guard('panel/ngo', panelFormed('ngo'))
      .when(forward, by)
      .refused('panel-formed', { group: 'ngo' });
  });
});
