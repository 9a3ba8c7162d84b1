// The order that a tally and the panel's votes give, and how far a decision follows it.
import { Refusal } from '../decider.ts';
import type { TallyResult } from '../tally/tally.ts';
import type { Vote } from './state.ts';

/** Ranked entries, best first; those that are still equal stand together. */
export function ranking(tally: TallyResult, votes: Vote[]): string[][] {
  const ranked = tally.entries.flatMap(({ nominationId, rank }) => (rank === null ? [] : [{ nominationId, rank }]));
  const ranks = [...new Set(ranked.map(({ rank }) => rank))].sort((a, b) => a - b);
  const groups = ranks.map((rank) => ranked.filter((entry) => entry.rank === rank).map((entry) => entry.nominationId));
  return votes.reduce((before, vote) => before.flatMap((group) => parted(group, vote)), groups);
}

/** Most votes first; what gets as many stays equal. Members that were not voted on come behind. */
function parted(group: string[], { entries, votes }: Vote): string[][] {
  if (!entries.every((entry) => group.includes(entry))) return [group];
  const count = (entry: string) => votes.filter((vote) => vote.choice === entry).length;
  const counts = [...new Set(entries.map(count))].sort((a, b) => b - a);
  const parts = counts.map((number) => entries.filter((entry) => count(entry) === number));
  const rest = group.filter((entry) => !entries.includes(entry));
  return rest.length === 0 ? parts : [...parts, rest];
}

/** The entries that are still equal, group by group, of those that may be named at all. */
export const openTies = (order: string[][], barred: string[]): string[][] =>
  order.map((group) => group.filter((entry) => !barred.includes(entry))).filter((group) => group.length > 1);

/**
 * Each name must be the next that the ranking has: nobody is passed over but who `mayTake` says has no place left.
 * @throws Refusal not-ranked, vote-needed or order-differs
 */
export function requireOrder(
  names: string[],
  order: string[][],
  mayTake: (entry: string, named: string[]) => boolean,
): void {
  for (const [index, name] of names.entries()) {
    const named = names.slice(0, index);
    requireRanked([name], order);
    const next = nextInLine(order, (entry) => !named.includes(entry) && mayTake(entry, named));
    if (!next.includes(name)) throw new Refusal('order-differs', `${name} is not the next in the ranking.`, { next });
    if (next.length > 1)
      throw new Refusal('vote-needed', `${next.join(', ')} are equal: the panel votes on them.`, { entries: next });
  }
}

/** A departure changes the order; what has no rank stays out. */
export function requireRanked(names: string[], order: string[][]): void {
  const ranked = order.flat();
  const unranked = names.find((name) => !ranked.includes(name));
  if (unranked !== undefined)
    throw new Refusal('not-ranked', `${unranked} has no rank: too few sheets, or below the threshold.`, { ranked });
}

function nextInLine(order: string[][], free: (entry: string) => boolean): string[] {
  for (const group of order) {
    const left = group.filter(free);
    if (left.length > 0) return left;
  }
  return [];
}
