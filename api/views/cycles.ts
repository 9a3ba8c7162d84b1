// The shapes of a cycle, a country's desk and a dispensation.
import { z } from 'zod';
import { deadlineOf } from '../../db/deadline.ts';
import type { CountryDesk } from '../../db/read-models/country-views.ts';
import type { CycleOverview } from '../../db/read-models/cycle-views.ts';
import type { DispensationRow } from '../../db/read-models/dispensations.ts';
import { Deadline, maybeDeadline } from './deadline.ts';
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
        opens: Deadline.nullable(),
        closes: Deadline.nullable(),
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
    ends: Deadline,
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
    deadlines: z.record(z.string(), Deadline).describe('The same, by the clock that governs each and by the reader’s'),
    closed: z.array(z.string()),
    dispensations: z.array(z.object({ step: z.string(), category: z.string().nullable(), until: At, ends: Deadline })),
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

/** A cycle with its instants by the governing zone and the reader's. */
export const cycleView = (cycle: CycleOverview, reader: string | null): z.infer<typeof CycleView> => ({
  ...cycle,
  phases: cycle.phases.map((phase) => ({
    ...phase,
    opens: maybeDeadline(phase.opensAt, cycle.zone, reader),
    closes: maybeDeadline(phase.closesAt, cycle.zone, reader),
  })),
});

/** A country's desk; who has not said in which zone to read it reads it by the country's own clock. */
export const countryView = ({ ownPhases, ...desk }: CountryDesk, asked: string | null): z.infer<typeof CountryView> => {
  const reader = asked ?? desk.ownZone;
  const governing = (phase: string) => (ownPhases.includes(phase) ? desk.ownZone : desk.zone);
  return {
    ...desk,
    deadlines: Object.fromEntries(
      Object.entries(desk.closesAt).map(([phase, at]) => [phase, deadlineOf(at, governing(phase), reader)]),
    ),
    dispensations: desk.dispensations.map((one) => ({ ...one, ends: deadlineOf(one.until, desk.ownZone, reader) })),
  };
};

/** By the clock of the country that it is for. */
export const dispensationView = (
  { zone, ...dispensation }: DispensationRow,
  reader: string | null,
): z.infer<typeof DispensationView> => ({ ...dispensation, ends: deadlineOf(dispensation.until, zone, reader) });
