// The register of organisations: what each is called, what it is part of, and which awards it has from before.
import { type RawBuilder, sql } from 'kysely';
import type { AwardsEvent, EventOf } from '../../domain/events.ts';
import type { Texts } from '../../domain/messages.ts';
import { keysOf, partsOf, registrationKey } from '../../domain/organisation/matching.ts';
import type { Registration } from '../../domain/organisation/messages.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectOrganisations(event: Recorded<AwardsEvent>): Compilable[] {
  switch (event.type) {
    case 'NominationSubmitted':
    case 'NominationCorrected':
      return [nominated(event.data, event.meta.at)];
    case 'OrganisationRegistered':
      return [registered(event.data, event.meta.at)];
    case 'RegistrationRecorded':
      return [entry(event.data).set(registrationOf(event.data.registration))];
    case 'OrganisationRenamed':
      return [renamed(event.data)];
    case 'OrganisationMerged':
      return merged(event.data);
    case 'OrganisationSeparated':
      return separated(event.data);
    case 'OrganisationDistinguished':
      return distinguished(event.data);
    case 'HistoricLaureateRecorded':
      return [entry(event.data).set({ nomination_id: null }), laureateOf(event.data, event.meta.at)];
    default:
      return [];
  }
}

const entry = ({ organisationId }: { organisationId: string }) =>
  kysely.updateTable('organisations').where('organisation_id', '=', organisationId);
const raw = (query: RawBuilder<unknown>): Compilable => ({ compile: () => query.compile(kysely) });
const json = (value: object | null) => (value === null ? null : JSON.stringify(value));
const partsOfNames = (...names: Texts[]) => partsOf(keysOf(names));
const registrationOf = (registration: Registration | null) => ({
  registration: json(registration),
  registration_key: registrationKey(registration),
});

/** Whatever way a nomination came in, its organisation is in the register at once, until the register says more. */
function nominated(data: EventOf<'NominationSubmitted' | 'NominationCorrected'>['data'], at: string): Compilable {
  const { organisationId, nominationId, cycleId, country, organisation } = data;
  const parts = partsOfNames(organisation);
  return raw(sql`
    insert into organisations (organisation_id, award, country, names, nomination_id, registered, survivor, parts, registered_at)
    select ${organisationId}::uuid, award, ${country}::text, ${JSON.stringify(organisation)}::json, ${nominationId}::uuid, false,
      ${organisationId}::uuid, ${parts}::text[], ${at}::timestamptz from cycles where cycle_id = ${cycleId}::uuid
    on conflict (organisation_id) do update set names = excluded.names, parts = excluded.parts
    where not organisations.registered and organisations.nomination_id = excluded.nomination_id`);
}

function registered(data: EventOf<'OrganisationRegistered'>['data'], at: string): Compilable {
  const { organisationId, award, country, names, registration, nominationId } = data;
  const facts = {
    award,
    country,
    names: JSON.stringify(names),
    ...registrationOf(registration),
    nomination_id: nominationId,
    registered: true,
    parts: partsOfNames(names),
    registered_at: at,
  };
  return kysely
    .insertInto('organisations')
    .values({ organisation_id: organisationId, survivor: organisationId, ...facts })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(facts));
}

function renamed({ organisationId, names, former, since }: EventOf<'OrganisationRenamed'>['data']): Compilable {
  const before = JSON.stringify([{ names: former, until: since }]);
  return entry({ organisationId }).set({
    names: JSON.stringify(names),
    former: sql`(former::jsonb || ${before}::jsonb)::json`,
    nomination_id: null,
    parts: sql`${partsOfNames(names)}::text[] || parts`,
  });
}

/** Both stood by themselves: whatever was part of the one is part of the other now. */
const merged = ({ organisationId, into }: EventOf<'OrganisationMerged'>['data']): Compilable[] => [
  kysely.updateTable('organisations').set({ survivor: into }).where('survivor', '=', organisationId),
  entry({ organisationId }).set({ merged_into: into }),
];

const separated = ({ organisationId }: EventOf<'OrganisationSeparated'>['data']): Compilable[] => [
  entry({ organisationId }).set({ merged_into: null }),
  raw(sql`
    with recursive part (id) as (
      select ${organisationId}::uuid
      union select o.organisation_id from organisations o join part on o.merged_into = part.id)
    update organisations set survivor = ${organisationId}::uuid where organisation_id in (select id from part)`),
];

const distinguished = ({ organisationId, notTheSame }: EventOf<'OrganisationDistinguished'>['data']): Compilable[] =>
  notTheSame.map((other) =>
    kysely
      .insertInto('organisation_distinctions')
      .values([
        { organisation_id: organisationId, other_id: other },
        { organisation_id: other, other_id: organisationId },
      ])
      .onConflict((conflict) => conflict.doNothing()),
  );

function laureateOf(data: EventOf<'HistoricLaureateRecorded'>['data'], at: string): Compilable {
  const { organisationId, award, edition, year, country, category, basis, printed, note, sources, names } = data;
  const facts = {
    ...{ year, country, basis, printed, note },
    sources: JSON.stringify(sources),
    names: JSON.stringify(names),
    recorded_at: at,
  };
  return kysely
    .insertInto('historic_laureates')
    .values({
      laureate_key: [organisationId, award, edition ?? 'unknown', category].join('~'),
      ...{ organisation_id: organisationId, award, edition, category, ...facts },
    })
    .onConflict((conflict) => conflict.column('laureate_key').doUpdateSet(facts));
}

export function projectEditions(event: Recorded<AwardsEvent>): Compilable[] {
  if (event.type !== 'HistoricEditionRecorded') return [];
  const { award, by: _by, ...facts } = event.data;
  const row = { year: facts.year, facts: JSON.stringify(facts), recorded_at: event.meta.at };
  return [
    kysely
      .insertInto('historic_editions')
      .values({ award, number: facts.number, ...row })
      .onConflict((conflict) => conflict.columns(['award', 'number']).doUpdateSet(row)),
  ];
}
