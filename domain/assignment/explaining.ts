// Why a judge reads an entry, and why nobody else can take a seat that stays empty.

import { expertiseOf } from './deriving.ts';
import { affinityAt, type Desk, mayRead, type Plan } from './desk.ts';
import type { ProblemFile } from './messages.ts';
import { loadsOf } from './objective.ts';

export type Reading = {
  judgeId: string;
  affinity: number;
  /** Languages and themes that judge and entry share, and those of the entry that the judge wished for. */
  languages: string[];
  themes: string[];
  wished: string[];
};
export type Excluded = { judgeId: string; rule: 'conflict' | 'full' | 'colleague' | 'open' };
export type Explained = {
  nominationId: string;
  readings: Reading[];
  /** Of an entry with an empty seat: each judge who is not on it, and the rule that keeps the judge off. */
  excluded: Excluded[];
};

/** Entry by entry, in the order of their ids. */
export function explain(file: ProblemFile, desk: Desk, plan: Plan): Explained[] {
  const entries = new Map(file.entries.map((entry) => [entry.id, entry]));
  const judges = new Map(file.judges.map((judge) => [judge.id, judge]));
  const loads = loadsOf(desk, plan);
  return desk.entries.map((nominationId, row) => {
    const own = plan[row] ?? [];
    const entry = entries.get(nominationId);
    const readings = own.flatMap((column) => {
      const judgeId = desk.judges[column] ?? '';
      const judge = judges.get(judgeId);
      if (entry === undefined || judge === undefined) return [];
      return [{ judgeId, ...expertiseOf(entry, judge), affinity: affinityAt(desk, row, column) }];
    });
    const isShort = own.length < (desk.seats[row] ?? 0);
    return { nominationId, readings, excluded: isShort ? excludedFrom(desk, row, own, loads) : [] };
  });
}

function excludedFrom(desk: Desk, row: number, own: readonly number[], loads: readonly number[]): Excluded[] {
  const ruleOf = (column: number): Excluded['rule'] => {
    if (!mayRead(desk, row, column)) return 'conflict';
    const employer = desk.employer[column] ?? -1;
    if (employer >= 0 && own.some((one) => desk.employer[one] === employer)) return 'colleague';
    return (loads[column] ?? 0) >= (desk.capacity[column] ?? 0) ? 'full' : 'open';
  };
  return desk.judges.flatMap((judgeId, column) => (own.includes(column) ? [] : [{ judgeId, rule: ruleOf(column) }]));
}

/** Who could step in for each entry: may read it, is not on it, and has no colleague there; the best first. */
export const standIns = (desk: Desk, row: number, own: readonly number[], among: readonly string[]): string[] =>
  desk.judges
    .map((judgeId, column) => ({ judgeId, column, fit: affinityAt(desk, row, column) }))
    .filter(({ judgeId, column }) => among.includes(judgeId) && mayRead(desk, row, column) && !own.includes(column))
    .filter(({ column }) => {
      const employer = desk.employer[column] ?? -1;
      return employer < 0 || !own.some((one) => desk.employer[one] === employer);
    })
    .sort((a, b) => b.fit - a.fit || a.column - b.column)
    .map(({ judgeId }) => judgeId);
