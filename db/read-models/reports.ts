// Mission reports: where each stands, and its versions.
import { type Insertable, type RawBuilder, sql, type Updateable } from 'kysely';
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
      const since = sql<Date>`case when reports.latest in (reports.approved, reports.returned) then ${event.meta.at} else reports.since end`;
      const saved = one(event, { latest: version, since: event.meta.at }, { latest: version, since });
      return [saved, kysely.insertInto('report_versions').values(row)];
    }
    case 'ReportHandedIn': {
      const { version, personId } = event.data;
      return [
        one(event, { handed_in: version, handed_in_by: personId, note: null, returned: null, since: event.meta.at }),
      ];
    }
    case 'ReportReturned': {
      const { version, note } = event.data;
      return [one(event, { handed_in: null, handed_in_by: null, note, returned: version, since: event.meta.at })];
    }
    case 'ReportApproved': {
      const { version, audience } = event.data;
      return [one(event, { handed_in: null, handed_in_by: null, approved: version, audience, since: event.meta.at })];
    }
    case 'ReportPublished':
      return [one(event, { published: event.data.version }), sinceNow(event)];
    case 'ReportRetracted':
      return [one(event, { published: null }), sinceNow(event)];
    case 'SuperiorNamed':
      return [one(event, { superior: event.data.personId })];
    default:
      return [];
  }
}

type Of = { data: { forumId: string; country: string; cycleId: string | null }; meta: Recorded<AwardsEvent>['meta'] };
type Changes = Partial<Insertable<Tables['reports']>>;
type Updates = Updateable<Tables['reports']> | { latest: number; since: RawBuilder<Date> };

function one({ data, meta }: Of, changes: Changes, update: Updates = changes): Compilable {
  const row = { forum_id: data.forumId, country: data.country, cycle_id: data.cycleId, changed_at: meta.at };
  return kysely
    .insertInto('reports')
    .values({ ...row, ...changes })
    .onConflict((conflict) =>
      conflict.columns(['forum_id', 'country']).doUpdateSet({ ...update, changed_at: meta.at }),
    );
}

/** What becomes public, or no longer is, moves the newest version alone. */
const sinceNow = ({ data, meta }: Of & { data: { version: number } }): Compilable =>
  kysely
    .updateTable('reports')
    .set({ since: meta.at })
    .where('forum_id', '=', data.forumId)
    .where('country', '=', data.country)
    .where('latest', '=', data.version);
