// What is asked of a panel, and what happened to it: from its forming to an accepted award.
import { z } from 'zod';
import type { ProblemFile } from '../assignment/messages.ts';
import {
  Id,
  type KeptLetter,
  type KeptSignature,
  Key,
  Letter,
  type Message,
  Reason,
  Sha256,
  Signature,
  Texts,
  type Winner,
} from '../messages.ts';
import type { TallyResult } from '../tally/tally.ts';

export const FormPanel = z.strictObject({
  judges: z.array(Id).max(200),
  reserves: z.array(Id).max(50).default([]),
  chair: Id.nullable().default(null),
  deputyChair: Id.nullable().default(null),
  round: Key.default('main'),
});
export const ChangePanel = z.strictObject({
  addJudges: z.array(Id).max(200).default([]),
  removeJudges: z.array(Id).max(200).default([]),
  /** All of them from now on; left out, those who were, without who has become a judge. */
  reserves: z.array(Id).max(50).optional(),
  chair: Id.optional(),
  deputyChair: Id.nullable().optional(),
  reason: Reason,
});
export const RequestAssignment = z.strictObject({
  pinned: z
    .array(z.strictObject({ nominationId: Id, judgeId: Id }))
    .max(5000)
    .default([]),
  /** `all`: every judge reads every entry. `seats`: as many as an entry has seats, by the solver. Left out: as the policy and the judges' capacities say. */
  method: z.enum(['all', 'seats']).optional(),
  /** The open request that this one takes the place of, because its run failed or was cancelled. */
  replaces: Id.optional(),
});
const TermPoints = z.strictObject({
  emptySeats: z.int(),
  noReader: z.int(),
  missingQuality: z.int(),
  pairCost: z.int(),
  balance: z.int(),
  pairRepetition: z.int(),
  changedPairs: z.int(),
});
export const AssignedPair = z.strictObject({ nominationId: Id, judgeId: Id });
export const ProposeAssignment = z.strictObject({
  proposalId: Id,
  pairs: z.array(AssignedPair).max(20000),
  emptySeats: z.int().min(0),
  method: z.enum(['all', 'seats']).optional(),
  objective: z.int().optional(),
  bound: z.int().nullable().optional(),
  terms: TermPoints.optional(),
  solver: z.string().optional(),
});
/** By hand: pairs that come and pairs that go. What comes is pinned, what goes is not any more. */
export const ChangeAssignment = z.strictObject({
  add: z.array(AssignedPair).max(20000).default([]),
  remove: z.array(AssignedPair).max(20000).default([]),
});
export const ReleaseAssignment = z.strictObject({});
/** `round` is the one that is meant; left out, the present one. */
export const CloseScoring = z.strictObject({ round: Key.optional() });
/** After the tally of a round that is not the last: who goes on, and why where that departs from the award's rule. */
export const ShortlistEntries = z.strictObject({
  round: Key,
  entries: z.array(Id).min(1).max(2000),
  departures: z
    .array(z.strictObject({ nominationId: Id, reason: Reason }))
    .max(2000)
    .default([]),
  /** Why it is settled anew: needed where it was settled before, and possible until something of the next round is released. */
  anew: Reason.optional(),
});
/** What was put to the vote, as an item of the meeting's agenda. */
const Motion = z.strictObject({ itemId: Id, text: Reason });
export const RecordPanelVote = z.strictObject({
  /** The tied entries that were voted on; with a motion those that it is about, if any. */
  entries: z.array(Id).max(100),
  /** For one of the entries, or for or against a motion; null where the member abstained. */
  votes: z
    .array(z.strictObject({ judgeId: Id, choice: z.union([Id, z.enum(['for', 'against'])]).nullable() }))
    .min(1)
    .max(200),
  motion: Motion.optional(),
  /** Who was out of the room. */
  left: z.array(Id).max(200).optional(),
});
export const RecordDecision = z.strictObject({
  laureates: z.array(Id).max(20),
  runnersUp: z.array(Id).max(20).default([]),
  reasons: Reason,
  /** Why it names others, or in another order, than the ranking does; missing where it follows the ranking. */
  departure: Reason.optional(),
  /** Why this one, of those whom the decision names. */
  reasonsOf: z
    .array(z.strictObject({ laureateId: Id, reason: Reason }))
    .max(40)
    .optional(),
});
/** A country that judges on paper: outcome and minutes, no scores. */
export const RecordOutsideDecision = z.strictObject({
  laureates: z.array(Id).max(20),
  runnersUp: z.array(Id).max(20).default([]),
  minutes: Sha256.nullable().default(null),
  /** The signed letter by which the outcome came, where there is one. */
  letter: Letter.optional(),
  source: z.string().trim().min(3).max(500),
});
/** The least number of sheets for one entry, with the reason why no reserve can serve. */
export const LowerMinimum = z.strictObject({ nominationId: Id, minimum: z.int().min(1).max(50), reason: Reason });
const ReferencePoints = z
  .array(z.strictObject({ criterion: Key, points: z.int().min(0).max(100), comment: Reason }))
  .min(1)
  .max(50);
