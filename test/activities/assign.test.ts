// Assignment by the solver: problems with proven answers, worked examples, what stops a plan, and what holds of every plan.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assigned } from '../../activities/plan-assignment.ts';
import { assign, SolveStopped, solveModel } from '../../activities/solver-thread.ts';
import { assignmentProblem } from '../../bench/support/assignment-problems.ts';
import { checkPlan } from '../../domain/assignment/checking.ts';
import { openDesk } from '../../domain/assignment/desk.ts';
import { ProblemFile } from '../../domain/assignment/messages.ts';
import { addColumn, addRow, emptyModel, type Model } from '../../domain/assignment/model.ts';
import { shortageSaid } from '../../domain/assignment/wording.ts';
import { solveAssignmentFile } from '../../local/solving/assignment.ts';
import { randomProblem } from '../support/assignment-problems.ts';
import { oracle } from '../support/oracles.ts';

const folder = new URL('../data/problems/', import.meta.url);
const problems = readdirSync(folder)
  .filter((name) => name.startsWith('assign-'))
  .map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))] as const);

async function solved(problem: object): Promise<Assigned> {
  const result = await assign(ProblemFile.parse(problem));
  if ('broken' in result) throw new Error(JSON.stringify(result));
  return result;
}

describe('a problem with a proven answer', () => {
  it.each(problems)('%s comes out at its optimum, proven, term by term', async (_name, problem) => {
    const { answer } = problem;
    const result = await solved(problem);
    expect(result).toMatchObject({ status: 'optimal', objective: answer.objective, bound: answer.bound, gap: 0 });
    expect(result.emptySeats).toEqual(answer.counts.emptySeats);
    expect(result.terms.noReader).toEqual(answer.terms.noReader);
    expect(result.terms.pairRepetition).toEqual(answer.terms.pairRepetition);
    expect(result.islands).toHaveLength(answer.panelGroups);
  });

  it.each(problems)('%s: its own plan costs what it says, by our checker', (_name, { answer, ...problem }) => {
    const pairs = answer.plan.map(([nominationId, judgeId]: [string, string]) => ({ nominationId, judgeId }));
    const { broken, cost } = checkPlan(openDesk(ProblemFile.parse(problem)), { pairs, ...answer, terms: answer.terms });
    expect(broken).toEqual([]);
    expect(cost.terms).toEqual(answer.terms);
  });

  it.each(problems)('%s: affinity, readers and conflicts follow from its facts as it states them', (_name, problem) => {
    const { derived: _derived, ...facts } = problem;
    const [stated, followed] = [openDesk(ProblemFile.parse(problem)), openDesk(ProblemFile.parse(facts))];
    expect(followed.affinity).toEqual(stated.affinity);
    expect(followed.reads).toEqual(stated.reads);
    expect(followed.bars).toEqual(stated.bars);
    expect([followed.base, followed.minLoad]).toEqual([stated.base, stated.minLoad]);
  });
});

const limits = { gap: 0, seconds: 20, nodes: 10_000, wholeObjective: true, relaxed: false, start: null };
const optimum = async (model: Model) => (await solveModel(model, limits)).objective;
/** Columns of a table of costs, by row and place. */
const tableOf = (model: Model, cost: number[][], upper: number, whole: boolean) =>
  cost.map((row) => row.map((one) => addColumn(model, one, upper, { whole })));
const across = (table: number[][], place: number) => table.map((row) => [row[place] ?? 0, 1] as const);

describe('a worked example', () => {
  it('of one task for each worker comes out', async () => {
    const { data, expected } = oracle('assignment-ortools-5x4');
    const model = emptyModel();
    const table = tableOf(model, data.cost, 1, true);
    for (const row of table)
      addRow(
        model,
        0,
        1,
        row.map((column) => [column, 1]),
      );
    for (const place of data.cost[0].keys()) addRow(model, 1, 1, across(table, place));
    expect(await optimum(model)).toEqual(expected.optimum);
  });

  it('of tasks of several sizes comes out', async () => {
    const { data, expected } = oracle('gap-ortools-task-sizes');
    const model = emptyModel();
    const table = tableOf(model, data.cost, 1, true);
    for (const row of table)
      addRow(
        model,
        0,
        data.capacity,
        row.map((column, place) => [column, data.sizes[place]]),
      );
    for (const place of data.sizes.keys()) addRow(model, 1, 1, across(table, place));
    expect(await optimum(model)).toEqual(expected.optimum);
  });

  it('of supply and demand comes out', async () => {
    const { data, expected } = oracle('transport-powerco');
    const model = emptyModel();
    const table = tableOf(model, data.cost, Number.POSITIVE_INFINITY, false);
    for (const [place, row] of table.entries())
      addRow(
        model,
        0,
        data.supply[place],
        row.map((column) => [column, 1]),
      );
    for (const [place, wanted] of data.demand.entries()) addRow(model, wanted, wanted, across(table, place));
    expect(await optimum(model)).toBeCloseTo(expected.optimum, 6);
  });
});

describe('the solver', () => {
  it('stops at once when it is told to', async () => {
    const stop = new AbortController();
    const running = assign(ProblemFile.parse(assignmentProblem(60, 12)), { signal: stop.signal });
    setTimeout(() => stop.abort(), 300);
    await expect(running).rejects.toThrow(SolveStopped);
  });

  it('refuses a row that names a column twice, and does not solve on', async () => {
    const model = emptyModel();
    const column = addColumn(model, 1, 1, { whole: true });
    addRow(model, 1, 1, [
      [column, 1],
      [column, 1],
    ]);
    await expect(solveModel(model, limits)).rejects.toThrow();
  });
});

