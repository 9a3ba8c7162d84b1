// The activities as workflows call them: their time limits and how they are retried.
import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/activities.ts';

const patiently = { initialInterval: '1 s', backoffCoefficient: 2, maximumInterval: '1 m' } as const;

/** Commands and mail: tried until the store answers, with yes or with the rules' no. */
export const commands = proxyActivities<Pick<Activities, 'issue' | 'remind' | 'noteAttention' | 'clearAttention'>>({
  startToCloseTimeout: '15 s',
  retry: { ...patiently, nonRetryableErrorTypes: ['DomainRejected'] },
  summary: 'asks the store',
});

export const reads = proxyActivities<
  Pick<
    Activities,
    | 'loadCycle'
    | 'loadCountry'
    | 'loadPanel'
    | 'loadCorrection'
    | 'loadEndorsement'
    | 'loadAward'
    | 'loadForum'
    | 'loadSlot'
    | 'loadProposal'
  >
>({ startToCloseTimeout: '30 s', retry: patiently, summary: 'looks where things stand' });

/** Work of minutes. What fails five times is a matter for an operator. */
export const heavy = proxyActivities<
  Pick<Activities, 'solveAssignment' | 'solveSchedule' | 'assignScorecards' | 'sealTally'>
>({
  startToCloseTimeout: '10 m',
  heartbeatTimeout: '20 s',
  retry: { ...patiently, maximumAttempts: 5, nonRetryableErrorTypes: ['DomainRejected'] },
  summary: 'works on many at once',
});

export const audit = proxyActivities<Pick<Activities, 'takeOver' | 'heal' | 'reportTroubles'>>({
  startToCloseTimeout: '5 m',
  retry: { ...patiently, maximumAttempts: 3 },
  summary: 'compares the store with what runs',
});
