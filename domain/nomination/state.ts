// Where a nomination stands, folded from its events.
import type { Fold, StreamRef } from '../decider.ts';
import type { Texts } from '../messages.ts';
import type { NominationEvent } from './messages.ts';

type Base = {
  nominationId: string;
  cycleId: string;
  country: string;
  category: string;
  organisation: Texts;
  organisationId: string;
  title: Texts;
  dossier: string;
  version: number;
  draftVersion: number;
  /** The newest outcome of each checklist item, and who recorded it. A correction clears them. */
  checks: { [item: string]: { outcome: 'passed' | 'failed'; by: string } };
  /** Everyone who ever recorded a check. */
  checkedBy: string[];
};
export type NominationState =
  | { status: 'none' }
  | (Base & { status: 'submitted' })
  | (Base & { status: 'returned'; correctBy: string })
  | (Base & { status: 'rejection-proposed'; proposedBy: string; reason: string })
  | (Base & { status: 'rejected' })
  | (Base & { status: 'withdrawn' })
  | (Base & { status: 'forwarded' });

export const nominationFold: Fold<NominationState, NominationEvent> = {
  kind: 'nomination',
  initial: { status: 'none' },
  evolve: (state) => state,
};

export const nominationStream = (nominationId: string, cycleId: string | null = null): StreamRef<NominationState> => ({
  fold: nominationFold,
  id: `nomination/${nominationId}`,
  cycleId,
});
