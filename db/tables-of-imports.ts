// Imports, as Kysely sees them.
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

export type ImportTables = {
  imports: {
    import_id: string;
    cycle_id: string;
    kind: string;
    imported_by: string;
    rows_total: number;
    rows_done: Generated<number>;
    /** Rows that a rule refused after the import had begun. */
    refused: JSONColumnType<{ row: number; code: string; detail: string }[], string | undefined, string>;
    started_at: ColumnType<Date, Date | string | undefined, Date | string>;
    finished_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  };
};
