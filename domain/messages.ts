// The words that commands of several aggregates share: ids, instants, reasons, signatures.
import { z } from 'zod';
import { countryPhases, phases, stages } from './phases.ts';

export const Id = z.uuid();
export const Iso2 = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 country code such as TH');
export const Key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
export const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'must be a language tag such as en or th');
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal');
/** A moment, with its offset: 2023-11-21T09:30:00+08:00. */
export const Instant = z.iso.datetime({ offset: true });
/** A moment, or a bare date that means 23:59:59 of that day in the governing zone. */
export const CutOff = z.union([Instant, z.iso.date()], 'must be an instant with offset, or a date');
export const Duration = z.iso.duration();
export const Zone = z
  .string()
  .regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/, 'must be an IANA time zone such as Asia/Singapore');
export const KnownZone = Zone.refine(isKnownZone, 'is no time zone that is known here');

export function isKnownZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}

export const Reason = z.string().trim().min(3).max(1000);
/** A text in several languages, by language tag; at least one. */
export const Texts = z
  .record(Language, z.string().trim().min(1).max(2000))
  .refine((texts) => Object.keys(texts).length > 0, 'must be given in at least one language');
/** Who signed a letter, as the letter says it. */
export const Signatory = z.strictObject({
  office: z.string().trim().min(2).max(200),
  name: z.string().trim().min(2).max(200),
});
/** A signed letter that was scanned: its SHA-256, its reference and date, and whose it is. */
export const Letter = z.strictObject({
  letter: Sha256,
  reference: z.string().trim().min(1).max(200),
  date: z.iso.date('must be a date such as 2026-03-31'),
  signatory: Signatory,
});
/** How an act is signed: at the desk, or on behalf of a signatory with the signed letter attached. */
export const Signature = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('in-person') }),
  Letter.extend({ kind: z.literal('on-behalf') }),
]);
export type Letter = z.infer<typeof Letter>;
export type Signature = z.infer<typeof Signature>;
/** What the record keeps of a letter: the office in words, the name by its id alone. Older ones lack date and signatory. */
export type KeptLetter = {
  letter: string;
  reference: string;
  date?: string;
  signatory?: { office: string; signatoryId: string };
};
export type KeptSignature = { kind: 'in-person' } | ({ kind: 'on-behalf' } & KeptLetter);
export type Texts = z.infer<typeof Texts>;

/** A command as a decider gets it; an event as a decider makes it. */
export type Message<Type extends string, Data> = { type: Type; data: Data };

export const Phase = z.enum(phases);
export type Phase = z.infer<typeof Phase>;
export const CountryPhase = z.enum(countryPhases);
export type CountryPhase = z.infer<typeof CountryPhase>;
export const Stage = z.enum(stages);
export type Stage = z.infer<typeof Stage>;

/** A laureate or runner-up as a signed decision names it. `laureateId` is the nomination's id. */
export type Winner = {
  laureateId: string;
  group: string;
  country: string;
  category: string;
  organisation: Texts;
  place: 'laureate' | 'runner-up';
  /** 1 for the first of its place. */
  order: number;
};
