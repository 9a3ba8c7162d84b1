// Schedules that were tried on a copy, and what came out of each.
import type { Scenario } from '../../domain/forum/messages.ts';
import type { Forum } from '../../domain/forum/state.ts';
import { samePlace } from '../../domain/scheduling/schedule.ts';
import type { Db } from '../database.ts';
import type { ScenarioOutcome } from '../tables/processes.ts';

export type Tried = {
  id: string;
  scenario: Scenario;
  state: 'requested' | 'running' | 'proposed' | 'failed' | 'cancelled';
  broken: string[];
  outcome: (ScenarioOutcome & { moved: number }) | null;
};

/** The newest first. */
export async function findOutcomes(db: Db, { scenarios, placements }: Forum): Promise<Tried[]> {
  if (scenarios.length === 0) return [];
  const rows = await db.read
    .selectFrom('proposals')
    .select(['proposal_id', 'state', 'detail'])
    .where(
      'proposal_id',
      'in',
      scenarios.map(({ proposalId }) => proposalId),
    )
    .execute();
  const moved = (outcome: ScenarioOutcome) =>
    outcome.placements.filter((placed) => {
      const now = placements.find(({ talk }) => talk === placed.talk);
      return now !== undefined && !samePlace(now, placed);
    }).length;
  return scenarios.toReversed().map(({ proposalId, scenario }) => {
    const row = rows.find((one) => one.proposal_id === proposalId);
    const outcome = row?.detail?.scenario ?? null;
    return {
      ...{ id: proposalId, scenario, state: row?.state ?? 'requested', broken: row?.detail?.broken ?? [] },
      outcome: outcome && { ...outcome, moved: moved(outcome) },
    };
  });
}
