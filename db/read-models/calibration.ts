// Reference entries and what judges gave them, one row each.
import type { AwardsEvent } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectCalibration(event: Recorded<AwardsEvent>): Compilable[] {
  const { at } = event.meta;
  switch (event.type) {
    case 'ReferenceAdded': {
      const { cycleId, group, referenceId, earlier = null, content, points } = event.data;
      const ids = { cycle_id: cycleId, panel_group: group, reference_id: referenceId };
      return [
        kysely
          .insertInto('reference_entries')
          .values({ ...ids, earlier, content, points: JSON.stringify(points), added_at: at }),
      ];
    }
    case 'ReferenceRemoved': {
      const { cycleId, group, referenceId } = event.data;
      return [
        kysely
          .deleteFrom('reference_entries')
          .where('cycle_id', '=', cycleId)
          .where('panel_group', '=', group)
          .where('reference_id', '=', referenceId),
      ];
    }
    case 'ReferenceScored': {
      const { cycleId, group, referenceId, judgeId, scores, abstained = [], comments } = event.data;
      const points = JSON.stringify([...scores, ...abstained.map((criterion) => ({ criterion, points: null }))]);
      const ids = { cycle_id: cycleId, panel_group: group, reference_id: referenceId, judge_id: judgeId };
      return [kysely.insertInto('reference_sheets').values({ ...ids, points, comments, scored_at: at })];
    }
    default:
      return [];
  }
}
