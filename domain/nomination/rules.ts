// What several rules of a nomination rest on: its desk, its ids, and when and by whom it is screened.
import { requireCycle, requireOpenCategory, requireStep } from '../country/rules.ts';
import { type CountryState, countryFold } from '../country/state.ts';
import { type Cycle, type CycleState, cycleFold } from '../cycle/state.ts';
import { addWorkingDays } from '../deadlines.ts';
import type { Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { findCountry, groupOf } from '../definition-queries.ts';
import { type PanelState, panelFold } from '../panel/state.ts';
import type { NominationCommand, Submitted } from './messages.ts';
import type { Nomination } from './state.ts';

/** Cycle and country are there once the nomination is known, or is being submitted; panels, for what they stand in the way of. */
export type NominationGuards = { cycle?: CycleState; country?: CountryState; [name: `panel/${string}`]: PanelState };
export type CommandData<Type extends NominationCommand['type']> = Extract<NominationCommand, { type: Type }>['data'];
/** Where a country's nominations are handled: its cycle, which is running, and how far the country is. */
export type Desk = { cycle: Cycle; country: CountryState };
export type Ids = { nominationId: string; cycleId: string; country: string; category: string };

/** @throws Refusal when the cycle is not running, or the country has no part in it. */
export const deskOf = (guards: NominationGuards, iso2: string): Desk => ({
  cycle: requireCycle(guards.cycle ?? cycleFold.initial, iso2),
  country: guards.country ?? countryFold.initial,
});

export const idsOf = ({ nominationId, cycleId, country, category }: Ids): Ids => ({
  nominationId,
  cycleId,
  country,
  category,
});

export const sameContent = (state: Nomination, data: Submitted): boolean =>
  state.dossier === data.dossier &&
  state.organisationId === data.organisationId &&
  state.files.length === data.files.length &&
  state.files.every((file, index) => file === data.files[index]);

export type Undecided = Extract<Nomination, { status: 'submitted' | 'rejection-proposed' }>;

/** A proposed rejection settles nothing yet: its second person may find otherwise, and check and forward. */
export function requireUndecided(state: Nomination): asserts state is Undecided {
  if (state.status !== 'submitted' && state.status !== 'rejection-proposed')
    throw new Refusal('not-submitted', `The nomination is ${state.status}: there is nothing to screen.`, {
      status: state.status,
    });
}

/**
 * In the country's screening phase, until the category is closed. What was returned in time and corrected, or was
 * readmitted, is seen to its end after the close of screening too.
 */
export function requireScreeningTime(state: Undecided, { cycle, country }: Desk, meta: Meta): { notAfter?: Date } {
  requireOpenCategory(country, state.category);
  if (state.returns > 0 || state.readmitted) return {};
  return requireStep(country, cycle, state.category, meta, 'screening');
}

export function requireForeignChecks({ checkedBy }: Nomination, meta: Meta): void {
  if (checkedBy.includes(meta.actor))
    throw new Refusal('own-checks', 'Who recorded a check on a nomination does not decide on it.');
}

/** The end of the n-th working day of the nomination's country. */
export function workingDays({ country }: Nomination, { cycle }: Desk, { at }: Meta, days: number): string {
  const home = findCountry(cycle.definition, country);
  return addWorkingDays(at, days, home?.zone ?? cycle.zone, home?.holidays ?? []).toISOString();
}

/** The panel that judges the nomination, formed or not. */
export function panelBefore({ country, category }: Nomination, { cycle }: Desk, guards: NominationGuards) {
  const group = groupOf(cycle.definition, country, category);
  return { group, panel: guards[`panel/${group}`] ?? panelFold.initial };
}

/** What a panel judges is settled when it is formed: what comes late is forwarded before that. */
export function requireNoPanel(state: Nomination, desk: Desk, guards: NominationGuards): void {
  const { group, panel } = panelBefore(state, desk, guards);
  if (panel.status !== 'none')
    throw new Refusal('panel-formed', `The panel ${group} is formed: what it judges is settled.`, { group });
}
