// A process of its own for the tests of how processes are told: one deed, brought about at once.
import { proxyActivities } from '@temporalio/workflow';
import type { Input, ProposalRef } from '../../../workflows/messages.ts';
import { now, runProcess } from '../../../workflows/process.ts';

export type ToyActivities = {
  look(): Promise<{ reminders: number[]; done: boolean }>;
  act(): Promise<void>;
};

const toy = proxyActivities<ToyActivities>({ startToCloseTimeout: '10 s', retry: { maximumAttempts: 1 } });

export async function toyProcess(input: Input<ProposalRef>): Promise<void> {
  await runProcess(
    input,
    () => toy.look(),
    async ({ until }) => {
      await until('the deed is done', ({ done }) => done, { by: () => now, run: () => toy.act() });
    },
  );
}
