// One mailbox for a whole office: whether two roles that must be two people's are told apart by second factors.
import { sql } from 'kysely';
import type { Role } from '../domain/roles.ts';
import type { Db } from './database.ts';

/** Roles of a country's desk: one of them checks what another one has done. */
export const differing: readonly Role[] = ['focal-point', 'screener', 'approver'];

type Place = { role: Role; award: string; country: string };

/**
 * Another person reads the same mailbox and holds another role of the same desk, and one of the two has no second factor:
 * whoever opens the mailbox could be either.
 */
export async function isMistakable(db: Db, personId: string, { role, award, country }: Place): Promise<boolean> {
  const { rows } = await sql<{ mistakable: boolean }>`
    with mine as (select lower(coalesce(mailbox, email)) as mailbox from people where person_id = ${personId} and erased_at is null)
    select exists (
      select 1 from mine
        join people p on lower(coalesce(p.mailbox, p.email)) = mine.mailbox and p.erased_at is null and p.person_id <> ${personId}
        join grants g on g.person_id = p.person_id and g.award = ${award} and g.country = ${country} and g.role = any (${differing}::text[])
          and g.role <> ${role} and g.revoked_at is null and g.from_at <= clock_timestamp()
          and (g.until_at is null or g.until_at > clock_timestamp())
      where (select count(*) from second_factors f where f.person_id in (p.person_id, ${personId}) and f.confirmed_at is not null) < 2
    ) as mistakable`.execute(db.read);
  return rows[0]?.mistakable === true;
}
