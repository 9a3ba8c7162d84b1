// A database, a way to the Temporal server, and workers on a queue of this test's own.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import { inject } from 'vitest';
import { type Db, openDatabase } from '../../../db/database.ts';
import { startWorker } from '../../../worker/main.ts';
import { type ProcessRef, progress, workflowIdOf } from '../../../workflows/messages.ts';
import { freshDatabase } from '../../support/database.ts';

export type Stage = {
  db: Db;
  url: string;
  client: Client;
  codeVersion: string;
  /** A worker in this process; `codeVersion` is the stage's own unless another is given. */
  work(codeVersion?: string): Promise<{ stop(): Promise<void> }>;
  status(ref: ProcessRef): Promise<string>;
  step(ref: ProcessRef): Promise<string>;
  close(): Promise<void>;
};

/** On the server that all live tests share, unless another is given. */
export async function openStage(address: string = inject('temporalAddress')): Promise<Stage> {
  const { url, drop } = await freshDatabase();
  const db = openDatabase({ url, max: 4 });
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace: 'awards' });
  const own = `test-${randomUUID()}`;
  const workers = new Set<{ stop(): Promise<void> }>();
  const work = async (codeVersion = own) => {
    const worker = await startWorker({
      DATABASE_URL: url,
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: 'awards',
      LAUREATE_HOME: inject('workerHome'),
      OPS_HOST: '127.0.0.1',
      OPS_PORT: 0,
      NOTES_KEPT_DAYS: 0,
      MAIL_FROM: 'Laureate <laureate@localhost>',
      PUBLIC_URL: 'http://localhost:3000',
      LOG_LEVEL: 'silent',
      CODE_VERSION: codeVersion,
    });
    const stop = async () => {
      if (workers.delete(running)) await worker.stop();
    };
    const running = { stop };
    workers.add(running);
    return running;
  };
  const handle = (ref: ProcessRef) => client.workflow.getHandle(workflowIdOf(ref));
  const close = async () => {
    await Promise.all([...workers].map((worker) => worker.stop()));
    await connection.close();
    await db.close();
    await drop();
  };
  return {
    ...{ db, url, client, codeVersion: own, work, close },
    status: async (ref) => (await handle(ref).describe().catch(unlessMissing))?.status.name ?? 'MISSING',
    step: async (ref) => (await handle(ref).query(progress)).step,
  };
}

function unlessMissing(error: unknown): undefined {
  if (!(error instanceof WorkflowNotFoundError)) throw error;
}

/** Looks again until it is so. @throws Error that says what did not come about. */
export async function until(what: string, isSo: () => Promise<boolean>, withinMs = 50_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It did not come about: ${what}.`);
    await setTimeout(50);
  }
}
