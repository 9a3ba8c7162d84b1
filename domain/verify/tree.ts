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

function rootHash(leaves: readonly Hash[]): Hash {
  const [only] = leaves;
  if (only === undefined) return sha256(new Uint8Array());
  if (leaves.length === 1) return only;
  const half = split(leaves.length);
  return nodeHash(rootHash(leaves.slice(0, half)), rootHash(leaves.slice(half)));
}

export const rootOf = (leaves: readonly Hash[]): string => bytesToHex(rootHash(leaves));

/** What a leaf has to be hashed with, from the bottom up, to come to the root. @throws RangeError for no such leaf. */
export function inclusionProof(leaves: readonly Hash[], index: number): string[] {
  if (index < 0 || index >= leaves.length) throw new RangeError(`There is no leaf ${index} of ${leaves.length}.`);
  if (leaves.length === 1) return [];
  const half = split(leaves.length);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return index < half
    ? [...inclusionProof(left, index), rootOf(right)]
    : [...inclusionProof(right, index - half), rootOf(left)];
}

/** What shows that the tree of the first `size` leaves is the beginning of this one. */
export function consistencyProof(leaves: readonly Hash[], size: number): string[] {
  if (size < 1 || size > leaves.length) throw new RangeError(`${size} is no earlier size of ${leaves.length}.`);
  return subProof(leaves, size, true);
}

function subProof(leaves: readonly Hash[], size: number, whole: boolean): string[] {
  if (size === leaves.length) return whole ? [] : [rootOf(leaves)];
  const half = split(leaves.length);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return size <= half
    ? [...subProof(left, size, whole), rootOf(right)]
    : [...subProof(right, size - half, false), rootOf(left)];
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
