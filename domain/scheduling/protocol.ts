// The order of protocol inside a session: exchanges that break no rule and cost no point.
import { type Board, mayStand, none } from './board.ts';
import { placeCounts, talksIn } from './cost.ts';
import { between } from './hindrances.ts';

/** Talks of one session exchange slots as long as that brings two countries into order; the earlier exchange comes first. */
export function inProtocolOrder(board: Board, places: readonly number[]): number[] {
  const { protocol } = board.file.forum;
  const now = [...places];
  if (protocol.length === 0) return now;
  const rank = (talk: number) => {
    const place = protocol.indexOf(board.talks[talk]?.country ?? '');
    return place < 0 ? protocol.length : place;
  };
  // Each exchange takes one pair or more out of disorder, so there are only so many.
  for (let again = true; again; ) {
    again = false;
    for (const own of talksIn(board, now))
      for (const [first, second] of pairs(own)) {
        if (rank(first) <= rank(second) || (now[first] ?? 0) > (now[second] ?? 0)) continue;
        if (!mayExchange(board, now, first, second)) continue;
        [now[first], now[second]] = [now[second] ?? none, now[first] ?? none];
        again = true;
      }
  }
  return now;
}

const pairs = (own: readonly number[]): [number, number][] =>
  own.flatMap((first, at) => own.slice(at + 1).map((second): [number, number] => [first, second]));

function mayExchange(board: Board, now: number[], first: number, second: number): boolean {
  const [a, b] = [now[first] ?? none, now[second] ?? none];
  const held = [first, second].some((talk) => (board.pins[talk] ?? none) !== none);
  if (held || !mayStand(board, first, b) || !mayStand(board, second, a)) return false;
  const price = (talk: number, place: number) => {
    const { movedSession, movedWithin } = placeCounts(board, talk, place);
    const { points } = board.file.rules;
    return movedSession * points.movedSession + movedWithin * points.movedWithin;
  };
  if (price(first, b) + price(second, a) > price(first, a) + price(second, b)) return false;
  return (
    [
      [first, b],
      [second, a],
    ].every(([talk = 0, place = 0]) =>
      now.every(
        (at, other) =>
          other === first || other === second || at === none || between(board, talk, place, other, at).length === 0,
      ),
    ) && between(board, first, b, second, a).length === 0
  );
}
