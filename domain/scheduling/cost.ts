// What a schedule costs, term by term.
import type { Board } from './board.ts';
import { none } from './board.ts';
import type { Points } from './messages.ts';
import { misfitTo, partsAway } from './readings.ts';

export const terms = [
  ...(['unplaced', 'movedSession', 'movedWithin', 'vacantModerator', 'missingCategory', 'countryShort'] as const),
  ...(['aboveShare', 'interpretation', 'themeMisfit', 'moderatorMisfit', 'wish'] as const),
];
export type Term = (typeof terms)[number];
export type Terms = { [term in Term]: number };
export type Cost = {
  objective: number;
  terms: Terms;
  /** How often each rule was hurt, before its points. */
  counts: Terms;
};
/** By talk its place, by session its moderator (`none` for nobody) and the languages that are interpreted. */
export type Timetable = {
  places: readonly number[];
  chairs: readonly number[];
  languages: readonly (readonly string[])[];
};

const sum = (numbers: Iterable<number>): number => {
  let all = 0;
  for (const one of numbers) all += one;
  return all;
};

/** Talks by session, in their order. */
export function talksIn({ sessions, places }: Board, at: readonly number[]): number[][] {
  const own: number[][] = sessions.map(() => []);
  for (const [talk, place] of at.entries()) {
    const session = places[place]?.session;
    if (session !== undefined) own[session]?.push(talk);
  }
  for (const talks of own) talks.sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
  return own;
}

/** Whether a session pays for what it lacks. */
export const isHeld = ({ file }: Board, own: readonly number[]): boolean =>
  own.length > 0 || file.rules.emptySession === 'charged';

export const misfitOf = ({ talks, sessions }: Board, talk: number, session: number): number =>
  misfitTo(talks[talk]?.fit ?? {}, sessions[session]?.theme ?? '');

export const chairMisfitOf = ({ moderators, sessions }: Board, chair: number, session: number): number =>
  misfitTo(moderators[chair]?.fit ?? {}, sessions[session]?.theme ?? '');

export const wishMissedBy = ({ talks, sessions }: Board, talk: number, session: number): number =>
  partsAway(talks[talk]?.wish ?? null, sessions[session]?.part ?? 0);

/** What a talk pays for its place alone, by term. */
export function placeCounts(board: Board, talk: number, place: number): Pick<Terms, 'movedSession' | 'movedWithin'> {
  const old = board.old[talk] ?? none;
  const { published } = board.file.forum;
  if (!published || old === none || place === none) return { movedSession: 0, movedWithin: 0 };
  const stays = board.places[old]?.session === board.places[place]?.session;
  return { movedSession: stays ? 0 : 1, movedWithin: stays && old !== place ? 1 : 0 };
}

export function costOf(board: Board, { places, chairs, languages }: Timetable): Cost {
  const { file, categories, talks } = board;
  const { points, countries, movedUnplaced } = file.rules;
  const inSession = talksIn(board, places);
  const held = inSession.flatMap((own, session) => (isHeld(board, own) ? [{ own, session }] : []));
  const distinct = (own: number[]) => new Set(own.map((talk) => talks[talk]?.country)).size;
  const lacking = (own: number[]) =>
    categories.filter((category) => !own.some((talk) => talks[talk]?.category === category)).length;
  const placed = places.flatMap((place, talk) => {
    const session = board.places[place]?.session;
    return session === undefined ? [] : [{ talk, place, session }];
  });
  const moved = placed.map(({ talk, place }) => placeCounts(board, talk, place));
  const chaired = chairs.flatMap((chair, session) => (chair === none ? [] : [chairMisfitOf(board, chair, session)]));
  const counts: Terms = {
    unplaced: places.filter((place) => place === none).length,
    movedSession: sum(moved.map(({ movedSession }) => movedSession)),
    movedWithin: sum(moved.map(({ movedWithin }) => movedWithin)),
    vacantModerator: held.filter(({ session }) => (chairs[session] ?? none) === none).length,
    missingCategory: sum(held.map(({ own }) => lacking(own))),
    countryShort: sum(held.map(({ own }) => Math.max(0, countries - distinct(own)))),
    aboveShare: sum(inSession.map((own) => Math.max(0, own.length - board.evenShare))),
    interpretation: sum(languages.map((own) => own.length)),
    themeMisfit: sum(placed.map(({ talk, session }) => misfitOf(board, talk, session))),
    moderatorMisfit: sum(chaired),
    wish: sum(placed.map(({ talk, session }) => wishMissedBy(board, talk, session))),
  };
  const lost = places.filter((place, talk) => place === none && (board.old[talk] ?? none) !== none).length;
  const weighed = weigh(counts, points);
  if (file.forum.published) weighed.movedSession += lost * movedUnplaced;
  return { objective: sum(Object.values(weighed)), terms: weighed, counts };
}

const weigh = (counts: Terms, points: Points): Terms => ({
  unplaced: counts.unplaced * points.unplaced,
  movedSession: counts.movedSession * points.movedSession,
  movedWithin: counts.movedWithin * points.movedWithin,
  vacantModerator: counts.vacantModerator * points.vacantModerator,
  missingCategory: counts.missingCategory * points.missingCategory,
  countryShort: counts.countryShort * points.countryShort,
  aboveShare: counts.aboveShare * points.aboveShare,
  interpretation: counts.interpretation * points.interpretation,
  themeMisfit: counts.themeMisfit * points.themeMisfit,
  moderatorMisfit: counts.moderatorMisfit * points.moderatorMisfit,
  wish: counts.wish * points.wish,
});
