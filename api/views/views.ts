// The shapes of what views answer: contract, validation in tests, and OpenAPI at once.
import { z } from 'zod';
import { Deadline } from './deadline.ts';

export const TextsView = z.record(z.string(), z.string());
/** UTC, ISO 8601; the zone that governs it stands beside. */
const At = z.string();

export const NominationRow = z
  .object({
    nominationId: z.string(),
    cycleId: z.string(),
    country: z.string(),
    category: z.string(),
    status: z.string(),
    version: z.int(),
    organisation: TextsView,
    title: TextsView,
    submittedAt: At,
    correctBy: At.nullable(),
    checks: z.object({ passed: z.int(), failed: z.int(), of: z.int() }),
    missingFiles: z.int().describe('Files that it was submitted with and that have not come'),
  })
  .meta({ id: 'NominationRow' });
export const NominationView = NominationRow.omit({ missingFiles: true })
  .extend({
    asOf: At.nullable().describe('The instant at which it is shown; null where it is as it stands now'),
    writes: z.boolean().describe('Its draft is there for the viewer to read and write'),
    objectionEnds: Deadline.nullable().describe('Until when a rejection may be objected to'),
    correction: Deadline.nullable().describe('Until when it is corrected, by the country’s clock and the reader’s'),
    content: z.record(z.string(), z.unknown()),
    /** What was typed, by field, where Unicode or a day of the Christian Era was taken for it; for the desks alone. */
    originals: z.record(z.string(), z.string()),
    files: z.array(z.string()),
    newestVersion: z.int().describe('Newer than `version` where the dossier was changed after judges were given it'),
    returned: z.array(z.object({ field: z.string(), message: z.string() })).nullable(),
    objectUntil: At.nullable().describe('Until when a rejection may be objected to'),
    objection: z.enum(['open', 'upheld']).nullable(),
    amendment: z
      .object({ reason: z.string(), draftVersion: z.int() })
      .nullable()
      .describe('A change of the dossier that waits for leave'),
    zone: z.string().describe('The time zone that governs the instants of its country'),
    checklist: z
      .array(
        z.object({
          item: z.string(),
          label: TextsView,
          outcome: z.enum(['passed', 'failed']).nullable(),
          note: z.string(),
          at: At.nullable(),
        }),
      )
      .describe('Every item, those without an outcome too'),
    missing: z.array(z.object({ fileId: z.string(), field: z.string().nullable(), name: z.string() })),
    recorded: z.array(z.object({ item: z.string(), outcome: z.enum(['passed', 'failed']), note: z.string(), at: At })),
  })
  .meta({ id: 'Nomination' });

export const QuestionView = z
  .object({
    field: z.string().describe('The key of the field, with the language behind a dot: name.my'),
    kind: z.enum(['zawgyi', 'buddhist-era']),
    typed: z.string().describe('As it was typed, and is stored'),
    suggested: z.string().describe('What it would be: Unicode, or the day in the Christian Era'),
  })
  .meta({ id: 'Question' });

const Standing = z.object({
  stage: z
    .string()
    .describe('`draft` before it is submitted; `with-country` when a dossier was given back after the decision'),
  submittedVersion: z.int().nullable(),
  until: At.nullable().describe('Until when it can be submitted, corrected or answered'),
  zone: z.string().describe('The zone that governs that instant'),
  open: z.boolean().describe('Whether it can be sent in now'),
  messages: z.array(z.object({ field: z.string(), message: z.string() })).describe('What it was given back for'),
});

/** A section at version 1 was never saved by itself or with the whole: nobody has touched it. */
export const SectionView = z.object({
  key: z.string(),
  version: z.int(),
  savedAt: At.nullable(),
  savedBy: z.string().nullable(),
  savedByName: z.string().nullable(),
});
export const DraftView = z
  .object({
    form: z.string(),
    subjectId: z.string(),
    cycleId: z.string(),
    country: z.string(),
    category: z.string(),
    inHouse: z.boolean().describe("Started by the country's desk"),
    standing: Standing.describe('Where it stands with the desk, and until when it can be sent in'),
    version: z.int(),
    content: z.record(z.string(), z.unknown()),
    savedAt: At,
    savedBy: z.string(),
    savedByName: z.string().nullable(),
    sections: z.array(SectionView).describe('Each can be saved by itself on top of its own version'),
    /** Of the required fields and attachments, those that are there. */
    percentComplete: z.int(),
    files: z.array(
      z.object({
        fileId: z.string(),
        field: z.string(),
        name: z.string(),
        size: z.int(),
        type: z.string(),
        hash: z.string(),
        state: z.enum(['registered', 'arrived', 'erased']),
      }),
    ),
    /** What is asked back about an answer before it is taken: answer with POST …/answers. */
    questions: z.array(QuestionView),
    /** What still keeps it from being submitted. */
    problems: z.array(z.object({ field: z.string(), rule: z.string(), message: z.string() })),
  })
  .meta({ id: 'Draft' });

