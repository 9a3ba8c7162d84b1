// After a rejection: objected to in time, upheld, or undone by somebody who had no part in it.
import { describe, it } from 'vitest';
import type { CountryEvent } from '../../domain/country/messages.ts';
import type { CycleEvent } from '../../domain/cycle/messages.ts';
import { nomination } from '../../domain/nomination/decider.ts';
import type { NominationCommand, NominationEvent } from '../../domain/nomination/messages.ts';
import { given } from '../support/given.ts';
import {
  allPassed,
  approver,
  askedFor,
  checkRecorded,
  nominationCorrected,
  nominationDisqualified,
  nominationForwarded,
  nominationReadmitted,
  nominationRejected,
  nominationReturned,
  nominationSubmitted,
  nominationWithdrawn,
  objectUntil,
  openlyRejected,
  rejectionObjected,
  rejectionProposed,
  screener,
  subject,
} from '../support/nomination-samples.ts';
import { cycleIn, ids, moments, panelFormed } from '../support/samples.ts';

const { nominationId } = subject;
const at = moments.screening;
const objector = ids.person(2);
const byApplicant = { at, role: 'applicant', actor: objector } as const;
const bySecretariat = { at, role: 'secretariat', actor: ids.person(1) } as const;
const byApprover = { at, role: 'approver', actor: approver } as const;

const object = (reason = 'The certificate is attached.'): NominationCommand => ({
  type: 'ObjectToRejection',
  data: { nominationId, reason },
});
const uphold: NominationCommand = { type: 'UpholdRejection', data: { nominationId, reason: 'It had expired.' } };
const upheld: NominationEvent = {
  type: 'RejectionUpheld',
  data: { ...subject, reason: 'It had expired.', by: ids.person(1) },
};
const readmit: NominationCommand = {
  type: 'ReadmitNomination',
  data: { nominationId, reason: 'The certificate is valid.' },
};

const rejected = [nominationSubmitted(), rejectionProposed(), openlyRejected()];
const objected = [...rejected, rejectionObjected()];
const lapsed = [nominationSubmitted(), nominationReturned(), openlyRejected('not-corrected')];
const readmitted = [...objected, nominationReadmitted];
const screening = (...events: NominationEvent[]) =>
  given(nomination, ...events).guard('cycle', ...cycleIn('screening'));
const judging = (...events: NominationEvent[]) => given(nomination, ...events).guard('cycle', ...cycleIn('judging'));
const signed: CountryEvent = {
  type: 'ForwardingSigned',
  data: {
    ...{ cycleId: ids.cycle, iso2: 'TH', category: 'ngo', nominations: [ids.nomination(2)] },
    signature: { kind: 'in-person' },
  },
};

describe('ObjectToRejection', () => {
  it('is made until the instant that the rejection names', () => {
    screening(...rejected)
      .when(object(), byApplicant)
      .then(rejectionObjected())
      .notAfter(objectUntil);
    screening(...rejected)
      .when(object(), { ...byApplicant, at: objectUntil })
      .accepted();
    screening(...rejected)
      .when(object(), { ...byApplicant, at: '2025-03-21T17:00:00.000Z' })
      .refused('objection-too-late', { closedAt: objectUntil });
  });

  it('is made of a correction that lapsed, too', () => {
    screening(...lapsed)
      .when(object(), byApplicant)
      .then(rejectionObjected());
  });

  it('is not possible where a rejection names no instant, as before there were objections', () => {
    screening(nominationSubmitted(), rejectionProposed(), nominationRejected())
      .when(object(), byApplicant)
      .refused('objection-too-late', { closedAt: null });
  });

  it('has as much more time as the cycle was suspended for', () => {
    const pause: CycleEvent[] = [
      { type: 'CycleSuspended', data: { cycleId: ids.cycle, reason: 'A flood.', at: '2025-03-17T00:00:00.000Z' } },
      {
        type: 'CycleResumed',
        data: {
          ...{ cycleId: ids.cycle, reason: 'It is over.', moves: [], stages: [] },
          ...{ suspendedAt: '2025-03-17T00:00:00.000Z', resumedAt: '2025-03-24T00:00:00.000Z' },
        },
      },
    ];
    given(nomination, ...rejected)
      .guard('cycle', ...cycleIn('screening'), ...pause)
      .when(object(), { ...byApplicant, at: '2025-03-27T00:00:00.000Z' })
      .then(rejectionObjected())
      .notAfter('2025-03-28T16:59:59.000Z');
  });

  it('changes nothing when it is made again, and is refused with another reason', () => {
    screening(...objected)
      .when(object(), byApplicant)
      .nothing();
    screening(...objected)
      .when(object('Something else.'), byApplicant)
      .refused('objection-open');
  });

  it('is refused once the objection was settled', () => {
    screening(...objected, upheld)
      .when(object(), byApplicant)
      .refused('objection-settled');
  });

  it.each<[string, NominationEvent[]]>([
    ['submitted', [nominationSubmitted()]],
    ['submitted', readmitted],
    ['rejection-proposed', [nominationSubmitted(), rejectionProposed()]],
    ['withdrawn', [nominationSubmitted(), nominationWithdrawn()]],
    ['disqualified', [nominationSubmitted(), nominationDisqualified({ wasForwarded: false })]],
  ])('is refused where nothing is rejected: %s', (status, history) => {
    for (const command of [object(), uphold])
      screening(...history)
        .when(command, byApplicant)
        .refused('not-rejected', { status });
  });
});

