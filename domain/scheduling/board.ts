// A problem of a schedule laid out by number: talks, sessions and moderators in the order of their ids, one cell for each talk and place.
import { type Bar, barsOf } from './bars.ts';
import type { TimetableFile } from './messages.ts';
import { isWithin, overlap, type Span } from './readings.ts';

export type PlaceAt = Span & { session: number; slot: number; open: boolean };
export type Session = {
  id: string;
  block: string;
  room: string;
  theme: string;
  part: number;
  booths: number;
  from: number;
  to: number;
  /** The first of its places; they stand side by side. */
  first: number;
  slots: number;
};
export type Talk = TimetableFile['talks'][number];
export type Moderator = TimetableFile['moderators'][number];
export type Board = {
  file: TimetableFile;
  talks: readonly Talk[];
  sessions: readonly Session[];
  places: readonly PlaceAt[];
  moderators: readonly Moderator[];
  /** By talk: the number of its speaker; the language that has to be interpreted, or ''. */
  speakers: readonly number[];
  needs: readonly string[];
  categories: readonly string[];
  languages: readonly string[];
  /** By talk and place, 1 where the talk may stand there; by moderator and session. */
  allowed: Uint8Array;
  free: Uint8Array;
  /** By talk: the place that it is pinned to, and the one it had; -1 for none. */
  pins: readonly number[];
  old: readonly number[];
  /** By session: the moderator pinned to it, -1 for none, `vacant` for nobody. */
  moderatorPins: readonly number[];
  oldModerators: readonly number[];
  evenShare: number;
  walk: (a: string, b: string) => number;
  /** Pins, places and moderators that are not in the programme. */
  unknown: readonly string[];
};
export const speakerOf = ({ id, speaker }: Talk): string => speaker ?? id;
export const vacant = -2;
export const none = -1;

export const mayStand = ({ allowed, places }: Board, talk: number, place: number): boolean =>
  allowed[talk * places.length + place] === 1;
export const isFree = ({ free, sessions }: Board, moderator: number, session: number): boolean =>
  free[moderator * sessions.length + session] === 1;

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The order of the file decides nothing: everything is sorted by id first. */
export function openBoard(file: TimetableFile): Board {
  const talks = [...file.talks].sort(byId);
  const moderators = [...file.moderators].sort(byId);
  const sessions = sessionsOf(file);
  const places = sessions.flatMap((session, number) => placesIn(file, session, number));
  const ids = [...new Set(talks.map(({ id, speaker }) => speaker ?? id))].sort();
  const pinned = placedBy(talks, sessions, [...file.pins, ...begun(file, sessions)]);
  const old = placedBy(
    talks,
    sessions,
    Object.entries(file.old).map(([talk, [session, slot]]) => [talk, session, slot] as const),
  );
  const needs = talks.map(({ needsInterpretation, language }) => (needsInterpretation ? language : ''));
  const chairs = chairsOf(file, sessions, moderators);
  return {
    ...{ file, talks, sessions, places, moderators, needs },
    speakers: talks.map(({ id, speaker }) => ids.indexOf(speaker ?? id)),
    categories: [...file.forum.categories].sort(),
    languages: [...new Set(needs.filter((language) => language !== ''))].sort(),
    allowed: allowedIn(file, talks, sessions, places, pinned.places),
    free: freeIn(moderators, sessions),
    ...{ pins: pinned.places, old: old.places },
    ...{ moderatorPins: chairs.pins, oldModerators: chairs.old },
    evenShare: file.rules.evenShare ?? Math.ceil(talks.length / Math.max(1, sessions.length)),
    walk: walksOf(file),
    unknown: [...pinned.unknown, ...chairs.unknown],
  };
}

function sessionsOf({ blocks, rooms, sessions, forum }: TimetableFile): Session[] {
  const named =
    sessions ??
    blocks.flatMap((block) => rooms.map((room) => ({ id: `${block.id}/${room.id}`, block: block.id, room: room.id })));
  let first = 0;
  return [...named].sort(byId).flatMap(({ id, block: blockId, room: roomId }) => {
    const [block, room] = [blocks.find((one) => one.id === blockId), rooms.find((one) => one.id === roomId)];
    if (block === undefined || room === undefined) return [];
    const { start: from, slots, theme, partOfDay: part } = block;
    const session = {
      id,
      block: blockId,
      room: roomId,
      theme,
      part,
      booths: room.booths,
      from,
      to: from + slots * forum.slotMinutes,
      first,
      slots,
    };
    first += slots;
    return [session];
  });
}

