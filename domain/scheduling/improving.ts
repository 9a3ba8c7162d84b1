// A search that betters a schedule by exchanges: the same tries in the same order on every machine, each of which keeps every rule.
import { type Board, none } from './board.ts';
import { costOf, type Timetable } from './cost.ts';
import { type Moving, type Step, startMoving } from './moving.ts';
import { timetableOf } from './solutions.ts';

/** So that a few hundred talks take a second or two. */
const triesFor = ({ talks }: Board): number => 100_000 + 1_000 * talks.length;
/** A try that costs more is taken the more rarely the later it comes: from about so many points down to about none. */
const heat = { first: 40, last: 0.3 };

/** Who moderates stays. What comes back costs no more than what was given. */
export function improve(board: Board, given: Timetable, total = triesFor(board)): Timetable {
  const moving = startMoving(board, given);
  const { at } = moving;
  const loose = board.talks.flatMap((_, talk) => ((board.pins[talk] ?? none) === none ? [talk] : []));
  if (loose.length === 0) return given;
  const draw = numbers();
  let best = { points: moving.points, places: [...at] };
  for (let number = 0; number < total; number += 1) {
    const talk = loose[Math.floor(draw() * loose.length)] ?? 0;
    const target = Math.floor(draw() * board.places.length);
    const steps = stepsTo(board, moving, talk, target);
    const chance = draw();
    if (steps === null) continue;
    const back = steps.map((step) => ({ talk: step.talk, to: at[step.talk] ?? none }));
    const delta = moving.move(steps);
    if (delta === null) continue;
    const warmth = heat.first * (heat.last / heat.first) ** (number / total);
    if (delta > 0 && chance >= Math.exp(-delta / warmth)) moving.move(back);
    else if (moving.points < best.points) best = { points: moving.points, places: [...at] };
  }
  const found = timetableOf(board, best.places, given.chairs);
  return costOf(board, found).objective < costOf(board, given).objective ? found : given;
}

/** Park and Miller's numbers, as shares of one. */
function numbers(): () => number {
  let state = 20_261;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** To a taken place by exchange, to an empty one behind the last of its session; the last of the session it leaves closes the gap. */
function stepsTo(board: Board, { at, who }: Moving, talk: number, target: number): Step[] | null {
  const from = at[talk] ?? none;
  const other = who[target] ?? none;
  if (other === talk || board.places[target]?.open !== true) return null;
  if (other !== none) {
    if ((board.pins[other] ?? none) !== none) return null;
    if (from !== none)
      return [
        { talk, to: target },
        { talk: other, to: from },
      ];
    const elsewhere = firstEmpty(board, who, board.places[(target * 7 + talk) % board.places.length]?.session ?? 0);
    return elsewhere === none
      ? null
      : [
          { talk, to: target },
          { talk: other, to: elsewhere },
        ];
  }
  const session = board.places[target]?.session ?? 0;
  const to = firstEmpty(board, who, session);
  if (to === none || board.places[from]?.session === session) return null;
  const last = lastTaken(board, who, board.places[from]?.session ?? none);
  if (from === none || last === from || last === none) return [{ talk, to }];
  const closing = who[last] ?? none;
  return (board.pins[closing] ?? none) !== none
    ? null
    : [
        { talk, to },
        { talk: closing, to: from },
      ];
}

function firstEmpty({ sessions, places }: Board, who: Int32Array, session: number): number {
  const { first = 0, slots = 0 } = sessions[session] ?? {};
  for (let place = first; place < first + slots; place += 1)
    if (places[place]?.open === true && who[place] === none) return place;
  return none;
}

function lastTaken({ sessions }: Board, who: Int32Array, session: number): number {
  const { first = 0, slots = 0 } = sessions[session] ?? {};
  for (let place = first + slots - 1; place >= first; place -= 1) if (who[place] !== none) return place;
  return none;
}
