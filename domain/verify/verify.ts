// Checks a bundle step by step, without asking anybody: anyone who has the file can do it, here or elsewhere.
import { z } from 'zod';
import { checkDecision, checkNames, checkOrder, checkSheets, checkTally } from './content.ts';
import { type Found, failed, findLeaf, isWhole, lastHead, leavesIn, passed, unchecked } from './findings.ts';
import { checkRounds } from './judged-rounds.ts';
import { Bundle, format } from './messages.ts';
import { hashesOf } from './salted.ts';
import { isSigned } from './signing.ts';
import { isConsistent, isIncluded, rootOf } from './tree.ts';

export const steps = [
  ...(['file', 'belongs', 'key', 'signature', 'heads', 'complete', 'leaves', 'growth'] as const),
  ...(['order', 'sheets', 'tally', 'rounds', 'decision', 'names'] as const),
];
export type StepName = (typeof steps)[number];
export type Step = Found & { step: StepName };
export type Report = { ok: boolean; audience: Bundle['audience'] | null; steps: Step[] };
/** What the checker knows from elsewhere: keys as published, a head as printed in the minutes, the cycle meant. */
export type Known = { keys?: string[]; root?: string; cycle?: string };

/** Never throws, whatever the text is. */
export function verify(text: string, known: Known = {}): Report {
  const read = readBundle(text);
  if ('because' in read) return { ok: false, audience: null, steps: [{ step: 'file', ...read }] };
  const done: Step[] = [
    { step: 'file', ...passed('read', { audience: read.audience, group: read.group }) },
    { step: 'belongs', ...checkBelongs(read, known) },
    { step: 'key', ...checkKey(read, known) },
    { step: 'signature', ...checkSignature(read) },
    { step: 'heads', ...checkHeads(read, known) },
    { step: 'complete', ...checkComplete(read) },
    { step: 'leaves', ...checkLeaves(read) },
    { step: 'growth', ...checkGrowth(read) },
  ];
  // What the leaves say counts once it is certain that they are what was signed.
  const sound = done.every(({ step, outcome }) => !['complete', 'leaves'].includes(step) || outcome === 'passed');
  const inner = {
    order: checkOrder,
    sheets: checkSheets,
    tally: checkTally,
    rounds: checkRounds,
    decision: checkDecision,
    names: checkNames,
  };
  for (const step of ['order', 'sheets', 'tally', ...severalRounds(read), 'decision', 'names'] as const)
    done.push({ step, ...(sound ? inner[step](read) : unchecked('leaves-not-sound')) });
  return { ok: done.every(({ outcome }) => outcome !== 'failed'), audience: read.audience, steps: done };
}

/** Nothing is said of rounds where there is one. */
const severalRounds = (bundle: Bundle): 'rounds'[] =>
  leavesIn(bundle).some(({ kind }) => kind === 'shortlist') ? ['rounds'] : [];

function readBundle(text: string): Bundle | Found {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text.trimStart().startsWith('{') && !text.trimEnd().endsWith('}') ? failed('cut-off') : failed('no-json');
  }
  const head = z.looseObject({ format: z.string() }).safeParse(value);
  if (!head.success) return failed('no-bundle', { field: 'format' });
  if (head.data.format !== format) return failed('other-format', { format: head.data.format, known: format });
  const parsed = Bundle.safeParse(value);
  return parsed.success ? parsed.data : failed('no-bundle', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
}

function checkBelongs(bundle: Bundle, known: Known): Found {
  const { cycle, group, heads } = bundle;
  if (known.cycle !== undefined && known.cycle !== cycle)
    return failed('cycle-not-meant', { found: cycle, meant: known.cycle });
  const rules = findLeaf(leavesIn(bundle), 'rules');
  const others = [...heads, ...(rules === undefined ? [] : [rules])];
  const other = others.find((one) => one.cycle !== cycle || one.group !== group);
  return other === undefined
    ? passed('one-panel', { cycle, group })
    : failed('other-panel', { says: `${cycle} ${group}`, found: `${other.cycle} ${other.group}` });
}

function checkKey({ key, heads }: Bundle, { keys }: Known): Found {
  const used = [...new Set([key, ...heads.map((head) => head.key)])];
  if (keys === undefined) return unchecked('key-not-given', { key: used.join(' ') });
  const strange = used.find((one) => !keys.includes(one));
  return strange === undefined
    ? passed('key-known', { key: used.join(' ') })
    : failed('wrong-key', { found: strange, known: keys.join(' ') });
}

function checkSignature({ signature, ...content }: Bundle): Found {
  return isSigned(content, signature, content.key) ? passed('bundle-signed') : failed('bundle-changed');
}

function checkHeads({ heads }: Bundle, { root }: Known): Found {
  for (const { key, signature, ...facts } of heads)
    if (!isSigned(facts, signature, key)) return failed('head-not-signed', { point: facts.point });
  const roots = heads.map((head) => head.root);
  if (root !== undefined && !roots.includes(root)) return failed('other-head', { known: root, found: roots.join(' ') });
  return passed(root === undefined ? 'heads-signed' : 'heads-known', { number: heads.length, root: roots.join(' ') });
}

function checkComplete(bundle: Bundle): Found {
  const { audience, leaves } = bundle;
  const size = lastHead(bundle)?.size ?? 0;
  const places = leaves.map(({ index }) => index);
  if (places.some((index, at) => index >= size || index <= (places[at - 1] ?? -1))) return failed('places-wrong');
  if (isWhole(bundle)) return passed('all-leaves', { size });
  const values = { have: leaves.length, size };
  if (audience === 'auditor' || audience === 'country') return failed('cut-short', values);
  if (places[0] !== 0) return failed('no-rules', values);
  if (audience !== 'judge' && places.at(-1) !== size - 1) return failed('no-seal', values);
  return passed('part-of-leaves', values);
}

function checkLeaves(bundle: Bundle): Found {
  const { leaves, heads } = bundle;
  const last = lastHead(bundle);
  if (last === undefined) return failed('leaf-changed', { place: '' });
  if (isWhole(bundle)) {
    const hashes = hashesOf(leaves);
    const wrong = heads.find(({ size, root }) => rootOf(hashes, size) !== root);
    return wrong === undefined
      ? passed('tree-built', { size: last.size })
      : failed('root-differs', { point: wrong.point });
  }
  const wrong = leaves.find(({ index, path, ...salted }) => {
    const [hash] = hashesOf([salted]);
    return hash === undefined || !isIncluded(hash, index, last.size, path, last.root);
  });
  return wrong === undefined
    ? passed('leaves-included', { have: leaves.length })
    : failed('leaf-changed', { place: wrong.index + 1 });
}

function checkGrowth({ heads, consistency }: Bundle): Found {
  if (consistency.length !== heads.length - 1) return failed('growth-missing');
  if (heads.length === 1) return unchecked('one-head');
  const grown = heads.slice(1).every((head, index) => {
    const before = heads[index];
    return before !== undefined && isConsistent(before, head, consistency[index] ?? []);
  });
  return grown ? passed('only-grown', { number: heads.length }) : failed('not-grown');
}
