// The counter-check of a country with one officer: what it makes possible, and for how long.
import { describe, it } from 'vitest';
import type { EventOf } from '../../domain/events.ts';
import { nomination } from '../../domain/nomination/decider.ts';
import type { NominationCommand, NominationEvent } from '../../domain/nomination/messages.ts';
import { given } from '../support/given.ts';
import {
  allPassed,
  nominationForwarded,
  nominationSubmitted,
  nominationWithdrawn,
  rejectionProposed,
  screener,
  subject,
} from '../support/nomination-samples.ts';
import { cycleIn, ids, moments } from '../support/samples.ts';

const { nominationId } = subject;
const reason = 'Only one officer serves in this country.';
const at = moments.screening;
const bySecretariat = { at, role: 'secretariat', actor: ids.person(9) } as const;
const alone = { at, role: 'approver', actor: screener } as const;
type Subject = 'forwarding' | 'rejection';
const check = (what: Subject = 'forwarding', officers = 1): NominationCommand => ({
  type: 'RecordCounterCheck',
  data: { nominationId, subject: what, reason, officers },
});
const checked = (what: Subject = 'forwarding', version = 1): EventOf<'CounterChecked'> => ({
  type: 'CounterChecked',
  data: { ...subject, version, subject: what, reason, by: ids.person(9) },
});
const forward: NominationCommand = { type: 'ForwardNomination', data: { nominationId } };
const reject: NominationCommand = { type: 'RejectNomination', data: { nominationId, reason: 'As before.' } };
const screening = (...events: NominationEvent[]) =>
  given(nomination, nominationSubmitted(), ...events).guard('cycle', ...cycleIn('screening'));

describe('RecordCounterCheck', () => {
  it('is recorded of the present version, with its reason', () => {
    screening(...allPassed())
      .when(check(), bySecretariat)
      .then(checked());
    screening(rejectionProposed()).when(check('rejection'), bySecretariat).then(checked('rejection'));
    screening(...allPassed(), nominationForwarded())
      .when(check(), bySecretariat)
      .then(checked());
  });

  it('changes nothing when it is repeated', () => {
    screening(...allPassed(), checked())
      .when(check(), bySecretariat)
      .nothing();
  });

  it('is refused where the country has more than one officer', () => {
    screening(...allPassed())
      .when(check('forwarding', 2), bySecretariat)
      .refused('not-single-officer', { officers: 2 });
  });

  it('is refused to one who recorded a check', () => {
    screening(...allPassed())
      .when(check(), { ...bySecretariat, actor: screener })
      .refused('own-checks');
  });

  it('is refused where nothing waits for a second person', () => {
    screening().when(check('rejection'), bySecretariat).refused('not-to-counter-check', { status: 'submitted' });
    screening(nominationWithdrawn()).when(check(), bySecretariat).refused('not-to-counter-check');
  });
});

describe('the only officer', () => {
  it('forwards what they checked themselves once it is counter-checked, and not before', () => {
    screening(...allPassed())
      .when(forward, alone)
      .refused('own-checks');
    screening(...allPassed(), checked())
      .when(forward, alone)
      .then(nominationForwarded(1, screener));
  });

  it('needs another counter-check for another version', () => {
    screening(...allPassed(), checked(), nominationSubmitted(2), ...allPassed(2))
      .when(forward, alone)
      .refused('own-checks');
  });

  it('confirms the own rejection once it is counter-checked, and not before', () => {
    screening(rejectionProposed()).when(reject, alone).refused('second-person-needed');
    screening(rejectionProposed(), checked('rejection')).when(reject, alone).accepted();
    screening(checked('forwarding'), rejectionProposed()).when(reject, alone).refused('second-person-needed');
  });

  it('needs another counter-check for another proposal', () => {
    screening(rejectionProposed(), checked('rejection'), rejectionProposed())
      .when(reject, alone)
      .refused('second-person-needed');
  });
});
