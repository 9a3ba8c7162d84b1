// How each decision was signed.
import type { AwardsEvent } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectSignedDecisions(event: Recorded<AwardsEvent>): Compilable[] {
  if (event.type !== 'DecisionSigned') return [];
  const { cycleId, group, number, signature, by } = event.data;
  return [
    kysely.insertInto('signed_decisions').values({
      ...{ cycle_id: cycleId, panel_group: group, number, signature: JSON.stringify(signature) },
      ...{ signed_by: by, at: event.meta.at },
    }),
  ];
}
