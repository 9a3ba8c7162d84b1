// Where a process belongs: the cycle or forum that its reminders speak of.
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';

/** What a process is about: the ids that it was started with. */
export type About = {
  cycleId?: string;
  iso2?: string;
  group?: string;
  nominationId?: string;
  forumId?: string;
  proposalId?: string;
  laureateId?: string;
};

export type Place = {
  /** Null for a forum that belongs to no award. */
  award: string | null;
  cycleId: string | null;
  forumId: string | null;
  country: string | null;
  title: Texts;
  zone: string;
  /** Where the matter is worked on, below the installation's address. */
  path: string;
};

/** With the country, where the process has one. */
export async function findPlace(db: Db, about: About): Promise<Place | null> {
  if (about.forumId !== undefined) return findForum(db, about.forumId, about.laureateId);
  const nomination = about.nominationId === undefined ? undefined : await findNomination(db, about.nominationId);
  const cycleId = about.cycleId ?? nomination?.cycle_id;
  if (cycleId === undefined) return null;
  const cycle = await db.read
    .selectFrom('cycles')
    .select(['award', 'title', 'zone'])
    .where('cycle_id', '=', cycleId)
    .executeTakeFirst();
  const country = about.iso2 ?? nomination?.country ?? /^([A-Z]{2})-/.exec(about.group ?? '')?.[1] ?? null;
  return cycle === undefined ? null : { ...cycle, cycleId, forumId: null, country, path: `/cycles/${cycleId}` };
}

const findNomination = (db: Db, nominationId: string) =>
  db.read
    .selectFrom('nominations')
    .select(['cycle_id', 'country'])
    .where('nomination_id', '=', nominationId)
    .executeTakeFirst();

/** A talk is its presenter's own page. */
async function findForum(db: Db, forumId: string, laureateId: string | undefined): Promise<Place | null> {
  const row = await db.read
    .selectFrom('forums')
    .leftJoin('cycles', 'cycles.cycle_id', 'forums.cycle_id')
    .select(['forums.cycle_id', 'forums.name', 'forums.plan', 'cycles.award'])
    .where('forum_id', '=', forumId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { cycle_id: cycleId, name: title, plan, award } = row;
  const path = laureateId === undefined ? `/app/forums/${forumId}` : `/app/talks/${forumId}~${laureateId}`;
  return { award, cycleId, forumId, country: null, title, zone: plan.zone, path };
}
