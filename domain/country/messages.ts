// What is asked of one country's part in a cycle, and what happened to it.
import { z } from 'zod';
import {
  CountryPhase,
  CutOff,
  Id,
  type KeptSignature,
  Key,
  type Message,
  Reason,
  Sha256,
  Signature,
} from '../messages.ts';

export const SetCountryTimetable = z.strictObject({
  closesAt: z
    .partialRecord(CountryPhase, CutOff)
    .refine((all) => Object.keys(all).length > 0, 'must name at least one phase'),
});
/** Opens one step again for the country, in one category or in all, until its own end. */
export const GrantDispensation = z.strictObject({
  step: CountryPhase,
  category: Key.optional(),
  reason: Reason,
  /** Who decided it, and by what act. */
  authority: z.string().trim().min(3).max(200),
  until: CutOff,
});
export const CloseCountryPhase = z.strictObject({ phase: CountryPhase });
export const RankNominations = z.strictObject({ category: Key, order: z.array(Id).min(1).max(500) });
export const SignForwarding = z.strictObject({
  /** Left out: every category in which something is forwarded and nothing is signed yet. */
  category: Key.optional(),
  signature: Signature,
  /** The sheet as the signer saw it: of that category, or of all. */
  sheet: Sha256.optional(),
});
export const ConfirmForwardingSignature = z.strictObject({
  /** Left out: every category with a signature that waits. */
  category: Key.optional(),
});
export const DeclareNoNominee = z.strictObject({ category: Key, reason: Reason });

type Of<Schema extends z.ZodType> = z.infer<Schema> & { cycleId: string; iso2: string };
export type CountryCommand =
  | Message<'SetCountryTimetable', Of<typeof SetCountryTimetable>>
  | Message<'CloseCountryPhase', Of<typeof CloseCountryPhase>>
  | Message<'GrantDispensation', Of<typeof GrantDispensation>>
  | Message<'RankNominations', Of<typeof RankNominations>>
  /** `forwarded` is what the read model shows as forwarded, in that category or in all, in the order of submission. */
  | Message<
      'SignForwarding',
      Omit<Of<typeof SignForwarding>, 'signature'> & { signature: KeptSignature; forwarded: string[] }
    >
  | Message<'ConfirmForwardingSignature', Of<typeof ConfirmForwardingSignature> & { forwarded: string[] }>
  | Message<'DeclareNoNominee', Of<typeof DeclareNoNominee>>;

type In<Data> = Data & { cycleId: string; iso2: string };
export type CountryEvent =
  | Message<'CountryTimetableSet', In<{ closesAt: { [phase in CountryPhase]?: string }; setAt?: string }>>
  | Message<
      'CountryPhaseClosed',
      In<{ phase: CountryPhase; because: 'deadline' | 'approver' | 'all-signed' | 'panels-done' }>
    >
  | Message<
      'DispensationGranted',
      In<{
        step: CountryPhase;
        /** Null for all. */
        category: string | null;
        reason: string;
        authority: string;
        until: string;
        /** The panels that may go on by it, where the step is one of judging. */
        groups: string[];
        setAt?: string;
      }>
    >
  | Message<'NominationsRanked', In<{ category: string; order: string[] }>>
  /** By letter, and without effect until a second person confirms it. */
  | Message<
      'ForwardingSignatureRecorded',
      In<{ category: string; nominations: string[]; signature: KeptSignature; sheet: string; by: string }>
    >
  /** `by` recorded or gave the signature; a letter has who confirmed it, too. */
  | Message<
      'ForwardingSigned',
      In<{
        category: string;
        nominations: string[];
        signature: KeptSignature;
        sheet?: string;
        by?: string;
        confirmedBy?: string;
      }>
    >
  | Message<'NoNomineeDeclared', In<{ category: string; reason: string }>>;
