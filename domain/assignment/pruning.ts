// Which pairs a solver looks at where there are too many: the best of each entry and of each judge, and never fewer than a plan needs.
import { affinityAt, canRead, cellOf, type Desk, isPinned, mayRead, type Plan, wasBefore } from './desk.ts';

export const pruneFrom = 20_000;
const ofEntry = 35;
const ofJudge = 120;

/** Null where all pairs are looked at. `start` stays possible, so that pruning never empties a seat. */
export function prune(desk: Desk, start: Plan): Uint8Array | null {
  if (desk.kept !== null) return withPlan(desk, Uint8Array.from(desk.kept), start);
  if (desk.bars.length < pruneFrom) return null;
  const kept = new Uint8Array(desk.bars.length);
  const keep = (entry: number, judge: number) => {
    kept[cellOf(desk, entry, judge)] = 1;
  };
  for (const [entry] of desk.entries.entries()) {
    const able = ordered(desk.judges.length, (judge) =>
      mayRead(desk, entry, judge) ? affinityAt(desk, entry, judge) : -1,
    );
    for (const judge of able.slice(0, ofEntry)) keep(entry, judge);
    for (const judge of able.filter((one) => canRead(desk, entry, one)).slice(0, 2)) keep(entry, judge);
  }
  for (const [judge] of desk.judges.entries()) {
    const able = ordered(desk.entries.length, (entry) =>
      mayRead(desk, entry, judge) ? affinityAt(desk, entry, judge) : -1,
    );
    for (const entry of able.slice(0, ofJudge)) keep(entry, judge);
  }
  return withPlan(desk, kept, start);
}

function withPlan(desk: Desk, kept: Uint8Array, start: Plan): Uint8Array {
  for (const [entry, own] of start.entries()) for (const judge of own) kept[cellOf(desk, entry, judge)] = 1;
  for (const [entry] of desk.entries.entries())
    for (const [judge] of desk.judges.entries())
      if (isPinned(desk, entry, judge) || wasBefore(desk, entry, judge)) kept[cellOf(desk, entry, judge)] = 1;
  return kept;
}

/** The best first, equal ones by number; those below nought not at all. */
const ordered = (count: number, fitOf: (one: number) => number): number[] =>
  Array.from({ length: count }, (_, one) => ({ one, fit: fitOf(one) }))
    .filter((each) => each.fit >= 0)
    .sort((a, b) => b.fit - a.fit || a.one - b.one)
    .map(({ one }) => one);
