// The counter-checks of the secretariat, for those who may know of them: every focal point of the award.
import { sql } from 'kysely';
import type { AwardsEvent } from '../../domain/events.ts';
import type { Texts } from '../../domain/messages.ts';
import { type Db, kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';
import { keepsAway } from './officer-conflicts.ts';

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
  /** Null of another country's: that it was looked at is for all to know, not what it puts forward. */
  nominationId: string | null;
  organisation: Texts | null;
  version: number;
  subject: string;
  reason: string;
  by: string;
  at: string;
};

type Asked = {
  /** A desk's; null where nothing is kept back. */
  countries: string[] | null;
  viewer: string | null;
  limit: number;
  after: string | undefined;
};

/** In the order of their ids; `after` is the last one seen. */
export async function findCounterChecks(
  db: Db,
  cycleId: string,
  { countries, viewer, limit, after }: Asked,
): Promise<CounterCheckLine[]> {
  const own = sql<boolean>`(${countries}::text[] is null or k.country = any (${countries}::text[]))`;
  const { rows } = await sql<Omit<CounterCheckLine, 'at'> & { at: Date }>`
    select k.event_id as id, k.country, k.category, case when ${own} then k.nomination_id end as "nominationId",
      case when ${own} then n.organisation end as organisation, k.version, k.subject, k.reason,
      k.checked_by as "by", k.checked_at as "at"
    from counter_checks k join nominations n using (nomination_id)
    where k.cycle_id = ${cycleId} and not ${keepsAway(viewer, sql.ref('k.nomination_id'))} and (${after ?? null}::uuid is null or k.event_id > ${after ?? null}::uuid)
    order by k.event_id limit ${limit}`.execute(db.read);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
