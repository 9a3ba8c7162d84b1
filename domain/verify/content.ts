// What the leaves of a bundle say, once it is certain that they were signed: the tally made again, decision and names.
import { z } from 'zod';
import type { Judging } from '../award-definition.ts';
import { findRound, judgingOf } from '../definition-queries.ts';
import type { TallyInput } from '../tally/sheets.ts';
import { tally } from '../tally/tally.ts';
import { canonicalJson, hashOf } from './canonical.ts';
import { type Found, failed, findLeaf, isWhole, lastHead, leavesIn, passed, unchecked } from './findings.ts';
import { type JudgedRound, ofRound, roundsIn, strangeSheet } from './judged-rounds.ts';
import type { Bundle, LeafOf } from './messages.ts';
import { commitmentOf } from './signing.ts';
import { pairOf, standingSheets } from './standing-sheets.ts';

export function checkOrder(bundle: Bundle): Found {
  const leaves = leavesIn(bundle);
  const [rules] = leaves;
  if (rules?.kind !== 'rules') return failed('no-rules');
  const { definition } = rules;
  if (bundle.audience === 'judge') return passed('own-leaves', { have: leaves.length - 1, definition });
  const [seal, last] = [leaves.at(-1), lastHead(bundle)];
  if (seal?.kind !== 'seal' || last?.point !== 'decision-signed' || seal.number !== last.number)
    return failed('no-seal');
  if (seal.rules !== hashOf(rules)) return failed('rules-differ');
  const decision = findLeaf(leaves, 'decision');
  const signed = decision?.number === seal.number && canonicalJson(decision.winners) === canonicalJson(seal.winners);
  return signed ? passed('rules-to-seal', { definition, number: seal.number }) : failed('seal-differs');
}

export function checkSheets(bundle: Bundle): Found {
  const leaves = leavesIn(bundle);
  if (!isWhole(bundle)) {
    const own = leaves.filter(({ kind }) => kind === 'sheet').length;
    return own === 0 ? unchecked('sheets-not-here') : passed('own-sheets', { number: own });
  }
  const rounds = roundsIn(leaves);
  if (rounds.length === 0) return unchecked('on-paper');
  const wrong = rounds.flatMap((round) => strangeSheet(round) ?? [])[0];
  const number = (of: (sealed: LeafOf<'tally'>) => object[]) =>
    rounds.reduce((sum, { sealed }) => sum + of(sealed).length, 0);
  return (
    wrong ?? passed('sheets-counted', { counted: number((one) => one.counted), aside: number((one) => one.setAside) })
  );
}

const Rubric = z.custom<TallyInput['rubric']>();
const Policy = z.custom<Judging>();
const MethodVersion = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** By the rubric and the policy of the round. */
function inputOf(rules: LeafOf<'rules'>, { round, before, sealed, scores }: JudgedRound): TallyInput {
  const counted = new Set(sealed.counted.map(pairOf));
  const sheets = standingSheets(before).filter((sheet) => counted.has(pairOf(sheet)));
  const judging = Policy.parse(rules.judging);
  return {
    rubric: findRound({ judging }, round)?.rubric ?? Rubric.parse(rules.rubric),
    policy: judgingOf({ judging }, round),
    entries: scores.map(({ entry }) => entry),
    methodVersion: MethodVersion.parse(sealed.result.methodVersion),
    lowered: Object.fromEntries(
      ofRound(before).flatMap((leaf) => (leaf.kind === 'minimum-lowered' ? [[leaf.entry, leaf.minimum]] : [])),
    ),
    sheets: sheets.map(({ entry, judge, points }) => ({ nominationId: entry, judgeId: judge, points: given(points) })),
  };
}

const given = (points: LeafOf<'sheet'>['points']): { [criterion: string]: number } =>
  Object.fromEntries(Object.entries(points).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));

type Results = { [key: string]: unknown };
/** By what was recorded then; lists in a result have no order of their own. */
const isSame = (recorded: Results, again: Results): boolean =>
  Object.entries(recorded).every(([key, value]) => unordered(value) === unordered(again[key] ?? null));

function unordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(unordered).sort().join()}]`;
  if (value === null || typeof value !== 'object') return canonicalJson(value);
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{${parts
    .map(([key, part]) => `${canonicalJson(key)}:${unordered(part)}`)
    .sort()
    .join()}}`;
}

