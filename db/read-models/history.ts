// Who did what when, one row an event: the history of anything, and the stream of changes.
import type { AwardsEvent } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { AsyncProjection } from '../projections.ts';

export const history: AsyncProjection = {
  name: 'history',
  version: 1,
  tables: ['history'],
  project: (events) =>
    events.length === 0
      ? []
      : [
          kysely
            .insertInto('history')
            .values(events.map(row))
            .onConflict((conflict) => conflict.column('event_id').doNothing()),
        ],
};

type Ids = {
  cycleId?: string | null;
  country?: string | null;
  iso2?: string;
  category?: string | null;
  group?: string;
  nominationId?: string | null;
  laureateId?: string;
  judgeId?: string;
  forumId?: string;
  personId?: string | null;
  organisationId?: string;
  award?: string;
};

function row(event: Recorded<AwardsEvent>) {
  const ids: Ids = event.data;
  return {
    event_id: event.eventId,
    tx: event.tx,
    position: event.position,
    at: event.meta.at,
    type: event.type,
    stream_id: event.streamId,
    version: event.version,
    actor: event.meta.actor,
    role: event.meta.role,
    cycle_id: event.cycleId ?? ids.cycleId ?? null,
    country: ids.country ?? ids.iso2 ?? null,
    category: ids.category ?? null,
    panel_group: ids.group ?? null,
    nomination_id: ids.nominationId ?? ids.laureateId ?? null,
    judge_id: ids.judgeId ?? null,
    forum_id: ids.forumId ?? null,
    person_id: ids.personId ?? null,
    detail: JSON.stringify(detail(event)),
  };
}

/** What a line of history tells beside its ids. Points, sheets and whole definitions stay where they are guarded. */
function detail(event: Recorded<AwardsEvent>): Record<string, unknown> {
  switch (event.type) {
    case 'CyclePlanned': {
      const { slug, number, year, timetable, definitionHash } = event.data;
      return { slug, number, year, timetable, definitionHash };
    }
    case 'ScorecardSubmitted':
      return { round: event.data.round, dossierVersion: event.data.dossierVersion };
    case 'ReferenceAdded':
      return { referenceId: event.data.referenceId, round: event.data.round };
    case 'ReferenceScored':
      return { referenceId: event.data.referenceId, round: event.data.round };
    case 'TallySealed':
      return { definitionHash: event.data.definitionHash, sheets: event.data.sheets.length };
    // Whom it names, and why, is read where it is known who keeps away from what.
    case 'EntriesShortlisted':
      return {
        ...{ round: event.data.round, next: event.data.next },
        ...(event.data.anew !== undefined && { anew: true }),
      };
    case 'ScheduleProposed':
      return {
        proposalId: event.data.proposalId,
        placed: event.data.placements.length,
        unplaced: event.data.unplaced.length,
      };
    default: {
      const hidden = new Set([
        'cycleId',
        'nominationId',
        'laureateId',
        'judgeId',
        'forumId',
        'personId',
        'participantId',
        'group',
        'entries',
        'votes',
      ]);
      return Object.fromEntries(Object.entries(event.data).filter(([name]) => !hidden.has(name)));
    }
  }
}
