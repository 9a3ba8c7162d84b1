// The schedule of the audit: every hour, and at once when a worker starts.
import { ScheduleAlreadyRunning, type ScheduleOptions, ScheduleOverlapPolicy } from '@temporalio/client';
import { taskQueueOf } from '../workflows/version.ts';
import { type Temporal, within } from './starts.ts';

const scheduleId = 'process-audit';

/**
 * Makes the schedule this version's, and has an audit run now. One that runs already is ended for it: it may belong to a queue
 * that nobody polls, or be past the step that finds what was lost before this worker came.
 */
export async function scheduleAudit(temporal: Temporal): Promise<void> {
  const { schedule } = temporal.client;
  const handle = schedule.getHandle(scheduleId);
  await within(temporal, () => schedule.create(optionsOf(temporal))).catch((error: unknown) => {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    return within(temporal, () => handle.update((previous) => ({ ...optionsOf(temporal), state: previous.state })));
  });
  await within(temporal, () => handle.trigger(ScheduleOverlapPolicy.TERMINATE_OTHER));
}

const optionsOf = ({ codeVersion }: Temporal) =>
  ({
    scheduleId,
    spec: { intervals: [{ every: '1 hour' }] },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '10 minutes' },
    action: {
      type: 'startWorkflow',
      workflowType: 'processAudit',
      workflowId: 'process-audit',
      taskQueue: taskQueueOf(codeVersion),
      args: [],
      workflowExecutionTimeout: '10 minutes',
      staticSummary: 'Compares the store with what runs',
    },
  }) satisfies ScheduleOptions;
