// The solver: one model at a time in a thread of its own, with its progress told and its end at anybody's wish.
import { Worker } from 'node:worker_threads';
import type { Model } from '../domain/assignment/model.ts';

export type SolveOptions = {
  /** Relative distance to the bound that is good enough. */
  gap: number;
  /** A safety net; `nodes` is the limit that repeats on every machine. */
  seconds: number;
  nodes: number;
  /** Every plan costs a whole number: a bound less than one below is as good as none. */
  wholeObjective: boolean;
  relaxed: boolean;
  /** A solution to start from. */
  start: number[] | null;
};
export type Solution = {
  /** `limit`: time or nodes were over first. */
  status: 'optimal' | 'infeasible' | 'limit';
  values: number[] | null;
  objective: number | null;
  bound: number | null;
  nodes: number;
  version: string;
};
export type Progress = { objective: number | null; bound: number | null; seconds: number };
export type Listener = { onProgress?: (progress: Progress) => void; signal?: AbortSignal };

export class SolveStopped extends Error {}

/** @throws SolveStopped when the signal says so, which ends the thread. */
export function solveModel(
  model: Model,
  options: SolveOptions,
  { onProgress, signal }: Listener = {},
): Promise<Solution> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./highs-worker.ts', import.meta.url), { workerData: { model, options } });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  return new Promise<Solution>((resolve, reject) => {
    worker.on('message', (message: { solution: Solution } | { progress: Progress }) => {
      if ('progress' in message) onProgress?.(message.progress);
      else resolve(message.solution);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new SolveStopped('The solver was stopped.')));
  }).finally(() => {
    signal?.removeEventListener('abort', stop);
    return worker.terminate();
  });
}
