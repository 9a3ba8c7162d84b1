// The shapes of releases in answers.
import { z } from 'zod';
import { PlaceView } from './forums.ts';
import { TextsView } from './views.ts';

export const ReleaseView = z
  .object({
    number: z.int(),
    name: z.string(),
    note: z.string(),
    at: z.string(),
    by: z.string().nullable().describe('Who released it; null where the person was erased'),
    placed: z.int(),
    unplaced: z.int(),
    moved: z.int().describe('New talks and moved ones'),
  })
  .meta({ id: 'Release' });

export const DifferenceView = z
  .object({
    from: z.int().nullable().describe('A release; null before the first one'),
    to: z.int().nullable().describe('A release; null for the working copy'),
    lines: z.array(
      z.object({
        talk: z.string(),
        organisation: TextsView,
        country: z.string(),
        presenter: z.string().nullable(),
        change: z.enum(['new', 'moved', 'gone', 'same']),
        from: PlaceView.nullable(),
        to: PlaceView.nullable(),
      }),
    ),
  })
  .meta({ id: 'ScheduleDifference' });

export const ReleasePreviewView = DifferenceView.extend({
  byAnother: z.boolean().describe('The reader has a conflict in this cycle: somebody else releases, and ticks'),
  warnings: z.array(
    z.object({
      key: z.string().describe('What `ticked` names in a release'),
      kind: z.enum(['unconfirmed', 'fallen-out', 'unplaced', 'vacant', 'clash', 'reveals']),
      talk: z.string().nullable(),
      rule: z.string().nullable().describe('Of a clash'),
      other: z.string().nullable().describe('The talk that it clashes with'),
      session: z.string().nullable().describe('Of a session without a moderator, `<block>/<room>`'),
    }),
  ),
}).meta({ id: 'ReleasePreview' });
