// The rule of an earlier edition: what is known of it is recorded with its sources, and recorded anew when more is known.
import type { Decider } from '../decider.ts';
import type { EditionCommand, EditionEvent } from './messages.ts';
import { type EditionState, editionFold } from './state.ts';

export const edition: Decider<EditionState, EditionCommand, EditionEvent> = {
  ...editionFold,
  guards: () => ({}),
  decide: ({ data }, state, _guards, meta) => {
    if (state.status === 'recorded' && factsOf(state.facts) === factsOf(data)) return { events: [] };
    return { events: [{ type: 'HistoricEditionRecorded', data: { ...data, by: meta.actor } }] };
  },
};

const factsOf = (facts: object) => JSON.stringify(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
