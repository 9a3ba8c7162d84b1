// Two entries of the register that are one organisation, and how that is taken back.
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { OrganisationCommand, OrganisationEvent } from './messages.ts';
import type { Organisation, OrganisationState } from './state.ts';

type Data<Type extends OrganisationCommand['type']> = Extract<OrganisationCommand, { type: Type }>['data'];

/** The entry that is merged points at the one that stays, which must be one that stands by itself. */
export function joinOrganisations(
  { organisationId, into, reason, nominationId }: Data<'MergeOrganisations'>,
  state: Organisation,
  guards: { into?: OrganisationState },
  meta: Meta,
): Decision<OrganisationEvent> {
  if (state.mergedInto === into) return { events: [] };
  if (into === organisationId)
    throw new Refusal('same-organisation', 'An organisation is not told apart from, or merged with, itself.');
  if (state.mergedInto !== null) throw merged(state.mergedInto);
  requireOwn(nominationId, state, meta);
  const survivor = guards.into ?? { status: 'none' };
  if (survivor.status === 'none')
    throw new Refusal('organisation-unknown', 'There is no organisation that it could be merged into.');
  if (survivor.mergedInto !== null) throw merged(survivor.mergedInto);
  return { events: [{ type: 'OrganisationMerged', data: { organisationId, into, reason, by: meta.actor } }] };
}

const merged = (into: string) =>
  new Refusal('organisation-merged', 'The organisation was merged: act on the one that it is part of.', { into });

export function separate(
  { organisationId, reason, nominationId }: Data<'SeparateOrganisation'>,
  state: Organisation,
  meta: Meta,
): Decision<OrganisationEvent> {
  if (state.mergedInto === null) return { events: [] };
  requireOwn(nominationId, state, meta);
  const data = { organisationId, from: state.mergedInto, reason, by: meta.actor };
  return { events: [{ type: 'OrganisationSeparated', data }] };
}

/** Those who put forward say which organisation theirs is; what is known from elsewhere is the secretariat's. */
function requireOwn(nominationId: string | null, state: Organisation, { role }: Meta): void {
  if (role === 'secretariat' || role === 'administrator') return;
  if (nominationId === null || state.nominationId !== nominationId)
    throw new Refusal('organisation-established', 'The organisation is known from elsewhere: the secretariat decides.');
}
