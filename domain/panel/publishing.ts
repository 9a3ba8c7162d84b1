// Putting what can be checked of a decision before those who may have it: after somebody has looked at it, and not too early.
import type { Cycle } from '../cycle/state.ts';
import type { Decision } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { requireSigned } from './awarding.ts';
import type { PanelCommand, PanelEvent } from './messages.ts';
import type { Panel } from './state.ts';

type Data<Type extends PanelCommand['type']> = Extract<PanelCommand, { type: Type }>['data'];

/** A country may have its own panel's as soon as it is signed; nominees and everybody once the laureates are public. */
export function publishBundle(
  { audience, hash }: Data<'PublishBundle'>,
  state: Panel,
  cycle: Cycle,
): Decision<PanelEvent> {
  requireSigned(state);
  if (audience === 'country' && state.country === null)
    throw new Refusal('no-own-panel', 'No country has a panel of its own here: there is nothing to give to one alone.');
  if (audience !== 'country' && !isAnnounced(cycle))
    throw new Refusal('not-public-yet', 'The laureates are not public yet: what is published would name them first.');
  if (state.published?.some((one) => one.audience === audience && one.hash === hash) === true) return { events: [] };
  const { cycleId, group, decision } = state;
  return { events: [{ type: 'BundlePublished', data: { cycleId, group, number: decision.number, audience, hash } }] };
}

/** What was withdrawn may be published again, once it was looked at again. */
export function withdrawBundle(
  { audience, hash, reason }: Data<'WithdrawBundle'>,
  { cycleId, group, published = [], withdrawn = [] }: Panel,
): Decision<PanelEvent> {
  const isIt = (one: { audience: string; hash: string }) => one.audience === audience && one.hash === hash;
  if (!published.some(isIt)) {
    if (withdrawn.some(isIt)) return { events: [] };
    throw new Refusal('not-published', 'This was not published of the panel.');
  }
  return { events: [{ type: 'BundleWithdrawn', data: { cycleId, group, audience, hash, reason } }] };
}

const isAnnounced = ({ announcement }: Cycle): boolean =>
  announcement.some(({ stage, published }) => stage === 'public' && published);
