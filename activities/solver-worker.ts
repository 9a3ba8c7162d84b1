// What runs in the thread of one solve: the task that it was started with, and then nothing more.
import { parentPort, workerData } from 'node:worker_threads';
import { runModel } from './highs.ts';
import { planAssignment } from './plan-assignment.ts';
import type { Message, Task } from './solver-thread.ts';

const post = (message: Message) => parentPort?.postMessage(message);
const task = workerData as Task;
const tell = (progress: Extract<Message, { progress: unknown }>['progress']) => post({ progress });

post({
  result:
    task.kind === 'model'
      ? await runModel(task.model, task.options, tell)
      : await planAssignment(task.file, task.limits, (model, options) => runModel(model, options, tell)),
});
