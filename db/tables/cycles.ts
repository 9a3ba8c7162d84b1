// Cycles and their countries, as Kysely sees them.
import type { Generated } from 'kysely';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import type { CycleSettings } from '../../domain/cycle/messages.ts';
import type { GroupNote } from '../../domain/cycle/note.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Auto, Json, MaybeTime, Time } from './columns.ts';

export type CycleTables = {
  cycles: {
    cycle_id: string;
    slug: string;
    award: string;
    number: number;
    year: number;
    title: Json<Texts>;
    host: string | null;
    zone: string;
    scope: 'national' | 'regional';
    countries: string[];
    categories: string[];
    status: 'running' | 'suspended' | 'cancelled' | 'archived';
    definition: Json<AwardDefinition>;
    definition_hash: string;
    settings: Json<CycleSettings>;
    planned_at: Time;
  };
  cycle_phases: {
    cycle_id: string;
    phase: string;
    status: 'pending' | 'open' | 'closed';
    opens_at: MaybeTime;
    closes_at: MaybeTime;
    opened_at: MaybeTime;
    closed_at: MaybeTime;
  };
  country_phases: { cycle_id: string; iso2: string; phase: string; closes_at: MaybeTime; closed_at: MaybeTime };
  country_categories: {
    cycle_id: string;
    iso2: string;
    category: string;
    status: Generated<'open' | 'signed' | 'no-nominee'>;
    ranking: Generated<string[]>;
    decided_at: MaybeTime;
  };
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
  /** Content-addressed and immutable, as dossiers are: stored before the request that names it. */
  circulation_notes: {
    fingerprint: string;
    cycle_id: string;
    content: Json<GroupNote>;
    created_at: Auto;
  };
};
