// Who holds a role now: for mail, and for whatever else is meant for all of a role.
import { sql } from 'kysely';
import type { Power, Role } from '../../domain/roles.ts';
import type { Db } from '../database.ts';

type Where = { award: string; country?: string | null; forumId?: string; power?: Power };

/** Persons by id, each once, with a grant that holds by the database's clock; `country` null or left out means any. */
export async function findHolders(
  db: Db,
  roles: readonly Role[],
  { award, country = null, forumId, power }: Where,
): Promise<string[]> {
  let query = db.read
    .selectFrom('grants')
    .select('person_id')
    .distinct()
    .where('role', 'in', roles)
    .where('revoked_at', 'is', null)
    .where('from_at', '<=', sql<Date>`clock_timestamp()`)
    .where((eb) => eb.or([eb('until_at', 'is', null), eb('until_at', '>', sql<Date>`clock_timestamp()`)]))
    .orderBy('person_id');
  query = forumId === undefined ? query.where('award', '=', award) : query.where('forum_id', '=', forumId);
  if (power !== undefined) query = query.where((eb) => eb(eb.val(power), '=', eb.fn.any('powers')));
  if (country !== null) query = query.where('country', '=', country);
  return (await query.execute()).map((row) => row.person_id);
}