export const JudgeView = z
  .object({
    cycleId: z.string(),
    judgeId: z.string(),
    groups: z.array(z.string()),
    country: z.string().nullable(),
    status: z.string(),
    terms: z.string().nullable(),
    languages: z.array(z.string()),
    capacity: z.int().nullable(),
    finished: z.array(z.string()),
    conflicts: z.array(z.object({ nominationId: z.string(), kind: z.string(), status: z.string() })),
  })
  .meta({ id: 'Judge' });

export const WinnerView = z
  .object({
    laureateId: z.string(),
    group: z.string(),
    country: z.string(),
    category: z.string(),
    organisation: TextsView,
    place: z.enum(['laureate', 'runner-up']),
    order: z.int(),
  })
  .meta({ id: 'Winner' });

export const PanelView = z
  .object({
    id: z.string(),
    cycleId: z.string(),
    group: z.string(),
    country: z.string().nullable(),
    category: z.string(),
    status: z.string(),
    chair: z.string().nullable(),
    deputyChair: z.string().nullable(),
    judges: z.array(z.string()),
    reserves: z.array(z.string()),
    round: z.string(),
    entries: z.array(
      z.object({
        nominationId: z.string(),
        country: z.string(),
        organisation: TextsView,
        dossierVersion: z.int().describe('The version that is judged'),
        newestVersion: z.int().describe('Newer where a slip was put right since'),
      }),
    ),
    decision: z.array(WinnerView).nullable(),
    source: z.string().nullable(),
    signedAt: At.nullable(),
    keptAway: z.boolean().describe('Some entry of the panel is not the viewer’s to see'),
    judgingOver: z.boolean().describe('Judging is closed for the panel, and not opened again by a dispensation'),
    rounds: z
      .array(
        z.object({
          key: z.string(),
          names: TextsView,
          state: z.enum(['ended', 'present', 'to-come']),
          entries: z.int().nullable().describe('Of those that the viewer sees'),
          wentOn: z.int().nullable(),
          closesAt: At.nullable().describe('Of the present round, where it ends before judging does'),
        }),
      )
      .describe('In their order; empty where the award judges in one round'),
  })
  .meta({ id: 'Panel' });

export const SheetScore = z.object({
  criterion: z.string(),
  points: z.int().nullable().describe('Null where the judge abstained; the comment says why'),
  comment: z.string(),
});

export const ScorecardView = z
  .object({
    id: z.string(),
    nominationId: z.string(),
    judgeId: z.string(),
    round: z.string(),
    group: z.string(),
    dossierVersion: z.int().describe('The version that the sheet is about'),
    newestVersion: z.int().describe('Newer where the dossier was changed since'),
    status: z.string(),
    organisation: TextsView,
    title: TextsView,
    scores: z.array(SheetScore).nullable(),
    submittedAt: At.nullable(),
  })
  .meta({ id: 'Scorecard' });

export const BoardEntry = z
  .object({
    group: z.string(),
    nominationId: z.string(),
    country: z.string(),
    organisation: TextsView,
    dossierVersion: z.int(),
    newestVersion: z.int(),
    assigned: z.int(),
    submitted: z.int(),
    recused: z.int(),
    /** Out of 100, rounded half up, for display; the exact fraction beside it. Null until the tally is sealed. */
    shown: z.string().nullable(),
    score: z.string().nullable(),
    rank: z.int().nullable(),
    unranked: z.string().nullable(),
    /** Lowest and highest sheet out of 100, for the spread; null until the tally is sealed. */
    lowest: z.string().nullable(),
    highest: z.string().nullable(),
    /** How far these two lie apart. */
    spread: z.string().nullable(),
    /** The plain mean out of 100, whatever method ranks. */
    shownMean: z.string().nullable(),
    shownAdjusted: z
      .string()
      .nullable()
      .describe('Out of 100, as if every assessor had been equally strict; null where the panel is not connected'),
    decidedBy: z
      .object({ rung: z.string(), criterion: z.string().optional() })
      .nullable()
      .describe('What set it before the next entry: the score, or a rung of the tie ladder'),
    loweredBecause: z.string().nullable().describe('Why fewer sheets are enough for it than the award says'),
    minimum: z.int().describe('Sheets that it needs at least: the award’s, or fewer where that was lowered for it'),
    goesOn: z.boolean().nullable().describe('Whether it went on to the next round; null until that is settled'),
    late: z.int().describe('Sheets that came after the cut-off and are not counted'),
    called: z.int().describe('Reserves who were called to it and have not handed in yet'),
    conflicts: z.int().describe('Judges of the panel who are kept apart from it'),
    flags: z.array(
      z.enum([
        'missing-sheets',
        'below-minimum',
        'wide-spread',
        'near-tie',
        'tie',
        'conflict',
        'late-sheet',
        'reserve-called',
        'changed-since',
      ]),
    ),
  })
  .meta({ id: 'BoardEntry' });

export const LaureateView = WinnerView.extend({
  endorsedAt: At.nullable(),
  held: z.boolean(),
  answer: z.string().nullable(),
  replacedBy: z.string().nullable(),
  current: z.boolean(),
  source: z.string().nullable(),
  dossier: z.enum(['none', 'verified', 'with-country', 'answered']).describe('What the secretariat says of it'),
}).meta({ id: 'Laureate' });
