// The shapes of a ceremony and of the public record of an award.
import { z } from 'zod';
import { How, Mode } from '../../domain/ceremony/messages.ts';
import { TextsView } from './views.ts';

const Plan = z.object({
  startsAt: z.string(),
  zone: z.string(),
  times: z.array(z.object({ zone: z.string(), local: z.string() })).describe('By the governing clock, and by your own'),
  venue: TextsView.nullable(),
  mode: Mode,
});
const Laureate = z.object({
  laureateId: z.string(),
  country: z.string(),
  category: z.string(),
  organisation: TextsView,
  conferredAt: z.string().nullable(),
});

export const CeremonyView = z
  .object({
    cycleId: z.string(),
    plan: Plan.nullable(),
    order: z.array(
      Laureate.extend({
        group: z.string(),
        receiver: z.object({ how: How, name: z.string().nullable(), office: z.string().nullable() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'Ceremony' });

export const PublicCeremonyView = z
  .object({ plan: Plan.nullable(), laureates: z.array(Laureate) })
  .meta({ id: 'PublicCeremony', description: 'Empty until laureates are published to everybody.' });

export const RecordedLaureateView = z
  .object({
    organisationId: z.string(),
    names: TextsView.describe('As it was called then'),
    present: TextsView.describe('As it is called now'),
    edition: z.int().nullable().describe('Null where no source states it'),
    year: z.int().nullable(),
    country: z.string(),
    category: z.string(),
    basis: z
      .enum(['published', 'stated', 'inferred'])
      .describe('Of the category: published here, stated by the source, or inferred; the note says from what'),
    printed: z.string().nullable().describe('The name as the source prints it, where its encoding was changed'),
    note: z.string().nullable(),
    sources: z.array(z.string()),
    revoked: z
      .object({ at: z.string(), note: TextsView.nullable() })
      .nullable()
      .describe('The record stays: when it was revoked, and why, where that is published'),
  })
  .meta({ id: 'RecordedLaureate' });

const nullable = z.string().nullable();
export const RecordedEditionView = z
  .object({
    number: z.int(),
    year: z.int(),
    ceremonyDate: nullable,
    ceremonyTime: nullable,
    zone: nullable,
    place: nullable,
    host: nullable,
    venue: nullable,
    mode: Mode.nullable(),
    categories: z.array(z.string()),
    laureateCount: z.int().nullable().describe('How many there were, where that is stated'),
    named: z.int().describe('How many of them the record names'),
    nonNominating: z.array(z.string()).nullable(),
    theme: nullable,
    sources: z.array(z.string()),
    note: nullable,
    slug: nullable.describe('The cycle of this system, where it is one'),
  })
  .meta({ id: 'RecordedEdition', description: 'Null is: not stated in any source that was read.' });
