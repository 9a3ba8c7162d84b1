// Which roles a person was given and lost: of one award and country, where the reader sees no more than those.
import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { type Asked, findStreamHistory, type HistoryPage } from './history-views.ts';

type Kept = Asked & { award: string | null; country: string | null; viewer: string | null };

/** A role over one laureate or one forum counts for its award. */
export const findMemberHistory = (db: Db, personId: string, { award, country, ...asked }: Kept): Promise<HistoryPage> =>
  findStreamHistory(db, sql`${`member/${personId}`}::text`, {
    ...asked,
    audience: 'office',
    only: sql<boolean>`(h.type in ('RoleGranted', 'RoleRevoked', 'RoleHandedOver')
        or (${country}::text is null and ${award}::text is null))
      and (${award}::text is null or exists (select 1 from grants g
        left join laureates l on l.laureate_id = g.laureate_id left join forums f on f.forum_id = g.forum_id
        left join cycles c on c.cycle_id = coalesce(l.cycle_id, f.cycle_id)
        where g.grant_id::text = h.detail ->> 'grantId' and coalesce(g.award, c.award) = ${award}
          and (${country}::text is null or coalesce(g.country, l.country) = ${country})))`,
  });