describe('what stands in the way', () => {
  it('is named: the entries, the judges and the capacity that is missing', async () => {
    const result = await solved({
      ...{ kind: 'assignment', rules: { pairTerm: false } },
      entries: [1, 2, 3].map((entry) => ({ id: `E${entry}`, seats: 2 })),
      judges: [
        { id: 'J1', capacity: 2, minLoad: 0 },
        { id: 'J2', capacity: 2, minLoad: 0 },
      ],
    });
    expect(result.emptySeats).toEqual(2);
    expect(result.shortage).toEqual({
      ...{ missing: 2, entries: ['E1', 'E2', 'E3'], seats: 6, judges: ['J1', 'J2'], room: 4 },
    });
    expect(result.shortage && shortageSaid(result.shortage)).toMatch(
      /^2 seats stay empty in every plan: 3 entries \(E1, E2, E3\) .*Add 2 to the capacity/,
    );
  });

  it('is said of islands, of pins that break a rule and of minimum loads', async () => {
    const entries = ['A', 'B'].map((id) => ({ id, seats: 1 }));
    const apart = {
      kind: 'assignment',
      entries,
      judges: [
        { id: 'J1', capacity: 1 },
        { id: 'J2', capacity: 1 },
      ],
    };
    expect(await solveAssignmentFile(apart)).toMatchObject({
      warnings: [expect.stringContaining('falls apart into 2 groups')],
    });
    const pinned = {
      ...apart,
      pins: [
        ['A', 'J1'],
        ['A', 'J2'],
      ],
    };
    expect(await solveAssignmentFile(pinned)).toMatchObject({
      problem: expect.stringContaining('Entry A has 2 judges and seats for 1.'),
    });
    const minimum = {
      ...apart,
      judges: [
        { id: 'J1', minLoad: 2 },
        { id: 'J2', minLoad: 1 },
      ],
    };
    expect(await solveAssignmentFile(minimum)).toMatchObject({
      problem: expect.stringContaining('minimum load of'),
    });
  });
});

/** Each solve starts a thread; what needs no solver is tried far more often in the domain's own tests. */
const few = { numRuns: 3 };

describe('every plan of the solver', { timeout: 180_000 }, () => {
  it('costs no more than the start of the search and no less than the bound, by the checker', async () => {
    await fc.assert(
      fc.asyncProperty(randomProblem, async (problem) => {
        const file = ProblemFile.parse(problem);
        const result = await assign(file);
        if ('broken' in result) return;
        expect(checkPlan(openDesk(file), result).broken).toEqual([]);
        expect(result.bound).not.toBeNull();
        expect(result.objective).toBeGreaterThanOrEqual(result.bound ?? 0);
        expect(result.objective).toBeLessThanOrEqual(result.start);
      }),
      few,
    );
  });

  it('costs the same in whatever order and under whatever names the problem is written', async () => {
    await fc.assert(
      fc.asyncProperty(randomProblem, async (problem) => {
        const result = await assign(ProblemFile.parse(problem));
        const turned = await assign(
          ProblemFile.parse({ ...problem, entries: problem.entries.toReversed(), judges: problem.judges.toReversed() }),
        );
        expect(turned).toEqual(result);
        const renamed = JSON.parse(JSON.stringify(problem).replaceAll(/"([EJ])(\d+)"/g, '"$1-other-$2"'));
        const again = await assign(ProblemFile.parse(renamed));
        expect('broken' in again ? null : again.objective).toEqual('broken' in result ? null : result.objective);
      }),
      few,
    );
  });

  it('is no worse with one more judge who owes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(randomProblem, async (problem) => {
        const before = await assign(ProblemFile.parse(frozen(problem)));
        const more = frozen(problem);
        const after = await assign(
          ProblemFile.parse({
            ...more,
            judges: [...more.judges, { id: 'J99', capacity: 3, minLoad: 0, languages: ['en'] }],
          }),
        );
        if ('broken' in before || 'broken' in after) return;
        expect(after.objective).toBeLessThanOrEqual(before.objective);
      }),
      few,
    );
  });

  it('stays as it was when nothing has changed', async () => {
    await fc.assert(
      fc.asyncProperty(randomProblem, async (problem) => {
        const first = await assign(ProblemFile.parse(problem));
        if ('broken' in first) return;
        const previous = first.pairs.map(({ nominationId, judgeId }) => [nominationId, judgeId]);
        const again = await assign(ProblemFile.parse({ ...problem, rules: { ...problem.rules, previous } }));
        if ('broken' in again) throw new Error('It was possible before.');
        expect(again.pairs).toEqual(first.pairs);
      }),
      few,
    );
  });
});

type Problem = ReturnType<typeof assignmentProblem>;
/** With its mean load as it is, whoever comes. */
const frozen = (problem: Problem): Problem => {
  const { base, lambda, minLoad } = openDesk(ProblemFile.parse(problem));
  const ids = problem.judges.map(({ id }) => id).sort();
  return {
    ...problem,
    rules: { ...problem.rules, balanceBase: base, lambda: lambda ?? 0 },
    judges: problem.judges.map((judge) => ({ ...judge, minLoad: minLoad[ids.indexOf(judge.id)] ?? 0 })),
  };
};
