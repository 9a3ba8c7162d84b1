// What is asked of a cycle, and what happened to it.
import { z } from 'zod';
import type { AwardDefinition } from '../award-definition.ts';
import {
  CutOff,
  Duration,
  Id,
  Instant,
  Iso2,
  type KeptLetter,
  Key,
  KnownZone,
  Letter,
  type Message,
  Phase,
  Reason,
  Stage,
  Texts,
  type Winner,
} from '../messages.ts';

/** The cycle's own dates. What is left out comes from the award definition's durations. */
export const Timetable = z.strictObject({
  opensAt: CutOff,
  closesAt: z
    .strictObject({ nomination: CutOff, screening: CutOff, judging: CutOff, decision: CutOff })
    .partial()
    .default({}),
  endorsement: Duration.optional(),
  reminders: z.array(Duration).max(12).optional(),
  correctionWorkingDays: z.int().min(1).max(60).optional(),
  objectionWorkingDays: z.int().min(1).max(60).optional(),
  answers: z.strictObject({ laureate: Duration, presenter: Duration }).partial().optional(),
});

export const PlanCycle = z.strictObject({
  award: Key,
  slug: Key.max(60),
  number: z.int().min(1).max(999),
  year: z.int().min(1900).max(2400, 'is above 2400: is this a Buddhist Era year? Give the Gregorian one'),
  title: Texts,
  host: Iso2.nullable().default(null),
  zone: KnownZone,
  countries: z.array(Iso2).min(1).max(300),
  timetable: Timetable,
});
export const OpenPhase = z.strictObject({ phase: Phase });
export const ClosePhase = z.strictObject({ phase: Phase });
export const MoveDeadline = z.strictObject({ closesAt: CutOff, reason: Reason });
export const CancelCycle = z.strictObject({ reason: Reason });
export const SuspendCycle = z.strictObject({ reason: Reason });
/** `closesAt` names every open phase that has a deadline. */
export const ResumeCycle = z.strictObject({ reason: Reason, closesAt: z.partialRecord(Phase, CutOff).default({}) });
export const RequestEndorsement = z.strictObject({
  groups: z
    .array(z.string().regex(/^([A-Z]{2}-)?[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a group such as ngo-cso or TH-ngo-cso'))
    .min(1)
    .max(1000),
  dossiersVerified: z.literal(true, 'must be true: the secretariat says that it verified the dossiers'),
  closesAt: CutOff.optional(),
});
export const EndorseResults = z.strictObject({
  country: Iso2,
  /** Left out: all that are before the endorsers. */
  laureates: z.array(Id).min(1).max(1000).optional(),
  onBehalf: Letter.optional(),
});
export const ObjectToResult = z.strictObject({
  country: Iso2,
  laureateId: Id,
  reason: Reason,
  onBehalf: Letter.optional(),
});
export const SettleObjection = z.strictObject({
  country: Iso2,
  laureateId: Id,
  outcome: z.enum(['upheld', 'dismissed', 'withdrawn']),
  reason: Reason,
});
/** An endorser takes its own country's objection back. */
export const WithdrawObjection = z.strictObject({ country: Iso2, laureateId: Id, reason: Reason });
export const ConcludeEndorsement = z
  .strictObject({
    meetingReference: z.string().trim().min(1).max(200).optional(),
    meetingDate: z.iso.date().optional(),
  })
  .refine((said) => said.meetingReference === undefined || said.meetingDate !== undefined, {
    path: ['meetingDate'],
    message: "must be given with the meeting's reference",
  });
export const PlanAnnouncement = z.strictObject({
  stages: z
    .array(z.strictObject({ stage: Stage, at: Instant }))
    .min(1)
    .max(4),
});
export const PublishStage = z.strictObject({ stage: Stage });
export const CorrectAnnouncement = z.strictObject({
  laureateId: Id,
  /** The name as it was announced, or a note beside it. */
  field: z.enum(['organisation', 'note']),
  text: Texts,
  reason: Reason,
});
export const ArchiveCycle = z.strictObject({});

/** Of each group: the number of the decision that its note tells of, and the hash of the note. */
export type CirculatedNotes = { [group: string]: { decision: number; fingerprint: string } };
/** A reply with the letter that it came by, as the record keeps it. */
type Kept<Reply extends { onBehalf?: unknown }> = Omit<Reply, 'onBehalf'> & { onBehalf?: KeptLetter | undefined };

/** Every command names its cycle; a planned cycle brings its frozen definition and that definition's hash. */
type Of<Schema extends z.ZodType> = z.infer<Schema> & { cycleId: string };
export type CycleCommand =
  | Message<'PlanCycle', Of<typeof PlanCycle> & { definition: AwardDefinition; definitionHash: string }>
  | Message<'OpenPhase', Of<typeof OpenPhase>>
  | Message<'ClosePhase', Of<typeof ClosePhase>>
  | Message<'MoveDeadline', Of<typeof MoveDeadline> & { phase: Phase }>
  | Message<'CancelCycle', Of<typeof CancelCycle>>
  /** `verified` is whom the read model shows as verified in the dossier's present version, of those that the groups name. */
  | Message<'RequestEndorsement', Of<typeof RequestEndorsement> & { verified: string[]; notes?: CirculatedNotes }>
  | Message<'SuspendCycle', Of<typeof SuspendCycle>>
  | Message<'ResumeCycle', Of<typeof ResumeCycle>>
  | Message<'EndorseResults', Kept<Of<typeof EndorseResults>>>
  | Message<'ObjectToResult', Kept<Of<typeof ObjectToResult>>>
  | Message<'SettleObjection', Of<typeof SettleObjection>>
  | Message<'WithdrawObjection', Of<typeof WithdrawObjection>>
  | Message<'ConcludeEndorsement', Of<typeof ConcludeEndorsement>>
  | Message<'PlanAnnouncement', Of<typeof PlanAnnouncement>>
  | Message<'PublishStage', Of<typeof PublishStage>>
  | Message<'CorrectAnnouncement', Of<typeof CorrectAnnouncement> & { stage: Stage }>
  | Message<'ArchiveCycle', { cycleId: string }>;

/** Instants in events are UTC, ISO 8601 with milliseconds. */
export type PlannedPhase = { opensAt: string; closesAt: string };
export type CycleSettings = {
  endorsement: string;
  reminders: string[];
  correctionWorkingDays: number;
  /** Left out: five. */
  objectionWorkingDays?: number;
  answers: { laureate: string; presenter: string };
};
/** What a cycle is and when its phases are, as it was planned. */
export type CyclePlan = {
  slug: string;
  number: number;
  year: number;
  title: Texts;
  host: string | null;
  zone: string;
  countries: string[];
  definitionHash: string;
  timetable: Record<'nomination' | 'screening' | 'judging' | 'decision', PlannedPhase>;
  settings: CycleSettings;
};
export type CycleEvent =
  | Message<
      'CyclePlanned',
      CyclePlan & {
        cycleId: string;
        definition: AwardDefinition;
        /** The rows of `capacities`: key and cap of each country and category. */
        capacities: { key: string; cap: number }[];
      }
    >
  | Message<'PhaseOpened', { cycleId: string; phase: Phase; closesAt: string | null; countries: string[] }>
  | Message<'PhaseClosed', { cycleId: string; phase: Phase; because: 'deadline' | 'all-closed' | 'concluded' | 'done' }>
  | Message<'DeadlineMoved', { cycleId: string; phase: Phase; from: string; closesAt: string; reason: string }>
  | Message<'CycleCancelled', { cycleId: string; reason: string }>
  | Message<'CycleSuspended', { cycleId: string; reason: string; at: string }>
  | Message<
      'CycleResumed',
      {
        cycleId: string;
        reason: string;
        suspendedAt: string;
        resumedAt: string;
        /** The phases that close later now, in their order. */
        moves: { phase: Phase; from: string; closesAt: string }[];
        /** The stages still to be published, with their new instants. */
        stages: { stage: Stage; at: string }[];
      }
    >
  | Message<
      'EndorsementRequested',
      {
        cycleId: string;
        groups: string[];
        /** The number of each group's signed decision. */
        decisions: { [group: string]: number };
        winners: Winner[];
        closesAt: string;
        /** The hash of each group's note as it was circulated. */
        fingerprints?: { [group: string]: string };
      }
    >
  | Message<'ResultsEndorsed', { cycleId: string; country: string; laureates: string[]; onBehalf: KeptLetter | null }>
  | Message<
      'ResultObjected',
      {
        cycleId: string;
        country: string;
        laureateId: string;
        group: string;
        reason: string;
        onBehalf: KeptLetter | null;
      }
    >
  | Message<
      'ObjectionSettled',
      {
        cycleId: string;
        country: string;
        laureateId: string;
        group: string;
        outcome: 'upheld' | 'dismissed' | 'withdrawn';
        reason: string;
      }
    >
  | Message<
      'EndorsementConcluded',
      {
        cycleId: string;
        because: 'deadline' | 'all-answered' | 'meeting';
        meetingReference: string | null;
        meetingDate?: string;
        endorsed: Winner[];
        held: string[];
        /** Countries that had not answered. */
        silent: string[];
        /** Until when laureates may answer; missing where offers had no end. */
        answerBy?: string;
        setAt?: string;
      }
    >
  | Message<'AnnouncementPlanned', { cycleId: string; stages: { stage: Stage; at: string }[] }>
  | Message<'StagePublished', { cycleId: string; stage: Stage; laureates: Winner[] }>
  | Message<
      'AnnouncementCorrected',
      {
        cycleId: string;
        stage: Stage;
        laureateId: string;
        field: 'organisation' | 'note';
        text: Texts;
        reason: string;
      }
    >
  | Message<'CycleArchived', { cycleId: string }>;
