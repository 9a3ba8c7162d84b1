// The rule book of a cycle: which phase follows which, and when.
import { countryPhases, stages } from '../domain/phases.ts';
import { reads } from './activities.ts';
import type { CycleRef, Input } from './messages.ts';
import { now, runProcess } from './process.ts';

export async function awardCycle(input: Input<CycleRef>): Promise<void> {
  const { cycleId } = input;
  await runProcess(
    input,
    () => reads.loadCycle({ cycleId }),
    async ({ until, boundary }) => {
      const opened = (phase: 'nomination' | 'screening' | 'judging' | 'decision' | 'announcement' | 'forum') =>
        until(`${phase} opened`, ({ phases }) => phases[phase].status !== 'pending', {
          by: ({ phases }) => phases[phase].opensAt ?? now,
          issue: () => ({ type: 'OpenPhase', data: { cycleId, phase } }),
          phase,
        });
      for (const phase of countryPhases) {
        await opened(phase);
        await until(`${phase} closed`, ({ phases }) => phases[phase].status === 'closed', {
          by: ({ phases }) => (phases[phase].everyoneIsDone ? now : phases[phase].closesAt),
          issue: () => ({ type: 'ClosePhase', data: { cycleId, phase } }),
          phase,
        });
        await boundary();
      }
      await until('endorsement concluded', ({ endorsement }) => endorsement === 'concluded', {
        remind: ({ endorsement, decidedAt }) =>
          endorsement === 'none' && decidedAt !== null ? { what: 'request-endorsement', closesAt: decidedAt } : null,
        phase: 'endorsement',
      });
      await opened('announcement');
      await opened('forum');
      await boundary();
      const planOf = (plan: { stage: string; at: number; published: boolean }[], stage: string) =>
        plan.find((planned) => planned.stage === stage);
      for (const stage of stages)
        await until(
          `${stage} stage published`,
          (cycle) => cycle.stages.length > 0 && planOf(cycle.stages, stage)?.published !== false,
          {
            by: (cycle) => planOf(cycle.stages, stage)?.at ?? null,
            issue: () => ({ type: 'PublishStage', data: { cycleId, stage } }),
            remind: (cycle) =>
              cycle.stages.length === 0 && cycle.endorsedAt !== null
                ? { what: 'plan-announcement', closesAt: cycle.endorsedAt }
                : null,
            phase: 'announcement',
          },
        );
      await until('announcement closed', ({ phases }) => phases.announcement.status === 'closed', {
        by: () => now,
        issue: () => ({ type: 'ClosePhase', data: { cycleId, phase: 'announcement' } }),
      });
      await boundary();
      await until('forum closed', ({ phases }) => phases.forum.status === 'closed', { phase: 'forum' });
      await until('archived', () => false, {
        by: () => now,
        issue: () => ({ type: 'ArchiveCycle', data: { cycleId } }),
      });
    },
  );
}
