// Moves by hand taken back, done again, or all of them left for what a release says.
import type { Decision } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { movedEvent, placeOf, requireUnpinned } from './arranging.ts';
import type { ForumCommand, ForumEvent, Place } from './messages.ts';
import type { Step } from './moves.ts';
import { samePlace } from './places.ts';
import type { Forum } from './state.ts';

type Data<Type extends ForumCommand['type']> = Extract<ForumCommand, { type: Type }>['data'];

export function undoMove({ step }: Data<'UndoMove'>, state: Forum): Decision<ForumEvent> {
  const last = requireLast(state.moves.done, step, 'Nothing is left to undo: a new proposal begins anew.');
  const back = last.changes.map(({ talk, from }) => ({ talk, to: from }));
  return { events: again(state, back, { act: 'undo', of: step }) };
}

export function redoMove({ step }: Data<'RedoMove'>, state: Forum): Decision<ForumEvent> {
  const last = requireLast(state.moves.undone, step, 'Nothing was undone that could be done again.');
  return { events: again(state, last.changes, { act: 'redo', of: step }) };
}

function requireLast(steps: Step[], step: number, none: string): Step {
  const last = steps.at(-1);
  if (last === undefined) throw new Refusal('nothing-to-undo', none);
  if (last.step !== step)
    throw new Refusal('step-passed', 'The schedule was changed since: look at it and try again.', { step: last.step });
  return last;
}

type Change = { talk: string; to: Place | null };

function again(state: Forum, changes: Change[], how: { act: 'undo' | 'redo'; of: number }): ForumEvent[] {
  for (const { talk } of changes) requireUnpinned(state, talk);
  return changes.map((change) => movedEvent(state, change, how));
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
  const changes = state.talks.flatMap(({ talk }): Change[] => {
    const there = found.placements.find((placed) => placed.talk === talk);
    const to = there === undefined ? null : { block: there.block, room: there.room, slot: there.slot };
    return isSame(placeOf(state, talk), to) ? [] : [{ talk, to }];
  });
  const { forumId, cycleId, pins } = state;
  const released = changes.filter(({ talk }) => pins[talk] !== undefined);
  const how = { step: state.moves.last + 1, act: 'restore' as const, of: release };
  return {
    events: [
      ...released.map(({ talk }): ForumEvent => ({ type: 'TalkUnpinned', data: { forumId, cycleId, talk } })),
      ...changes.map((change) => movedEvent(state, change, how)),
    ],
  };
}

const isSame = (a: Place | null, b: Place | null): boolean => (a === null || b === null ? a === b : samePlace(a, b));
