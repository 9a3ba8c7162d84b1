// How few sheets an entry may have: lowered for one entry that no reserve can serve, by the authority that the award names, before the tally opens.
import type { Cycle } from '../cycle/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { judgingOf } from '../definition-queries.ts';
import { hasConflict } from '../judge/state.ts';
import { leastToTrim } from '../tally/methods.ts';
import { entryOf } from './entries.ts';
import type { Entry, PanelCommand, PanelEvent } from './messages.ts';
import type { ReserveGuards } from './reserves.ts';
import { sheetsNamed } from './rounds.ts';
import type { Panel } from './state.ts';
import type { Calendar } from './timing.ts';

type Data = Extract<PanelCommand, { type: 'LowerMinimum' }>['data'];

/** Fewer than two assessors are no panel. */
const floor = 2;

export function lowerMinimum(
  { nominationId, minimum, reason }: Data,
  state: Panel,
  { cycle }: Calendar,
  guards: ReserveGuards,
  meta: Meta,
): Decision<PanelEvent> {
  const { minimumSheets, minimumLoweredBy = 'secretariat', aggregation } = judgingOf(cycle.definition, state.round);
  const isAuthority = meta.role === minimumLoweredBy || (minimumLoweredBy === 'chair' && meta.role === 'deputy-chair');
  if (!isAuthority)
    throw new Refusal('minimum-of-another', `By the award's rules this is for the ${minimumLoweredBy}.`, {
      by: minimumLoweredBy,
    });
  if (state.status !== 'formed' && state.status !== 'scoring' && state.status !== 'closed')
    throw new Refusal('tally-sealed', 'The tally is sealed: what it asked for stays as it was.');
  const entry = entryOf(state, nominationId);
  if (state.lowered?.[nominationId] === minimum) return { events: [] };
  if (minimum < floor || minimum >= minimumSheets)
    throw new Refusal('minimum-not-lower', `The minimum can be lowered to ${floor} at least, from ${minimumSheets}.`, {
      from: floor,
      to: minimumSheets - 1,
    });
  if (aggregation === 'trimmed' && minimum < leastToTrim)
    throw new Refusal(
      'too-few-to-trim',
      `The award drops the highest and the lowest sheet: with fewer than ${leastToTrim} for one entry none could be ranked so.`,
      { least: leastToTrim },
    );
  requireNoReserve(entry, state, cycle, guards);
  const { cycleId, group } = state;
  return { events: [{ type: 'MinimumLowered', data: { cycleId, group, nominationId, minimum, reason } }] };
}

/** Once scoring is closed nobody is called any more; nor is ever who has, or has stepped back from, the entry. */
function requireNoReserve(
  { nominationId, country }: Entry,
  panel: Panel,
  { definition }: Cycle,
  guards: ReserveGuards,
) {
  if (panel.status === 'closed') return;
  const alien = definition.judging.conflictScope === 'country';
  const free = panel.reserves.filter((id) => {
    const judge = guards[`judge/${id}`];
    if (judge?.status !== 'accepted') return false;
    if (panel.assigned.some((pair) => pair.nominationId === nominationId && pair.judgeId === id)) return false;
    if (sheetsNamed(panel, nominationId, id).some((name) => guards[name]?.status === 'recused')) return false;
    return !hasConflict(judge, nominationId) && !(alien && judge.country === country);
  });
  if (free.length > 0)
    throw new Refusal('reserve-can-serve', 'A reserve can read this entry: call that judge to the panel first.', {
      reserves: free,
    });
}
