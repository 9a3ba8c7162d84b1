// What ties a judge to an entry, and who was let in to what by two people, as Kysely sees them.
import type { Generated } from 'kysely';
import type { Auto, Json, Maybe, MaybeTime, Time } from './columns.ts';

export type ConflictTables = {
  /** Names of the bodies that a judge serves, in any script. */
  judge_bodies: { cycle_id: string; judge_id: string; bodies: string[]; saved_at: Auto };
  /** What a judge said on a list of names that is not linked to entries. */
  judge_list_answers: {
    answer_id: string;
    cycle_id: string;
    judge_id: string;
    named: Json<{ key: string; kind: string; reason: string }[]>;
    /** The keys of the names that were on the list. */
    listed: string[];
    answered_at: Auto;
  };
  dismissed_suggestions: {
    cycle_id: string;
    judge_id: string;
    nomination_id: string;
    because: string;
    reason: string;
    /** By the judge, or by the desk for good. */
    dismissed_by: 'judge' | 'desk';
    dismissed_at: Time;
  };
  /** What a judge has opened of an entry: its form, or one of its papers. */
  entry_openings: {
    nomination_id: string;
    judge_id: string;
    part: string;
    first_at: Auto;
    last_at: Auto;
    times: Generated<number>;
  };
  /** Who is to be let in to a nomination in spite of a conflict, by whose word, and until when. */
  access_requests: {
    request_id: string;
    person_id: string;
    nomination_id: string;
    cycle_id: string;
    panel_group: string;
    reason: string;
    hours: number;
    requested_by: string;
    requested_at: Time;
    state: 'waiting' | 'agreed' | 'refused' | 'ended';
    decided_by: Maybe<string>;
    decided_at: MaybeTime;
    decided_reason: Maybe<string>;
    until_at: MaybeTime;
    ended_by: Maybe<string>;
    ended_at: MaybeTime;
    ended_reason: Maybe<string>;
  };
};
