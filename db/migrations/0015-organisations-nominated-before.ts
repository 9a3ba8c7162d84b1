// Nominations that came before there was a register: their organisations are entered as those of later ones are.
import { type Kysely, sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import { keysOf, partsOf } from '../../domain/organisation/matching.ts';

type Nominated = { nomination_id: string; organisation_id: string; organisation: Texts };

export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<Nominated>`
    select nomination_id, organisation_id, organisation from nominations n
    where not exists (select from organisations o where o.organisation_id = n.organisation_id)`.execute(db);
  for (const { nomination_id, organisation_id, organisation } of rows)
    await sql`
      insert into organisations (organisation_id, award, country, names, nomination_id, registered, survivor, parts, registered_at)
      select n.organisation_id, c.award, n.country, n.organisation, n.nomination_id, false, n.organisation_id,
        ${partsOf(keysOf([organisation]))}::text[], n.submitted_at
      from nominations n join cycles c on c.cycle_id = n.cycle_id
      where n.nomination_id = ${nomination_id}::uuid and n.organisation_id = ${organisation_id}::uuid
      on conflict do nothing`.execute(db);
}
