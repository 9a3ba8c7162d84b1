// From a solver's numbers to a schedule and back.

import { type Board, none } from './board.ts';
import { type Timetable, talksIn } from './cost.ts';
import { languagesIn } from './hindrances.ts';
import type { Built } from './model.ts';

const isOne = (values: ArrayLike<number>, column: number): boolean => Math.round(values[column] ?? 0) === 1;

/** By talk: the place, or where slots come later the session. `none` where it has none. */
export function readTalks(
  board: Board,
  { talks }: Built,
  values: ArrayLike<number>,
): { places: number[]; sessions: number[] } {
  const [places, sessions] = [board.talks.map(() => none), board.talks.map(() => none)];
  for (const { talk, place, session, column } of talks)
    if (isOne(values, column)) [places[talk], sessions[talk]] = [place, session];
  return { places, sessions };
}

export function readChairs(board: Board, { chairs }: Built, values: ArrayLike<number>): number[] {
  const own = board.sessions.map(() => none);
  for (const { chair, session, column } of chairs) if (isOne(values, column)) own[session] = chair;
  return own;
}

/** With exactly the languages that are needed. */
export const timetableOf = (board: Board, places: readonly number[], chairs: readonly number[]): Timetable => ({
  places,
  chairs,
  languages: languagesIn(board, places).map((own) => [...own].sort()),
});

/** The columns that a solver would choose for a schedule; what follows from them it completes itself. */
export function startOf(
  board: Board,
  built: Built,
  sessions: readonly number[],
  { places, chairs }: Pick<Timetable, 'places' | 'chairs'>,
): number[] {
  const values = built.model.cost.map(() => 0);
  const set = (column: number) => {
    values[column] = 1;
  };
  const spoken = board.sessions.map(() => new Set<string>());
  for (const [talk, session] of sessions.entries()) if (session !== none) spoken[session]?.add(board.needs[talk] ?? '');
  for (const { talk, session, place, column } of built.talks)
    if (place === none ? sessions[talk] === session : places[talk] === place) set(column);
  for (const { chair, session, column } of built.chairs) if (chairs[session] === chair) set(column);
  for (const { language, session, column } of built.languages) if (spoken[session]?.has(language)) set(column);
  const charged = board.file.rules.emptySession === 'charged';
  for (const [session, column] of built.used.entries()) if (charged || sessions.includes(session)) set(column);
  return values;
}

export const sessionsOf = ({ places: all }: Board, places: readonly number[]): number[] =>
  places.map((place) => all[place]?.session ?? none);

export type Named = {
  placements: { talk: string; session: string; slot: number }[];
  /** By session that is held; null for nobody. */
  moderators: { [session: string]: string | null };
  interpretation: { [session: string]: string[] };
};

/** A schedule in names. */
export function claimOf(board: Board, timetable: Timetable): Named {
  const own = talksIn(board, timetable.places);
  return {
    placements: timetable.places.flatMap((place, talk) => {
      const at = board.places[place];
      const id = board.talks[talk]?.id ?? '';
      return at === undefined ? [] : [{ talk: id, session: board.sessions[at.session]?.id ?? '', slot: at.slot }];
    }),
    moderators: Object.fromEntries(
      board.sessions.flatMap(({ id }, session) => {
        const chair = board.moderators[timetable.chairs[session] ?? none]?.id ?? null;
        return chair === null && (own[session] ?? []).length === 0 ? [] : [[id, chair]];
      }),
    ),
    interpretation: Object.fromEntries(
      board.sessions.flatMap(({ id }, session) => {
        const languages = timetable.languages[session] ?? [];
        return languages.length === 0 ? [] : [[id, [...languages]]];
      }),
    ),
  };
}
