// A decision that is signed by letter: without effect until a second person has seen the letter.
import { describe, it } from 'vitest';
import type { EventOf } from '../../domain/events.ts';
import type { KeptSignature } from '../../domain/messages.ts';
import { panel } from '../../domain/panel/decider.ts';
import type { PanelCommand, PanelEvent } from '../../domain/panel/messages.ts';
import { given } from '../support/given.ts';
import { clear, scoringClosed, scoringPanel, tallySealed } from '../support/judging-samples.ts';
import { cycleIn, ids, moments, timetable, winner } from '../support/samples.ts';

const about = { cycleId: ids.cycle, group: 'TH-ngo' };
const at = moments.decision;
const byChair = { at, role: 'chair', actor: ids.judge(1) } as const;
const byApprover = { at, role: 'approver', actor: ids.person(4) } as const;
const deciding = (...events: PanelEvent[]) => given(panel, ...events).guard('cycle', ...cycleIn('decision'));
const winners = [winner(1, { order: 1 })];
const sealed: PanelEvent[] = [...scoringPanel(), scoringClosed(), tallySealed(clear)];
const decided = (changes: Partial<EventOf<'DecisionRecorded'>['data']> = {}): PanelEvent => ({
  type: 'DecisionRecorded',
  data: {
    ...about,
    ...{ number: 1, outside: false, winners, reasons: 'As ranked.', source: null, minutes: null, by: ids.judge(1) },
    ...changes,
  },
});
const onBehalf: Extract<KeptSignature, { kind: 'on-behalf' }> = {
  ...{ kind: 'on-behalf', letter: 'a'.repeat(64), reference: 'Letter 7/2025', date: '2025-05-01' },
  signatory: { office: 'Director-General', signatoryId: ids.person(9) },
};
const recorded: PanelEvent = {
  type: 'DecisionSignatureRecorded',
  data: { ...about, number: 1, signature: onBehalf, by: ids.person(6) },
};
const signed = (changes: Partial<EventOf<'DecisionSigned'>['data']>): PanelEvent => ({
  type: 'DecisionSigned',
  data: { ...about, number: 1, winners, signature: onBehalf, by: ids.person(6), ...changes },
});
const confirm: PanelCommand = { type: 'ConfirmDecisionSignature', data: about };

describe('ConfirmDecisionSignature', () => {
  const ranked = [...sealed, decided()];
  const waiting = [...ranked, recorded];

  it('gives a letter its effect through a second person', () => {
    deciding(...waiting)
      .when(confirm, byApprover)
      .then(signed({ confirmedBy: ids.person(4) }))
      .notAfter(timetable.decision.closesAt);
    deciding(...waiting)
      .when(confirm, { ...byApprover, role: 'focal-point' })
      .refused('not-chair');
  });

  it('is refused to who recorded the letter, or the decision', () => {
    deciding(...waiting)
      .when(confirm, { ...byApprover, actor: ids.person(6) })
      .refused('second-person-needed');
    deciding(...waiting)
      .when(confirm, byChair)
      .refused('second-person-needed');
  });

  it('is refused where no letter waits, also after another decision; done again it changes nothing', () => {
    deciding(...ranked)
      .when(confirm, byApprover)
      .refused('no-signature-recorded');
    deciding(...waiting, decided({ number: 2, reasons: 'Again.' }))
      .when(confirm, byApprover)
      .refused('no-signature-recorded');
    deciding(...waiting, signed({}))
      .when(confirm, byApprover)
      .nothing();
    deciding(...sealed)
      .when(confirm, byApprover)
      .refused('not-decided');
  });
});
