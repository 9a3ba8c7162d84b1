// The worker and a real Temporal server: how runs are started and replaced, what the audit sees to, what operators can do.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { execute } from '../../db/execute.ts';
import { waitFor } from '../../db/projections.ts';
import { history } from '../../db/read-models/history.ts';
import { member } from '../../domain/member/decider.ts';
import { memberStream } from '../../domain/member/state.ts';
import { heal, reportTroubles, takeOver } from '../../worker/audit.ts';
import { scheduleAudit } from '../../worker/audit-schedule.ts';
import { startWorker } from '../../worker/main.ts';
import { createOperations, listen } from '../../worker/operations.ts';
import { restartProcess, signalProcess, signalWithStart, startProcess, type Temporal } from '../../worker/starts.ts';
import { type ProcessRef, workflowIdOf } from '../../workflows/messages.ts';
import { countryKey, cycleIdKey } from '../../workflows/search-attributes.ts';
import { taskQueueOf } from '../../workflows/version.ts';
import { memoryLog } from '../worker/support.ts';
import { openStage, type Stage, until } from './support/stage.ts';

let stage: Stage;
let temporal: Temporal;
beforeAll(async () => {
  stage = await openStage();
  temporal = { client: stage.client, codeVersion: stage.codeVersion };
});
const started: string[] = [];
afterEach(async () => {
  for (const id of started.splice(0))
    await stage.client.workflow
      .getHandle(id)
      .terminate()
      .catch(() => {});
});
afterAll(() => stage.close());

const newCycle = (): ProcessRef => mark({ type: 'awardCycle', cycleId: randomUUID() });
const mark = (ref: ProcessRef): ProcessRef => {
  started.push(workflowIdOf(ref));
  return ref;
};
const describeRun = (ref: ProcessRef) => stage.client.workflow.getHandle(workflowIdOf(ref)).describe();
const parts = () => ({ db: stage.db, temporal, log: memoryLog() });
const attentionOf = async (ref: ProcessRef) =>
  stage.db.read
    .selectFrom('process_attention')
    .select(['step', 'problem'])
    .where('workflow_id', '=', workflowIdOf(ref))
    .executeTakeFirst();
const startNonsense = (workflowId: string, taskQueue: string, workflowType = 'nonsense') => {
  started.push(workflowId);
  return stage.client.workflow.start(workflowType, { workflowId, taskQueue, args: [] });
};

describe('a start', () => {
  it('says everything from what the process is about', async () => {
    const cycleId = randomUUID();
    const ref = mark({ type: 'judgingPanel', cycleId, group: 'TH-ngo-cso' });
    await startProcess(temporal, ref);
    const run = await describeRun(ref);
    expect(run).toMatchObject({ type: 'judgingPanel', taskQueue: taskQueueOf(stage.codeVersion) });
    expect(run.typedSearchAttributes.get(cycleIdKey)).toBe(cycleId);
    expect(run.typedSearchAttributes.get(countryKey)).toBe('TH');
    expect(await run.staticSummary()).toBe('Panel TH-ngo-cso');
  });

  it('leaves the run that is there, and wakes it where asked', async () => {
    const ref = newCycle();
    await startProcess(temporal, ref);
    const { runId, historyLength } = await describeRun(ref);
    await startProcess(temporal, ref);
    await signalWithStart(temporal, ref);
    expect(await signalProcess(temporal, ref)).toBe(true);
    const after = await describeRun(ref);
    expect([after.runId, after.historyLength - historyLength]).toEqual([runId, 2]);
  });

  it('wakes nothing where nothing runs', async () => {
    expect(await signalProcess(temporal, { type: 'awardCycle', cycleId: randomUUID() })).toBe(false);
  });

  it('replaces what runs where asked, in one call', async () => {
    const ref = newCycle();
    await startProcess(temporal, ref);
    const before = await describeRun(ref);
    await restartProcess({ ...temporal, codeVersion: `${stage.codeVersion}-next` }, ref);
    const after = await describeRun(ref);
    expect(after.runId).not.toBe(before.runId);
    expect(after.taskQueue).toBe(taskQueueOf(`${stage.codeVersion}-next`));
    const replaced = await stage.client.workflow.getHandle(workflowIdOf(ref), before.runId).describe();
    expect(replaced.status.name).toBe('TERMINATED');
  });
});

describe('takeOver', () => {
  const listed = (queue: string, count: number) =>
    until(`${count} runs on ${queue}`, async () => {
      const { count: seen } = await stage.client.workflow.count(
        `TaskQueue = '${queue}' and ExecutionStatus = 'Running'`,
      );
      return seen === count;
    });

  it('starts the processes of other versions anew, ends their audits, and leaves alone what is not ours', async () => {
    const other = `other-${randomUUID()}`;
    const ref = mark({ type: 'nominationCorrection', nominationId: randomUUID() });
    const cycleId = randomUUID();
    await startProcess({ ...temporal, codeVersion: other }, ref, { cycleId, country: 'SG' });
    await stage.db.read
      .insertInto('process_attention')
      .values({ workflow_id: workflowIdOf(ref), step: 'corrected or rejected', problem: 'of the old run' })
      .execute();
    const [audit, foreign] = [`process-audit-${randomUUID()}`, `foreign-${randomUUID()}`];
    await startNonsense(audit, taskQueueOf(other), 'processAudit');
    await startNonsense(foreign, taskQueueOf(other));
    await listed(taskQueueOf(other), 3);
    await takeOver(parts());
    const run = await describeRun(ref);
    expect(run).toMatchObject({ taskQueue: taskQueueOf(stage.codeVersion), status: { name: 'RUNNING' } });
    expect(run.typedSearchAttributes.get(cycleIdKey)).toBe(cycleId);
    expect(run.typedSearchAttributes.get(countryKey)).toBe('SG');
    expect(await attentionOf(ref)).toBeUndefined();
    const statusOf = async (id: string) => (await stage.client.workflow.getHandle(id).describe()).status.name;
    expect([await statusOf(audit), await statusOf(foreign)]).toEqual(['TERMINATED', 'RUNNING']);
  });
});

