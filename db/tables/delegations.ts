// Delegations to forums, as Kysely sees them: ids that follow from events, and what is personal.
import type { Generated } from 'kysely';
import type { Attendance, Capacity, Particulars } from '../../domain/delegation/messages.ts';
import type { Auto, Json, Maybe, Time } from './columns.ts';

export type DelegationTables = {
  participants: {
    participant_id: string;
    forum_id: string;
    cycle_id: string | null;
    country: string;
    person_id: string;
    capacity: Capacity;
    status: Generated<'registered' | 'withdrawn' | 'replaced'>;
    attendance: Generated<Attendance>;
    replaced_by: Maybe<string>;
    registered_at: Time;
  };
  /** Gone once the person is erased. */
  participant_particulars: {
    participant_id: string;
    person_id: string;
    content: Json<Particulars>;
    version: Generated<number>;
    /** The command that wrote it last: said again it changes nothing. */
    command_id: string;
    /** What it changed. */
    changed: Generated<string[]>;
    updated_by: string;
    updated_at: Auto;
  };
};
