// Moves by hand, folded: where the talks stand, which rules were set aside, and what can be taken back or done again.
import type { ForumEvent, HowStepped, Place, Placement, TalkFacts } from './messages.ts';

type Moved = Extract<ForumEvent, { type: 'TalkMoved' }>['data'];
type Change = { talk: string; from: Place | null; to: Place | null };
type Chair = { person: string | null; held: boolean };
export type ChairChange = { block: string; room: string; from: Chair; to: Chair };
/** What one act changed: where talks stand, where they are held, and who moderates. */
export type Changes = { changes: Change[]; pins: Change[]; chairs: ChairChange[] };
export type Step = Changes & { step: number };
export const noChanges: Changes = { changes: [], pins: [], chairs: [] };
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
    moves: counted(state.moves, data, { changes: [{ talk, from: data.from, to }] }),
  };
}

export function counted(moves: Moves, { act, of, step }: HowStepped, more: Partial<Changes>): Moves {
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
  const open = done.at(-1);
  if (open !== undefined && step === open.step)
    return { last, done: [...done.slice(0, -1), joined(open, more)], undone: [] };
  const number = step ?? last + 1;
  return { last: number, done: [...done, joined({ step: number, ...noChanges }, more)], undone: [] };
}

const joined = (step: Step, { changes = [], pins = [], chairs = [] }: Partial<Changes>): Step => ({
  step: step.step,
  changes: [...step.changes, ...changes],
  pins: [...step.pins, ...pins],
  chairs: [...step.chairs, ...chairs],
});