describe('heal', () => {
  it('starts what is owed and not carried, and wakes what is', async () => {
    const proposalId = randomUUID();
    const ref = mark({ type: 'proposalRun', proposalId });
    const row = { proposal_id: proposalId, kind: 'schedule' as const, state: 'requested' as const };
    await stage.db.read
      .insertInto('proposals')
      .values({ ...row, requested_by: 'test', requested_at: new Date() })
      .execute();
    expect(await heal(parts())).toEqual({ owed: 1, started: 1 });
    await until('the run to be listed', async () => {
      const { count } = await stage.client.workflow.count(`WorkflowId = '${workflowIdOf(ref)}'`);
      return count === 1;
    });
    const before = await describeRun(ref);
    expect(await heal(parts())).toEqual({ owed: 1, started: 0 });
    const after = await describeRun(ref);
    expect([after.runId, after.historyLength - before.historyLength]).toEqual([before.runId, 1]);
    await stage.db.read.deleteFrom('proposals').execute();
  });
});

describe('reportTroubles', () => {
  it('shows runs whose own code fails, until it does no more', async () => {
    const worker = await stage.work();
    const ref: ProcessRef = { type: 'forumProgramme', forumId: randomUUID() };
    await startNonsense(workflowIdOf(ref), taskQueueOf(stage.codeVersion));
    await until('the failing run to be shown', async () => {
      await reportTroubles(parts());
      return (await attentionOf(ref)) !== undefined;
    });
    expect(await attentionOf(ref)).toEqual({ step: 'workflow-task', problem: 'workflow-task-failed' });
    await stage.client.workflow.getHandle(workflowIdOf(ref)).terminate();
    await until('it to be shown no more', async () => {
      await reportTroubles(parts());
      return (await attentionOf(ref)) === undefined;
    });
    await worker.stop();
  });
});

describe('the audit’s schedule', () => {
  it('belongs to the worker that started last, whose audit takes the place of any other', async () => {
    const [one, two] = [`one-${randomUUID()}`, `two-${randomUUID()}`];
    const runningOn = async (codeVersion: string) => {
      const query = `TaskQueue = '${taskQueueOf(codeVersion)}' and WorkflowType = 'processAudit' and ExecutionStatus = 'Running'`;
      return (await stage.client.workflow.count(query)).count;
    };
    await scheduleAudit({ ...temporal, codeVersion: one });
    await until('an audit of the first', async () => (await runningOn(one)) === 1);
    await scheduleAudit({ ...temporal, codeVersion: two });
    await until(
      'an audit of the second alone',
      async () => (await runningOn(two)) === 1 && (await runningOn(one)) === 0,
    );
    const { action, policies } = await stage.client.schedule.getHandle('process-audit').describe();
    expect(action).toMatchObject({ workflowType: 'processAudit', taskQueue: taskQueueOf(two) });
    expect(policies.overlap).toBe('SKIP');
    await stage.client.schedule.getHandle('process-audit').delete();
  });
});

describe('the operator’s port', () => {
  it('wakes a process, says when nothing runs, and is ready while Temporal answers', async () => {
    const app = createOperations({ ...parts(), isPolling: () => true, handle: async () => {} });
    const ops = await listen(app, '127.0.0.1', 0);
    const retry = async (ref: ProcessRef) =>
      (await fetch(`${ops.url}/processes/${encodeURIComponent(workflowIdOf(ref))}/retry`, { method: 'POST' })).status;
    const ref = newCycle();
    expect(await retry(ref)).toBe(404);
    await startProcess(temporal, ref);
    const { historyLength } = await describeRun(ref);
    expect(await retry(ref)).toBe(202);
    expect((await describeRun(ref)).historyLength).toBe(historyLength + 1);
    const health = await fetch(`${ops.url}/readyz`);
    expect([health.status, await health.json()]).toMatchObject([200, { status: 'ready', temporal: true }]);
    await ops.close();
  });
});

describe('a worker without Temporal', () => {
  it('follows the feed, answers operators, and stops', async () => {
    const worker = await startWorker({
      DATABASE_URL: stage.url,
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      TEMPORAL_NAMESPACE: 'awards',
      LAUREATE_HOME: inject('workerHome'),
      OPS_HOST: '127.0.0.1',
      OPS_PORT: 0,
      NOTES_KEPT_DAYS: 0,
      MAIL_FROM: 'Laureate <laureate@localhost>',
      PUBLIC_URL: 'http://localhost:3000',
      LOG_LEVEL: 'silent',
    });
    const personId = randomUUID();
    const grant = { personId, grantId: randomUUID(), role: 'administrator' as const, scope: {} };
    const meta = { commandId: randomUUID(), actor: 'installation', role: 'administrator' } as const;
    const { place } = await execute(stage.db, member, memberStream(personId), { type: 'GrantRole', data: grant }, meta);
    expect(await waitFor(stage.db, [history.name], place, 10_000)).toBe(true);
    const health = await fetch(`${worker.opsUrl}/readyz`);
    expect([health.status, await health.json()]).toMatchObject([503, { database: true, temporal: false }]);
    await worker.stop();
  });
});
