// When people are reminded of a deadline. Instants are UTC epoch milliseconds.

const day = 86_400_000;

/**
 * The instants before a deadline at which those who owe something are reminded, in order, then one day after it.
 * An instant that is not after the opening is dropped; `overdue` is for the secretariat.
 */
export function reminderPlan(
  opensAt: number,
  closesAt: number,
  offsets: readonly number[],
): { at: number; overdue: boolean }[] {
  const before = [...new Set(offsets)].map((offset) => closesAt - offset).filter((at) => at > opensAt && at < closesAt);
  return [...before.sort((a, b) => a - b).map((at) => ({ at, overdue: false })), { at: closesAt + day, overdue: true }];
}

/** The first reminder that is still to come. */
export const nextReminder = (plan: readonly { at: number; overdue: boolean }[], now: number) =>
  plan.find(({ at }) => at > now);
