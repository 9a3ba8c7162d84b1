// Talks with their presenters, for the forum's makers and for each presenter; and whom one may be asked of.
import { sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import type { Busy, ThemeFit, Topic } from '../../domain/talk/messages.ts';
import { type SlidesState, slidesState } from '../../domain/talk/slides.ts';
import type { Db } from '../database.ts';
import { slidesDue } from '../slides.ts';
import { keepsFromResult } from './officer-conflicts.ts';
import { type Placed, placedIn } from './places.ts';
import { findReserve } from './reserves.ts';

export type TalkView = {
  id: string;
  forumId: string;
  laureateId: string;
  country: string;
  category: string;
  organisation: Texts;
  status: 'invited' | 'confirmed' | 'declined' | 'lapsed' | 'presented' | 'absent';
  /** Null once the person was erased. */
  presenter: { personId: string; name: string } | null;
  answerBy: string;
  /** The venue's. */
  zone: string;
  topics: Topic[];
  theme: string | null;
  language: string;
  mode: 'in-person' | 'remote';
  windows: { from: number; to: number }[];
  /** The release whose place the presenter has confirmed. */
  reconfirmed: number | null;
  /** Who speaks instead. */
  speaker: { personId: string; name: string } | null;
  /** The laureate whose talk fell out, where a reserve was asked. */
  insteadOf: string | null;
  ownZone: string | null;
  busy: Busy[];
  wish: number | null;
  needsInterpretation: boolean | null;
  fit: ThemeFit;
  /** The release whose place does not suit, and why. */
  refused: { release: number; reason: string } | null;
  slidesState: SlidesState;
};
/** The place that the newest release gives a talk; `moved` names the last release that gave it a new one. */
export type Slot = { release: number; name: string; place: Placed; moved: number };

const typesOfSlides = sql<string[]>`array(select f.type from laureate_files l join files f on f.file_id = l.file_id
  where l.forum_id = talks.forum_id and l.laureate_id = talks.laureate_id and l.kind = 'slides' and l.removed_at is null
    and f.state = 'arrived')`;
const talks = (db: Db) =>
  db.read
    .selectFrom('talks')
    .leftJoin('people', (join) =>
      join.onRef('people.person_id', '=', 'talks.person_id').on('people.erased_at', 'is', null),
    )
    .leftJoin('people as s', (join) => join.onRef('s.person_id', '=', 'talks.speaker_id').on('s.erased_at', 'is', null))
    .innerJoin('forums', 'forums.forum_id', 'talks.forum_id')
    .selectAll('talks')
    .select([
      'people.name as presenter',
      's.name as speaker',
      'talks.zone as own_zone',
      sql<string>`plan ->> 'zone'`.as('venue_zone'),
      typesOfSlides.as('slide_types'),
    ]);
type Row = Awaited<ReturnType<ReturnType<typeof talks>['executeTakeFirstOrThrow']>>;

const view = (row: Row): TalkView => ({
  id: `${row.forum_id}~${row.laureate_id}`,
  forumId: row.forum_id,
  laureateId: row.laureate_id,
  country: row.country,
  category: row.category,
  organisation: row.organisation,
  status: row.status,
  presenter: row.presenter === null ? null : { personId: row.person_id, name: row.presenter },
  answerBy: row.answer_by.toISOString(),
  zone: row.venue_zone,
  topics: row.topics,
  theme: row.theme,
  language: row.language,
  mode: row.mode,
  windows: row.windows,
  reconfirmed: row.reconfirmed,
  speaker: row.speaker === null || row.speaker_id === null ? null : { personId: row.speaker_id, name: row.speaker },
  insteadOf: row.instead_of,
  ownZone: row.own_zone,
  busy: row.busy,
  wish: row.wish,
  needsInterpretation: row.needs_interpretation,
  fit: row.fit,
  refused: row.refused === null ? null : { release: row.refused, reason: row.refused_why ?? '' },
  slidesState: slidesState(row.slide_types),
});

/** Without those whose result is kept from the viewer as an officer. `after` is the laureate of the last one seen. */
export async function findTalks(
  db: Db,
  forumId: string,
  { limit, after, viewer }: { limit: number; after: string | undefined; viewer: string | null },
): Promise<TalkView[]> {
  let query = talks(db)
    .where('talks.forum_id', '=', forumId)
    .where(sql<boolean>`not ${keepsFromResult(viewer, sql.ref('talks.laureate_id'))}`)
    .orderBy('laureate_id')
    .limit(limit);
  if (after !== undefined) query = query.where('laureate_id', '>', after);
  return (await query.execute()).map(view);
}

export async function findTalk(db: Db, forumId: string, laureateId: string): Promise<TalkView | undefined> {
  const row = await talks(db)
    .where('talks.forum_id', '=', forumId)
    .where('laureate_id', '=', laureateId)
    .executeTakeFirst();
  return row && view(row);
}

/** The talks that a person was asked to give, the newest forum first. */
export async function findOwnTalks(db: Db, personId: string) {
  const rows = await db.read
    .selectFrom('talks')
    .innerJoin('forums', 'forums.forum_id', 'talks.forum_id')
    .select(['talks.forum_id', 'laureate_id', 'organisation', 'talks.status', 'plan'])
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('speaker_id', '=', personId)]))
    .orderBy(sql`plan ->> 'day'`, 'desc')
    .execute();
  return rows.map(({ forum_id, laureate_id, organisation, status, plan }) => {
    const { name, day, zone } = plan;
    return { id: `${forum_id}~${laureate_id}`, organisation, status, forum: { name, day, zone } };
  });
}

