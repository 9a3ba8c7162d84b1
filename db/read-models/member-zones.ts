// In which zone the dates of a role are read: the country's, as the award's newest cycle has it.
import { sql } from 'kysely';
import type { Scope } from '../../domain/member/messages.ts';
import type { Db } from '../database.ts';

const key = ({ award = '', country = '' }: Scope) => `${award} ${country}`;

/** For each scope; UTC for what belongs to no award that has a cycle. */
export async function findZones(db: Db, scopes: Scope[]): Promise<(scope: Scope) => string> {
  const awards = [...new Set(scopes.flatMap(({ award }) => award ?? []))];
  if (awards.length === 0) return () => 'UTC';
  const { rows } = await sql<{ award: string; country: string | null; zone: string }>`
    with newest as (
      select distinct on (award) award, zone, definition from cycles where award = any (${awards}::text[]) order by award, planned_at desc)
    select award, null as country, zone from newest
    union all select n.award, c ->> 'iso2', c ->> 'zone' from newest n, json_array_elements(n.definition -> 'countries') c`.execute(
    db.read,
  );
  const zones = new Map(
    rows.map((row) => [key({ award: row.award, ...(row.country !== null && { country: row.country }) }), row.zone]),
  );
  return (scope) => zones.get(key(scope)) ?? zones.get(key({ award: scope.award })) ?? 'UTC';
}

export const findZoneOf = async (db: Db, scope: Scope): Promise<string> => (await findZones(db, [scope]))(scope);
