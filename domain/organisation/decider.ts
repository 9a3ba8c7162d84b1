// The rules of the register: one entry for each organisation, whatever it is called and wherever it is nominated.
import type { Decider, Decision, Meta, StreamRef } from '../decider.ts';
import { Refusal, unreachable } from '../decider.ts';
import { joinOrganisations, separate } from './merging.ts';
import type { OrganisationCommand, OrganisationEvent } from './messages.ts';
import {
  isSameAward,
  type Organisation,
  type OrganisationState,
  organisationFold,
  organisationStream,
} from './state.ts';

export type OrganisationGuards = { into?: OrganisationState };
type Data<Type extends OrganisationCommand['type']> = Extract<OrganisationCommand, { type: Type }>['data'];
type Decided = Decision<OrganisationEvent>;

export const organisation: Decider<OrganisationState, OrganisationCommand, OrganisationEvent, OrganisationGuards> = {
  ...organisationFold,
  guards: (command): { into?: StreamRef<OrganisationState> } =>
    command.type === 'MergeOrganisations' ? { into: organisationStream(command.data.into) } : {},
  decide: (command, state, guards, meta) => {
    if (command.type === 'RegisterOrganisation') return register(command.data, state, meta);
    if (state.status === 'none') throw new Refusal('organisation-unknown', 'There is no such organisation.');
    if (command.type === 'MergeOrganisations') return joinOrganisations(command.data, state, guards, meta);
    if (command.type === 'SeparateOrganisation') return separate(command.data, state, meta);
    requireOwnEntry(state);
    switch (command.type) {
      case 'RecordRegistration':
        return recordRegistration(command.data, state, meta);
      case 'RenameOrganisation':
        return rename(command.data, state, meta);
      case 'DistinguishOrganisation':
        return distinguish(command.data, state, meta);
      case 'RecordHistoricLaureate':
        return recordLaureate(command.data, state, meta);
      default:
        return unreachable(command);
    }
  },
};

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What a nomination said of an organisation that is known from nowhere else, the same nomination says anew. */
function register(data: Data<'RegisterOrganisation'>, state: OrganisationState, meta: Meta): Decided {
  if (state.status !== 'none') {
    const { country, names, registration } = state;
    if (same([country, names, registration], [data.country, data.names, data.registration])) return { events: [] };
    if (data.nominationId === null || state.nominationId !== data.nominationId)
      throw new Refusal('organisation-exists', 'The organisation is in the register, with other names or numbers.', {
        organisationId: state.organisationId,
      });
  }
  return { events: [{ type: 'OrganisationRegistered', data: { ...data, by: meta.actor } }] };
}

function requireOwnEntry({ mergedInto }: Organisation): void {
  if (mergedInto !== null)
    throw new Refusal('organisation-merged', 'The organisation was merged: act on the one that it is part of.', {
      into: mergedInto,
    });
}

function recordRegistration(
  { organisationId, registration }: Data<'RecordRegistration'>,
  state: Organisation,
  meta: Meta,
): Decided {
  if (same(state.registration, registration)) return { events: [] };
  return { events: [{ type: 'RegistrationRecorded', data: { organisationId, registration, by: meta.actor } }] };
}

/** The name before stays on record: earlier editions were won under it. */
function rename(data: Data<'RenameOrganisation'>, state: Organisation, meta: Meta): Decided {
  if (same(state.names, data.names)) return { events: [] };
  return { events: [{ type: 'OrganisationRenamed', data: { ...data, former: state.names, by: meta.actor } }] };
}

function distinguish(
  { organisationId, notTheSame }: Data<'DistinguishOrganisation'>,
  state: Organisation,
  meta: Meta,
): Decided {
  if (notTheSame.includes(organisationId))
    throw new Refusal('same-organisation', 'An organisation is not told apart from, or merged with, itself.');
  const others = notTheSame.filter((other) => !state.notTheSame.includes(other));
  if (others.length === 0) return { events: [] };
  return {
    events: [{ type: 'OrganisationDistinguished', data: { organisationId, notTheSame: others, by: meta.actor } }],
  };
}

function recordLaureate(data: Data<'RecordHistoricLaureate'>, state: Organisation, meta: Meta): Decided {
  const { organisationId, ...recorded } = data;
  const known = state.laureate.find((one) => isSameAward(one, recorded));
  if (known !== undefined && sameFacts(known, recorded)) return { events: [] };
  const event = { organisationId, ...recorded, names: state.names, by: meta.actor };
  return { events: [{ type: 'HistoricLaureateRecorded', data: event }] };
}

const sameFacts = (a: object, b: object) => same(Object.entries(a).sort(), Object.entries(b).sort());
