// Forums as lists, and the working copy of a schedule for its makers.
import { sql } from 'kysely';
import { chairAt } from '../../domain/forum/chairing.ts';
import type { ForumPlan, TalkFacts } from '../../domain/forum/messages.ts';
import type { Left } from '../../domain/forum/proposal.ts';
import { type Forum, forumStream } from '../../domain/forum/state.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { loadState } from '../execute.ts';
import { findNames } from '../people.ts';
import { findMoves, type MoveLine } from './forum-moves.ts';
import { type Placed, placedIn } from './places.ts';
import { findTalkFacts } from './talk-facts.ts';
import { findTalks, type TalkView } from './talk-views.ts';

export type ForumLine = {
  forumId: string;
  cycleId: string | null;
  number: number;
  name: Texts;
  host: string;
  venue: Texts;
  zone: string;
  day: string;
  /** How many releases the schedule has had. */
  releases: number;
};
type Arranged = { talk: TalkView; place: Placed; pinned: boolean };
export type WorkingForum = ForumLine & {
  plan: ForumPlan;
  /** The proposal that is being worked out, or null. */
  requested: string | null;
  placements: Arranged[];
  unplaced: ({ talk: TalkView } & Pick<Left, 'reasons' | 'slots' | 'excluded'>)[];
  facts: TalkFacts[];
  overrides: { talk: string; rules: string[]; reason: string }[];
  moderators: { [session: string]: string | null };
  chairs: { block: string; room: string; person: string | null; held: boolean }[];
  staff: { person: string; name: string | null }[];
  undo: number | null;
  redo: number | null;
  moves: MoveLine[];
};

export const lineOf = (row: {
  forum_id: string;
  cycle_id: string | null;
  plan: ForumPlan;
  releases: number;
}): ForumLine => {
  const { number, name, host, venue, zone, day } = row.plan;
  const { forum_id: forumId, cycle_id: cycleId, releases } = row;
  return { forumId, cycleId, number, name, host, venue, zone, day, releases };
};

/** Of the awards named (null: of all) and the forums named. `after` is the id of the last one seen. */
export async function findForums(
  db: Db,
  asked: { awards: string[] | null; forums: string[]; limit: number; after: string | undefined },
): Promise<ForumLine[]> {
  let query = db.read
    .selectFrom('forums')
    .leftJoin('cycles', 'cycles.cycle_id', 'forums.cycle_id')
    .select(['forums.forum_id', 'forums.cycle_id', 'forums.plan', 'forums.releases'])
    .orderBy('forums.forum_id')
    .limit(asked.limit);
  const { awards, forums, after } = asked;
  if (awards !== null)
    query = query.where((eb) =>
      eb.or([
        eb('cycles.award', '=', sql<string>`any(${awards}::text[])`),
        eb('forums.forum_id', '=', sql<string>`any(${forums}::uuid[])`),
      ]),
    );
  if (after !== undefined) query = query.where('forums.forum_id', '>', after);
  return (await query.execute()).map(lineOf);
}

/** The last proposal plus moves and pins, with the version that it stands at. */
export async function findWorkingForum(
  db: Db,
  forumId: string,
  viewer: string | null,
): Promise<{ view: WorkingForum; version: number } | undefined> {
  const [{ state, version }, talks] = await Promise.all([
    loadState(db, forumStream(forumId)),
    findTalks(db, forumId, { limit: 100_000, after: undefined, viewer }),
  ]);
  if (state.status === 'none') return undefined;
  const people = state.plan.moderators.map(({ person }) => person);
  const [reasons, facts, moves, names] = await Promise.all([
    reasonsOf(db, forumId),
    findTalkFacts(db, state),
    findMoves(db, forumId),
    findNames(db, people),
  ]);
  const { plan, cycleId, requested, overrides } = state;
  const releases = state.released?.number ?? 0;
  const isSeen = ({ talk }: { talk: string }) => talks.some(({ laureateId }) => laureateId === talk);
  const view = {
    ...lineOf({ forum_id: forumId, cycle_id: cycleId, plan, releases }),
    plan,
    requested,
    placements: arranged(state, talks),
    unplaced: talks
      .filter(({ status }) => status !== 'declined' && status !== 'lapsed')
      .filter(({ laureateId }) => !state.placements.some((placed) => placed.talk === laureateId))
      .map((talk) => ({ talk, ...leftSaid(state, talk, reasons.get(talk.laureateId) ?? []) })),
    facts: facts.filter(isSeen),
    overrides: Object.entries(overrides)
      .map(([talk, set]) => ({ talk, ...set }))
      .filter(isSeen),
    moderators: state.moderators,
    chairs: chairsOf(state),
    staff: people.map((person) => ({ person, name: names.get(person) ?? null })),
    undo: state.moves.done.at(-1)?.step ?? null,
    redo: state.moves.undone.at(-1)?.step ?? null,
    moves: moves.filter(({ changes, pins }) => [...changes, ...pins].every(isSeen)),
  };
  return { view, version };
}

/** Why the last proposal left the talk without a place, in words and as data. */
function leftSaid({ left }: Forum, { laureateId }: TalkView, reasons: string[]) {
  const { slots, excluded } = left.find(({ talk }) => talk === laureateId) ?? {};
  const isCounted = reasons.length > 0 && slots !== undefined && excluded !== undefined;
  return { reasons, ...(isCounted && { slots, excluded }) };
}

const chairsOf = (state: Forum) =>
  state.plan.blocks.flatMap(({ key: block }) =>
    state.plan.rooms.map(({ key: room }) => ({ block, room, ...chairAt(state, { block, room }) })),
  );

/** The plan itself, with the version that it stands at. */
export async function findPlan(db: Db, forumId: string) {
  const { state, version } = await loadState(db, forumStream(forumId));
  if (state.status === 'none') return undefined;
  return { forumId, plan: state.plan, version, releases: state.released?.number ?? 0 };
}

const arranged = ({ plan, placements, pins }: Forum, talks: TalkView[]): Arranged[] =>
  placements
    .flatMap((placement) => {
      const talk = talks.find(({ laureateId }) => laureateId === placement.talk);
      if (talk === undefined) return [];
      return [{ talk, place: placedIn(plan, placement), pinned: pins[placement.talk] !== undefined }];
    })
    .sort((a, b) => (a.place.startsAt + a.place.room < b.place.startsAt + b.place.room ? -1 : 1));

async function reasonsOf(db: Db, forumId: string): Promise<Map<string, string[]>> {
  const rows = await db.read
    .selectFrom('working_placements')
    .select(['talk', 'reasons'])
    .where('forum_id', '=', forumId)
    .where('block', 'is', null)
    .execute();
  return new Map(rows.map(({ talk, reasons }) => [talk, reasons ?? []]));
}
