// The worker: runs workflows and activities, relays events, follows the feed, delivers mail, answers operators.
import { Client, Connection } from '@temporalio/client';
import { createActivities } from '../activities/activities.ts';
import { type Db, openDatabase } from '../db/database.ts';
import type { Recorded } from '../db/event-store.ts';
import { type Log, makeLog } from '../db/log.ts';
import { migrate } from '../db/migrate.ts';
import { runProjections } from '../db/projections.ts';
import { asyncProjections } from '../db/registry.ts';
import { deleteOutdated } from '../db/retention.ts';
import { pause } from '../db/wake.ts';
import { openPrinter } from '../documents/print/printer.ts';
import type { AwardsEvent } from '../domain/events.ts';
import { codeVersion } from '../workflows/version.ts';
import { createAudit } from './audit.ts';
import { scheduleAudit } from './audit-schedule.ts';
import { bundleWorkflows } from './bundle.ts';
import { readWorkerSettings, type WorkerSettings } from './config.ts';
import { deliverMails, type MailParts } from './mail-delivery.ts';
import { createOperations, listen } from './operations.ts';
import { keepRunning } from './parts.ts';
import { react } from './react.ts';
import { runRelay } from './relay.ts';
import type { Temporal } from './starts.ts';
import { installRuntime, pollForWork } from './temporal-worker.ts';

type AnyEvent = Recorded<AwardsEvent>;
type Run = (options: { signal: AbortSignal }) => Promise<void>;
export type RunningWorker = { opsUrl: string; stop(): Promise<void> };

/** Each activity and each part of the worker needs a connection at times. */
const poolSize = 12;
const maxActivities = poolSize - 4;
const aDayMs = 24 * 3_600_000;

/** Needs the database from the start; Temporal may come later, and go away and come back. */
export async function startWorker(settings: WorkerSettings): Promise<RunningWorker> {
  const log = makeLog('worker', settings.LOG_LEVEL);
  installRuntime(log);
  await migrate(settings.DATABASE_URL);
  const bundle = await bundleWorkflows(settings.LAUREATE_HOME);
  const db = openDatabase({ url: settings.DATABASE_URL, max: poolSize, applicationName: 'laureate-worker' });
  // Without the client's own retries: every caller has its way to try again, and stopping need not wait for theirs.
  const connection = Connection.lazy({ address: settings.TEMPORAL_ADDRESS, interceptors: [] });
  const close = async () => {
    await connection.close();
    await db.close();
  };
  const work = new AbortController();
  const temporal: Temporal = {
    client: new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE }),
    codeVersion: settings.CODE_VERSION ?? codeVersion,
    signal: work.signal,
  };
  try {
    const running = await runParts({ settings, db, temporal, bundle, log, work });
    log.info({ ops: running.opsUrl, codeVersion: temporal.codeVersion }, 'The worker runs.');
    return { opsUrl: running.opsUrl, stop: () => running.stop().finally(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

type Foundation = {
  settings: WorkerSettings;
  db: Db;
  temporal: Temporal;
  bundle: string;
  log: Log;
  /** Ends all but the projections, which what is under way may wait for. */
  work: AbortController;
};

async function runParts({ settings, db, temporal, bundle, log, work }: Foundation): Promise<RunningWorker> {
  const audit = createAudit({ db, temporal, log });
  const desk = { db, publicUrl: settings.PUBLIC_URL };
  const relay = { db, log, takeOver: audit.takeOver, handle: (event: AnyEvent) => react(desk, temporal, event) };
  const polling = {
    address: settings.TEMPORAL_ADDRESS,
    namespace: settings.TEMPORAL_NAMESPACE,
    codeVersion: temporal.codeVersion,
    bundle,
    activities: createActivities(desk, audit),
    maxActivities,
    log,
    isPolling: false,
  };
  const operations = createOperations({ ...relay, temporal, isPolling: () => polling.isPolling });
  const ops = await listen(operations, settings.OPS_HOST, settings.OPS_PORT);
  const reading = new AbortController();
  const printer = openPrinter();
  const keep = (part: string, run: Run, { signal } = work) => keepRunning(part, run, { signal, log });
  const projecting = keep('projections', (options) => runProjections(db, asyncProjections, options), reading);
  const working = [
    keep('relay', (options) => runRelay(relay, options)),
    keep('temporal', (options) => pollForWork(polling, options)),
    keep('mail', (options) => deliverMails({ ...mailPartsOf(settings, db, log), printer }, options)),
    keep('retention', async ({ signal }) => {
      await forget(db, settings.NOTES_KEPT_DAYS, log);
      await pause(aDayMs, signal);
    }),
    keep('audit', async ({ signal }) => {
      await scheduleAudit(temporal);
      await pause(aDayMs, signal);
    }),
  ];
  const stop = async () => {
    work.abort();
    await Promise.all(working);
    reading.abort();
    await projecting;
    await Promise.all([ops.close(), printer.close()]);
  };
  return { opsUrl: ops.url, stop };
}

/** Every worker may do it: what is gone already is not there any more. */
async function forget(db: Db, days: number, log: Log): Promise<void> {
  if (days === 0) return;
  for (const { cycleId, what, rows } of await deleteOutdated(db, days))
    log.info({ cycleId, what, rows }, 'Deleted, for its time was over.');
}

const mailPartsOf = (
  { SMTP_URL, MAIL_FROM, PUBLIC_URL }: WorkerSettings,
  db: Db,
  log: Log,
): Omit<MailParts, 'printer'> => ({
  db,
  smtp: SMTP_URL === undefined ? null : { url: SMTP_URL, from: MAIL_FROM },
  publicUrl: PUBLIC_URL,
  log,
});

if (import.meta.main) {
  try {
    const worker = await startWorker(readWorkerSettings(process.env));
    const stop = () => void worker.stop().then(() => process.exit(0));
    process.once('SIGINT', stop).once('SIGTERM', stop);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
