// How every process is told, on a toy of one deed: what fails or comes to nothing is shown, and no news is lost.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  type WorkflowBundle,
} from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clearAttention, noteAttention } from '../../activities/attention.ts';
import { type Db, openDatabase } from '../../db/database.ts';
import { changed, type Progress, progress } from '../../workflows/messages.ts';
import { freshDatabase } from '../support/database.ts';
import type { ToyActivities } from './support/toy-process.ts';

const namespace = 'awards';
const logger = new DefaultLogger('ERROR');
let db: Db;
let drop: () => Promise<void>;
let client: Client;
let native: NativeConnection;
let workflowBundle: WorkflowBundle;
beforeAll(async () => {
  Runtime.install({ logger });
  const database = await freshDatabase();
  drop = database.drop;
  db = openDatabase({ url: database.url, max: 2 });
  const address = inject('temporalAddress');
  client = new Client({ connection: await Connection.connect({ address }), namespace });
  native = await NativeConnection.connect({ address });
  const workflowsPath = new URL('./support/toy-process.ts', import.meta.url).pathname;
  workflowBundle = await bundleWorkflowCode({ workflowsPath, logger });
});
afterAll(async () => {
  await native.close();
  await client.connection.close();
  await db.close();
  await drop();
});

type Told = { run: WorkflowHandle; attention(): Promise<{ step: string; problem: string; tries: number } | undefined> };

/** Tells the toy's story with these deeds while the test looks on. */
async function told(toy: ToyActivities, look: (told: Told) => Promise<void>): Promise<void> {
  const workflowId = `toy:${randomUUID()}`;
  const activities = {
    ...toy,
    noteAttention: (about: { step: string; problem: string }) => noteAttention(db, about),
    clearAttention: () => clearAttention(db),
  };
  const worker = await Worker.create({
    ...{ connection: native, namespace, taskQueue: workflowId, workflowBundle, activities },
  });
  const attention = () =>
    db.read
      .selectFrom('process_attention')
      .select(['step', 'problem', 'tries'])
      .where('workflow_id', '=', workflowId)
      .executeTakeFirst();
  await worker.runUntil(async () => {
    const args = [{ proposalId: randomUUID(), codeVersion: 'toy' }];
    const run = await client.workflow.start('toyProcess', { workflowId, taskQueue: workflowId, args });
    try {
      await look({ run, attention });
    } finally {
      await run.terminate().catch(() => {});
    }
  });
}

async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries === 300) throw new Error('It never came to be so.');
    await setTimeout(50);
  }
}

const inAttention = async (run: WorkflowHandle) => (await run.query<Progress>(progress)).attention !== null;

describe('a process', () => {
  it('tells operators of a deed that comes to nothing, and does it no more until there is news', async () => {
    const toy = { deeds: 0, done: false };
    const activities = {
      look: async () => ({ reminders: [], done: toy.done }),
      act: async () => {
        toy.deeds += 1;
      },
    };
    await told(activities, async ({ run, attention }) => {
      await eventually(async () => (await attention()) !== undefined);
      await setTimeout(1_000);
      expect(toy.deeds).toBe(2);
      expect(await attention()).toEqual({ step: 'the deed is done', problem: 'without-effect', tries: 1 });
      toy.done = true;
      await run.signal(changed);
      await run.result();
      expect(await attention()).toBeUndefined();
    });
  });

  it('looks again at news that came while a deed failed for the second time', async () => {
    const toy = { deeds: 0, done: false };
    const second = Promise.withResolvers<void>();
    const news = Promise.withResolvers<void>();
    const activities = {
      look: async () => ({ reminders: [], done: toy.done }),
      act: async () => {
        toy.deeds += 1;
        if (toy.deeds === 2) {
          second.resolve();
          await news.promise;
        }
        throw new Error('This deed fails.');
      },
    };
    await told(activities, async ({ run, attention }) => {
      await second.promise;
      toy.done = true;
      await run.signal(changed);
      // Answered once the signal is handled, so the failure comes after it.
      await run.query<Progress>(progress);
      news.resolve();
      await run.result();
      expect(toy.deeds).toBe(2);
      expect(await attention()).toBeUndefined();
    });
  });

  it('shows a deed that fails twice, and tries it again at news only', async () => {
    const toy = { deeds: 0, fails: true };
    const activities = {
      look: async () => ({ reminders: [], done: toy.deeds > 0 && !toy.fails }),
      act: async () => {
        toy.deeds += 1;
        throw new Error('This deed fails.');
      },
    };
    await told(activities, async ({ run, attention }) => {
      await eventually(() => inAttention(run));
      await eventually(async () => (await attention()) !== undefined);
      await setTimeout(1_000);
      expect(toy.deeds).toBe(2);
      await run.signal(changed);
      await eventually(async () => (await attention())?.tries === 2);
      expect(toy.deeds).toBe(3);
      toy.fails = false;
      await run.signal(changed);
      await run.result();
    });
  });
});
