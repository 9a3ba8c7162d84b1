// What screening adds to the table of nominations.
import type { ColumnType, JSONColumnType } from 'kysely';

type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;

export type ScreeningColumns = {
  /** Until when a rejection may be objected to. */
  object_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  objection: Maybe<'open' | 'upheld'>;
  /** A change of the dossier that waits for leave. */
  amendment: JSONColumnType<{ reason: string; draftVersion: number } | null, string | null | undefined, string | null>;
};
