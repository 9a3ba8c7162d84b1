// Moves by hand, folded: where the talks stand, which rules were set aside, and what can be taken back or done again.
import type { ForumEvent, Place, Placement, TalkFacts } from './messages.ts';

type Moved = Extract<ForumEvent, { type: 'TalkMoved' }>['data'];
type Change = { talk: string; from: Place | null; to: Place | null };
/** What one act moved: a single talk, two that swapped, or all that a release puts elsewhere. */
export type Step = { step: number; changes: Change[] };
/** `last` is the highest number of a step so far. */
export type Moves = { last: number; done: Step[]; undone: Step[] };
export type Override = { rules: string[]; reason: string };
type Arranged = {
  talks: TalkFacts[];
  placements: Placement[];
  unplaced: string[];
  overrides: { [talk: string]: Override };
  moves: Moves;
};

export const noMoves: Moves = { last: 0, done: [], undone: [] };

export function moved(state: Arranged, data: Moved): Arranged {
  const { talk, to, facts, overridden = [], reason = '' } = data;
  const { [talk]: _before, ...overrides } = state.overrides;
  const others = state.placements.filter((placed) => placed.talk !== talk);
  const waiting = state.unplaced.filter((name) => name !== talk);
  const known = state.talks.filter((given) => given.talk !== talk);
  return {
    talks: facts === undefined ? state.talks : [...known, facts],
    placements: to === null ? others : [...others, { talk, ...to }],
    unplaced: to === null ? [...waiting, talk] : waiting,
    overrides: overridden.length === 0 ? overrides : { ...overrides, [talk]: { rules: overridden, reason } },
    moves: counted(state.moves, data),
  };
}

function counted(moves: Moves, { talk, from, to, act, of, step }: Moved): Moves {
  const { last, done, undone } = moves;
  if (act === 'undo') {
    const taken = done.find((one) => one.step === of);
    return taken === undefined
      ? moves
      : { last, done: done.filter((one) => one !== taken), undone: [...undone, taken] };
  }
  if (act === 'redo') {
    const again = undone.find((one) => one.step === of);
    return again === undefined
      ? moves
      : { last, done: [...done, again], undone: undone.filter((one) => one !== again) };
  }
  const change = { talk, from, to };
  const open = done.at(-1);
  if (open !== undefined && step === open.step)
    return { last, done: [...done.slice(0, -1), { step, changes: [...open.changes, change] }], undone: [] };
  const number = step ?? last + 1;
  return { last: number, done: [...done, { step: number, changes: [change] }], undone: [] };
}
