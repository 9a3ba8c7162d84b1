// The shapes of what changed in a nomination.
import { z } from 'zod';
import { TextsView } from './views.ts';

const VersionView = z.object({
  version: z.int(),
  kind: z.enum(['submitted', 'corrected', 'clerical', 'substantive', 'answered']).describe('How it came to be'),
});
const Messages = z.array(z.string()).describe('What was asked for here, and is answered by this');

export const ChangesView = z
  .object({
    nominationId: z.string(),
    from: VersionView,
    to: VersionView,
    complete: z.boolean().describe('False where the content of one of the two was deleted when its time was over'),
    fields: z.array(
      z.object({
        section: z.string(),
        field: z.string(),
        label: TextsView,
        before: z.unknown(),
        after: z.unknown(),
        messages: Messages,
      }),
    ),
    files: z.array(
      z.object({
        change: z.enum(['added', 'removed']),
        field: z.string(),
        label: TextsView,
        name: z.string(),
        size: z.number(),
        type: z.string(),
        hash: z.string(),
        messages: Messages,
      }),
    ),
    messages: z.array(
      z.object({
        field: z.string(),
        label: TextsView,
        message: z.string(),
        changed: z.boolean().nullable().describe('Null for an item of the checklist, which is no field'),
      }),
    ),
  })
  .meta({ id: 'NominationChanges' });
