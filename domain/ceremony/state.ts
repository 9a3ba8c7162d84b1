// A cycle's ceremony, folded from its events.
import { type Fold, type StreamRef, unreachable } from '../decider.ts';
import type { Texts } from '../messages.ts';
import type { CeremonyEvent, How, Mode } from './messages.ts';

export type Receiver = { how: How; personId: string | null; office: string | null };
export type Plan = { startsAt: string; zone: string; venue: Texts | null; mode: Mode; order: string[] };
export type CeremonyState = {
  plan: Plan | null;
  receivers: { [laureateId: string]: Receiver };
  /** When each award was conferred, by laureate. */
  conferred: { [laureateId: string]: string };
};

export const ceremonyFold: Fold<CeremonyState, CeremonyEvent> = {
  kind: 'ceremony',
  initial: { plan: null, receivers: {}, conferred: {} },
  evolve,
};

function evolve(state: CeremonyState, event: CeremonyEvent): CeremonyState {
  switch (event.type) {
    case 'CeremonyPlanned': {
      const { startsAt, zone, venue, mode, order } = event.data;
      return { ...state, plan: { startsAt, zone, venue, mode, order } };
    }
    case 'ReceiverNamed': {
      const { laureateId, how, personId, office } = event.data;
      return { ...state, receivers: { ...state.receivers, [laureateId]: { how, personId, office } } };
    }
    case 'AwardConferred': {
      const { laureateId, at } = event.data;
      return { ...state, conferred: { ...state.conferred, [laureateId]: at } };
    }
    default:
      return unreachable(event);
  }
}

export const ceremonyStream = (cycleId: string): StreamRef<CeremonyState> => ({
  fold: ceremonyFold,
  id: `ceremony/${cycleId}`,
  cycleId,
});
