// The shapes of what is measured of a panel: how far its judges agree, and how its sheets came in.
import { z } from 'zod';

const Judge = z.object({ judgeId: z.string(), name: z.string().describe('Empty once the person was erased') });
const Points = z.number().describe('Of 100');
const Islands = z
  .array(z.array(Judge))
  .describe('Judges linked by entries which they read together: more than one group cannot be compared');

const AgreementView = z.object({
  ofMean: z
    .object({
      value: z.number(),
      from: z.number().nullable(),
      to: z.number().nullable(),
      reading: z.enum(['poor', 'moderate', 'good', 'excellent']),
    })
    .nullable()
    .describe(
      'ICC(2,k), with where it lies with 95 of 100; null where a judge did not read an entry, or nothing differs',
    ),
  ofOne: z.number().nullable().describe('ICC(2,1)'),
  judgesNeeded: z.int().nullable().describe('Of an entry, for a reliability of 0.80; null where no number would do'),
  alpha: z
    .object({ value: z.number(), reading: z.enum(['reliable', 'tentative', 'not-reliable']) })
    .nullable()
    .describe("Krippendorff's α by distance; null where all sheets are equal"),
  concordance: z
    .object({ w: z.number(), chiSquare: z.number(), freedom: z.int(), p: z.number() })
    .nullable()
    .describe("Kendall's W with ties; null as for ICC"),
});

const JudgeReliability = Judge.extend({
  sheets: z.int(),
  leniency: z.object({ points: Points, error: Points, flagged: z.boolean() }).nullable(),
  agreement: z
    .object({ correlation: z.number(), entries: z.int(), flagged: z.boolean() })
    .nullable()
    .describe('With the mean of the others; null below six entries'),
  noise: z.object({ ratio: z.number(), flagged: z.enum(['erratic', 'too-smooth']).nullable() }).nullable(),
  spread: z.object({ ratio: z.number(), flagged: z.boolean() }).nullable(),
  halo: z.object({ correlation: z.number(), flagged: z.boolean() }).nullable(),
  tied: z.object({ points: Points, entries: z.int() }).nullable(),
});

export const ReliabilityView = z
  .object({
    hidden: z
      .enum(['not-sealed', 'few-entries', 'few-judges'])
      .nullable()
      .describe('Why nothing is measured: then the measures are empty'),
    entries: z.int().describe('That the viewer may see, with a sheet at least'),
    judges: z.int(),
    sheets: z.int(),
    complete: z.boolean().describe('Every judge read every entry'),
    indicative: z.enum(['few-entries', 'shortlist']).nullable(),
    islands: Islands,
    panel: AgreementView.nullable(),
    perJudge: z.array(JudgeReliability),
  })
  .meta({ id: 'Reliability' });

export const CoverageView = z
  .object({
    expected: z.int().describe('Sheets of judges who have not stepped back'),
    days: z.array(z.object({ day: z.string(), submitted: z.int().describe('Up to then') })),
    islands: Islands,
  })
  .meta({ id: 'Coverage' });
