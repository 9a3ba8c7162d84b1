// The releases of a schedule: who released what and when, how two of them differ, and what the next one would change.
import type { ForumEvent, ForumPlan, Place } from '../../domain/forum/messages.ts';
import { type Difference, difference, releaseWarnings, type Warning } from '../../domain/forum/releasing.ts';
import { type Forum, forumStream } from '../../domain/forum/state.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { readStreams } from '../event-store.ts';
import { loadState } from '../execute.ts';
import { findNames } from '../people.ts';
import { type Placed, placedIn } from './places.ts';
import { findRevealing } from './revealing.ts';
import { findStanding, findTalkFacts } from './talk-facts.ts';
import { findTalks } from './talk-views.ts';

export type ReleaseLine = {
  number: number;
  name: string;
  note: string;
  at: string;
  /** Null where the person was erased. */
  by: string | null;
  placed: number;
  unplaced: number;
  /** New talks and moved ones: their presenters were told. */
  moved: number;
};
type Released = Extract<ForumEvent, { type: 'ScheduleReleased' }>['data'];

/** The newest first. */
export async function findReleases(db: Db, forumId: string): Promise<ReleaseLine[]> {
  const events = await readStreams(db.readPool, [forumStream(forumId).id]);
  const released = events.filter(({ type }) => type === 'ScheduleReleased').reverse();
  const names = await findNames(db, [...new Set(released.map(({ actor }) => actor))]);
  return released.map(({ data, at, actor }) => {
    const { number, name, note, placements, unplaced, moved } = data as Released;
    const counts = { placed: placements.length, unplaced: unplaced.length, moved: moved.length };
    return { number, name, note, at, by: names.get(actor) ?? null, ...counts };
  });
}

/** A talk in two schedules, in words that people read. */
export type DifferenceLine = {
  talk: string;
  organisation: Texts;
  country: string;
  presenter: string | null;
  change: Difference['change'];
  from: Placed | null;
  to: Placed | null;
};
/** `null` stands for the working copy, and before the first release for a schedule without talks. */
export type Compared = { from: number | null; to: number | null; lines: DifferenceLine[] };

/** Undefined where there is no such forum or release. */
export async function findDifference(
  db: Db,
  forumId: string,
  asked: { from: number | null; to: number | null; viewer: string | null },
): Promise<Compared | undefined> {
  const { state } = await loadState(db, forumStream(forumId));
  if (state.status === 'none') return undefined;
  const find = (number: number) => state.releases.find((release) => release.number === number)?.placements;
  const before = asked.from === null ? (state.released?.placements ?? []) : find(asked.from);
  const after = asked.to === null ? state.placements : find(asked.to);
  if (before === undefined || after === undefined) return undefined;
  const from = asked.from ?? state.released?.number ?? null;
  return { from, to: asked.to, lines: await linesOf(db, state, difference(before, after), asked.viewer) };
}

/** What is in conflict with the viewer is left out. */
async function linesOf(
  db: Db,
  { forumId, plan }: Forum,
  found: Difference[],
  viewer: string | null,
): Promise<DifferenceLine[]> {
  const talks = await findTalks(db, forumId, { limit: 100_000, after: undefined, viewer });
  const byId = new Map(talks.map((talk) => [talk.laureateId, talk]));
  const lines = found.flatMap(({ talk, change, from, to }): DifferenceLine[] => {
    const known = byId.get(talk);
    if (known === undefined) return [];
    const { organisation, country, presenter } = known;
    const places = { from: placed(plan, from), to: placed(plan, to) };
    return [{ talk, organisation, country, presenter: presenter?.name ?? null, change, ...places }];
  });
  const orderOf = ({ to, from }: DifferenceLine) => `${(to ?? from)?.startsAt} ${(to ?? from)?.room}`;
  return lines.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** What a plan has taken away since then has no time any more. */
function placed(plan: ForumPlan, place: Place | null): Placed | null {
  const isThere =
    place !== null &&
    plan.blocks.some(({ key }) => key === place.block) &&
    plan.rooms.some(({ key }) => key === place.room);
  return isThere ? placedIn(plan, place) : null;
}

export type ReleasePreview = Compared & { warnings: Warning[] };

/** What a release of the working copy would change, and what is to be ticked before. */
export async function findReleasePreview(
  db: Db,
  forumId: string,
  { written, viewer }: { written: string; viewer: string | null },
): Promise<ReleasePreview | undefined> {
  const [compared, { state }, seen] = await Promise.all([
    findDifference(db, forumId, { from: null, to: null, viewer }),
    loadState(db, forumStream(forumId)),
    findTalks(db, forumId, { limit: 100_000, after: undefined, viewer }),
  ]);
  if (compared === undefined || state.status === 'none') return undefined;
  const warnings = releaseWarnings(state, await findReleaseFacts(db, state, written));
  const isSeen = (talk: string | null) => talk === null || seen.some(({ laureateId }) => laureateId === talk);
  return { ...compared, warnings: warnings.filter(({ talk, other }) => isSeen(talk) && isSeen(other)) };
}

/** What a release goes by besides the forum's own record. `written` is what it says by itself: its name and its note. */
export async function findReleaseFacts(db: Db, forum: Pick<Forum, 'forumId' | 'cycleId'>, written: string) {
  const { forumId } = forum;
  const [talks, revealing] = await Promise.all([findTalkFacts(db, forum), findRevealing(db, forumId, written)]);
  const leaks = (revealing?.leaks ?? []).flatMap(({ talk }) => talk.laureateId ?? []);
  return { talks, standing: await findStanding(db, forumId, talks), reveals: [...new Set(leaks)].sort() };
}
