// Where one country stands in a cycle, folded from its events.

import { extended } from '../cycle/pauses.ts';
import type { Cycle } from '../cycle/state.ts';
import { type Fold, type StreamRef, unreachable } from '../decider.ts';
import { countryRunPhases } from '../definition-queries.ts';
import type { KeptSignature } from '../messages.ts';
import { type CountryPhase, countryPhases, type Phase, phases } from '../phases.ts';
import type { CountryEvent } from './messages.ts';

export type Forwarding = { status: 'signed'; nominations: string[] } | { status: 'no-nominee' };
export type Dispensation = { step: CountryPhase; category: string | null; until: string; setAt?: string | undefined };
export type RecordedSignature = { nominations: string[]; signature: KeptSignature; sheet: string; by: string };
/** A country needs no founding event: every entitled country of a cycle starts with nothing set. */
export type CountryState = {
  closesAt: { [phase in CountryPhase]?: string };
  /** When each was set, where the cycle had been suspended by then. */
  setAt: { [phase in CountryPhase]?: string };
  closed: CountryPhase[];
  dispensations: Dispensation[];
  ranking: { [category: string]: string[] };
  forwarding: { [category: string]: Forwarding };
  /** Signatures by letter that wait for a second person. */
  recorded: { [category: string]: RecordedSignature };
};

export const countryFold: Fold<CountryState, CountryEvent> = {
  kind: 'country',
  initial: { closesAt: {}, setAt: {}, closed: [], dispensations: [], ranking: {}, forwarding: {}, recorded: {} },
  evolve,
};

function evolve(state: CountryState, event: CountryEvent): CountryState {
  switch (event.type) {
    case 'CountryTimetableSet':
      return timetableSet(state, event.data);
    case 'CountryPhaseClosed':
      return { ...state, closed: [...state.closed, event.data.phase] };
    case 'DispensationGranted': {
      const { step, category, until, setAt } = event.data;
      return { ...state, dispensations: [...state.dispensations, { step, category, until, setAt }] };
    }
    case 'NominationsRanked':
      return { ...state, ranking: { ...state.ranking, [event.data.category]: event.data.order } };
    case 'ForwardingSignatureRecorded': {
      const { category, nominations, signature, sheet, by } = event.data;
      return { ...state, recorded: { ...state.recorded, [category]: { nominations, signature, sheet, by } } };
    }
    case 'ForwardingSigned':
      return {
        ...state,
        recorded: without(state.recorded, event.data.category),
        forwarding: {
          ...state.forwarding,
          [event.data.category]: { status: 'signed', nominations: event.data.nominations },
        },
      };
    case 'NoNomineeDeclared':
      return {
        ...state,
        recorded: without(state.recorded, event.data.category),
        forwarding: { ...state.forwarding, [event.data.category]: { status: 'no-nominee' } },
      };
    default:
      return unreachable(event);
  }
}

type Data<Type extends CountryEvent['type']> = Extract<CountryEvent, { type: Type }>['data'];

function timetableSet(state: CountryState, { closesAt, setAt }: Data<'CountryTimetableSet'>): CountryState {
  const when = setAt === undefined ? {} : Object.fromEntries(Object.keys(closesAt).map((phase) => [phase, setAt]));
  return { ...state, closesAt: { ...state.closesAt, ...closesAt }, setAt: { ...state.setAt, ...when } };
}

const without = (recorded: CountryState['recorded'], category: string): CountryState['recorded'] =>
  Object.fromEntries(Object.entries(recorded).filter(([key]) => key !== category));

export const countryStream = (cycleId: string, iso2: string): StreamRef<CountryState> => ({
  fold: countryFold,
  id: `country/${cycleId}/${iso2}`,
  cycleId,
});

/**
 * The phase a country is in: the first country-run phase that neither it nor the cycle has closed, and after those the
 * cycle's own. Null before nominations open, while a country that is ahead waits for the others, and once the cycle is
 * cancelled or archived. Judging and decision follow the phase before them: nobody waits for the act that opens them.
 */
export function countryPhase(cycle: Cycle, country: CountryState): Phase | null {
  if (cycle.status !== 'running' || cycle.phases.nomination.status === 'pending') return null;
  const run: readonly Phase[] = countryRunPhases(cycle.definition);
  const closed: readonly Phase[] = country.closed;
  const isOpen = (phase: Phase) =>
    run.includes(phase)
      ? !closed.includes(phase) && cycle.phases[phase].status !== 'closed'
      : cycle.phases[phase].status === 'open' || follows(cycle, phase);
  return phases.find(isOpen) ?? null;
}

/** About to open: the one before is closed for all. */
function follows({ phases: states }: Cycle, phase: Phase): boolean {
  const before = phases[phases.indexOf(phase) - 1];
  const opensByItself = countryPhases.some((name) => name === phase);
  return (
    opensByItself && states[phase].status === 'pending' && before !== undefined && states[before].status === 'closed'
  );
}

/** When a phase ends for a country: its own instant, else the cycle's; null where the cycle has none yet. */
export function countryClosesAt(cycle: Cycle, country: CountryState, phase: Phase): Date | null {
  const own = ownClosesAt(cycle, country, phase);
  const ofCycle = cycle.phases[phase];
  if (ofCycle.status === 'closed' || ofCycle.closesAt === null) return own;
  const latest = new Date(ofCycle.closesAt);
  return own !== null && own < latest ? own : latest;
}

/** The country's own instant, later by the suspensions since it was set. */
export function ownClosesAt(cycle: Cycle, country: CountryState, phase: Phase): Date | null {
  if (!(phase in country.closesAt)) return null;
  const own = country.closesAt[phase as CountryPhase];
  return own === undefined ? null : extended(cycle, own, country.setAt[phase as CountryPhase]);
}

/** Until when the country may still take one of the steps in the category by dispensation; null without one that holds. */
export function dispensedUntil(
  cycle: Cycle,
  { dispensations }: CountryState,
  steps: readonly CountryPhase[],
  category: string,
  at: Date,
): Date | null {
  const ends = dispensations
    .filter((one) => steps.includes(one.step) && (one.category === null || one.category === category))
    .map(({ until, setAt }) => extended(cycle, until, setAt))
    .filter((end) => end >= at);
  return ends.length === 0 ? null : new Date(Math.max(...ends.map((end) => end.getTime())));
}
