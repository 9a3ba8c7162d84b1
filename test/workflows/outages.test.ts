// What may break under running processes, and what must hold all the same.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { lastPlace } from '../../db/event-store.ts';
import type { Supervisor } from '../../local/children.ts';
import { startTemporal } from '../../local/temporal.ts';
import { openThrowaway } from '../../local/throwaway.ts';
import { changed, type ProcessRef, workflowIdOf } from '../../workflows/messages.ts';
import { taskQueueOf } from '../../workflows/version.ts';
import { by, planSample, type Sample, signCountry } from '../support/acts.ts';
import { sampleDefinition } from '../support/samples.ts';
import { phaseIs, processEvents } from './support/looks.ts';
import { openStage, type Stage, until } from './support/stage.ts';

const hour = 3_600;
const lengths = { nomination: hour, screening: hour, judging: hour, decision: hour };
const planned = (stage: Stage) => planSample(stage.db, sampleDefinition(), ['SG', 'VN'], lengths);
const cycleOf = ({ cycleId }: Sample): ProcessRef => ({ type: 'awardCycle', cycleId });
const trackOf = ({ cycleId }: Sample): ProcessRef => ({ type: 'countryTrack', cycleId, iso2: 'SG' });

async function closeNominations({ cycleId, countries, acts }: Sample): Promise<void> {
  for (const iso2 of countries)
    await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase: 'nomination' } }, by('approver'));
}

const signAll = async (sample: Sample) => {
  for (const iso2 of sample.countries) await signCountry(sample, iso2, {});
};
const oneOpening = { PhaseOpened: 2, PhaseClosed: 1 };
/** Countries that forward nobody have nothing to judge and to decide: both phases are over as soon as they open. */
const untilDecided = { PhaseOpened: 4, PhaseClosed: 4, CountryPhaseClosed: 4 };

describe('with Temporal away', () => {
  let supervisor: Supervisor;
  let home: string;
  beforeAll(async () => {
    ({ supervisor, home } = await openThrowaway());
  });
  afterAll(() => supervisor.stop());

  it('commands go on, and what followed from them is caught up with when it is back', async () => {
    const env = { PATH: process.env.PATH, TEMPORAL_CLI_PATH: inject('temporalProgram') };
    const first = await startTemporal({ supervisor, home, env });
    const stage = await openStage(first.address);
    await stage.work();
    const sample = await planned(stage);
    await phaseIs(sample, 'nomination', 'open');
    await first.stop();
    await closeNominations(sample);
    const port = Number(first.address.split(':')[1]);
    await startTemporal({ supervisor, home, env, port });
    await phaseIs(sample, 'screening', 'open');
    expect(await processEvents(sample)).toEqual(oneOpening);
    await stage.close();
  });
});

describe('a worker that is killed', () => {
  it('in the middle of a command leaves it to the next one, and it is carried out once', async () => {
    const stage = await openStage();
    const sample = await planSample(stage.db, sampleDefinition(), ['SG'], lengths);
    const holder = new pg.Client({ connectionString: stage.url });
    await holder.connect();
    await holder.query('select pg_advisory_lock(hashtextextended($1, 0))', [`cycle/${sample.cycleId}`]);
    const worker = workerProcess(stage);
    await until('a command that waits for the lock', () => isWaiting(holder));
    const ended = once(worker, 'exit');
    worker.kill('SIGKILL');
    await ended;
    await holder.end();
    await stage.work();
    await phaseIs(sample, 'nomination', 'open');
    await closeNominations(sample);
    await phaseIs(sample, 'screening', 'open');
    expect(await processEvents(sample)).toEqual(oneOpening);
    await stage.close();
  });
});

function workerProcess({ url, codeVersion }: Stage): ChildProcess {
  const program = fileURLToPath(new URL('../../worker/main.ts', import.meta.url));
  const env = {
    ...process.env,
    DATABASE_URL: url,
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    LAUREATE_HOME: inject('workerHome'),
    OPS_PORT: '0',
    LOG_LEVEL: 'silent',
    CODE_VERSION: codeVersion,
  };
  return spawn(process.execPath, [program], { env, stdio: 'ignore' });
}

