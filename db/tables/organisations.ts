// The register of organisations, and earlier editions, as Kysely sees them.
import type { HistoricEdition } from '../../domain/edition/messages.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Registration } from '../../domain/organisation/messages.ts';
import type { AutoJson, Json, Maybe, MaybeJson, Time } from './columns.ts';

/** A name that it had before, and until when, where that is known. */
export type FormerName = { names: Texts; until: string | null };

export type OrganisationTables = {
  organisations: {
    organisation_id: string;
    award: string;
    country: string;
    names: Json<Texts>;
    former: AutoJson<FormerName[]>;
    registration: MaybeJson<Registration>;
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
    sources: Json<string[]>;
    names: Json<Texts>;
    recorded_at: Time;
  };
  historic_editions: {
    award: string;
    number: number;
    year: number;
    facts: Json<HistoricEdition>;
    recorded_at: Time;
  };
};
