// What is asked of a nomination, and what happened to it.
import { z } from 'zod';
import { Key, type Message, Reason, Sha256, type Texts } from '../messages.ts';

/** Over HTTP a submission names the draft's version that the person saw; the server adds what the draft holds. */
export const SubmitNomination = z.strictObject({ draftVersion: z.int().min(1) });
export const CorrectNomination = z.strictObject({ draftVersion: z.int().min(1) });
export const WithdrawNomination = z.strictObject({ reason: Reason });
export const RecordCheck = z.strictObject({
  item: Key,
  outcome: z.enum(['passed', 'failed']),
  note: z.string().trim().max(1000).default(''),
});
export const ReturnNomination = z.strictObject({
  messages: z
    .array(z.strictObject({ field: z.string().trim().min(1).max(100), message: Reason }))
    .min(1)
    .max(100),
});
export const RejectNomination = z.strictObject({ reason: Reason });
export const ForwardNomination = z.strictObject({});
export const VerifyDossier = z.strictObject({ note: z.string().trim().max(1000).default('') });
export const ReturnToCountry = ReturnNomination.extend({ reason: Reason });
export const AnswerReturn = z.strictObject({ draftVersion: z.int().min(1) });
export const ObjectToRejection = z.strictObject({ reason: Reason });
export const UpholdRejection = z.strictObject({ reason: Reason });
export const ReadmitNomination = z.strictObject({ reason: Reason });
/** `letter` names the scanned letter that it rests on, where there is one. */
export const DisqualifyNomination = z.strictObject({ reason: Reason, letter: Sha256.optional() });
export const AmendNomination = z.strictObject({
  /** A slip of the pen is put right at once; what a judge may weigh needs the leave of who leads the panel. */
  kind: z.enum(['clerical', 'substantive']),
  draftVersion: z.int().min(1),
  reason: Reason,
});
export const AllowAmendment = z.strictObject({});
export const RefuseAmendment = z.strictObject({ reason: Reason });
/** What the secretariat has looked at: the checks before forwarding and signing, or a proposed rejection. */
export const RecordCounterCheck = z.strictObject({ subject: z.enum(['forwarding', 'rejection']), reason: Reason });
export const AnswerConsent = z.strictObject({
  given: z.boolean(),
  note: z.string().trim().max(1000).default(''),
});

/** A file under the key of the attachment that it answers. */
export type Document = { fileId: string; hash: string; field: string };

/** What a submitted form amounts to in the record: hashes and public names, never its text. */
export type Submitted = {
  organisationId: string;
  organisation: Texts;
  title: Texts;
  dossier: string;
  files: string[];
  /** The same files one by one; left out of what was submitted before files could be uploaded. */
  documents?: Document[];
  draftVersion: number;
};
/** A file whose bytes have come. `cutOff` is when the form had to be in; null while that is open. */
export type Arrived = Document & {
  kind: 'attachment' | 'supporting-letter';
  registeredAt: string;
  arrivedAt: string;
  cutOff: string | null;
};
/** What is to be corrected, by the key of a field, an attachment or a checklist item. */
export type FieldMessage = z.infer<typeof ReturnNomination>['messages'][number];
export type AmendmentKind = z.infer<typeof AmendNomination>['kind'];
type Of<Schema extends z.ZodType> = z.infer<Schema> & { nominationId: string };
/** That the record shows an award within the waiting period, by the time it was asked: the checklist's item, and until which edition. */
export type Waits = { waits?: { item: string; freeFrom: number } };
export type NominationCommand =
  | Message<
      'SubmitNomination',
      Submitted & { nominationId: string; cycleId: string; country: string; category: string }
    >
  | Message<'CorrectNomination', Submitted & { nominationId: string }>
  | Message<'WithdrawNomination', Of<typeof WithdrawNomination>>
  | Message<'RecordCheck', Of<typeof RecordCheck> & Waits>
  | Message<'ReturnNomination', Of<typeof ReturnNomination>>
  | Message<'RejectNomination', Of<typeof RejectNomination>>
  | Message<'ForwardNomination', { nominationId: string } & Waits>
  | Message<'VerifyDossier', Of<typeof VerifyDossier>>
  | Message<'ReturnToCountry', Of<typeof ReturnToCountry>>
  | Message<'AnswerReturn', Submitted & { nominationId: string }>
  | Message<'ObjectToRejection', Of<typeof ObjectToRejection>>
  | Message<'UpholdRejection', Of<typeof UpholdRejection>>
  | Message<'ReadmitNomination', Of<typeof ReadmitNomination>>
  | Message<'DisqualifyNomination', Of<typeof DisqualifyNomination>>
  | Message<'AmendNomination', Submitted & { nominationId: string; kind: AmendmentKind; reason: string }>
  | Message<'AllowAmendment', { nominationId: string }>
  | Message<'RefuseAmendment', Of<typeof RefuseAmendment>>
  | Message<'AttachDocument', Arrived & { nominationId: string }>
  /** `text` is the hash of the text that consent is asked to. */
  /** `officers`: how many people hold a role at the country's desk now. */
  | Message<'RecordCounterCheck', Of<typeof RecordCounterCheck> & { officers: number }>
  | Message<'RequestConsent', { nominationId: string; contact: string; text: string }>
  | Message<'ConfirmConsent', { nominationId: string; text: string; note: string }>
  | Message<'RefuseConsent', { nominationId: string; text: string; note: string }>;

