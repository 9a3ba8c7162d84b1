// The rule book of endorsement: until all countries have answered, or the time is up.
import { reads } from './activities.ts';
import type { CycleRef, Input } from './messages.ts';
import { now, runProcess } from './process.ts';

export async function endorsementRound(input: Input<CycleRef>): Promise<void> {
  const { cycleId } = input;
  await runProcess(
    input,
    () => reads.loadEndorsement({ cycleId }),
    async ({ until }) => {
      await until('endorsement concluded', () => false, {
        by: ({ everyoneAnswered, closesAt }) => (everyoneAnswered ? now : closesAt),
        issue: () => ({ type: 'ConcludeEndorsement', data: { cycleId } }),
        remind: ({ closesAt }) => ({ what: 'endorsement', closesAt }),
        phase: 'endorsement',
      });
    },
  );
}
