// The rule book of a panel: round by round from a released assignment to a sealed tally, then to a signed decision.
import type { Activities } from '../activities/activities.ts';
import { heavy, reads } from './activities.ts';
import type { Input, PanelRef } from './messages.ts';
import { now, type Process, type Reminding, runProcess } from './process.ts';

type PanelView = NonNullable<Awaited<ReturnType<Activities['loadPanel']>>>;

export async function judgingPanel(input: Input<PanelRef>): Promise<void> {
  const { cycleId, group } = input;
  const panel = { cycleId, group };
  await runProcess(
    input,
    () => reads.loadPanel(panel),
    async (process) => {
      const { until, boundary } = process;
      let judged = await judge(panel, process);
      while (judged.roundFollows && !isDecided(judged)) {
        const { laterRound } = judged;
        await until('entries shortlisted', (view) => view.laterRound !== laterRound || isDecided(view), {
          remind: shortlistReminder,
          phase: 'judging',
        });
        judged = await judge(panel, process);
      }
      await boundary();
      await until('decision signed', ({ status }) => status === 'signed', {
        remind: ({ decisionClosesAt }) =>
          decisionClosesAt === null ? null : { what: 'decision', closesAt: decisionClosesAt },
        phase: 'decision',
      });
    },
  );
}

/** One round, from its assignment to its tally. */
async function judge(panel: PanelRef, { until }: Process<PanelView>): Promise<PanelView> {
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
      by: ({ everyoneFinished, roundClosesAt, judgingClosesAt }) =>
        everyoneFinished ? now : (roundClosesAt ?? judgingClosesAt),
      about: ({ laterRound }) => laterRound,
      issue: () => ({ type: 'CloseScoring', data: panel }),
      remind: ({ roundClosesAt, judgingClosesAt }) => {
        const closesAt = roundClosesAt ?? judgingClosesAt;
        return closesAt === null ? null : { what: 'scoring', closesAt };
      },
      phase: 'judging',
    });
    scoring = seen.status === 'scoring';
  }
  return until('tally sealed', ({ status }) => status !== 'closed', {
    by: () => now,
    run: () => heavy.sealTally(panel),
    phase: 'judging',
  });
}

/** Once judging is over nobody can go on: it is decided on the round that was sealed, or the time is reopened. */
function shortlistReminder({ judgingOver, judgingClosesAt, decisionClosesAt }: PanelView): Reminding | null {
  const what = judgingOver ? 'earlier-round' : 'shortlist';
  const closesAt = judgingOver ? decisionClosesAt : judgingClosesAt;
  return closesAt === null ? null : { what, closesAt };
}

const isDecided = ({ status }: PanelView): boolean => status === 'decided' || status === 'signed';
