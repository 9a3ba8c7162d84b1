// Nominations and their checks, as each country's desk and queue show them.
import type { AwardsEvent, EventOf } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectNominations(event: Recorded<AwardsEvent>): Compilable[] {
  const { at } = event.meta;
  switch (event.type) {
    case 'NominationSubmitted':
    case 'NominationCorrected':
      return submitted(event.data, event.meta.actor, at);
    case 'ReturnAnswered':
      return [nomination(event.data).set(contentOf(event.data, event.meta.actor, at))];
    case 'CheckRecorded':
      return [checked(event.data, at)];
    case 'NominationReturned':
      return [
        nomination(event.data).set({
          status: 'returned',
          correct_by: event.data.correctBy,
          returned: JSON.stringify(event.data.messages),
          updated_at: at,
        }),
      ];
    case 'RejectionProposed':
      return [nomination(event.data).set({ status: 'rejection-proposed', proposed_by: event.data.by, updated_at: at })];
    case 'NominationRejected':
      return [
        nomination(event.data).set({
          status: 'rejected',
          object_until: event.data.objectUntil ?? null,
          objection: null,
          updated_at: at,
        }),
      ];
    case 'RejectionObjected':
      return [nomination(event.data).set({ objection: 'open', updated_at: at })];
    case 'RejectionUpheld':
      return [nomination(event.data).set({ objection: 'upheld', updated_at: at })];
    case 'NominationReadmitted':
      return [nomination(event.data).set({ status: 'submitted', ...nothingOwed, updated_at: at })];
    case 'NominationDisqualified':
      return [nomination(event.data).set({ status: 'disqualified', amendment: null, updated_at: at })];
    case 'AmendmentRequested': {
      const { reason, draftVersion } = event.data;
      return [nomination(event.data).set({ amendment: JSON.stringify({ reason, draftVersion }), updated_at: at })];
    }
    case 'AmendmentRefused':
      return [nomination(event.data).set({ amendment: null, updated_at: at })];
    case 'DossierAmended':
      return [amended(event.data, at)];
    case 'NominationWithdrawn':
      return [nomination(event.data).set({ status: 'withdrawn', updated_at: at })];
    case 'NominationForwarded':
      return [nomination(event.data).set({ status: 'forwarded', updated_at: at })];
    default:
      return [];
  }
}

const nomination = (data: { nominationId: string }) =>
  kysely.updateTable('nominations').where('nomination_id', '=', data.nominationId);

/** A readmitted nomination asks nothing of its editors, until it is given back again. */
const nothingOwed = { correct_by: null, returned: null, proposed_by: null, object_until: null, objection: null };

/** Its checks were made before it was forwarded: they stay. */
function amended(data: EventOf<'DossierAmended'>['data'], at: string): Compilable {
  const { version, organisation, title, dossier, files } = data;
  return nomination(data).set({
    version,
    organisation: JSON.stringify(organisation),
    title: JSON.stringify(title),
    dossier,
    files: JSON.stringify(files),
    amendment: null,
    updated_at: at,
  });
}

function submitted(
  data: EventOf<'NominationSubmitted' | 'NominationCorrected'>['data'],
  by: string,
  at: string,
): Compilable[] {
  const facts = {
    ...contentOf(data, by, at),
    status: 'submitted' as const,
    correct_by: null,
    returned: null,
  };
  return [
    kysely
      .insertInto('nominations')
      .values({
        nomination_id: data.nominationId,
        cycle_id: data.cycleId,
        country: data.country,
        category: data.category,
        ...facts,
      })
      .onConflict((conflict) => conflict.column('nomination_id').doUpdateSet(facts)),
    // Checks speak of one version: a new one starts without.
    kysely.deleteFrom('nomination_checks').where('nomination_id', '=', data.nominationId),
  ];
}

const contentOf = (
  data: EventOf<'NominationSubmitted' | 'NominationCorrected' | 'ReturnAnswered'>['data'],
  by: string,
  at: string,
) => ({
  version: data.version,
  organisation_id: data.organisationId,
  organisation: JSON.stringify(data.organisation),
  title: JSON.stringify(data.title),
  dossier: data.dossier,
  files: JSON.stringify(data.files),
  submitted_by: by,
  submitted_at: at,
  updated_at: at,
});

function checked(data: EventOf<'CheckRecorded'>['data'], at: string): Compilable {
  const facts = { outcome: data.outcome, note: data.note, recorded_by: data.by, recorded_at: at };
  return kysely
    .insertInto('nomination_checks')
    .columns(['nomination_id', 'item', 'version', 'outcome', 'note', 'recorded_by', 'recorded_at'])
    .expression((eb) =>
      eb
        .selectFrom('nominations')
        .select((of) => [
          'nomination_id',
          of.val(data.item).as('item'),
          'version',
          of.val(facts.outcome).as('outcome'),
          of.val(facts.note).as('note'),
          of.val(facts.recorded_by).as('recorded_by'),
          of.cast<Date>(of.val(at), 'timestamptz').as('recorded_at'),
        ])
        .where('nomination_id', '=', data.nominationId),
    )
    .onConflict((conflict) => conflict.columns(['nomination_id', 'item']).doUpdateSet(facts));
}
