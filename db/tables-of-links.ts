// The table of links, as Kysely sees it.
import type { ColumnType, JSONColumnType } from 'kysely';

/** `edit-nomination` is redeemed by one who signs in; the others are the login themselves. */
export type LinkPurpose = 'edit-nomination' | 'consent' | 'supporting-letter' | 'laureate';

export type LinkTables = {
  links: {
    token_hash: Buffer;
    purpose: LinkPurpose;
    person_id: string;
    subject_id: string;
    cycle_id: string | null;
    detail: JSONColumnType<{ [key: string]: string }>;
    created_at: ColumnType<Date, undefined, never>;
    expires_at: Date;
    ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
};
