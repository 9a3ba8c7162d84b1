// Waiting for what happens outside this process.
import { setTimeout } from 'node:timers/promises';
import { commandLine } from '../../../local/processes.ts';

export async function until(holds: () => Promise<boolean>, patience = 20_000): Promise<void> {
  for (const end = Date.now() + patience; !(await holds()); await setTimeout(20))
    if (Date.now() > end) throw new Error('It did not come about in time.');
}

export const untilGone = (...pids: number[]): Promise<void> =>
  until(async () => (await Promise.all(pids.map(commandLine))).every((line) => line === undefined));
