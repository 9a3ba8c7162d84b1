// What is asked of a nomination, and what happened to it.
import { z } from 'zod';
import { Key, type Message, Reason, type Texts } from '../messages.ts';

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

/** What a submitted form amounts to in the record: hashes and public names, never its text. */
export type Submitted = {
  organisationId: string;
  organisation: Texts;
  title: Texts;
  dossier: string;
  files: string[];
  draftVersion: number;
};
/** What is to be corrected, by the key of a field, an attachment or a checklist item. */
export type FieldMessage = z.infer<typeof ReturnNomination>['messages'][number];
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
  | Message<'AnswerReturn', Submitted & { nominationId: string }>;

type In<Data> = Data & { nominationId: string; cycleId: string; country: string; category: string };
export type NominationEvent =
  | Message<'NominationSubmitted', In<Submitted & { version: number }>>
  | Message<'NominationCorrected', In<Submitted & { version: number }>>
  | Message<'NominationWithdrawn', In<{ reason: string; wasForwarded: boolean }>>
  | Message<
      'CheckRecorded',
      In<{ version: number; item: string; outcome: 'passed' | 'failed'; note: string; by: string }>
    >
  | Message<'NominationReturned', In<{ messages: FieldMessage[]; correctBy: string; setAt?: string }>>
  | Message<'RejectionProposed', In<{ reason: string; by: string }>>
  | Message<'NominationRejected', In<{ reason: string; because: 'screening' | 'not-corrected' }>>
  | Message<'NominationForwarded', In<{ organisation: Texts; version: number; by: string }>>
  | Message<'DossierVerified', In<{ version: number; note: string; by: string }>>
  | Message<
      'DossierReturned',
      In<{ version: number; messages: FieldMessage[]; reason: string; answerBy: string; by: string }>
    >
  | Message<'ReturnAnswered', In<Submitted & { version: number }>>;
