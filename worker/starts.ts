// The only place that starts, wakes and replaces runs: everything a run is started with follows from what it is about.
import { setTimeout } from 'node:timers/promises';
import {
  type Client,
  isGrpcServiceError,
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { NamespaceNotFoundError, type SearchAttributePair } from '@temporalio/common';
import { changed, type ProcessRef, workflowIdOf } from '../workflows/messages.ts';
import { countryKey, cycleIdKey } from '../workflows/search-attributes.ts';
import { taskQueueOf } from '../workflows/version.ts';

/** A way to the Temporal server, and the version of the workflows' code that runs are started on. The signal ends every call. */
export type Temporal = { client: Client; codeVersion: string; signal?: AbortSignal };
/** What operators find a run by, where its id does not say it. */
export type About = { cycleId?: string | null; country?: string | null };

const callTimeoutMs = 5_000;

/** Starts the process; one that runs already goes on. */
export async function startProcess(temporal: Temporal, ref: ProcessRef, about: About = {}): Promise<void> {
  const options = {
    ...optionsOf(temporal, ref, about),
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
  };
  await within(temporal, () => temporal.client.workflow.start(ref.type, options));
}

/** Starts the process, or wakes the one that runs. */
export async function signalWithStart(temporal: Temporal, ref: ProcessRef, about: About = {}): Promise<void> {
  const options = {
    ...optionsOf(temporal, ref, about),
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
  };
  await within(temporal, () => temporal.client.workflow.signalWithStart(ref.type, { ...options, signal: changed }));
}

/** Replaces whatever run carries the process by a new one on this version, in one call. */
export async function restartProcess(temporal: Temporal, ref: ProcessRef, about: About = {}): Promise<void> {
  const workflowIdConflictPolicy = WorkflowIdConflictPolicy.TERMINATE_EXISTING;
  const options = { ...optionsOf(temporal, ref, about), workflowIdConflictPolicy };
  await within(temporal, () => temporal.client.workflow.start(ref.type, options));
}

/** Wakes the process. @returns false when no run carries it: then there is nothing to wake. */
export async function signalProcess(temporal: Temporal, ref: ProcessRef): Promise<boolean> {
  try {
    await within(temporal, () => temporal.client.workflow.getHandle(workflowIdOf(ref)).signal(changed));
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/**
 * No call to Temporal waits for ever, nor longer than the one who asks. While a run goes on with a new history the server
 * takes nothing for it: that takes a moment, so the call is made again.
 */
export async function within<Result>(
  { client, signal }: Temporal,
  call: () => Promise<Result>,
  timeoutMs = callTimeoutMs,
): Promise<Result> {
  const deadline = Date.now() + timeoutMs;
  const inTime = () => client.withDeadline(deadline, call);
  for (;;) {
    try {
      return await (signal === undefined ? inTime() : client.withAbortSignal(signal, inTime));
    } catch (error) {
      if (!isBusy(error) || Date.now() + betweenTriesMs > deadline) throw error;
      await setTimeout(betweenTriesMs, undefined, signal && { signal });
    }
  }
}

const betweenTriesMs = 50;

/** Resource exhausted: also what the server says of a run that is just closing. */
const isBusy = (error: unknown): boolean =>
  isGrpcServiceError(error)
    ? error.code === 8
    : error instanceof Error && error.cause !== undefined && isBusy(error.cause);

/** Whether the server is there now. */
export const answers = (temporal: Temporal): Promise<boolean> =>
  within(temporal, () => temporal.client.workflowService.getSystemInfo({}), 2_000).then(
    () => true,
    () => false,
  );

function optionsOf({ codeVersion }: Temporal, ref: ProcessRef, about: About) {
  const { type: _type, ...ids } = ref;
  return {
    workflowId: workflowIdOf(ref),
    taskQueue: taskQueueOf(codeVersion),
    args: [{ ...ids, codeVersion }],
    workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
    typedSearchAttributes: attributesOf(ref, about),
    staticSummary: summaryOf(ref),
  };
}

function attributesOf(ref: ProcessRef, about: About): SearchAttributePair[] {
  const cycleId = 'cycleId' in ref ? ref.cycleId : about.cycleId;
  const country = countryOf(ref) ?? about.country;
  return [
    ...(cycleId ? [{ key: cycleIdKey, value: cycleId }] : []),
    ...(country ? [{ key: countryKey, value: country }] : []),
  ];
}

function countryOf(ref: ProcessRef): string | undefined {
  if (ref.type === 'countryTrack') return ref.iso2;
  return ref.type === 'judgingPanel' ? /^([A-Z]{2})-/.exec(ref.group)?.[1] : undefined;
}

function summaryOf(ref: ProcessRef): string {
  switch (ref.type) {
    case 'awardCycle':
      return 'A cycle, from call to archive';
    case 'countryTrack':
      return `The part of ${ref.iso2}`;
    case 'nominationCorrection':
      return 'A nomination returned for correction';
    case 'judgingPanel':
      return `Panel ${ref.group}`;
    case 'endorsementRound':
      return 'Endorsement by the countries';
    case 'awardAcceptance':
      return 'The answer of a laureate';
    case 'forumProgramme':
      return 'The programme of a forum';
    case 'presentationSlot':
      return 'The talk of a laureate';
    case 'proposalRun':
      return 'A proposal being worked out';
  }
}

// Cancelled, unknown, deadline exceeded, permission denied, resource exhausted, aborted, internal, unavailable, unauthenticated.
const away = [1, 2, 4, 7, 8, 10, 13, 14, 16];

/** Temporal is away, busy, or does not know us yet, or this worker stops: nothing is wrong with what was asked. */
export function isTemporalAway(error: unknown): boolean {
  if (error instanceof NamespaceNotFoundError) return true;
  if (isGrpcServiceError(error)) return away.includes(error.code);
  return error instanceof Error && error.cause !== undefined && isTemporalAway(error.cause);
}
