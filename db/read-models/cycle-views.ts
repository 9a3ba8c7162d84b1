// The overview and timetable of cycles, as everyone in the award may read them.
import { sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import { phases } from '../../domain/phases.ts';
import type { Db } from '../database.ts';

export type PhaseView = {
  phase: string;
  status: 'pending' | 'open' | 'closed';
  opensAt: string | null;
  closesAt: string | null;
};
/** Instants are UTC; `zone` governs what is said of them. */
export type CycleOverview = {
  cycleId: string;
  slug: string;
  award: string;
  number: number;
  year: number;
  title: Texts;
  zone: string;
  scope: 'national' | 'regional';
  countries: string[];
  categories: string[];
  status: 'running' | 'suspended' | 'cancelled' | 'archived';
  definitionHash: string;
  plannedAt: string;
  phases: PhaseView[];
};

/**
 * Newest first. `awards` null means all of them; `cycles` are further ones by id.
 * `after` is the key of the last one seen: [plannedAt, cycleId].
 */
export async function findCycles(
  db: Db,
  {
    awards,
    cycles,
    limit,
    after,
  }: { awards: string[] | null; cycles: string[]; limit: number; after: string[] | undefined },
): Promise<CycleOverview[]> {
  let query = db.read
    .selectFrom('cycles')
    .selectAll()
    .orderBy('planned_at', 'desc')
    .orderBy('cycle_id', 'desc')
    .limit(limit);
  if (awards !== null)
    query = query.where((eb) =>
      eb.or([
        eb('award', '=', sql<string>`any(${awards}::text[])`),
        eb('cycle_id', '=', sql<string>`any(${cycles}::uuid[])`),
      ]),
    );
  if (after !== undefined)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('planned_at', 'cycle_id'),
        '<',
        tuple(sql<Date>`${after[0]}::timestamptz`, sql<string>`${after[1]}::uuid`),
      ),
    );
  const rows = await query.execute();
  return withPhases(db, rows);
}

type CycleRow = Awaited<ReturnType<typeof cycleRow>>;
const cycleRow = (db: Db, cycleId: string) =>
  db.read.selectFrom('cycles').selectAll().where('cycle_id', '=', cycleId).executeTakeFirstOrThrow();

/** @throws NoResultError when there is none: check with `cycleTarget` first. */
export async function getCycle(db: Db, cycleId: string): Promise<CycleOverview> {
  const [view] = await withPhases(db, [await cycleRow(db, cycleId)]);
  if (view === undefined) throw new Error('A row gives a view.');
  return view;
}

/** @throws NoResultError when there is no such cycle: check with `cycleTarget` first. */
export async function getDefinition(db: Db, cycleId: string) {
  const { definition, definition_hash: hash } = await cycleRow(db, cycleId);
  return { hash, definition };
}

async function withPhases(db: Db, rows: CycleRow[]): Promise<CycleOverview[]> {
  const ids = rows.map((row) => row.cycle_id);
  const all = await db.read
    .selectFrom('cycle_phases')
    .selectAll()
    .where('cycle_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  return rows.map((row) => ({
    cycleId: row.cycle_id,
    slug: row.slug,
    award: row.award,
    number: row.number,
    year: row.year,
    title: row.title,
    zone: row.zone,
    scope: row.scope,
    countries: row.countries,
    categories: row.categories,
    status: row.status,
    definitionHash: row.definition_hash,
    plannedAt: row.planned_at.toISOString(),
    phases: phases.flatMap((phase) => {
      const found = all.find((one) => one.cycle_id === row.cycle_id && one.phase === phase);
      if (found === undefined) return [];
      const { status, opens_at, opened_at, closes_at } = found;
      return [
        {
          phase,
          status,
          opensAt: (opened_at ?? opens_at)?.toISOString() ?? null,
          closesAt: closes_at?.toISOString() ?? null,
        },
      ];
    }),
  }));
}
