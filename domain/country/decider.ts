// The rules of one country's part in a cycle: its timetable, its ranking, its signing.
import { cycleStream } from '../cycle/state.ts';
import type { Decider, StreamRef } from '../decider.ts';
import { unreachable } from '../decider.ts';
import { type NominationState, nominationStream } from '../nomination/state.ts';
import { type PanelState, panelStream } from '../panel/state.ts';
import { grantDispensation } from './dispensations.ts';
import { declareNoNominee, rankNominations } from './forwarding.ts';
import type { CountryCommand, CountryEvent } from './messages.ts';
import { type CountryGuards, requireCycle, signedCategories } from './rules.ts';
import { confirmForwardingSignature, signForwarding } from './signing.ts';
import { type CountryState, countryFold } from './state.ts';
import { closePhase, setTimetable } from './timetable.ts';

export const country: Decider<CountryState, CountryCommand, CountryEvent, CountryGuards> = {
  ...countryFold,
  guards: (command, state) => ({
    cycle: cycleStream(command.data.cycleId),
    ...panelsOf(command, state),
    ...nominationsOf(command),
  }),
  decide: (command, state, guards, meta) => {
    const cycle = requireCycle(guards.cycle, command.data.iso2);
    switch (command.type) {
      case 'SetCountryTimetable':
        return setTimetable(command.data, state, cycle, meta);
      case 'CloseCountryPhase':
        return closePhase(command.data, state, cycle, guards, meta);
      case 'GrantDispensation':
        return grantDispensation(command.data, state, cycle, guards, meta);
      case 'RankNominations':
        return rankNominations(command.data, state, cycle, meta);
      case 'SignForwarding':
        return signForwarding(command.data, { state, cycle, guards }, meta);
      case 'ConfirmForwardingSignature':
        return confirmForwardingSignature(command.data, { state, cycle, guards }, meta);
      case 'DeclareNoNominee':
        return declareNoNominee(command.data, state, cycle, meta);
      default:
        return unreachable(command);
    }
  },
};

type PanelRefs = { [name: `panel/${string}`]: StreamRef<PanelState> };
const refs = (cycleId: string, groups: string[]): PanelRefs =>
  Object.fromEntries(groups.map((group) => [`panel/${group}` as const, panelStream(cycleId, group)]));

/**
 * A national judging or decision phase ends early when the panels of what was forwarded are done; what comes late by a
 * dispensation goes before a panel that is not formed yet, of the category or of the country in it.
 */
function panelsOf(command: CountryCommand, state: CountryState): PanelRefs {
  if (command.type === 'GrantDispensation') {
    const { cycleId, iso2, category } = command.data;
    return category === undefined ? {} : refs(cycleId, [category, `${iso2}-${category}`]);
  }
  if (command.type !== 'CloseCountryPhase') return {};
  const { cycleId, iso2, phase } = command.data;
  if (phase !== 'judging' && phase !== 'decision') return {};
  return refs(
    cycleId,
    signedCategories(state).map((category) => `${iso2}-${category}`),
  );
}

/** What is signed is what the nominations themselves say. */
function nominationsOf(command: CountryCommand): { [name: `nomination/${string}`]: StreamRef<NominationState> } {
  if (command.type !== 'SignForwarding' && command.type !== 'ConfirmForwardingSignature') return {};
  const { cycleId, forwarded } = command.data;
  return Object.fromEntries(forwarded.map((id) => [`nomination/${id}` as const, nominationStream(id, cycleId)]));
}
