// A Thai nomination for the NGO category at each step of its way, which tests of nominations start from.
import type { EventOf } from '../../domain/events.ts';
import type { NominationEvent, Submitted } from '../../domain/nomination/messages.ts';
import { ids } from './samples.ts';

export const subject = { nominationId: ids.nomination(1), cycleId: ids.cycle, country: 'TH', category: 'ngo' };
export const [screener, approver, secondApprover] = [ids.person(3), ids.person(4), ids.person(5)];

/** The content of version `number`, with a dossier of its own. */
export const content = (number = 1, changes: Partial<Submitted> = {}): Submitted => ({
  organisationId: ids.organisation(1),
  organisation: { en: 'Sample organisation 1', th: 'องค์กรตัวอย่าง 1' },
  title: { en: 'Water for the hills' },
  dossier: String(number).repeat(64).slice(0, 64),
  files: ['f'.repeat(64)],
  draftVersion: number,
  ...changes,
});

export const nominationSubmitted = (version = 1, changes: Partial<Submitted> = {}): EventOf<'NominationSubmitted'> => ({
  type: 'NominationSubmitted',
  data: { ...subject, ...content(version, changes), version },
});

export const nominationCorrected = (version = 2): EventOf<'NominationCorrected'> => ({
  type: 'NominationCorrected',
  data: { ...subject, ...content(version), version },
});

/** The samples of one check: by the screener, on the first version, passed, unless changed. */
export const checkRecorded = (
  item: string,
  changes: Partial<EventOf<'CheckRecorded'>['data']> = {},
): EventOf<'CheckRecorded'> => ({
  type: 'CheckRecorded',
  data: { ...subject, version: 1, item, outcome: 'passed', note: '', by: screener, ...changes },
});

/** Every item of the checklist passed. */
export const allPassed = (version = 1): NominationEvent[] => [
  checkRecorded('in-time', { version }),
  checkRecorded('registered', { version }),
];

/** What the sample return asks for. */
export const askedFor = [{ field: 'certificate', message: 'The scan cannot be read.' }];
/** Ten working days after the fifteenth of March 2025, a Saturday. */
export const correctBy = '2025-03-28T16:59:59.000Z';

export const nominationReturned = (
  changes: Partial<EventOf<'NominationReturned'>['data']> = {},
): EventOf<'NominationReturned'> => ({
  type: 'NominationReturned',
  data: { ...subject, messages: askedFor, correctBy, ...changes },
});

export const rejectionProposed = (by = screener): EventOf<'RejectionProposed'> => ({
  type: 'RejectionProposed',
  data: { ...subject, reason: 'Not registered in the country.', by },
});

export const nominationRejected = (
  because: EventOf<'NominationRejected'>['data']['because'] = 'screening',
  reason = 'Not registered in the country.',
): EventOf<'NominationRejected'> => ({ type: 'NominationRejected', data: { ...subject, reason, because } });

/** Rejected by two persons, open to an objection. */
export const objectUntil = '2025-03-21T16:59:59.000Z';
export const openlyRejected = (
  because: EventOf<'NominationRejected'>['data']['because'] = 'screening',
  until = objectUntil,
): EventOf<'NominationRejected'> => ({
  type: 'NominationRejected',
  data: {
    ...nominationRejected(because).data,
    ...(because === 'screening' && { by: approver }),
    objectUntil: until,
  },
});

export const rejectionObjected = (reason = 'The certificate is attached.'): EventOf<'RejectionObjected'> => ({
  type: 'RejectionObjected',
  data: { ...subject, reason, by: ids.person(2) },
});

export const nominationReadmitted: EventOf<'NominationReadmitted'> = {
  type: 'NominationReadmitted',
  data: { ...subject, reason: 'The certificate is valid.', by: ids.person(1) },
};

export const nominationDisqualified = (
  changes: Partial<EventOf<'NominationDisqualified'>['data']> = {},
): EventOf<'NominationDisqualified'> => ({
  type: 'NominationDisqualified',
  data: {
    ...{ ...subject, reason: 'The report was forged.', letter: null, wasForwarded: true, keepsSlot: false },
    by: ids.person(1),
    ...changes,
  },
});

export const amendmentRequested = (version = 2): EventOf<'AmendmentRequested'> => ({
  type: 'AmendmentRequested',
  data: { ...subject, ...content(version), reason: 'A later report.', by: ids.person(2) },
});

export const dossierAmended = (
  version = 2,
  changes: Partial<EventOf<'DossierAmended'>['data']> = {},
): EventOf<'DossierAmended'> => ({
  type: 'DossierAmended',
  data: {
    ...{ ...subject, ...content(version), version, kind: 'substantive', reason: 'A later report.' },
    ...{ by: ids.person(2), allowedBy: ids.judge(1) },
    ...changes,
  },
});

export const nominationForwarded = (version = 1, by = approver): EventOf<'NominationForwarded'> => ({
  type: 'NominationForwarded',
  data: { ...subject, organisation: content().organisation, version, by },
});

export const nominationWithdrawn = (wasForwarded = false): EventOf<'NominationWithdrawn'> => ({
  type: 'NominationWithdrawn',
  data: { ...subject, reason: 'The project has ended.', wasForwarded },
});

export const dossierVerified = (version = 1, note = ''): EventOf<'DossierVerified'> => ({
  type: 'DossierVerified',
  data: { ...subject, version, note, by: ids.person(1) },
});

/** Ten working days after the fifth of June 2025, a Thursday. */
export const answerBy = '2025-06-19T16:59:59.000Z';

export const dossierReturned = (
  changes: Partial<EventOf<'DossierReturned'>['data']> = {},
): EventOf<'DossierReturned'> => ({
  type: 'DossierReturned',
  data: {
    ...subject,
    version: 1,
    messages: askedFor,
    reason: 'A page is missing.',
    answerBy,
    by: ids.person(1),
    ...changes,
  },
});

export const returnAnswered = (version = 2): EventOf<'ReturnAnswered'> => ({
  type: 'ReturnAnswered',
  data: { ...subject, ...content(version), version },
});

/** The hash of a text that consent is asked to. */
export const consentText = 'c'.repeat(64);
/** The certificate of the first version. */
export const certificate = { fileId: ids.proposal(3), hash: 'f'.repeat(64), field: 'certificate' };
export const documentAttached = (
  changes: Partial<EventOf<'DocumentAttached'>['data']> = {},
): EventOf<'DocumentAttached'> => ({
  type: 'DocumentAttached',
  data: { ...subject, version: 1, ...certificate, kind: 'attachment', ...changes },
});
