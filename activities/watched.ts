// A solver at work as people see it: how far it is, and the end of it when somebody stops it.
import { Context, heartbeat } from '@temporalio/activity';
import type { Db } from '../db/database.ts';
import type { Progress } from './highs.ts';
import { updateProposal } from './proposals.ts';

type Listener = { signal: AbortSignal; onProgress: (progress: Progress) => void };

/** Tells how far the solver is, and ends it when somebody has stopped the proposal or the worker goes. */
export async function watched<Result>(
  db: Db,
  proposalId: string,
  work: (listener: Listener) => Promise<Result>,
): Promise<Result> {
  const stop = new AbortController();
  let last: Progress | null = null;
  const look = async () => {
    heartbeat(last);
    const told = { state: 'running' as const, progress: 0.1 + 0.8 * (1 - 1 / (1 + (last?.seconds ?? 0) / 10)) };
    const { objective, bound } = last ?? { objective: null, bound: null };
    const sofar = {
      ...(objective !== null && { objective: Math.round(objective) }),
      ...(bound !== null && { bound: Math.ceil(bound) }),
    };
    if (!(await updateProposal(db, proposalId, { ...told, ...sofar }))) stop.abort();
  };
  const watch = setInterval(() => void look().catch(() => undefined), 1_000);
  const signal = AbortSignal.any([stop.signal, Context.current().cancellationSignal]);
  try {
    const onProgress = (progress: Progress) => {
      last = progress;
    };
    return await work({ signal, onProgress });
  } finally {
    clearInterval(watch);
  }
}
