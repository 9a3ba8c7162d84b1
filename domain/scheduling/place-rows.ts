// What slots ask of talks: one at a time without holes, one person in one place, and one country heard by its delegation.
import { addColumn, addRow } from '../assignment/model.ts';
import { type Board, none } from './board.ts';
import { areNeighbours, canWalk, isDecided, placeBefore } from './hindrances.ts';
import type { Built, TalkColumn } from './model.ts';

const free = Number.POSITIVE_INFINITY;
const ones = (columns: readonly TalkColumn[], value = 1) => columns.map(({ column }) => [column, value] as const);

/** A column for each place says whether it is taken: one talk at most, and none behind an empty one. */
export function slotRows(board: Board, { model, talks }: Built): void {
  const ofPlace = Map.groupBy(talks, ({ place }) => place);
  const taken = board.places.map((_, place) => {
    const own = ofPlace.get(place) ?? [];
    const column = addColumn(model, 0, own.length === 0 ? 0 : 1);
    if (own.length > 0) addRow(model, 0, 0, [...ones(own), [column, -1]]);
    return column;
  });
  for (const [place, column] of taken.entries()) {
    const before = placeBefore(board, place);
    const own = ofPlace.get(place) ?? [];
    if (before === none || own.some(({ talk }) => isDecided(board, talk, place))) continue;
    addRow(model, -free, 0, [
      [column, 1],
      [taken[before] ?? 0, -1],
    ]);
  }
}

/** One person's talks: at each moment one, with time to walk to the next room. */
export function speakerRows(board: Board, built: Built): void {
  for (const own of Map.groupBy(built.talks, ({ talk }) => board.speakers[talk]).values())
    if (isSeveral(own)) apartRows(board, built, own, (a, b) => !canWalk(board, a, b));
}

export function neighbourRows(board: Board, built: Built): void {
  if (board.file.rules.adjacency === 'off') return;
  for (const [country, own] of Map.groupBy(built.talks, ({ talk }) => board.talks[talk]?.country ?? ''))
    if (country !== '' && isSeveral(own)) apartRows(board, built, own, (a, b) => areNeighbours(board, a, b));
}

const isSeveral = (own: readonly TalkColumn[]): boolean => new Set(own.map(({ talk }) => talk)).size > 1;

/** Rows for sets of places of which one may be taken by these talks, until every pair that clashes stands in one. */
function apartRows(
  board: Board,
  { model }: Built,
  own: readonly TalkColumn[],
  clash: (a: number, b: number) => boolean,
): void {
  const ofPlace = Map.groupBy(own, ({ place }) => place);
  const order = [...ofPlace.keys()].sort(
    (a, b) => (board.places[a]?.from ?? 0) - (board.places[b]?.from ?? 0) || a - b,
  );
  const covered = new Set<string>();
  const key = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  for (const [number, place] of order.entries()) {
    const later = order.slice(number + 1).filter((other) => clash(place, other));
    while (later.some((other) => !covered.has(key(place, other)))) {
      const group = [place];
      const open = (other: number) => !covered.has(key(place, other));
      for (const other of [...later.filter(open), ...later.filter((one) => !open(one))])
        if (group.every((one) => clash(one, other))) group.push(other);
      for (const [at, one] of group.entries()) for (const other of group.slice(at + 1)) covered.add(key(one, other));
      // What persons have decided stands, and nothing joins it.
      const decided = own.filter(({ talk, place: at }) => group.includes(at) && isDecided(board, talk, at)).length;
      addRow(
        model,
        -free,
        Math.max(1, decided),
        group.flatMap((one) => ones(ofPlace.get(one) ?? [])),
      );
    }
  }
}
