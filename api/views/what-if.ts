// The shape of what a change would do, before it is made.
import { z } from 'zod';
import { Deadline } from './deadline.ts';

const At = z.string().nullable();
const Local = z.object({
  zone: z.string(),
  countries: z
    .array(z.string())
    .describe('Those that read it by this clock; none for the zone that governs and the reader’s'),
  before: At,
  after: At,
});

export const RehearsedMail = z
  .object({
    kind: z.string(),
    language: z.string(),
    recipients: z.int(),
    subject: z.string(),
    body: z.string().describe('As the first of them would read it'),
  })
  .meta({ id: 'RehearsedMail' });

const StepView = z.object({
  step: z.string(),
  category: z.string().nullable().describe('Null for all'),
  countries: z.array(z.string()),
  until: Deadline.nullable(),
});

export const WhatIf = z
  .object({
    refused: z
      .object({ code: z.string(), detail: z.string(), allowed: z.record(z.string(), z.unknown()) })
      .nullable()
      .describe('Why it would be refused; then nothing else is said'),
    already: z.boolean().describe('It is so already: nothing would change, and nobody be told'),
    moves: z.array(
      z.object({
        what: z.enum(['opens', 'closes', 'publishes']),
        of: z.string().describe('A phase, or a stage of the announcement'),
        country: z.string().nullable().describe('Null for all'),
        zone: z.string().describe('The zone that governs it'),
        before: At,
        after: At,
        zones: z.array(Local),
        keeping: z
          .array(z.object({ country: z.string(), closes: Deadline.nullable() }))
          .describe('Countries with an earlier instant of their own, which stays'),
      }),
    ),
    reopens: z.array(StepView).describe('What would be accepted that is not accepted now'),
    stops: z.array(StepView).describe('What would no longer be accepted'),
    mails: z.array(RehearsedMail),
  })
  .meta({ id: 'WhatIf' });
export type WhatIf = z.infer<typeof WhatIf>;
