// What keeps a talk from a place, given where all other talks stand.
import { bars } from './bars.ts';
import { type Board, barsAt, none } from './board.ts';
import { overlap } from './schedule.ts';

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
  if (board.speakers[talk] === board.speakers[other] && !canWalk(board, place, at)) found.push('speaker');
  const country = board.talks[talk]?.country ?? '';
  if (country !== '' && country === board.talks[other]?.country && areNeighbours(board, place, at))
    found.push('country');
  return found;
}

export function canWalk({ places, sessions, walk }: Board, a: number, b: number): boolean {
  const [one, two] = [places[a], places[b]];
  if (one === undefined || two === undefined) return true;
  const [first, second] = one.from <= two.from ? [one, two] : [two, one];
  return first.to + walk(sessions[first.session]?.room ?? '', sessions[second.session]?.room ?? '') <= second.from;
}

/** Slots side by side in one session, or at the same time in two rooms; the wider reading also one after the other in two rooms. */
export function areNeighbours({ file, places, sessions }: Board, a: number, b: number): boolean {
  const { adjacency } = file.rules;
  const [one, two] = [places[a], places[b]];
  if (adjacency === 'off' || one === undefined || two === undefined) return false;
  if (one.session === two.session) return Math.abs(one.slot - two.slot) === 1;
  if (overlap(one, two)) return true;
  const sameBlock = sessions[one.session]?.block === sessions[two.session]?.block;
  return adjacency === 'across' && sameBlock && (one.to === two.from || two.to === one.from);
}

/** The open place before in the same session, or `none` for the first. */
export function placeBefore({ places }: Board, place: number): number {
  const { session } = places[place] ?? {};
  for (let before = place - 1; places[before]?.session === session && before >= 0; before -= 1)
    if (places[before]?.open === true) return before;
  return none;
}

function isBehindHole(board: Board, places: readonly number[], talk: number, place: number): boolean {
  const before = placeBefore(board, place);
  if (before === none || isExempt(board, talk, place)) return false;
  return !places.some((at, other) => other !== talk && at === before);
}

export const isExempt = ({ file, pins }: Board, talk: number, place: number): boolean =>
  file.rules.pinnedHoles === 'allowed' && pins[talk] === place;

function uninterpreted(board: Board, places: readonly number[], talk: number, place: number): Hindrance[] {
  const language = board.needs[talk] ?? '';
  const session = board.places[place]?.session ?? none;
  if (language === '') return [];
  const spoken = languagesIn(board, places, talk);
  if (spoken[session]?.has(language)) return [];
  const block = board.sessions[session]?.block;
  const teams = board.sessions.filter((other, number) => other.block === block && spoken[number]?.has(language)).length;
  const found: Hindrance[] = [];
  if ((spoken[session]?.size ?? 0) >= (board.sessions[session]?.booths ?? 0)) found.push('booths');
  if (teams >= (board.file.teams[language] ?? 0)) found.push('teams');
  return found;
}

/** By session: the languages that its talks need. */
export function languagesIn(board: Board, places: readonly number[], without = none): Set<string>[] {
  const spoken = board.sessions.map(() => new Set<string>());
  for (const [talk, place] of places.entries()) {
    const [language, session] = [board.needs[talk] ?? '', board.places[place]?.session];
    if (talk !== without && language !== '' && session !== undefined) spoken[session]?.add(language);
  }
  return spoken;
}
