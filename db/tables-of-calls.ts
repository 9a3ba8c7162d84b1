// Shared drafts as Kysely sees them.
import type { ColumnType, JSONColumnType } from 'kysely';

/** When a section was saved last, by whom, and how often; a section that is not named is at version 1. */
export type SectionStamps = { [section: string]: { version: number; savedBy: string; savedAt: string } };

/** What the open call adds to the drafts. */
export type DraftColumns = {
  /** Started by the country's desk, which then sees it whole. */
  in_house: ColumnType<boolean, boolean | undefined, boolean>;
  sections: JSONColumnType<SectionStamps, string | undefined, string>;
};

export type TablesOfCalls = {
  editor_changes: {
    change_id: string;
    form: string;
    subject_id: string;
    at: ColumnType<Date, Date | string | undefined, never>;
    what: 'invited' | 'joined' | 'ended' | 'named';
    person_id: string;
    actor: string;
    reason: string | null;
  };
};
