// npm run replay:record: tells the stories again and keeps the history of every kind of process, for the replay test.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import pg from 'pg';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type ProcessRef, workflowIdOf } from '../../workflows/messages.ts';
import { codeVersion, taskQueueOf } from '../../workflows/version.ts';
import { by, planSample } from '../support/acts.ts';
import { sampleDefinition } from '../support/samples.ts';
import { phaseIs } from '../workflows/support/looks.ts';
import { beginTale, chapters, processesOf } from '../workflows/support/national-story.ts';
import { openStage, type Stage, until } from '../workflows/support/stage.ts';
import { type Fixture, fixtures } from './fixtures.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await rm(fixtures, { recursive: true, force: true });
  await mkdir(fixtures, { recursive: true });
});
afterAll(() => stage.close());

async function keep(name: string, workflowId: string, runId?: string): Promise<void> {
  const history = await stage.client.workflow.getHandle(workflowId, runId).fetchHistory();
  const fixture: Fixture = { codeVersion, workflowId, history: JSON.parse(historyToJSON(history)) };
  await writeFile(new URL(`${name}.json`, fixtures), `${JSON.stringify(fixture, withoutHosts)}\n`);
}

/** Which machine did it is nobody's business. */
const withoutHosts = (key: string, value: unknown) => (key === 'identity' ? 'worker' : value);

/** The runs of one process, the oldest first: each phase of a cycle has its own. */
async function runsOf(ref: ProcessRef): Promise<string[]> {
  const runs: { runId: string; startTime: Date }[] = [];
  const query = `WorkflowId = '${workflowIdOf(ref)}'`;
  for await (const { runId, startTime } of stage.client.workflow.list({ query })) runs.push({ runId, startTime });
  return runs.sort((a, b) => a.startTime.getTime() - b.startTime.getTime()).map(({ runId }) => runId);
}

describe('the stories', () => {
  it('of a whole cycle, with a deadline that was moved', { timeout: 120_000 }, async () => {
    const worker = await stage.work(codeVersion);
    const tale = await beginTale(stage);
    for (const [, tell] of chapters) await tell(tale);
    for (const ref of processesOf(tale)) {
      await until(`the end of ${ref.type}`, async () => (await stage.status(ref)) === 'COMPLETED');
      const runs = await runsOf(ref);
      if (ref.type === 'awardCycle') await keep('award-cycle-extended', workflowIdOf(ref), runs[0]);
      await keep(kebab(ref.type), workflowIdOf(ref), runs.at(-1));
    }
    for await (const { workflowId, runId } of stage.client.workflow.list({
      query: "WorkflowType = 'processAudit' and ExecutionStatus = 'Completed'",
    })) {
      await keep('process-audit', workflowId, runId);
      break;
    }
    await worker.stop();
  });

  it('of a close that was asked for before it was due, for nobody had said that the deadline had moved', async () => {
    const relay = new pg.Client({ connectionString: stage.url });
    await relay.connect();
    await relay.query("select pg_advisory_lock(hashtextextended('laureate relay', 0))");
    await stage.work(codeVersion);
    const lengths = { nomination: 4, screening: 3_600, judging: 3_600, decision: 3_600 };
    const sample = await planSample(stage.db, sampleDefinition(), ['SG'], lengths);
    const { cycleId, acts } = sample;
    const workflowId = workflowIdOf({ type: 'awardCycle', cycleId });
    const taskQueue = taskQueueOf(codeVersion);
    await stage.client.workflow.start('awardCycle', { workflowId, taskQueue, args: [{ cycleId, codeVersion }] });
    await phaseIs(sample, 'nomination', 'open');
    const closesAt = new Date(Date.now() + 7_000).toISOString();
    const moved = { cycleId, phase: 'nomination', closesAt, reason: 'A holiday.' } as const;
    await acts.cycle({ type: 'MoveDeadline', data: moved }, by('secretariat'));
    await phaseIs(sample, 'nomination', 'closed');
    await phaseIs(sample, 'screening', 'open');
    const [first] = await runsOf({ type: 'awardCycle', cycleId });
    await keep('award-cycle-not-due', workflowId, first);
    await relay.end();
  });
});

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
