// Persons, their ways in, their roles and their mail, as Kysely sees them.
import type { Generated } from 'kysely';
import type { Power, Role } from '../../domain/roles.ts';
import type { Auto, AutoJson, Json, Maybe, MaybeJson, MaybeTime, Time } from './columns.ts';

/** `edit-nomination` is redeemed by one who signs in; the others are the login themselves. */
export type LinkPurpose = 'edit-nomination' | 'consent' | 'supporting-letter' | 'laureate' | 'participant' | 'talk';

/** A talk's place in a release, for the reader's calendar. Instants are ISO 8601; the room is a key of the plan. */
export type MailedSlot = {
  kind: 'slot';
  forumId: string;
  laureateId: string;
  release: number;
  /** Left out: the release's number. */
  sequence?: number;
  method: 'REQUEST' | 'CANCEL';
  room: string;
  startsAt: string;
  endsAt: string;
  changedAt: string;
};
export type MailAttachment =
  | { kind: 'receipt'; nominationId: string; version: number }
  | MailedSlot
  | { kind: 'slots'; slots: MailedSlot[] };

export type PeopleTables = {
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
    erased_at: MaybeTime;
    honorific: Generated<string>;
    /** The name on certificates and badges. */
    printed_name: Maybe<string>;
    /** The full name by language. */
    names: AutoJson<{ [key: string]: string }>;
    /** What was typed, where Unicode was taken for Zawgyi. */
    name_originals: AutoJson<{ [key: string]: string }>;
  };
  people_audit: { person_id: string; at: Auto; actor: string; what: string };
  signatories: { signatory_id: string; name: string; created_at: Auto };
  invitations: { token_hash: Buffer; person_id: string; expires_at: Time; used_at: MaybeTime };
  links: {
    token_hash: Buffer;
    purpose: LinkPurpose;
    person_id: string;
    subject_id: string;
    cycle_id: string | null;
    detail: Json<{ [key: string]: string }>;
    created_at: Auto;
    expires_at: Time;
    ended_at: MaybeTime;
  };
  second_factors: {
    person_id: string;
    /** Sealed; null until one is begun. */
    secret: Buffer | null;
    confirmed_at: MaybeTime;
    /** The time step of the last code that was taken: none up to it is taken again. */
    last_step: Generated<number>;
    /** Hashes of the recovery codes that are left. */
    recovery: Generated<string[]>;
    failures: Generated<number>;
    locked_until: MaybeTime;
    changed_at: Auto;
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
    until_at: MaybeTime;
    revoked_at: MaybeTime;
    granted_by: string;
    /** Of a standby. */
    powers: Generated<Power[]>;
  };
  officer_conflicts: {
    nomination_id: string;
    officer_id: string;
    cycle_id: string;
    kind: string;
    reason: string;
    declared_at: Time;
  };
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
    /** What is printed and goes with it when it is sent. */
    attachment: MaybeJson<MailAttachment>;
    state: Generated<'due' | 'sent' | 'kept' | 'undeliverable'>;
    attempts: Generated<number>;
    created_at: Auto;
    next_at: Auto;
    sent_at: MaybeTime;
    problem: Maybe<string>;
  };
};
