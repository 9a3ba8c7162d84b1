// Who may be asked to speak where a laureate cannot, who was asked when, and what came of it.
import { sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { keepsFromResult } from './officer-conflicts.ts';

export type Asking = {
  name: string | null;
  askedAt: string;
  outcome: 'waiting' | 'confirmed' | 'declined' | 'lapsed' | 'replaced';
  outcomeAt: string | null;
  reason: string | null;
};
export type ReserveView = {
  laureateId: string;
  kind: 'runner-up' | 'choice';
  country: string;
  category: string;
  organisation: Texts;
  order: number;
  namedAt: string;
  /** `reserve` until it is asked. */
  status: string;
  insteadOf: string | null;
  askings: Asking[];
};

/** What is kept from the viewer, as an officer in conflict, is left out. */
const isSeen = (viewer: string | null, laureate: string) =>
  sql<boolean>`not ${keepsFromResult(viewer, sql.ref(laureate))}`;

/** In the order in which they are asked. */
export async function findReserves(db: Db, forumId: string, viewer: string | null): Promise<ReserveView[]> {
  const [rows, askings] = await Promise.all([
    db.read
      .selectFrom('talk_reserves as r')
      .leftJoin('talks as t', (join) =>
        join.onRef('t.forum_id', '=', 'r.forum_id').onRef('t.laureate_id', '=', 'r.laureate_id'),
      )
      .selectAll('r')
      .select(['t.status', 't.instead_of'])
      .where('r.forum_id', '=', forumId)
      .where(isSeen(viewer, 'r.laureate_id'))
      .orderBy('place')
      .orderBy('r.named_at')
      .execute(),
    findAskings(db, forumId, viewer),
  ]);
  return rows.map((row) => ({
    laureateId: row.laureate_id,
    ...{ kind: row.kind, country: row.country, category: row.category, organisation: row.organisation },
    ...{ order: row.place, namedAt: row.named_at.toISOString() },
    ...{ status: row.status ?? 'reserve', insteadOf: row.instead_of, askings: askings.get(row.laureate_id) ?? [] },
  }));
}

/** By laureate, the first asking first. */
export async function findAskings(db: Db, forumId: string, viewer: string | null): Promise<Map<string, Asking[]>> {
  const rows = await db.read
    .selectFrom('talk_askings as a')
    .leftJoin('people as p', (join) => join.onRef('p.person_id', '=', 'a.person_id').on('p.erased_at', 'is', null))
    .selectAll('a')
    .select('p.name')
    .where('a.forum_id', '=', forumId)
    .where(isSeen(viewer, 'a.laureate_id'))
    .orderBy('asked_at')
    .execute();
  const by = Map.groupBy(rows, (row) => row.laureate_id);
  return new Map(
    [...by].map(([laureateId, asked]) => [
      laureateId,
      asked.map(({ name, asked_at, outcome, outcome_at, reason }) => ({
        ...{ name, askedAt: asked_at.toISOString(), outcome, outcomeAt: outcome_at?.toISOString() ?? null, reason },
      })),
    ]),
  );
}

/** Endorsed runners-up of the forum's cycle who are neither named nor asked. */
export async function findCandidates(db: Db, forumId: string, viewer: string | null) {
  const rows = await db.read
    .selectFrom('forums')
    .innerJoin('laureates as l', 'l.cycle_id', 'forums.cycle_id')
    .select(['l.laureate_id', 'l.country', 'l.category', 'l.organisation', 'l.cycle_id'])
    .where('forums.forum_id', '=', forumId)
    .where('l.place', '=', 'runner-up')
    .where('l.current', '=', true)
    .where('l.endorsed_at', 'is not', null)
    .where(isSeen(viewer, 'l.laureate_id'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('talk_reserves as r')
            .select('r.laureate_id')
            .where('r.forum_id', '=', forumId)
            .whereRef('r.laureate_id', '=', 'l.laureate_id'),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('talks as t')
            .select('t.laureate_id')
            .where('t.forum_id', '=', forumId)
            .whereRef('t.laureate_id', '=', 'l.laureate_id'),
        ),
      ),
    )
    .orderBy('l.country')
    .orderBy('l.laureate_id')
    .execute();
  return rows.map(({ laureate_id: laureateId, country, category, organisation }) => ({
    ...{ laureateId, country, category, organisation },
  }));
}

/** What a reserve is invited with. */
export async function findReserve(db: Db, forumId: string, laureateId: string) {
  const row = await db.read
    .selectFrom('talk_reserves as r')
    .innerJoin('forums as f', 'f.forum_id', 'r.forum_id')
    .leftJoin('cycles as c', 'c.cycle_id', 'r.cycle_id')
    .select(['r.cycle_id', 'r.country', 'r.category', 'r.organisation', 'c.settings', 'f.plan'])
    .where('r.forum_id', '=', forumId)
    .where('r.laureate_id', '=', laureateId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { cycle_id: cycleId, country, category, organisation, settings, plan } = row;
  const answerTime = settings?.answers.presenter ?? 'P7D';
  return { cycleId, country, category, organisation, answerTime, zone: plan.zone };
}

export async function nextOrder(db: Db, forumId: string): Promise<number> {
  const { last } = await db.read
    .selectFrom('talk_reserves')
    .select((eb) => eb.fn.max('place').as('last'))
    .where('forum_id', '=', forumId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
