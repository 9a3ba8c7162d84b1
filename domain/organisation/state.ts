// What the register knows of an organisation, folded from its events.
import { type Fold, type StreamRef, unreachable } from '../decider.ts';
import type { Texts } from '../messages.ts';
import type { HistoricLaureate, OrganisationEvent, Registration } from './messages.ts';

export type Organisation = {
  status: 'registered';
  organisationId: string;
  award: string;
  country: string;
  names: Texts;
  /** Earlier names, the oldest first. */
  former: Texts[];
  registration: Registration | null;
  /** The nomination that it came by; null once it is known from elsewhere too. */
  nominationId: string | null;
  laureate: HistoricLaureate[];
  /** Organisations that somebody has told it apart from. */
  notTheSame: string[];
  mergedInto: string | null;
};
export type OrganisationState = { status: 'none' } | Organisation;

export const organisationFold: Fold<OrganisationState, OrganisationEvent> = {
  kind: 'organisation',
  initial: { status: 'none' },
  evolve,
};

function evolve(state: OrganisationState, event: OrganisationEvent): OrganisationState {
  if (event.type === 'OrganisationRegistered') return registered(state, event.data);
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'RegistrationRecorded':
      return { ...state, registration: event.data.registration };
    case 'OrganisationRenamed': {
      const { names, former } = event.data;
      return { ...state, names, former: [...state.former, former], nominationId: null };
    }
    case 'OrganisationMerged':
      return { ...state, mergedInto: event.data.into };
    case 'OrganisationSeparated':
      return { ...state, mergedInto: null };
    case 'OrganisationDistinguished':
      return { ...state, notTheSame: [...new Set([...state.notTheSame, ...event.data.notTheSame])] };
    case 'HistoricLaureateRecorded': {
      const { organisationId: _of, names: _names, by: _by, ...recorded } = event.data;
      const others = state.laureate.filter((one) => !isSameAward(one, recorded));
      return { ...state, laureate: [...others, recorded], nominationId: null };
    }
    default:
      return unreachable(event);
  }
}

function registered(
  state: OrganisationState,
  data: Extract<OrganisationEvent, { type: 'OrganisationRegistered' }>['data'],
): Organisation {
  const { by: _by, ...facts } = data;
  const fresh = { status: 'registered' as const, former: [], laureate: [], notTheSame: [], mergedInto: null };
  return state.status === 'none' ? { ...fresh, ...facts } : { ...state, ...facts };
}

type Award = Pick<HistoricLaureate, 'award' | 'edition' | 'category'>;
/** One award of an edition and category is recorded once; recorded again it replaces what was said. */
export const isSameAward = (a: Award, b: Award) =>
  a.award === b.award && a.edition === b.edition && a.category === b.category;

export const organisationStream = (organisationId: string): StreamRef<OrganisationState> => ({
  fold: organisationFold,
  id: `organisation/${organisationId}`,
  cycleId: null,
});
