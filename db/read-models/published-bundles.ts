// What was published of a panel's decision for others to check, for whom, when and by whom.
import type { AwardsEvent } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectPublishedBundles(event: Recorded<AwardsEvent>): Compilable[] {
  if (event.type === 'BundleWithdrawn') {
    const { cycleId, group, audience, hash, reason } = event.data;
    return [
      kysely
        .updateTable('published_bundles')
        .set({ withdrawn_at: event.meta.at, reason })
        .where('cycle_id', '=', cycleId)
        .where('panel_group', '=', group)
        .where('audience', '=', audience)
        .where('hash', '=', hash)
        .where('withdrawn_at', 'is', null),
    ];
  }
  if (event.type !== 'BundlePublished') return [];
  const { cycleId, group, number, audience, hash } = event.data;
  return [
    kysely.insertInto('published_bundles').values({
      ...{ event_id: event.eventId, cycle_id: cycleId, panel_group: group, audience, number, hash },
      ...{ published_by: event.meta.actor, published_at: event.meta.at },
    }),
  ];
}
