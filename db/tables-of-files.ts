// The tables of files, receipts and supporting letters, as Kysely sees them.
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Texts } from '../domain/messages.ts';

type Auto = ColumnType<Date, Date | string | undefined, Date | string>;
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** `letter`: named in a command, such as a signature on behalf; `supporting-letter`: sent by a referee. */
export type FileKind = 'attachment' | 'letter' | 'supporting-letter';
/** What the table of files has beside its first columns. */
export type FileColumns = {
  kind: Generated<FileKind>;
  field: Maybe<string>;
  cycle_id: Maybe<string>;
  country: Maybe<string>;
  confidential: Generated<boolean>;
  arrived_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type FileTables = {
  receipt_counters: { cycle_id: string; country: string; category: string; last: number };
  receipt_numbers: { nomination_id: string; cycle_id: string; country: string; category: string; number: number };
  receipts: {
    nomination_id: string;
    version: number;
    dossier: string;
    files: JSONColumnType<string[]>;
    organisation: JSONColumnType<Texts>;
    title: JSONColumnType<Texts>;
    received_at: ColumnType<Date, Date | string, Date | string>;
    received_from: string;
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
};
