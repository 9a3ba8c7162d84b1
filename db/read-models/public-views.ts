// What anybody may read. What is not published yet is left out by the queries themselves.
import { sql } from 'kysely';
import { countriesInOrder } from '../../domain/definition-queries.ts';
import type { ForumPlan } from '../../domain/forum/messages.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';

export type PublicCycle = {
  cycleId: string;
  slug: string;
  award: string;
  awardNames: Texts;
  number: number;
  year: number;
  title: Texts;
  host: string | null;
  zone: string;
  categories: { key: string; names: Texts }[];
  countries: { iso2: string; names: Texts }[];
  /** Whether laureates are published to everybody. */
  published: boolean;
  forums: { forumId: string; number: number; name: Texts; day: string; released: boolean }[];
};
export type PublicLaureate = {
  laureateId: string;
  country: string;
  category: string;
  organisation: Texts;
  publishedAt: string;
  note: Texts | null;
  correctedAt: string | null;
  /** The record stays: what is public says that the award was revoked, and why, where that is published. */
  revoked: { at: string; note: Texts | null } | null;
};
/** Cycles whose call has opened, newest first. `after` is the key of the last one seen: [plannedAt, cycleId]. */
export async function findPublicCycles(
  db: Db,
  { limit, after }: { limit: number; after: string[] | undefined },
): Promise<(PublicCycle & { plannedAt: string })[]> {
  const [plannedAt = null, lastId = null] = after ?? [];
  const rows = await db.read
    .selectFrom('cycles')
    .selectAll('cycles')
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('published_laureates as p')
            .select('p.laureate_id')
            .whereRef('p.cycle_id', '=', 'cycles.cycle_id')
            .where('p.stage', '=', 'public'),
        )
        .as('published'),
    )
    .where('status', '<>', 'cancelled')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('cycle_phases as c')
          .select('c.phase')
          .whereRef('c.cycle_id', '=', 'cycles.cycle_id')
          .where('c.phase', '=', 'nomination')
          .where('c.status', '<>', 'pending'),
      ),
    )
    .where(
      sql<boolean>`${lastId}::uuid is null or (planned_at, cycles.cycle_id) < (${plannedAt}::timestamptz, ${lastId}::uuid)`,
    )
    .orderBy('planned_at', 'desc')
    .orderBy('cycles.cycle_id', 'desc')
    .limit(limit)
    .execute();
  const forums = await findForumsOf(
    db,
    rows.map((row) => row.cycle_id),
  );
  return rows.map((row) => ({
    cycleId: row.cycle_id,
    slug: row.slug,
    award: row.award,
    awardNames: row.definition.names,
    number: row.number,
    year: row.year,
    title: row.title,
    host: row.host,
    zone: row.zone,
    categories: row.definition.categories.map(({ key, names }) => ({ key, names })),
    countries: row.definition.countries
      .filter(({ iso2 }) => row.countries.includes(iso2))
      .map(({ iso2, names }) => ({ iso2, names })),
    published: Boolean(row.published),
    plannedAt: row.planned_at.toISOString(),
    forums: forums.filter(({ cycleId }) => cycleId === row.cycle_id).map(({ cycleId: _of, ...forum }) => forum),
  }));
}

async function findForumsOf(db: Db, cycleIds: string[]) {
  const rows = await db.read
    .selectFrom('forums')
    .select(['forum_id', 'cycle_id', 'plan', 'releases'])
    .where('cycle_id', '=', sql<string>`any(${cycleIds}::uuid[])`)
    .orderBy('planned_at')
    .execute();
  return rows.map(({ forum_id: forumId, cycle_id: cycleId, plan: { number, name, day }, releases }) => {
    return { forumId, cycleId, number, name, day, released: releases > 0 };
  });
}

/** By the cycle's slug or id; null where there is no such cycle for the public. In protocol order of the language. */
export async function findPublicLaureates(
  db: Db,
  slugOrId: string,
  language: string,
): Promise<PublicLaureate[] | null> {
  const cycle = await db.read
    .selectFrom('cycles')
    .select(['cycle_id', 'definition'])
    .where((eb) => eb.or([eb('slug', '=', slugOrId), eb(sql`cycle_id::text`, '=', slugOrId)]))
    .where('status', '<>', 'cancelled')
    .executeTakeFirst();
  if (cycle === undefined) return null;
  const rows = await db.read
    .selectFrom('published_laureates')
    .selectAll()
    .where('cycle_id', '=', cycle.cycle_id)
    .where('stage', '=', 'public')
    .orderBy('category')
    .orderBy('laureate_id')
    .execute();
  const order = countriesInOrder(cycle.definition, language).map(({ iso2 }) => iso2);
  return rows
    .sort((a, b) => order.indexOf(a.country) - order.indexOf(b.country))
    .map((row) => ({
      laureateId: row.laureate_id,
      country: row.country,
      category: row.category,
      organisation: row.organisation,
      publishedAt: row.published_at.toISOString(),
      note: row.note,
      correctedAt: row.corrected_at?.toISOString() ?? null,
      revoked: row.revoked_at && { at: row.revoked_at.toISOString(), note: row.public_note },
    }));
}

export type PublicForum = Pick<ForumPlan, 'number' | 'name' | 'day' | 'host' | 'venue' | 'zone'> & {
  forumId: string;
  cycleId: string | null;
};

/** Those whose schedule was released, the latest day first. */
export async function findPublicForums(db: Db, limit: number): Promise<PublicForum[]> {
  const { rows } = await sql<{ forumId: string; cycleId: string | null; plan: ForumPlan }>`
    select f.forum_id as "forumId", f.cycle_id as "cycleId", f.plan from forums f
    where exists (select 1 from published_schedules s where s.forum_id = f.forum_id)
    order by f.plan ->> 'day' desc, f.forum_id limit ${limit}`.execute(db.read);
  return rows.map(({ plan: { number, name, day, host, venue, zone }, ...ids }) => {
    return { ...ids, number, name, day, host, venue, zone };
  });
}

/** The plan of a forum that anybody may know of, released or not. */
export async function findPlannedForum(db: Db, forumId: string): Promise<ForumPlan | undefined> {
  const row = await db.read
    .selectFrom('forums')
    .leftJoin('cycles', 'cycles.cycle_id', 'forums.cycle_id')
    .select('plan')
    .where('forum_id', '=', forumId)
    .where((eb) => eb.or([eb('forums.cycle_id', 'is', null), eb('cycles.status', '<>', 'cancelled')]))
    .executeTakeFirst();
  return row?.plan;
}
