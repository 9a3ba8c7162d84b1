// Scorecards, one row per judge, nomination and round.
import type { AwardsEvent } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectScorecards(event: Recorded<AwardsEvent>): Compilable[] {
  const { at } = event.meta;
  switch (event.type) {
    case 'ScorecardAssigned': {
      const { nominationId, judgeId, round, cycleId, group, country, category, dossierVersion } = event.data;
      return [
        kysely.insertInto('scorecards').values({
          nomination_id: nominationId,
          judge_id: judgeId,
          round,
          cycle_id: cycleId,
          panel_group: group,
          country,
          category,
          dossier_version: dossierVersion,
          status: 'assigned',
          version: event.version,
          assigned_at: at,
        }),
      ];
    }
    case 'ScorecardSubmitted': {
      const { scores, abstained = [], comments } = event.data;
      const points = JSON.stringify([...scores, ...abstained.map((criterion) => ({ criterion, points: null }))]);
      return [
        scorecard(event.data).set({ status: 'submitted', points, comments, version: event.version, submitted_at: at }),
      ];
    }
    case 'ScorecardReopened':
      return [
        scorecard(event.data).set({
          status: 'reopened',
          version: event.version,
          dossier_version: event.data.amendedTo ?? event.data.dossierVersion,
        }),
      ];
    case 'ScorecardRenewed':
      return [scorecard(event.data).set({ dossier_version: event.data.amendedTo, version: event.version })];
    case 'EntryRecused':
      return [scorecard(event.data).set({ status: 'recused', version: event.version })];
    default:
      return [];
  }
}

const scorecard = (data: { nominationId: string; judgeId: string; round: string }) =>
  kysely
    .updateTable('scorecards')
    .where('nomination_id', '=', data.nominationId)
    .where('judge_id', '=', data.judgeId)
    .where('round', '=', data.round);
