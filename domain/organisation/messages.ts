// What is asked of an organisation in the register, and what happened to it.
import { z } from 'zod';
import { Id, Iso2, Key, type Message, Reason, Texts } from '../messages.ts';

const Line = z.string().trim().min(1).max(300);
/** The number under which a register of a state knows it. */
export const Registration = z.strictObject({
  number: z.string().trim().min(1).max(60),
  registrar: z.string().trim().min(1).max(160).nullable().default(null),
  country: Iso2,
});
/** Names are told apart by language, and by script where a language is written in several: th, th-Latn. */
export const RegisterOrganisation = z.strictObject({
  country: Iso2,
  names: Texts,
  registration: Registration.nullable().default(null),
});
export const RecordRegistration = z.strictObject({ registration: Registration });
export const RenameOrganisation = z.strictObject({
  names: Texts,
  /** From when the new name holds, where that is known. */
  since: z.iso.date().nullable().default(null),
  reason: Reason,
});
export const MergeOrganisations = z.strictObject({ into: Id, reason: Reason });
export const SeparateOrganisation = z.strictObject({ reason: Reason });
export const DistinguishOrganisation = z.strictObject({ notTheSame: z.array(Id).min(1).max(50) });

/** What is known of an award given before this system kept the record; null is: not stated. */
export const HistoricLaureate = z.strictObject({
  award: Key,
  edition: z.int().min(1).max(1000).nullable(),
  year: z.int().min(1900).max(2200).nullable(),
  country: Iso2,
  category: Key,
  /** Whether the source gives the category, or it was concluded; the note says from what. */
  basis: z.enum(['stated', 'inferred']),
  /** As the source prints it, where it was put into another encoding here. */
  printed: Line.nullable().default(null),
  note: z.string().trim().min(1).max(1000).nullable().default(null),
  sources: z.array(Line).min(1).max(20),
});

export type Registration = z.infer<typeof Registration>;
export type HistoricLaureate = z.infer<typeof HistoricLaureate>;
type Of<Schema extends z.ZodType> = z.infer<Schema> & { organisationId: string };
/** `award`: whose record it came by. `nominationId`: the nomination that it is known from, if by one. */
type Origin = { award: string; nominationId: string | null };
/** The nomination whose people say which organisation theirs is; null where the secretariat does. */
type About = { nominationId: string | null };

export type OrganisationCommand =
  | Message<'RegisterOrganisation', Of<typeof RegisterOrganisation> & Origin>
  | Message<'RecordRegistration', Of<typeof RecordRegistration>>
  | Message<'RenameOrganisation', Of<typeof RenameOrganisation>>
  | Message<'MergeOrganisations', Of<typeof MergeOrganisations> & About>
  | Message<'SeparateOrganisation', Of<typeof SeparateOrganisation> & About>
  | Message<'DistinguishOrganisation', Of<typeof DistinguishOrganisation>>
  | Message<'RecordHistoricLaureate', Of<typeof HistoricLaureate>>;

type In<Data> = Data & { organisationId: string };
export type OrganisationEvent =
  | Message<
      'OrganisationRegistered',
      In<Origin & { country: string; names: Texts; registration: Registration | null; by: string }>
    >
  | Message<'RegistrationRecorded', In<{ registration: Registration; by: string }>>
  | Message<
      'OrganisationRenamed',
      In<{ names: Texts; former: Texts; since: string | null; reason: string; by: string }>
    >
  | Message<'OrganisationMerged', In<{ into: string; reason: string; by: string }>>
  | Message<'OrganisationSeparated', In<{ from: string; reason: string; by: string }>>
  | Message<'OrganisationDistinguished', In<{ notTheSame: string[]; by: string }>>
  | Message<'HistoricLaureateRecorded', In<HistoricLaureate & { names: Texts; by: string }>>;
