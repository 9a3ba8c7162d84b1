// Putting what can be checked of a decision before those who may have it: after somebody has looked at it, and not too early.
import type { Cycle } from '../cycle/state.ts';
import type { Decision } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { requireSigned } from './awarding.ts';
import type { PanelCommand, PanelEvent } from './messages.ts';
import type { Panel } from './state.ts';

type Data = Extract<PanelCommand, { type: 'PublishBundle' }>['data'];

/** A country may have its own panel's as soon as it is signed; nominees and everybody once the laureates are public. */
export function publishBundle({ audience, hash }: Data, state: Panel, cycle: Cycle): Decision<PanelEvent> {
  requireSigned(state);
  if (audience === 'country' && state.country === null)
    throw new Refusal('no-own-panel', 'No country has a panel of its own here: there is nothing to give to one alone.');
  if (audience !== 'country' && !isAnnounced(cycle))
    throw new Refusal('not-public-yet', 'The laureates are not public yet: what is published would name them first.');
  if (state.published?.some((one) => one.audience === audience && one.hash === hash) === true) return { events: [] };
  const { cycleId, group, decision } = state;
  return { events: [{ type: 'BundlePublished', data: { cycleId, group, number: decision.number, audience, hash } }] };
}

const isAnnounced = ({ announcement }: Cycle): boolean =>
  announcement.some(({ stage, published }) => stage === 'public' && published);
