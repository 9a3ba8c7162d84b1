// Moves by hand taken back, done again, or all of them left for what a release says.
import type { Decision } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { samePlace } from '../scheduling/schedule.ts';
import { movedEvent, placeOf, requireUnpinned } from './arranging.ts';
import { chairAt, chairEvent, isSame as isSameChair } from './chairing.ts';
import type { ForumCommand, ForumEvent, HowStepped, Place } from './messages.ts';
import type { Changes, Step } from './moves.ts';
import type { Forum, Release } from './state.ts';

type Data<Type extends ForumCommand['type']> = Extract<ForumCommand, { type: Type }>['data'];

export function undoMove({ step }: Data<'UndoMove'>, state: Forum): Decision<ForumEvent> {
  const last = requireLast(state.moves.done, step, 'Nothing is left to undo: a new proposal begins anew.');
  return { events: again(state, turned(last), { act: 'undo', of: step }) };
}

export function redoMove({ step }: Data<'RedoMove'>, state: Forum): Decision<ForumEvent> {
  const last = requireLast(state.moves.undone, step, 'Nothing was undone that could be done again.');
  return { events: again(state, last, { act: 'redo', of: step }) };
}

const turned = ({ changes, pins, chairs }: Changes): Changes => ({
  changes: changes.map(({ talk, from, to }) => ({ talk, from: to, to: from })),
  pins: pins.map(({ talk, from, to }) => ({ talk, from: to, to: from })),
  chairs: chairs.map(({ from, to, ...at }) => ({ ...at, from: to, to: from })),
});

function requireLast(steps: Step[], step: number, none: string): Step {
  const last = steps.at(-1);
  if (last === undefined) throw new Refusal('nothing-to-undo', none);
  if (last.step !== step)
    throw new Refusal('step-passed', 'The schedule was changed since: look at it and try again.', { step: last.step });
  return last;
}

/** What is let go comes first, and what is held last: a talk that is held does not move. */
function again(state: Forum, { changes, pins, chairs }: Changes, how: HowStepped): ForumEvent[] {
  const { forumId, cycleId } = state;
  const freed = pins.filter(({ to }) => to === null).map(({ talk }) => talk);
  for (const { talk } of changes) if (!freed.includes(talk)) requireUnpinned(state, talk);
  return [
    ...freed.map((talk): ForumEvent => ({ type: 'TalkUnpinned', data: { forumId, cycleId, talk, ...how } })),
    ...changes.map(({ talk, to }) => movedEvent(state, { talk, to }, how)),
    ...pins.flatMap(({ talk, to }): ForumEvent[] =>
      to === null ? [] : [{ type: 'TalkPinned', data: { forumId, cycleId, talk, place: to, ...how } }],
    ),
    ...chairs.map(({ block, room, to }) => chairEvent(state, { block, room }, to, how)),
  ];
}

/** Talks that the release did not place lose their place; those that the schedule knows no more stay away. */
export function restoreRelease({ release }: Data<'RestoreRelease'>, state: Forum): Decision<ForumEvent> {
  const found = state.releases.find(({ number }) => number === release);
  if (found === undefined)
    throw new Refusal('release-unknown', `There is no release ${release}.`, {
      release: state.released?.number ?? null,
    });
  if (state.requested !== null)
    throw new Refusal('schedule-requested', 'A schedule is being worked out: wait for it, or replace it.', {
      replaces: state.requested,
    });
  const changes = state.talks.flatMap(({ talk }): Changes['changes'] => {
    const there = found.placements.find((placed) => placed.talk === talk);
    const to = there === undefined ? null : { block: there.block, room: there.room, slot: there.slot };
    const from = placeOf(state, talk);
    return isSame(from, to) ? [] : [{ talk, from, to }];
  });
  const how = { step: state.moves.last + 1, act: 'restore' as const, of: release };
  if (found.pins !== undefined || found.moderatorPins !== undefined)
    return { events: again(state, { changes, ...heldThen(state, found, changes) }, how) };
  const { forumId, cycleId, pins } = state;
  const released = changes.filter(({ talk }) => pins[talk] !== undefined);
  return {
    events: [
      ...released.map(({ talk }): ForumEvent => ({ type: 'TalkUnpinned', data: { forumId, cycleId, talk } })),
      ...changes.map((change) => movedEvent(state, change, how)),
    ],
  };
}

/** Pins and moderators as the release had them. */
function heldThen(state: Forum, release: Release, changes: Changes['changes']): Pick<Changes, 'pins' | 'chairs'> {
  const { pins: then = {}, moderators = {}, moderatorPins = {} } = release;
  const sessions = new Set([
    ...Object.keys(moderators),
    ...Object.keys({ ...state.moderators, ...state.moderatorPins }),
  ]);
  const moved = new Set(changes.map(({ talk }) => talk));
  return {
    pins: state.talks.flatMap(({ talk }) => {
      const [from, to] = [state.pins[talk] ?? null, then[talk] ?? null];
      // A talk that is held and moves is let go, and held again where it then stands.
      if (isSame(from, to) && !(from !== null && moved.has(talk))) return [];
      return [...(from === null ? [] : [{ talk, from, to: null }]), ...(to === null ? [] : [{ talk, from: null, to }])];
    }),
    chairs: [...sessions].sort().flatMap((session) => {
      const [block = '', room = ''] = session.split('/');
      const pin = moderatorPins[session];
      const to = { person: pin === undefined ? (moderators[session] ?? null) : pin, held: pin !== undefined };
      const from = chairAt(state, { block, room });
      return isSameChair(from, to) ? [] : [{ block, room, from, to }];
    }),
  };
}

const isSame = (a: Place | null, b: Place | null): boolean => (a === null || b === null ? a === b : samePlace(a, b));
