// Kinds of columns, by what is read, inserted and updated.
import type { ColumnType, JSONColumnType } from 'kysely';

/** A timestamptz: read as Date, written as Date or ISO text. */
export type Time = ColumnType<Date, Date | string, Date | string>;
/** One that has a default. */
export type Auto = ColumnType<Date, Date | string | undefined, Date | string>;
export type MaybeTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
export type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;
/** Read as it is, written as text. */
export type Json<T extends object> = JSONColumnType<T>;
/** One that has a default. */
export type AutoJson<T extends object> = JSONColumnType<T, string | undefined, string>;
export type MaybeJson<T extends object> = JSONColumnType<T | null, string | null | undefined, string | null>;
