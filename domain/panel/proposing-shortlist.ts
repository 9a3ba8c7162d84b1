// Who goes on from a round by the award's rule: a proposal, from the sealed tally alone.
import type { GoesOn } from '../scorecard/messages.ts';
import { compare, type Fraction, fraction, parse, subtract } from '../tally/fraction.ts';
import type { TallyResult } from '../tally/tally.ts';

type Ranked = { nominationId: string; rank: number | null };

/** Best first. What stands equal at the cut goes on together; what has no rank, or has left since, does not. */
export function proposeShortlist(goesOn: GoesOn, entries: readonly Ranked[], left: readonly string[]): string[] {
  const stands = entries.filter(({ nominationId }) => !left.includes(nominationId));
  const ranked = stands.flatMap(({ nominationId, rank }) => (rank === null ? [] : [{ nominationId, rank }]));
  const order = ranked.sort((a, b) => a.rank - b.rank || (a.nominationId < b.nominationId ? -1 : 1));
  const last = order[placesOf(goesOn, stands.length) - 1]?.rank ?? Number.POSITIVE_INFINITY;
  return order.filter(({ rank }) => rank <= last).map(({ nominationId }) => nominationId);
}

/** A share of all that stand, rounded up: one of them at least. Below a threshold nothing has a rank. */
function placesOf(goesOn: GoesOn, all: number): number {
  if ('atMost' in goesOn) return goesOn.atMost;
  if ('threshold' in goesOn) return Number.POSITIVE_INFINITY;
  const [part = 1, whole = 1] = goesOn.share.split('/').map(Number);
  return Math.ceil((part * all) / whole);
}

type Measure = { max: number; leadHundredths: number };

/** Those on either side that are less than a close lead from the other; points by rank have no such measure. */
export function nearCut(
  { method, entries }: TallyResult,
  proposed: string[],
  { max, leadHundredths }: Measure,
): string[] {
  if (method === 'ranks') return [];
  const scored = entries.flatMap(({ nominationId, score, rank }) =>
    score === null || rank === null
      ? []
      : [{ nominationId, score: parse(score), isIn: proposed.includes(nominationId) }],
  );
  const least = fraction(leadHundredths * max, 100);
  const isNear = (a: Fraction, b: Fraction) => compare(subtract(a, b), least) < 0;
  return scored
    .filter((one) =>
      scored.some((other) =>
        one.isIn ? !other.isIn && isNear(one.score, other.score) : other.isIn && isNear(other.score, one.score),
      ),
    )
    .map(({ nominationId }) => nominationId);
}
