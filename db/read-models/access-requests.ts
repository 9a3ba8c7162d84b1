// Who is let in to an entry in spite of a conflict, by which two persons and until when; and who is to answer.
import { type RawBuilder, sql } from 'kysely';
import type { AwardsEvent } from '../../domain/events.ts';
import { type Db, kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

const change = (requestId: string) => kysely.updateTable('access_requests').where('request_id', '=', requestId);

export function projectAccessRequests({ type, data, meta: { at } }: Recorded<AwardsEvent>): Compilable[] {
  switch (type) {
    case 'AccessRequested': {
      const { requestId, cycleId, group, personId, nominationId, reason, hours, by } = data;
      const row = { request_id: requestId, cycle_id: cycleId, panel_group: group, person_id: personId };
      const asked = { nomination_id: nominationId, reason, hours, requested_by: by, requested_at: at };
      return [
        kysely
          .insertInto('access_requests')
          .values({ ...row, ...asked, state: 'waiting' })
          .onConflict((conflict) => conflict.doNothing()),
      ];
    }
    case 'AccessGranted': {
      const { requestId, by, until } = data;
      return [change(requestId).set({ state: 'agreed', decided_by: by, decided_at: at, until_at: new Date(until) })];
    }
    case 'AccessRefused': {
      const { requestId, by, reason } = data;
      return [change(requestId).set({ state: 'refused', decided_by: by, decided_at: at, decided_reason: reason })];
    }
    case 'AccessEnded': {
      const { requestId, by, reason } = data;
      return [change(requestId).set({ state: 'ended', ended_by: by, ended_at: at, ended_reason: reason })];
    }
    default:
      return [];
  }
}

/** A condition of SQL: two persons have let this one in to the nomination, and the time is not over. */
export const isLetIn = (person: RawBuilder<unknown>, nomination: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from access_requests ar where ar.person_id = ${person} and ar.nomination_id = ${nomination}
    and ar.state = 'agreed' and ar.until_at > clock_timestamp())`;

/** Who is let in to a nomination now. */
export async function findLetIn(db: Db, nominationId: string): Promise<string[]> {
  const rows = await db.read
    .selectFrom('access_requests')
    .select('person_id')
    .distinct()
    .where('nomination_id', '=', nominationId)
    .where('state', '=', 'agreed')
    .where('until_at', '>', sql<Date>`clock_timestamp()`)
    .execute();
  return rows.map((row) => row.person_id);
}
