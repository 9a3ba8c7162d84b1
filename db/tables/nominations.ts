// Nominations and what their desks have noted, as Kysely sees them.
import type { Generated } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import type { Json, Maybe, MaybeJson, MaybeTime, Time } from './columns.ts';

export type NominationTables = {
  nominations: {
    nomination_id: string;
    cycle_id: string;
    country: string;
    category: string;
    status: 'submitted' | 'returned' | 'rejection-proposed' | 'rejected' | 'withdrawn' | 'disqualified' | 'forwarded';
    version: number;
    organisation_id: string;
    organisation: Json<Texts>;
    title: Json<Texts>;
    dossier: string;
    files: Json<string[]>;
    submitted_by: string;
    submitted_at: Time;
    correct_by: MaybeTime;
    returned: MaybeJson<{ field: string; message: string }[]>;
    proposed_by: Maybe<string>;
    updated_at: Time;
    /** Until when a rejection may be objected to. */
    object_until: MaybeTime;
    objection: Maybe<'open' | 'upheld'>;
    /** A change of the dossier that waits for leave. */
    amendment: MaybeJson<{ reason: string; draftVersion: number }>;
  };
  nomination_checks: {
    nomination_id: string;
    item: string;
    version: number;
    outcome: 'passed' | 'failed';
    note: string;
    recorded_by: string;
    recorded_at: Time;
  };
  counter_checks: {
    event_id: string;
    nomination_id: string;
    version: number;
    subject: string;
    cycle_id: string;
    country: string;
    category: string;
    reason: string;
    checked_by: string;
    checked_at: Time;
  };
  /** No row: the secretariat has not looked at the dossier yet. */
  dossier_verifications: {
    nomination_id: string;
    cycle_id: string;
    status: 'verified' | 'with-country' | 'answered';
    /** Of the dossier, when it was looked at or answered. */
    version: number;
    note: Generated<string>;
    messages: MaybeJson<{ field: string; message: string }[]>;
    answer_by: MaybeTime;
    at: Time;
  };
  /** By letter, until a second person confirms them: of a category that is forwarded, or of a panel's decision. */
  waiting_signatures: {
    cycle_id: string;
    subject: string;
    country: string | null;
    category: string | null;
    panel_group: string | null;
    letter: string;
    reference: string;
    date: string | null;
    office: string | null;
    signatory_id: string | null;
    recorded_by: string;
    recorded_at: Time;
  };
};