/** A reference entry, with the points it is meant to get and why: a sample that somebody wrote, or an entry of an earlier edition. */
export const AddReference = z.discriminatedUnion('source', [
  z.strictObject({
    source: z.literal('sample'),
    title: Texts,
    text: z.string().trim().min(1).max(20_000),
    scores: ReferencePoints,
  }),
  z.strictObject({ source: z.literal('earlier'), nominationId: Id, scores: ReferencePoints }),
]);
export const SignDecision = z.strictObject({ signature: Signature });
export const ConfirmDecisionSignature = z.strictObject({});
export const ReopenDecision = z.strictObject({ laureateId: Id, reason: Reason });
export const AcceptAward = z.strictObject({
  laureateId: Id,
  /** Why somebody else accepts for the laureate, with the letter that says so where there is one. */
  onBehalf: z.strictObject({ reason: Reason, letter: Sha256.optional() }).optional(),
});
export const DeclineAward = z.strictObject({ laureateId: Id, reason: Reason, letter: Sha256.optional() });
export const LapseAward = z.strictObject({ laureateId: Id });
export const NameContact = z.strictObject({ laureateId: Id, personId: Id });
export const ProofName = z.discriminatedUnion('outcome', [
  z.strictObject({ laureateId: Id, outcome: z.literal('approved') }),
  z.strictObject({ laureateId: Id, outcome: z.literal('correction'), text: Reason }),
]);
export const CorrectName = z.strictObject({ laureateId: Id, organisation: Texts, reason: Reason });
export const RevokeAward = z.strictObject({
  laureateId: Id,
  reason: Reason,
  letter: Sha256.optional(),
  /** What everybody may read of the reason. */
  publicNote: Texts.optional(),
});
/** `hash` is that of what was looked at: nothing is published that nobody has seen. */
export const PublishBundle = z.strictObject({ audience: z.enum(['country', 'nominee', 'public']), hash: Sha256 });
/** What was published of a decision is taken back: it stays on record, and its address says why it is gone. */
export const WithdrawBundle = PublishBundle.extend({ reason: Reason });
export const ReplaceLaureate = z.strictObject({ laureateId: Id, reason: Reason });

/** For oneself, or for `personId`; for `hours`, at most as many as the award allows. */
export const RequestAccess = z.strictObject({
  nominationId: Id,
  personId: Id.optional(),
  hours: z.int().min(1).max(168).optional(),
  reason: Reason,
});
export const GrantAccess = z.strictObject({});
export const RefuseAccess = z.strictObject({ reason: Reason });
export const EndAccess = z.strictObject({ reason: Reason });

/** In the place of a judge to whom the entry was given. */
export const CallReserve = z.strictObject({ nominationId: Id, judgeId: Id, insteadOf: Id });

export type ReasonOf = { laureateId: string; reason: string };
export type Pair = z.infer<typeof AssignedPair>;
export type Entry = { nominationId: string; country: string; category: string; organisation: Texts; version: number };
/** A counted sheet: points by criterion, and the scorecard's version that was counted. */
export type CountedSheet = {
  nominationId: string;
  judgeId: string;
  round: string;
  version: number;
  points: { [criterion: string]: number };
};

/** Where who goes on differs from the proposal. */
export type Departure = { nominationId: string; goesOn: boolean; reason: string };
/** `round` is over, and `entries` go on to `next`; `proposed` are those of the award's rule. */
export type Shortlist = {
  round: string;
  next: string;
  entries: string[];
  proposed: string[];
  departures: Departure[];
  by: string;
  /** Why it takes the place of what was settled before. */
  anew?: string;
};

export type Points = { criterion: string; points: number };
/** What was scored, and what was left out. */
export type Abstaining = { scores: Points[]; abstained?: string[]; comments: string | null };
/** `content` is the hash of what judges read, with the reasons for the points; `earlier`, the nomination that it was. */
type Reference = { referenceId: string; content: string; earlier?: string; points: Points[] };

