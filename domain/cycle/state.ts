// Where a cycle stands, folded from its events.
import type { AwardDefinition } from '../award-definition.ts';
import type { Fold, StreamRef } from '../decider.ts';
import type { Texts, Winner } from '../messages.ts';
import type { Phase, Stage } from '../phases.ts';
import type { CycleEvent, CycleSettings } from './messages.ts';

export type PhaseState =
  | { status: 'pending'; opensAt: string | null; closesAt: string | null }
  | { status: 'open'; openedAt: string | null; closesAt: string | null }
  | { status: 'closed' };
export type Objection = {
  country: string;
  laureateId: string;
  group: string;
  status: 'open' | 'upheld' | 'dismissed' | 'withdrawn';
};
export type Endorsement = {
  groups: string[];
  winners: Winner[];
  closesAt: string;
  /** laureate ids by the country that endorsed them */
  replies: { [country: string]: string[] };
  objections: Objection[];
  concluded: { endorsed: Winner[]; held: string[] } | null;
};
export type PlannedStage = { stage: Stage; at: string; published: boolean };
export type Cycle = {
  status: 'running' | 'cancelled' | 'archived';
  cycleId: string;
  slug: string;
  number: number;
  year: number;
  title: Texts;
  zone: string;
  countries: string[];
  definition: AwardDefinition;
  definitionHash: string;
  settings: CycleSettings;
  phases: { [phase in Phase]: PhaseState };
  endorsement: Endorsement | null;
  announcement: PlannedStage[];
};
export type CycleState = { status: 'none' } | Cycle;

export const cycleFold: Fold<CycleState, CycleEvent> = {
  kind: 'cycle',
  initial: { status: 'none' },
  evolve: (state) => state,
};

export const cycleStream = (cycleId: string): StreamRef<CycleState> => ({
  fold: cycleFold,
  id: `cycle/${cycleId}`,
  cycleId,
});
