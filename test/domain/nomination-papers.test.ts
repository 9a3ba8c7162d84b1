// A nomination's papers: files that arrive in time, and the consent of its nominee.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../domain/decider.ts';
import { arrivesBy } from '../../domain/nomination/arriving.ts';
import { nomination } from '../../domain/nomination/decider.ts';
import type { Arrived, NominationCommand, NominationEvent } from '../../domain/nomination/messages.ts';
import { given } from '../support/given.ts';
import {
  allPassed,
  approver,
  certificate,
  consentText,
  content,
  documentAttached,
  nominationForwarded,
  nominationReturned,
  nominationSubmitted,
  nominationWithdrawn,
  subject,
} from '../support/nomination-samples.ts';
import { cycleIn, ids, moments, plannedCycle, sampleDefinition, timetable } from '../support/samples.ts';

const { nominationId } = subject;
const submitted = nominationSubmitted(1, { documents: [certificate] });
const cutOff = timetable.nomination.closesAt;
const before = '2025-02-28T23:00:00.000Z';
const hoursLater = (hours: number) => new Date(Date.parse(cutOff) + hours * 3_600_000).toISOString();
const attach = (changes: Partial<Arrived> = {}): NominationCommand => ({
  type: 'AttachDocument',
  data: {
    ...{ nominationId, ...certificate, kind: 'attachment', registeredAt: before, arrivedAt: before, cutOff },
    ...changes,
  },
});
const at = moments.screening;
const byProcess = { at, role: 'process', actor: 'process:uploads' } as const;
const byNominee = { at, role: 'nominee', actor: ids.person(8) } as const;
const byApplicant = { at, role: 'applicant', actor: ids.person(1) } as const;
const byApprover = { at, role: 'approver', actor: approver } as const;

/** The sample cycle while it screens, with another form. */
function cycleWith(form: Partial<ReturnType<typeof sampleDefinition>['form']>, countries?: object) {
  const definition = sampleDefinition();
  const changed = { ...definition, form: { ...definition.form, ...form }, ...countries };
  return cycleIn('screening').map((event) =>
    event.type === 'CyclePlanned' ? { ...event, data: { ...plannedCycle().data, definition: changed } } : event,
  );
}
const screening = (cycle = cycleIn('screening'), ...events: NominationEvent[]) =>
  given(nomination, ...events).guard('cycle', ...cycle);
const required = cycleWith({
  attachments: sampleDefinition().form.attachments.map((attachment) => ({ ...attachment, required: true })),
});
const consenting = cycleWith({ consent: { required: true, text: { en: 'We agree.' } } });
const forward: NominationCommand = { type: 'ForwardNomination', data: { nominationId } };

