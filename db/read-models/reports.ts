// Mission reports: where each stands, and its versions.
import type { Insertable } from 'kysely';
import type { AwardsEvent } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';
import type { Tables } from '../tables.ts';

export function projectReports(event: Recorded<AwardsEvent>): Compilable[] {
  switch (event.type) {
    case 'ReportSaved': {
      const { forumId, country, version, hash, source } = event.data;
      const at = { forum_id: forumId, country, version };
      const row = { ...at, hash, source, saved_by: event.meta.actor, saved_at: event.meta.at };
      return [one(event, { latest: version }), kysely.insertInto('report_versions').values(row)];
    }
    case 'ReportHandedIn': {
      const { version, personId } = event.data;
      return [one(event, { handed_in: version, handed_in_by: personId, note: null, returned: null })];
    }
    case 'ReportReturned': {
      const { version, note } = event.data;
      return [one(event, { handed_in: null, handed_in_by: null, note, returned: version })];
    }
    case 'ReportApproved': {
      const { version, audience } = event.data;
      return [one(event, { handed_in: null, handed_in_by: null, approved: version, audience })];
    }
    case 'ReportPublished':
      return [one(event, { published: event.data.version })];
    case 'ReportRetracted':
      return [one(event, { published: null })];
    case 'SuperiorNamed':
      return [one(event, { superior: event.data.personId })];
    default:
      return [];
  }
}

type Of = { data: { forumId: string; country: string; cycleId: string | null }; meta: Recorded<AwardsEvent>['meta'] };
type Changes = Partial<Insertable<Tables['reports']>>;

function one({ data, meta }: Of, changes: Changes): Compilable {
  const row = { forum_id: data.forumId, country: data.country, cycle_id: data.cycleId, changed_at: meta.at };
  return kysely
    .insertInto('reports')
    .values({ ...row, ...changes })
    .onConflict((conflict) =>
      conflict.columns(['forum_id', 'country']).doUpdateSet({ ...changes, changed_at: meta.at }),
    );
}
