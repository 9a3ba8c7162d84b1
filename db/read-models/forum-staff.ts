// Who helps at a forum: the grants of its roles that hold now or will.
import { sql } from 'kysely';
import { forumRoles } from '../../domain/roles.ts';
import type { Db } from '../database.ts';

export type ForumStaff = {
  personId: string;
  grantId: string;
  name: string;
  role: (typeof forumRoles)[number];
  from: string;
  until: string | null;
};

/** By role, then by name; those whose role is over are left out. */
export async function findForumStaff(db: Db, forumId: string): Promise<ForumStaff[]> {
  const rows = await db.read
    .selectFrom('grants')
    .innerJoin('people', 'people.person_id', 'grants.person_id')
    .select(['grants.person_id', 'grant_id', 'people.name', 'role', 'from_at', 'until_at'])
    .where('forum_id', '=', forumId)
    .where('role', 'in', forumRoles)
    .where('revoked_at', 'is', null)
    .where('people.erased_at', 'is', null)
    .where((eb) => eb.or([eb('until_at', 'is', null), eb('until_at', '>', sql<Date>`clock_timestamp()`)]))
    .orderBy('role')
    .orderBy('people.name')
    .orderBy('grant_id')
    .execute();
  return rows.flatMap(({ person_id: personId, grant_id: grantId, name, role, from_at, until_at }) => {
    const held = forumRoles.find((one) => one === role);
    const dates = { from: from_at.toISOString(), until: until_at?.toISOString() ?? null };
    return held === undefined ? [] : [{ personId, grantId, name, role: held, ...dates }];
  });
}
