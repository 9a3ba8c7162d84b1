// Receipts: one for each version that was submitted, under a number that the nomination gets with its first.
import { sql } from 'kysely';
import type { AwardsEvent } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectReceipts(event: Recorded<AwardsEvent>): Compilable[] {
  const of = versionIn(event);
  return of === null ? [] : receipt(of, event.meta);
}

/** Whoever gave the leave for an amendment, it came from who asked. */
function versionIn(event: Recorded<AwardsEvent>) {
  switch (event.type) {
    case 'NominationSubmitted':
    case 'NominationCorrected':
    case 'ReturnAnswered':
      return { ...event.data, from: event.meta.actor };
    case 'DossierAmended':
      return { ...event.data, from: event.data.by };
    default:
      return null;
  }
}

type Version = NonNullable<ReturnType<typeof versionIn>>;

function receipt(data: Version, { at }: Recorded<AwardsEvent>['meta']): Compilable[] {
  const { nominationId, version, dossier, files, organisation, title, from } = data;
  const row = kysely
    .insertInto('receipts')
    .values({
      nomination_id: nominationId,
      version,
      dossier,
      files: JSON.stringify(files),
      organisation: JSON.stringify(organisation),
      title: JSON.stringify(title),
      received_at: at,
      received_from: from,
    })
    .onConflict((conflict) => conflict.columns(['nomination_id', 'version']).doNothing());
  return version === 1 ? [numbered(data), row] : [row];
}

/**
 * The next number of the country and category in the cycle. One that is given stays, however often the log is read: of two
 * that came at once, the order in the log does not tell which was first to the counter.
 */
const numbered = ({ nominationId, cycleId, country, category }: Version): Compilable => ({
  compile: () =>
    sql`
with next as (
  insert into receipt_counters as c (cycle_id, country, category, last)
  select ${cycleId}::uuid, ${country}::text, ${category}::text, 1
  where not exists (select from receipt_numbers where nomination_id = ${nominationId}::uuid)
  on conflict (cycle_id, country, category) do update set last = c.last + 1 returning last)
insert into receipt_numbers (nomination_id, cycle_id, country, category, number)
select ${nominationId}::uuid, ${cycleId}::uuid, ${country}::text, ${category}::text, last from next`.compile(kysely),
});
