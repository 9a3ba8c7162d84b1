// What is shown of emergency access to entries.
import { z } from 'zod';
import { TextsView } from './views.ts';

export const AccessView = z
  .object({
    requestId: z.string(),
    nominationId: z.string().nullable().describe('Null for who is kept from the entry and has not asked by its id'),
    organisation: TextsView.nullable(),
    personId: z.string(),
    person: z.string().describe('Empty once the person was erased'),
    reason: z.string(),
    hours: z.number(),
    requestedBy: z.string(),
    requestedByName: z.string(),
    requestedAt: z.string(),
    state: z.enum(['waiting', 'granted', 'refused', 'ended', 'expired']),
    decidedByName: z.string().nullable(),
    decidedAt: z.string().nullable(),
    until: z.string().nullable().describe('While it was granted, until when'),
    ended: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
    refusedBecause: z.string().nullable(),
    mayAnswer: z.boolean().describe('The viewer is a second person to it'),
  })
  .meta({ id: 'EmergencyAccess' });
export const AccessCandidateView = z
  .object({
    nominationId: z.string(),
    organisation: TextsView.nullable().describe('Null where it is the viewer who is kept from it'),
    personId: z.string(),
    person: z.string(),
    own: z.boolean(),
  })
  .meta({ id: 'EmergencyAccessCandidate' });