/** What a presenter has to know of the forum to say what and when. */
export async function getForumOfTalk(db: Db, forumId: string) {
  const { plan } = await db.read
    .selectFrom('forums')
    .select('plan')
    .where('forum_id', '=', forumId)
    .executeTakeFirstOrThrow();
  const { name, venue, day, opensAt, closesAt, languages, themes, rooms } = plan;
  return {
    ...{ name, venue, day, opensAt, closesAt, languages, slidesDue: slidesDue(plan).toISOString() },
    themes: themes.map(({ key, title }) => ({ key, title })),
    rooms: rooms.map(({ key, name: roomName }) => ({ key, name: roomName })),
  };
}

/** Null while no release places the talk. */
export async function findSlot(db: Db, forumId: string, laureateId: string): Promise<Slot | null> {
  const releases = await db.read
    .selectFrom('published_schedules')
    .innerJoin('forums', 'forums.forum_id', 'published_schedules.forum_id')
    .select(['published_schedules.number', 'published_schedules.name', 'placements', 'moved', 'plan'])
    .where('published_schedules.forum_id', '=', forumId)
    .orderBy('published_schedules.number', 'desc')
    .execute();
  const [newest] = releases;
  const placement = newest?.placements.find(({ talk }) => talk === laureateId);
  if (newest === undefined || placement === undefined) return null;
  const moved = releases.find((release) => release.moved.includes(laureateId))?.number ?? newest.number;
  return { release: newest.number, name: newest.name, place: placedIn(newest.plan, placement), moved };
}

/** Who the laureate is, and how long a presenter has to answer: only for one who is endorsed and has neither declined nor lost the award. */
export async function findInvitable(db: Db, forumId: string, laureateId: string) {
  const reserve = await findReserve(db, forumId, laureateId);
  if (reserve !== undefined) return reserve;
  const row = await db.read
    .selectFrom('forums')
    .innerJoin('cycles', 'cycles.cycle_id', 'forums.cycle_id')
    .innerJoin('laureates', 'laureates.cycle_id', 'forums.cycle_id')
    .select(['cycles.cycle_id', 'country', 'category', 'organisation', 'settings', 'cycles.zone'])
    .where('forums.forum_id', '=', forumId)
    .where('laureate_id', '=', laureateId)
    .where('current', '=', true)
    .where('place', '=', 'laureate')
    .where('endorsed_at', 'is not', null)
    .where((eb) => eb.or([eb('answer', 'is', null), eb('answer', '=', 'accepted')]))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { cycle_id: cycleId, country, category, organisation, settings, zone } = row;
  return { cycleId, country, category, organisation, answerTime: settings.answers.presenter, zone };
}
