// The shapes of reserves and of who was asked to speak.
import { z } from 'zod';
import { TextsView } from './views.ts';

const Asking = z.object({
  name: z.string().nullable().describe('Null once the person was erased'),
  askedAt: z.string(),
  outcome: z.enum(['waiting', 'confirmed', 'declined', 'lapsed', 'replaced']),
  outcomeAt: z.string().nullable(),
  reason: z.string().nullable(),
});
const Laureate = z.object({
  laureateId: z.string(),
  country: z.string(),
  category: z.string(),
  organisation: TextsView,
});
export const ReserveView = Laureate.extend({
  kind: z.enum(['runner-up', 'choice']),
  order: z.int(),
  namedAt: z.string(),
  status: z.string().describe('`reserve` until it is asked, then as the talk stands'),
  insteadOf: z.string().nullable(),
  askings: z.array(Asking),
}).meta({ id: 'Reserve' });
export const ReservesView = z
  .object({
    items: z.array(ReserveView),
    candidates: z.array(Laureate).describe('Endorsed runners-up who are neither named nor asked'),
    asked: z.array(z.object({ laureateId: z.string(), askings: z.array(Asking) })),
    names: z
      .object({ countries: z.record(z.string(), TextsView), categories: z.record(z.string(), TextsView) })
      .describe('What the award calls its countries and categories; nothing where the forum is of no cycle'),
  })
  .meta({ id: 'Reserves' });
