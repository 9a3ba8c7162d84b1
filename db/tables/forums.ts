// Forums, their talks and schedules, as Kysely sees them.
import type { Generated } from 'kysely';
import type { ForumPlan } from '../../domain/forum/messages.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Busy, ThemeFit, Topic } from '../../domain/talk/messages.ts';
import type { Auto, AutoJson, Json, Maybe, MaybeJson, MaybeTime, Time } from './columns.ts';

export type ForumTables = {
  forums: {
    forum_id: string;
    cycle_id: string | null;
    number: number;
    name: Json<Texts>;
    plan: Json<ForumPlan>;
    requested: Maybe<string>;
    releases: Generated<number>;
    planned_at: Time;
  };
  talks: {
    forum_id: string;
    laureate_id: string;
    cycle_id: string | null;
    person_id: string;
    country: string;
    category: string;
    organisation: Json<Texts>;
    status: 'invited' | 'confirmed' | 'declined' | 'lapsed' | 'presented' | 'absent';
    answer_by: Time;
    topics: AutoJson<Topic[]>;
    theme: Maybe<string>;
    language: Generated<string>;
    mode: Generated<'in-person' | 'remote'>;
    windows: AutoJson<{ from: number; to: number }[]>;
    reconfirmed: Maybe<number>;
    /** The release whose place does not suit, and why. */
    refused: Maybe<number>;
    refused_why: Maybe<string>;
    /** What the public knows the talk by: it tells nothing of whose it is. */
    public_id: string;
    speaker_id: Maybe<string>;
    instead_of: Maybe<string>;
    zone: Maybe<string>;
    busy: AutoJson<Busy[]>;
    wish: Maybe<number>;
    needs_interpretation: Maybe<boolean>;
    fit: AutoJson<ThemeFit>;
  };
  talk_askings: {
    forum_id: string;
    laureate_id: string;
    asked_at: Time;
    person_id: string;
    outcome: 'waiting' | 'confirmed' | 'declined' | 'lapsed' | 'replaced';
    outcome_at: MaybeTime;
    reason: Maybe<string>;
  };
  talk_reserves: {
    forum_id: string;
    laureate_id: string;
    cycle_id: string | null;
    kind: 'runner-up' | 'choice';
    country: string;
    category: string;
    organisation: Json<Texts>;
    place: number;
    named_at: Time;
  };
  /** What is printed of a person who speaks; its personal home, beside `people`. */
  speaker_profiles: {
    forum_id: string;
    laureate_id: string;
    person_id: string;
    position: Json<Texts>;
    biography: Json<Texts>;
    printed_name: Maybe<string>;
    updated_at: Auto;
    updated_by: string;
  };
  working_placements: {
    forum_id: string;
    talk: string;
    block: string | null;
    room: string | null;
    slot: number | null;
    pinned: Generated<boolean>;
    reasons: MaybeJson<string[]>;
  };
  published_schedules: {
    forum_id: string;
    number: number;
    name: string;
    note: string;
    released_at: Time;
    placements: Json<{ talk: string; block: string; room: string; slot: number }[]>;
    unplaced: Json<string[]>;
    moved: Json<string[]>;
    /** By session, as `block/room`. */
    moderators: AutoJson<{ [session: string]: string | null }>;
    interpretation: AutoJson<{ [session: string]: string[] }>;
  };
};
