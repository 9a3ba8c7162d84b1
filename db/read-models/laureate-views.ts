// Laureates and runners-up of a cycle, for those who may know of them before the public does.
import { sql } from 'kysely';
import type { Winner } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { keepsFromResult } from './officer-conflicts.ts';

export type LaureateLine = Winner & {
  endorsedAt: string | null;
  held: boolean;
  answer: 'accepted' | 'declined' | 'lapsed' | 'revoked' | null;
  replacedBy: string | null;
  current: boolean;
  source: string | null;
  /** What the secretariat has said of the dossier's present version. */
  dossier: 'none' | 'verified' | 'with-country' | 'answered';
};
type Row = Omit<LaureateLine, 'endorsedAt'> & { endorsedAt: Date | null };
type Filter = {
  country: string | null;
  /** Keeps to what a country's desk may know: its own decisions, and where judging is regional what it has been told. */
  desk: boolean;
  /** Without those from whose file the viewer keeps away as an officer. */
  viewer: string | null;
  limit: number;
  after: string[] | undefined;
};

/**
 * Whether the country of a row of `laureates` in `cycles` may know of the result: where it decides itself, and where judging is
 * regional once it was announced to it or offered.
 */
export const isTold = sql<boolean>`(cycles.scope = 'national'
  or exists (select 1 from published_laureates p where p.laureate_id = laureates.laureate_id)
  or exists (select 1 from award_offers o where o.laureate_id = laureates.laureate_id and o.offered_at is not null))`;

/** By group, place and order. `after` is the key of the last one seen: [group, place, order, laureateId]. */
export async function findLaureates(db: Db, cycleId: string, filter: Filter): Promise<LaureateLine[]> {
  const { country, desk, viewer, limit, after } = filter;
  const [group = null, place = null, order = null, last = null] = after ?? [];
  const { rows } = await sql<Row>`
    select l.laureate_id as "laureateId", l.panel_group as "group", l.country, l.category, l.organisation, l.place, l.ord as "order",
      l.endorsed_at as "endorsedAt", l.held, l.answer, l.replaced_by as "replacedBy", l.current, l.source,
      coalesce(v.status, 'none') as dossier
    from laureates l join cycles c using (cycle_id) left join nominations n on n.nomination_id = l.laureate_id
      left join dossier_verifications v on v.nomination_id = l.laureate_id and (v.status <> 'verified' or v.version = n.version)
    where l.cycle_id = ${cycleId} and (${country}::text is null or l.country = ${country})
      and (not ${desk} or c.scope = 'national' or exists (select 1 from published_laureates p where p.laureate_id = l.laureate_id))
      and not ${keepsFromResult(viewer, sql.ref('l.laureate_id'))}
      and (${group}::text is null or (l.panel_group, l.place, l.ord, l.laureate_id) > (${group}, ${place}, ${order}::bigint, ${last}::uuid))
    order by l.panel_group, l.place, l.ord, l.laureate_id limit ${limit}`.execute(db.read);
  return rows.map(({ endorsedAt, ...row }) => ({ ...row, endorsedAt: endorsedAt?.toISOString() ?? null }));
}
