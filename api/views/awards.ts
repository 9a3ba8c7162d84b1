// The shape of one award as its laureate, its country and the secretariat see it.
import { z } from 'zod';
import { Deadline } from './deadline.ts';
import { LaureateFileView } from './laureate-files.ts';
import { TextsView } from './views.ts';

const nullable = z.string().nullable();
export const AwardView = z
  .object({
    laureateId: z.string(),
    cycleId: z.string(),
    cycle: TextsView,
    categoryNames: TextsView,
    panel: z.string(),
    country: z.string(),
    category: z.string(),
    place: z.enum(['laureate', 'runner-up']),
    organisation: TextsView,
    title: TextsView,
    citation: z.union([TextsView, z.string()]).nullable(),
    offeredAt: nullable,
    answerBy: Deadline.nullable(),
    answer: z.enum(['accepted', 'declined', 'lapsed', 'revoked']).nullable(),
    replacedBy: nullable,
    contact: z
      .object({ personId: z.string(), name: z.string(), email: nullable, language: z.string() })
      .nullable()
      .describe('Who answers for the laureate'),
    proof: z.object({ outcome: z.enum(['approved', 'correction']), text: nullable }).nullable(),
    publicNote: TextsView.nullable(),
    photo: LaureateFileView.nullable(),
    checkable: z.boolean().describe('A bundle was published to the nominee: how the result came about can be checked'),
  })
  .meta({ id: 'Award' });
