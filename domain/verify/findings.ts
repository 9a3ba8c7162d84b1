// What a check of a bundle finds, and the parts of a bundle that every check looks at.
import type { Bundle, Head, Leaf, LeafOf } from './messages.ts';

/** `because` is a key of the words; `values` are what stands in its sentence. */
export type Found = {
  outcome: 'passed' | 'failed' | 'unchecked';
  because: string;
  values: { [name: string]: string };
};
type Values = { [name: string]: string | number };
const finding =
  (outcome: Found['outcome']) =>
  (because: string, values: Values = {}): Found => ({
    ...{ outcome, because },
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
  });
export const passed = finding('passed');
export const failed = finding('failed');
export const unchecked = finding('unchecked');

export const leavesIn = ({ leaves }: Bundle): Leaf[] => leaves.map(({ leaf }) => leaf);
export const lastHead = ({ heads }: Bundle): Head | undefined => heads.at(-1);
export const isWhole = (bundle: Bundle): boolean => bundle.leaves.length === lastHead(bundle)?.size;
/** The last of its kind. */
export const findLeaf = <Kind extends Leaf['kind']>(leaves: readonly Leaf[], kind: Kind): LeafOf<Kind> | undefined =>
  leaves.findLast((leaf): leaf is LeafOf<Kind> => leaf.kind === kind);
