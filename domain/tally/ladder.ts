// From scores to places: highest first, equals down the tie ladder, and what it leaves equal to a vote.
import type { Judging } from '../award-definition.ts';
import { compare, type Fraction, fraction } from './fraction.ts';
import { criterionMean, type Table } from './sheets.ts';

export type Rung = { rung: 'score' } | Judging['tieLadder'][number];
/** Entries that share a place, and what set them before the next ones; null for the last. */
export type Standing = { members: string[]; by: Rung | null };
type Measure = (entry: string) => Fraction;

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

/** Groups of equal measure, highest first; each is set before the next by the rung, the last by what came before. */
function parted(entries: string[], measure: Measure, rung: Rung, lastBy: Rung | null): Standing[] {
  const measured = entries
    .map((entry) => ({ entry, value: measure(entry) }))
    .sort((a, b) => compare(b.value, a.value) || (a.entry < b.entry ? -1 : 1));
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
  const best = new Map<string, number>();
  const sheets = [...table.values()].flat();
  for (const { judgeId, total } of sheets) best.set(judgeId, Math.max(best.get(judgeId) ?? 0, total));
  return new Map(
    [...table].map(([entry, own]) => [entry, own.filter(({ judgeId, total }) => best.get(judgeId) === total).length]),
  );
}

function median(values: number[]): Fraction {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return fraction((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0), 2);
}
