// What is asked of one judge's part in a cycle, and what happened to it.
import { z } from 'zod';
import { Id, Iso2, Key, Language, type Message, Reason, Sha256 } from '../messages.ts';

const Group = z
  .string()
  .regex(/^([A-Z]{2}-)?[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a panel group such as ngo-cso or TH-ngo-cso');
/** Over HTTP the person comes with mail address and name; the events hold the id alone. */
export const InviteJudge = z.strictObject({
  personId: Id,
  groups: z.array(Group).min(1).max(50),
  country: Iso2.nullable().default(null),
});
export const AcceptInvitation = z.strictObject({});
export const DeclineInvitation = z.strictObject({ reason: Reason });
export const AcceptTerms = z.strictObject({ version: z.string().trim().min(1).max(50) });
export const SetProfile = z.strictObject({
  languages: z.array(Language).max(20),
  themes: z.array(Key).max(20).default([]),
  capacity: z.int().min(1).max(500),
  /** Where the judge is from, if the invitation has not said it. */
  country: Iso2.optional(),
  /** Themes that the judge would like to read most. */
  wishes: z.array(Key).max(20).optional(),
});
const kinds = ['own-body', 'nominator', 'family', 'financial', 'adviser', 'other'] as const;
export const DeclareConflict = z.strictObject({
  nominationId: Id,
  kind: z.enum(kinds),
  reason: Reason,
});
export type Declared = z.infer<typeof DeclareConflict>;
/** What the system has found by itself: the judge's own body is the nominee or its nominator, or the judge has put it forward. */
export const found = ['same-name', 'nominating-body', 'put-forward'] as const;
/** What may stand in between, and is asked about. */
export const suggested = ['like-name', 'mail-domain', 'earlier-role'] as const;
export type Suggested = (typeof suggested)[number];
export const AcceptSuggestion = z.strictObject({ nominationId: Id, because: z.enum(suggested) });
export const DismissSuggestion = AcceptSuggestion.extend({ reason: Reason });
export type Found = { nominationId: string; because: (typeof found)[number] };
/** On a list of names that is not linked to entries: each by its key. `list` is the key of the whole list that was read. */
export const AnswerNameList = z.strictObject({
  list: Sha256,
  named: z.array(z.strictObject({ key: Sha256, kind: z.enum(kinds), reason: Reason })).max(500),
});
/** Of entries whose content opens by it. */
export const DeclareNoConflict = z.strictObject({ nominationIds: z.array(Id).min(1).max(500) });
export const SettleConflict = z.strictObject({
  nominationId: Id,
  outcome: z.enum(['upheld', 'dismissed']),
  reason: Reason,
});
export const FinishScoring = z.strictObject({ group: Group });
export const ReleaseJudge = z.strictObject({ reason: Reason });

type Of<Schema extends z.ZodType> = z.infer<Schema> & { cycleId: string; judgeId: string };
export type JudgeCommand =
  | Message<'InviteJudge', Omit<Of<typeof InviteJudge>, 'personId'>>
  | Message<'AcceptInvitation', { cycleId: string; judgeId: string }>
  | Message<'DeclineInvitation', Of<typeof DeclineInvitation>>
  | Message<'AcceptTerms', Of<typeof AcceptTerms>>
  | Message<'SetProfile', Of<typeof SetProfile>>
  | Message<'DeclareConflict', Of<typeof DeclareConflict>>
  | Message<'DeclareNoConflict', Of<typeof DeclareNoConflict>>
  /** What the names on a list are mapped to; all others of the judge's groups are cleared by it. */
  | Message<'AnswerNameList', { cycleId: string; judgeId: string; declared: Declared[]; cleared: string[] }>
  | Message<'RecordFoundConflicts', { cycleId: string; judgeId: string; found: Found[] }>
  | Message<'AcceptSuggestion', Of<typeof AcceptSuggestion>>
  | Message<'DismissSuggestion', Of<typeof DismissSuggestion> & { by: 'judge' | 'desk' }>
  | Message<'SettleConflict', Of<typeof SettleConflict>>
  | Message<'FinishScoring', Of<typeof FinishScoring>>
  | Message<'ReleaseJudge', Of<typeof ReleaseJudge>>;

type In<Data> = Data & { cycleId: string; judgeId: string };
/** `groups` stands in every event, so that a reader can wake the judge's panels. */
export type JudgeEvent =
  | Message<'JudgeInvited', In<{ groups: string[]; country: string | null }>>
  | Message<'InvitationAccepted', In<{ groups: string[] }>>
  | Message<'InvitationDeclined', In<{ groups: string[]; reason: string }>>
  | Message<'TermsAccepted', In<{ groups: string[]; version: string }>>
  | Message<
      'ProfileSet',
      In<{
        groups: string[];
        languages: string[];
        themes: string[];
        capacity: number;
        country?: string;
        wishes?: string[];
      }>
    >
  | Message<
      'ConflictDeclared',
      In<{
        groups: string[];
        nominationId: string;
        kind: z.infer<typeof DeclareConflict>['kind'];
        reason: string;
        /** By what the system has found it; nobody has declared it. */
        found?: Found['because'] | Suggested;
      }>
    >
  | Message<'NoConflictDeclared', In<{ groups: string[]; nominationIds: string[] }>>
  | Message<
      'ConflictSettled',
      In<{ groups: string[]; nominationId: string; outcome: 'upheld' | 'dismissed'; reason: string }>
    >
  /** `by` the judge, which the desk may still see otherwise, or by the desk, for good. */
  | Message<
      'ConflictSuggestionDismissed',
      In<{ groups: string[]; nominationId: string; because: Suggested; reason: string; by: 'judge' | 'desk' }>
    >
  /** `entries` says on how many entries: the word does not hold for one that is assigned later. */
  /** `round` is missing in a panel's first one. */
  | Message<'ScoringFinished', In<{ groups: string[]; group: string; entries: number; round?: string }>>
  | Message<'JudgeReleased', In<{ groups: string[]; reason: string }>>;
