// Which judge reads which entry: the problem, and the checker that any plan must pass.

export type Pair = { nominationId: string; judgeId: string };
export type AssignmentProblem = {
  entries: readonly { nominationId: string; country: string }[];
  /** No capacity: as many as there are. */
  judges: readonly { judgeId: string; capacity: number | null; country: string | null }[];
  /** Pairs that must not be. */
  conflicts: readonly Pair[];
  /** Pairs that must be. */
  pinned: readonly Pair[];
};
/** `emptySeats` is the objective: what a plan tries to have fewest of. */
export type AssignmentPlan = { pairs: Pair[]; emptySeats: number };

/** A key of its own for each pair; ids hold no spaces. */
export const pairKey = ({ nominationId, judgeId }: Pair): string => `${nominationId} ${judgeId}`;

/** The pairs of one country, which are conflicts where the policy's `conflictScope` is `country`. */
export const countryConflicts = ({ entries, judges }: Pick<AssignmentProblem, 'entries' | 'judges'>): Pair[] =>
  entries.flatMap(({ nominationId, country }) =>
    judges.filter((judge) => judge.country === country).map(({ judgeId }) => ({ nominationId, judgeId })),
  );

/** Seats that stay empty, over all entries, where each has the same number of seats. */
export function emptySeats({ entries }: AssignmentProblem, pairs: readonly Pair[], seats: number): number {
  const readers = counted(pairs.map(({ nominationId }) => nominationId));
  return entries.reduce((empty, { nominationId }) => empty + Math.max(0, seats - (readers.get(nominationId) ?? 0)), 0);
}

function counted(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Every rule a plan breaks, in words; none for a valid plan. An empty seat breaks no rule: it is counted. */
export function checkAssignment(problem: AssignmentProblem, pairs: readonly Pair[]): string[] {
  const seen = counted(pairs.map(pairKey));
  return [
    ...pairs.flatMap((pair) => brokenBy(pair, problem)),
    ...[...seen].filter(([, times]) => times > 1).map(([pair]) => `The pair ${pair} stands there twice.`),
    ...problem.pinned
      .filter((pair) => !seen.has(pairKey(pair)))
      .map((pair) => `The pinned pair ${pairKey(pair)} is missing.`),
    ...overloaded(problem, pairs),
  ];
}

function brokenBy({ nominationId, judgeId }: Pair, { entries, judges, conflicts }: AssignmentProblem): string[] {
  const broken: string[] = [];
  if (!entries.some((entry) => entry.nominationId === nominationId)) broken.push(`There is no entry ${nominationId}.`);
  if (!judges.some((judge) => judge.judgeId === judgeId)) broken.push(`There is no judge ${judgeId}.`);
  if (conflicts.some((conflict) => conflict.nominationId === nominationId && conflict.judgeId === judgeId))
    broken.push(`Judge ${judgeId} is in conflict with entry ${nominationId}.`);
  return broken;
}

function overloaded({ judges }: AssignmentProblem, pairs: readonly Pair[]): string[] {
  const loads = counted(pairs.map(({ judgeId }) => judgeId));
  return judges.flatMap(({ judgeId, capacity }) => {
    const load = loads.get(judgeId) ?? 0;
    return capacity !== null && load > capacity
      ? [`Judge ${judgeId} has ${load} entries and room for ${capacity}.`]
      : [];
  });
}
