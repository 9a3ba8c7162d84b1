// Laureates, from the offer to the ceremony, as Kysely sees them.
import type { Generated } from 'kysely';
import type { How, Mode } from '../../domain/ceremony/messages.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Json, Maybe, MaybeJson, MaybeTime, Time } from './columns.ts';

export type LaureateTables = {
  laureates: {
    laureate_id: string;
    cycle_id: string;
    panel_group: string;
    country: string;
    category: string;
    organisation: Json<Texts>;
    place: 'laureate' | 'runner-up';
    ord: number;
    decision: number;
    endorsed_at: MaybeTime;
    held: Generated<boolean>;
    answer: Maybe<'accepted' | 'declined' | 'lapsed' | 'revoked'>;
    replaced_by: Maybe<string>;
    source: Maybe<string>;
    /** False once a later decision no longer names it. */
    current: boolean;
  };
  /** Of laureates: until when each may answer, who answers, what was said of the name. */
  award_offers: {
    laureate_id: string;
    cycle_id: string;
    panel_group: string;
    offered_at: MaybeTime;
    answer_by: MaybeTime;
    set_at: MaybeTime;
    contact: Maybe<string>;
    proof: Maybe<'approved' | 'correction'>;
    proof_text: Maybe<string>;
    public_note: MaybeJson<Texts>;
    revoked_at: MaybeTime;
  };
  published_laureates: {
    laureate_id: string;
    cycle_id: string;
    country: string;
    category: string;
    organisation: Json<Texts>;
    stage: string;
    published_at: Time;
    note: MaybeJson<Texts>;
    corrected_at: MaybeTime;
    corrected: Generated<boolean>;
    revoked_at: MaybeTime;
    public_note: MaybeJson<Texts>;
  };
  ceremonies: {
    cycle_id: string;
    starts_at: Time;
    zone: string;
    venue: MaybeJson<Texts>;
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
    conferred_at: MaybeTime;
  };
};
