// The shapes of a cycle, a country's desk and a dispensation.
import { z } from 'zod';
import { TextsView } from './views.ts';

/** UTC, ISO 8601; the zone that governs it stands beside. */
const At = z.string();

export const CycleView = z
  .object({
    cycleId: z.string(),
    slug: z.string(),
    award: z.string(),
    number: z.int(),
    year: z.int(),
    title: TextsView,
    zone: z.string(),
    scope: z.enum(['national', 'regional']),
    countries: z.array(z.string()),
    categories: z.array(z.string()),
    status: z.enum(['running', 'suspended', 'cancelled', 'archived']),
    definitionHash: z.string(),
    plannedAt: At,
    phases: z.array(
      z.object({
        phase: z.string(),
        status: z.enum(['pending', 'open', 'closed']),
        opensAt: At.nullable(),
        closesAt: At.nullable(),
      }),
    ),
  })
  .meta({ id: 'Cycle' });

export const DispensationView = z
  .object({
    dispensationId: z.string(),
    country: z.string(),
    step: z.string(),
    category: z.string().nullable().describe('Null for all'),
    reason: z.string(),
    authority: z.string(),
    until: At,
    grantedAt: At,
  })
  .meta({ id: 'Dispensation' });

export const CountryView = z
  .object({
    iso2: z.string(),
    names: TextsView,
    phase: z.string().nullable(),
    zone: z.string(),
    ownZone: z.string(),
    closesAt: z.record(z.string(), At),
    closed: z.array(z.string()),
    dispensations: z.array(z.object({ step: z.string(), category: z.string().nullable(), until: At })),
    categories: z.array(
      z.object({
        category: z.string(),
        status: z.enum(['open', 'signed', 'no-nominee']),
        quota: z.object({ used: z.int(), cap: z.int() }),
        ranking: z.array(z.string()),
        counts: z.record(z.string(), z.int()),
        panel: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Country' });
