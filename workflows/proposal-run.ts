// The rule book of a proposal: worked out, put to the panel or the forum, or its failure recorded.
import { heavy, reads } from './activities.ts';
import type { Input, ProposalRef } from './messages.ts';
import { now, runProcess } from './process.ts';

export async function proposalRun(input: Input<ProposalRef>): Promise<void> {
  const { codeVersion: _version, ...proposal } = input;
  await runProcess(
    input,
    () => reads.loadProposal(proposal),
    async ({ until }) => {
      await until('proposed', () => false, {
        by: () => now,
        run: ({ kind }) => (kind === 'assignment' ? heavy.solveAssignment(proposal) : heavy.solveSchedule(proposal)),
      });
    },
  );
}
