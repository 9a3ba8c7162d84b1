// The read models and the tables that are no events, as Kysely sees them.
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { AwardDefinition } from '../domain/award-definition.ts';
import type { CycleSettings } from '../domain/cycle/messages.ts';
import type { ForumPlan } from '../domain/forum/messages.ts';
import type { Texts, Winner } from '../domain/messages.ts';
import type { CountedSheet, Entry } from '../domain/panel/messages.ts';
import type { Power, Role } from '../domain/roles.ts';
import type { Topic } from '../domain/talk/messages.ts';
import type { TallyResult } from '../domain/tally/tally.ts';
import type { DraftColumns } from './tables-of-calls.ts';
import type { FileColumns } from './tables-of-files.ts';
import type { NamesOfPeople } from './tables-of-names.ts';
import type { OrganisationTables } from './tables-of-organisations.ts';
import type { ScreeningColumns } from './tables-of-screening.ts';
import type { SigningTables } from './tables-of-signing.ts';

/** A timestamptz: read as Date, written as Date or ISO text. */
type Time = ColumnType<Date, Date | string, Date | string>;
type Time0 = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Auto = ColumnType<Date, Date | string | undefined, Date | string>;
type Json<T extends object> = JSONColumnType<T>;
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;

export type FileRef = { fileId: string; field: string; hash: string; name: string; size: number; type: string };

type SliceTables = OrganisationTables & SigningTables;

