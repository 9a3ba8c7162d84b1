// Names in every script, and the answers to what a form asks back, as Kysely sees them.
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

type Auto = ColumnType<Date, Date | string | undefined, Date | string>;
type Words = JSONColumnType<{ [key: string]: string }, string | undefined>;

/** Columns of `people` beside the name by which a person is known here. */
export type NamesOfPeople = {
  honorific: Generated<string>;
  /** The name on certificates and badges. */
  printed_name: ColumnType<string | null, string | null | undefined, string | null>;
  /** The full name by language. */
  names: Words;
  /** What was typed, where Unicode was taken for Zawgyi. */
  name_originals: Words;
};

export type NameTables = {
  settled_questions: {
    form: string;
    subject_id: string;
    field: string;
    kind: 'zawgyi' | 'buddhist-era';
    typed: string;
    taken: 'suggested' | 'typed';
    answered_by: string;
    answered_at: Auto;
  };
};
