// How a nomination leaves by the secretariat's act, whatever it has come to, until its panel's decision is signed.
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { NominationEvent } from './messages.ts';
import { type CommandData, type Desk, idsOf, type NominationGuards, panelBefore } from './rules.ts';
import type { Nomination } from './state.ts';

export function disqualify(
  { reason, letter }: CommandData<'DisqualifyNomination'>,
  state: Nomination,
  desk: Desk,
  guards: NominationGuards,
  meta: Meta,
): Decision<NominationEvent> {
  const { status } = state;
  if (status === 'disqualified') return { events: [] };
  if (status === 'rejected' || status === 'withdrawn')
    throw new Refusal('nomination-closed', `The nomination is ${status}.`, { status });
  const wasForwarded = status === 'forwarded';
  if (wasForwarded) requireUnsigned(state, desk, guards);
  const slot = { wasForwarded, keepsSlot: wasForwarded && isSigned(state, desk) };
  const data = { ...idsOf(state), reason, letter: letter ?? null, ...slot, by: meta.actor };
  return { events: [{ type: 'NominationDisqualified', data }] };
}

function requireUnsigned(state: Nomination, desk: Desk, guards: NominationGuards): void {
  const { group, panel } = panelBefore(state, desk, guards);
  if (panel.status === 'signed')
    throw new Refusal('decision-signed', `The decision of ${group} is signed: an award is revoked instead.`, {
      group,
      command: 'RevokeAward',
    });
}

/** What a country has signed stays counted: nobody follows in the place of one that leaves later. */
export const isSigned = ({ category }: Nomination, { country }: Desk): boolean =>
  country.forwarding[category]?.status === 'signed';
