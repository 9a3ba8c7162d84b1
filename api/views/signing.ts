// The shapes of what is signed, and of signatures that wait.
import { z } from 'zod';
import { TextsView } from './views.ts';

const nullable = z.string().nullable();

export const WaitingSignatureView = z
  .object({
    subject: z.string().describe('What it signs: forwarding/<country>/<category> or decision/<panel>'),
    category: nullable,
    group: nullable.describe('The panel whose decision it is'),
    country: nullable,
    letter: z.string().describe('SHA-256 of the scanned letter'),
    reference: z.string(),
    date: nullable,
    office: nullable.describe('Of the signatory, as the letter says it'),
    name: nullable.describe('Null where it was erased'),
    recordedBy: z.string(),
    recordedAt: z.string(),
  })
  .meta({ id: 'WaitingSignature' });

export const SigningSheetView = z
  .object({
    country: z.string(),
    categories: z.array(
      z.object({
        category: z.string(),
        status: z.string(),
        nominations: z.array(
          z.object({
            nominationId: z.string(),
            place: z.int().describe('By the ranking, else by submission'),
            organisation: TextsView,
            title: TextsView,
            version: z.int(),
            dossier: z.string().describe('SHA-256 of the form as it was submitted'),
            files: z.array(z.string()),
          }),
        ),
        unranked: z.array(z.string()).describe('Forwarded, and missing in the ranking: rank them first'),
        sheet: z.string().describe('The hash of this category: give it when you sign the category'),
        waiting: WaitingSignatureView.nullable(),
      }),
    ),
    sheet: nullable.describe('The hash of all that is open: give it when you sign everything at once'),
  })
  .meta({ id: 'SigningSheet' });
