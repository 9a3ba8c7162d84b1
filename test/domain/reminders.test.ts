// When people are reminded of a deadline.
import { describe, expect, it } from 'vitest';
import { nextReminder, reminderPlan } from '../../domain/reminders.ts';

const day = 86_400_000;
const closesAt = 100 * day;
const offsets = [14 * day, 7 * day, 2 * day, day];

describe('reminderPlan', () => {
  it('reminds before the deadline in order, and the secretariat one day after it', () => {
    expect(reminderPlan(0, closesAt, offsets)).toEqual([
      { at: 86 * day, overdue: false },
      { at: 93 * day, overdue: false },
      { at: 98 * day, overdue: false },
      { at: 99 * day, overdue: false },
      { at: 101 * day, overdue: true },
    ]);
  });

  it('drops what is not after the opening', () => {
    expect(reminderPlan(93 * day, closesAt, offsets).map(({ at }) => at / day)).toEqual([98, 99, 101]);
  });

  it('names an instant once, whatever the order of the offsets', () => {
    expect(reminderPlan(0, closesAt, [day, 7 * day, day])).toEqual(reminderPlan(0, closesAt, [7 * day, day]));
  });
});

describe('nextReminder', () => {
  it('is the first that is still to come', () => {
    const plan = reminderPlan(0, closesAt, offsets);
    expect(nextReminder(plan, 93 * day)).toEqual({ at: 98 * day, overdue: false });
    expect(nextReminder(plan, 101 * day)).toBeUndefined();
  });
});
