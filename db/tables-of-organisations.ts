// The tables of the register of organisations, of earlier editions and of ceremonies, as Kysely sees them.
import type { ColumnType, JSONColumnType } from 'kysely';
import type { How, Mode } from '../domain/ceremony/messages.ts';
import type { HistoricEdition } from '../domain/edition/messages.ts';
import type { Texts } from '../domain/messages.ts';
import type { Registration } from '../domain/organisation/messages.ts';

type Time = ColumnType<Date, Date | string, Date | string>;
type Time0 = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;
/** A name that it had before, and until when, where that is known. */
export type FormerName = { names: Texts; until: string | null };

export type OrganisationTables = {
  organisations: {
    organisation_id: string;
    award: string;
    country: string;
    names: JSONColumnType<Texts>;
    former: JSONColumnType<FormerName[], string | undefined>;
    registration: JSONColumnType<Registration | null, string | null | undefined, string | null>;
    registration_key: Maybe<string>;
    /** The nomination that it is known from alone. */
    nomination_id: Maybe<string>;
    /** False while it is known from a nomination only: the stream of its own has not begun. */
    registered: boolean;
    merged_into: Maybe<string>;
    /** The entry that it is part of now, itself where it was not merged. */
    survivor: string;
    parts: string[];
    registered_at: Time;
  };
  organisation_distinctions: { organisation_id: string; other_id: string };
  historic_laureates: {
    laureate_key: string;
    organisation_id: string;
    award: string;
    edition: number | null;
    year: number | null;
    country: string;
    category: string;
    basis: 'stated' | 'inferred';
    printed: string | null;
    note: string | null;
    sources: JSONColumnType<string[]>;
    names: JSONColumnType<Texts>;
    recorded_at: Time;
  };
  historic_editions: {
    award: string;
    number: number;
    year: number;
    facts: JSONColumnType<HistoricEdition>;
    recorded_at: Time;
  };
  ceremonies: {
    cycle_id: string;
    starts_at: Time;
    zone: string;
    venue: JSONColumnType<Texts | null, string | null, string | null>;
    mode: Mode;
    ord: string[];
    planned_at: Time;
  };
  ceremony_laureates: {
    laureate_id: string;
    cycle_id: string;
    how: Maybe<How>;
    person_id: Maybe<string>;
    office: Maybe<string>;
    conferred_at: Time0;
  };
};
