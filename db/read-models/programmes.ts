// A forum's programme as it may be read: by everybody, with what is under embargo left out by the query, or by its makers.
import { sql } from 'kysely';
import type { Entry } from '../../domain/forum/entries.ts';
import { entriesOf } from '../../domain/forum/entries.ts';
import type { ForumPlan, Place } from '../../domain/forum/messages.ts';
import { forumStream } from '../../domain/forum/state.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Topic } from '../../domain/talk/messages.ts';
import type { Db } from '../database.ts';
import { loadState } from '../execute.ts';
import { uuidv5 } from '../ids.ts';
import { findNames } from '../people.ts';
import { type Placed, placedIn } from './places.ts';

/** `public`: what everybody may read. `staff`: with every name, for those who make the programme. */
export type Readers = 'public' | 'staff';
/** What is null is under embargo until the laureate is announced to everybody, or not known. */
export type ProgrammeTalk = {
  /** What it is known by in public; the same before and after the announcement. */
  publicId: string;
  country: string;
  category: string;
  laureateId: string | null;
  organisation: Texts | null;
  topics: Topic[] | null;
  speaker: { key: string; name: string; position: Texts | null; biography: Texts | null } | null;
  language: string | null;
  mode: 'in-person' | 'remote' | null;
  /** Whether the laureate is announced to everybody. */
  isPublic: boolean;
  /** For its makers alone. */
  status: string | null;
  personId: string | null;
  /** When the name became public, or changed then; null where it is not. */
  announcedAt: string | null;
};
export type ProgrammeEntry = Omit<Entry, 'place' | 'talk'> & {
  talk: ProgrammeTalk;
  place: Placed;
  /** `block~room`. */
  session: string;
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
  const [forum, releases, talks] = await Promise.all([
    findForum(db, forumId),
    findReleases(db, forumId),
    findProgrammeTalks(db, forumId, readers),
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
      const more = { before: before.get(entry.talk) ?? null, unreleased: entry.sequence > last };
      return [{ ...entry, talk, place, session: sessionOf(place), ...more }];
    })
    .sort(byClock(plan));
  const unplaced = working?.unplaced ?? newest?.unplaced ?? [];
  return {
    ...{ forumId, cycleId: forum.cycleId, plan, names: forum.names },
    release: working === null && newest !== null ? headOf(newest) : null,
    since: earlier,
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
  if (state.status === 'none' || state.proposed === null) return null;
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

/** What a speaker is known by on the public pages of one forum. */
export const speakerKey = (forumId: string, personId: string) => uuidv5(`speaker:${forumId}:${personId}`);

/**
 * By laureate. Who is not announced to everybody has a country and a category, and nothing else; a reserve is told of once its cycle's
 * laureates are.
 */
export async function findProgrammeTalks(
  db: Db,
  forumId: string,
  readers: Readers,
): Promise<Map<string, ProgrammeTalk>> {
  type Row = Omit<ProgrammeTalk, 'speaker' | 'announcedAt'> & {
    id: string;
    announced: Date | null;
    name: string | null;
  };
  const staff = sql<boolean>`${readers === 'staff'}::boolean`;
  const { rows } = await sql<Row & { position: Texts | null; biography: Texts | null }>`
    with announced as (
      select t.*, coalesce(t.speaker_id, t.person_id) as speaks, coalesce(p.corrected_at, p.published_at) as announced,
        case when p.corrected then p.organisation else t.organisation end as called,
        t.cycle_id is null or p.laureate_id is not null or (exists (
          select 1 from talk_reserves r where r.forum_id = t.forum_id and r.laureate_id = t.laureate_id) and exists (
          select 1 from published_laureates q where q.cycle_id = t.cycle_id and q.stage = 'public')) as announced_to_all
      from talks t left join published_laureates p on p.laureate_id = t.laureate_id and p.stage = 'public'
      where t.forum_id = ${forumId}),
    shown as (select *, ${staff} or announced_to_all as open, ${staff} or announced_to_all and status in ('confirmed', 'presented') as named
      from announced)
    select s.laureate_id as id, public_id as "publicId", country, category, announced_to_all as "isPublic",
      case when open then s.laureate_id end as "laureateId",
      case when open then called end as organisation,
      case when open then topics end as topics,
      case when open then s.language end as language,
      case when open then mode end as mode,
      case when open then announced end as announced,
      case when ${staff} then s.status end as status,
      case when named then speaks end as "personId",
      case when named then coalesce(f.printed_name, e.name) end as name,
      case when named then f.position end as position,
      case when named then f.biography end as biography
    from shown s left join people e on e.person_id = s.speaks and e.erased_at is null
      left join speaker_profiles f on f.forum_id = s.forum_id and f.laureate_id = s.laureate_id and f.person_id = e.person_id`.execute(
    db.read,
  );
  return new Map(
    rows.map(({ id, name, position, biography, personId, announced, ...talk }) => [
      id,
      {
        ...talk,
        personId: readers === 'staff' ? personId : null,
        announcedAt: announced?.toISOString() ?? null,
        speaker:
          personId === null || name === null ? null : { key: speakerKey(forumId, personId), name, position, biography },
      },
    ]),
  );
}
