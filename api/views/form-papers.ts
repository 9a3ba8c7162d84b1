// What a filled form amounts to, place by place.
import { z } from 'zod';
import { TextsView } from './views.ts';

export const FormReport = z
  .object({
    nominationId: z.string(),
    dryRun: z.boolean(),
    version: z.int().describe('Of the draft, as it stands now'),
    madeFrom: z
      .int()
      .nullable()
      .describe('The version of the draft that the form was made from, where the file says so'),
    lines: z.array(
      z.object({
        ref: z.string().describe('A field, or a field in one language: name.th'),
        section: z.string().nullable(),
        field: z.string(),
        language: z.string().nullable(),
        label: TextsView,
        outcome: z.enum(['taken', 'unchanged', 'conflict', 'emptied', 'refused', 'missing', 'unknown']),
        text: z.string().describe('What the file says'),
        saved: z.string().describe('What the draft had'),
        faults: z.array(z.object({ rule: z.string(), message: z.string() })),
        mayBeTaken: z.boolean().describe('Taken all the same when `take` names it'),
        questions: z.array(z.string()).describe('What the draft will ask about it'),
        savedAt: z.string().nullable().describe('Of a conflict: when its section was saved last, and by whom'),
        savedByName: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'FormReport' });
