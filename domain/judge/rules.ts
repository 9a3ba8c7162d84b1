// What several rules of a judge rest on.
import type { Cycle } from '../cycle/state.ts';
import { Refusal } from '../decider.ts';
import type { Judge } from './state.ts';

export type Ids = { cycleId: string; judgeId: string; groups: string[] };

export const idsOf = ({ cycleId, judgeId, groups }: Judge): Ids => ({ cycleId, judgeId, groups });

export function requireAccepted({ status }: Judge): void {
  if (status !== 'accepted')
    throw new Refusal('invitation-not-accepted', `The invitation is ${status}: only who has accepted serves.`, {
      status,
    });
}

export function requireTerms({ terms }: Judge, { definition }: Cycle): void {
  const { version } = definition.judging.terms;
  if (terms !== version) throw new Refusal('terms-not-accepted', 'Accept the terms first.', { version });
}
