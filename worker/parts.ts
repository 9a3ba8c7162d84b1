// The parts of a worker run side by side; one that fails starts again and takes no other with it.

import type { Log } from '../db/log.ts';
import { isOutage } from '../db/statements.ts';
import { pause } from '../db/wake.ts';
import { problemOf } from './problem.ts';
import { isTemporalAway } from './starts.ts';

const longestWaitMs = 30_000;

/** Runs the part until the signal. After a failure it starts again: after a second, then twice as long, up to 30 s. */
export async function keepRunning(
  part: string,
  run: (options: { signal: AbortSignal }) => Promise<void>,
  { signal, log }: { signal: AbortSignal; log: Log },
): Promise<void> {
  for (let wait = 1_000; !signal.aborted; wait = Math.min(wait * 2, longestWaitMs)) {
    const since = performance.now();
    try {
      await run({ signal });
    } catch (error) {
      const away = isTemporalAway(error) || isOutage(error);
      log[away ? 'warn' : 'error'](
        { part, problem: problemOf(error) },
        'A part of the worker failed and starts again.',
      );
    }
    if (performance.now() - since > 2 * longestWaitMs) wait = 1_000;
    await pause(wait, signal);
  }
}
