// The tree of RFC 6962: its published heads and proofs, and what holds of every tree.
import { hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyProof,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  leavesOf,
  rootOf,
} from '../../../domain/verify/tree.ts';
import { oracle } from '../../support/oracles.ts';

const { data, expected } = oracle('merkle-rfc6962');
const reference = data.leavesHex.map((hex: string) => leafHash(hexToBytes(hex)));

describe('the tree of the reference leaves', () => {
  it('has the published root at every size', () => {
    expect(expected.rootsBySize.map((_root: string, size: number) => rootOf(reference.slice(0, size)))).toEqual(
      expected.rootsBySize,
    );
  });

  it('has the published proofs', () => {
    const { treeSize, leafIndex, path } = expected.inclusionProof;
    expect(inclusionProof(reference.slice(0, treeSize), leafIndex)).toEqual(path);
    expect(consistencyProof(reference, 3)).toEqual(expected.consistencyProof_3_to_8);
  });
});

const size = fc.integer({ min: 1, max: 70 });
const sizes = fc.tuple(size, size).map(([a, b]) => ({ small: Math.min(a, b), large: Math.max(a, b) }));
const tree = (leaves: number) => leavesOf(Array.from({ length: leaves }, (_, index) => `leaf ${index}`));
const other = (hash: string) => `${hash[0] === '0' ? '1' : '0'}${hash.slice(1)}`;

describe('any tree', () => {
  it('proves each of its leaves, at its own place alone', () => {
    fc.assert(
      fc.property(sizes, ({ small, large }) => {
        const leaves = tree(large);
        const [index, path, root] = [small - 1, inclusionProof(leaves, small - 1), rootOf(leaves)];
        const leaf = leaves[index] ?? leafHash(new Uint8Array());
        expect(isIncluded(leaf, index, large, path, root)).toBe(true);
        expect(isIncluded(leafHash(leaf), index, large, path, root)).toBe(false);
        expect(isIncluded(leaf, index, large, path, other(root))).toBe(false);
        expect(isIncluded(leaf, large, large, path, root)).toBe(false);
        expect(isIncluded(leaf, index, large, [...path, root], root)).toBe(false);
        if (path.length > 0) expect(isIncluded(leaf, index, large, path.slice(1), root)).toBe(false);
      }),
      { seed: 6962 },
    );
  });

  it('proves that it continues each smaller one, and no other', () => {
    fc.assert(
      fc.property(sizes, ({ small, large }) => {
        const leaves = tree(large);
        const before = { size: small, root: rootOf(leaves.slice(0, small)) };
        const after = { size: large, root: rootOf(leaves) };
        const proof = consistencyProof(leaves, small);
        expect(isConsistent(before, after, proof)).toBe(true);
        expect(isConsistent({ ...before, root: other(before.root) }, after, proof)).toBe(false);
        expect(isConsistent(before, { ...after, root: other(after.root) }, proof)).toBe(false);
        expect(isConsistent(after, before, proof)).toBe(small === large);
        if (proof.length > 0) expect(isConsistent(before, after, proof.slice(1))).toBe(false);
      }),
      { seed: 6962 },
    );
  });

  it('has no proof for what it has not', () => {
    expect(() => inclusionProof(tree(3), 3)).toThrow(RangeError);
    expect(() => consistencyProof(tree(3), 4)).toThrow(RangeError);
  });
});
