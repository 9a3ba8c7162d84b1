// What a schedule breaks in its sessions: interpretation without booth or team, and moderators who are away or in two rooms.
import { type Board, isFree, none, speakerOf } from './board.ts';
import { type Broken, said } from './broken.ts';
import { isHeld, type Timetable, talksIn } from './cost.ts';
import { boothsIn, languagesIn, teamsIn } from './hindrances.ts';
import { overlap } from './readings.ts';

const sessionIn = ({ sessions }: Board, session: number): string => sessions[session]?.id ?? '';

export function interpreted(board: Board, { places, languages }: Timetable): Broken[] {
  const needed = languagesIn(board, places);
  const found: Broken[] = [];
  for (const [session, { id }] of board.sessions.entries()) {
    const booths = boothsIn(board, session);
    const own = languages[session] ?? [];
    for (const language of needed[session] ?? [])
      if (!own.includes(language))
        found.push(
          said('not-interpreted', [id, language], `Session ${id} has a talk in ${language} without interpretation.`),
        );
    if (own.length > booths)
      found.push(said('booths', [id], `Session ${id} has ${own.length} interpreted languages and ${booths} booths.`));
  }
  for (const [block, inBlock] of Map.groupBy(board.sessions.keys(), (session) => board.sessions[session]?.block ?? ''))
    for (const language of new Set(inBlock.flatMap((session) => languages[session] ?? []))) {
      const count = inBlock.filter((session) => languages[session]?.includes(language)).length;
      const teams = teamsIn(board, block, language);
      if (count > teams)
        found.push(
          said('teams', [block, language], `Block ${block} needs ${count} teams for ${language} and has ${teams}.`),
        );
    }
  return found;
}

const speaksMeanwhile = (board: Board, places: readonly number[], id: string, session: number): boolean =>
  places.some((place, talk) => {
    const [given, at, own] = [board.talks[talk], board.places[place], board.sessions[session]];
    if (given === undefined || at === undefined || own === undefined) return false;
    return speakerOf(given) === id && at.session !== session && overlap(at, own);
  });

export function chaired(board: Board, { places, chairs }: Timetable): Broken[] {
  const own = talksIn(board, places);
  const { moderatorMaxSessions, moderatorOwnCountry } = board.file.forum;
  return board.moderators
    .flatMap(({ id, country }, chair) => {
      const at = chairs.flatMap((one, session) => (one === chair ? [session] : []));
      const span = (session: number) => board.sessions[session] ?? { from: 0, to: 0 };
      const found = at
        .filter((session) => !isFree(board, chair, session))
        .map((session) =>
          said(
            'moderator-away',
            [id, sessionIn(board, session)],
            `Moderator ${id} is not free for session ${sessionIn(board, session)}.`,
          ),
        );
      for (const [place, session] of at.entries())
        for (const other of at.slice(place + 1))
          if (span(session).from < span(other).to && span(other).from < span(session).to)
            found.push(said('moderator-twice', [id], `Moderator ${id} has two sessions at once.`));
      for (const session of at)
        if (speaksMeanwhile(board, places, id, session))
          found.push(
            said(
              'moderator-speaks',
              [id, sessionIn(board, session)],
              `Moderator ${id} of session ${sessionIn(board, session)} speaks in another meanwhile.`,
            ),
          );
      if (at.length > moderatorMaxSessions)
        found.push(
          said(
            'moderator-often',
            [id],
            `Moderator ${id} has ${at.length} sessions and may have ${moderatorMaxSessions}.`,
          ),
        );
      if (moderatorOwnCountry !== 'allowed')
        for (const session of at) {
          const countries = new Set((own[session] ?? []).map((talk) => board.talks[talk]?.country));
          if (countries.size === 1 && countries.has(country))
            found.push(
              said(
                'moderator-country',
                [id, sessionIn(board, session)],
                `Moderator ${id} has nothing but the own country in session ${sessionIn(board, session)}.`,
              ),
            );
        }
      return found;
    })
    .concat(
      chairs.flatMap((chair, session) =>
        chair !== none && !isHeld(board, own[session] ?? [])
          ? [
              said(
                'moderator-empty',
                [sessionIn(board, session)],
                `Session ${sessionIn(board, session)} is empty and has a moderator.`,
              ),
            ]
          : [],
      ),
    );
}
