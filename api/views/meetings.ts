// The shapes of a panel's meeting.
import { z } from 'zod';
import { TextsView } from './views.ts';

export const MeetingView = z
  .object({
    id: z.string(),
    version: z.int().describe('Of what was kept; 0 while the agenda is the one that the board suggests'),
    writtenAt: z.string().nullable(),
    heldAt: z.string().nullable(),
    zone: z.string(),
    place: z.string(),
    present: z.array(z.string()),
    guests: z.string(),
    members: z.array(z.object({ judgeId: z.string(), name: z.string(), part: z.enum(['chair', 'deputy', 'member']) })),
    items: z.array(
      z.object({
        itemId: z.string(),
        nominationId: z.string().nullable().describe('Null for what is no entry'),
        title: z.string(),
        organisation: TextsView.nullable(),
        flags: z.array(z.string()).describe('Why to talk about it, as the board says'),
        rank: z.int().nullable(),
        mustLeave: z.array(
          z.object({ judgeId: z.string(), name: z.string(), because: z.enum(['declared', 'country']) }),
        ),
        said: z.string(),
        left: z.array(z.string()).describe('Who was out of the room'),
        answers: z.array(z.object({ flag: z.string(), text: z.string() })),
        notes: z.array(z.string()).describe('Those that the minutes include'),
        noted: z
          .array(z.object({ noteId: z.string(), name: z.string(), text: z.string() }))
          .describe('For who leads, to choose from; for the others those that were chosen'),
      }),
    ),
    motions: z
      .array(
        z.object({
          itemId: z.string(),
          text: z.string(),
          entries: z.array(z.string()),
          votes: z.array(z.object({ judgeId: z.string(), choice: z.string().nullable() })),
          left: z.array(z.string()),
        }),
      )
      .describe('What was voted on beside ties: choice is for, against, or null for an abstention'),
  })
  .meta({ id: 'Meeting' });
