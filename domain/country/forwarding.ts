// What a country forwards: its ranking, its signature, or its word that there is no nominee.
import type { Cycle } from '../cycle/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { CountryCommand, CountryEvent } from './messages.ts';
import { requireCategory, requireOpenCategory, requireStep } from './rules.ts';
import type { CountryState } from './state.ts';

type Data<Type extends CountryCommand['type']> = Extract<CountryCommand, { type: Type }>['data'];

export const sameOrder = (a: string[], b: string[]) => a.length === b.length && a.every((id, index) => id === b[index]);

export function rankNominations(
  { cycleId, iso2, category, order }: Data<'RankNominations'>,
  state: CountryState,
  cycle: Cycle,
  meta: Meta,
): Decision<CountryEvent> {
  requireCategory(cycle, category);
  if (sameOrder(state.ranking[category] ?? [], order)) return { events: [] };
  requireOpenCategory(state, category);
  const inTime = requireStep(state, cycle, category, meta, 'screening');
  const twice = order.find((id, index) => order.indexOf(id) !== index);
  if (twice !== undefined) throw new Refusal('nomination-twice', `${twice} is ranked twice.`);
  return { events: [{ type: 'NominationsRanked', data: { cycleId, iso2, category, order } }], ...inTime };
}

export function declareNoNominee(
  data: Data<'DeclareNoNominee'>,
  state: CountryState,
  cycle: Cycle,
  meta: Meta,
): Decision<CountryEvent> {
  const { cycleId, iso2, category, reason } = data;
  requireCategory(cycle, category);
  if (state.forwarding[category]?.status === 'no-nominee') return { events: [] };
  requireOpenCategory(state, category);
  const inTime = requireStep(state, cycle, category, meta, 'nomination', 'screening');
  const declared: CountryEvent = { type: 'NoNomineeDeclared', data: { cycleId, iso2, category, reason } };
  return { events: [declared, ...closedByLast(data, [category], state, cycle)], ...inTime };
}

/** With its last category the country has closed what is open of nomination and screening. */
export function closedByLast(
  { cycleId, iso2 }: { cycleId: string; iso2: string },
  settled: string[],
  state: CountryState,
  { definition, phases }: Cycle,
): CountryEvent[] {
  if (definition.categories.some(({ key }) => !settled.includes(key) && state.forwarding[key] === undefined)) return [];
  return (['nomination', 'screening'] as const)
    .filter((phase) => !state.closed.includes(phase) && phases[phase].status !== 'closed')
    .map((phase) => ({ type: 'CountryPhaseClosed', data: { cycleId, iso2, phase, because: 'all-signed' } }));
}
