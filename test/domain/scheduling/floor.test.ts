// The floor: whatever prices it is made of, no schedule costs less.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addColumn, addRow, emptyModel } from '../../../domain/assignment/model.ts';
import { buildBlocks } from '../../../domain/scheduling/block-model.ts';
import { none, openBoard } from '../../../domain/scheduling/board.ts';
import { costOf } from '../../../domain/scheduling/cost.ts';
import { firstFit } from '../../../domain/scheduling/first-fit.ts';
import { floorOf, narrowed } from '../../../domain/scheduling/floor.ts';
import { TimetableFile } from '../../../domain/scheduling/messages.ts';
import { buildTimetable } from '../../../domain/scheduling/model.ts';
import { timetableOf } from '../../../domain/scheduling/solutions.ts';
import { randomSchedule } from '../../support/schedule-problems.ts';

const prices = fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 1, maxLength: 50 });

it.each(['blocks', 'sessions', 'places'] as const)(
  'lies under every schedule, for any prices of the rows of %s',
  (by) => {
    fc.assert(
      fc.property(randomSchedule, prices, (problem, drawn) => {
        const board = openBoard(TimetableFile.parse(problem));
        const { model } = by === 'blocks' ? buildBlocks(board) : buildTimetable(board, { by });
        const { floor } = floorOf(
          model,
          model.rows.map((_, row) => drawn[row % drawn.length] ?? 0),
        );
        const nobody = board.sessions.map(() => none);
        const plan = timetableOf(board, firstFit(board), nobody);
        expect(floor).toBeLessThanOrEqual(costOf(board, plan).objective);
      }),
    );
  },
);

/** Two things to choose one of: the dear one is named last. */
function choice() {
  const model = emptyModel();
  const [cheap, dear] = [addColumn(model, 3, 1, { whole: true }), addColumn(model, 10, 1, { whole: true })];
  addRow(model, 1, 1, [
    [cheap, 1],
    [dear, 1],
  ]);
  return model;
}

it('adds up what the rows ask for at their prices, and says what each column would add', () => {
  expect(floorOf(choice(), [3])).toEqual({ floor: 3, steps: new Float64Array([0, 7]) });
});

it('leaves out what lies further above it than was asked, unless the start has it', () => {
  const model = choice();
  const floor = floorOf(model, [3]);
  expect(narrowed(model, floor, 7, null).upper).toEqual([1, 1]);
  expect(narrowed(model, floor, 6, null).upper).toEqual([1, 0]);
  expect(narrowed(model, floor, 6, [0, 1]).upper).toEqual([1, 1]);
});