export function checkTally(bundle: Bundle): Found {
  const leaves = leavesIn(bundle);
  const rules = findLeaf(leaves, 'rules');
  if (!isWhole(bundle)) return unchecked('scores-not-here', { published: rules?.publishScores ?? '' });
  const rounds = roundsIn(leaves);
  const last = rounds.at(-1);
  if (last === undefined || rules === undefined) return unchecked('on-paper');
  try {
    const wrong = rounds.flatMap((round) => differing(rules, round) ?? [])[0];
    const { sealed, scores } = last;
    const values = { entries: scores.length, sheets: sealed.counted.length, method: String(sealed.result.method) };
    return wrong ?? passed('recomputed', values);
  } catch {
    return failed('tally-differs');
  }
}

function differing(rules: LeafOf<'rules'>, round: JudgedRound): Found | undefined {
  const { entries, ...rest } = tally(inputOf(rules, round));
  const byCode = new Map(entries.map((entry): [string, Results] => [entry.nominationId, entry]));
  const wrong = round.scores.find((leaf) => !isSame(leaf.result, byCode.get(leaf.entry) ?? {}));
  if (wrong !== undefined) return failed('score-differs', { entry: wrong.entry });
  return isSame(round.sealed.result, rest) ? undefined : failed('tally-differs');
}

/**
 * Whether who is named follows the ranking: of a country's own panel, nobody is passed over but who was ruled out. A departure that
 * the decision owns to is for people to judge; nobody without a rank is ever named.
 */
export function checkDecision(bundle: Bundle): Found {
  const leaves = leavesIn(bundle);
  const [seal, rules, panel] = [findLeaf(leaves, 'seal'), findLeaf(leaves, 'rules'), findLeaf(leaves, 'panel')];
  if (seal === undefined || panel === undefined) return unchecked('no-decision-here');
  const winners = seal.winners.map(({ entry }) => entry);
  const number = winners.length;
  const stranger = winners.find((code) => !panel.entries.some(({ entry }) => entry === code));
  if (stranger !== undefined) return failed('winner-unknown', { entry: stranger });
  if (!isWhole(bundle) || findLeaf(leaves, 'tally') === undefined) return unchecked('ranking-not-here', { number });
  const last = roundsIn(leaves).at(-1);
  const ranks = new Map((last?.scores ?? []).map((leaf) => [leaf.entry, rankOf(leaf)]));
  const own = winners.map((entry) => ranks.get(entry) ?? Number.POSITIVE_INFINITY);
  const out = leaves.flatMap((leaf) =>
    leaf.kind === 'entry-removed' || (leaf.kind === 'decision-reopened' && leaf.upheld) ? leaf.entry : [],
  );
  const others = [...ranks].filter(([entry]) => !winners.includes(entry) && !out.includes(entry));
  const passedOver = others.find(([, rank]) => rank < Math.max(...own) && rules?.country !== null);
  if (own.some((rank) => !Number.isFinite(rank))) return failed('departs-from-ranking');
  const falls = own.find((rank, index) => rank < (own[index - 1] ?? 0));
  const departs = leaves.some((leaf) => leaf.kind === 'decision' && leaf.number === seal.number && leaf.departs);
  if (departs) return unchecked('departs-with-reasons', { number });
  return falls === undefined && passedOver === undefined
    ? passed('follows-ranking', { number })
    : failed('departs-from-ranking');
}

const rankOf = ({ result }: LeafOf<'score'>): number =>
  typeof result.rank === 'number' ? result.rank : Number.POSITIVE_INFINITY;

export function checkNames({ names, ...bundle }: Bundle): Found {
  if (names.length === 0) return unchecked('no-names-here');
  const bound = new Map(
    bundle.leaves.flatMap(({ leaf }) =>
      leaf.kind === 'panel' ? leaf.entries.map(({ entry, name }): [string, string] => [entry, name]) : [],
    ),
  );
  const wrong = names.find(({ entry, organisation, salt }) => bound.get(entry) !== commitmentOf(salt, organisation));
  return wrong === undefined
    ? passed('names-bound', { number: names.length })
    : failed('name-differs', { entry: wrong.entry });
}
