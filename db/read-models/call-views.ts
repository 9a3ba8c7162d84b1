// The open calls as anybody may read them: whose, until when, and what they ask.
import { sql } from 'kysely';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';

export type CallLine = {
  cycleId: string;
  slug: string;
  award: string;
  awardNames: Texts;
  number: number;
  year: number;
  title: Texts;
  iso2: string;
  names: Texts;
  languages: string[];
  open: boolean;
  closesAt: Date | null;
  /** The zone that governs the deadline, and the country's own. */
  zone: string;
  ownZone: string;
  plannedAt: Date;
};
type Wanted = { cycleId: string; iso2: string } | null;

/**
 * Calls that have opened, of countries that take nominations from everybody; the newest cycles first. `after` is the key of
 * the last one seen: [plannedAt, cycleId, iso2].
 */
export async function findCalls(
  db: Db,
  { wanted = null, limit, after }: { wanted?: Wanted; limit: number; after?: string[] | undefined },
): Promise<CallLine[]> {
  const [plannedAt = null, lastId = null, lastCountry = null] = after ?? [];
  const last = sql`(${plannedAt}::timestamptz, ${lastId}::uuid)`;
  const { rows } = await sql<CallLine>`
    select c.cycle_id as "cycleId", c.slug, c.award, c.definition -> 'names' as "awardNames", c.number, c.year, c.title,
      k.e ->> 'iso2' as iso2, k.e -> 'names' as names, k.e -> 'languages' as languages, k.e ->> 'zone' as "ownZone", c.zone,
      c.planned_at as "plannedAt", greatest(t.closes, late.until) as "closesAt", c.status = 'running' and (late.until is not null
        or (n.status = 'open' and own.closed_at is null and (t.closes is null or t.closes >= clock_timestamp()))) as open
    from cycles c
      join cycle_phases n on n.cycle_id = c.cycle_id and n.phase = 'nomination' and n.status <> 'pending'
      cross join lateral json_array_elements(c.definition -> 'countries') as k(e)
      left join country_phases own on own.cycle_id = c.cycle_id and own.phase = 'nomination' and own.iso2 = k.e ->> 'iso2'
      cross join lateral (select least(own.closes_at, n.closes_at) as closes) t
      cross join lateral (select max(x.until_at) as until from dispensations x where x.cycle_id = c.cycle_id
        and x.iso2 = k.e ->> 'iso2' and x.step = 'nomination' and x.until_at >= clock_timestamp()) late
    where c.status <> 'cancelled' and k.e ->> 'nominationMode' = 'open-call' and k.e ->> 'iso2' = any (c.countries)
      and (${wanted?.cycleId ?? null}::uuid is null or (c.cycle_id = ${wanted?.cycleId ?? null}::uuid and k.e ->> 'iso2' = ${wanted?.iso2 ?? null}))
      and (${lastId}::uuid is null or (c.planned_at, c.cycle_id) < ${last}
        or ((c.planned_at, c.cycle_id) = ${last} and k.e ->> 'iso2' > ${lastCountry}))
    order by c.planned_at desc, c.cycle_id desc, k.e ->> 'iso2' limit ${limit}`.execute(db.read);
  return rows;
}

/** Undefined where there is no call that has opened. */
export async function findCall(
  db: Db,
  wanted: { cycleId: string; iso2: string },
): Promise<(CallLine & { definition: AwardDefinition }) | undefined> {
  const [line] = await findCalls(db, { wanted, limit: 1 });
  if (line === undefined) return undefined;
  const { definition } = await db.read
    .selectFrom('cycles')
    .select('definition')
    .where('cycle_id', '=', wanted.cycleId)
    .executeTakeFirstOrThrow();
  return { ...line, definition };
}
