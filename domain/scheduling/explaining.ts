// Why a talk has no place: how many slots each rule excludes, and which single changes might give it one.
import { type Board, mayStand, none } from './board.ts';
import type { Timetable } from './cost.ts';
import { type Hindrance, hindrances, hindrancesOf } from './hindrances.ts';
import type { TimetableFile } from './messages.ts';

export type Excluded = { rule: Hindrance; slots: number };
export type Why = { slots: number; excluded: Excluded[] };
/** One change of the problem that might let a talk in, and what the problem is then. */
export type Change =
  | { kind: 'whole-day' | 'other-meetings' | 'own-clock' | 'unpin-own' | 'delegation' | 'room' }
  | { kind: 'unpin'; talk: string }
  | { kind: 'team'; language: string }
  | { kind: 'booth'; room: string }
  | { kind: 'slot'; block: string };

/** Rules are counted one by one: a slot that two exclude counts for both. */
export function whyLeft(board: Board, { places }: Timetable, talk: number): Why {
  const pin = board.pins[talk] ?? none;
  const open = board.places.flatMap(({ open: isOpen }, place) =>
    isOpen && (pin === none || pin === place) ? [place] : [],
  );
  // An empty slot before is no rule against a place that another excludes.
  const found = open.flatMap((place) => {
    const rules = hindrancesOf(board, places, talk, place);
    return rules.length > 1 ? rules.filter((rule) => rule !== 'hole') : rules;
  });
  const excluded = hindrances.flatMap((rule) => {
    const slots = found.filter((one) => one === rule).length;
    return slots === 0 ? [] : [{ rule, slots }];
  });
  return { slots: open.length, excluded };
}

/** Those that ask the least of people first. */
export function changesFor(board: Board, { excluded }: Why, talk: number): Change[] {
  const given = board.talks[talk];
  const rules = new Set(excluded.map(({ rule }) => rule));
  const changes: Change[] = [];
  if ((board.pins[talk] ?? none) !== none) changes.push({ kind: 'unpin-own' });
  if (rules.has('unavailable')) changes.push({ kind: 'whole-day' });
  if (rules.has('busy')) changes.push({ kind: 'other-meetings' });
  if (rules.has('remote-hours')) changes.push({ kind: 'own-clock' });
  if (rules.has('taken')) changes.push(...pinsInTheWay(board, talk));
  if (rules.has('teams')) changes.push({ kind: 'team', language: given?.language ?? '' });
  if (rules.has('booths')) changes.push(...idsOf(board.file.rooms).map((room) => ({ kind: 'booth' as const, room })));
  if (rules.has('country')) changes.push({ kind: 'delegation' });
  changes.push(...idsOf(board.file.blocks).map((block) => ({ kind: 'slot' as const, block })), { kind: 'room' });
  return changes;
}

/** Sorted, so that the order of the file decides nothing. */
const idsOf = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id).sort();

const pinsInTheWay = (board: Board, talk: number): Change[] =>
  board.pins.flatMap((pin, other) =>
    pin !== none && other !== talk && mayStand(board, talk, pin)
      ? [{ kind: 'unpin', talk: board.talks[other]?.id ?? '' }]
      : [],
  );

export function changed(file: TimetableFile, talk: string, change: Change): TimetableFile {
  const own = (with_: Partial<TimetableFile['talks'][number]>) => ({
    ...file,
    talks: file.talks.map((one) => (one.id === talk ? { ...one, ...with_ } : one)),
  });
  switch (change.kind) {
    case 'whole-day':
      return own({ available: [] });
    case 'other-meetings':
      return own({ busy: [] });
    case 'own-clock':
      return own({ remote: false });
    case 'unpin-own':
      return { ...file, pins: file.pins.filter(([id]) => id !== talk) };
    case 'unpin':
      return { ...file, pins: file.pins.filter(([id]) => id !== change.talk) };
    case 'team':
      return { ...file, teams: { ...file.teams, [change.language]: (file.teams[change.language] ?? 0) + 1 } };
    case 'booth':
      return {
        ...file,
        rooms: file.rooms.map((room) => (room.id === change.room ? { ...room, booths: room.booths + 1 } : room)),
      };
    case 'delegation':
      return { ...file, rules: { ...file.rules, adjacency: 'off' } };
    case 'slot':
      return withSlot(file, change.block);
    case 'room':
      return {
        ...file,
        rooms: [...file.rooms, { id: '+', booths: Math.max(0, ...file.rooms.map(({ booths }) => booths)) }],
      };
  }
}

/** One slot more at the end of a block: it may not run into the next one, a protected time or the evening. */
function withSlot(file: TimetableFile, id: string): TimetableFile {
  return {
    ...file,
    blocks: file.blocks.map((block) => (block.id === id ? { ...block, slots: block.slots + 1 } : block)),
  };
}

export function isChangePossible(file: TimetableFile, change: Change): boolean {
  if (change.kind === 'room') return file.sessions === null;
  if (change.kind !== 'slot') return true;
  const block = file.blocks.find(({ id }) => id === change.block);
  const { slotMinutes, hours, protectedTimes } = file.forum;
  const from = (block?.start ?? 0) + (block?.slots ?? 0) * slotMinutes;
  const to = from + slotMinutes;
  const meets = (start: number, end: number) => start < to && from < end;
  return (
    (hours === null || to <= hours[1]) &&
    !protectedTimes.some(([start, end]) => meets(start, end)) &&
    !file.blocks.some(({ id, start, slots }) => id !== change.block && meets(start, start + slots * slotMinutes))
  );
}
