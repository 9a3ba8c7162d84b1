// What is asked of one judge's scorecard on one nomination, and what happened to it.
import { z } from 'zod';
import { Key, type Message, Reason, type Sha256, Texts } from '../messages.ts';

/** What a sheet answers, as the award definition has it. */
export const Rubric = z.strictObject({
  category: Key,
  criteria: z
    .array(
      z.strictObject({
        key: Key,
        label: Texts,
        weight: z.int().min(1).max(100),
        evidence: Texts.optional(),
        /** A judge may leave it out, with a reason: never a zero. Left out: every judge scores it. */
        mayAbstain: z.boolean().optional(),
      }),
    )
    .min(1),
  /** Points are whole numbers from 0 to `max`. */
  scale: z.strictObject({
    max: z.int().min(1).max(100),
    anchors: z.array(z.strictObject({ points: z.int().min(0), label: Texts })).min(2),
  }),
  /** Points that need a comment. */
  commentAt: z.array(z.int().min(0)).default([]),
});

/** Who goes on to the next round, as a proposal: the best so many, a share of all, or those of so much out of 100. A tie at the cut goes on. */
const Share = z.string().regex(/^[1-9]\d{0,2}\/[1-9]\d{0,2}$/, 'must be a share such as 1/3');
const GoesOn = z.union([
  z.strictObject({ atMost: z.int().min(1).max(1000) }),
  z.strictObject({ share: Share }),
  z.strictObject({ threshold: z.int().min(1).max(100) }),
]);

/** In a round of calibration each judge scores reference entries before the real ones; they never count. */
export const Round = z.strictObject({
  key: Key,
  names: Texts,
  kind: z.enum(['scoring', 'calibration']),
  /** What its sheets answer. Left out: the category's own. */
  rubric: Rubric.omit({ category: true }).optional(),
  /** Left out: as the judging has it. */
  seats: z.int().min(1).max(50).optional(),
  minimumSheets: z.int().min(1).max(50).optional(),
  /** The next round of scoring follows this one, with those who go on. Left out: a decision follows. */
  goesOn: GoesOn.optional(),
  /** Of a round that another follows: after which share of the time that is left of judging as it is released. Left out: with judging. */
  closes: z.strictObject({ share: Share }).optional(),
});

const Score = z.strictObject({ criterion: Key, points: z.int().min(0).max(100) });
/** Over HTTP the comments come with the points; they are stored first, and the event holds their hash. */
export const SubmitScorecard = z
  .strictObject({
    scores: z.array(Score.extend({ comment: z.string().trim().max(5000).default('') })).max(50),
    /** Criteria that the judge leaves out, where the rubric allows it; the reason is kept with the comments. */
    abstained: z
      .array(z.strictObject({ criterion: Key, reason: Reason }))
      .max(50)
      .optional(),
  })
  .superRefine(({ scores, abstained = [] }, context) => {
    if (scores.length + abstained.length > 0) return;
    context.addIssue({
      code: 'too_small',
      origin: 'array',
      minimum: 1,
      inclusive: true,
      input: scores,
      path: ['scores'],
    });
  });
export const RecuseFromEntry = z.strictObject({ reason: Reason });
export const ReopenScorecard = z.strictObject({ reason: Reason });

/** A section of the form or a paper, by its key: `section:nominee`, `paper:accounts`. */
export type Seen = { part: string; firstAt: string; lastAt: string };

export type Rubric = z.infer<typeof Rubric>;
export type Round = z.infer<typeof Round>;
export type GoesOn = z.infer<typeof GoesOn>;
type Hash = z.infer<typeof Sha256>;
export type ScorecardIds = { cycleId: string; group: string; nominationId: string; judgeId: string; round: string };
export type ScorecardCommand =
  | Message<
      'AssignScorecard',
      ScorecardIds & {
        country: string;
        category: string;
        dossierVersion: number;
        criteria: string[];
        /** The rounds before this one: who stepped back in one of them gets no sheet. */
        after?: string[];
      }
    >
  | Message<
      'SubmitScorecard',
      {
        scores: { criterion: string; points: number; commented: boolean }[];
        abstained?: string[];
        comments: Hash | null;
      }
    >
  | Message<'RecuseFromEntry', z.infer<typeof RecuseFromEntry> & { seen?: Seen[] }>
  | Message<'ReopenScorecard', z.infer<typeof ReopenScorecard>>
  | Message<'RenewScorecard', Omit<ScorecardIds, 'group'>>;

type In<Data> = Data & ScorecardIds & { dossierVersion: number };
export type ScorecardEvent =
  | Message<'ScorecardAssigned', In<{ country: string; category: string; criteria: string[] }>>
  /** `abstained`: criteria that were left out; their reasons are among the comments. */
  | Message<
      'ScorecardSubmitted',
      In<{ scores: { criterion: string; points: number }[]; abstained?: string[]; comments: Hash | null }>
    >
  /** `seen`: what the judge had opened of the entry by then, and when. */
  | Message<'EntryRecused', In<{ reason: string; seen?: Seen[] }>>
  /** `amendedTo`: the dossier was changed, and the sheet is to be handed in again on that version. */
  | Message<'ScorecardReopened', In<{ reason: string; amendedTo?: number }>>
  /** An open sheet is about a newer version of the dossier from now on. */
  | Message<'ScorecardRenewed', In<{ amendedTo: number }>>;
