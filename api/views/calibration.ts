// The shapes of a calibration: reference entries, what the judges gave them, and how far each lies from the reference.
import { z } from 'zod';
import { SheetScore, TextsView } from './views.ts';

const Said = z.union([z.string(), TextsView]);
const Reference = z.object({
  referenceId: z.string(),
  earlier: z.boolean().describe('An entry of an earlier edition; else a sample'),
  title: TextsView,
  sections: z.array(
    z.object({ title: TextsView.nullable(), fields: z.array(z.object({ label: TextsView.nullable(), text: Said })) }),
  ),
  points: z
    .array(SheetScore)
    .nullable()
    .describe('What it is meant to get, and why; null for a judge who has still one to score'),
  own: z.array(SheetScore).nullable().describe('What the viewer gave it; null before, and for who is no judge there'),
  spread: z
    .array(
      z.object({
        criterion: z.string(),
        lowest: z.int(),
        median: z.number(),
        highest: z.int(),
        judges: z.int().describe('Who have scored the criterion so far'),
      }),
    )
    .nullable()
    .describe('Of the panel, without names; null where the points are'),
});
const OutOf100 = z.string().describe('Of 100, to two places');

export const CalibrationView = z
  .object({
    cycleId: z.string(),
    group: z.string(),
    category: z.string(),
    round: z.string().describe('Of scoring, by whose form the reference entries are scored: the first'),
    status: z.string().describe('Of the panel'),
    names: TextsView.nullable().describe('Of the round; null where the award has none'),
    left: z.int().nullable().describe('How many the viewer has still to score; null for who is no judge there'),
    references: z.array(Reference),
    judges: z
      .array(
        z.object({
          judgeId: z.string(),
          name: z.string().describe('Empty once the person was erased'),
          left: z.int(),
          standing: z
            .object({
              references: z.int(),
              lean: OutOf100.describe('How much milder than the reference, of 100'),
              distance: OutOf100.describe('How far off on the criteria, whichever way, of 100'),
              far: z.boolean().describe('More than 20 of 100: as one point of five on every criterion'),
            })
            .nullable(),
        }),
      )
      .nullable()
      .describe(
        'For who leads the panel, once the own ones are scored, and for the secretariat, unless judging there too',
      ),
    earlier: z
      .array(z.object({ nominationId: z.string(), title: TextsView, cycle: TextsView }))
      .nullable()
      .describe('Entries of earlier editions that can be taken, while there is time, for who runs the panel'),
  })
  .meta({ id: 'Calibration' });
