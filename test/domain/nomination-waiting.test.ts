// An award within the waiting period: a check passes with a note, and a forwarding needs a check that was noted.
import { describe, it } from 'vitest';
import { nomination } from '../../domain/nomination/decider.ts';
import type { NominationCommand, NominationEvent } from '../../domain/nomination/messages.ts';
import { given } from '../support/given.ts';
import {
  allPassed,
  approver,
  checkRecorded,
  nominationSubmitted,
  screener,
  subject,
} from '../support/nomination-samples.ts';
import { cycleIn, moments } from '../support/samples.ts';

const { nominationId } = subject;
const waits = { item: 'registered', freeFrom: 7 };
const screening = (...history: NominationEvent[]) =>
  given(nomination, nominationSubmitted(), ...history).guard('cycle', ...cycleIn('screening'));
const at = { at: moments.screening, actor: screener, role: 'screener' } as const;
const approving = { at: moments.screening, actor: approver, role: 'approver' } as const;
const check = (outcome: 'passed' | 'failed', note = '', item = 'registered'): NominationCommand => ({
  type: 'RecordCheck',
  data: { nominationId, item, outcome, note, waits },
});
const forward: NominationCommand = { type: 'ForwardNomination', data: { nominationId, waits } };

describe('RecordCheck within the waiting period', () => {
  it('passes with a note, and never in silence', () => {
    screening().when(check('passed'), at).refused('waiting-period', waits);
    screening().when(check('passed', '   '), at).refused('waiting-period', waits);
    screening().when(check('passed', 'Waived by the meeting.'), at).accepted();
  });

  it('fails without one, and leaves the other checks alone', () => {
    screening().when(check('failed'), at).accepted();
    screening()
      .when(check('passed', '', 'in-time'), at)
      .accepted();
  });
});

describe('ForwardNomination within the waiting period', () => {
  it('is refused while the check passed in silence', () => {
    screening(...allPassed())
      .when(forward, approving)
      .refused('waiting-period', waits);
  });

  it('is accepted once the check says why', () => {
    const noted = checkRecorded('registered', { note: 'Waived by the meeting.' });
    screening(...allPassed(), noted)
      .when(forward, approving)
      .accepted();
  });
});
