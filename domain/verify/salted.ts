// A leaf as it is hashed: with a salt, so that one which is not shown cannot be guessed from the hashes of the others.
import { canonicalJson } from './canonical.ts';
import type { Leaf } from './messages.ts';
import { leavesOf } from './tree.ts';

export type Salted = { leaf: Leaf; salt: string };
export const hashesOf = (leaves: readonly Salted[]) =>
  leavesOf(leaves.map(({ leaf, salt }) => canonicalJson({ leaf, salt })));
