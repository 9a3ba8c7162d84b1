// Proposals of solvers, an assignment before it is released, and what is answered to a change of it by hand.
import { z } from 'zod';
import { TextsView } from './views.ts';

export const ProposalView = z
  .object({
    id: z.string(),
    kind: z.enum(['assignment', 'schedule']),
    panel: z.string().nullable(),
    forum: z.string().nullable(),
    state: z.enum(['requested', 'running', 'proposed', 'failed', 'cancelled']),
    progress: z.number().describe('From 0 to 1'),
    objective: z.int().nullable().describe('What the plan costs in points; where all read all, its empty seats'),
    bound: z.int().nullable().describe('What no plan can be better than, where that is known'),
    problem: z.string().nullable().describe('Why it failed: a code of docs/problems.md'),
    broken: z.array(z.string()).describe('Why there is no plan, in sentences'),
    requestedAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Proposal' });

export const AssignmentView = z
  .object({
    status: z.enum(['none', 'requested', 'proposed']),
    proposalId: z.string().nullable(),
    seats: z.int().describe('Judges that an entry should have'),
    emptySeats: z.int().nullable().describe('Seats that the proposal leaves empty'),
    method: z
      .enum(['all', 'seats', 'hand'])
      .nullable()
      .describe('All read all, the solver fills the seats, or by hand'),
    objective: z.int().nullable().describe('What the plan costs, in points: less is better'),
    bound: z.int().nullable().describe('What no plan can cost less than, where that is known'),
    gap: z.number().nullable().describe('How much better a plan could be at most, as a share of the objective'),
    terms: z.record(z.string(), z.int()).nullable().describe('The objective by rule'),
    solver: z.string().nullable(),
    shortage: z
      .object({
        missing: z.int(),
        entries: z.array(z.string()),
        seats: z.int(),
        judges: z.array(z.string()),
        room: z.int(),
      })
      .nullish()
      .describe('Why seats stay empty in every plan: these entries, and the room of all who may read them'),
    islands: z
      .array(z.object({ entries: z.array(z.string()), judges: z.array(z.string()) }))
      .describe('Groups of judges who share no entry; none where the panel hangs together'),
    broken: z.array(z.string()).describe('Why the solver found no plan, in sentences'),
    rules: z
      .array(z.object({ rule: z.string(), of: z.array(z.string()) }))
      .describe('The same by the code of each rule, with the entries and judges that it is about'),
    themes: z.array(z.object({ key: z.string(), label: TextsView })).describe('What entries and judges may name'),
    judges: z.array(
      z.object({
        judgeId: z.string(),
        name: z.string(),
        country: z.string().nullable(),
        reserve: z.boolean(),
        accepted: z.boolean(),
        capacity: z.int().nullable().describe('Entries that the judge can read; null for as many as there are'),
        load: z.int().describe('Entries that the judge has, with those proposed'),
      }),
    ),
    entries: z.array(
      z.object({
        nominationId: z.string(),
        country: z.string(),
        organisation: TextsView,
        released: z.array(z.string()).describe('Judges who have it'),
        proposed: z.array(z.string()).describe('Judges who would get it too'),
        apart: z.array(z.string()).describe('Judges of the panel who must not have it'),
        readings: z
          .array(
            z.object({
              judgeId: z.string(),
              affinity: z.int().describe('Of 100'),
              languages: z.array(z.string()).describe('Languages of the entry that the judge reads'),
              themes: z.array(z.string()).describe('Its themes that the judge knows'),
              wished: z.array(z.string()).describe('Its themes that the judge would like to read'),
            }),
          )
          .describe('Why each judge has it or would get it'),
        excluded: z
          .array(z.object({ judgeId: z.string(), rule: z.enum(['conflict', 'full', 'colleague', 'open']) }))
          .describe('Where a seat is empty: which rule keeps each other judge of the panel off'),
        pinned: z.array(z.string()),
        came: z.array(z.string()).describe('New against the proposal before'),
        left: z.array(z.string()).describe('Gone against the proposal before'),
        standIns: z.array(z.string()).describe('Reserves who could step in, the best first'),
        missing: z
          .array(
            z.object({
              judgeId: z.string(),
              because: z.enum(['recused', 'left']),
              called: z.string().nullable().describe('Who was called instead; null while the seat is empty'),
            }),
          )
          .describe('Judges who had it and have stepped back or left: a person calls a reserve, nothing by itself'),
      }),
    ),
  })
  .meta({ id: 'Assignment' });

const Broken = z.object({ rule: z.string(), of: z.array(z.string()), message: z.string() });
export const AssignmentChange = z
  .object({
    done: z.boolean().describe('False after a trial, and where a rule is broken'),
    refused: z.array(Broken).describe('Rules that it breaks: nothing is done'),
    noted: z.array(Broken).describe('What the policy would have otherwise; a person may decide so'),
    came: z.array(z.object({ nominationId: z.string(), judgeId: z.string() })),
    left: z.array(z.object({ nominationId: z.string(), judgeId: z.string() })),
    before: z.int().describe('What the plan costs as it stands, in points'),
    after: z.int(),
    lines: z
      .array(z.object({ row: z.int(), value: z.string(), rule: z.enum(['unknown-entry', 'unknown-judge']) }))
      .describe('Lines of a table that name nobody'),
  })
  .meta({ id: 'AssignmentChange' });
