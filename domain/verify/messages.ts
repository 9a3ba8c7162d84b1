// The shapes of what anybody can check: the record of a panel leaf by leaf, its signed heads, and bundles of them.
import { z } from 'zod';
import { Sha256, Texts } from '../messages.ts';

const Code = z.string().regex(/^E\d{2,}$/, 'must be the code of an entry such as E01');
const Pseudonym = z.string().regex(/^J-[0-9a-f]{12}$/, 'must be the pseudonym of a judge such as J-0123456789ab');
const At = z.iso.datetime();
const Version = z.int().min(1);
const Pair = z.strictObject({ entry: Code, judge: Pseudonym });
const Named = z.strictObject({ entry: Code, place: z.enum(['laureate', 'runner-up']), order: z.int().min(1) });
const Member = z.strictObject({
  judge: Pseudonym,
  part: z.enum(['chair', 'deputy', 'member', 'reserve']),
  name: Sha256,
});
const About = { at: At, entry: Code, judge: Pseudonym, round: z.string() };
const Whatever = z.record(z.string(), z.json());

export const Leaf = z.discriminatedUnion('kind', [
  /** The frozen rule set: always the first. */
  z.strictObject({
    kind: z.literal('rules'),
    cycle: z.string(),
    group: z.string(),
    country: z.string().nullable(),
    category: z.string(),
    award: z.string(),
    definition: Sha256,
    rubric: Whatever,
    judging: Whatever,
    awards: Whatever,
    publishScores: z.enum(['none', 'laureates', 'all']),
  }),
  z.strictObject({
    kind: z.literal('panel'),
    at: At,
    round: z.string(),
    entries: z.array(z.strictObject({ entry: Code, dossierVersion: Version, name: Sha256 })),
    members: z.array(Member),
  }),
  z.strictObject({ kind: z.literal('panel-changed'), at: At, members: z.array(Member) }),
  z.strictObject({ kind: z.literal('assignment'), at: At, round: z.string(), pairs: z.array(Pair) }),
  z.strictObject({
    kind: z.literal('sheet'),
    ...About,
    version: Version,
    dossierVersion: Version,
    points: z.record(z.string(), z.int().nullable()),
    comments: Sha256.nullable(),
  }),
  z.strictObject({ kind: z.literal('recusal'), ...About }),
  z.strictObject({ kind: z.literal('reopened'), ...About, because: z.enum(['chair', 'dossier-amended']) }),
  z.strictObject({ kind: z.literal('renewed'), ...About, dossierVersion: Version }),
  z.strictObject({ kind: z.literal('entry-removed'), at: At, entry: Code }),
  z.strictObject({ kind: z.literal('entry-amended'), at: At, entry: Code, dossierVersion: Version }),
  z.strictObject({ kind: z.literal('minimum-lowered'), at: At, entry: Code, minimum: Version }),
  /** Two persons let a third see an entry in spite of a conflict. */
  z.strictObject({ kind: z.literal('let-in'), at: At, entry: Code, person: Pseudonym, until: At }),
  z.strictObject({ kind: z.literal('let-in-ended'), at: At, entry: Code, person: Pseudonym }),
  z.strictObject({
    kind: z.literal('scoring-closed'),
    at: At,
    because: z.enum(['all-finished', 'deadline', 'by-hand']),
  }),
  /** A round is over, and these go on to the next; `proposed` by the award's rule. Why it departs from that stands in the minutes. */
  z.strictObject({
    kind: z.literal('shortlist'),
    at: At,
    round: z.string(),
    next: z.string(),
    entries: z.array(Code),
    proposed: z.array(Code),
    departures: z.array(z.strictObject({ entry: Code, goesOn: z.boolean() })),
    /** It takes the place of the one before, for a reason that stands in the minutes. */
    anew: z.literal(true).optional(),
  }),
  /** `setAside`: handed in, and not counted for a conflict. The scores follow, one leaf for each entry. */
  z.strictObject({
    kind: z.literal('tally'),
    at: At,
    counted: z.array(Pair.extend({ version: Version })),
    setAside: z.array(Pair),
    result: Whatever,
  }),
  z.strictObject({ kind: z.literal('score'), entry: Code, result: Whatever }),
  z.strictObject({
    kind: z.literal('vote'),
    at: At,
    entries: z.array(Code),
    votes: z.array(z.strictObject({ judge: Pseudonym, choice: Code.nullable() })),
  }),
  z.strictObject({
    kind: z.literal('decision'),
    at: At,
    number: z.int().min(1),
    outside: z.boolean(),
    winners: z.array(Named),
    minutes: Sha256.nullable(),
    /** It names others than the ranking would, and the signed decision says why. */
    departs: z.literal(true).optional(),
  }),
  /** `upheld`: a later decision cannot name that entry. */
  z.strictObject({
    kind: z.literal('decision-reopened'),
    at: At,
    number: z.int().min(1),
    entry: Code,
    upheld: z.boolean(),
  }),
  /** What was signed: the last leaf of a decision. */
  z.strictObject({
    kind: z.literal('seal'),
    at: At,
    number: z.int().min(1),
    rules: Sha256,
    winners: z.array(Named),
    signature: z.enum(['in-person', 'on-behalf']),
  }),
]);
export type Leaf = z.infer<typeof Leaf>;
export type LeafOf<Kind extends Leaf['kind']> = Extract<Leaf, { kind: Kind }>;

/** What is signed of a record: how many leaves there were then, and the root of their tree. */
export const HeadFacts = z.strictObject({
  cycle: z.string(),
  group: z.string(),
  point: z.enum(['scoring-closed', 'decision-signed']),
  /** Of the decision. */
  number: z.int().min(1).nullable(),
  at: At,
  size: z.int().min(1),
  root: Sha256,
});
export type HeadFacts = z.infer<typeof HeadFacts>;
const PublicKey = z.string().regex(/^[0-9a-f]{64}$/, 'must be an Ed25519 public key in lower-case hexadecimal');
const SignatureText = z.string().regex(/^[0-9a-f]{128}$/, 'must be an Ed25519 signature in lower-case hexadecimal');
export const Head = HeadFacts.extend({ key: PublicKey, signature: SignatureText }).meta({ id: 'TreeHead' });
export type Head = z.infer<typeof Head>;

export const audiences = ['auditor', 'country', 'nominee', 'judge', 'public'] as const;
export type Audience = (typeof audiences)[number];
export const format = 'laureate-bundle/1';

/** Paths lead to the last head; an auditor has every leaf and needs none. A leaf that is not shown cannot be guessed from its hash: `salt` is hashed with it. */
export const Bundle = z
  .strictObject({
    format: z.literal(format),
    audience: z.enum(audiences),
    cycle: z.string(),
    group: z.string(),
    heads: z.array(Head).min(1),
    /** Between each head and the one before. */
    consistency: z.array(z.array(Sha256)),
    leaves: z.array(z.strictObject({ index: z.int().min(0), salt: Sha256, leaf: Leaf, path: z.array(Sha256) })).min(1),
    /** Whose codes may be known: the name and the salt that the panel's leaf binds it with. */
    names: z.array(z.strictObject({ entry: Code, organisation: Texts, salt: Sha256 })),
    key: PublicKey,
    signature: SignatureText,
  })
  .meta({ id: 'ResultBundle' });
export type Bundle = z.infer<typeof Bundle>;
