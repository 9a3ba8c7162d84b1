// Which languages each session interprets, chosen before talks are placed: a beginning for problems too large to start at once.
import { type Board, mayStand } from './board.ts';

/** Session by session the language that lets the most talks in that none has let in yet, as booths and teams allow. */
export function chooseLanguages(board: Board): Set<string>[] {
  const spoken = board.sessions.map(() => new Set<string>());
  const teams = new Map<string, number>();
  const waiting = new Set(board.talks.flatMap((_, talk) => (board.needs[talk] === '' ? [] : [talk])));
  const isOpen = (talk: number, session: number) => {
    const { first = 0, slots = 0 } = board.sessions[session] ?? {};
    return Array.from({ length: slots }, (_, slot) => first + slot).some((place) => mayStand(board, talk, place));
  };
  const room = board.sessions.map(({ slots }) => slots);
  for (;;) {
    let best: { session: number; language: string; talks: number[] } | null = null;
    for (const [session, { block, booths, slots }] of board.sessions.entries()) {
      if ((spoken[session]?.size ?? 0) >= booths) continue;
      for (const language of board.languages) {
        const used = teams.get(`${block} ${language}`) ?? 0;
        if (spoken[session]?.has(language) || used >= (board.file.teams[language] ?? 0)) continue;
        const most = Math.min(Math.ceil(slots / 2), room[session] ?? 0);
        const talks = [...waiting]
          .filter((talk) => board.needs[talk] === language && isOpen(talk, session))
          .slice(0, most);
        if (talks.length > (best?.talks.length ?? 0)) best = { session, language, talks };
      }
    }
    if (best === null) return spoken;
    const { session, language, talks } = best;
    spoken[session]?.add(language);
    room[session] = (room[session] ?? 0) - talks.length;
    const key = `${board.sessions[session]?.block} ${language}`;
    teams.set(key, (teams.get(key) ?? 0) + 1);
    for (const talk of talks) waiting.delete(talk);
  }
}