describe('AttachDocument', () => {
  const here = screening(undefined, submitted);
  it('puts on record what has come', () => {
    here.when(attach(), byProcess).then(documentAttached());
  });
  it('says so once', () => {
    screening(undefined, submitted, documentAttached()).when(attach(), byProcess).nothing();
  });
  it('is accepted within the grace, to its last instant', () => {
    here.when(attach({ arrivedAt: hoursLater(24) }), byProcess).accepted();
  });
  it('is refused after the grace', () => {
    const closedAt = hoursLater(24);
    const arrivedAt = '2025-03-02T00:00:00.001Z';
    here.when(attach({ arrivedAt }), byProcess).refused('too-late', { closedAt });
  });
  it('is refused for what was registered after the cut-off', () => {
    here.when(attach({ registeredAt: hoursLater(1), arrivedAt: hoursLater(2) }), byProcess).refused('too-late');
  });
  it('is accepted without end while nominations are open', () => {
    here.when(attach({ cutOff: null, arrivedAt: hoursLater(1_000) }), byProcess).accepted();
  });
  it('counts the grace from the end of a return that it was registered before', () => {
    const late = { registeredAt: hoursLater(48), arrivedAt: '2025-03-29T16:59:59.000Z' };
    screening(undefined, submitted, nominationReturned()).when(attach(late), byProcess).accepted();
    const later = { ...late, arrivedAt: '2025-03-29T16:59:59.001Z' };
    screening(undefined, submitted, nominationReturned()).when(attach(later), byProcess).refused('too-late');
  });
  it('is refused for a file that was not submitted', () => {
    here.when(attach({ fileId: ids.proposal(4) }), byProcess).refused('document-unknown');
  });
  it('is accepted after the forwarding for a file of the form', () => {
    screening(undefined, submitted, nominationForwarded()).when(attach(), byProcess).accepted();
  });
  it('is accepted after the forwarding for a file of an amendment, which follows its registration', () => {
    const data = { ...subject, version: 2, kind: 'clerical', reason: 'A better scan.', by: ids.person(1) } as const;
    const fresh = { ...certificate, fileId: ids.proposal(4) };
    const amended: NominationEvent = {
      type: 'DossierAmended',
      data: { ...content(2), ...data, allowedBy: null, documents: [fresh] },
    };
    const there = screening(undefined, submitted, nominationForwarded(), amended);
    const times = { registeredAt: hoursLater(500), arrivedAt: hoursLater(501) };
    there.when(attach({ ...fresh, ...times }), byProcess).accepted();
    there.when(attach({ ...fresh, ...times, arrivedAt: hoursLater(525) }), byProcess).refused('too-late');
  });
  it('is refused after the forwarding for a supporting letter', () => {
    const letter = attach({ kind: 'supporting-letter', fileId: ids.proposal(4) });
    here.when(letter, byProcess).accepted();
    screening(undefined, submitted, nominationForwarded()).when(letter, byProcess).refused('nomination-closed');
  });
  it('is refused for a nomination that was withdrawn', () => {
    screening(undefined, submitted, nominationWithdrawn()).when(attach(), byProcess).refused('nomination-closed');
  });
  it('is refused where there is no nomination', () => {
    given(nomination).when(attach(), byProcess).refused('nomination-unknown');
  });
});

describe('arrivesBy', () => {
  const minutes = fc.integer({ min: 0, max: 1_000_000 }).map((minute) => new Date(minute * 60_000));
  it('is never before the grace after an instant that the file was registered by, and refuses every other file', () => {
    fc.assert(
      fc.property(minutes, minutes, fc.option(minutes), (registeredAt, end, correctBy) => {
        const ends = [end, correctBy].filter((instant) => instant !== null && registeredAt <= instant);
        const ask = () => arrivesBy({ registeredAt, cutOff: end, correctBy, amending: false }, 'PT24H', 'Asia/Bangkok');
        if (ends.length === 0) {
          expect(ask).toThrow(Refusal);
          return;
        }
        const latest = Math.max(...ends.map((instant) => Number(instant)));
        expect(ask()?.getTime()).toBe(latest + 86_400_000);
      }),
    );
  });
});

describe('ForwardNomination', () => {
  const ready = [submitted, ...allPassed()];
  it('waits for the required files', () => {
    screening(required, ...ready)
      .when(forward, byApprover)
      .refused('documents-missing', { fields: ['certificate'] });
    screening(required, ...ready, documentAttached())
      .when(forward, byApprover)
      .accepted();
  });
  it('does not wait for the others', () => {
    screening(undefined, ...ready)
      .when(forward, byApprover)
      .accepted();
  });
  it('waits for each of several files of a required attachment', () => {
    const second = { ...certificate, fileId: ids.proposal(4), hash: 'e'.repeat(64) };
    const both = nominationSubmitted(1, { documents: [certificate, second] });
    screening(required, both, ...allPassed(), documentAttached())
      .when(forward, byApprover)
      .refused('documents-missing');
  });
  it('takes a supporting letter for the attachment that it was asked for', () => {
    const none = nominationSubmitted(1, { documents: [], files: [] });
    const letter = documentAttached({ fileId: ids.proposal(4), kind: 'supporting-letter' });
    screening(required, none, ...allPassed())
      .when(forward, byApprover)
      .refused('documents-missing');
    screening(required, none, ...allPassed(), letter)
      .when(forward, byApprover)
      .accepted();
  });
  it('takes what was submitted before files could be uploaded as it is', () => {
    screening(required, nominationSubmitted(), ...allPassed())
      .when(forward, byApprover)
      .accepted();
  });
  it('keeps what has come when a new version names the same file', () => {
    const again = nominationSubmitted(2, { documents: [certificate] });
    screening(required, submitted, documentAttached(), again, ...allPassed(2))
      .when(forward, byApprover)
      .accepted();
  });
  it('waits for consent where the award requires it', () => {
    const answers = [asked, refused, agreed];
    const since = (...events: NominationEvent[]) =>
      screening(consenting, ...ready, ...events).when(forward, byApprover);
    since().refused('consent-missing', { answer: 'not-asked' });
    since(...answers.slice(0, 1)).refused('consent-missing', { answer: 'asked' });
    since(...answers.slice(0, 2)).refused('consent-missing', { answer: 'refused' });
    since(...answers).accepted();
  });
});

