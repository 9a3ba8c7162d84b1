// Dispensations as everyone at a country's desk may read them, and those that hold now.
import { sql } from 'kysely';
import { findCountry } from '../../domain/definition-queries.ts';
import type { AwardsEvent } from '../../domain/events.ts';
import { type Db, kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export type DispensationRow = {
  dispensationId: string;
  country: string;
  step: string;
  category: string | null;
  reason: string;
  authority: string;
  until: string;
  /** The country's own. */
  zone: string;
  grantedAt: string;
};

export function projectDispensations(event: Recorded<AwardsEvent>): Compilable[] {
  switch (event.type) {
    case 'DispensationGranted': {
      const { cycleId, iso2, step, category, reason, authority, until } = event.data;
      return [
        kysely.insertInto('dispensations').values({
          ...{ dispensation_id: event.eventId, cycle_id: cycleId, iso2, step, category, reason, authority },
          ...{ until_at: until, granted_at: event.meta.at },
        }),
      ];
    }
    case 'CycleResumed': {
      const { cycleId, suspendedAt, resumedAt } = event.data;
      const length = sql`(${resumedAt}::timestamptz - ${suspendedAt}::timestamptz)`;
      return [
        kysely
          .updateTable('dispensations')
          .set({ until_at: sql<Date>`until_at + ${length}` })
          .where('cycle_id', '=', cycleId)
          .where('until_at', '>', new Date(suspendedAt)),
      ];
    }
    default:
      return [];
  }
}

/** The newest first; `after` is the key of the last one seen: [grantedAt, dispensationId]. */
export async function findDispensations(
  db: Db,
  cycleId: string,
  { limit, after }: { limit: number; after: string[] | undefined },
): Promise<DispensationRow[]> {
  let query = db.read
    .selectFrom('dispensations')
    .innerJoin('cycles', 'cycles.cycle_id', 'dispensations.cycle_id')
    .selectAll('dispensations')
    .select(['cycles.definition', 'cycles.zone'])
    .where('dispensations.cycle_id', '=', cycleId)
    .orderBy('granted_at', 'desc')
    .orderBy('dispensation_id', 'desc')
    .limit(limit);
  if (after !== undefined)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('granted_at', 'dispensation_id'),
        '<',
        tuple(sql<Date>`${after[0]}::timestamptz`, sql<string>`${after[1]}::uuid`),
      ),
    );
  const rows = await query.execute();
  return rows.map((row) => ({
    ...{ dispensationId: row.dispensation_id, country: row.iso2, step: row.step, category: row.category },
    ...{ reason: row.reason, authority: row.authority },
    until: row.until_at.toISOString(),
    zone: findCountry(row.definition, row.iso2)?.zone ?? row.zone,
    grantedAt: row.granted_at.toISOString(),
  }));
}

/** Those of a cycle that hold now, the one that ends last first. */
export const findOpenDispensations = (db: Db, cycleId: string) =>
  db.read
    .selectFrom('dispensations')
    .select(['iso2', 'step', 'category', 'until_at'])
    .where('cycle_id', '=', cycleId)
    .where('until_at', '>=', sql<Date>`clock_timestamp()`)
    .orderBy('until_at', 'desc')
    .execute();
