// A problem of assignment laid out by number: entries and judges in the order of their ids, one cell for each pair.
import type { Pair } from './assignment.ts';
import { conflictOf, expertiseOf, readsOf } from './deriving.ts';
import type { Points, ProblemFile } from './messages.ts';

export type Desk = {
  entries: readonly string[];
  judges: readonly string[];
  seats: readonly number[];
  capacity: readonly number[];
  minLoad: readonly number[];
  /** A number for each employer; -1 for a judge without one, who never stands in another's way. */
  employer: readonly number[];
  /** By cell: entry × judges + judge. */
  affinity: Uint8Array;
  reads: Uint8Array;
  pinned: Uint8Array;
  previous: Uint8Array;
  /** Why a pair must not be; empty where it may. */
  bars: readonly string[];
  points: Points;
  floor: number;
  base: number;
  /** Null where the repetition of pairs costs nothing. */
  lambda: number | null;
  /** Cells that the file itself wants looked at. */
  kept: Uint8Array | null;
  /** Pairs of the former plan whose entry or judge is here no more. */
  gone: number;
  /** Pins that name nobody here. */
  unknown: readonly string[];
};
/** The judges of each entry, by number and in order. */
export type Plan = readonly (readonly number[])[];

export const cellOf = ({ judges }: Desk, entry: number, judge: number): number => entry * judges.length + judge;
export const mayRead = (desk: Desk, entry: number, judge: number): boolean =>
  desk.bars[cellOf(desk, entry, judge)] === '';
export const affinityAt = (desk: Desk, entry: number, judge: number): number =>
  desk.affinity[cellOf(desk, entry, judge)] ?? 0;
export const canRead = (desk: Desk, entry: number, judge: number): boolean =>
  desk.reads[cellOf(desk, entry, judge)] === 1;
export const isPinned = (desk: Desk, entry: number, judge: number): boolean =>
  desk.pinned[cellOf(desk, entry, judge)] === 1;
export const wasBefore = (desk: Desk, entry: number, judge: number): boolean =>
  desk.previous[cellOf(desk, entry, judge)] === 1;

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const placesOf = (ids: readonly string[]) => new Map(ids.map((id, place) => [id, place]));
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** The order of the file decides nothing: everything is sorted by id first. */
export function openDesk(file: ProblemFile): Desk {
  const entries = file.entries.map((entry, place) => ({ ...entry, place })).sort(byId);
  const judges = file.judges.map((judge, place) => ({ ...judge, place })).sort(byId);
  const cells = entries.length * judges.length;
  const [affinity, reads] = [new Uint8Array(cells), new Uint8Array(cells)];
  const bars: string[] = [];
  const facts = factsOf(file);
  for (const [row, entry] of entries.entries())
    for (const [column, judge] of judges.entries()) {
      const cell = row * judges.length + column;
      const derived = facts(entry, judge);
      affinity[cell] = derived.affinity;
      reads[cell] = derived.reads ? 1 : 0;
      bars.push(derived.conflict ?? '');
    }
  const ids = { entries: entries.map(({ id }) => id), judges: judges.map(({ id }) => id) };
  const marks = marker(ids);
  const pins = marks(file.pins);
  const previous = marks(file.rules.previous ?? []);
  const kept = file.derived.kept ?? null;
  return {
    ...ids,
    ...sizesOf(entries, judges, bars),
    ...{ affinity, reads, bars, pinned: pins.cells, previous: previous.cells, gone: previous.unknown.length },
    unknown: pins.unknown,
    ...rulesOf(file, entries.length, judges.length, sum(entries.map(({ seats }) => seats))),
    kept:
      kept &&
      Uint8Array.from(
        entries.flatMap(({ place }) => judges.map((judge) => (kept[place]?.[judge.place] === '1' ? 1 : 0))),
      ),
  };
}

type Placed<T> = T & { place: number };
type Entry = Placed<ProblemFile['entries'][number]>;
type Judge = Placed<ProblemFile['judges'][number]>;

function factsOf(file: ProblemFile) {
  const { affinity, reads, conflicts } = file.derived;
  const declared = new Set(file.declaredConflicts.map(([judge, entry]) => `${entry} ${judge}`));
  const preferences = new Map(file.preferences.map(([entry, judge, percent]) => [`${entry} ${judge}`, percent]));
  return (entry: Entry, judge: Judge) => {
    const key = `${entry.id} ${judge.id}`;
    return {
      affinity: affinity?.[entry.place]?.[judge.place] ?? expertiseOf(entry, judge, preferences.get(key)).affinity,
      reads: reads === undefined ? readsOf(entry, judge) : reads[entry.place]?.[judge.place] === '1',
      conflict:
        conflicts === undefined
          ? conflictOf(entry, judge, declared.has(key), file.round.conflictScope)
          : (conflicts[entry.place]?.[judge.place] ?? null),
    };
  };
}

function marker({ entries, judges }: { entries: string[]; judges: string[] }) {
  const [rows, columns] = [placesOf(entries), placesOf(judges)];
  return (pairs: readonly (readonly [string, string])[]) => {
    const cells = new Uint8Array(entries.length * judges.length);
    const unknown: string[] = [];
    for (const [entry, judge] of pairs) {
      const [row, column] = [rows.get(entry), columns.get(judge)];
      if (row === undefined || column === undefined) unknown.push(`${entry} ${judge}`);
      else cells[row * judges.length + column] = 1;
    }
    return { cells, unknown };
  };
}

function sizesOf(entries: Entry[], judges: Judge[], bars: readonly string[]) {
  const seats = entries.map((entry) => entry.seats);
  const mean = sum(seats) / Math.max(1, judges.length);
  const open = (column: number) => entries.filter((_, row) => bars[row * judges.length + column] === '').length;
  const capacity = judges.map((judge) => judge.capacity ?? entries.length);
  const bodies = [...new Set(judges.flatMap(({ body }) => (body === null ? [] : [body])))];
  return {
    ...{ seats, capacity },
    minLoad: judges.map(
      ({ minLoad }, column) => minLoad ?? Math.min(Math.floor(0.6 * mean), capacity[column] ?? 0, open(column)),
    ),
    employer: judges.map(({ body }) => (body === null ? -1 : bodies.indexOf(body))),
  };
}

function rulesOf({ rules }: ProblemFile, entries: number, judges: number, seats: number) {
  const each = seats / Math.max(1, entries);
  const even = Math.ceil((entries * each * (each - 1)) / Math.max(1, judges * (judges - 1)));
  return {
    points: rules.points,
    floor: rules.floorPerSeat,
    base: rules.balanceBase ?? Math.ceil(seats / Math.max(1, judges)),
    lambda: rules.pairTerm ? (rules.lambda ?? even) : null,
  };
}

/** The plan of a list of pairs; what names nobody here is left out. */
export function planOf({ entries, judges }: Desk, pairs: readonly Pair[]): number[][] {
  const [rows, columns] = [placesOf(entries), placesOf(judges)];
  const plan: number[][] = entries.map(() => []);
  for (const { nominationId, judgeId } of pairs) {
    const [row, column] = [rows.get(nominationId), columns.get(judgeId)];
    if (row !== undefined && column !== undefined) plan[row]?.push(column);
  }
  for (const own of plan) own.sort((a, b) => a - b);
  return plan;
}

export const pairsOf = ({ entries, judges }: Desk, plan: Plan): Pair[] =>
  plan.flatMap((own, row) =>
    [...own]
      .sort((a, b) => a - b)
      .map((column) => ({ nominationId: entries[row] ?? '', judgeId: judges[column] ?? '' })),
  );