const said = { ...subject, text: consentText, note: '' };
const asked: NominationEvent = {
  type: 'ConsentRequested',
  data: { ...subject, contact: byNominee.actor, text: consentText },
};
const agreed: NominationEvent = { type: 'ConsentConfirmed', data: { ...said, by: byNominee.actor } };
const refused: NominationEvent = { type: 'ConsentRefused', data: { ...said, by: byNominee.actor } };
const request: NominationCommand = {
  type: 'RequestConsent',
  data: { nominationId, contact: byNominee.actor, text: consentText },
};
const confirm: NominationCommand = { type: 'ConfirmConsent', data: { nominationId, text: consentText, note: '' } };
const refuse: NominationCommand = { type: 'RefuseConsent', data: { nominationId, text: consentText, note: '' } };

describe('consent', () => {
  it('is asked for, and again while there is no answer', () => {
    screening(consenting, submitted).when(request, byApplicant).then(asked);
    screening(consenting, submitted, asked).when(request, byApplicant).accepted();
    screening(consenting, submitted, asked, refused).when(request, byApplicant).accepted();
  });
  it('is not asked for where it is given', () => {
    screening(consenting, submitted, agreed).when(request, byApplicant).refused('consent-given');
  });
  it('is given and refused by the nominee, who may think again', () => {
    screening(consenting, submitted, asked).when(confirm, byNominee).then(agreed);
    screening(consenting, submitted, agreed).when(refuse, byNominee).then(refused);
    screening(consenting, submitted, agreed).when(confirm, byNominee).nothing();
  });
  it('is settled by the forwarding', () => {
    const there = screening(consenting, submitted, agreed, nominationForwarded());
    for (const command of [request, refuse]) there.when(command, byNominee).refused('nomination-closed');
  });
  it('is not asked for where the award has no text for it', () => {
    const { consent: _none, ...form } = sampleDefinition().form;
    const silent = cycleIn('screening').map((event) =>
      event.type === 'CyclePlanned'
        ? { ...event, data: { ...event.data, definition: { ...event.data.definition, form } } }
        : event,
    );
    for (const command of [request, confirm, refuse])
      screening(silent, submitted).when(command, byNominee).refused('consent-not-asked');
  });
  it('is recorded by the applicant only where organisations nominate themselves', () => {
    screening(consenting, submitted).when(confirm, byApplicant).refused('consent-by-nominee');
    const { countries } = sampleDefinition();
    const own = cycleWith(
      { consent: { required: true, text: { en: 'We agree.' } } },
      { countries: countries.map((country) => ({ ...country, selfNomination: true })) },
    );
    screening(own, submitted).when(confirm, byApplicant).accepted();
  });
  it('stays when the nomination is replaced', () => {
    const again = nominationSubmitted(2, { documents: [certificate] });
    screening(consenting, submitted, agreed, again, ...allPassed(2))
      .when(forward, byApprover)
      .accepted();
  });
});
