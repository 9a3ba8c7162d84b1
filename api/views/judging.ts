// The shapes of what judges and those around them see: desks, proposals, boards.
import { z } from 'zod';
import { BoardEntry, ScorecardView, SheetScore, TextsView, WinnerView } from './views.ts';

/** A sheet with its points, where the viewer may see them. */
export const ScorecardSheet = ScorecardView.extend({ cycleId: z.string(), category: z.string() }).meta({
  id: 'ScorecardSheet',
});
const SheetStep = z.object({
  version: z.int(),
  what: z.enum(['assigned', 'submitted', 'reopened', 'renewed', 'recused']),
  at: z.string(),
  by: z.string().describe('Empty for the process, and once the person was erased'),
  dossierVersion: z.int(),
  reason: z.string().nullable(),
  amended: z.boolean().describe('The dossier was changed: nobody gave the sheet back'),
  scores: z.array(SheetScore).nullable().describe('What was handed in with it, where the viewer may see it'),
});
/** A sheet with all that became of it, the oldest first. */
export const SheetVersionsView = ScorecardSheet.pick({
  cycleId: true,
  group: true,
  category: true,
  nominationId: true,
  organisation: true,
  status: true,
})
  .extend({
    scorecard: z.string(),
    judge: z.string().describe('Empty once the person was erased'),
    panelStatus: z.string(),
    withheld: z
      .enum(['own-first', 'until-sealed'])
      .nullable()
      .describe("Why no points are shown: the viewer's own sheet, or the tally, comes first"),
    steps: z.array(SheetStep),
  })
  .meta({ id: 'SheetVersions' });
export const ScorecardRow = ScorecardSheet.omit({ scores: true })
  .extend({
    declared: z.boolean().describe('The judge has said that no conflict stands in between: the entry is open'),
    minutes: z.int().describe('About how long it takes to read and to score'),
    draftSavedAt: z.string().nullable().describe('When what is not handed in yet was saved last'),
    ended: z.boolean().describe('Its round is over: nothing is handed in any more'),
    lateAt: z.string().nullable().describe('When a sheet came after the end: it is kept for the chair'),
  })
  .meta({ id: 'ScorecardRow' });

export const LateSheetRow = z
  .object({
    lateId: z.string(),
    scorecard: z.string(),
    nominationId: z.string(),
    organisation: TextsView,
    judgeId: z.string(),
    judge: z.string().describe('Empty once the person was erased'),
    round: z.string(),
    refusal: z.string().describe('The code of docs/problems.md with which it was refused'),
    arrivedAt: z.string(),
    seenBy: z
      .array(z.object({ name: z.string(), at: z.string() }))
      .describe('Who has looked at its points, and when first'),
  })
  .meta({ id: 'LateSheetRow' });
export const LateSheetView = LateSheetRow.extend({
  scores: z
    .array(SheetScore)
    .nullable()
    .describe('Null for who has stepped back from the entry, or has a sheet of their own still open'),
}).meta({ id: 'LateSheet' });

export const PanelEntryView = z
  .object({
    nominationId: z.string(),
    group: z.string(),
    category: z.string(),
    country: z.string(),
    organisation: TextsView,
    title: TextsView,
    dossierVersion: z.int(),
    newestVersion: z.int(),
    status: z.string().describe('Of the panel'),
    sheets: z
      .array(
        z.object({
          scorecard: z.string(),
          judgeId: z.string(),
          name: z.string(),
          status: z.string(),
          submittedAt: z.string().nullable(),
        }),
      )
      .nullable()
      .describe('How far each judge is with it, without points; null for members who do not lead'),
    mustLeave: z
      .array(z.object({ judgeId: z.string(), name: z.string(), because: z.enum(['declared', 'country']) }))
      .nullable()
      .describe('Who sits on the panel and is kept apart from the entry; null for its other members'),
  })
  .meta({ id: 'PanelEntry' });

export const DecisionView = z
  .object({
    status: z.string().describe('Of the panel'),
    number: z.int(),
    outside: z.boolean().describe('Decided on paper: no scores'),
    winners: z.array(WinnerView),
    reasons: z.string(),
    reasonsOf: z.array(z.object({ laureateId: z.string(), reason: z.string() })),
    departure: z.string().nullable().describe('Why it departs from the ranking; null where it follows it'),
    source: z.string().nullable(),
    minutes: z.string().nullable().describe('The SHA-256 of the minutes'),
    recordedBy: z.string().describe('Another person signs what was decided on paper'),
    waiting: z
      .object({ reference: z.string(), office: z.string().nullable(), recordedBy: z.string() })
      .nullable()
      .describe('A signature by letter that waits for a second person'),
    signedAt: z.string().nullable(),
  })
  .meta({ id: 'Decision' });
/** The votes that break ties, and whom they are about. */
export const DeliberationView = z
  .object({
    keptAway: z.boolean().describe('An entry is in conflict with the viewer: the decision is not shown to them'),
    decision: DecisionView.nullable(),
    votes: z.array(
      z.object({
        entries: z.array(z.string()),
        votes: z.array(z.object({ judgeId: z.string(), choice: z.string().nullable() })),
      }),
    ),
    judges: z.array(z.object({ judgeId: z.string(), name: z.string() })).describe('Who sits on the panel'),
    awards: z.object({ laureates: z.int(), runnersUp: z.int(), noAward: z.boolean() }),
    outsideDecision: z.boolean().describe('Whether the award takes what a country decided on paper'),
  })
  .meta({ id: 'Deliberation' });

export const NoteView = z
  .object({
    noteId: z.string(),
    author: z.string(),
    name: z.string().describe('Empty once the person was erased'),
    own: z.boolean(),
    version: z.int(),
    text: z.string(),
    writtenAt: z.string(),
    revisedAt: z.string().nullable(),
    former: z.array(z.object({ version: z.int(), text: z.string(), writtenAt: z.string() })),
  })
  .meta({ id: 'Note' });

/** One group: entries of two groups stand in no order to each other. */
export const BoardView = z
  .object({
    id: z.string(),
    cycleId: z.string(),
    group: z.string(),
    country: z.string().nullable(),
    category: z.string(),
    status: z.string(),
    round: z.string(),
    method: z.string().nullable().describe('How the sealed tally was made; null until then'),
    soleNominee: z.boolean().describe('One entry alone: decided by checks and threshold, without ranks'),
    minimumSheets: z.int(),
    needsVote: z.array(z.array(z.string())).describe('Entries that stand equal to the end of the ladder'),
    flags: z.array(
      z.object({
        flag: z.string(),
        detail: z.string(),
        shown: z.string().nullable().describe('A close lead, out of 100'),
      }),
    ),
    entries: z.array(BoardEntry),
  })
  .meta({ id: 'Board' });
