// The tables of endorsement and of what follows a decision, as Kysely sees them.
import type { ColumnType, JSONColumnType } from 'kysely';
import type { GroupNote } from '../domain/cycle/note.ts';
import type { KeptSignature, Texts } from '../domain/messages.ts';

type Time = ColumnType<Date, Date | string, Date | string>;
type Time0 = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;

export type EndorsementTables = {
  /** No row: the secretariat has not looked at the dossier yet. */
  dossier_verifications: {
    nomination_id: string;
    cycle_id: string;
    status: 'verified' | 'with-country' | 'answered';
    /** Of the dossier, when it was looked at or answered. */
    version: number;
    note: ColumnType<string, string | undefined, string>;
    messages: JSONColumnType<{ field: string; message: string }[] | null, string | null | undefined, string | null>;
    answer_by: Time0;
    at: Time;
  };
  signed_decisions: {
    cycle_id: string;
    panel_group: string;
    number: number;
    signature: JSONColumnType<KeptSignature>;
    signed_by: string;
    at: Time;
  };
  /** Of laureates: until when each may answer, who answers, what was said of the name. */
  award_offers: {
    laureate_id: string;
    cycle_id: string;
    panel_group: string;
    offered_at: Time0;
    answer_by: Time0;
    set_at: Time0;
    contact: Maybe<string>;
    proof: Maybe<'approved' | 'correction'>;
    proof_text: Maybe<string>;
    public_note: JSONColumnType<Texts | null, string | null | undefined, string | null>;
    revoked_at: Time0;
  };
  /** Content-addressed and immutable, as dossiers are: stored before the request that names it. */
  circulation_notes: {
    fingerprint: string;
    cycle_id: string;
    content: JSONColumnType<GroupNote>;
    created_at: ColumnType<Date, undefined, never>;
  };
};
