// The counter-check: where one officer is all that a country has, the secretariat is the second pair of eyes.
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { NominationEvent } from './messages.ts';
import { type CommandData, idsOf, requireForeignChecks } from './rules.ts';
import type { Nomination } from './state.ts';

/** Of the version that is there: what is handed in later needs another one. */
export function counterCheck(
  { subject, reason, officers }: CommandData<'RecordCounterCheck'>,
  state: Nomination,
  meta: Meta,
): Decision<NominationEvent> {
  if (isCounterChecked(state, subject)) return { events: [] };
  const fitting = subject === 'rejection' ? ['rejection-proposed'] : ['submitted', 'rejection-proposed', 'forwarded'];
  if (!fitting.includes(state.status))
    throw new Refusal('not-to-counter-check', `The nomination is ${state.status}: there is nothing to counter-check.`, {
      status: state.status,
    });
  if (officers > 1)
    throw new Refusal(
      'not-single-officer',
      `${officers} people hold a role at the country's desk: one of them is the second person.`,
      { officers },
    );
  requireForeignChecks(state, meta);
  const data = { ...idsOf(state), version: state.version, subject, reason, by: meta.actor };
  return { events: [{ type: 'CounterChecked', data }] };
}

export const isCounterChecked = (
  { counterCheck: done, version }: Nomination,
  subject: 'forwarding' | 'rejection',
): boolean => done !== null && done.version === version && done.subject === subject;

/** Who checked does not forward or sign, unless the secretariat has looked too. */
export function requireSecondLook(state: Nomination, meta: Meta): void {
  if (!isCounterChecked(state, 'forwarding')) requireForeignChecks(state, meta);
}