const placesIn = ({ forum }: TimetableFile, { from, slots }: Session, session: number): PlaceAt[] =>
  Array.from({ length: slots }, (_, slot) => {
    const span = { from: from + slot * forum.slotMinutes, to: from + (slot + 1) * forum.slotMinutes };
    const open = !forum.protectedTimes.some(([start, end]) => overlap({ from: start, to: end }, span));
    return { session, slot, ...span, open };
  });

type Placing = readonly [talk: string, session: string, slot: number];

/** What has begun by `now` stays where it stood. */
function begun({ forum: { now, published, slotMinutes }, old }: TimetableFile, sessions: Session[]): Placing[] {
  if (now === null || !published) return [];
  return Object.entries(old).flatMap(([talk, [id, slot]]) => {
    const session = sessions.find((one) => one.id === id);
    return session !== undefined && session.from + slot * slotMinutes <= now ? [[talk, id, slot] as const] : [];
  });
}

/** What names a talk that is not given binds nothing. */
function placedBy(talks: Talk[], sessions: Session[], placings: readonly Placing[]) {
  const rows = new Map(talks.map(({ id }, talk) => [id, talk]));
  const columns = new Map(sessions.map((session) => [session.id, session]));
  const places = talks.map(() => none);
  const unknown: string[] = [];
  for (const [id, sessionId, slot] of placings) {
    const [talk, session] = [rows.get(id), columns.get(sessionId)];
    if (talk === undefined) continue;
    if (session === undefined || slot >= session.slots) unknown.push(`${id} ${sessionId} ${slot}`);
    else places[talk] = session.first + slot;
  }
  return { places, unknown };
}

function allowedIn(
  file: TimetableFile,
  talks: Talk[],
  sessions: Session[],
  places: PlaceAt[],
  pins: readonly number[],
) {
  const cells = new Uint8Array(talks.length * places.length);
  const stated = file.derived.allowed;
  const slots = new Map(sessions.map((session) => [session.id, session]));
  for (const [row, talk] of talks.entries()) {
    const own = stated?.[talk.id];
    if (own === undefined)
      for (const [column, place] of places.entries())
        cells[row * places.length + column] = barsOf(file, talk, place).length === 0 ? 1 : 0;
    for (const [id, slot] of own ?? []) {
      const session = slots.get(id);
      if (session !== undefined && slot < session.slots) cells[row * places.length + session.first + slot] = 1;
    }
    const pin = pins[row] ?? none;
    if (pin !== none && (file.rules.pinned === 'decided' || hasBegun(file, places[pin])))
      cells[row * places.length + pin] = 1;
  }
  return cells;
}

const hasBegun = ({ forum: { now } }: TimetableFile, place: PlaceAt | undefined): boolean =>
  now !== null && place !== undefined && place.from <= now;

function freeIn(moderators: Moderator[], sessions: Session[]): Uint8Array {
  return Uint8Array.from(
    moderators.flatMap(({ available }) =>
      sessions.map((session) =>
        isWithin(
          available.map(([from, to]) => ({ from, to })),
          session,
        )
          ? 1
          : 0,
      ),
    ),
  );
}

function chairsOf({ moderatorPins, oldModerators }: TimetableFile, sessions: Session[], moderators: Moderator[]) {
  const numbers = new Map(moderators.map(({ id }, number) => [id, number]));
  const numberOf = (id: string | undefined) =>
    id === 'vacant' ? vacant : id === undefined ? none : (numbers.get(id) ?? none);
  const known = new Set(sessions.map(({ id }) => id));
  return {
    pins: sessions.map(({ id }) => numberOf(moderatorPins[id])),
    old: sessions.map(({ id }) => numberOf(oldModerators[id])),
    unknown: Object.entries(moderatorPins)
      .filter(([session, id]) => !known.has(session) || (id !== 'vacant' && !numbers.has(id)))
      .map(([session, id]) => `${id} ${session}`),
  };
}

function walksOf({ forum: { walk } }: TimetableFile) {
  const minutes = new Map(
    walk.flatMap(([a, b, length]) => [[`${a}\n${b}`, length] as const, [`${b}\n${a}`, length] as const]),
  );
  return (a: string, b: string) => (a === b ? 0 : (minutes.get(`${a}\n${b}`) ?? 0));
}

/** What keeps a talk from a place whatever else stands where; none where the file itself says that it may stand there. */
export function barsAt(board: Board, talk: number, place: number): Bar[] {
  const [given, at] = [board.talks[talk], board.places[place]];
  if (given === undefined || at === undefined || mayStand(board, talk, place)) return [];
  const found = barsOf(board.file, given, at);
  return found.length > 0 ? found : ['unavailable'];
}
