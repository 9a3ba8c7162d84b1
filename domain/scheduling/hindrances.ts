// What keeps a talk from a place, given where all other talks stand.
import { bars } from './bars.ts';
import { type Board, barsAt, none } from './board.ts';
import { canHaveBoth, kinship, slotBefore } from './readings.ts';

/** `hole`: the slot before is empty. `country`: a talk of the same country stands beside it, or in another room meanwhile. */
export const hindrances = [...bars, 'taken', 'hole', 'speaker', 'country', 'booths', 'teams'] as const;
export type Hindrance = (typeof hindrances)[number];

/** `places` by talk; where the talk itself stands there decides nothing. */
export function hindrancesOf(board: Board, places: readonly number[], talk: number, place: number): Hindrance[] {
  const found = new Set<Hindrance>(barsAt(board, talk, place));
  for (const [other, at] of places.entries()) {
    if (other === talk || at === none) continue;
    for (const hindrance of between(board, talk, place, other, at)) found.add(hindrance);
  }
  if (isBehindHole(board, places, talk, place)) found.add('hole');
  for (const hindrance of uninterpreted(board, places, talk, place)) found.add(hindrance);
  return hindrances.filter((hindrance) => found.has(hindrance));
}

/** What keeps two talks from two places whatever the others do. */
export function between(board: Board, talk: number, place: number, other: number, at: number): Hindrance[] {
  const found: Hindrance[] = [];
  if (place === at) found.push('taken');
  const decided = isDecided(board, talk, place) && isDecided(board, other, at);
  if (board.speakers[talk] === board.speakers[other] && !canWalk(board, place, at, decided)) found.push('speaker');
  if (decided) return found;
  const country = board.talks[talk]?.country ?? '';
  if (country !== '' && country === board.talks[other]?.country && areNeighbours(board, place, at))
    found.push('country');
  return found;
}

/** @param atOnce whether only two places at the same time count */
export function canWalk({ places, sessions, walk }: Board, a: number, b: number, atOnce = false): boolean {
  const [one, two] = [places[a], places[b]];
  if (one === undefined || two === undefined) return true;
  const minutes = atOnce ? 0 : walk(sessions[one.session]?.room ?? '', sessions[two.session]?.room ?? '');
  return canHaveBoth(one, two, minutes);
}

/** Slots side by side in one session, or at the same time in two rooms; the wider reading also one after the other in two rooms. */
export function areNeighbours({ file, places, sessions }: Board, a: number, b: number): boolean {
  const { adjacency } = file.rules;
  const [one, two] = [places[a], places[b]];
  if (adjacency === 'off' || one === undefined || two === undefined) return false;
  if (kinship(one, two, one.session === two.session) !== null) return true;
  const sameBlock = sessions[one.session]?.block === sessions[two.session]?.block;
  return (
    adjacency === 'across' && one.session !== two.session && sameBlock && (one.to === two.from || two.to === one.from)
  );
}

/** The open place before in the same session, or `none` for the first. */
export function placeBefore({ places }: Board, place: number): number {
  const { slot = 0 } = places[place] ?? {};
  const first = place - slot;
  const before = slotBefore(slot, (one) => places[first + one]?.open === true);
  return before === undefined ? none : first + before;
}

function isBehindHole(board: Board, places: readonly number[], talk: number, place: number): boolean {
  const before = placeBefore(board, place);
  if (before === none || isDecided(board, talk, place)) return false;
  return !places.some((at, other) => other !== talk && at === before);
}

/** Whether a person has decided that the talk stands there, whatever speaks against it. */
export const isDecided = ({ file, pins }: Board, talk: number, place: number): boolean =>
  file.rules.pinned === 'decided' && pins[talk] === place;

/** Whether a person has decided a place in one of these sessions: then its rules may be broken there. */
export const hasDecided = ({ file, pins, places }: Board, sessions: readonly number[]): boolean =>
  file.rules.pinned === 'decided' && pins.some((pin) => sessions.includes(places[pin]?.session ?? none));

function uninterpreted(board: Board, places: readonly number[], talk: number, place: number): Hindrance[] {
  const language = board.needs[talk] ?? '';
  const session = board.places[place]?.session ?? none;
  if (language === '') return [];
  const spoken = languagesIn(board, places, talk);
  if (spoken[session]?.has(language)) return [];
  const block = board.sessions[session]?.block;
  const teams = board.sessions.filter((other, number) => other.block === block && spoken[number]?.has(language)).length;
  const found: Hindrance[] = [];
  if ((spoken[session]?.size ?? 0) >= boothsIn(board, session)) found.push('booths');
  if (teams >= teamsIn(board, block ?? '', language)) found.push('teams');
  return found;
}

/** Booths of a session's room, and as many more as pins that somebody has decided ask for. */
export function boothsIn(board: Board, session: number): number {
  const { booths = 0 } = board.sessions[session] ?? {};
  return Math.max(booths, languagesIn(board, decidedIn(board))[session]?.size ?? 0);
}

export function teamsIn(board: Board, block: string, language: string): number {
  const spoken = languagesIn(board, decidedIn(board));
  const asked = board.sessions.filter((session, at) => session.block === block && spoken[at]?.has(language)).length;
  return Math.max(board.file.teams[language] ?? 0, asked);
}

const decidedIn = ({ file, pins }: Board): readonly number[] => (file.rules.pinned === 'decided' ? pins : []);

/** By session: the languages that its talks need. */
export function languagesIn(board: Board, places: readonly number[], without = none): Set<string>[] {
  const spoken = board.sessions.map(() => new Set<string>());
  for (const [talk, place] of places.entries()) {
    const [language, session] = [board.needs[talk] ?? '', board.places[place]?.session];
    if (talk !== without && language !== '' && session !== undefined) spoken[session]?.add(language);
  }
  return spoken;
}
