// The rule book of a panel: from a released assignment to a signed decision.
import { heavy, reads } from './activities.ts';
import type { Input, PanelRef } from './messages.ts';
import { now, runProcess } from './process.ts';

export async function judgingPanel(input: Input<PanelRef>): Promise<void> {
  const { cycleId, group } = input;
  const panel = { cycleId, group };
  await runProcess(
    input,
    () => reads.loadPanel(panel),
    async ({ until, boundary }) => {
      await until('assignment released', ({ status }) => status !== 'formed', {
        remind: ({ judges, judgingClosesAt }) =>
          judges > 0 && judgingClosesAt !== null ? { what: 'assignment', closesAt: judgingClosesAt } : null,
        phase: 'judging',
      });
      for (let scoring = true; scoring; ) {
        await until('scorecards assigned', ({ unassigned }) => unassigned === 0, {
          by: () => now,
          run: () => heavy.assignScorecards(panel),
          phase: 'judging',
        });
        const seen = await until('scoring closed', ({ status, unassigned }) => status !== 'scoring' || unassigned > 0, {
          by: ({ everyoneFinished, judgingClosesAt }) => (everyoneFinished ? now : judgingClosesAt),
          issue: () => ({ type: 'CloseScoring', data: panel }),
          remind: ({ judgingClosesAt }) =>
            judgingClosesAt === null ? null : { what: 'scoring', closesAt: judgingClosesAt },
          phase: 'judging',
        });
        scoring = seen.status === 'scoring';
      }
      await until('tally sealed', ({ status }) => status !== 'closed', {
        by: () => now,
        run: () => heavy.sealTally(panel),
        phase: 'judging',
      });
      await boundary();
      await until('decision signed', ({ status }) => status === 'signed', {
        remind: ({ decisionClosesAt }) =>
          decisionClosesAt === null ? null : { what: 'decision', closesAt: decisionClosesAt },
        phase: 'decision',
      });
    },
  );
}
