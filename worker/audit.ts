// What the hourly audit does: runs of other versions are replaced, what the store owes is carried, troubles are shown.
import { WorkflowNotFoundError } from '@temporalio/client';
import { sql } from 'kysely';
import type { AuditActivities } from '../activities/activities.ts';
import { clearAttention, noteAttention } from '../activities/attention.ts';
import type { Db } from '../db/database.ts';
import type { Log } from '../db/log.ts';
import { refOf, workflowIdOf } from '../workflows/messages.ts';
import { countryKey, cycleIdKey } from '../workflows/search-attributes.ts';
import { taskQueueOf } from '../workflows/version.ts';
import { forEachOf } from './concurrently.ts';
import { findLag } from './lag.ts';
import { findOwed } from './owed.ts';
import { relayCursor } from './relay.ts';
import { type About, restartProcess, signalProcess, startProcess, type Temporal, within } from './starts.ts';

type Parts = { db: Db; temporal: Temporal; log: Log };
type Run = { workflowId: string; type: string; about: About };

export const createAudit = (parts: Parts): AuditActivities => ({
  takeOver: () => takeOver(parts),
  heal: () => heal(parts),
  reportTroubles: () => reportTroubles(parts),
});

const auditType = 'processAudit';
const listingMs = 60_000;

/** Every run of the namespace that the query finds, however many pages that takes. */
function list(temporal: Temporal, query: string): Promise<Run[]> {
  const all = async () => {
    const runs: Run[] = [];
    for await (const { workflowId, type, typedSearchAttributes } of temporal.client.workflow.list({ query }))
      runs.push({
        workflowId,
        type,
        about: {
          cycleId: typedSearchAttributes.get(cycleIdKey) ?? null,
          country: typedSearchAttributes.get(countryKey) ?? null,
        },
      });
    return runs;
  };
  return within(temporal, all, listingMs);
}

const onOtherQueues = ({ codeVersion }: Temporal) =>
  `TaskQueue != '${taskQueueOf(codeVersion)}' and ExecutionStatus = 'Running'`;

/** Starts every run of another version anew from its id, on this one. Audits of other versions only end. */
export async function takeOver({ db, temporal, log }: Parts): Promise<{ replaced: number }> {
  const runs = await list(temporal, onOtherQueues(temporal));
  let replaced = 0;
  await forEachOf(runs, async ({ workflowId, type, about }) => {
    // One left on a queue that nobody polls would make the schedule skip the next ones.
    if (type === auditType) return endAudit(temporal, workflowId);
    const ref = refOf(workflowId);
    if (ref === undefined) return;
    await clearAttention(db, workflowId);
    await restartProcess(temporal, ref, about);
    replaced += 1;
  });
  if (replaced > 0) log.info({ replaced }, 'Processes of another version of the code were started anew.');
  return { replaced };
}

async function endAudit(temporal: Temporal, workflowId: string): Promise<void> {
  const handle = temporal.client.workflow.getHandle(workflowId);
  await within(temporal, () => handle.terminate('Another version of the code has taken over.')).catch(unlessEnded);
}

function unlessEnded(error: unknown): void {
  if (!(error instanceof WorkflowNotFoundError)) throw error;
}

/** Starts what the store owes and no run carries; whatever runs looks again, in case it has missed something. */
export async function heal({ db, temporal, log }: Parts): Promise<{ owed: number; started: number }> {
  const owed = await findOwed(db);
  const running = await list(temporal, "ExecutionStatus = 'Running'");
  const carried = new Set(running.map(({ workflowId }) => workflowId));
  let started = 0;
  await forEachOf(owed, async ({ ref, about }) => {
    const workflowId = workflowIdOf(ref);
    if (carried.has(workflowId) && (await signalProcess(temporal, ref))) return;
    await clearAttention(db, workflowId);
    await startProcess(temporal, ref, about);
    started += 1;
  });
  if (started > 0) log.warn({ started }, 'Processes that no run carried were started.');
  return { owed: owed.length, started };
}

const failing = "ExecutionStatus = 'Running' and TemporalReportedProblems in ('category=WorkflowTaskFailed')";
/** The step under which a run's own failing code is shown. */
const taskStep = 'workflow-task';

/** Runs whose own code fails cannot say so themselves. */
export async function reportTroubles({
  db,
  temporal,
  log,
}: Parts): Promise<{ failing: number; parked: number; lagMs: number }> {
  const ids = (await list(temporal, failing)).map(({ workflowId }) => workflowId);
  for (const id of ids) await noteAttention(db, { step: taskStep, problem: 'workflow-task-failed' }, id);
  await db.read
    .deleteFrom('process_attention')
    .where('step', '=', taskStep)
    .where('workflow_id', '<>', sql<string>`all(${ids}::text[])`)
    .execute();
  const { parked } = await db.read
    .selectFrom('relay_parked')
    .select((eb) => eb.fn.countAll<number>().as('parked'))
    .executeTakeFirstOrThrow();
  const { ms: lagMs } = await findLag(db, relayCursor);
  const troubles = { failing: ids.length, parked, lagMs };
  if (ids.length > 0 || parked > 0 || lagMs > 60_000) log.warn(troubles, 'Operators have something to see to.');
  return troubles;
}
