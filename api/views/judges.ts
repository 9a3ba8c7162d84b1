// The shapes of what is known of a judge: profile, conflicts, desk, and the list of names where names are hidden.
import { z } from 'zod';
import { JudgeView, TextsView } from './views.ts';

export const JudgeDesk = JudgeView.extend({
  name: z.string().describe('Empty once the person was erased'),
  themes: z.array(z.string()),
  bodies: z.array(z.string()).describe('Names of the bodies that the judge serves'),
  conflicts: z.array(
    z.object({
      nominationId: z.string(),
      kind: z.string(),
      reason: z.string(),
      status: z.string(),
      found: z.string().nullable().describe('By what the system has found it; null where the judge has declared it'),
      declaredAt: z.string(),
      settled: z
        .object({ reason: z.string(), by: z.string(), at: z.string() })
        .nullable()
        .describe('By whom and why; the name is empty once the person was erased'),
      opened: z
        .array(z.object({ part: z.string(), at: z.string() }))
        .describe('What the judge had opened of the entry: sections of the form and papers by their keys'),
    }),
  ),
}).meta({ id: 'JudgeDesk' });

const Tie = z.enum(['body', 'head', 'partner', 'nominator']);
export const NameListView = z
  .object({
    hidden: z.boolean().describe('Judges do not see whose an entry is: conflicts are declared on this list'),
    list: z.string().describe('Of the list as it is: an answer names it'),
    fresh: z.int().describe('Names of which the judge has said nothing yet'),
    names: z.array(z.object({ key: z.string(), names: TextsView, kinds: z.array(Tie) })),
    said: z.array(z.object({ key: z.string(), kind: z.string(), reason: z.string(), at: z.string() })),
  })
  .meta({ id: 'NameList' });

export const JudgingView = z
  .object({
    cycleId: z.string(),
    title: TextsView,
    zone: z.string(),
    cycleStatus: z.string(),
    status: z.enum(['invited', 'accepted', 'declined', 'released']),
    terms: z.object({ version: z.string(), text: TextsView, accepted: z.boolean() }),
    profile: z.object({
      wishes: z.array(z.string()).describe('Themes that the judge would like to read'),
      languages: z.array(z.string()),
      themes: z.array(z.string()),
      capacity: z.int().nullable(),
      bodies: z.array(z.string()),
      country: z.string().nullable(),
    }),
    names: z.int().describe('Names of which the judge has said nothing yet, where the award hides whose an entry is'),
    groups: z.array(
      z.object({
        group: z.string(),
        category: z.string().nullable(),
        categoryNames: TextsView,
        country: z.string().nullable(),
        countryNames: TextsView.nullable(),
        panelStatus: z.string().nullable().describe('Null before there is a panel'),
        chair: z.string().nullable(),
        leads: z.boolean().describe('As the chair or the deputy'),
        closesAt: z.string().nullable(),
        entries: z.int(),
        undeclared: z.int().describe('Entries of which the judge has not said whether a conflict stands in between'),
        done: z.int(),
        minutesLeft: z.int(),
        round: TextsView.nullable().describe('In which the panel judges; null where the award has one'),
        finished: z.boolean(),
        calibration: z
          .object({ of: z.int(), left: z.int() })
          .nullable()
          .describe('Reference entries that come before the real ones, and how many are left; null for none'),
      }),
    ),
  })
  .meta({ id: 'Judging' });