type Ids = { cycleId: string; group: string };
type Of<Schema extends z.ZodType> = z.infer<Schema> & Ids;
type OneAccess = Ids & { requestId: string; by: string };
export type AccessCommand =
  | Message<'RequestAccess', Ids & z.infer<typeof RequestAccess> & { personId: string; requestId: string }>
  | Message<'GrantAccess', OneAccess>
  | Message<'RefuseAccess', OneAccess & z.infer<typeof RefuseAccess>>
  | Message<'EndAccess', OneAccess & z.infer<typeof EndAccess>>;

type AboutAccess = OneAccess & { nominationId: string; personId: string };
export type AccessEvent =
  | Message<'AccessRequested', AboutAccess & { hours: number; reason: string }>
  /** Until `until` the person sees the entry; nothing needs to happen then. */
  | Message<'AccessGranted', AboutAccess & { until: string }>
  | Message<'AccessRefused', AboutAccess & { reason: string }>
  | Message<'AccessEnded', AboutAccess & { reason: string }>;
export type PanelCommand =
  | AccessCommand
  /** `entries` is what the read model shows as forwarded once screening is closed, null before that. */
  | Message<'FormPanel', Of<typeof FormPanel> & { country: string | null; category: string; entries: Entry[] | null }>
  | Message<'ChangePanel', Of<typeof ChangePanel>>
  | Message<'RequestAssignment', Of<typeof RequestAssignment> & { proposalId: string }>
  /** `problem` is what the plan was made from: the checker recomputes all of it. */
  | Message<'ProposeAssignment', Of<typeof ProposeAssignment> & { problem?: ProblemFile }>
  | Message<'ChangeAssignment', Of<typeof ChangeAssignment> & { proposalId: string; problem: ProblemFile }>
  | Message<'ReleaseAssignment', Ids>
  | Message<'CloseScoring', Of<typeof CloseScoring>>
  | Message<'ShortlistEntries', Of<typeof ShortlistEntries>>
  | Message<'SealTally', Ids & { sheets: CountedSheet[] }>
  | Message<'CallReserve', Of<typeof CallReserve>>
  | Message<'LowerMinimum', Of<typeof LowerMinimum>>
  | Message<'AddReference', Ids & Reference>
  | Message<'RemoveReference', Ids & { referenceId: string }>
  | Message<
      'ScoreReference',
      Ids & { referenceId: string; judgeId: string } & Omit<Abstaining, 'scores'> & {
          scores: (Points & { commented: boolean })[];
        }
    >
  | Message<'RecordPanelVote', Of<typeof RecordPanelVote>>
  | Message<'RecordDecision', Of<typeof RecordDecision>>
  | Message<'RecordOutsideDecision', Omit<Of<typeof RecordOutsideDecision>, 'letter'> & { letter?: KeptLetter }>
  | Message<'SignDecision', Ids & { signature: KeptSignature }>
  | Message<'ConfirmDecisionSignature', Ids>
  | Message<'ReopenDecision', Of<typeof ReopenDecision>>
  | Message<'AcceptAward', Of<typeof AcceptAward>>
  | Message<'DeclineAward', Of<typeof DeclineAward>>
  | Message<'ReplaceLaureate', Of<typeof ReplaceLaureate>>
  | Message<'LapseAward', Of<typeof LapseAward>>
  | Message<'NameContact', Of<typeof NameContact>>
  | Message<'ProofName', Of<typeof ProofName>>
  | Message<'CorrectName', Of<typeof CorrectName>>
  | Message<'RevokeAward', Of<typeof RevokeAward>>
  | Message<'PublishBundle', Of<typeof PublishBundle>>
  | Message<'WithdrawBundle', Of<typeof WithdrawBundle>>
  | Message<'RemoveEntry', Ids & { nominationId: string; reason: string }>
  | Message<'AmendEntry', Ids & { nominationId: string }>;

