// A thread for each solve, which ends with it: the memory of a solver never shrinks, and ending the thread stops it at once.
import { Worker } from 'node:worker_threads';
import type { ProblemFile } from '../domain/assignment/messages.ts';
import type { Model } from '../domain/assignment/model.ts';
import type { TimetableFile } from '../domain/scheduling/messages.ts';
import type { Progress, Solution, SolveOptions } from './highs.ts';
import type { Assigned, Limits, Unsolvable } from './plan-assignment.ts';
import type { Scheduled, ScheduleLimits, Unschedulable } from './plan-schedule.ts';

export type Task =
  | { kind: 'model'; model: Model; options: SolveOptions }
  | { kind: 'assignment'; file: ProblemFile; limits: Limits | null }
  | { kind: 'schedule'; file: TimetableFile; limits: ScheduleLimits | null };
export type Message = { result: Solution | Assigned | Unsolvable | Scheduled | Unschedulable } | { progress: Progress };
export type Listener = { onProgress?: (progress: Progress) => void; signal?: AbortSignal };

export class SolveStopped extends Error {}

/** @throws SolveStopped when the signal says so */
export const solveModel = (model: Model, options: SolveOptions, listener: Listener = {}) =>
  inThread<Solution>({ kind: 'model', model, options }, listener);

/** The rules are kept by every plan that comes back; where none can, what stands in the way does. @throws SolveStopped */
export const assign = (file: ProblemFile, { limits = null, ...listener }: Listener & { limits?: Limits | null } = {}) =>
  inThread<Assigned | Unsolvable>({ kind: 'assignment', file, limits }, listener);

/** As `assign`, for the schedule of a forum. @throws SolveStopped */
export const schedule = (
  file: TimetableFile,
  { limits = null, ...listener }: Listener & { limits?: ScheduleLimits | null } = {},
) => inThread<Scheduled | Unschedulable>({ kind: 'schedule', file, limits }, listener);

function inThread<Result>(task: Task, { onProgress, signal }: Listener): Promise<Result> {
  if (signal?.aborted) throw new SolveStopped('The solver was stopped.');
  const worker = new Worker(new URL('./solver-worker.ts', import.meta.url), { workerData: task });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  return new Promise<Result>((resolve, reject) => {
    worker.on('message', (message: { result: Result } | { progress: Progress }) => {
      if ('progress' in message) onProgress?.(message.progress);
      else resolve(message.result);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new SolveStopped('The solver was stopped.')));
  }).finally(() => {
    signal?.removeEventListener('abort', stop);
    return worker.terminate();
  });
}
