// The rule book of one award that is offered: the laureate answers in time, or the runner-up follows.
import { reads } from './activities.ts';
import type { AwardRef, Input } from './messages.ts';
import { now, runProcess } from './process.ts';

export async function awardAcceptance(input: Input<AwardRef>): Promise<void> {
  const { cycleId, laureateId } = input;
  await runProcess(
    input,
    () => reads.loadAward({ cycleId, laureateId }),
    async ({ until }) => {
      await until('award answered', ({ lapsed }) => lapsed, {
        by: ({ answerBy }) => answerBy,
        issue: ({ group }) => ({ type: 'LapseAward', data: { cycleId, group, laureateId } }),
        remind: ({ offeredAt, answerBy }) =>
          answerBy === null ? null : { what: 'award-answer', opensAt: offeredAt, closesAt: answerBy },
        phase: 'announcement',
      });
      await until('another follows', () => false, {
        by: () => now,
        issue: ({ group }) => ({
          type: 'ReplaceLaureate',
          data: { cycleId, group, laureateId, reason: 'No answer came in time.' },
        }),
        phase: 'announcement',
      });
    },
  );
}
