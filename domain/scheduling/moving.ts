// Talks moved about by number: each try keeps every rule or is taken back, and says what it saves.
import { type Board, mayStand, none, speakerOf } from './board.ts';
import { misfitOf, type Timetable, wishMissedBy } from './cost.ts';
import { areNeighbours, boothsIn, canWalk, placeBefore, teamsIn } from './hindrances.ts';
import { overlap } from './readings.ts';

export type Step = { talk: number; to: number };
export type Moving = {
  at: Int32Array;
  who: Int32Array;
  /** The points that all talks cost where they stand, moderators' misfit left out. */
  points: number;
  /** @returns the difference, or null where a rule would be broken: then nothing has moved. */
  move: (steps: readonly Step[]) => number | null;
};

export function startMoving(board: Board, { places, chairs }: Timetable): Moving {
  const { talks, sessions } = board;
  const at = Int32Array.from(places);
  const who = new Int32Array(board.places.length).fill(none);
  for (const [talk, place] of places.entries()) if (place !== none) who[place] = talk;
  const fits = fitting(board, at, chairs);
  const costIn = pricing(board, who, at, chairs);
  const keeps = keeping(board, who, chairs);
  const costs = sessions.map((_, session) => costIn(session));
  const out = talks.map((_, talk) => outOf(board, talk));
  const state: Moving = { at, who, points: 0, move: () => null };
  state.points = costs.reduce((all, one) => all + one, 0);
  for (const [talk, place] of places.entries()) if (place === none) state.points += out[talk] ?? 0;
  const put = (steps: readonly Step[]) => {
    for (const { talk } of steps) {
      const from = at[talk] ?? none;
      if (from !== none && who[from] === talk) who[from] = none;
    }
    for (const { talk, to } of steps) {
      at[talk] = to;
      if (to !== none) who[to] = talk;
    }
  };
  state.move = (steps) => {
    const back = steps.map(({ talk }) => ({ talk, to: at[talk] ?? none }));
    const touched = new Set<number>();
    let delta = 0;
    for (const [number, { talk, to }] of steps.entries()) {
      if (to !== none && !mayStand(board, talk, to)) return null;
      const from = back[number]?.to ?? none;
      delta += (to === none ? (out[talk] ?? 0) : 0) - (from === none ? (out[talk] ?? 0) : 0);
      for (const place of [from, to]) if (place !== none) touched.add(board.places[place]?.session ?? none);
    }
    put(steps);
    const now = new Map<number, number>();
    const isSound = steps.every(({ talk, to }) => to === none || fits(talk, to)) && keeps(touched);
    if (isSound)
      for (const session of touched) {
        now.set(session, costIn(session));
        delta += (now.get(session) ?? 0) - (costs[session] ?? 0);
      }
    else {
      put(back);
      return null;
    }
    for (const [session, cost] of now) costs[session] = cost;
    state.points += delta;
    return delta;
  };
  return state;
}

function outOf({ file, old }: Board, talk: number): number {
  const lost = file.forum.published && (old[talk] ?? none) !== none ? file.rules.movedUnplaced : 0;
  return file.rules.points.unplaced + lost;
}

/** Against the talks of the same country and the same speaker, and sessions that the speaker moderates. */
function fitting(board: Board, at: Int32Array, chairs: readonly number[]) {
  const { talks, speakers, places, sessions, moderators, file } = board;
  const isOff = file.rules.adjacency === 'off';
  const same = (one: number, other: number) => one !== other && talks[one]?.country === talks[other]?.country;
  const all = talks.map((_, talk) => talk);
  const kin = all.map((talk) => (isOff || talks[talk]?.country === '' ? [] : all.filter((other) => same(talk, other))));
  const own = all.map((talk) => all.filter((other) => other !== talk && speakers[other] === speakers[talk]));
  const led = talks.map((talk) => {
    const chair = moderators.findIndex(({ id }) => id === speakerOf(talk));
    return chair < 0 ? [] : [...sessions.keys()].filter((session) => chairs[session] === chair);
  });
  return (talk: number, place: number): boolean => {
    const stands = (other: number) => at[other] ?? none;
    const spot = places[place];
    return (
      !(kin[talk] ?? []).some((other) => stands(other) !== none && areNeighbours(board, place, stands(other))) &&
      !(own[talk] ?? []).some((other) => stands(other) !== none && !canWalk(board, place, stands(other))) &&
      !(led[talk] ?? []).some((session) => {
        const span = sessions[session];
        return spot !== undefined && span !== undefined && session !== spot.session && overlap(spot, span);
      })
    );
  };
}

