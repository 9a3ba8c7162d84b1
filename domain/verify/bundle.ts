// What each audience gets of a record: its heads, the leaves that are theirs to see, and the proofs that go with them.
import { type Audience, type Bundle, format, type Head, type HeadFacts, type Leaf } from './messages.ts';
import { entrySalt } from './pseudonyms.ts';
import type { PanelRecord } from './record.ts';
import { hashesOf, type Salted } from './salted.ts';
import { sign } from './signing.ts';
import { consistencyProof, inclusionProof, rootOf } from './tree.ts';

/** Whose it is: the nominee's entry, or the judge's pseudonym; the entries whose names the audience may know. */
export type Reader = { audience: Audience; entry?: string; judge?: string; named: string[] };

/** What is signed at each place of the record, in its order. */
export function headFactsOf(record: PanelRecord): HeadFacts[] {
  const { cycle, group, heads } = record;
  const { hashes } = hashedOf(record);
  return heads.map((head) => ({ cycle, group, ...head, root: rootOf(hashes, head.size) }));
}

type Hashed = { salted: Salted[]; hashes: ReturnType<typeof hashesOf> };
/** Once for each record, however many readers it has. */
const known = new WeakMap<PanelRecord, Hashed>();

function hashedOf(record: PanelRecord): Hashed {
  const before = known.get(record);
  if (before !== undefined) return before;
  const salted = record.leaves.map((leaf, index) => ({ leaf, salt: record.salts[index] ?? '' }));
  const hashed = { salted, hashes: hashesOf(salted) };
  known.set(record, hashed);
  return hashed;
}

export function signHead(facts: HeadFacts, seed: string, key: string): Head {
  return { ...facts, key, signature: sign(facts, seed) };
}

type Signer = { seed: string; key: string };

/** Up to the last of the heads that are given. Whoever is no auditor gets a path for each leaf. */
export function bundleOf(record: PanelRecord, heads: Head[], secret: string, reader: Reader, signer: Signer): Bundle {
  const last = heads.at(-1);
  if (last === undefined) throw new RangeError('A bundle needs a signed head.');
  const { audience } = reader;
  const leaves = record.leaves.slice(0, last.size);
  const { salted, hashes } = hashedOf(record);
  const shown = salted
    .slice(0, last.size)
    .flatMap(({ leaf, salt }, index) => (isShown(leaf, reader, leaves) ? [{ index, salt, leaf }] : []));
  const whole = shown.length === leaves.length;
  const content = {
    ...({ format, audience, cycle: record.cycle, group: record.group, heads } as const),
    consistency: heads.slice(1).map((head, index) => proofBetween(hashes, heads[index], head)),
    leaves: shown.map((one) => ({ ...one, path: whole ? [] : inclusionProof(hashes, one.index, last.size) })),
    names: record.codes.entries
      .filter(({ code }) => reader.named.includes(code))
      .map(({ code, entry }) => ({ entry: code, organisation: entry.organisation, salt: entrySalt(entry, secret) })),
    key: signer.key,
  };
  return { ...content, signature: sign(content, signer.seed) };
}

const proofBetween = (hashes: ReturnType<typeof hashesOf>, before: Head | undefined, { size }: Head): string[] =>
  before === undefined ? [] : consistencyProof(hashes, before.size, size);

/** What everybody gets: who could score and what was decided, by codes alone. */
const always: Leaf['kind'][] = ['rules', 'panel', 'scoring-closed', 'decision', 'decision-reopened', 'seal'];

function isShown(leaf: Leaf, reader: Reader, leaves: readonly Leaf[]): boolean {
  switch (reader.audience) {
    case 'auditor':
    case 'country':
      return true;
    case 'judge':
      return leaf.kind === 'rules' || ('judge' in leaf && leaf.judge === reader.judge);
    case 'nominee':
      return always.includes(leaf.kind) || leaf.kind === 'shortlist' || isOwn(leaf, reader, leaves);
    case 'public':
      return always.includes(leaf.kind) || (leaf.kind === 'score' && isPublished(leaf.entry, leaves));
  }
}

/** Its sheets and its score, where the award publishes scores: of all, or of laureates and it is one. */
const isOwn = (leaf: Leaf, { entry }: Reader, leaves: readonly Leaf[]): boolean =>
  'entry' in leaf && leaf.entry === entry && entry !== undefined && isPublished(entry, leaves);

function isPublished(entry: string, leaves: readonly Leaf[]): boolean {
  const [rules] = leaves;
  if (rules?.kind !== 'rules' || rules.publishScores === 'none') return false;
  return rules.publishScores === 'all' || laureatesOf(leaves).includes(entry);
}

/** By the last seal. */
export function laureatesOf(leaves: readonly Leaf[]): string[] {
  const seal = leaves.findLast((leaf) => leaf.kind === 'seal');
  if (seal?.kind !== 'seal') return [];
  return seal.winners.filter(({ place }) => place === 'laureate').map(({ entry }) => entry);
}