type OnBehalf = NonNullable<z.infer<typeof AcceptAward>['onBehalf']>;
/** What a proposal says of itself; those before it was said have none. */
export type ProposedFacts = {
  method?: 'all' | 'seats' | 'hand';
  objective?: number;
  bound?: number | null;
  terms?: z.infer<typeof TermPoints>;
  solver?: string;
  /** Of a change by hand: the pairs that are pinned from then on. */
  pinned?: Pair[];
};
type In<Data> = Data & Ids;
export type PanelEvent =
  | AccessEvent
  | Message<
      'PanelFormed',
      In<{
        country: string | null;
        category: string;
        entries: Entry[];
        judges: string[];
        reserves: string[];
        chair: string | null;
        deputyChair: string | null;
        round: string;
      }>
    >
  | Message<
      'PanelChanged',
      In<{ judges: string[]; reserves: string[]; chair: string | null; deputyChair: string | null; reason: string }>
    >
  | Message<'AssignmentRequested', In<{ proposalId: string; pinned: Pair[]; method?: 'all' | 'seats' }>>
  | Message<'AssignmentProposed', In<{ proposalId: string; pairs: Pair[]; emptySeats: number } & ProposedFacts>>
  /** `closesAt`: when the round ends, where it has an end of its own; said once, as it begins. */
  | Message<'AssignmentReleased', In<{ pairs: Pair[]; round: string; closesAt?: string; setAt?: string }>>
  /** `round` where the award has several; `by-hand`: by who runs or leads the panel, in a round that another follows. */
  | Message<'ScoringClosed', In<{ because: 'all-finished' | 'deadline' | 'by-hand'; round?: string }>>
  | Message<'ReferenceAdded', In<Reference & { round: string }>>
  | Message<'ReferenceRemoved', In<{ referenceId: string }>>
  /** By one judge, once; counted nowhere. */
  | Message<'ReferenceScored', In<{ referenceId: string; judgeId: string; round: string } & Abstaining>>
  /** With who is on the panel from then on. */
  | Message<
      'ReserveCalled',
      In<
        z.infer<typeof CallReserve> & {
          because: 'recused' | 'left' | 'missing';
          round: string;
          judges: string[];
          reserves: string[];
          chair: string | null;
          deputyChair: string | null;
        }
      >
    >
  | Message<'MinimumLowered', In<{ nominationId: string; minimum: number; reason: string }>>
  /** `lowered` is the minimum of single entries that the tally asked for, where it was not the award's. */
  | Message<
      'TallySealed',
      In<{
        definitionHash: string;
        sheets: CountedSheet[];
        result: TallyResult;
        lowered?: { [nominationId: string]: number };
        /** Where the award has several. */
        round?: string;
      }>
    >
  | Message<'EntriesShortlisted', In<Shortlist>>
  | Message<
      'PanelVoteRecorded',
      In<{
        entries: string[];
        votes: { judgeId: string; choice: string | null }[];
        motion?: { itemId: string; text: string };
        left?: string[];
      }>
    >
  | Message<
      'DecisionRecorded',
      In<{
        number: number;
        outside: boolean;
        winners: Winner[];
        reasons: string;
        reasonsOf?: ReasonOf[];
        /** Why it departs from the ranking, where it does. */
        departure?: string;
        source: string | null;
        minutes: string | null;
        letter?: KeptLetter;
        /** Who recorded it: another person signs what was decided outside. */
        by: string;
      }>
    >
  /** By letter, and without effect until a second person confirms it. */
  | Message<'DecisionSignatureRecorded', In<{ number: number; signature: KeptSignature; by: string }>>
  | Message<
      'DecisionSigned',
      In<{ number: number; winners: Winner[]; signature: KeptSignature; by: string; confirmedBy?: string }>
    >
  /** After an objection that was upheld, a later decision cannot name that laureate again. */
  | Message<'DecisionReopened', In<{ number: number; laureateId: string; upheld: boolean; reason: string }>>
  | Message<'AwardAccepted', In<{ laureateId: string; onBehalf?: OnBehalf }>>
  | Message<'AwardDeclined', In<{ laureateId: string; reason: string; letter?: string }>>
  | Message<'AwardLapsed', In<{ laureateId: string; answerBy: string }>>
  /** `answerBy` is until when who follows may answer: missing where nobody does, and before offers had an end. */
  | Message<
      'LaureateReplaced',
      In<{ laureateId: string; by: Winner | null; reason: string; answerBy?: string; setAt?: string }>
    >
  | Message<'LaureateContactNamed', In<{ laureateId: string; personId: string }>>
  /** `organisation` is what was proofed. */
  | Message<
      'NameProofed',
      In<{ laureateId: string; outcome: 'approved' | 'correction'; text: string | null; organisation: Texts }>
    >
  | Message<'LaureateNameCorrected', In<{ laureateId: string; organisation: Texts; reason: string }>>
  | Message<'AwardRevoked', In<{ laureateId: string; reason: string; letter?: string; publicNote: Texts | null }>>
  /** Whoever it is for may have it from now on; its text is kept by its hash. */
  | Message<'BundleWithdrawn', In<z.infer<typeof WithdrawBundle>>>
  | Message<'BundlePublished', In<z.infer<typeof PublishBundle> & { number: number }>>
  /** Its nomination was disqualified: tally and ranking go without it, its sheets stay. */
  | Message<'EntryRemoved', In<{ nominationId: string; reason: string }>>
  /** Judges read this version of its dossier from now on. */
  | Message<'EntryAmended', In<{ nominationId: string; version: number; organisation: Texts }>>;
