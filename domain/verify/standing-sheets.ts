// Which sheets stand at a place of a record: handed in, and neither given back nor recused since.
import type { Leaf, LeafOf } from './messages.ts';

type Pair = { entry: string; judge: string };
export const pairOf = ({ entry, judge }: Pair): string => `${entry} ${judge}`;

/** In which round the panel judges at the end of these leaves. */
export const roundAt = (leaves: readonly Leaf[]): string | undefined =>
  leaves.reduce<string | undefined>((round, leaf) => {
    if (leaf.kind === 'panel') return leaf.round;
    return leaf.kind === 'shortlist' ? leaf.next : round;
  }, undefined);

/** The last sheet of each judge and entry that still stands in the panel's round, without entries that have left. */
export function standingSheets(leaves: readonly Leaf[]): LeafOf<'sheet'>[] {
  const round = roundAt(leaves);
  const standing = new Map<string, LeafOf<'sheet'>>();
  for (const leaf of leaves) {
    if ('round' in leaf && leaf.round !== round) continue;
    if (leaf.kind === 'sheet') standing.set(pairOf(leaf), leaf);
    if (leaf.kind === 'recusal' || leaf.kind === 'reopened') standing.delete(pairOf(leaf));
  }
  const removed = new Set(leaves.flatMap((leaf) => (leaf.kind === 'entry-removed' ? leaf.entry : [])));
  return [...standing.values()].filter(({ entry }) => !removed.has(entry));
}

/** The standing sheets that were not counted. */
export function setAside(leaves: readonly Leaf[], counted: readonly Pair[]): Pair[] {
  const known = new Set(counted.map(pairOf));
  return standingSheets(leaves)
    .filter((sheet) => !known.has(pairOf(sheet)))
    .map(({ entry, judge }) => ({ entry, judge }))
    .sort((a, b) => (pairOf(a) < pairOf(b) ? -1 : 1));
}