describe('UpholdRejection', () => {
  it('settles an objection, once', () => {
    screening(...objected)
      .when(uphold, bySecretariat)
      .then(upheld);
    screening(...objected, upheld)
      .when(uphold, bySecretariat)
      .nothing();
  });

  it('is refused where nobody has objected', () => {
    screening(...rejected)
      .when(uphold, bySecretariat)
      .refused('no-objection');
  });
});

describe('ReadmitNomination', () => {
  it('sends it back to its desk, on an objection', () => {
    screening(...objected)
      .when(readmit, bySecretariat)
      .then(nominationReadmitted);
    screening(...readmitted)
      .when(readmit, bySecretariat)
      .nothing();
  });

  it('needs no objection where a correction lapsed', () => {
    screening(...lapsed)
      .when(readmit, bySecretariat)
      .then(nominationReadmitted);
    screening(...rejected)
      .when(readmit, bySecretariat)
      .refused('no-objection', { objectUntil });
  });

  it('is refused once the objection was settled', () => {
    screening(...objected, upheld)
      .when(readmit, bySecretariat)
      .refused('objection-settled');
  });

  it('is refused where nothing is rejected', () => {
    screening(nominationSubmitted()).when(readmit, bySecretariat).refused('not-rejected', { status: 'submitted' });
  });

  it('keeps the checks of the version', () => {
    const before = [nominationSubmitted(), ...allPassed(), rejectionProposed(ids.person(6)), openlyRejected()];
    screening(...before, rejectionObjected(), nominationReadmitted)
      .when({ type: 'ForwardNomination', data: { nominationId } }, byApprover)
      .then(nominationForwarded());
  });

  it('may come after the close of screening: it is seen to its end then', () => {
    const forward: NominationCommand = { type: 'ForwardNomination', data: { nominationId } };
    const late = { at: moments.judging } as const;
    judging(...objected)
      .when(readmit, { ...bySecretariat, ...late })
      .then(nominationReadmitted);
    judging(...readmitted, ...allPassed())
      .when(forward, { ...byApprover, ...late })
      .then(nominationForwarded());
  });

  it('lets the desk give it back once more after the close, for it has had no time to be corrected', () => {
    const giveBack: NominationCommand = { type: 'ReturnNomination', data: { nominationId, messages: askedFor } };
    const late = { at: moments.judging, role: 'screener', actor: screener } as const;
    judging(...lapsed, nominationReadmitted)
      .when(giveBack, late)
      .accepted();
    judging(...lapsed, nominationReadmitted, nominationReturned(), nominationCorrected())
      .when(giveBack, late)
      .refused('phase-not-open', { phase: 'judging' });
  });

  it('is refused once the category is signed or the panel formed', () => {
    screening(...objected)
      .guard('country', signed)
      .when(readmit, bySecretariat)
      .refused('category-signed');
    judging(...objected)
      .guard('panel/TH-ngo', panelFormed())
      .when(readmit, { ...bySecretariat, at: moments.judging })
      .refused('panel-formed', { group: 'TH-ngo' });
  });
});

describe.each([
  ['UpholdRejection', uphold],
  ['ReadmitNomination', readmit],
])('%s', (_type, command) => {
  it.each([
    ['proposed', screener],
    ['confirmed', approver],
  ])('is never an act of who %s the rejection', (_part, actor) => {
    screening(...objected)
      .when(command, { ...bySecretariat, actor })
      .refused('own-rejection');
  });

  it('is never an act of who recorded a check', () => {
    const own = checkRecorded('in-time', { by: ids.person(1) });
    screening(nominationSubmitted(), own, rejectionProposed(), openlyRejected(), rejectionObjected())
      .when(command, bySecretariat)
      .refused('own-checks');
  });
});
