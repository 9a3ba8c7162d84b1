// What has happened, and the work of processes, as Kysely sees them.

import type { Generated } from 'kysely';
import type { Broken } from '../../domain/assignment/checking.ts';
import type { Island } from '../../domain/assignment/connectivity.ts';
import type { Shortage } from '../../domain/assignment/feasibility.ts';
import type { Placement } from '../../domain/forum/messages.ts';
import type { Auto, Json, Maybe, MaybeJson, MaybeTime, Time } from './columns.ts';

/** `broken` says why there is no plan, in sentences. */
export type ProposalDetail = {
  shortage?: Shortage | null;
  islands?: Island[];
  broken?: string[];
  /** The same by rule. */
  rules?: { rule: Broken['rule']; of: string[] }[];
  /** What came out of a schedule on a copy. */
  scenario?: ScenarioOutcome;
};
export type ScenarioOutcome = {
  objective: number;
  bound: number | null;
  gap: number | null;
  status: 'optimal' | 'limit';
  terms: { [term: string]: number };
  placements: Placement[];
  unplaced: string[];
};

export type ProcessTables = {
  history: {
    event_id: string;
    tx: string;
    position: number;
    at: Time;
    type: string;
    stream_id: string;
    version: number;
    actor: string;
    role: string;
    cycle_id: string | null;
    country: string | null;
    category: string | null;
    panel_group: string | null;
    nomination_id: string | null;
    judge_id: string | null;
    forum_id: string | null;
    person_id: string | null;
    detail: Json<Record<string, unknown>>;
  };
  proposals: {
    proposal_id: string;
    kind: 'assignment' | 'schedule';
    cycle_id: string | null;
    panel_group: string | null;
    forum_id: string | null;
    state: 'requested' | 'running' | 'proposed' | 'failed' | 'cancelled';
    progress: Generated<number>;
    objective: Maybe<number>;
    bound: Maybe<number>;
    problem: Maybe<string>;
    /** What came out beside the plan: cost by rule, what stands in the way. */
    detail: MaybeJson<ProposalDetail>;
    requested_by: string;
    requested_at: Time;
    finished_at: MaybeTime;
  };
  process_attention: { workflow_id: string; step: string; problem: string; since: Auto; tries: Generated<number> };
  relay_parked: { event_id: string; type: string; stream_id: string; problem: string; parked_at: Auto };
};
