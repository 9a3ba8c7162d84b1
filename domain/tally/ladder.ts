// From scores to places: highest first, equals down the tie ladder, and what it leaves equal to a vote.
import type { Judging } from '../award-definition.ts';
import { add, compare, divide, type Fraction, fraction, zero } from './fraction.ts';
import { type CountedSheet, criterionMean, type Table } from './sheets.ts';

export type Rung = { rung: 'score' } | Judging['tieLadder'][number];
/** Entries that share a place, and what set them before the next ones; null for the last. */
export type Standing = { members: string[]; by: Rung | null };
/** Null where there is nothing to compare by. */
type Measure = (entry: string) => Fraction | null;

/** The places of the entries that have a score, best first. `ranked` holds all that are ranked, which may be more. */
export function standings(
  ranked: Table,
  scores: ReadonlyMap<string, Fraction>,
  ladder: Judging['tieLadder'],
): Standing[] {
  const entries = [...scores.keys()];
  const byScore = parted(entries, (entry) => scores.get(entry) ?? fraction(0), { rung: 'score' }, null);
  return ladder.reduce((before, rung) => {
    const measure = measureOf(rung, ranked);
    if (measure === null) return before;
    return before.flatMap((standing) =>
      standing.members.length === 1 ? [standing] : parted(standing.members, measure, rung, standing.by),
    );
  }, byScore);
}

/**
 * Groups of equal measure, highest first; each is set before the next by the rung, the last by what came before. Where one of
 * them cannot be measured the rung parts none: a criterion that nobody scored is no zero.
 */
function parted(entries: string[], measure: Measure, rung: Rung, lastBy: Rung | null): Standing[] {
  const measured = entries
    .flatMap((entry) => {
      const value = measure(entry);
      return value === null ? [] : [{ entry, value }];
    })
    .sort((a, b) => compare(b.value, a.value) || (a.entry < b.entry ? -1 : 1));
  if (measured.length < entries.length) return [{ members: entries, by: lastBy }];
  const groups: { members: string[]; value: Fraction }[] = [];
  for (const { entry, value } of measured) {
    const last = groups.at(-1);
    if (last !== undefined && compare(last.value, value) === 0) last.members.push(entry);
    else groups.push({ members: [entry], value });
  }
  return groups.map(({ members }, index) => ({ members, by: index === groups.length - 1 ? lastBy : rung }));
}

/** What a rung compares; null for the vote, which only people can take. */
function measureOf(rung: Judging['tieLadder'][number], table: Table): Measure | null {
  switch (rung.rung) {
    case 'criterion':
      return (entry) => criterionMean(table.get(entry) ?? [], rung.criterion);
    case 'first-places': {
      const firsts = firstPlaces(table);
      return (entry) => fraction(firsts.get(entry) ?? 0);
    }
    case 'median-sheet':
      return (entry) => median((table.get(entry) ?? []).map(({ total }) => total));
    case 'panel-vote':
      return null;
  }
}

/** How many assessors gave the entry their own highest total; a shared first counts for each that shares it. */
function firstPlaces(table: Table): Map<string, number> {
  const best = new Map<string, Fraction>();
  for (const { judgeId, total } of [...table.values()].flat())
    if (compare(best.get(judgeId) ?? zero, total) <= 0) best.set(judgeId, total);
  const isBest = ({ judgeId, total }: CountedSheet) => compare(best.get(judgeId) ?? zero, total) === 0;
  return new Map([...table].map(([entry, own]) => [entry, own.filter(isBest).length]));
}

function median(values: Fraction[]): Fraction {
  const sorted = [...values].sort(compare);
  const middle = (sorted.length - 1) / 2;
  return divide(add(sorted[Math.floor(middle)] ?? zero, sorted[Math.ceil(middle)] ?? zero), fraction(2));
}
