// The shape of who goes on from round to round.
import { z } from 'zod';
import { TextsView } from './views.ts';

const Named = z.object({ key: z.string(), names: TextsView });

const Rule = z
  .union([z.object({ atMost: z.int() }), z.object({ share: z.string() }), z.object({ threshold: z.int() })])
  .nullable()
  .describe('Who goes on by the award');
const near = z.array(z.string()).describe('So close to the cut that a little would change it');
const settledOnce = {
  entries: z.array(z.string()),
  proposed: z.array(z.string()),
  departures: z.array(z.object({ nominationId: z.string(), goesOn: z.boolean(), reason: z.string() })),
  by: z.string().describe('Empty once the person was erased'),
  at: z.string(),
  anew: z.string().nullable().describe('Why it took the place of what was settled before, where it did'),
};

export const ShortlistView = z
  .object({
    round: Named.describe('In which the panel judges now'),
    next: Named.nullable().describe('Null in the last round'),
    rule: Rule,
    keptAway: z.boolean().describe('Some entry is not the viewer’s to see: nothing is told of who goes on'),
    proposed: z.array(z.string()).nullable().describe('Best first; null until the tally is sealed'),
    near,
    anew: z
      .object({
        ...{ round: Named, next: Named, rule: Rule, proposed: z.array(z.string()), near },
        entries: z.array(z.string()).describe('Who can be named'),
      })
      .nullable()
      .describe(
        'The round before, while it may be settled anew who goes on from it: until something of this one is released',
      ),
    settled: z
      .array(
        z.object({
          round: Named,
          next: Named,
          ...settledOnce,
          earlier: z.array(z.object(settledOnce)).describe('What was settled before and holds no more, oldest first'),
        }),
      )
      .describe('Round by round'),
  })
  .meta({ id: 'Shortlist' });
