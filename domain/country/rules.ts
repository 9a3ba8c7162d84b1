// What several rules of a country rest on: its cycle, its phase, its categories.
import type { Cycle, CycleState } from '../cycle/state.ts';
import type { Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { hasCategory } from '../definition-queries.ts';
import type { NominationState } from '../nomination/state.ts';
import type { PanelState } from '../panel/state.ts';
import type { CountryPhase } from '../phases.ts';
import { type CountryState, countryClosesAt, countryPhase, dispensedUntil } from './state.ts';

/** Panels stand here for the closing of a national judging or decision phase, nominations for the signing, only. */
export type CountryGuards = {
  cycle: CycleState;
  [name: `panel/${string}`]: PanelState;
  [name: `nomination/${string}`]: NominationState;
};

export function requireCycle(cycle: CycleState, iso2: string): Cycle {
  if (cycle.status === 'none') throw new Refusal('cycle-unknown', 'There is no such cycle.');
  if (cycle.status !== 'running') throw new Refusal(`cycle-${cycle.status}`, `This cycle is ${cycle.status}.`);
  if (!cycle.countries.includes(iso2))
    throw new Refusal('country-not-entitled', `${iso2} takes no part in this cycle.`, { countries: cycle.countries });
  return cycle;
}

export function requirePhase(state: CountryState, cycle: Cycle, ...wanted: CountryPhase[]): void {
  const phase = countryPhase(cycle, state);
  if (!wanted.some((name) => name === phase))
    throw new Refusal(
      'phase-not-open',
      `This belongs to ${wanted.join(' or ')}; the country is in ${phase ?? 'no open phase'}.`,
      { phase },
    );
}

/**
 * One of these steps is open to the country, and the last of them has not reached its instant; or a dispensation for one of
 * them holds in the category. @returns the instant after which it does so no more.
 */
export function requireStep(
  state: CountryState,
  cycle: Cycle,
  category: string,
  meta: Meta,
  ...steps: [CountryPhase, ...CountryPhase[]]
): { notAfter?: Date } {
  const notAfter = dispensedUntil(cycle, state, steps, category, meta.at);
  const isInPhase = steps.some((step) => step === countryPhase(cycle, state));
  const closesAt = countryClosesAt(cycle, state, steps.at(-1) ?? steps[0]);
  if (notAfter !== null && (!isInPhase || (closesAt !== null && meta.at > closesAt))) return { notAfter };
  requirePhase(state, cycle, ...steps);
  if (closesAt === null) return {};
  if (meta.at > closesAt)
    throw new Refusal('too-late', `The ${steps.at(-1)} phase ended at ${closesAt.toISOString()}.`, {
      closedAt: closesAt.toISOString(),
    });
  return { notAfter: closesAt };
}

export function requireCategory({ definition }: Cycle, category: string): void {
  if (!hasCategory(definition, category))
    throw new Refusal('category-unknown', `The award has no category ${category}.`, {
      categories: definition.categories.map(({ key }) => key),
    });
}

export function requireOpenCategory({ forwarding }: CountryState, category: string): void {
  const status = forwarding[category]?.status;
  if (status === 'signed') throw new Refusal('category-signed', `The category ${category} is signed.`);
  if (status === 'no-nominee')
    throw new Refusal('category-without-nominee', `The country has declared that it has no nominee in ${category}.`);
}

/** The categories of which the country has said nothing: what was forwarded there unsigned, or late, is judged too. */
export const openCategories = ({ forwarding }: CountryState, { definition }: Cycle): string[] =>
  definition.categories.map(({ key }) => key).filter((category) => forwarding[category] === undefined);

/** The categories in which the country forwards somebody. */
export const signedCategories = ({ forwarding }: CountryState): string[] =>
  Object.keys(forwarding).filter((category) => forwarding[category]?.status === 'signed');
