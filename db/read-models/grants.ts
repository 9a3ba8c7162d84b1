// Who may act in which role, and where: the rows that every request is checked against.
import type { AwardsEvent } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectGrants(event: Recorded<AwardsEvent>): Compilable[] {
  switch (event.type) {
    case 'RoleGranted': {
      const { grantId, personId, role, scope, from, until, by, powers = [] } = event.data;
      return [
        kysely.insertInto('grants').values({
          grant_id: grantId,
          person_id: personId,
          role,
          award: scope.award ?? null,
          country: scope.country ?? null,
          forum_id: scope.forum ?? null,
          nomination_id: scope.nomination ?? null,
          laureate_id: scope.laureate ?? null,
          from_at: from,
          until_at: until,
          granted_by: by,
          powers,
        }),
      ];
    }
    case 'RoleHandedOver':
      return [
        kysely.updateTable('grants').set({ until_at: event.data.until }).where('grant_id', '=', event.data.grantId),
      ];
    case 'RoleRevoked':
      return [
        kysely.updateTable('grants').set({ revoked_at: event.meta.at }).where('grant_id', '=', event.data.grantId),
      ];
    default:
      return [];
  }
}
