// The plain method of scheduling, where a solver begins: each talk at the first place that fits.
import { type Board, mayStand, none } from './board.ts';
import { misfitOf } from './cost.ts';
import { hindrancesOf, placeBefore } from './hindrances.ts';

/**
 * Pins first (or what stands already), then talks where they stood, then those that may speak in the fewest places: each in the free place whose
 * theme suits it best. Nothing that is placed moves again. The order of the talks decides nothing.
 */
export function firstFit(board: Board, standing: readonly number[] = board.pins): number[] {
  const places = [...standing];
  const taken = new Set(places);
  const isNext = (place: number) => {
    const before = placeBefore(board, place);
    return before === none || taken.has(before);
  };
  const fits = (talk: number, place: number) =>
    mayStand(board, talk, place) &&
    !taken.has(place) &&
    isNext(place) &&
    hindrancesOf(board, places, talk, place).length === 0;
  const put = (talk: number, place: number) => {
    places[talk] = place;
    taken.add(place);
  };
  const waiting = board.talks.map((_, talk) => talk).filter((talk) => places[talk] === none);
  const stood = waiting.filter((talk) => (board.old[talk] ?? none) !== none);
  for (const talk of stood.sort((a, b) => (board.old[a] ?? 0) - (board.old[b] ?? 0))) {
    const old = board.old[talk] ?? none;
    if (fits(talk, old)) put(talk, old);
  }
  const choices = new Map(
    waiting.map((talk) => [talk, board.places.filter((_, place) => mayStand(board, talk, place)).length]),
  );
  const order = waiting.toSorted((a, b) => (choices.get(a) ?? 0) - (choices.get(b) ?? 0) || a - b);
  // A place behind an empty one opens when that is filled.
  for (let again = true; again; ) {
    again = false;
    for (const talk of order) {
      if (places[talk] !== none) continue;
      const best = bestOf(board, talk, (place) => fits(talk, place));
      if (best === none) continue;
      put(talk, best);
      again = true;
    }
  }
  return places;
}

function bestOf(board: Board, talk: number, fits: (place: number) => boolean): number {
  const bySuit = board.places
    .map(({ session, from }, place) => ({ place, from, misfit: misfitOf(board, talk, session) }))
    .sort((a, b) => a.misfit - b.misfit || a.from - b.from || a.place - b.place);
  return bySuit.find(({ place }) => fits(place))?.place ?? none;
}
