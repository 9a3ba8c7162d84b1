// The problem as a mixed-integer model: columns and rows as plain numbers, for any solver.
import { affinityAt, canRead, cellOf, type Desk, mayRead, wasBefore } from './desk.ts';
import { sumOf } from './objective.ts';

export type Model = {
  offset: number;
  cost: number[];
  lower: number[];
  upper: number[];
  whole: boolean[];
  rows: { lower: number; upper: number; columns: number[]; values: number[] }[];
};
export type AssignmentModel = { model: Model; pairs: { entry: number; judge: number; column: number }[] };

export const emptyModel = (): Model => ({ offset: 0, cost: [], lower: [], upper: [], whole: [], rows: [] });

export function addColumn(model: Model, cost: number, upper: number, { whole = false, lower = 0 } = {}): number {
  model.cost.push(cost);
  model.lower.push(lower);
  model.upper.push(upper);
  model.whole.push(whole);
  return model.cost.length - 1;
}

/** A row never names a column twice: a solver that is passed such a row may never end. */
export function addRow(
  model: Model,
  lower: number,
  upper: number,
  cells: readonly (readonly [number, number])[],
): void {
  model.rows.push({ lower, upper, columns: cells.map(([column]) => column), values: cells.map(([, value]) => value) });
}

export type ModelOptions = {
  kept: Uint8Array | null;
  /** What no plan can be better than, and this one has to reach. */
  emptySeats: number;
  /** Whether the repetition of pairs is a part of the model. */
  withPairs: boolean;
};

export function buildModel(desk: Desk, { kept, emptySeats, withPairs }: ModelOptions): AssignmentModel {
  const model = emptyModel();
  model.offset = desk.points.changedPair * (sumOf(desk.previous) + desk.gone);
  const open = openPairs(desk, kept).map(({ entry, judge }) => ({
    entry,
    judge,
    column: pairColumn(desk, model, entry, judge),
  }));
  const [ofEntry, ofJudge] = [Map.groupBy(open, ({ entry }) => entry), Map.groupBy(open, ({ judge }) => judge)];
  const empty = desk.entries.map((_, entry) => entryRows(desk, model, entry, ofEntry.get(entry) ?? []));
  addRow(
    model,
    0,
    emptySeats,
    empty.map((column) => [column, 1]),
  );
  for (const [judge] of desk.judges.entries()) loadRows(desk, model, judge, ofJudge.get(judge) ?? []);
  if (withPairs && desk.lambda !== null) pairRows(desk, model, desk.lambda, ofEntry);
  return { model, pairs: open };
}

function openPairs(desk: Desk, kept: Uint8Array | null): { entry: number; judge: number }[] {
  return desk.entries.flatMap((_, entry) =>
    desk.judges.flatMap((__, judge) => {
      const cell = cellOf(desk, entry, judge);
      const isOpen = desk.pinned[cell] === 1 || (mayRead(desk, entry, judge) && kept?.[cell] !== 0);
      return isOpen ? [{ entry, judge }] : [];
    }),
  );
}

function pairColumn(desk: Desk, model: Model, entry: number, judge: number): number {
  const kept = wasBefore(desk, entry, judge) ? desk.points.changedPair : 0;
  const lower = desk.pinned[cellOf(desk, entry, judge)] ?? 0;
  return addColumn(model, 100 - affinityAt(desk, entry, judge) - kept, 1, { whole: true, lower });
}

type Open = AssignmentModel['pairs'];

/** @returns the column of the entry's empty seats. */
function entryRows(desk: Desk, model: Model, entry: number, open: Open): number {
  const { points, floor } = desk;
  const seats = desk.seats[entry] ?? 0;
  const empty = addColumn(model, points.emptySeat, seats, { whole: true });
  addRow(model, seats, seats, [...open.map(({ column }) => [column, 1] as const), [empty, 1]]);
  const unread = addColumn(model, points.noReader, 1);
  const readers = open.filter(({ judge }) => canRead(desk, entry, judge));
  addRow(model, 1, Number.POSITIVE_INFINITY, [...readers.map(({ column }) => [column, 1] as const), [unread, 1]]);
  const missing = addColumn(model, points.missingQuality, Number.POSITIVE_INFINITY);
  const quality = open.map(({ judge, column }) => [column, affinityAt(desk, entry, judge)] as const);
  addRow(model, floor * seats, Number.POSITIVE_INFINITY, [...quality, [missing, 1]]);
  for (const [employer, colleagues] of Map.groupBy(open, ({ judge }) => desk.employer[judge] ?? -1))
    if (employer >= 0 && colleagues.length > 1)
      addRow(
        model,
        0,
        1,
        colleagues.map(({ column }) => [column, 1]),
      );
  return empty;
}

function loadRows(desk: Desk, model: Model, judge: number, open: Open): void {
  const [least, most] = [desk.minLoad[judge] ?? 0, desk.capacity[judge] ?? 0];
  const load = open.map(({ column }) => [column, 1] as const);
  addRow(model, least, most, load);
  const above = Array.from({ length: Math.max(0, Math.min(most, open.length) - desk.base) }, (_, step) =>
    addColumn(model, desk.points.balanceStep * (step + 1), 1),
  );
  if (above.length > 0)
    addRow(model, Number.NEGATIVE_INFINITY, desk.base, [...load, ...above.map((column) => [column, -1] as const)]);
}

/** For each two judges: how many entries they share, and how many of these are too many. */
function pairRows(desk: Desk, model: Model, lambda: number, ofEntry: Map<number, Open>): void {
  const together = new Map<string, number[]>();
  for (const open of ofEntry.values())
    for (const [place, a] of open.entries())
      for (const b of open.slice(place + 1)) {
        const employer = desk.employer[a.judge] ?? -1;
        if (employer >= 0 && employer === desk.employer[b.judge]) continue;
        const both = addColumn(model, 0, 1);
        addRow(model, Number.NEGATIVE_INFINITY, 1, [
          [a.column, 1],
          [b.column, 1],
          [both, -1],
        ]);
        const key = `${a.judge} ${b.judge}`;
        together.set(key, [...(together.get(key) ?? []), both]);
      }
  for (const shared of together.values()) {
    if (shared.length <= lambda) continue;
    const excess = addColumn(model, desk.points.pairRepetition, Number.POSITIVE_INFINITY);
    addRow(model, Number.NEGATIVE_INFINITY, lambda, [...shared.map((column) => [column, 1] as const), [excess, -1]]);
  }
}

/** The plan that a solution stands for. */
export function readSolution(desk: Desk, { pairs }: AssignmentModel, values: ArrayLike<number>): number[][] {
  const plan: number[][] = desk.entries.map(() => []);
  for (const { entry, judge, column } of pairs) if (Math.round(values[column] ?? 0) === 1) plan[entry]?.push(judge);
  return plan;
}
