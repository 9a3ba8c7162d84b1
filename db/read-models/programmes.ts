// A forum's programme as it may be read: by everybody, with what is under embargo left out by the query, or by its makers.
import type { SaidDelay } from '../../domain/day/shifts.ts';
import type { Entry } from '../../domain/forum/entries.ts';
import { entriesOf } from '../../domain/forum/entries.ts';
import type { ForumPlan, Place } from '../../domain/forum/messages.ts';
import { forumStream } from '../../domain/forum/state.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { loadState } from '../execute.ts';
import { findNames } from '../people.ts';
import { findSaidDelays, type Running, runningOf } from './delays.ts';
import { type Placed, placedIn } from './places.ts';
import { findProgrammeTalks, type ProgrammeTalk, type Readers } from './programme-talks.ts';

export type ProgrammeEntry = Omit<Entry, 'place' | 'talk'> & {
  talk: ProgrammeTalk;
  place: Placed;
  /** `block~room`. */
  session: string;
  /** With what was said of delays on the day. */
  running: Running;
  /** In the working copy alone: its place is another than that of the newest release. */
  unreleased: boolean;
  /** Where it stood at the release that changes are asked for since. */
  before: Placed | null;
};
/** `moderator` is null where nobody is known. */
export type ProgrammeSession = { moderator: string | null; interpretation: string[] };
export type Programme = {
  forumId: string;
  cycleId: string | null;
  plan: ForumPlan;
  /** Null: the working copy, which is not released. */
  release: { number: number; name: string; note: string; releasedAt: string } | null;
  /** In the order of the day. */
  entries: ProgrammeEntry[];
  /** Stood in an earlier release. */
  gone: ProgrammeEntry[];
  unplaced: ProgrammeTalk[];
  /** What was said on the day, oldest first. */
  delays: SaidDelay[];
  /** The release that changes are asked for since. */
  since: { number: number; releasedAt: string } | null;
  /** By session; none for those of whom nothing is said. */
  sessions: { [session: string]: ProgrammeSession };
  /** What the award calls its countries and categories. */
  names: { countries: { [iso2: string]: Texts }; categories: { [key: string]: Texts } };
};

type Asked = { copy?: boolean; since?: number | undefined };

/** The newest release, or for its makers the working copy; null while there is none. */
export async function findProgramme(
  db: Db,
  forumId: string,
  readers: Readers,
  { copy = false, since }: Asked = {},
): Promise<Programme | null> {
  const [forum, releases, talks, delays] = await Promise.all([
    findForum(db, forumId),
    findReleases(db, forumId),
    findProgrammeTalks(db, forumId, readers),
    findSaidDelays(db, forumId, readers),
  ]);
  if (forum === undefined) return null;
  const newest = releases.at(-1) ?? null;
  const working = readers === 'staff' && (copy || newest === null) ? await findCopy(db, forumId) : null;
  if (newest === null && working === null) return null;
  const earlier = releases.find(({ number }) => number === since) ?? null;
  const last = newest?.number ?? 0;
  const standing = working === null ? releases : [...releases, { ...working, number: last + 1 }];
  const { plan } = forum;
  const before = new Map(earlier?.placements.map(({ talk, ...place }) => [talk, placeIn(plan, place)]));
  const all = entriesOf(standing)
    .flatMap((entry): ProgrammeEntry[] => {
      const [talk, place] = [talks.get(entry.talk), placeIn(plan, entry.place)];
      if (talk === undefined || place === null) return [];
      const running = runningOf(plan, { delays, releases }, { talk: entry.talk, place });
      const more = { running, before: before.get(entry.talk) ?? null, unreleased: entry.sequence > last };
      return [{ ...entry, talk, place, session: sessionOf(place), ...more }];
    })
    .sort(byClock(plan));
  const unplaced = working?.unplaced ?? newest?.unplaced ?? [];
  return {
    ...{ forumId, cycleId: forum.cycleId, plan, names: forum.names },
    release: working === null && newest !== null ? headOf(newest) : null,
    since: earlier,
    delays,
    entries: all.filter(({ gone }) => !gone),
    gone: all.filter(({ gone }) => gone),
    unplaced: unplaced.flatMap((id) => talks.get(id) ?? []),
    sessions: await findSessions(db, working ?? newest),
  };
}

/** Rooms in the order of the plan. */
function byClock({ rooms }: ForumPlan) {
  const order = rooms.map(({ key }) => key);
  return ({ place: a }: ProgrammeEntry, { place: b }: ProgrammeEntry) =>
    a.startsAt === b.startsAt ? order.indexOf(a.room) - order.indexOf(b.room) : a.startsAt < b.startsAt ? -1 : 1;
}

type ReleaseRow = Awaited<ReturnType<typeof findReleases>>[number];
const headOf = ({ number, name, note, releasedAt }: ReleaseRow) => ({ number, name, note, releasedAt });

export async function findForum(db: Db, forumId: string) {
  const row = await db.read
    .selectFrom('forums')
    .leftJoin('cycles', 'cycles.cycle_id', 'forums.cycle_id')
    .select(['forums.cycle_id', 'plan', 'definition'])
    .where('forum_id', '=', forumId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { cycle_id: cycleId, plan, definition } = row;
  const countries = Object.fromEntries((definition?.countries ?? []).map(({ iso2, names }) => [iso2, names]));
  const categories = Object.fromEntries((definition?.categories ?? []).map(({ key, names }) => [key, names]));
  return { cycleId, plan, names: { countries, categories } };
}

/** Oldest first. */
export async function findReleases(db: Db, forumId: string) {
  const rows = await db.read
    .selectFrom('published_schedules')
    .selectAll()
    .where('forum_id', '=', forumId)
    .orderBy('number')
    .execute();
  return rows.map(({ number, name, note, released_at, placements, unplaced, moderators, interpretation }) => {
    const staff = { moderators, interpretation };
    return { number, name, note, releasedAt: released_at.toISOString(), placements, unplaced, ...staff };
  });
}

async function findCopy(db: Db, forumId: string) {
  const { state } = await loadState(db, forumStream(forumId));
  if (state.status === 'none' || (state.proposed === null && state.placements.length === 0)) return null;
  const { placements, unplaced, moderators, interpretation } = state;
  return { placements, unplaced, moderators, interpretation, releasedAt: new Date(0).toISOString() };
}

type Staff = Pick<ReleaseRow, 'moderators' | 'interpretation'>;

/** Names as they are now; whoever was erased is nobody. */
async function findSessions(db: Db, staff: Staff | null): Promise<Programme['sessions']> {
  const { moderators = {}, interpretation = {} } = staff ?? {};
  const people = Object.values(moderators).filter((person) => person !== null);
  const names = await findNames(db, [...new Set(people)]);
  const keys = new Set([...Object.keys(moderators), ...Object.keys(interpretation)]);
  return Object.fromEntries(
    [...keys].map((key) => {
      const moderator = names.get(moderators[key] ?? '') ?? null;
      return [key.replace('/', '~'), { moderator, interpretation: interpretation[key] ?? [] }];
    }),
  );
}

/** Null for a place that the plan does not have any more. */
export function placeIn(plan: ForumPlan, place: Place): Placed | null {
  const has = plan.blocks.some(({ key }) => key === place.block) && plan.rooms.some(({ key }) => key === place.room);
  return has ? placedIn(plan, place) : null;
}

export const sessionOf = ({ block, room }: { block: string; room: string }) => `${block}~${room}`;
