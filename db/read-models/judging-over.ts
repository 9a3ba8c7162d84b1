// Whether judging is over for a panel: closed for all or for its country, and not opened again.
import { sql } from 'kysely';

/** Of a panel `p`. */
export const judgingIsOver = sql<boolean>`((
    exists (select from cycle_phases x where x.cycle_id = p.cycle_id and x.phase = 'judging' and x.status = 'closed')
    or exists (select from country_phases x where x.cycle_id = p.cycle_id and x.iso2 = p.country and x.phase = 'judging'
      and x.closed_at is not null))
  and not exists (select from dispensations x where x.cycle_id = p.cycle_id and x.iso2 = p.country and x.step = 'judging'
    and (x.category is null or x.category = p.category) and x.until_at >= clock_timestamp()))`;