type In<Data> = Data & { nominationId: string; cycleId: string; country: string; category: string };
export type NominationEvent =
  | Message<'NominationSubmitted', In<Submitted & { version: number }>>
  | Message<'NominationCorrected', In<Submitted & { version: number }>>
  /** `keepsSlot`: the category was signed already, so that nobody can follow. */
  | Message<'NominationWithdrawn', In<{ reason: string; wasForwarded: boolean; keepsSlot?: boolean }>>
  | Message<
      'CheckRecorded',
      In<{ version: number; item: string; outcome: 'passed' | 'failed'; note: string; by: string }>
    >
  | Message<'NominationReturned', In<{ messages: FieldMessage[]; correctBy: string; setAt?: string }>>
  | Message<'RejectionProposed', In<{ reason: string; by: string }>>
  /** `by` confirmed it; nobody did where a correction never came. */
  | Message<
      'NominationRejected',
      In<{ reason: string; because: 'screening' | 'not-corrected'; by?: string; objectUntil?: string; setAt?: string }>
    >
  | Message<'NominationForwarded', In<{ organisation: Texts; version: number; by: string }>>
  | Message<'RejectionObjected', In<{ reason: string; by: string }>>
  | Message<'RejectionUpheld', In<{ reason: string; by: string }>>
  | Message<'NominationReadmitted', In<{ reason: string; by: string }>>
  | Message<
      'NominationDisqualified',
      In<{ reason: string; letter: string | null; wasForwarded: boolean; keepsSlot: boolean; by: string }>
    >
  | Message<'AmendmentRequested', In<Submitted & { reason: string; by: string }>>
  | Message<'AmendmentRefused', In<{ reason: string; by: string }>>
  /** `by` asked for it; `allowedBy` gave leave to what is substantive. */
  | Message<
      'DossierAmended',
      In<Submitted & { version: number; kind: AmendmentKind; reason: string; by: string; allowedBy: string | null }>
    >
  | Message<'DossierVerified', In<{ version: number; note: string; by: string }>>
  | Message<
      'DossierReturned',
      In<{ version: number; messages: FieldMessage[]; reason: string; answerBy: string; by: string; setAt?: string }>
    >
  | Message<'ReturnAnswered', In<Submitted & { version: number }>>
  | Message<'DocumentAttached', In<Document & { kind: Arrived['kind']; version: number }>>
  | Message<'CounterChecked', In<{ version: number; subject: 'forwarding' | 'rejection'; reason: string; by: string }>>
  | Message<'ConsentRequested', In<{ contact: string; text: string }>>
  | Message<'ConsentConfirmed', In<{ by: string; text: string; note: string }>>
  | Message<'ConsentRefused', In<{ by: string; text: string; note: string }>>;
