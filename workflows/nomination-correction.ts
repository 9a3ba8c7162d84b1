// The rule book of a return: while a nomination is with its editors for correction.
import { reads } from './activities.ts';
import type { CorrectionRef, Input } from './messages.ts';
import { runProcess } from './process.ts';

export async function nominationCorrection(input: Input<CorrectionRef>): Promise<void> {
  const { nominationId } = input;
  await runProcess(
    input,
    () => reads.loadCorrection({ nominationId }),
    async ({ until }) => {
      await until('corrected or rejected', () => false, {
        by: ({ correctBy }) => correctBy,
        issue: () => ({ type: 'RejectNomination', data: { nominationId, reason: 'Not corrected in time.' } }),
        remind: ({ correctBy, returnedAt }) => ({ what: 'correction', opensAt: returnedAt, closesAt: correctBy }),
        phase: 'screening',
      });
    },
  );
}
