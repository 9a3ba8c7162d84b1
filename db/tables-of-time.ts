// The tables about time, as Kysely sees them.
import type { ColumnType } from 'kysely';

type Time = ColumnType<Date, Date | string, Date | string>;
export type TimeTables = {
  dispensations: {
    /** The id of the event that granted it. */
    dispensation_id: string;
    cycle_id: string;
    iso2: string;
    step: string;
    /** Null for all. */
    category: string | null;
    reason: string;
    authority: string;
    until_at: Time;
    granted_at: Time;
  };
};
