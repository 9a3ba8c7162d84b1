// How good a working schedule is, in answers: cost by rule, talks without a place, what moved, and what was tried on a copy.
import { z } from 'zod';
import { TryScenario } from '../../domain/forum/messages.ts';

const Terms = z.record(z.string(), z.int()).describe('The cost by soft rule, in points: less is better');
const Slot = z.object({ block: z.string(), room: z.string(), slot: z.int() });
const Cost = z.object({ objective: z.int(), terms: Terms });
const Proven = Cost.extend({
  status: z.enum(['optimal', 'limit']).describe('`optimal`: no schedule is better; `limit`: that is not proven'),
  bound: z.int().nullable().describe('What no schedule can cost less than'),
  gap: z.number().nullable().describe('How much better one could be at most, as a share of the objective'),
});

export const ScheduleQualityView = z
  .object({
    proposal: Proven.extend({ solver: z.string(), now: z.int().nullable() })
      .nullable()
      .describe('What the solver said of the last proposal'),
    current: Cost.describe('The working copy as it stands, with what was done by hand since'),
    left: z.array(
      z.object({
        talk: z.string(),
        reasons: z.array(z.string()),
        slots: z.int().optional(),
        excluded: z
          .array(z.object({ rule: z.string(), slots: z.int() }))
          .optional()
          .describe('How many slots each rule excludes, counted one by one'),
        relief: z
          .object({
            kind: z.string(),
            language: z.string().optional(),
            room: z.string().optional(),
            block: z.string().optional(),
            talk: z.string().optional(),
          })
          .nullish()
          .describe('The one change that would give it a place, tried by the solver; null where none does'),
      }),
    ),
    replan: z
      .object({
        stays: z.int().describe('Talks that stand where the last release has them'),
        moves: z.array(
          z.object({
            talks: z.array(z.object({ talk: z.string(), from: Slot, to: Slot })),
            bought: z.array(z.object({ term: z.string(), points: z.int() })).describe('Points that the move saves'),
            price: z.int().describe('Points that moving itself costs'),
            needed: z.array(z.string()).describe('Rules that putting the talks back would break'),
          }),
        ),
        came: z.array(z.string()).describe('Talks that the release did not have'),
        lost: z.array(z.string()).describe('Talks that have no place any more'),
        gone: z.array(z.string()).describe('Talks that are not given any more'),
      })
      .nullable()
      .describe('Against the last release; null before the first'),
  })
  .meta({ id: 'ScheduleQuality' });

export const ScenariosView = z
  .object({
    current: Cost.describe('The working copy'),
    scenarios: z.array(
      z.object({
        id: z.string().describe("The proposal's id"),
        scenario: TryScenario,
        state: z.enum(['requested', 'running', 'proposed', 'failed', 'cancelled']),
        broken: z.array(z.string()).describe('Why there is no schedule, in sentences'),
        outcome: Proven.extend({
          placements: z.array(Slot.extend({ talk: z.string() })),
          unplaced: z.array(z.string()),
          moved: z.int().describe('Talks that stand elsewhere than in the working copy'),
        }).nullable(),
      }),
    ),
  })
  .meta({ id: 'Scenarios' });