export type ReadModelTables = SliceTables & {
  people: {
    person_id: string;
    /** What the person signs in with; mail goes there too, unless `mailbox` says where. */
    email: string;
    mailbox: Maybe<string>;
    name: string;
    language: Generated<string>;
    zone: Maybe<string>;
    created_at: Auto;
    updated_at: Auto;
    erased_at: Time0;
  } & NamesOfPeople;
  people_audit: { person_id: string; at: Auto; actor: string; what: string };
  invitations: { token_hash: Buffer; person_id: string; expires_at: Time; used_at: Time0 };
  drafts: {
    form: string;
    subject_id: string;
    cycle_id: Maybe<string>;
    country: Maybe<string>;
    category: Maybe<string>;
    content: Json<Record<string, unknown>>;
    files: JSONColumnType<FileRef[], string | undefined>;
    version: number;
    saved_by: string;
    saved_at: Auto;
    created_by: string;
    editors: string[];
  } & DraftColumns;
  dossiers: { hash: string; content: Json<Record<string, unknown>>; created_at: Auto };
  files: {
    file_id: string;
    hash: string;
    name: string;
    size: number;
    type: string;
    language: Maybe<string>;
    subject_id: Maybe<string>;
    owner: string;
    state: 'registered' | 'arrived' | 'erased';
    registered_at: Auto;
  } & FileColumns;
  mails: {
    mail_id: string;
    key: string;
    kind: string;
    person_id: string;
    cycle_id: Maybe<string>;
    forum_id: Maybe<string>;
    country: Maybe<string>;
    language: string;
    subject: string;
    body: string;
    /** What the body's `{link}` stands for; removed once the mail is sent. */
    secret: Maybe<string>;
    state: Generated<'due' | 'sent' | 'kept' | 'undeliverable'>;
    attempts: Generated<number>;
    created_at: Auto;
    next_at: Auto;
    sent_at: Time0;
    problem: Maybe<string>;
  };
  grants: {
    grant_id: string;
    person_id: string;
    role: Role;
    award: string | null;
    country: string | null;
    forum_id: string | null;
    nomination_id: string | null;
    laureate_id: string | null;
    from_at: Time;
    until_at: Time0;
    revoked_at: Time0;
    granted_by: string;
    /** Of a standby. */
    powers: Generated<Power[]>;
  };
  cycles: {
    cycle_id: string;
    slug: string;
    award: string;
    number: number;
    year: number;
    title: Json<Texts>;
    host: string | null;
    zone: string;
    scope: 'national' | 'regional';
    countries: string[];
    categories: string[];
    status: 'running' | 'suspended' | 'cancelled' | 'archived';
    definition: Json<AwardDefinition>;
    definition_hash: string;
    settings: Json<CycleSettings>;
    planned_at: Time;
  };
  cycle_phases: {
    cycle_id: string;
    phase: string;
    status: 'pending' | 'open' | 'closed';
    opens_at: Time0;
    closes_at: Time0;
    opened_at: Time0;
    closed_at: Time0;
  };
  country_phases: { cycle_id: string; iso2: string; phase: string; closes_at: Time0; closed_at: Time0 };
  country_categories: {
    cycle_id: string;
    iso2: string;
    category: string;
    status: Generated<'open' | 'signed' | 'no-nominee'>;
    ranking: Generated<string[]>;
    decided_at: Time0;
  };
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
    files: JSONColumnType<string[]>;
    submitted_by: string;
    submitted_at: Time;
    correct_by: Time0;
    returned: JSONColumnType<{ field: string; message: string }[] | null, string | null | undefined, string | null>;
    proposed_by: Maybe<string>;
    updated_at: Time;
  } & ScreeningColumns;
  nomination_checks: {
    nomination_id: string;
    item: string;
    version: number;
    outcome: 'passed' | 'failed';
    note: string;
    recorded_by: string;
    recorded_at: Time;
  };
  laureates: {
    laureate_id: string;
    cycle_id: string;
    panel_group: string;
    country: string;
    category: string;
    organisation: Json<Texts>;
    place: 'laureate' | 'runner-up';
    ord: number;
    decision: number;
    endorsed_at: Time0;
    held: Generated<boolean>;
    answer: Maybe<'accepted' | 'declined' | 'lapsed' | 'revoked'>;
    replaced_by: Maybe<string>;
    source: Maybe<string>;
    /** False once a later decision no longer names it. */
    current: boolean;
  };
  judges: {
    cycle_id: string;
    judge_id: string;
    groups: string[];
    country: string | null;
    status: 'invited' | 'accepted' | 'declined' | 'released';
    terms: Maybe<string>;
    languages: Generated<string[]>;
    themes: Generated<string[]>;
    capacity: Maybe<number>;
    finished: Generated<string[]>;
  };
  judge_conflicts: {
    cycle_id: string;
    judge_id: string;
    nomination_id: string;
    kind: string;
    reason: string;
    status: 'declared' | 'upheld' | 'dismissed';
    declared_at: Time;
  };
  panels: {
    cycle_id: string;
    panel_group: string;
    country: string | null;
    category: string;
    status: 'formed' | 'scoring' | 'closed' | 'sealed' | 'decided' | 'signed';
    entries: JSONColumnType<Entry[]>;
    judges: string[];
    reserves: string[];
    chair: string | null;
    deputy_chair: string | null;
    round: string;
    tally: JSONColumnType<TallyResult | null, string | null | undefined, string | null>;
    /** What the sealed tally counted. */
    sheets: JSONColumnType<CountedSheet[] | null, string | null | undefined, string | null>;
    decision: JSONColumnType<Winner[] | null, string | null | undefined, string | null>;
    decision_number: Generated<number>;
    reasons: Maybe<string>;
    source: Maybe<string>;
    formed_at: Time;
    signed_at: Time0;
  };
  scorecards: {
    nomination_id: string;
    judge_id: string;
    round: string;
    cycle_id: string;
    panel_group: string;
    country: string;
    category: string;
    dossier_version: number;
    status: 'assigned' | 'submitted' | 'reopened' | 'recused';
    points: JSONColumnType<{ criterion: string; points: number }[] | null, string | null | undefined, string | null>;
    comments: Maybe<string>;
    version: number;
    assigned_at: Time;
    submitted_at: Time0;
  };
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
    topics: JSONColumnType<Topic[], string | undefined>;
    theme: Maybe<string>;
    language: Generated<string>;
    mode: Generated<'in-person' | 'remote'>;
    windows: JSONColumnType<{ from: number; to: number }[], string | undefined>;
    reconfirmed: Maybe<number>;
  };
  working_placements: {
    forum_id: string;
    talk: string;
    block: string | null;
    room: string | null;
    slot: number | null;
    pinned: Generated<boolean>;
    reasons: JSONColumnType<string[] | null, string | null | undefined, string | null>;
  };
  history: {
    event_id: string;
    tx: string;
    position: number;
    at: Time;
    type: string;
    stream_id: string;
    version: number;
    actor: string;
    role: string;
    cycle_id: string | null;
    country: string | null;
    category: string | null;
    panel_group: string | null;
    nomination_id: string | null;
    judge_id: string | null;
    forum_id: string | null;
    person_id: string | null;
    detail: Json<Record<string, unknown>>;
  };
  published_laureates: {
    laureate_id: string;
    cycle_id: string;
    country: string;
    category: string;
    organisation: Json<Texts>;
    stage: string;
    published_at: Time;
    note: JSONColumnType<Texts | null, string | null | undefined, string | null>;
    corrected_at: Time0;
    corrected: Generated<boolean>;
    revoked_at: Time0;
    public_note: JSONColumnType<Texts | null, string | null | undefined, string | null>;
  };
  published_schedules: {
    forum_id: string;
    number: number;
    name: string;
    note: string;
    released_at: Time;
    placements: JSONColumnType<{ talk: string; block: string; room: string; slot: number }[]>;
    unplaced: JSONColumnType<string[]>;
    moved: JSONColumnType<string[]>;
  };
  proposals: {
    proposal_id: string;
    kind: 'assignment' | 'schedule';
    cycle_id: string | null;
    panel_group: string | null;
    forum_id: string | null;
    state: 'requested' | 'running' | 'proposed' | 'failed' | 'cancelled';
    progress: Generated<number>;
    objective: Maybe<number>;
    bound: Maybe<number>;
    problem: Maybe<string>;
    requested_by: string;
    requested_at: Time;
    finished_at: Time0;
  };
  process_attention: { workflow_id: string; step: string; problem: string; since: Auto; tries: Generated<number> };
  relay_parked: { event_id: string; type: string; stream_id: string; problem: string; parked_at: Auto };
};
