// The shapes of what is circulated to the endorsers.
import { z } from 'zod';
import { Deadline } from './deadline.ts';
import { TextsView } from './views.ts';

const nullable = z.string().nullable();
const CountryName = z.object({ iso2: z.string(), names: TextsView });
const NoteLineView = z.object({
  laureateId: z.string(),
  order: z.int(),
  country: CountryName,
  organisation: TextsView,
  title: TextsView,
  citation: z.union([TextsView, z.string()]).nullable(),
  score: nullable.describe('Out of 100; null unless the award publishes scores'),
  verified: z
    .object({ version: z.int(), at: z.string(), note: z.string() })
    .nullable()
    .describe('The version of the dossier that the secretariat has verified'),
});
export const GroupNoteView = z
  .object({
    group: z.string(),
    category: z.object({ key: z.string(), names: TextsView }),
    country: CountryName.nullable(),
    decision: z.object({
      number: z.int(),
      basis: z.enum(['scores', 'outside']),
      source: nullable,
      signedAt: z.string(),
      signature: z.looseObject({ kind: z.enum(['in-person', 'on-behalf']) }),
    }),
    laureates: z.array(NoteLineView),
    runnersUp: z.array(NoteLineView),
  })
  .meta({ id: 'GroupNote' });
const ReplyLineView = z.object({
  at: z.string(),
  what: z.enum(['endorsed', 'objected', 'settled']),
  laureates: z.array(z.string()),
  reason: nullable.describe('Of an objection and its settling'),
  outcome: z.enum(['upheld', 'dismissed', 'withdrawn']).nullable(),
  byLetter: z.boolean(),
});
const ReplyView = z.object({
  country: z.string(),
  names: TextsView,
  log: z.array(ReplyLineView).describe('What was answered when, oldest first'),
  endorsed: z.array(z.string()),
  objections: z.array(z.object({ laureateId: z.string(), status: z.string() })),
  owed: z.array(z.string()).describe('Laureates and runners-up that the country has not answered for'),
});
export const CirculationNoteView = z
  .object({
    cycle: z.object({ cycleId: z.string(), title: TextsView, number: z.int(), year: z.int() }),
    status: z.enum(['draft', 'open', 'concluded']).describe('A draft is for the secretariat and auditors alone'),
    route: z.enum(['correspondence', 'meeting']),
    silence: z.enum(['assent', 'none']),
    quorum: z.int(),
    closing: Deadline.nullable(),
    fingerprint: nullable.describe('SHA-256 of the canonical JSON of `fingerprints`'),
    fingerprints: z.record(z.string(), z.string()).describe("SHA-256 of the canonical JSON of each group's note"),
    groups: z.array(GroupNoteView),
    replies: z.array(ReplyView).describe('Of the countries that you speak for'),
  })
  .meta({ id: 'CirculationNote' });
