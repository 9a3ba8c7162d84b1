// The shapes of drafts seen from outside: their editors, lists and counts.
import { z } from 'zod';
import { TextsView } from './views.ts';

export const EditorsView = z
  .object({
    editors: z.array(
      z.object({
        personId: z.string(),
        name: z.string().nullable(),
        active: z.boolean().describe('False for one who was erased or has no role here any more'),
      }),
    ),
    invited: z.array(z.object({ personId: z.string(), name: z.string(), until: z.string() })),
  })
  .meta({ id: 'Editors' });

export const DraftRow = z
  .object({
    nominationId: z.string(),
    category: z.string(),
    inHouse: z.boolean().describe("Started by the country's desk"),
    title: TextsView,
    percentComplete: z.int(),
    status: z.string().nullable().describe('Of the nomination, once it is submitted'),
    orphaned: z.boolean().describe('Nobody is left who can edit it'),
    details: z
      .object({
        version: z.int(),
        savedAt: z.string(),
        savedBy: z.string().nullable(),
        editors: z.array(z.string()),
        own: z.boolean().describe('Whether you are one of them'),
        missingPapers: z
          .array(z.string())
          .describe('Keys of the papers that the form must have and that are not there'),
      })
      .nullable()
      .describe("Null of an applicant's draft, for who does not edit it"),
  })
  .meta({ id: 'DraftRow' });

export const DraftCount = z
  .object({
    country: z.string(),
    category: z.string(),
    drafts: z.int().describe('Not submitted yet'),
    inHouse: z.int().describe("Of these, started by the country's desk"),
    submitted: z.int(),
  })
  .meta({ id: 'DraftCount' });
