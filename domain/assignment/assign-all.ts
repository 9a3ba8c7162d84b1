// The plain method: every judge reads every entry, minus conflicts, up to each judge's capacity.
import { type AssignmentPlan, type AssignmentProblem, emptySeats, pairKey } from './assignment.ts';

type Desk = {
  problem: AssignmentProblem;
  barred: ReadonlySet<string>;
  fixed: ReadonlySet<string>;
  /** The judges of each entry. */
  readers: Map<string, Set<string>>;
  load: Map<string, number>;
};

/**
 * First the seats, of which as few as possible stay empty; then all others who can read, entry by entry in turn.
 * The least burdened judge comes first. The order of the input decides nothing. Pinned pairs are taken as they are.
 */
export function assignAll(problem: AssignmentProblem, seats: number): AssignmentPlan {
  const desk = openDesk(problem);
  const entries = problem.entries.map(({ nominationId }) => nominationId).sort();
  for (let seat = 1; seat <= problem.judges.length; seat += 1) {
    for (const entry of entries) {
      if (readersOf(desk, entry).size >= seat) continue;
      const judge = leastBurdened(desk, entry);
      if (judge !== undefined) take(desk, entry, judge);
      else if (seat <= seats) rearrange(desk, entry);
    }
  }
  const pairs = [...desk.readers].flatMap(([nominationId, judges]) =>
    [...judges].map((judgeId) => ({ nominationId, judgeId })),
  );
  pairs.sort((a, b) => (pairKey(a) < pairKey(b) ? -1 : 1));
  return { pairs, emptySeats: emptySeats(problem, pairs, seats) };
}

function openDesk({ entries, judges, conflicts, pinned }: AssignmentProblem): Desk {
  const desk: Desk = {
    problem: { entries, judges: [...judges].sort((a, b) => (a.judgeId < b.judgeId ? -1 : 1)), conflicts, pinned },
    barred: new Set(conflicts.map(pairKey)),
    fixed: new Set(pinned.map(pairKey)),
    readers: new Map(entries.map(({ nominationId }) => [nominationId, new Set<string>()])),
    load: new Map(judges.map(({ judgeId }) => [judgeId, 0])),
  };
  for (const { nominationId, judgeId } of pinned)
    if (!readersOf(desk, nominationId).has(judgeId)) take(desk, nominationId, judgeId);
  return desk;
}

const readersOf = ({ readers }: Desk, entry: string): ReadonlySet<string> => readers.get(entry) ?? new Set();

function take({ readers, load }: Desk, entry: string, judge: string): void {
  const own = readers.get(entry) ?? new Set();
  readers.set(entry, own.add(judge));
  load.set(judge, (load.get(judge) ?? 0) + 1);
}

function release({ readers, load }: Desk, entry: string, judge: string): void {
  readers.get(entry)?.delete(judge);
  load.set(judge, (load.get(judge) ?? 0) - 1);
}

type Judge = AssignmentProblem['judges'][number];

const mayRead = ({ barred }: Desk, entry: string, judgeId: string) =>
  !barred.has(pairKey({ nominationId: entry, judgeId }));

const hasRoom = ({ load }: Desk, { judgeId, capacity }: Judge) =>
  capacity === null || (load.get(judgeId) ?? 0) < capacity;

/** The judges that could be added to an entry, with room or without. */
const able = (desk: Desk, entry: string): Judge[] =>
  desk.problem.judges.filter(({ judgeId }) => mayRead(desk, entry, judgeId) && !readersOf(desk, entry).has(judgeId));

function leastBurdened(desk: Desk, entry: string): string | undefined {
  const load = (judge: Judge) => desk.load.get(judge.judgeId) ?? 0;
  const free = able(desk, entry).filter((judge) => hasRoom(desk, judge));
  return free.reduce<Judge | undefined>((a, b) => (a === undefined || load(b) < load(a) ? b : a), undefined)?.judgeId;
}

type Step = { judge: string; from: string; before: Step | null };

/**
 * Fills a seat though every judge who may take it is full: one of them is freed from another entry, which finds a judge
 * in turn. The shortest such chain is taken; without one the seat stays empty whatever is done.
 */
function rearrange(desk: Desk, entry: string): void {
  const seen = new Set([entry]);
  let waiting: { entry: string; steps: Step | null }[] = [{ entry, steps: null }];
  while (waiting.length > 0) {
    const next: typeof waiting = [];
    for (const { entry: wanting, steps } of waiting) {
      const judge = leastBurdened(desk, wanting);
      if (judge !== undefined) {
        carryOut(desk, wanting, judge, steps);
        return;
      }
      for (const { judgeId } of able(desk, wanting)) {
        for (const from of held(desk, judgeId).filter((other) => !seen.has(other))) {
          seen.add(from);
          next.push({ entry: from, steps: { judge: judgeId, from: wanting, before: steps } });
        }
      }
    }
    waiting = next;
  }
}

/** The entries that a judge could be freed from. */
const held = ({ readers, fixed }: Desk, judgeId: string): string[] =>
  [...readers]
    .filter(([nominationId, judges]) => judges.has(judgeId) && !fixed.has(pairKey({ nominationId, judgeId })))
    .map(([nominationId]) => nominationId)
    .sort();

/** The last entry of the chain gets the free judge; each judge before it goes to the entry that asked for them. */
function carryOut(desk: Desk, last: string, free: string, steps: Step | null): void {
  let entry = last;
  take(desk, entry, free);
  for (let step = steps; step !== null; step = step.before) {
    release(desk, entry, step.judge);
    take(desk, step.from, step.judge);
    entry = step.from;
  }
}
