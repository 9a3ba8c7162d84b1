// Which processes a change concerns, beyond those that it names: found in the in-transaction read models.
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { ProcessRef } from '../workflows/messages.ts';

/** Processes by what they have in common. `country` null means all countries, `category` null all categories. */
export type Circle =
  | { circle: 'cycle'; cycleId: string }
  | { circle: 'panels'; cycleId: string; country: string; category: string | null }
  | { circle: 'forums'; cycleId: string }
  | { circle: 'talks'; laureateId: string };

export function findCircle(db: Db, circle: Circle): Promise<ProcessRef[]> {
  switch (circle.circle) {
    case 'cycle':
      return processesOf(db, circle.cycleId);
    case 'panels':
      return panelsOf(db, circle);
    case 'forums':
      return forumsOf(db, circle.cycleId);
    case 'talks':
      return talksOf(db, circle.laureateId);
  }
}

/** Everything that may run for a cycle. A process that does not run is woken without harm. */
async function processesOf(db: Db, cycleId: string): Promise<ProcessRef[]> {
  const [cycle, panels, returned, awards, forums, talks, proposals] = await Promise.all([
    db.read.selectFrom('cycles').select('countries').where('cycle_id', '=', cycleId).executeTakeFirst(),
    db.read
      .selectFrom('panels')
      .select('panel_group')
      .where('cycle_id', '=', cycleId)
      .where('status', '<>', 'signed')
      .execute(),
    db.read
      .selectFrom('nominations')
      .select('nomination_id')
      .where('cycle_id', '=', cycleId)
      .where('status', '=', 'returned')
      .execute(),
    db.read
      .selectFrom('award_offers as o')
      .innerJoin('laureates as l', 'l.laureate_id', 'o.laureate_id')
      .select('o.laureate_id')
      .where('o.cycle_id', '=', cycleId)
      .where('o.offered_at', 'is not', null)
      .where('l.current', '=', true)
      .where('l.answer', 'is', null)
      .execute(),
    forumsOf(db, cycleId),
    db.read
      .selectFrom('talks')
      .select(['forum_id', 'laureate_id'])
      .where('cycle_id', '=', cycleId)
      .where('status', 'in', ['invited', 'confirmed'])
      .execute(),
    db.read
      .selectFrom('proposals')
      .select('proposal_id')
      .where('cycle_id', '=', cycleId)
      .where('state', 'in', ['requested', 'running'])
      .execute(),
  ]);
  const { countries = [] } = cycle ?? {};
  return [
    { type: 'awardCycle', cycleId },
    ...countries.map((iso2) => ({ type: 'countryTrack' as const, cycleId, iso2 })),
    ...returned.map((row) => ({ type: 'nominationCorrection' as const, nominationId: row.nomination_id })),
    ...panels.map((row) => ({ type: 'judgingPanel' as const, cycleId, group: row.panel_group })),
    { type: 'endorsementRound', cycleId },
    ...awards.map((row) => ({ type: 'awardAcceptance' as const, cycleId, laureateId: row.laureate_id })),
    ...forums,
    ...talks.map((row) => slot(row)),
    ...proposals.map((row) => ({ type: 'proposalRun' as const, proposalId: row.proposal_id })),
  ];
}

const slot = (row: { forum_id: string; laureate_id: string }): ProcessRef => ({
  type: 'presentationSlot',
  forumId: row.forum_id,
  laureateId: row.laureate_id,
});

/** A country's own panels, or those of all countries that its nominations are before. */
async function panelsOf(db: Db, circle: Extract<Circle, { circle: 'panels' }>): Promise<ProcessRef[]> {
  const { cycleId, country, category } = circle;
  const rows = await db.read
    .selectFrom('panels')
    .select('panel_group')
    .where('cycle_id', '=', cycleId)
    .where((eb) => eb.or([eb('country', '=', country), eb('country', 'is', null)]))
    .where((eb) => (category === null ? sql<boolean>`country is not null` : eb('category', '=', category)))
    .execute();
  return rows.map((row) => ({ type: 'judgingPanel', cycleId, group: row.panel_group }));
}

async function forumsOf(db: Db, cycleId: string): Promise<ProcessRef[]> {
  const rows = await db.read.selectFrom('forums').select('forum_id').where('cycle_id', '=', cycleId).execute();
  return rows.map((row) => ({ type: 'forumProgramme', forumId: row.forum_id }));
}

async function talksOf(db: Db, laureateId: string): Promise<ProcessRef[]> {
  const rows = await db.read
    .selectFrom('talks')
    .select(['forum_id', 'laureate_id'])
    .where('laureate_id', '=', laureateId)
    .execute();
  return rows.map(slot);
}
