// The streams that a cycle's decisions rest on beside its own.
import { type CountryState, countryStream } from '../country/state.ts';
import type { StreamRef } from '../decider.ts';
import { countryRunPhases } from '../definition-queries.ts';
import { type PanelState, panelStream } from '../panel/state.ts';
import type { Phase } from '../phases.ts';
import type { CycleCommand } from './messages.ts';
import type { Cycle, CycleState } from './state.ts';

/** The countries and panels that a closing, an endorsement or a publication rests on. */
export type CycleGuards = { [name: `country/${string}`]: CountryState; [name: `panel/${string}`]: PanelState };
type CountryRefs = { [name: `country/${string}`]: StreamRef<CountryState> };
type PanelRefs = { [name: `panel/${string}`]: StreamRef<PanelState> };

export function cycleGuards(command: CycleCommand, state: CycleState): CountryRefs & PanelRefs {
  if (state.status === 'none') return {};
  switch (command.type) {
    case 'ClosePhase':
      return state.phases[command.data.phase].status === 'open' ? whoRuns(state, command.data.phase) : {};
    case 'RequestEndorsement':
      return panels(state, command.data.groups);
    case 'PublishStage':
      return panels(state, state.endorsement?.concluded?.endorsed.map((winner) => winner.group) ?? []);
    default:
      return {};
  }
}

/** Who may have finished before the instant: the countries that run the phase, or the panels of a regional award. */
function whoRuns(state: Cycle, phase: Phase): CountryRefs & PanelRefs {
  if (countryRunPhases(state.definition).some((own) => own === phase)) return countries(state);
  if (phase !== 'judging' && phase !== 'decision') return {};
  return panels(
    state,
    state.definition.categories.map((category) => category.key),
  );
}

const countries = ({ cycleId, countries }: Cycle): CountryRefs =>
  Object.fromEntries(countries.map((iso2) => [`country/${iso2}` as const, countryStream(cycleId, iso2)]));

const panels = ({ cycleId }: Cycle, groups: string[]): PanelRefs =>
  Object.fromEntries(groups.map((group) => [`panel/${group}` as const, panelStream(cycleId, group)]));
