// The tree of RFC 6962 over the leaves of a record: its root, and proofs that something is in it or that it only grew.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

type Hash = ReturnType<typeof sha256>;

export const leafHash = (bytes: Uint8Array): Hash => sha256(concatBytes(Uint8Array.of(0), bytes));
const nodeHash = (left: Hash, right: Hash): Hash => sha256(concatBytes(Uint8Array.of(1), left, right));

/** The hashes of texts, as the tree takes them. */
export const leavesOf = (texts: readonly string[]): Hash[] => texts.map((text) => leafHash(utf8ToBytes(text)));

/** The largest power of two below a size of two or more. */
function split(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/** Roots of parts of a list that were asked for before; a list of leaves never changes. */
const known = new WeakMap<readonly Hash[], Map<string, Hash>>();

/** Of the leaves from one place up to another. */
function rootHash(leaves: readonly Hash[], from: number, to: number): Hash {
  const [only] = leaves.slice(from, Math.min(to, from + 1));
  if (only === undefined) return sha256(new Uint8Array());
  if (to - from === 1) return only;
  const roots = known.get(leaves) ?? new Map<string, Hash>();
  known.set(leaves, roots);
  const part = `${from} ${to}`;
  const half = from + split(to - from);
  const root = roots.get(part) ?? nodeHash(rootHash(leaves, from, half), rootHash(leaves, half, to));
  roots.set(part, root);
  return root;
}

/** Of the first `size` leaves. */
export const rootOf = (leaves: readonly Hash[], size = leaves.length): string => bytesToHex(rootHash(leaves, 0, size));
const part = (leaves: readonly Hash[], from: number, to: number): string => bytesToHex(rootHash(leaves, from, to));

/** What a leaf has to be hashed with, from the bottom up, to come to the root of the first `size`. @throws RangeError for no such leaf. */
export function inclusionProof(leaves: readonly Hash[], index: number, size = leaves.length): string[] {
  if (index < 0 || index >= size) throw new RangeError(`There is no leaf ${index} of ${size}.`);
  return pathOf(leaves, index, 0, size);
}

function pathOf(leaves: readonly Hash[], index: number, from: number, to: number): string[] {
  if (to - from === 1) return [];
  const half = from + split(to - from);
  return index < half
    ? [...pathOf(leaves, index, from, half), part(leaves, half, to)]
    : [...pathOf(leaves, index, half, to), part(leaves, from, half)];
}

/** What shows that the tree of the first `before` leaves is the beginning of that of the first `size`. */
export function consistencyProof(leaves: readonly Hash[], before: number, size = leaves.length): string[] {
  if (before < 1 || before > size) throw new RangeError(`${before} is no earlier size of ${size}.`);
  return growthOf(leaves, before, 0, size, true);
}

function growthOf(leaves: readonly Hash[], before: number, from: number, to: number, whole: boolean): string[] {
  if (before === to) return whole ? [] : [part(leaves, from, to)];
  const half = from + split(to - from);
  return before <= half
    ? [...growthOf(leaves, before, from, half, whole), part(leaves, half, to)]
    : [...growthOf(leaves, before, half, to, false), part(leaves, from, half)];
}

/** Whether the leaf stands at that place of the tree; false too for a path of the wrong length. */
export function isIncluded(leaf: Hash, index: number, size: number, path: readonly string[], root: string): boolean {
  if (index < 0 || index >= size) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const step of path.map(hexToBytes)) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(step, hash);
      for (; at % 2 === 0 && at !== 0; at /= 2) last = Math.floor(last / 2);
    } else hash = nodeHash(hash, step);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && bytesToHex(hash) === root;
}

export type Size = { size: number; root: string };

/** Whether the larger tree begins with the smaller one. */
export function isConsistent(before: Size, after: Size, proof: readonly string[]): boolean {
  if (before.size < 1 || before.size > after.size) return false;
  if (before.size === after.size) return proof.length === 0 && before.root === after.root;
  const isPowerOfTwo = Number.isInteger(Math.log2(before.size));
  const [first, ...rest] = isPowerOfTwo ? [before.root, ...proof] : proof;
  if (first === undefined) return false;
  let [at, last] = [before.size - 1, after.size - 1];
  for (; at % 2 === 1; at = Math.floor(at / 2)) last = Math.floor(last / 2);
  let [older, newer] = [hexToBytes(first), hexToBytes(first)];
  for (const step of rest.map(hexToBytes)) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [older, newer] = [nodeHash(step, older), nodeHash(step, newer)];
      for (; at % 2 === 0 && at !== 0; at /= 2) last = Math.floor(last / 2);
    } else newer = nodeHash(newer, step);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && bytesToHex(older) === before.root && bytesToHex(newer) === after.root;
}
