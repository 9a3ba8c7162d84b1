// Laureates and runners-up, from the signed decision to an accepted award.
import type { AwardsEvent, EventOf } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectLaureates(event: Recorded<AwardsEvent>): Compilable[] {
  switch (event.type) {
    case 'DecisionSigned':
      return [noneCurrent(event.data), ...event.data.winners.map((winner) => signed(winner, event.data))];
    case 'DecisionReopened':
      return [noneCurrent(event.data)];
    case 'EndorsementConcluded':
      return concluded(event.data, event.meta.at);
    case 'AwardAccepted':
      return [laureate(event.data.laureateId).set({ answer: 'accepted' })];
    case 'AwardDeclined':
      return [laureate(event.data.laureateId).set({ answer: 'declined' })];
    case 'AwardLapsed':
      return [laureate(event.data.laureateId).set({ answer: 'lapsed' })];
    case 'AwardRevoked':
      return [laureate(event.data.laureateId).set({ answer: 'revoked' })];
    case 'LaureateNameCorrected': {
      const { laureateId, organisation } = event.data;
      return [laureate(laureateId).set({ organisation: JSON.stringify(organisation) })];
    }
    case 'LaureateReplaced': {
      const { laureateId, by } = event.data;
      return [
        laureate(laureateId).set({ current: false, replaced_by: by?.laureateId ?? null }),
        ...(by ? [laureate(by.laureateId).set({ place: 'laureate', ord: by.order, current: true })] : []),
      ];
    }
    default:
      return [];
  }
}

const laureate = (id: string) => kysely.updateTable('laureates').where('laureate_id', '=', id);

const noneCurrent = (data: { cycleId: string; group: string }) =>
  kysely
    .updateTable('laureates')
    .set({ current: false })
    .where('cycle_id', '=', data.cycleId)
    .where('panel_group', '=', data.group);

function signed(
  winner: EventOf<'DecisionSigned'>['data']['winners'][number],
  data: EventOf<'DecisionSigned'>['data'],
): Compilable {
  const facts = {
    organisation: JSON.stringify(winner.organisation),
    place: winner.place,
    ord: winner.order,
    decision: data.number,
    current: true,
  };
  const { laureateId, group, country, category } = winner;
  return kysely
    .insertInto('laureates')
    .columns([
      'laureate_id',
      'cycle_id',
      'panel_group',
      'country',
      'category',
      'organisation',
      'place',
      'ord',
      'decision',
      'current',
      'source',
    ])
    .expression((eb) =>
      eb
        .selectFrom('panels')
        .select((of) => [
          of.cast<string>(of.val(laureateId), 'uuid').as('laureate_id'),
          'cycle_id',
          of.val(group).as('panel_group'),
          of.val(country).as('country'),
          of.val(category).as('category'),
          of.cast<string>(of.val(facts.organisation), 'json').as('organisation'),
          of.val(facts.place).as('place'),
          of.cast<number>(of.val(facts.ord), 'integer').as('ord'),
          of.cast<number>(of.val(facts.decision), 'integer').as('decision'),
          of.cast<boolean>(of.val(true), 'boolean').as('current'),
          'source',
        ])
        .where('cycle_id', '=', data.cycleId)
        .where('panel_group', '=', data.group),
    )
    .onConflict((conflict) => conflict.column('laureate_id').doUpdateSet(facts));
}

function concluded(data: EventOf<'EndorsementConcluded'>['data'], at: string): Compilable[] {
  const endorsed = data.endorsed.map((winner) => winner.laureateId);
  const update = (ids: string[], set: { endorsed_at?: string; held?: boolean }) =>
    ids.length === 0 ? [] : [kysely.updateTable('laureates').set(set).where('laureate_id', 'in', ids)];
  return [...update(endorsed, { endorsed_at: at }), ...update(data.held, { held: true })];
}
