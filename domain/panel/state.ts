// Where a panel stands, folded from its events.
import type { Fold, StreamRef } from '../decider.ts';
import type { Winner } from '../messages.ts';
import type { TallyResult } from '../tally/tally.ts';
import type { Entry, Pair, PanelEvent } from './messages.ts';

export type Assignment =
  | { status: 'none' }
  | { status: 'requested'; proposalId: string; pinned: Pair[] }
  | { status: 'proposed'; proposalId: string; pairs: Pair[]; emptySeats: number };
export type Decision = { number: number; outside: boolean; winners: Winner[] };
export type Award =
  | { status: 'offered' }
  | { status: 'accepted' }
  | { status: 'declined' }
  | { status: 'replaced'; by: string | null };
type Base = {
  cycleId: string;
  group: string;
  country: string | null;
  category: string;
  entries: Entry[];
  judges: string[];
  reserves: string[];
  chair: string | null;
  deputyChair: string | null;
  round: string;
  /** How many decisions were recorded so far. */
  decisions: number;
  /** What has been released; grows when a later assignment is released. */
  assigned: Pair[];
  assignment: Assignment;
};
type Tallied = {
  tally: TallyResult;
  votes: { entries: string[]; votes: { judgeId: string; choice: string | null }[] }[];
};
export type PanelState =
  | { status: 'none' }
  | (Base & { status: 'formed' })
  | (Base & { status: 'scoring' })
  | (Base & { status: 'closed' })
  | (Base & Tallied & { status: 'sealed' })
  /** `tally` is null after a decision taken outside. */
  | (Base & { status: 'decided'; decision: Decision; tally: TallyResult | null; votes: Tallied['votes'] })
  | (Base & {
      status: 'signed';
      decision: Decision;
      tally: TallyResult | null;
      votes: Tallied['votes'];
      awards: { [laureateId: string]: Award };
    });

export const panelFold: Fold<PanelState, PanelEvent> = {
  kind: 'panel',
  initial: { status: 'none' },
  evolve: (state) => state,
};

export const panelStream = (cycleId: string, group: string): StreamRef<PanelState> => ({
  fold: panelFold,
  id: `panel/${cycleId}/${group}`,
  cycleId,
});
