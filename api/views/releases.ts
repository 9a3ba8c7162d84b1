// The shapes of releases in answers.
import { z } from 'zod';

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
