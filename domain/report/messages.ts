// What is asked of a delegation's mission report, and what happened to it. Its texts stand elsewhere: here are hashes.
import { z } from 'zod';
import { Id, Key, Language, type Message, Reason } from '../messages.ts';

const line = (most: number) => z.string().trim().max(most).default('');
const Words = z.strictObject({
  id: Key,
  kind: z.enum(['heading', 'subheading', 'fact', 'text', 'list']),
  label: line(300),
  /** Blank: not stated. Of a list, a line for each point. */
  text: line(20_000),
  /** Whom it is about, where it is about one person. */
  person: Id.optional(),
});
const Picture = z.strictObject({
  id: Key,
  kind: z.literal('picture'),
  fileId: Id,
  caption: line(500),
  credit: line(200),
});
export const ReportPart = z.discriminatedUnion('kind', [Words, Picture]);
export const ReportContent = z.strictObject({
  title: z.string().trim().min(1).max(500),
  language: Language,
  digits: z.enum(['latin', 'thai']).default('latin'),
  parts: z
    .array(ReportPart)
    .min(1)
    .max(300)
    .refine((parts) => new Set(parts.map(({ id }) => id)).size === parts.length, 'must each have an id of its own'),
});
export const HandInReport = z.strictObject({ version: z.int().min(1) });
export const ReturnReport = z.strictObject({ version: z.int().min(1), note: Reason });
export const ApproveReport = z.strictObject({
  version: z.int().min(1),
  /** Whom it is for: the country's own offices, or everybody once it is published. */
  audience: z.enum(['internal', 'public']),
});
export const PublishReport = z.strictObject({});
export const RetractReport = z.strictObject({ reason: Reason });
export const NameSuperior = z.strictObject({ personId: Id.nullable() });

export type ReportPart = z.infer<typeof ReportPart>;
export type ReportContent = z.infer<typeof ReportContent>;
export type Audience = z.infer<typeof ApproveReport>['audience'];
export type Source = 'web' | 'docx';

type Ids = { forumId: string; country: string };
type Of<Schema extends z.ZodType> = z.infer<Schema> & Ids;
export type ReportCommand =
  /** `base` is the version that was read, 0 for the first. */
  | Message<'SaveReport', Ids & { base: number; hash: string; source: Source }>
  | Message<'HandInReport', Of<typeof HandInReport>>
  | Message<'ReturnReport', Of<typeof ReturnReport>>
  | Message<'ApproveReport', Of<typeof ApproveReport>>
  /** The cycle whose laureates it names. */
  | Message<'PublishReport', Ids & { cycleId: string | null }>
  | Message<'RetractReport', Of<typeof RetractReport>>
  | Message<'NameSuperior', Of<typeof NameSuperior>>;

type In<Data> = Data & Ids & { cycleId: string | null };
type Version = { version: number; hash: string };
export type ReportEvent =
  | Message<'ReportSaved', In<Version & { source: Source }>>
  | Message<'ReportHandedIn', In<Version & { personId: string }>>
  | Message<'ReportReturned', In<Version & { note: string }>>
  | Message<'ReportApproved', In<Version & { personId: string; audience: Audience }>>
  | Message<'ReportPublished', In<Version>>
  | Message<'ReportRetracted', In<{ version: number; reason: string }>>
  | Message<'SuperiorNamed', In<{ personId: string | null }>>;
