// What runs in the thread of one solve: the task that it was started with, and then nothing more.
import { parentPort, workerData } from 'node:worker_threads';
import { runModel } from './highs.ts';
import { planAssignment } from './plan-assignment.ts';
import { planSchedule } from './plan-schedule.ts';
import type { Solve } from './schedule-sessions.ts';
import type { Message, Task } from './solver-thread.ts';

const post = (message: Message) => parentPort?.postMessage(message);
const task = workerData as Task;
const tell = (progress: Extract<Message, { progress: unknown }>['progress']) => post({ progress });

const solve: Solve = (model, options) =>
  runModel(model, options, ({ objective, bound, seconds }) => {
    const { news = 'all' } = options;
    tell({ objective: news === 'all' ? objective : null, bound: news === 'nothing' ? null : bound, seconds });
  });

function work(): Promise<Extract<Message, { result: unknown }>['result']> {
  if (task.kind === 'model') return solve(task.model, task.options);
  return task.kind === 'assignment'
    ? planAssignment(task.file, task.limits, solve)
    : planSchedule(task.file, task.limits, solve);
}
post({ result: await work() });
