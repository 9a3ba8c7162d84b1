// The shapes of an entry as its judge reads it: the form, its files, and the sheet with its draft.
import { z } from 'zod';
import { ScorecardSheet } from './judging.ts';

const Points = z.object({
  criterion: z.string(),
  points: z.int().nullable(),
  comment: z.string(),
  abstains: z.literal(true).optional().describe('The criterion is left out; the comment says why'),
});
/** Version 0: nothing was saved yet. */
export const SheetDraft = z
  .object({ version: z.int(), savedAt: z.string().nullable(), scores: z.array(Points) })
  .meta({ id: 'SheetDraft' });

/** An entry beside its sheet: all that is needed to score it, without a line too. The rubric is in the cycle's definition. */
export const EntryView = z
  .object({
    sheet: ScorecardSheet,
    draft: SheetDraft,
    returned: z.string().nullable().describe('Why the sheet was given back'),
    minutes: z.int(),
    country: z.string(),
    content: z.record(z.string(), z.unknown()).describe('The form as the judge may see it, field by field'),
    files: z.array(
      z.object({
        fileId: z.string(),
        field: z.string().nullable(),
        name: z.string(),
        size: z.int(),
        type: z.string(),
        arrived: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Entry' });
