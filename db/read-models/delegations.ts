// The participants of each delegation, as the next screen needs them.
import type { AwardsEvent } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectDelegations(event: Recorded<AwardsEvent>): Compilable[] {
  switch (event.type) {
    case 'ParticipantRegistered':
      return [inserted(event, event.data)];
    case 'ParticipantChanged':
      return [one(event.data).set({ person_id: event.data.personId, capacity: event.data.capacity })];
    case 'ParticipantReplaced': {
      const { by } = event.data;
      return [
        one(event.data).set({ status: 'replaced', replaced_by: by.participantId }),
        inserted(event, { ...event.data, ...by }),
      ];
    }
    case 'ParticipantWithdrawn':
      return [one(event.data).set({ status: 'withdrawn' })];
    case 'AttendanceMarked':
      return [one(event.data).set({ attendance: event.data.attendance })];
    default:
      return [];
  }
}

const one = ({ participantId }: { participantId: string }) =>
  kysely.updateTable('participants').where('participant_id', '=', participantId);

type Facts = Extract<AwardsEvent, { type: 'ParticipantRegistered' }>['data'];

const inserted = ({ meta }: Recorded<AwardsEvent>, facts: Facts) =>
  kysely.insertInto('participants').values({
    participant_id: facts.participantId,
    forum_id: facts.forumId,
    cycle_id: facts.cycleId,
    country: facts.country,
    person_id: facts.personId,
    capacity: facts.capacity,
    registered_at: meta.at,
  });
