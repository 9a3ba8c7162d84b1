// The tables of signing: second factors, and the names on signed letters.
import type { ColumnType, Generated } from 'kysely';

type Instant = ColumnType<Date, Date | undefined, Date>;
type InstantOrNone = ColumnType<Date | null, Date | null | undefined, Date | null>;

export type SigningTables = {
  second_factors: {
    person_id: string;
    /** Sealed; null until one is begun. */
    secret: Buffer | null;
    confirmed_at: InstantOrNone;
    /** The time step of the last code that was taken: none up to it is taken again. */
    last_step: Generated<number>;
    /** Hashes of the recovery codes that are left. */
    recovery: Generated<string[]>;
    failures: Generated<number>;
    locked_until: InstantOrNone;
    changed_at: Instant;
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
    recorded_at: ColumnType<Date, Date | string, Date | string>;
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
    checked_at: ColumnType<Date, Date | string, Date | string>;
  };
  signatories: { signatory_id: string; name: string; created_at: Instant };
};
