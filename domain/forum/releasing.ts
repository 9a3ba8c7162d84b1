// A release: what it changes against another, what a person must have seen before, and how the working copy becomes public.
import type { Decision } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { samePlace } from '../scheduling/schedule.ts';
import { requireNever } from './arranging.ts';
import { type ClashForum, standingClashes } from './clashes.ts';
import type { ForumCommand, ForumEvent, Place, Placement, Standing } from './messages.ts';
import type { Forum } from './state.ts';
import { sessionOf } from './timetable.ts';

export type Difference = {
  talk: string;
  change: 'new' | 'moved' | 'gone' | 'same';
  from: Place | null;
  to: Place | null;
};
export type Warning = {
  /** What is ticked. */
  key: string;
  kind: 'unconfirmed' | 'fallen-out' | 'unplaced' | 'vacant' | 'clash' | 'reveals';
  /** The talk or the laureate that it is about. */
  talk: string | null;
  /** Of a clash. */
  rule: string | null;
  other: string | null;
  /** Of a vacant moderator, `<block>/<room>`. */
  session: string | null;
};

const placeOf = ({ block, room, slot }: Placement): Place => ({ block, room, slot });

/** Every talk of the one or the other schedule, by what became of it. */
export function difference(before: readonly Placement[], after: readonly Placement[]): Difference[] {
  const old = new Map(before.map((placed) => [placed.talk, placeOf(placed)]));
  const now = new Map(after.map((placed) => [placed.talk, placeOf(placed)]));
  return [...new Set([...old.keys(), ...now.keys()])].sort().map((talk): Difference => {
    const [from, to] = [old.get(talk) ?? null, now.get(talk) ?? null];
    if (from === null || to === null) return { talk, change: from === null ? 'new' : 'gone', from, to };
    return { talk, change: samePlace(from, to) ? 'same' : 'moved', from, to };
  });
}

/** The working copy with what is known of the talks now. */
export const boardOf = (state: Forum, talks: Forum['talks'] = []): ClashForum => {
  const known = new Set(talks.map(({ talk }) => talk));
  const { plan, placements, moderators } = state;
  return { plan, placements, moderators, talks: [...talks, ...state.talks.filter(({ talk }) => !known.has(talk))] };
};

/** Talks that somebody is to give and that stand nowhere. */
export function unplacedIn(state: Forum, standing: readonly Standing[] | undefined): string[] {
  if (standing === undefined) return [...state.unplaced].sort();
  const placed = new Set(state.placements.map(({ talk }) => talk));
  const open = standing.filter(({ status }) => status === 'invited' || status === 'confirmed');
  return open
    .map(({ talk }) => talk)
    .filter((talk) => !placed.has(talk))
    .sort();
}

type Known = Pick<Extract<ForumCommand, { type: 'ReleaseSchedule' }>['data'], 'talks' | 'standing' | 'reveals'>;

/** What a person ticks one by one before it is released; always in the same order. */
export function releaseWarnings(state: Forum, { talks, standing = [], reveals = [] }: Known): Warning[] {
  const none = { talk: null, rule: null, other: null, session: null };
  const statusOf = new Map(standing.map(({ talk, status }) => [talk, status]));
  const placed = [...state.placements].map(({ talk }) => talk).sort();
  const of = (kind: Warning['kind'], talk: string): Warning => ({ ...none, key: `${kind}:${talk}`, kind, talk });
  const clashes = standingClashes(boardOf(state, talks)).filter(({ weight }) => weight === 'reason');
  return [
    ...placed.filter((talk) => fallenOut.includes(statusOf.get(talk) ?? 'none')).map((talk) => of('fallen-out', talk)),
    ...placed.filter((talk) => statusOf.get(talk) === 'invited').map((talk) => of('unconfirmed', talk)),
    ...unplacedIn(state, standing).map((talk) => of('unplaced', talk)),
    ...vacantSessions(state).map(
      (session): Warning => ({ ...none, key: `vacant:${session}`, kind: 'vacant', session }),
    ),
    ...clashes.map(({ rule, talk, other = null }): Warning => {
      const key = ['clash', rule, talk, ...(other === null ? [] : [other])].join(':');
      return { ...none, key, kind: 'clash', talk, rule, other };
    }),
    ...reveals.map((talk) => of('reveals', talk)),
  ];
}

/** Of a talk that nobody gives any more, or whose laureate is none. */
const fallenOut = ['none', 'declined', 'lapsed'];

/** Sessions with talks and without a moderator, where the forum has moderators. */
function vacantSessions({ plan, placements, moderators }: Forum): string[] {
  if (plan.moderators.length === 0) return [];
  const sessions = [...new Set(placements.map(sessionOf))].sort();
  return sessions.filter((session) => moderators[session] == null);
}

export function releaseSchedule(
  data: Extract<ForumCommand, { type: 'ReleaseSchedule' }>['data'],
  state: Forum,
): Decision<ForumEvent> {
  const { forumId, cycleId, requested, released, moderators, interpretation, pins, moderatorPins } = state;
  if (requested !== null)
    throw new Refusal('schedule-requested', 'A schedule is being worked out: release when it is there.', {
      requested,
    });
  if (state.proposed === null && state.placements.length === 0)
    throw new Refusal('no-schedule', 'There is no schedule to release: request one.');
  const placements = [...state.placements].sort((a, b) => (a.talk < b.talk ? -1 : 1));
  const unplaced = unplacedIn(state, data.standing);
  const changes = difference(released?.placements ?? [], placements);
  const of = (...kinds: string[]) => changes.filter(({ change }) => kinds.includes(change)).map(({ talk }) => talk);
  const [moved, gone] = [of('new', 'moved'), of('gone')];
  const isSame = moved.length === 0 && gone.length === 0 && released?.unplaced.join() === unplaced.join();
  if (released !== null && isSame && sameMap(released.moderators ?? {}, moderators)) return { events: [] };
  const accepted = requireTicks(data, state);
  const number = (released?.number ?? 0) + 1;
  const { name, note } = data;
  return {
    events: [
      {
        type: 'ScheduleReleased',
        data: {
          ...{ forumId, cycleId, number, name, note, placements, unplaced, moved },
          ...(gone.length > 0 && { gone }),
          ...(Object.keys({ ...moderators, ...interpretation }).length > 0 && { moderators, interpretation }),
          ...(accepted.length > 0 && { accepted }),
          ...(Object.keys({ ...pins, ...moderatorPins }).length > 0 && { pins, moderatorPins }),
        },
      },
    ],
  };
}

/** Who leads may change alone. */
const sameMap = (a: { [key: string]: unknown }, b: { [key: string]: unknown }): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => (a[key] ?? null) === (b[key] ?? null));

/** @returns what was ticked. Whoever does not say how the talks stand is no person, and is asked nothing. */
function requireTicks(data: Extract<ForumCommand, { type: 'ReleaseSchedule' }>['data'], state: Forum): string[] {
  if (data.standing === undefined) return [];
  const board = boardOf(state, data.talks);
  // Of a talk that nobody gives any more nothing is known: it has a warning of its own.
  requireNever(
    board,
    standingClashes(board).filter(({ rule }) => rule !== 'not-in-programme'),
  );
  const keys = releaseWarnings(state, data).map(({ key }) => key);
  const ticked = new Set(data.ticked);
  const missing = keys.filter((key) => !ticked.has(key));
  if (missing.length > 0)
    throw new Refusal('warnings-unseen', 'Something is to be looked at before this is released.', {
      missing: missing.slice(0, 200),
    });
  return keys;
}