const isWaiting = async (client: pg.Client) =>
  (
    await client.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'",
    )
  ).rowCount !== 0;

describe('the signal "changed"', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('does no harm when it comes more often than anything changes', async () => {
    await stage.work();
    const sample = await planned(stage);
    await until('a run of the track', async () => (await stage.status(trackOf(sample))) === 'RUNNING');
    const signals = Array.from({ length: 20 }, (_, number) => {
      const ref = number % 2 === 0 ? cycleOf(sample) : trackOf(sample);
      return stage.client.workflow.getHandle(workflowIdOf(ref)).signal(changed);
    });
    await Promise.all(signals);
    await closeNominations(sample);
    await phaseIs(sample, 'screening', 'open');
    expect(await processEvents(sample)).toEqual(oneOpening);
  });

  it('is not missed for good when it was lost: the audit has everyone look again', async () => {
    const worker = await stage.work();
    const sample = await planned(stage);
    await phaseIs(sample, 'nomination', 'open');
    await worker.stop();
    await closeNominations(sample);
    const { tx, position } = await lastPlace(stage.db);
    await stage.db.read.updateTable('projections').set({ tx, position }).where('name', '=', 'relay').execute();
    await stage.work();
    await phaseIs(sample, 'screening', 'open');
    expect(await processEvents(sample)).toEqual(oneOpening);
  });
});

describe('a projection that lags by seconds', () => {
  it('makes no process ask twice', async () => {
    const stage = await openStage();
    await stage.work();
    const sample = await planned(stage);
    await phaseIs(sample, 'nomination', 'open');
    const holder = new pg.Client({ connectionString: stage.url });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from projections for update');
    await closeNominations(sample);
    await setTimeout(3_000);
    await holder.query('commit');
    await holder.end();
    await phaseIs(sample, 'screening', 'open');
    await signAll(sample);
    await phaseIs(sample, 'decision', 'closed');
    expect(await processEvents(sample)).toEqual(untilDecided);
    await stage.close();
  });
});

describe('processAudit', () => {
  it('starts every process that the store owes after all runs were terminated', async () => {
    const stage = await openStage();
    const worker = await stage.work();
    const sample = await planned(stage);
    await phaseIs(sample, 'nomination', 'open');
    const refs = [cycleOf(sample), trackOf(sample)];
    for (const ref of refs) await until(`a run of ${ref.type}`, async () => (await stage.status(ref)) === 'RUNNING');
    for (const ref of refs) await stage.client.workflow.getHandle(workflowIdOf(ref)).terminate();
    await closeNominations(sample);
    await worker.stop();
    await stage.work();
    await phaseIs(sample, 'screening', 'open');
    expect(await processEvents(sample)).toEqual(oneOpening);
    for (const ref of refs) await until(`a run of ${ref.type}`, async () => (await stage.status(ref)) === 'RUNNING');
    await stage.close();
  });
});

describe('another version of the code', () => {
  it('takes over the running processes, and gives them back when it is rolled back', async () => {
    const stage = await openStage();
    const queueOf = async (ref: ProcessRef) =>
      (await stage.client.workflow.getHandle(workflowIdOf(ref)).describe()).taskQueue;
    const old = await stage.work();
    const sample = await planned(stage);
    await phaseIs(sample, 'nomination', 'open');
    await old.stop();
    const next = `${stage.codeVersion}-next`;
    const newer = await stage.work(next);
    await until('the run on the new queue', async () => (await queueOf(cycleOf(sample))) === taskQueueOf(next));
    await closeNominations(sample);
    await phaseIs(sample, 'screening', 'open');
    await newer.stop();
    await stage.work();
    await until(
      'the run on the old queue',
      async () => (await queueOf(cycleOf(sample))) === taskQueueOf(stage.codeVersion),
    );
    await signAll(sample);
    await phaseIs(sample, 'decision', 'closed');
    expect(await processEvents(sample)).toEqual(untilDecided);
    await stage.close();
  });
});
