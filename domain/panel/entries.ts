// What stands before a panel: entries leave it with their nomination, and are read in the version that judges are given.
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { NominationState } from '../nomination/state.ts';
import type { PanelCommand, PanelEvent } from './messages.ts';
import { everyEntry } from './rounds.ts';
import type { Panel } from './state.ts';
import { requireProcess } from './timing.ts';

type Data<Type extends PanelCommand['type']> = Extract<PanelCommand, { type: Type }>['data'];
export type NominationGuards = { [name: `nomination/${string}`]: NominationState };

/** Its sheets stay in the record; they are counted no more. */
export function removeEntry(
  { nominationId, reason }: Data<'RemoveEntry'>,
  state: Panel,
  nominations: NominationGuards,
): Decision<PanelEvent> {
  if (state.removed.includes(nominationId)) return { events: [] };
  if (!everyEntry(state).some((entry) => entry.nominationId === nominationId)) entryOf(state, nominationId);
  if (!hasFallen(nominations[`nomination/${nominationId}`]))
    throw new Refusal('nomination-stands', 'The nomination stands: disqualify it first.');
  const { cycleId, group } = state;
  return { events: [{ type: 'EntryRemoved', data: { cycleId, group, nominationId, reason } }] };
}

/** After leave was given to a change of the dossier: judges read the new version. */
export function amendEntry(
  { nominationId }: Data<'AmendEntry'>,
  state: Panel,
  nominations: NominationGuards,
  meta: Meta,
): Decision<PanelEvent> {
  requireProcess(meta, 'An entry follows its nomination by itself, once leave is given to a change.');
  const entry = entryOf(state, nominationId);
  const nomination = nominations[`nomination/${nominationId}`];
  if (nomination?.status !== 'forwarded' || nomination.binding <= entry.version) return { events: [] };
  if (state.status !== 'formed' && state.status !== 'scoring')
    throw new Refusal('scoring-closed', 'Scoring is closed: the entry stands as it was judged.');
  const { cycleId, group } = state;
  const { binding: version, organisation } = nomination;
  return { events: [{ type: 'EntryAmended', data: { cycleId, group, nominationId, version, organisation } }] };
}

/** @throws Refusal entry-unknown */
export function entryOf({ entries }: Pick<Panel, 'entries'>, nominationId: string) {
  const entry = entries.find((candidate) => candidate.nominationId === nominationId);
  if (entry === undefined) throw new Refusal('entry-unknown', `${nominationId} is not before this panel.`);
  return entry;
}

const hasFallen = (nomination: NominationState | undefined): boolean =>
  nomination?.status === 'disqualified' || nomination?.status === 'withdrawn';

/** Nobody is named, and nothing is signed, whose nomination has left, whether or not the panel has heard of it. */
export function requireStanding(named: string[], state: Panel, nominations: NominationGuards): void {
  const gone = named.filter((id) => state.removed.includes(id) || hasFallen(nominations[`nomination/${id}`]));
  if (gone.length > 0)
    throw new Refusal('entry-removed', `No longer before the panel: ${gone.join(', ')}.`, { entries: gone });
}
