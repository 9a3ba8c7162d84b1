// The checker of assignments.
import { describe, expect, it } from 'vitest';
import {
  type AssignmentProblem,
  checkAssignment,
  countryConflicts,
  emptySeats,
} from '../../../domain/assignment/assignment.ts';

const problem: AssignmentProblem = {
  entries: [
    { nominationId: 'n1', country: 'TH' },
    { nominationId: 'n2', country: 'VN' },
  ],
  judges: [
    { judgeId: 'j1', capacity: 1, country: 'TH' },
    { judgeId: 'j2', capacity: null, country: 'VN' },
    { judgeId: 'j3', capacity: null, country: null },
  ],
  conflicts: [{ nominationId: 'n1', judgeId: 'j1' }],
  pinned: [{ nominationId: 'n1', judgeId: 'j3' }],
};
const sound = [
  { nominationId: 'n1', judgeId: 'j2' },
  { nominationId: 'n1', judgeId: 'j3' },
  { nominationId: 'n2', judgeId: 'j1' },
];

describe('checkAssignment', () => {
  it('finds nothing wrong with a sound plan, though a seat of it is empty', () => {
    expect(checkAssignment(problem, sound)).toEqual([]);
    expect(emptySeats(problem, sound, 2)).toBe(1);
  });

  const pinned = sound[1];
  it.each([
    [
      'a conflict',
      [...sound.slice(0, 2), { nominationId: 'n1', judgeId: 'j1' }],
      ['Judge j1 is in conflict with entry n1.'],
    ],
    ['an unknown judge', [...sound, { nominationId: 'n1', judgeId: 'j9' }], ['There is no judge j9.']],
    ['an unknown entry', [...sound, { nominationId: 'n9', judgeId: 'j2' }], ['There is no entry n9.']],
    ['a pair given twice', [...sound, ...sound.slice(0, 1)], ['The pair n1 j2 stands there twice.']],
    ['a pinned pair left out', sound.filter((one) => one !== pinned), ['The pinned pair n1 j3 is missing.']],
  ])('rejects %s', (_, plan, broken) => {
    expect(checkAssignment(problem, plan)).toEqual(broken);
  });

  it('rejects more entries than a judge has room for', () => {
    const plan = [...sound, { nominationId: 'n1', judgeId: 'j1' }];
    expect(checkAssignment({ ...problem, conflicts: [] }, plan)).toEqual(['Judge j1 has 2 entries and room for 1.']);
  });
});

describe('countryConflicts', () => {
  it("are each judge's pairs with entries of the own country", () => {
    expect(countryConflicts(problem)).toEqual([
      { nominationId: 'n1', judgeId: 'j1' },
      { nominationId: 'n2', judgeId: 'j2' },
    ]);
  });
});
