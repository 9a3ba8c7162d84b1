// Places of a programme: which are free.
import { placesOf, samePlace } from '../scheduling/schedule.ts';
import { scheduleProblem } from './schedule-problem.ts';
import type { Forum } from './state.ts';

/** The first places where no talk stands, as `block/room/slot`. */
export const freePlaces = (state: Forum): string[] =>
  placesOf(scheduleProblem(state, state.talks))
    .filter((place) => !state.placements.some((placed) => samePlace(placed, place)))
    .slice(0, 20)
    .map(({ block, room, slot }) => `${block}/${room}/${slot}`);
