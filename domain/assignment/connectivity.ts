// Whether a panel hangs together: groups of judges who share entries, directly or through others.
import type { Desk, Plan } from './desk.ts';

export type Island = { entries: string[]; judges: string[] };

/** One for each group; entries and judges without any pair belong to none. */
export function islandsOf(desk: Desk, plan: Plan): Island[] {
  const parent = desk.judges.map((_, judge) => judge);
  const root = (judge: number): number => {
    let at = judge;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  for (const own of plan)
    for (const judge of own) {
      const [a, b] = [root(own[0] ?? judge), root(judge)];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  const islands = new Map<number, Island>();
  for (const [entry, own] of plan.entries()) {
    if (own[0] === undefined) continue;
    const island = islands.get(root(own[0])) ?? { entries: [], judges: [] };
    islands.set(root(own[0]), island);
    island.entries.push(desk.entries[entry] ?? '');
  }
  const serving = new Set(plan.flat());
  for (const [judge, id] of desk.judges.entries()) if (serving.has(judge)) islands.get(root(judge))?.judges.push(id);
  return [...islands.values()];
}
