// Forms, files and what was received, as Kysely sees them.
import type { Generated } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import type { Auto, AutoJson, Json, Maybe, MaybeTime, Time } from './columns.ts';

export type FileRef = { fileId: string; field: string; hash: string; name: string; size: number; type: string };
/**
 * `letter`: named in a command, such as a signature on behalf; `supporting-letter`: sent by a referee; `photo` and `slides`: a
 * laureate's, in `laureate_files`; `report-picture`: of a mission report; `redacted`: a copy without names, in `redacted_copies`.
 */
export type FileKind =
  | 'attachment'
  | 'letter'
  | 'supporting-letter'
  | 'photo'
  | 'slides'
  | 'redacted'
  | 'report-picture';
/** When a section was saved last, by whom, and how often; a section that is not named is at version 1. */
export type SectionStamps = { [section: string]: { version: number; savedBy: string; savedAt: string } };

export type PaperTables = {
  drafts: {
    form: string;
    subject_id: string;
    cycle_id: Maybe<string>;
    country: Maybe<string>;
    category: Maybe<string>;
    content: Json<Record<string, unknown>>;
    files: AutoJson<FileRef[]>;
    version: number;
    saved_by: string;
    saved_at: Auto;
    created_by: string;
    editors: string[];
    /** Started by the country's desk, which then sees it whole. */
    in_house: Generated<boolean>;
    sections: AutoJson<SectionStamps>;
  };
  editor_changes: {
    change_id: string;
    form: string;
    subject_id: string;
    at: Auto;
    what: 'invited' | 'joined' | 'ended' | 'named';
    person_id: string;
    actor: string;
    reason: string | null;
  };
  settled_questions: {
    form: string;
    subject_id: string;
    field: string;
    kind: 'zawgyi' | 'buddhist-era';
    typed: string;
    taken: 'suggested' | 'typed';
    answered_by: string;
    answered_at: Auto;
  };
  dossiers: { hash: string; content: Json<Record<string, unknown>>; created_at: Auto };
  redacted_copies: { file_id: string; original: string };
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
    kind: Generated<FileKind>;
    field: Maybe<string>;
    cycle_id: Maybe<string>;
    country: Maybe<string>;
    confidential: Generated<boolean>;
    arrived_at: MaybeTime;
  };
  laureate_files: {
    file_id: string;
    kind: 'photo' | 'slides';
    laureate_id: string;
    forum_id: Maybe<string>;
    credit: Generated<string>;
    /** Who has said that a photograph may be published. */
    consent_by: Maybe<string>;
    registered_by: string;
    registered_at: Auto;
    removed_by: Maybe<string>;
    removed_at: MaybeTime;
  };
  letter_requests: {
    request_id: string;
    nomination_id: string;
    person_id: string;
    field: string;
    requested_by: string;
    requested_at: Auto;
    file_id: Maybe<string>;
  };
  receipt_counters: { cycle_id: string; country: string; category: string; last: number };
  receipt_numbers: { nomination_id: string; cycle_id: string; country: string; category: string; number: number };
  receipts: {
    nomination_id: string;
    version: number;
    dossier: string;
    files: Json<string[]>;
    organisation: Json<Texts>;
    title: Json<Texts>;
    received_at: Time;
    received_from: string;
  };
  imports: {
    import_id: string;
    cycle_id: string;
    kind: string;
    imported_by: string;
    rows_total: number;
    rows_done: Generated<number>;
    /** Rows that a rule refused after the import had begun. */
    refused: AutoJson<{ row: number; code: string; detail: string }[]>;
    started_at: Auto;
    finished_at: MaybeTime;
  };
};
