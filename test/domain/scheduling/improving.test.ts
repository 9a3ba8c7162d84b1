// The search by exchanges: it keeps every rule, costs no more than where it began, and adds up what it says.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { none, openBoard } from '../../../domain/scheduling/board.ts';
import { checkTimetable } from '../../../domain/scheduling/checking.ts';
import { costOf } from '../../../domain/scheduling/cost.ts';
import { firstFit } from '../../../domain/scheduling/first-fit.ts';
import { improve } from '../../../domain/scheduling/improving.ts';
import { TimetableFile } from '../../../domain/scheduling/messages.ts';
import { startMoving } from '../../../domain/scheduling/moving.ts';
import { claimOf, timetableOf } from '../../../domain/scheduling/solutions.ts';
import { randomSchedule } from '../../support/schedule-problems.ts';

const begun = (problem: object) => {
  const board = openBoard(TimetableFile.parse(problem));
  return {
    board,
    plan: timetableOf(
      board,
      firstFit(board),
      board.sessions.map(() => none),
    ),
  };
};

it('keeps every rule and every pin, and costs no more than before', () => {
  fc.assert(
    fc.property(randomSchedule, fc.boolean(), (problem, isPublished) => {
      const first = begun(problem);
      const { placements } = claimOf(first.board, first.plan);
      const places = placements.map(({ talk, session, slot }): [string, string, number] => [talk, session, slot]);
      const { board, plan } = begun({
        ...{ ...problem, pins: places.slice(0, 1), forum: { ...problem.forum, published: isPublished } },
        old: Object.fromEntries(places.map(([talk, session, slot]) => [talk, [session, slot]])),
      });
      const better = improve(board, plan, 2_000);
      expect(checkTimetable(board, claimOf(board, better)).broken).toEqual([]);
      expect(costOf(board, better).objective).toBeLessThanOrEqual(costOf(board, plan).objective);
      expect(improve(board, plan, 2_000)).toEqual(better);
    }),
  );
});

it('finds room for a talk that the plain method leaves out', () => {
  // The first takes the only slot in which the second can speak.
  const { board, plan } = begun({
    ...{ kind: 'forum', forum: { slotMinutes: 10 }, rules: { points: { themeMisfit: 1 } } },
    ...{ blocks: [{ id: 'b', start: 600, slots: 2 }], rooms: [{ id: 'hall' }] },
    talks: [
      { id: 'a', country: 'TH', available: [[600, 610]] },
      { id: 'b', country: 'LA', available: [[600, 620]] },
    ],
  });
  const taken = timetableOf(board, [none, 0], plan.chairs);
  expect(improve(board, taken).places).toEqual([0, 1]);
});

it('adds up what every move saves', () => {
  fc.assert(
    fc.property(randomSchedule, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 30 }), (problem, drawn) => {
      const { board, plan } = begun(problem);
      const moving = startMoving(board, plan);
      for (const [a, b] of drawn) {
        const [one, other] = [a % board.talks.length, b % board.talks.length];
        if (one === other) continue;
        const [from, to] = [moving.at[one] ?? none, moving.at[other] ?? none];
        moving.move([
          { talk: one, to },
          { talk: other, to: from },
        ]);
        const now = timetableOf(board, [...moving.at], plan.chairs);
        expect(moving.points).toEqual(costOf(board, now).objective);
        expect(checkTimetable(board, claimOf(board, now)).broken).toEqual([]);
      }
    }),
  );
});