const talksAt = ({ sessions }: Board, who: Int32Array, session: number): number[] => {
  const { first = 0, slots = 0 } = sessions[session] ?? {};
  const own: number[] = [];
  for (let place = first; place < first + slots; place += 1)
    if ((who[place] ?? none) !== none) own.push(who[place] ?? none);
  return own;
};

/** No holes, booths and teams enough, nobody alone with the own country; a session with a moderator is held, one that is not stays so. */
function keeping(board: Board, who: Int32Array, chairs: readonly number[]) {
  const { sessions, needs, talks, moderators, file, pins } = board;
  const booths = sessions.map((_, session) => boothsIn(board, session));
  const before = board.places.map((_, place) => placeBefore(board, place));
  const beside = sessions.map(({ block }) => [...sessions.keys()].filter((other) => sessions[other]?.block === block));
  const spokenIn = (session: number) =>
    new Set(talksAt(board, who, session).flatMap((talk) => (needs[talk] ? [needs[talk] ?? ''] : [])));
  const teams = new Map<string, number>();
  const teamsAt = (block: string, language: string) => {
    const key = `${block}\n${language}`;
    const known = teams.get(key) ?? teamsIn(board, block, language);
    teams.set(key, known);
    return known;
  };
  const isSound = (session: number): boolean => {
    const { first = 0, slots = 0, block = '' } = sessions[session] ?? {};
    for (let place = first; place < first + slots; place += 1) {
      const talk = who[place] ?? none;
      const needed = before[place] ?? none;
      if (talk === none || needed === none || (who[needed] ?? none) !== none) continue;
      if (file.rules.pinned !== 'decided' || pins[talk] !== place) return false;
    }
    const own = talksAt(board, who, session);
    const chair = moderators[chairs[session] ?? none];
    if (chair !== undefined && file.rules.emptySession !== 'charged' && own.length === 0) return false;
    if (chair !== undefined && file.forum.moderatorOwnCountry !== 'allowed' && own.length > 0)
      if (own.every((talk) => talks[talk]?.country === chair.country)) return false;
    const spoken = spokenIn(session);
    if (spoken.size > (booths[session] ?? 0)) return false;
    return [...spoken].every(
      (language) =>
        (beside[session] ?? []).filter((other) => spokenIn(other).has(language)).length <= teamsAt(block, language),
    );
  };
  return (touched: ReadonlySet<number>): boolean => {
    for (const session of touched) if (!isSound(session)) return false;
    return true;
  };
}

function pricing(board: Board, who: Int32Array, at: Int32Array, chairs: readonly number[]) {
  const { sessions, talks, categories, needs, old, places, file } = board;
  const { points, countries: wanted, emptySession } = file.rules;
  const alone = talks.map((_, talk) =>
    sessions.map((__, session) => {
      const moved =
        file.forum.published && (old[talk] ?? none) !== none && places[old[talk] ?? none]?.session !== session;
      return (
        points.themeMisfit * misfitOf(board, talk, session) +
        points.wish * wishMissedBy(board, talk, session) +
        (moved ? points.movedSession : 0)
      );
    }),
  );
  const within = (talk: number, session: number) =>
    file.forum.published && places[old[talk] ?? none]?.session === session && old[talk] !== at[talk]
      ? points.movedWithin
      : 0;
  return (session: number): number => {
    const own = talksAt(board, who, session);
    if (own.length === 0 && emptySession !== 'charged') return 0;
    const [countries, held, spoken] = [new Set<string>(), new Set<string>(), new Set<string>()];
    let cost = points.aboveShare * Math.max(0, own.length - board.evenShare);
    for (const talk of own) {
      const { country = '', category = '' } = talks[talk] ?? {};
      countries.add(country);
      held.add(category);
      if (needs[talk]) spoken.add(needs[talk] ?? '');
      cost += (alone[talk]?.[session] ?? 0) + within(talk, session);
    }
    cost += points.missingCategory * categories.filter((category) => !held.has(category)).length;
    cost += points.countryShort * Math.max(0, wanted - countries.size) + points.interpretation * spoken.size;
    return cost + ((chairs[session] ?? none) === none ? points.vacantModerator : 0);
  };
}
