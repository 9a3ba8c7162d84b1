// A cycle's ceremony as its running order shows it, and what the public is told of it.
import { sql } from 'kysely';
import type { How, Mode } from '../../domain/ceremony/messages.ts';
import { runningOrder } from '../../domain/ceremony/running-order.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { isTold } from './laureate-views.ts';
import { keepsFromResult } from './officer-conflicts.ts';

/** A time by the clock of a zone, which is named. */
export type LocalTime = { zone: string; local: string };
export type CalledLaureate = {
  laureateId: string;
  group: string;
  country: string;
  category: string;
  organisation: Texts;
  receiver: { how: How; name: string | null; office: string | null } | null;
  conferredAt: string | null;
};
export type CeremonyPlan = {
  startsAt: string;
  zone: string;
  times: LocalTime[];
  venue: Texts | null;
  mode: Mode;
};
export type CeremonyView = { cycleId: string; plan: CeremonyPlan | null; order: CalledLaureate[] };

/** `country` keeps to its own laureates of whom it may know, `viewer` away from files in an officer's conflict; `readerZone` is shown beside the governing one. */
export async function findCeremony(
  db: Db,
  cycleId: string,
  { country, viewer, readerZone }: { country: string | null; viewer: string | null; readerZone: string | null },
): Promise<CeremonyView> {
  const { definition } = await db.read
    .selectFrom('cycles')
    .select('definition')
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow();
  const [plan, laureates] = await Promise.all([findPlan(db, cycleId), findCalled(db, cycleId, country, viewer)]);
  const order = runningOrder(definition, plan?.ord ?? [], laureates);
  return {
    cycleId,
    plan: plan === undefined ? null : shownPlan(plan, readerZone),
    order: order.map(({ order: _place, ...row }) => row),
  };
}

const findPlan = (db: Db, cycleId: string) =>
  db.read.selectFrom('ceremonies').selectAll().where('cycle_id', '=', cycleId).executeTakeFirst();
type Plan = NonNullable<Awaited<ReturnType<typeof findPlan>>>;

function shownPlan({ starts_at, zone, venue, mode }: Plan, readerZone: string | null): CeremonyPlan {
  const zones = [...new Set([zone, ...(readerZone === null ? [] : [readerZone])])];
  return {
    startsAt: starts_at.toISOString(),
    zone,
    times: zones.map((each) => localTime(starts_at, each)),
    venue,
    mode,
  };
}

/** Such as 2023-11-21 19:00. */
export function localTime(at: Date, zone: string): LocalTime {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone });
  return { zone, local: format.format(at) };
}

/** Who is laureate now, endorsed and neither declined nor replaced; and whose award was conferred, whatever became of it. */
async function findCalled(
  db: Db,
  cycleId: string,
  country: string | null,
  viewer: string | null,
): Promise<(CalledLaureate & { order: number })[]> {
  const rows = await db.read
    .selectFrom('laureates')
    .innerJoin('cycles', 'cycles.cycle_id', 'laureates.cycle_id')
    .leftJoin('ceremony_laureates as c', 'c.laureate_id', 'laureates.laureate_id')
    .leftJoin('people as p', (join) => join.onRef('p.person_id', '=', 'c.person_id').on('p.erased_at', 'is', null))
    .select([
      'laureates.laureate_id',
      'laureates.panel_group',
      'laureates.country',
      'laureates.category',
      'laureates.organisation',
      'laureates.ord',
    ])
    .select(['c.how', 'c.office', 'c.conferred_at', 'p.name'])
    .where('laureates.cycle_id', '=', cycleId)
    .where(sql<boolean>`(${country}::text is null or (laureates.country = ${country} and ${isTold}))`)
    .where(sql<boolean>`not ${keepsFromResult(viewer, sql.ref('laureates.laureate_id'))}`)
    .where('laureates.current', '=', true)
    .where('laureates.place', '=', 'laureate')
    .where('laureates.endorsed_at', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('laureates.answer', 'is', null),
        eb('laureates.answer', '=', 'accepted'),
        eb('c.conferred_at', 'is not', null),
      ]),
    )
    .execute();
  return rows.map((row) => ({
    ...{ laureateId: row.laureate_id, group: row.panel_group, country: row.country, category: row.category },
    organisation: row.organisation,
    receiver: row.how === null ? null : { how: row.how, name: row.name, office: row.office },
    conferredAt: row.conferred_at?.toISOString() ?? null,
    order: row.ord,
  }));
}

export type PublicCeremony = {
  plan: CeremonyPlan | null;
  laureates: Pick<CalledLaureate, 'laureateId' | 'country' | 'category' | 'organisation' | 'conferredAt'>[];
};

/** By the cycle's slug or id; null where there is none. Empty until laureates are published to everybody. */
export async function findPublicCeremony(db: Db, slugOrId: string): Promise<PublicCeremony | null> {
  const cycle = await db.read
    .selectFrom('cycles')
    .select('cycle_id')
    .where((eb) => eb.or([eb('slug', '=', slugOrId), eb(eb.cast<string>('cycle_id', 'text'), '=', slugOrId)]))
    .where('status', '<>', 'cancelled')
    .executeTakeFirst();
  if (cycle === undefined) return null;
  const published = await db.read
    .selectFrom('published_laureates')
    .select('laureate_id')
    .where('cycle_id', '=', cycle.cycle_id)
    .where('stage', '=', 'public')
    .execute();
  if (published.length === 0) return { plan: null, laureates: [] };
  const { plan, order } = await findCeremony(db, cycle.cycle_id, {
    ...{ country: null, viewer: null, readerZone: null },
  });
  const shown = new Set(published.map((row) => row.laureate_id));
  return { plan, laureates: order.filter(({ laureateId }) => shown.has(laureateId)).map(publicly) };
}

const publicly = ({ laureateId, country, category, organisation, conferredAt }: CalledLaureate) => ({
  ...{ laureateId, country, category, organisation, conferredAt },
});
