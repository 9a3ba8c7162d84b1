// The rounds in which a panel judged, as its record has them, and whether who went on is who the rule proposed.
import type { Judging } from '../award-definition.ts';
import { findRound, nextRoundOf } from '../definition-queries.ts';
import { proposeShortlist } from '../panel/proposing-shortlist.ts';
import { type Found, failed, isWhole, leavesIn, passed, unchecked } from './findings.ts';
import type { Bundle, Leaf, LeafOf } from './messages.ts';
import { pairOf, roundAt, standingSheets } from './standing-sheets.ts';

/** `before` is all that stood before its tally was made; `scores` are those of its entries. */
export type JudgedRound = { round: string; before: Leaf[]; sealed: LeafOf<'tally'>; scores: LeafOf<'score'>[] };

export function roundsIn(leaves: Leaf[]): JudgedRound[] {
  return leaves.flatMap((sealed, place) => {
    if (sealed.kind !== 'tally') return [];
    const before = leaves.slice(0, place);
    const after = leaves.slice(place + 1);
    const end = after.findIndex(({ kind }) => kind !== 'score');
    const scores = (end === -1 ? after : after.slice(0, end)).filter((leaf) => leaf.kind === 'score');
    return [{ round: roundAt(before) ?? '', before, sealed, scores }];
  });
}

/** What has happened since the round began. */
export const ofRound = (leaves: Leaf[]): Leaf[] =>
  leaves.slice(leaves.findLastIndex(({ kind }) => kind === 'shortlist') + 1);

/** A sheet that was counted and should not have been, or the other way round. */
export function strangeSheet({ round, before, sealed }: JudgedRound): Found | undefined {
  const released = before.flatMap((leaf) => (leaf.kind === 'assignment' && leaf.round === round ? leaf.pairs : []));
  const assigned = new Set(released.map(pairOf));
  const standing = standingSheets(before);
  const stranger = standing.find((sheet) => !assigned.has(pairOf(sheet)));
  if (stranger !== undefined) return failed('sheet-not-assigned', { sheet: pairOf(stranger) });
  const aside = new Set(sealed.setAside.map(pairOf));
  const named = (sheet: LeafOf<'tally'>['counted'][number]) => `${pairOf(sheet)} ${sheet.version}`;
  const told = standing.filter((sheet) => !aside.has(pairOf(sheet))).map(named);
  const counted = sealed.counted.map(named);
  const [wrong] = [...told.filter((one) => !counted.includes(one)), ...counted.filter((one) => !told.includes(one))];
  return wrong === undefined ? undefined : failed('sheet-not-counted', { sheet: wrong });
}

/** Where a panel judged in several rounds: each went on with those whom the rule proposed, or owns to each departure. */
export function checkRounds(bundle: Bundle): Found {
  const leaves = leavesIn(bundle);
  const [rules] = leaves;
  const holding = leaves.filter((leaf) => leaf.kind === 'shortlist' && holds(leaf, leaves));
  const number = holding.length;
  const shortlists = holding.flatMap((leaf) =>
    leaf.kind === 'shortlist' ? `${leaf.round}: ${leaf.entries.join(' ')}` : [],
  );
  if (!isWhole(bundle) || rules?.kind !== 'rules')
    return unchecked('shortlist-not-checked', { number, entries: shortlists.join('; ') });
  const judging = rules.judging as unknown as Judging;
  const rounds = roundsIn(leaves);
  for (const [place, leaf] of leaves.entries()) {
    if (leaf.kind !== 'shortlist') continue;
    const judged = rounds.find(({ round }) => round === leaf.round);
    const next = holds(leaf, leaves) ? rounds.find(({ round }) => round === leaf.next) : undefined;
    const around = { judging, judged, next, before: leaves.slice(0, place) };
    const found = strangeAnew(leaf, around.before) ?? strange(leaf, around);
    if (found !== undefined) return failed('shortlist-differs', { round: leaf.round, found });
  }
  const departs = holding.some((leaf) => leaf.kind === 'shortlist' && leaf.departures.length > 0);
  if (departs) return unchecked('shortlist-departs', { number });
  const anew = holding.some((leaf) => leaf.kind === 'shortlist' && leaf.anew);
  return anew ? unchecked('shortlist-anew', { number }) : passed('shortlist-follows', { number });
}

/** What was settled last of a round. */
const holds = (leaf: LeafOf<'shortlist'>, leaves: Leaf[]): boolean =>
  leaves.findLast((one) => one.kind === 'shortlist' && one.round === leaf.round) === leaf;

/** It says whether it takes the place of an earlier one, and comes before anything of the next round was released. */
function strangeAnew(leaf: LeafOf<'shortlist'>, before: Leaf[]): string | undefined {
  const isAnew = before.some((one) => one.kind === 'shortlist' && one.round === leaf.round);
  const hasBegun = before.some((one) => one.kind === 'assignment' && one.round === leaf.next);
  return isAnew !== (leaf.anew ?? false) || hasBegun ? leaf.next : undefined;
}

type Around = {
  judging: Judging;
  judged: JudgedRound | undefined;
  next: JudgedRound | undefined;
  before: Leaf[];
};

/** What is wrong with it: an entry, or the name of the round. */
function strange(leaf: LeafOf<'shortlist'>, { judging, judged, next, before }: Around): string | undefined {
  const goesOn = findRound({ judging }, leaf.round)?.goesOn;
  if (judged === undefined || goesOn === undefined || nextRoundOf({ judging }, leaf.round)?.key !== leaf.next)
    return leaf.next;
  const left = before.flatMap((one) => (one.kind === 'entry-removed' ? one.entry : []));
  const standings = judged.scores.map(({ entry, result }) => {
    return { nominationId: entry, rank: typeof result.rank === 'number' ? result.rank : null };
  });
  const proposed = proposeShortlist(goesOn, standings, left);
  const stray = differing(proposed, leaf.proposed)[0];
  if (stray !== undefined) return stray;
  const departed = leaf.departures.filter((one) => leaf.entries.includes(one.entry) === one.goesOn);
  const untold = differing(
    differing(leaf.entries, leaf.proposed),
    departed.map(({ entry }) => entry),
  )[0];
  if (untold !== undefined) return untold;
  if (departed.length < leaf.departures.length) return leaf.round;
  const known = standings.map(({ nominationId }) => nominationId);
  const unknown = leaf.entries.find((entry) => !known.includes(entry) || left.includes(entry));
  if (unknown !== undefined || next === undefined) return unknown;
  const gone = next.before.flatMap((one) => (one.kind === 'entry-removed' ? one.entry : []));
  const judgedNext = next.scores.map(({ entry }) => entry);
  return differing(
    judgedNext,
    leaf.entries.filter((entry) => !gone.includes(entry)),
  )[0];
}

/** In one of them and not in the other. */
const differing = (a: string[], b: string[]): string[] => [
  ...a.filter((one) => !b.includes(one)),
  ...b.filter((one) => !a.includes(one)),
];
