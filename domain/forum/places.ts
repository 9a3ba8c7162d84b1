// Places of a programme: which are the same, and which are free.
import { placesOf } from '../scheduling/schedule.ts';
import type { Place } from './messages.ts';
import { scheduleProblem } from './schedule-problem.ts';
import type { Forum } from './state.ts';

export const samePlace = (a: Place, b: Place) => a.block === b.block && a.room === b.room && a.slot === b.slot;

/** The first places where no talk stands, as `block/room/slot`. */
export const freePlaces = (state: Forum): string[] =>
  placesOf(scheduleProblem(state, state.talks))
    .filter((place) => !state.placements.some((placed) => samePlace(placed, place)))
    .slice(0, 20)
    .map(({ block, room, slot }) => `${block}/${room}/${slot}`);
