// How long a command waits that all others guard on, while they keep every connection busy.
import { setTimeout } from 'node:timers/promises';
import type { Db } from '../../db/database.ts';
import { execute } from '../../db/execute.ts';
import { cycle, cycleStream, entry, entryStream, meta, submission } from './entries.ts';
import { quantile } from './slices.ts';

export type Waits = { close: number; append: number };

/** @returns the longest wait of a closing command and the 99th percentile of an append beside it, in milliseconds. */
export async function closingWaits(db: Db, cycleId: string, lanes: number, closes: number): Promise<Waits> {
  const appends: number[] = [];
  const waits: number[] = [];
  let saturated = true;
  const timed = async (into: number[], work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    into.push(performance.now() - from);
  };
  const submitting = Array.from({ length: lanes }, async () => {
    while (saturated) {
      const command = submission(cycleId);
      await timed(appends, () => execute(db, entry, entryStream(command.data.entry), command, meta()));
    }
  });
  for (let turn = 0; turn < closes; turn += 1) {
    await setTimeout(100);
    await timed(waits, () => execute(db, cycle, cycleStream(cycleId), { type: 'Move' }, meta()));
  }
  saturated = false;
  await Promise.all(submitting);
  return { close: Math.max(...waits), append: quantile(appends, 0.99) };
}
