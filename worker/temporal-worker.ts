// The part of the worker that Temporal hands work to: workflows and activities on the queue of this version of the code.
import { hostname } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Log } from '../db/log.ts';
import { pause } from '../db/wake.ts';
import { taskQueueOf } from '../workflows/version.ts';
import { isAborted, orAborted } from './or-aborted.ts';
import { problemOf } from './problem.ts';

export type PollingParts = {
  address: string;
  namespace: string;
  codeVersion: string;
  /** The file that bundle.ts has made. */
  bundle: string;
  activities: object;
  /** Bounded by the database's pool, which each of them needs. */
  maxActivities: number;
  log: Log;
  /** Kept true while work is asked for. */
  isPolling: boolean;
};

let installed = false;

/** Once per process, before anything else of Temporal's. Signals to the process are main's to handle. */
export function installRuntime(log: Log): void {
  if (installed) return;
  installed = true;
  const logger = new DefaultLogger('WARN', ({ level, message, meta }) => {
    const about = { temporal: level, workflowId: meta?.workflowId, problem: problemOf(meta?.error ?? '') };
    log.warn(about, message);
  });
  Runtime.install({
    logger,
    shutdownSignals: [],
    // With the server away each poller would print a line for every try.
    telemetryOptions: { logging: { forward: {}, filter: { core: 'ERROR', other: 'ERROR' } } },
  });
}

/** Asks Temporal for work until the signal, however often the server goes away. What is being done then is finished. */
export async function pollForWork(parts: PollingParts, { signal }: { signal: AbortSignal }): Promise<void> {
  const connection = await connect(parts, signal);
  if (connection === undefined) return;
  try {
    const worker = await createWorker(parts, connection);
    const stop = () => worker.shutdown();
    const ended = worker.run();
    parts.isPolling = true;
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    await ended.finally(() => signal.removeEventListener('abort', stop));
  } finally {
    parts.isPolling = false;
    await connection.close();
  }
}

/** Tries until the server is there. @returns undefined when the signal came first. */
async function connect({ address, log }: PollingParts, signal: AbortSignal): Promise<NativeConnection | undefined> {
  for (let wait = 250; !signal.aborted; wait = Math.min(wait * 2, 10_000)) {
    const connecting = NativeConnection.connect({ address });
    try {
      return await orAborted(connecting, signal);
    } catch (error) {
      if (isAborted(error)) connecting.then((late) => late.close()).catch(() => {});
      else log.warn({ address, problem: problemOf(error) }, 'Temporal cannot be reached yet.');
      await pause(wait, signal);
    }
  }
  return undefined;
}

const cachedPerGiB = 500;

function createWorker(parts: PollingParts, connection: NativeConnection): Promise<Worker> {
  const { namespace, codeVersion, bundle, activities, maxActivities } = parts;
  const gib = getHeapStatistics().heap_size_limit / 2 ** 30;
  return Worker.create({
    connection,
    namespace,
    taskQueue: taskQueueOf(codeVersion),
    workflowBundle: { codePath: bundle },
    activities,
    identity: `worker-${hostname()}-${process.pid}`,
    maxConcurrentActivityTaskExecutions: maxActivities,
    maxCachedWorkflows: Math.max(50, Math.floor(gib * cachedPerGiB)),
    workflowTaskPollerBehavior: { type: 'autoscaling' },
    activityTaskPollerBehavior: { type: 'autoscaling' },
    shutdownGraceTime: '30s',
    shutdownForceTime: '60s',
  });
}
