// The counter-checks of the secretariat, for those who may know of them: every focal point of the award.
import { sql } from 'kysely';
import type { AwardsEvent } from '../../domain/events.ts';
import type { Texts } from '../../domain/messages.ts';
import { type Db, kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectCounterChecks(event: Recorded<AwardsEvent>): Compilable[] {
  if (event.type !== 'CounterChecked') return [];
  const { nominationId, cycleId, country, category, version, subject, reason, by } = event.data;
  return [
    kysely.insertInto('counter_checks').values({
      ...{ nomination_id: nominationId, version, subject, cycle_id: cycleId, country, category, reason },
      ...{ checked_by: by, checked_at: event.meta.at, event_id: event.eventId },
    }),
  ];
}

export type CounterCheckLine = {
  id: string;
  country: string;
  category: string;
  nominationId: string;
  organisation: Texts;
  version: number;
  subject: string;
  reason: string;
  by: string;
  at: string;
};

/** In the order of their ids; `after` is the last one seen. */
export async function findCounterChecks(
  db: Db,
  cycleId: string,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<CounterCheckLine[]> {
  const { rows } = await sql<Omit<CounterCheckLine, 'at'> & { at: Date }>`
    select k.event_id as id, k.country, k.category, k.nomination_id as "nominationId", n.organisation, k.version, k.subject, k.reason,
      k.checked_by as "by", k.checked_at as "at"
    from counter_checks k join nominations n using (nomination_id)
    where k.cycle_id = ${cycleId} and (${after ?? null}::uuid is null or k.event_id > ${after ?? null}::uuid)
    order by k.event_id limit ${limit}`.execute(db.read);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
