// An edition held before this system kept the record, as it was recorded last.
import type { Fold, StreamRef } from '../decider.ts';
import type { EditionEvent, HistoricEdition } from './messages.ts';

export type EditionState = { status: 'none' } | { status: 'recorded'; facts: HistoricEdition & { award: string } };

export const editionFold: Fold<EditionState, EditionEvent> = {
  kind: 'edition',
  initial: { status: 'none' },
  evolve: (_state, { data: { by: _by, ...facts } }) => ({ status: 'recorded', facts }),
};

export const editionStream = (award: string, number: number): StreamRef<EditionState> => ({
  fold: editionFold,
  id: `edition/${award}/${number}`,
  cycleId: null,
});
