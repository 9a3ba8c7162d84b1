// The shape of who holds which role.
import { z } from 'zod';

export const MemberView = z
  .object({
    grantId: z.string(),
    personId: z.string(),
    name: z.string().describe('Empty once the person was erased'),
    email: z.string().nullable(),
    role: z.string(),
    scope: z.object({
      award: z.string().optional(),
      country: z.string().optional(),
      forum: z.string().optional(),
      nomination: z.string().optional(),
      laureate: z.string().optional(),
    }),
    from: z.string(),
    until: z.string().nullable(),
    zone: z.string().describe('Governs the dates'),
    standing: z.enum(['holder', 'acting', 'to-come']).describe('acting: a deputy, whose role ends by itself'),
    grantedBy: z.string(),
  })
  .meta({ id: 'Member' });
