// How few sheets an entry may have: lowered for one entry, by the authority that the award names, before the tally opens.
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { entryOf } from './entries.ts';
import type { PanelCommand, PanelEvent } from './messages.ts';
import type { Panel } from './state.ts';
import type { Calendar } from './timing.ts';

type Data = Extract<PanelCommand, { type: 'LowerMinimum' }>['data'];

/** Fewer than two assessors are no panel. */
const floor = 2;

export function lowerMinimum(
  { nominationId, minimum, reason }: Data,
  state: Panel,
  { cycle }: Calendar,
  meta: Meta,
): Decision<PanelEvent> {
  const { minimumSheets, minimumLoweredBy = 'secretariat' } = cycle.definition.judging;
  const isAuthority = meta.role === minimumLoweredBy || (minimumLoweredBy === 'chair' && meta.role === 'deputy-chair');
  if (!isAuthority)
    throw new Refusal('minimum-of-another', `By the award's rules this is for the ${minimumLoweredBy}.`, {
      by: minimumLoweredBy,
    });
  if (state.status !== 'formed' && state.status !== 'scoring' && state.status !== 'closed')
    throw new Refusal('tally-sealed', 'The tally is sealed: what it asked for stays as it was.');
  entryOf(state, nominationId);
  if (state.lowered?.[nominationId] === minimum) return { events: [] };
  if (minimum < floor || minimum >= minimumSheets)
    throw new Refusal('minimum-not-lower', `The minimum can be lowered to ${floor} at least, from ${minimumSheets}.`, {
      from: floor,
      to: minimumSheets - 1,
    });
  const { cycleId, group } = state;
  return { events: [{ type: 'MinimumLowered', data: { cycleId, group, nominationId, minimum, reason } }] };
}
