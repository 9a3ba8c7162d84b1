// The checker of plans, and what needs no solver: the flow, the swaps, the islands, the pruning.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignmentProblem } from '../../../bench/support/assignment-problems.ts';
import { checkPlan, pinsBroken } from '../../../domain/assignment/checking.ts';
import { islandsOf } from '../../../domain/assignment/connectivity.ts';
import { type Desk, openDesk, pairsOf, planOf } from '../../../domain/assignment/desk.ts';
import { findFeasible } from '../../../domain/assignment/feasibility.ts';
import { ProblemFile, type ProblemInput } from '../../../domain/assignment/messages.ts';
import { buildModel } from '../../../domain/assignment/model.ts';
import { costOf } from '../../../domain/assignment/objective.ts';
import { prune } from '../../../domain/assignment/pruning.ts';
import { improve } from '../../../domain/assignment/swaps.ts';
import { randomProblem } from '../../support/assignment-problems.ts';

const deskOf = (problem: ProblemInput): Desk => openDesk(ProblemFile.parse(problem));
const entry = (id: string, more = {}) => ({ id, seats: 1, ...more });
const judge = (id: string, more = {}) => ({ id, capacity: 2, minLoad: 0, ...more });
const pair = (nominationId: string, judgeId: string) => ({ nominationId, judgeId });

/** A plan with what it truly costs. */
function claimFrom(problem: ProblemInput) {
  const desk = deskOf(problem);
  const { plan } = findFeasible(desk);
  if (plan === null) return null;
  const better = improve(desk, plan);
  const { objective, terms } = costOf(desk, better);
  return { desk, claim: { pairs: pairsOf(desk, better), objective, terms, bound: 0 } };
}

describe('checkPlan', () => {
  it('finds nothing wrong with a plan that the flow and the swaps made', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        const made = claimFrom(problem);
        if (made !== null) expect(checkPlan(made.desk, made.claim).broken).toEqual([]);
      }),
    );
  });

  it('rejects every single change of a valid plan', () => {
    fc.assert(
      fc.property(randomProblem, fc.nat(), fc.nat(), (problem, at, to) => {
        const made = claimFrom(problem);
        if (made === null || made.claim.pairs.length === 0) return;
        const { desk, claim } = made;
        const { pairs, terms, objective } = claim;
        const place = at % pairs.length;
        const chosen = pairs[place] ?? pair('', '');
        const term = Object.keys(terms)[to % 7] ?? '';
        const free = desk.judges[to % desk.judges.length] ?? '';
        const isNew = !pairs.some((one) => one.nominationId === chosen.nominationId && one.judgeId === free);
        const changed = [
          { ...claim, pairs: pairs.toSpliced(place, 1) },
          { ...claim, pairs: [...pairs, chosen] },
          { ...claim, pairs: pairs.with(place, { ...chosen, judgeId: 'nobody' }) },
          { ...claim, pairs: pairs.with(place, { ...chosen, nominationId: 'nothing' }) },
          { ...claim, objective: objective + 1 },
          { ...claim, bound: objective + 1 },
          { ...claim, terms: { ...terms, [term]: terms[term as keyof typeof terms] - 1 } },
          ...(isNew ? [{ ...claim, pairs: [...pairs, { ...chosen, judgeId: free }] }] : []),
        ];
        expect(changed.map((one) => checkPlan(desk, one).broken.length > 0)).toEqual(changed.map(() => true));
      }),
    );
  });

  const problem: ProblemInput = {
    ...{ kind: 'assignment', declaredConflicts: [['J3', 'E1']] },
    entries: [entry('E1', { seats: 2 }), entry('E2')],
    judges: [
      judge('J1', { body: 'a' }),
      judge('J2', { body: 'a' }),
      judge('J3'),
      judge('J4', { capacity: 1, minLoad: 1 }),
    ],
    pins: [['E2', 'J3']],
  };
  const sound = [pair('E1', 'J1'), pair('E1', 'J4'), pair('E2', 'J3')];
  const rulesOf = (pairs: typeof sound) => checkPlan(deskOf(problem), { pairs }).broken.map(({ rule }) => rule);

  it.each([
    ['nothing of a sound plan', sound, []],
    ['a conflict', [pair('E1', 'J3'), ...sound.slice(1)], ['conflict']],
    ['a colleague', [pair('E1', 'J1'), pair('E1', 'J2'), pair('E2', 'J3')], ['same-employer', 'under-minimum']],
    ['a pin left out', [...sound.slice(0, 2), pair('E2', 'J1')], ['pin-missing']],
    ['too many on an entry', [...sound, pair('E2', 'J1')], ['too-many']],
    ['too much for a judge', [pair('E1', 'J4'), pair('E2', 'J4'), pair('E2', 'J3')], ['too-many', 'over-capacity']],
    ['too little for a judge', sound.filter(({ judgeId }) => judgeId !== 'J4'), ['under-minimum']],
  ])('says %s', (_what, pairs, rules) => {
    expect(rulesOf(pairs)).toEqual(rules);
  });

  it('says which pins no plan can keep', () => {
    const pins: [string, string][] = [...(problem.pins ?? []), ['E1', 'J3'], ['E9', 'J1']];
    expect(pinsBroken(deskOf({ ...problem, pins })).map(({ rule }) => rule)).toEqual(['unknown-pin', 'conflict']);
  });
});

