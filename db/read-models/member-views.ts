// Who holds which role where: for those who give roles and those who check.
import { sql } from 'kysely';
import type { Scope } from '../../domain/member/messages.ts';
import type { Role } from '../../domain/roles.ts';
import { collate } from '../collations.ts';
import type { Db } from '../database.ts';

export type MemberLine = {
  grantId: string;
  personId: string;
  name: string;
  /** Null for who only checks. */
  email: string | null;
  role: Role;
  scope: Scope;
  from: string;
  until: string | null;
  /** Whether it holds already. */
  begun: boolean;
  grantedBy: string;
};
type Row = Omit<MemberLine, 'from' | 'until' | 'scope'> & { from: Date; until: Date | null; scope: Scope };
type Filter = {
  /** Null: of every award. */
  award: string | null;
  country: string | null;
  role: string | null;
  personId: string | null;
  addresses: boolean;
  /** By whose rules names are put in order. */
  language: string;
  limit: number;
  after: string[] | undefined;
};

/**
 * Roles that hold or will hold, by name; a role over one laureate or one forum counts for its award. `after` is the key of
 * the last one seen: [name, grantId].
 */
export async function findMembers(db: Db, filter: Filter): Promise<MemberLine[]> {
  const { award, country, role, personId, addresses, limit, after } = filter;
  const sorted = sql`k.name ${collate(filter.language)}`;
  const [name = null, grant = null] = after ?? [];
  const { rows } = await sql<Row>`
    select g.grant_id as "grantId", g.person_id as "personId", k.name, case when ${addresses} then p.email end as email, g.role,
      json_strip_nulls(json_build_object('award', g.award, 'country', g.country, 'forum', g.forum_id, 'nomination', g.nomination_id,
        'laureate', g.laureate_id)) as scope, g.from_at as "from", g.until_at as "until", g.from_at <= clock_timestamp() as begun, g.granted_by as "grantedBy"
    from grants g left join people p on p.person_id = g.person_id and p.erased_at is null
      cross join lateral (select coalesce(p.name, '') as name) k
      left join laureates l on l.laureate_id = g.laureate_id
      left join forums f on f.forum_id = g.forum_id
      left join cycles c on c.cycle_id = coalesce(l.cycle_id, f.cycle_id)
    where g.revoked_at is null and (g.until_at is null or g.until_at > clock_timestamp())
      and (${award}::text is null or coalesce(g.award, c.award) = ${award})
      and (${country}::text is null or coalesce(g.country, l.country) = ${country})
      and (${role}::text is null or g.role = ${role}) and (${personId}::uuid is null or g.person_id = ${personId}::uuid)
      and (${grant}::uuid is null or (${sorted}, g.grant_id) > (${name}, ${grant}::uuid))
    order by ${sorted}, g.grant_id limit ${limit}`.execute(db.read);
  return rows.map(({ from, until, ...row }) => ({
    ...row,
    from: from.toISOString(),
    until: until?.toISOString() ?? null,
  }));
}

/** Where a role that was given once holds, revoked or not. */
export async function findScope(db: Db, personId: string, grantId: string): Promise<Scope | undefined> {
  const row = await db.read
    .selectFrom('grants')
    .select(['award', 'country', 'forum_id', 'nomination_id', 'laureate_id'])
    .where('grant_id', '=', grantId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return (
    row && {
      ...(row.award !== null && { award: row.award }),
      ...(row.country !== null && { country: row.country }),
      ...(row.forum_id !== null && { forum: row.forum_id }),
      ...(row.nomination_id !== null && { nomination: row.nomination_id }),
      ...(row.laureate_id !== null && { laureate: row.laureate_id }),
    }
  );
}

/** @throws NoResultError for a grant that there never was. */
export async function getRole(db: Db, grantId: string): Promise<Role> {
  const row = await db.read
    .selectFrom('grants')
    .select('role')
    .where('grant_id', '=', grantId)
    .executeTakeFirstOrThrow();
  return row.role;
}

/** The grant by which a person holds the role just there: the one with this id, else the one that was there before. */
export async function findGrantId(db: Db, personId: string, role: Role, scope: Scope, grantId: string) {
  const held = await findMembers(db, {
    ...{ award: null, country: null, role, personId, addresses: false, language: 'en', limit: 200, after: undefined },
  });
  const same = held.filter((one) => parts.every((part) => one.scope[part] === scope[part]));
  return (same.find((one) => one.grantId === grantId) ?? same[0])?.grantId ?? grantId;
}

const parts = ['award', 'country', 'forum', 'nomination', 'laureate'] as const;
