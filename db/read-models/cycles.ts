// Cycles, their phases and the slots of their quotas, as they stand.
import { sql } from 'kysely';
import type { AwardsEvent, EventOf } from '../../domain/events.ts';
import { phases } from '../../domain/phases.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectCycles(event: Recorded<AwardsEvent>): Compilable[] {
  const { at } = event.meta;
  switch (event.type) {
    case 'CyclePlanned':
      return planned(event.data, at);
    case 'PhaseOpened':
      return [
        phase(event.data).set({
          status: 'open',
          opened_at: at,
          ...(event.data.closesAt && { closes_at: event.data.closesAt }),
        }),
      ];
    case 'PhaseClosed':
      return [phase(event.data).set({ status: 'closed', closed_at: at })];
    case 'DeadlineMoved':
      return [phase(event.data).set({ closes_at: event.data.closesAt })];
    case 'EndorsementRequested':
      return [phase({ ...event.data, phase: 'endorsement' }).set({ closes_at: event.data.closesAt })];
    case 'CycleSuspended':
      return [cycle(event.data).set({ status: 'suspended' })];
    case 'CycleResumed':
      return resumed(event.data);
    case 'CycleCancelled':
      return [cycle(event.data).set({ status: 'cancelled' })];
    case 'CycleArchived':
      return [cycle(event.data).set({ status: 'archived' })];
    default:
      return [];
  }
}

const cycle = (data: { cycleId: string }) => kysely.updateTable('cycles').where('cycle_id', '=', data.cycleId);

/** Instants that other streams hold move by the time of the suspension, where they had not passed when it began. */
function resumed(data: EventOf<'CycleResumed'>['data']): Compilable[] {
  const { cycleId, suspendedAt, resumedAt, moves } = data;
  const later = <Column extends string>(column: Column) =>
    sql<Date>`${sql.ref(column)} + (${resumedAt}::timestamptz - ${suspendedAt}::timestamptz)`;
  return [
    cycle(data).set({ status: 'running' }),
    ...moves.map((move) => phase({ cycleId, phase: move.phase }).set({ closes_at: move.closesAt })),
    kysely
      .updateTable('country_phases')
      .set({ closes_at: later('closes_at') })
      .where('cycle_id', '=', cycleId)
      .where('closes_at', '>', new Date(suspendedAt)),
    kysely
      .updateTable('panels')
      .set({ round_closes_at: later('round_closes_at') })
      .where('cycle_id', '=', cycleId)
      .where('round_closes_at', '>', new Date(suspendedAt)),
    kysely
      .updateTable('nominations')
      .set({ correct_by: later('correct_by') })
      .where('cycle_id', '=', cycleId)
      .where('correct_by', '>', new Date(suspendedAt)),
    kysely
      .updateTable('nominations')
      .set({ object_until: later('object_until') })
      .where('cycle_id', '=', cycleId)
      .where('object_until', '>', new Date(suspendedAt)),
    kysely
      .updateTable('talks')
      .set({ answer_by: later('answer_by') })
      .where('cycle_id', '=', cycleId)
      .where('answer_by', '>', new Date(suspendedAt)),
  ];
}

const phase = (data: { cycleId: string; phase: string }) =>
  kysely.updateTable('cycle_phases').where('cycle_id', '=', data.cycleId).where('phase', '=', data.phase);

function planned(data: EventOf<'CyclePlanned'>['data'], at: string): Compilable[] {
  const { definition } = data;
  const dates: { [phase: string]: { opensAt: string; closesAt: string } } = data.timetable;
  return [
    kysely.insertInto('cycles').values({
      cycle_id: data.cycleId,
      slug: data.slug,
      award: definition.key,
      number: data.number,
      year: data.year,
      title: JSON.stringify(data.title),
      host: data.host,
      zone: data.zone,
      scope: definition.judging.scope,
      countries: data.countries,
      categories: definition.categories.map((category) => category.key),
      status: 'running',
      definition: JSON.stringify(definition),
      definition_hash: data.definitionHash,
      settings: JSON.stringify(data.settings),
      planned_at: at,
    }),
    kysely.insertInto('cycle_phases').values(
      phases.map((name) => ({
        cycle_id: data.cycleId,
        phase: name,
        status: 'pending' as const,
        opens_at: dates[name]?.opensAt ?? null,
        closes_at: dates[name]?.closesAt ?? null,
      })),
    ),
    kysely.insertInto('capacities').values(data.capacities.map(({ key, cap }) => ({ key, used: 0, cap }))),
    kysely
      .insertInto('country_categories')
      .values(
        data.countries.flatMap((iso2) =>
          definition.categories.map((category) => ({ cycle_id: data.cycleId, iso2, category: category.key })),
        ),
      ),
  ];
}

export function projectCountries(event: Recorded<AwardsEvent>): Compilable[] {
  const { at } = event.meta;
  switch (event.type) {
    case 'CountryTimetableSet':
      return Object.entries(event.data.closesAt).map(([phase, closesAt]) =>
        countryPhase(event.data, phase, { closes_at: closesAt }),
      );
    case 'CountryPhaseClosed':
      return [countryPhase(event.data, event.data.phase, { closed_at: at })];
    case 'NominationsRanked':
      return [category(event.data).set({ ranking: uuids(event.data.order) })];
    case 'ForwardingSigned':
      return [category(event.data).set({ status: 'signed', decided_at: at })];
    case 'NoNomineeDeclared':
      return [category(event.data).set({ status: 'no-nominee', decided_at: at })];
    default:
      return [];
  }
}

const category = (data: { cycleId: string; iso2: string; category: string }) =>
  kysely
    .updateTable('country_categories')
    .where('cycle_id', '=', data.cycleId)
    .where('iso2', '=', data.iso2)
    .where('category', '=', data.category);

const countryPhase = (
  data: { cycleId: string; iso2: string },
  phase: string,
  set: { closes_at?: string; closed_at?: string },
) =>
  kysely
    .insertInto('country_phases')
    .values({ cycle_id: data.cycleId, iso2: data.iso2, phase, ...set })
    .onConflict((conflict) => conflict.columns(['cycle_id', 'iso2', 'phase']).doUpdateSet(set));

/** A uuid array as one parameter, typed so that an empty one is understood. */
export const uuids = (ids: string[]) => sql<string[]>`${ids}::uuid[]`;
