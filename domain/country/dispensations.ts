// A dispensation: one step opened again for one country, after its close, until an end of its own.
import { setWhen } from '../cycle/pauses.ts';
import type { Cycle } from '../cycle/state.ts';
import { cutOff } from '../deadlines.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { countryRunPhases, findCountry, groupOf } from '../definition-queries.ts';
import type { CountryPhase } from '../phases.ts';
import type { CountryCommand, CountryEvent } from './messages.ts';
import { type CountryGuards, openCategories, requireCategory, requireOpenCategory } from './rules.ts';
import { type CountryState, countryClosesAt, type Dispensation } from './state.ts';

type Data = Extract<CountryCommand, { type: 'GrantDispensation' }>['data'];

export function grantDispensation(
  data: Data,
  state: CountryState,
  cycle: Cycle,
  guards: CountryGuards,
  meta: Meta,
): Decision<CountryEvent> {
  const { cycleId, iso2, step, category = null, reason, authority } = data;
  const { definition } = cycle;
  const run = countryRunPhases(definition);
  if (!run.includes(step))
    throw new Refusal('phase-not-national', `The ${step} phase is not run by each country.`, { phases: run });
  if (category !== null) requireCategory(cycle, category);
  const until = cutOff(data.until, findCountry(definition, iso2)?.zone ?? cycle.zone);
  if (state.dispensations.some((one) => isSame(one, { step, category, until: until.toISOString() })))
    return { events: [] };
  if (until <= meta.at)
    throw new Refusal('deadline-past', 'The dispensation would be over already.', { now: meta.at.toISOString() });
  requireOver(step, state, cycle, meta);
  if (cycle.endorsement?.concluded)
    throw new Refusal('endorsement-concluded', 'Endorsement is concluded: nothing that comes now goes any further.');
  if (step === 'nomination' || step === 'screening') requireForwarding(data, state, cycle, guards);
  const groups = definition.categories
    .map(({ key }) => key)
    .filter((key) => (step === 'judging' || step === 'decision') && (category === null || key === category))
    .map((key) => groupOf(definition, iso2, key));
  const facts = { step, category, reason, authority, until: until.toISOString(), groups };
  return { events: [{ type: 'DispensationGranted', data: { cycleId, iso2, ...facts, ...setWhen(cycle, meta) } }] };
}

const isSame = (one: Dispensation, { step, category, until }: Pick<Dispensation, 'step' | 'category' | 'until'>) =>
  one.step === step && one.category === category && one.until === until;

function requireOver(step: CountryPhase, state: CountryState, cycle: Cycle, { at }: Meta): void {
  const closesAt = countryClosesAt(cycle, state, step);
  const isClosed = state.closed.includes(step) || cycle.phases[step].status === 'closed';
  if (!isClosed && (closesAt === null || at <= closesAt))
    throw new Refusal('step-open', `The ${step} phase is not over for the country: there is nothing to open again.`, {
      closesAt: closesAt?.toISOString() ?? null,
    });
}

/** What comes late must still be able to go before its panel. */
function requireForwarding({ iso2, category }: Data, state: CountryState, cycle: Cycle, guards: CountryGuards): void {
  const open = openCategories(state, cycle);
  if (category !== undefined) requireOpenCategory(state, category);
  else if (open.length === 0)
    throw new Refusal('category-signed', 'Every category of the country is signed, or declared without a nominee.');
  if (category === undefined) return;
  const group = groupOf(cycle.definition, iso2, category);
  if ((guards[`panel/${group}`]?.status ?? 'none') !== 'none')
    throw new Refusal('panel-formed', `The panel ${group} is formed: what it judges is settled.`, { group });
}
