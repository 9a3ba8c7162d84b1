// Ceremonies, and who receives for each laureate.
import type { AwardsEvent } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectCeremonies(event: Recorded<AwardsEvent>): Compilable[] {
  switch (event.type) {
    case 'CeremonyPlanned': {
      const { cycleId, startsAt, zone, venue, mode, order } = event.data;
      const plan = {
        ...{ starts_at: startsAt, zone, mode, ord: order, planned_at: event.meta.at },
        venue: venue === null ? null : JSON.stringify(venue),
      };
      return [
        kysely
          .insertInto('ceremonies')
          .values({ cycle_id: cycleId, ...plan })
          .onConflict((conflict) => conflict.column('cycle_id').doUpdateSet(plan)),
      ];
    }
    case 'ReceiverNamed': {
      const { laureateId, cycleId, how, personId, office } = event.data;
      return [ofLaureate(laureateId, cycleId, { how, person_id: personId, office })];
    }
    case 'AwardConferred': {
      const { laureateId, cycleId, at } = event.data;
      return [ofLaureate(laureateId, cycleId, { conferred_at: at })];
    }
    default:
      return [];
  }
}

type Facts = Omit<Parameters<ReturnType<typeof insert>['values']>[0] & object, 'laureate_id' | 'cycle_id'>;
const insert = () => kysely.insertInto('ceremony_laureates');

const ofLaureate = (laureateId: string, cycleId: string, facts: Facts): Compilable =>
  insert()
    .values({ laureate_id: laureateId, cycle_id: cycleId, ...facts })
    .onConflict((conflict) => conflict.column('laureate_id').doUpdateSet(facts));
