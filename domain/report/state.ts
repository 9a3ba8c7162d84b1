// Where a delegation's mission report stands, folded from its events.
import { type Fold, type StreamRef, unreachable } from '../decider.ts';
import type { Audience, ReportEvent } from './messages.ts';

export type ReportState = {
  /** The hash of each version, the first at 0. */
  versions: string[];
  /** What lies with the superior, and who handed it in. */
  handedIn: { version: number; personId: string } | null;
  approved: { version: number; audience: Audience } | null;
  /** The version that everybody may read. */
  published: number | null;
  /** Who approves, where it is not whoever approves for the country. */
  superior: string | null;
};

const initial: ReportState = { versions: [], handedIn: null, approved: null, published: null, superior: null };
export const reportFold: Fold<ReportState, ReportEvent> = { kind: 'report', initial, evolve };

function evolve(state: ReportState, event: ReportEvent): ReportState {
  switch (event.type) {
    case 'ReportSaved':
      return { ...state, versions: [...state.versions, event.data.hash] };
    case 'ReportHandedIn': {
      const { version, personId } = event.data;
      return { ...state, handedIn: { version, personId } };
    }
    case 'ReportReturned':
      return { ...state, handedIn: null };
    case 'ReportApproved': {
      const { version, audience } = event.data;
      return { ...state, handedIn: null, approved: { version, audience } };
    }
    case 'ReportPublished':
      return { ...state, published: event.data.version };
    case 'ReportRetracted':
      return { ...state, published: null };
    case 'SuperiorNamed':
      return { ...state, superior: event.data.personId };
    default:
      return unreachable(event);
  }
}

export const reportStream = (
  forumId: string,
  country: string,
  cycleId: string | null = null,
): StreamRef<ReportState> => ({ fold: reportFold, id: `report/${forumId}/${country}`, cycleId });