describe('the search', () => {
  it('never costs more than what it starts from, and moves nothing when it is asked again', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        const desk = deskOf(problem);
        const { plan } = findFeasible(desk);
        if (plan === null) return;
        const better = improve(desk, plan);
        expect(costOf(desk, better).objective).toBeLessThanOrEqual(costOf(desk, plan).objective);
        expect(improve(desk, better)).toEqual(better);
      }),
    );
  });

  it('parts judges who meet too often, and leaves pins alone', () => {
    const entries = ['E1', 'E2', 'E3', 'E4'].map((id) => entry(id, { seats: 2 }));
    const problem: ProblemInput = {
      ...{ kind: 'assignment', entries, rules: { lambda: 1 }, pins: [['E1', 'J1']] },
      judges: ['J1', 'J2', 'J3', 'J4'].map((id) => judge(id)),
    };
    const desk = deskOf(problem);
    const start = [
      [0, 1],
      [0, 1],
      [2, 3],
      [2, 3],
    ];
    expect(costOf(desk, start).counts.pairRepetition).toEqual(2);
    const better = improve(desk, start);
    expect(costOf(desk, better).counts.pairRepetition).toEqual(0);
    expect(better[0]).toContain(0);
  });
});

describe('the flow', () => {
  it('leaves as few seats empty as any plan, and no fewer than a plan of the swaps', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        const desk = deskOf(problem);
        const { plan, emptySeats, shortage } = findFeasible(desk);
        if (plan === null) return;
        expect(costOf(desk, improve(desk, plan)).counts.emptySeats).toEqual(emptySeats);
        expect(shortage?.missing ?? 0).toEqual(emptySeats);
        if (shortage !== null) expect(shortage.seats - shortage.room).toEqual(emptySeats);
      }),
    );
  });

  it('names the judges whose minimum load cannot be met', () => {
    const problem: ProblemInput = {
      ...{ kind: 'assignment', entries: [entry('E1')], declaredConflicts: [['J1', 'E1']] },
      judges: [judge('J1', { minLoad: 1 }), judge('J2')],
    };
    expect(findFeasible(deskOf(problem))).toMatchObject({ plan: null, unmet: ['J1'] });
  });
});

describe('the islands', () => {
  it('are the groups of judges who share no entry', () => {
    const problem: ProblemInput = {
      kind: 'assignment',
      entries: ['E1', 'E2', 'E3', 'E4'].map((id) => entry(id, { seats: 2 })),
      judges: ['J1', 'J2', 'J3', 'J4', 'J5'].map((id) => judge(id)),
    };
    const desk = deskOf(problem);
    expect(islandsOf(desk, [[0, 1], [1, 2], [3], []])).toEqual([
      { entries: ['E1', 'E2'], judges: ['J1', 'J2', 'J3'] },
      { entries: ['E3'], judges: ['J4'] },
    ]);
  });
});

describe('the pruning', () => {
  it('leaves a problem of few pairs whole', () => {
    const desk = deskOf(assignmentProblem(22, 8));
    expect(prune(desk, [])).toBeNull();
  });

  it('keeps of a big one every seat, two readers for each entry, and the plan that it starts from', () => {
    const desk = deskOf(assignmentProblem(400, 60));
    const { plan, emptySeats } = findFeasible(desk);
    const kept = prune(desk, plan ?? []);
    expect(kept).not.toBeNull();
    expect(findFeasible(desk, kept).emptySeats).toEqual(emptySeats);
    const cells = desk.bars.flatMap((bar, cell) => (bar === '' && kept?.[cell] === 1 ? [cell] : []));
    expect(cells.length).toBeLessThan(desk.bars.filter((bar) => bar === '').length);
    const readers = (row: number, among: (cell: number) => boolean) =>
      desk.judges.filter((_, column) => {
        const cell = row * desk.judges.length + column;
        return among(cell) && desk.bars[cell] === '' && desk.reads[cell] === 1;
      }).length;
    const short = desk.entries.filter(
      (_, row) =>
        readers(row, (cell) => kept?.[cell] === 1) <
        Math.min(
          2,
          readers(row, () => true),
        ),
    );
    expect(short).toEqual([]);
    expect(plan?.flatMap((own, row) => own.filter((column) => kept?.[row * 60 + column] !== 1))).toEqual([]);
  });
});

describe('the model', () => {
  it('names no column twice in a row', () => {
    const desk = deskOf(assignmentProblem(12, 6));
    const { model } = buildModel(desk, { kept: null, emptySeats: 0, withPairs: true });
    expect(model.rows.filter(({ columns }) => new Set(columns).size < columns.length)).toEqual([]);
  });
});

describe('a plan', () => {
  it('is read from its pairs and written as the same', () => {
    const desk = deskOf(assignmentProblem(8, 5));
    const { plan } = findFeasible(desk);
    expect(planOf(desk, pairsOf(desk, plan ?? []))).toEqual(plan);
  });
});
