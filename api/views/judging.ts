// The shapes of what judges and those around them see: judges, proposals, boards.
import { z } from 'zod';
import { BoardEntry, JudgeView, ScorecardView, TextsView } from './views.ts';

export const JudgeDesk = JudgeView.extend({
  name: z.string().describe('Empty once the person was erased'),
  themes: z.array(z.string()),
  conflicts: z.array(z.object({ nominationId: z.string(), kind: z.string(), reason: z.string(), status: z.string() })),
}).meta({ id: 'JudgeDesk' });

/** A sheet with its points, where the viewer may see them. */
export const ScorecardSheet = ScorecardView.extend({ cycleId: z.string(), category: z.string() }).meta({
  id: 'ScorecardSheet',
});
export const ScorecardRow = ScorecardSheet.omit({ scores: true }).meta({ id: 'ScorecardRow' });

export const ProposalView = z
  .object({
    id: z.string(),
    kind: z.enum(['assignment', 'schedule']),
    panel: z.string().nullable(),
    forum: z.string().nullable(),
    state: z.enum(['requested', 'running', 'proposed', 'failed', 'cancelled']),
    progress: z.number().describe('From 0 to 1'),
    objective: z.int().nullable().describe('What the plan has: for an assignment, empty seats'),
    bound: z.int().nullable().describe('What no plan can be better than, where that is known'),
    problem: z.string().nullable().describe('Why it failed: a code of docs/problems.md'),
    requestedAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Proposal' });

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
    mustLeave: z
      .array(z.object({ judgeId: z.string(), name: z.string(), because: z.enum(['declared', 'country']) }))
      .nullable()
      .describe('Who sits on the panel and is kept apart from the entry; null for its other members'),
  })
  .meta({ id: 'PanelEntry' });

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
    method: z.string().nullable().describe('How the sealed tally was made; null until then'),
    minimumSheets: z.int(),
    needsVote: z.array(z.array(z.string())).describe('Entries that stand equal to the end of the ladder'),
    flags: z.array(z.object({ flag: z.string(), detail: z.string() })),
    entries: z.array(BoardEntry),
  })
  .meta({ id: 'Board' });
