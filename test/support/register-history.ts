// What a history needs of the register, of earlier editions and of a ceremony, so that every kind of their events happens.
import { randomUUID } from 'node:crypto';
import type { Db } from '../../db/database.ts';
import { execute } from '../../db/execute.ts';
import { ceremony } from '../../domain/ceremony/decider.ts';
import type { CeremonyCommand } from '../../domain/ceremony/messages.ts';
import { ceremonyStream } from '../../domain/ceremony/state.ts';
import { edition } from '../../domain/edition/decider.ts';
import { editionStream } from '../../domain/edition/state.ts';
import { organisation } from '../../domain/organisation/decider.ts';
import type { OrganisationCommand } from '../../domain/organisation/messages.ts';
import { organisationStream } from '../../domain/organisation/state.ts';
import { by, type Sample } from './acts.ts';
import { historicEdition, historicLaureate } from './register-samples.ts';

const reason = 'As it was agreed.';

export const keep = (db: Db, command: OrganisationCommand, who = by('secretariat')) =>
  execute(db, organisation, organisationStream(command.data.organisationId), command, who);

/** @returns the organisation's id. */
export async function enter(
  db: Db,
  names: { [language: string]: string },
  country = 'SG',
  award = 'sample',
): Promise<string> {
  const organisationId = randomUUID();
  const data = { organisationId, award, nominationId: null, country, names, registration: null };
  await keep(db, { type: 'RegisterOrganisation', data });
  return organisationId;
}

/** One is renamed and numbered, and has an award from before; another one is told apart, merged, and separated again. */
export async function keepRegister(db: Db): Promise<void> {
  const [one, other] = [await enter(db, { en: 'Sample trust' }), await enter(db, { en: 'Sample trust of the hills' })];
  const registration = { number: '12-34', registrar: null, country: 'SG' };
  await keep(db, { type: 'RecordRegistration', data: { organisationId: one, registration } });
  const names = { en: 'Sample hill trust' };
  await keep(db, { type: 'RenameOrganisation', data: { organisationId: one, names, since: '2020-01-01', reason } });
  await keep(db, { type: 'DistinguishOrganisation', data: { organisationId: one, notTheSame: [other] } });
  const merging = { organisationId: other, reason, nominationId: null };
  await keep(db, { type: 'MergeOrganisations', data: { ...merging, into: one } });
  await keep(db, { type: 'SeparateOrganisation', data: merging });
  const { names: _names, by: _by, ...award } = historicLaureate.data;
  await keep(db, { type: 'RecordHistoricLaureate', data: { ...award, organisationId: one } });
  const { by: _who, ...facts } = historicEdition.data;
  const stream = editionStream(facts.award, facts.number);
  await execute(db, edition, stream, { type: 'RecordHistoricEdition', data: facts }, by('secretariat'));
}

/** Planned, with somebody to receive; it has begun, so the award is conferred. */
export async function holdCeremony(
  { db, cycleId }: Sample,
  laureate: { group: string; laureateId: string },
): Promise<void> {
  const tell = (command: CeremonyCommand) => execute(db, ceremony, ceremonyStream(cycleId), command, by('secretariat'));
  const startsAt = new Date(Date.now() - 1_000).toISOString();
  const plan = { cycleId, startsAt, zone: 'Asia/Singapore', venue: { en: 'Sample hall' }, mode: 'hybrid' as const };
  await tell({ type: 'PlanCeremony', data: { ...plan, order: [] } });
  const receiver = { ...laureate, cycleId, how: 'in-person' as const, personId: randomUUID(), office: 'President' };
  await tell({ type: 'NameReceiver', data: receiver });
  await tell({ type: 'ConferAward', data: { ...laureate, cycleId } });
}
